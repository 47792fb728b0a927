// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/openai/openai_backend.h"
#include "core/model/error_codes.h"
#include "tests/agents/fake_suna.h"
#include "tests/support/raw_server.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace renum;
using namespace renum::test;

namespace {

enum class Kind { Suna, Models };

QByteArray answer(const QByteArray &status, const QByteArray &type, const QByteArray &body)
{
    return "HTTP/1.1 " + status + "\r\nContent-Type: " + type
        + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

const QByteArray LoginPage = "<!DOCTYPE html><html><form action=\"/login\">Password</form></html>";

/// Names that people, and others, give: right-to-left marks and overrides, emoji of several parts,
/// what looks like markup or a path, every kind of white space, and the longest.
const QStringList OddNames { u"\u202eredrow\u202c"_s, u"\u200fכותב\u200e"_s,
    u"👩‍💻 Coder 🇧🇷"_s, u"<b>Bold</b> & \"quoted\""_s, u"../../etc/passwd"_s,
    u"a\tb c\u2028d"_s, u"Ünïcödé é"_s, u"'; DROP TABLE agents; --"_s, QString(255, QChar(u'ä')) };

} // namespace

/// What answers at an address need not be what a person meant, and what it says need not be tame.
class ForeignServicesTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"."_s)); }

    void saysWhatIsWrongWithAnAddress_data();
    void saysWhatIsWrongWithAnAddress();
    void takesItsSecretNowhereElse_data();
    void takesItsSecretNowhereElse();
    void refusesWhatIsNoAddress_data();
    void refusesWhatIsNoAddress();
    void readsManyModels();
    void followsNoEndlessList();
    void keepsOddNames();

private:
    [[nodiscard]] Result<BackendInfo> probe(Kind kind, const QUrl &url);
    [[nodiscard]] Result<QList<AgentInfo>> agents(Kind kind, const QUrl &url);

    SystemClock m_clock;
};

Result<BackendInfo> ForeignServicesTest::probe(Kind kind, const QUrl &url)
{
    if (kind == Kind::Suna) {
        SunaBackend suna({ url, "secret-token", "pk_1:sk_secret" }, &m_clock, quickTimings());
        return finish(suna.probe({}));
    }
    OpenAiBackend models({ url, "sk-secret-key", {} }, &m_clock);
    return finish(models.probe({}));
}

Result<QList<AgentInfo>> ForeignServicesTest::agents(Kind kind, const QUrl &url)
{
    if (kind == Kind::Suna) {
        SunaBackend suna({ url, "secret-token", {} }, &m_clock, quickTimings());
        return finish(suna.listAgents({}));
    }
    OpenAiBackend models({ url, "sk-secret-key", {} }, &m_clock);
    return finish(models.listAgents({}));
}

void ForeignServicesTest::saysWhatIsWrongWithAnAddress_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<QString>("suna");
    QTest::addColumn<QString>("models");
    const QString detected = QString::fromLatin1(code::SunaNotDetected);
    const QString failed = QString::fromLatin1(code::NetworkFailed);
    const QString lost = QString::fromLatin1(code::ConnectionLost);
    const QString notJson = QString::fromLatin1(code::ModelNotJson);
    QTest::newRow("SSH") << QByteArray("SSH-2.0-OpenSSH_9.2p1 Debian\r\n") << failed << failed;
    QTest::newRow("SMTP") << QByteArray("220 mail.example ESMTP ready\r\n") << failed << failed;
    QTest::newRow("closes") << QByteArray() << lost << lost;
    QTest::newRow("zero bytes") << QByteArray(64, '\0') << failed << failed;
    QTest::newRow("login page") << answer("200 OK", "text/html; charset=utf-8", LoginPage)
                                << detected << notJson;
    QTest::newRow("login page without a type")
        << answer("200 OK", "application/json", LoginPage) << detected << notJson;
    QTest::newRow("a file") << answer("200 OK", "application/octet-stream", "%PDF-1.7\n%\xe2\xe3")
                            << detected << notJson;
    QTest::newRow("other JSON") << answer("200 OK", "application/json", R"({"hello":"world"})")
                                << detected << QString::fromLatin1(code::ModelInvalidAnswer);
    QTest::newRow("JSON without end")
        << answer("200 OK", "application/json", QByteArray(5000, '[')) << detected << notJson;
}

