// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/suna/suna_detection.h"
#include "core/model/error_codes.h"
#include "tests/agents/fake_suna.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace renum;
using renum::test::FakeAnswer;
using renum::test::FakeSuna;
using renum::test::finish;
using renum::test::quickTimings;
using renum::test::storeResult;

namespace {

FakeAnswer html(int status)
{
    return { status, "<!DOCTYPE html><html></html>", "text/html", FakeAnswer::End::Proper };
}

} // namespace

class SunaDetectionTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"."_s)); }

    void normalisesAddresses_data();
    void normalisesAddresses();
    void keepsIdsInTheirSegment();
    void findsTheFamily_data();
    void findsTheFamily();
    void findsTheFamilyWithoutOpenApi_data();
    void findsTheFamilyWithoutOpenApi();
    void refusesWhatIsNoSuna_data();
    void refusesWhatIsNoSuna();
    void tellsConnectionProblems_data();
    void tellsConnectionProblems();
    void keepsTheSecretUntilItIsNeeded();
    void looksAgainAfterAnUpgrade();
    void looksOnceForAllWhoAskAtOnce();
    void tellsAFailureToAllWhoWaited();
    void anotherLooksWhenTheFirstIsStopped();

private:
    SystemClock m_clock;
};

void SunaDetectionTest::normalisesAddresses_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("root");
    QTest::addColumn<QString>("prefixes");
    QTest::newRow("bare") << u"http://h:8000"_s << u"http://h:8000"_s << u"/v1,/api"_s;
    QTest::newRow("slashes") << u"http://h:8000//"_s << u"http://h:8000"_s << u"/v1,/api"_s;
    QTest::newRow("api") << u"https://h/api/"_s << u"https://h"_s << u"/api,/v1"_s;
    QTest::newRow("v1") << u"https://h/x/v1"_s << u"https://h/x"_s << u"/v1,/api"_s;
    QTest::newRow("secrets") << u"https://h/?token=1#f"_s << u"https://h"_s << u"/v1,/api"_s;
    QTest::newRow("user info") << u"https://u:p@h/"_s << QString() << QString();
    QTest::newRow("file") << u"file:///etc/passwd"_s << QString() << QString();
    QTest::newRow("no scheme") << u"localhost:8000"_s << QString() << QString();
    QTest::newRow("no host") << u"http://"_s << QString() << QString();
    QTest::newRow("empty") << QString() << QString() << QString();
}

void SunaDetectionTest::normalisesAddresses()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, root);
    const Result<SunaAddress> address = normaliseSunaAddress(QUrl(typed));
    QCOMPARE(address.ok(), !root.isEmpty());
    if (!address) {
        QCOMPARE(address.error().code, QString::fromLatin1(code::InvalidUrl));
        return;
    }
    QCOMPARE(address->root.toString(), root);
    QTEST(address->prefixes.join(u','), "prefixes");
}

void SunaDetectionTest::keepsIdsInTheirSegment()
{
    const SunaServer server { QUrl(u"http://h:1/sub"_s), u"/v1"_s, SunaFamily::V3 };
    const auto path = [&server](const QString &id) {
        return sunaUrl(server, { u"agent-run"_s, id, u"stop"_s }).toEncoded();
    };
    QCOMPARE(path(u"a/b"_s), QByteArray("http://h:1/sub/v1/agent-run/a%2Fb/stop"));
    QCOMPARE(path(u"../x?y#z"_s), QByteArray("http://h:1/sub/v1/agent-run/..%2Fx%3Fy%23z/stop"));
    QVERIFY(!path(u".."_s).contains("/../"));
    QVERIFY(path(u".."_s).startsWith("http://h:1/sub/v1/agent-run/%25"));
    QCOMPARE(sunaUrl(server, { u"a"_s }, { { u"k"_s, u"1&b=2"_s } }).toEncoded(),
        QByteArray("http://h:1/sub/v1/a?k=1%26b%3D2"));
}

