// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/openai/model_check.h"
#include "core/agents/suna/suna_account.h"
#include "core/agents/suna/suna_check.h"
#include "core/model/error_codes.h"
#include "tests/simulator/sim_fixture.h"
#include "tests/support/await.h"

#include <QRegularExpression>
#include <QTcpServer>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

namespace {

QUrl closedAddress()
{
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHost))
        qFatal("no free port");
    return QUrl(u"http://127.0.0.1:%1"_s.arg(server.serverPort()));
}

Support supportOf(const ConnectionReport &report, ServiceFeature feature)
{
    for (const FeatureSupport &each : report.features) {
        if (each.feature == feature)
            return each.support;
    }
    return Support::Unknown;
}

/// How often anything was started there.
qint64 starts(SimFixture &simulator)
{
    const Json counts = simulator.get(u"/_sim/ledger"_s).json.at("counts");
    return integerAt(counts, "start").value_or(0) + integerAt(counts, "chat").value_or(0);
}

} // namespace

/// Checks of a connection, against every kind of service.
class TestConnectionCheck : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void suna_data()
    {
        QTest::addColumn<QString>("profile");
        QTest::addColumn<QString>("family");
        QTest::addColumn<bool>("looksUpStarts");
        QTest::addColumn<bool>("resumes");
        QTest::newRow("V1") << u"v1"_s << u"V1"_s << false << false;
        QTest::newRow("V2a") << u"v2a"_s << u"V2a"_s << true << false;
        QTest::newRow("V2b") << u"v2b"_s << u"V2b"_s << true << false;
        QTest::newRow("V3") << u"v3"_s << u"V3"_s << true << true;
    }
    void suna()
    {
        QFETCH(QString, profile);
        SimFixture simulator(oneAgent(R"([{"text":"Hi"}])"), profile);
        const ConnectionReport report = checked(SunaConnection { simulator.url({}), "token", {} });
        QVERIFY(report.isUsable());
        QTEST(report.family, "family");
        QVERIFY(report.address.startsWith(simulator.url({}).toString()));
        QCOMPARE(report.agents.value_or(-1), qsizetype(1));
        QVERIFY(report.account);
        QVERIFY(!report.account->plan.isEmpty());
        const auto yes = [&report](ServiceFeature feature) {
            return supportOf(report, feature) == Support::Yes;
        };
        QTEST(yes(ServiceFeature::LookUpStarts), "looksUpStarts");
        QTEST(yes(ServiceFeature::ResumeStreams), "resumes");
        QVERIFY(yes(ServiceFeature::TeamTools));
        QCOMPARE(starts(simulator), 0);
    }

    void supabaseBringsFurtherTurns()
    {
        SimFixture simulator(oneAgent(R"([{"text":"Hi"}])"), u"v1"_s);
        SunaConnection connection { simulator.url({}), "token", {} };
        QVERIFY(supportOf(checked(connection), ServiceFeature::FollowUpTurns) == Support::No);
        connection.supabase.url = simulator.url({});
        connection.supabase.anonKey = "anon";
        QVERIFY(supportOf(checked(connection), ServiceFeature::FollowUpTurns) == Support::Yes);
    }

    void kortixIsTold()
    {
        SimFixture simulator(oneAgent(R"([{"text":"Hi"}])"), u"v4-detect"_s);
        const ConnectionReport report = checked(SunaConnection { simulator.url({}), "token", {} });
        QVERIFY(!report.isUsable());
        QCOMPARE(report.family, u"V4"_s);
        QCOMPARE(report.error->code, QLatin1StringView(code::SunaUnsupportedVersion));
        QVERIFY(report.features.isEmpty());
    }

    void refusedCredentialsAreTold()
    {
        SimFixture simulator(
            oneAgent(R"([{"text":"Hi"}])", R"("auth":{"bearer":"right"},)"), u"v3"_s);
        const ConnectionReport report = checked(SunaConnection { simulator.url({}), "wrong", {} });
        QVERIFY(!report.isUsable());
        QVERIFY(!report.error); // it is a Suna
        QCOMPARE(report.family, u"V3"_s);
        QCOMPARE(report.agentsError->code, QLatin1StringView(code::SunaUnauthorized));
        QCOMPARE(report.accountError->code, QLatin1StringView(code::SunaUnauthorized));
    }

    void nobodyThere()
    {
        const ConnectionReport suna = checked(SunaConnection { closedAddress(), {}, {} });
        QCOMPARE(suna.error->code, QLatin1StringView(code::ConnectionRefused));
        const ConnectionReport models = checked(ModelEndpoint { closedAddress(), {}, {} });
        QCOMPARE(models.error->code, QLatin1StringView(code::ConnectionRefused));
        QVERIFY(!models.isUsable());
    }

    void models()
    {
        SimFixture endpoint(oneAgent(R"([{"text":"Hi"}])"), u"openai"_s);
        ConnectionReport report
            = checked(ModelEndpoint { endpoint.url({}), {}, u"no-such-model"_s });
        QVERIFY(report.isUsable());
        QVERIFY(report.service == ConnectionReport::Service::Models);
        QCOMPARE(report.address, endpoint.url(u"/v1"_s).toString());
        QVERIFY(report.models && !report.models->isEmpty());
        QVERIFY(report.lacksModel());
        QVERIFY(supportOf(report, ServiceFeature::TeamTools) == Support::Unknown);
        QVERIFY(supportOf(report, ServiceFeature::OwnAgents) == Support::Yes);
        const QString model = report.models->constFirst();
        report = checked(ModelEndpoint { endpoint.url(u"/v1/chat/completions"_s), {}, model });
        QVERIFY(!report.lacksModel());
        QCOMPARE(starts(endpoint), 0);
    }

    void aSunaIsNoModelEndpoint()
    {
        SimFixture simulator(oneAgent(R"([{"text":"Hi"}])"), u"v3"_s);
        QVERIFY(!checked(ModelEndpoint { simulator.url({}), {}, {} }).isUsable());
        SimFixture endpoint(oneAgent(R"([{"text":"Hi"}])"), u"openai"_s);
        QVERIFY(!checked(SunaConnection { endpoint.url({}), {}, {} }).isUsable());
    }

    void aStopEndsIt()
    {
        std::stop_source stop;
        stop.request_stop();
        const SunaConnection connection { closedAddress(), {}, {} };
        const auto report = await(checkSuna(connection, &m_clock, {}, stop.get_token()));
        QVERIFY(report);
        QVERIFY(!report->isUsable());
    }

    void accounts_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("plan");
        QTest::addColumn<QString>("credits");
        QTest::addColumn<int>("canRun"); // -1: not told
        QTest::newRow("V1") << QByteArray(
            R"({"can_run":false,"subscription":{"plan_name":"free"}})")
                            << u"free"_s << QString() << 0;
        QTest::newRow("V2") << QByteArray(
            R"({"balance":12.5,"tier":"pro","tier_display_name":"Pro"})")
                            << u"Pro"_s << u"12.5"_s << -1;
        QTest::newRow("V3") << QByteArray(
            R"({"credits":{"total":300,"can_run":true},"tier":{"name":"t","display_name":"Team"}})")
                            << u"Team"_s << u"300"_s << 1;
        QTest::newRow("texts") << QByteArray(R"({"balance":"7.20"})") << QString() << u"7.20"_s
                               << -1;
        QTest::newRow("other types")
            << QByteArray(R"({"credits":[],"tier":7,"balance":{},"can_run":"yes"})") << QString()
            << QString() << -1;
        QTest::newRow("no object") << QByteArray("[]") << QString() << QString() << -1;
    }
    void accounts()
    {
        QFETCH(QByteArray, answer);
        const SunaAccount read = readSunaAccount(Json::parse(answer.toStdString()));
        QTEST(read.account.plan, "plan");
        QTEST(read.account.credits, "credits");
        const int canRun = read.account.canRun ? int(*read.account.canRun) : -1;
        QTEST(canRun, "canRun");
        QVERIFY(!read.models);
    }

    void onlyAllowedModelsCount()
    {
        const SunaAccount read = readSunaAccount(
            Json::parse(R"({"models":[{"id":"a"},{"id":"b","allowed":false},{"name":"c"},{},7]})"));
        QCOMPARE(read.models.value_or(QStringList()), QStringList({ u"a"_s, u"c"_s }));
    }

private:
    ConnectionReport checked(const SunaConnection &connection)
    {
        const auto report = await(checkSuna(connection, &m_clock, {}, {}));
        if (!report)
            qFatal("the check does not end");
        return *report;
    }
    ConnectionReport checked(const ModelEndpoint &endpoint)
    {
        const auto report = await(checkModels(endpoint, &m_clock, {}, {}));
        if (!report)
            qFatal("the check does not end");
        return *report;
    }

    SystemClock m_clock;
};

QTEST_GUILESS_MAIN(TestConnectionCheck)
#include "tst_connection_check.moc"