void ForeignServicesTest::saysWhatIsWrongWithAnAddress()
{
    QFETCH(const QByteArray, said);
    RawServer server(RawServer::sayAndClose(said));
    const QUrl url(u"http://127.0.0.1:%1"_s.arg(server.port()));
    for (const auto &[kind, column] :
        { std::pair(Kind::Suna, "suna"), std::pair(Kind::Models, "models") }) {
        const QString expected
            = *static_cast<QString *>(QTest::qData(column, qMetaTypeId<QString>()));
        const Result<BackendInfo> info = probe(kind, url);
        QVERIFY(!info);
        QVERIFY2(info.error().code == expected,
            qPrintable(QString(info.error().code + u": "_s + info.error().message)));
        QVERIFY(!info.error().message.contains(u"secret"_s));
    }
    QVERIFY(!server.received().contains("secret-token")); // Suna is detected without it
}

void ForeignServicesTest::takesItsSecretNowhereElse_data()
{
    QTest::addColumn<QByteArray>("status");
    for (const char *status : { "301 Moved", "302 Found", "303 See Other", "307 Temporary Redirect",
             "308 Permanent Redirect" })
        QTest::newRow(status) << QByteArray(status);
}

void ForeignServicesTest::takesItsSecretNowhereElse()
{
    QFETCH(const QByteArray, status);
    RawServer elsewhere(RawServer::sayAndClose(answer("200 OK", "application/json", "{}")));
    const QByteArray redirect = "HTTP/1.1 " + status + "\r\nLocation: http://127.0.0.1:"
        + QByteArray::number(elsewhere.port()) + "/v1/models\r\nContent-Length: 0\r\n\r\n";
    RawServer server(RawServer::sayAndClose(redirect));
    FakeSuna suna;
    const QUrl url(u"http://127.0.0.1:%1"_s.arg(server.port()));
    const Result<BackendInfo> models = probe(Kind::Models, url);
    QVERIFY(!models);
    QCOMPARE(models.error().code, QString::fromLatin1(code::UnexpectedRedirect));
    const Result<BackendInfo> page = probe(Kind::Suna, url);
    QVERIFY(!page);
    QCOMPARE(page.error().code, QString::fromLatin1(code::SunaNotDetected));
    // A Suna that begins to redirect once it is known.
    suna.on(u"GET /agents"_s,
        { FakeAnswer {
            status.left(3).toInt(), "{}", "application/json", FakeAnswer::End::Proper } });
    const Result<QList<AgentInfo>> list = agents(Kind::Suna, suna.url());
    QVERIFY(!list);
    QCOMPARE(list.error().code, QString::fromLatin1(code::UnexpectedRedirect));
    QCoreApplication::processEvents(); // a connection would be waiting to be accepted
    QCOMPARE(elsewhere.connections(), 0);
}

void ForeignServicesTest::refusesWhatIsNoAddress_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("errorCode");
    const QString invalid = QString::fromLatin1(code::InvalidUrl);
    const QString forbidden = QString::fromLatin1(code::AddressForbidden);
    QTest::newRow("file") << u"file:///etc/passwd"_s << invalid;
    QTest::newRow("gopher") << u"gopher://127.0.0.1:70/_x"_s << invalid;
    QTest::newRow("user info") << u"http://user:pass@127.0.0.1:9"_s << invalid;
    QTest::newRow("metadata") << u"http://169.254.169.254/latest"_s << forbidden;
    QTest::newRow("metadata in decimal") << u"http://2852039166/"_s << forbidden;
    QTest::newRow("metadata in octal") << u"http://0251.0376.0251.0376/"_s << forbidden;
    QTest::newRow("metadata in IPv6") << u"http://[::ffff:169.254.169.254]/"_s << forbidden;
    QTest::newRow("unspecified") << u"http://0.0.0.0:8000/"_s << forbidden;
    QTest::newRow("multicast") << u"http://224.0.0.1/"_s << forbidden;
}