void SunaDetectionTest::findsTheFamily_data()
{
    QTest::addColumn<SunaFamily>("family");
    QTest::addColumn<QString>("path");
    using enum SunaFamily;
    for (const SunaFamily family : { V1, V2a, V2b, V3 }) {
        const QByteArray name = toString(family).toLatin1();
        QTest::addRow("%s, bare", name.constData()) << family << QString();
        QTest::addRow("%s, /api", name.constData()) << family << u"/api"_s;
        QTest::addRow("%s, /v1/", name.constData()) << family << u"/v1/"_s;
    }
}

void SunaDetectionTest::findsTheFamily()
{
    QFETCH(const SunaFamily, family);
    QFETCH(const QString, path);
    FakeSuna suna(family);
    SunaBackend backend({ suna.url(path), "jwt", {} }, &m_clock, quickTimings());
    const Result<BackendInfo> info = finish(backend.probe({}));
    QVERIFY2(info, info ? "" : qPrintable(info.error().message));
    QCOMPARE(info->version, toString(family));
    QCOMPARE(info->address, suna.url(suna.prefix).toString());
    // V1 makes a thread with its first run, and adds to one in Supabase only.
    QCOMPARE(info->capabilities.threadBeforeStart, family != SunaFamily::V1);
    QCOMPARE(info->capabilities.followUpTurns, family != SunaFamily::V1);
    QCOMPARE(info->capabilities.resumesStream, family == SunaFamily::V3);
    QVERIFY(info->capabilities.listsRuns);
    const qsizetype asked = suna.ledger.size();
    QVERIFY(finish(backend.probe({})).ok());
    QCOMPARE(suna.ledger.size(), asked);
    for (const ServerRequest &request : std::as_const(suna.ledger))
        QCOMPARE(request.method, QByteArray("GET"));
}

void SunaDetectionTest::findsTheFamilyWithoutOpenApi_data()
{
    QTest::addColumn<int>("threads");
    QTest::addColumn<int>("start");
    QTest::addColumn<int>("account");
    QTest::addColumn<QString>("result");
    QTest::newRow("V1") << 404 << 404 << 404 << u"V1"_s;
    QTest::newRow("V2a") << 200 << 404 << 404 << u"V2a"_s;
    QTest::newRow("V2b") << 200 << 405 << 404 << u"V2b"_s;
    QTest::newRow("V3") << 200 << 405 << 200 << u"V3"_s;
    QTest::newRow("401") << 401 << 404 << 404 << QString::fromLatin1(code::SunaUnauthorized);
    QTest::newRow("500") << 500 << 404 << 404 << QString::fromLatin1(code::SunaServerError);
}

void SunaDetectionTest::findsTheFamilyWithoutOpenApi()
{
    QFETCH(const int, threads);
    QFETCH(const int, start);
    QFETCH(const int, account);
    FakeSuna suna(SunaFamily::V2a);
    suna.on(u"GET /openapi.json"_s, { html(200) });
    suna.on(u"GET /threads"_s, R"({"detail":"x"})", threads);
    suna.on(u"GET /agent/start"_s, R"({"detail":"Method Not Allowed"})", start);
    suna.on(u"GET /billing/account-state/minimal"_s, "{}", account);
    SunaBackend backend({ suna.url(), "jwt", {} }, &m_clock, quickTimings());
    const Result<BackendInfo> info = finish(backend.probe({}));
    const QString result = info                   ? info->version
        : info.error().args.contains(u"family"_s) ? info.error().args.value(u"family"_s).toString()
                                                  : info.error().code;
    QTEST(result, "result");
    QCOMPARE(suna.count(u"POST /agent/start"_s), 0);
}

void SunaDetectionTest::refusesWhatIsNoSuna_data()
{
    QTest::addColumn<FakeAnswer>("health");
    QTest::addColumn<QString>("errorCode");
    QTest::addColumn<QString>("word");
    const QString none = QString::fromLatin1(code::SunaNotDetected);
    const auto json = [](const QByteArray &body, int status) {
        return FakeAnswer { status, body, "application/json", FakeAnswer::End::Proper };
    };
    QTest::newRow("F51 V4")
        << json(R"({"status":"ok","service":"kortix-api","version":"0.9.3"})", 200)
        << QString::fromLatin1(code::SunaUnsupportedVersion)
        << u"Kortix v0.9 or later (V4), which this connector does not support"_s;
    QTest::newRow("V4 version") << json(
        R"({"status":"ok","service":"kortix-api","version":"0.9.3"})", 200)
                                << QString::fromLatin1(code::SunaUnsupportedVersion) << u"0.9.3"_s;
    QTest::newRow("V4 starting") << json(R"({"status":"starting","service":"kortix-api"})", 503)
                                 << QString::fromLatin1(code::SunaUnsupportedVersion) << u"V4"_s;
    QTest::newRow("HTML") << html(200) << none << u"web page"_s;
    QTest::newRow("HTML 404") << html(404) << none << u"web page"_s;
    QTest::newRow("other JSON") << json(R"({"hello":1})", 200) << none << u"no Suna"_s;
    QTest::newRow("404") << json(R"({"detail":"Not Found"})", 404) << none << u"no Suna"_s;
    QTest::newRow("invalid JSON") << json("{", 200) << none << u"no Suna"_s;
    QTest::newRow("invalid UTF-8") << json("\"\xff\"", 200) << none << u"no Suna"_s;
    QTest::newRow("502") << html(502) << QString::fromLatin1(code::SunaServerError) << u"502"_s;
}

void SunaDetectionTest::refusesWhatIsNoSuna()
{
    QFETCH(const FakeAnswer, health);
    QFETCH(const QString, word);
    FakeSuna suna;
    suna.on(u"GET /health"_s, { health });
    suna.prefix = u"/v1"_s;
    SunaBackend backend({ suna.url(), {}, {} }, &m_clock, quickTimings());
    const Result<BackendInfo> info = finish(backend.probe({}));
    QVERIFY(!info);
    QTEST(info.error().code, "errorCode");
    QVERIFY2(info.error().message.contains(word), qPrintable(info.error().message));
}

void SunaDetectionTest::tellsConnectionProblems_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("errorCode");
    QTest::newRow("wrong URL") << u"nonsense"_s << QString::fromLatin1(code::InvalidUrl);
    QTest::newRow("refused") << u"http://127.0.0.1:9"_s
                             << QString::fromLatin1(code::ConnectionRefused);
    QTest::newRow("TLS failure") << u"https"_s << QString::fromLatin1(code::TlsFailed);
}

void SunaDetectionTest::tellsConnectionProblems()
{
    QFETCH(QString, address);
    FakeSuna suna;
    if (address == "https"_L1)
        address = suna.url().toString().replace(u"http:"_s, u"https:"_s);
    SunaBackend backend({ QUrl(address), "jwt", {} }, &m_clock, quickTimings());
    const Result<BackendInfo> info = finish(backend.probe({}));
    QVERIFY(!info);
    QTEST(info.error().code, "errorCode");
    QVERIFY(!info.error().message.isEmpty());
    const StartAnswer answer = finish(backend.startRun({}, {}));
    QCOMPARE(answer.kind, StartAnswer::Kind::Rejected);
}

void SunaDetectionTest::keepsTheSecretUntilItIsNeeded()
{
    FakeSuna suna;
    suna.on(u"GET /agents"_s, R"({"agents":[]})");
    SunaBackend backend({ suna.url(), " jwt\n", "pk_1:sk_2" }, &m_clock, quickTimings());
    QVERIFY(finish(backend.probe({})).ok());
    for (const ServerRequest &request : std::as_const(suna.ledger)) {
        QCOMPARE(request.header("Authorization"), QByteArray());
        QCOMPARE(request.header("X-API-Key"), QByteArray());
    }
    QVERIFY(finish(backend.listAgents({})).ok());
    QCOMPARE(suna.ledger.constLast().header("Authorization"), QByteArray("Bearer jwt"));
    QCOMPARE(suna.ledger.constLast().header("X-API-Key"), QByteArray("pk_1:sk_2"));

    SunaBackend broken({ suna.url(), "jwt\r\nX-Evil: 1", {} }, &m_clock, quickTimings());
    const Result<QList<AgentInfo>> agents = finish(broken.listAgents({}));
    QVERIFY(!agents);
    QCOMPARE(agents.error().code, QString::fromLatin1(code::SunaUnauthorized));
}