void ForeignServicesTest::refusesWhatIsNoAddress()
{
    QFETCH(const QString, url);
    QFETCH(const QString, errorCode);
    for (const Kind kind : { Kind::Suna, Kind::Models }) {
        const Result<BackendInfo> info = probe(kind, QUrl(url));
        QVERIFY(!info);
        QCOMPARE(info.error().code, errorCode);
        QVERIFY(!info.error().message.contains(u"pass@"_s));
    }
}

void ForeignServicesTest::readsManyModels()
{
    QByteArray list = R"({"data":[)";
    for (int i = 0; i < 10'000; ++i)
        list += QByteArray(i == 0 ? "" : ",") + R"({"id":"model-)" + QByteArray::number(i) + "\"}";
    RawServer server(RawServer::sayAndClose(answer("200 OK", "application/json", list + "]}")));
    const QUrl url(u"http://127.0.0.1:%1/v1"_s.arg(server.port()));
    const Result<QList<AgentInfo>> models = agents(Kind::Models, url);
    QVERIFY2(models, models ? "" : qPrintable(models.error().message));
    QVERIFY(models->size() >= 1000);
    QVERIFY(models->size() <= 10'000);
    QCOMPARE(models->constFirst().id, AgentId(u"model:model-0"_s));
}

/// A server that repeats a page for ever is not followed.
void ForeignServicesTest::followsNoEndlessList()
{
    Json agents = Json::array();
    for (int i = 0; i < 100; ++i)
        agents.push_back({ { "agent_id", "a" + std::to_string(i) }, { "name", "Agent" } });
    const Json page = { { "agents", agents },
        { "pagination", { { "current_page", 1 }, { "total_pages", 1'000'000 } } } };
    FakeSuna suna;
    suna.on(u"GET /agents"_s, canonicalJson(page));
    const Result<QList<AgentInfo>> found = this->agents(Kind::Suna, suna.url());
    QVERIFY2(found, found ? "" : qPrintable(found.error().message));
    QCOMPARE(found->size(), 100);
    QCOMPARE(suna.count(u"GET /agents"_s), 2); // the second page brings nothing new
}

void ForeignServicesTest::keepsOddNames()
{
    Json agents = Json::array();
    Json models = Json::array();
    for (qsizetype i = 0; i < OddNames.size(); ++i) {
        agents.push_back(
            { { "agent_id", "a" + std::to_string(i) }, { "name", toJson(OddNames[i]) } });
        models.push_back({ { "id", toJson(OddNames[i]) } });
    }
    FakeSuna suna;
    suna.on(u"GET /agents"_s,
        canonicalJson({ { "agents", agents }, { "pagination", { { "total_pages", 1 } } } }));
    const Result<QList<AgentInfo>> ofSuna = this->agents(Kind::Suna, suna.url());
    QVERIFY2(ofSuna, ofSuna ? "" : qPrintable(ofSuna.error().message));
    QCOMPARE(ofSuna->size(), OddNames.size());
    for (qsizetype i = 0; i < OddNames.size(); ++i)
        QCOMPARE(ofSuna->at(i).name, OddNames[i]);

    RawServer server(RawServer::sayAndClose(
        answer("200 OK", "application/json", canonicalJson({ { "data", models } }))));
    const QUrl url(u"http://127.0.0.1:%1/v1"_s.arg(server.port()));
    const Result<QList<AgentInfo>> ofModels = this->agents(Kind::Models, url);
    QVERIFY2(ofModels, ofModels ? "" : qPrintable(ofModels.error().message));
    QCOMPARE(ofModels->size(), OddNames.size());
    for (qsizetype i = 0; i < OddNames.size(); ++i)
        QCOMPARE(ofModels->at(i).id, AgentId(QString(u"model:"_s + OddNames[i])));
}

QTEST_GUILESS_MAIN(ForeignServicesTest)
#include "tst_foreign_services.moc"