void SunaDetectionTest::looksAgainAfterAnUpgrade()
{
    FakeSuna suna(SunaFamily::V2a);
    suna.on(u"GET /agents"_s, R"({"agents":[]})");
    SunaBackend backend({ suna.url(), "jwt", {} }, &m_clock, quickTimings());
    QVERIFY(finish(backend.listAgents({})).ok());
    suna.on(u"GET /agents"_s, R"({"error":"gone","code":"ENDPOINT_RETIRED"})", 410);
    suna.on(u"GET /health"_s, R"({"service":"kortix-api","version":"1"})");
    const Result<QList<AgentInfo>> retired = finish(backend.listAgents({}));
    QCOMPARE(retired.error().args.value(u"error_code"_s).toString(), u"ENDPOINT_RETIRED"_s);
    const Result<BackendInfo> info = finish(backend.probe({}));
    QVERIFY(!info);
    QCOMPARE(info.error().code, QString::fromLatin1(code::SunaUnsupportedVersion));
}

void SunaDetectionTest::looksOnceForAllWhoAskAtOnce()
{
    FakeSuna suna(SunaFamily::V3);
    SunaBackend backend({ suna.url(), "jwt", {} }, &m_clock, quickTimings());
    QVERIFY(finish(backend.probe({})).ok());
    const auto requestsOfOneLook = suna.ledger.size();

    SunaBackend other({ suna.url(), "jwt", {} }, &m_clock, quickTimings());
    const auto first = std::make_shared<std::optional<Result<BackendInfo>>>();
    TaskScope scope;
    scope.start(storeResult(other.probe({}), first));
    QVERIFY(finish(other.probe({})).ok());
    QTRY_VERIFY(first->has_value());
    QVERIFY((*first)->ok());
    QCOMPARE(suna.ledger.size(), 2 * requestsOfOneLook);
}

void SunaDetectionTest::tellsAFailureToAllWhoWaited()
{
    FakeSuna suna(SunaFamily::V3);
    suna.on(u"GET /health"_s, R"({"service":"kortix-api","version":"1"})");
    SunaBackend backend({ suna.url(), "jwt", {} }, &m_clock, quickTimings());
    const auto first = std::make_shared<std::optional<Result<BackendInfo>>>();
    TaskScope scope;
    scope.start(storeResult(backend.probe({}), first));
    const Result<BackendInfo> second = finish(backend.probe({}));
    QCOMPARE(second.error().code, QString::fromLatin1(code::SunaUnsupportedVersion));
    QTRY_VERIFY(first->has_value());
    QCOMPARE((*first)->error().code, second.error().code);
    const auto requestsOfOneLook = suna.ledger.size();
    // Not remembered: whoever asks later looks again.
    QVERIFY(!finish(backend.probe({})));
    QCOMPARE(suna.ledger.size(), 2 * requestsOfOneLook);
}

void SunaDetectionTest::anotherLooksWhenTheFirstIsStopped()
{
    FakeSuna suna(SunaFamily::V3);
    SunaBackend backend({ suna.url(), "jwt", {} }, &m_clock, quickTimings());
    std::stop_source stop;
    const auto first = std::make_shared<std::optional<Result<BackendInfo>>>();
    const auto second = std::make_shared<std::optional<Result<BackendInfo>>>();
    TaskScope scope;
    scope.start(storeResult(backend.probe(stop.get_token()), first));
    scope.start(storeResult(backend.probe({}), second));
    stop.request_stop();
    QTRY_VERIFY(first->has_value() && second->has_value());
    QVERIFY((*first)->error().category == ErrorCategory::UserCancelled);
    QVERIFY((*second)->ok());
}

QTEST_GUILESS_MAIN(SunaDetectionTest)
#include "tst_suna_detection.moc"
