// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "core/net/http_client.h"
#include "tests/agents/sign_in_bench.h"
#include "tests/support/virtual_clock.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace renum;
using namespace renum::test;

/// When Supabase does not renew a sign-in, or cannot.
class SunaSignInFailuresTest : public QObject {
    Q_OBJECT

private slots:
    void init();

    void saysToSignInAgain_data();
    void saysToSignInAgain();
    void asksNoMoreOnceRefused();
    void triesAgainLater_data();
    void triesAgainLater();
    void usesATokenThatStillWorks();
    void startsNothingWithoutASignIn();
    void keepsSecretsOutOfWords();
    void doesNotRenewWithoutARefreshToken();
    void refusesAddresses_data();
    void refusesAddresses();

private:
    std::unique_ptr<SignInBench> m_bench;
};

void SunaSignInFailuresTest::init()
{
    QTest::failOnWarning(QRegularExpression(u"."_s));
    m_bench = std::make_unique<SignInBench>();
}

void SunaSignInFailuresTest::saysToSignInAgain_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("word");
    QTest::newRow("used up")
        << 400
        << QByteArray(
               R"({"error":"invalid_grant","error_description":"Invalid Refresh Token: Already Used"})")
        << u"Invalid Refresh Token"_s;
    QTest::newRow("newer shape")
        << 400
        << QByteArray(R"({"code":"refresh_token_not_found","msg":"Refresh Token Not Found"})")
        << u"Not Found"_s;
    QTest::newRow("wrong public key")
        << 401 << QByteArray(R"({"message":"Invalid API key"})") << u"Invalid API key"_s;
    QTest::newRow("forbidden") << 403 << QByteArray("no") << u"Sign in again"_s;
    QTest::newRow("not valid") << 422 << QByteArray("{}") << u"Sign in again"_s;
}

void SunaSignInFailuresTest::saysToSignInAgain()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const QString, word);
    QTest::ignoreMessage(
        QtWarningMsg, "The sign-in at Suna was not renewed (suna_sign_in_expired)");
    m_bench->suna.on(agentsRoute, { refusal() });
    m_bench->supabase.instead = FakeSupabase::Answer { status, body };
    const Result<QList<AgentInfo>> agents = finish(m_bench->backend()->listAgents({}));
    QVERIFY(!agents);
    QCOMPARE(agents.error().code, QString::fromLatin1(code::SunaSignInExpired));
    QCOMPARE(toString(agents.error().category), u"authentication_error"_s);
    QVERIFY2(agents.error().message.contains(word), qPrintable(agents.error().message));
    QVERIFY(m_bench->kept.isEmpty());
}

void SunaSignInFailuresTest::asksNoMoreOnceRefused()
{
    QTest::ignoreMessage(
        QtWarningMsg, "The sign-in at Suna was not renewed (suna_sign_in_expired)");
    m_bench->supabase.instead = FakeSupabase::Answer { 400, "{}" };
    m_bench->suna.on(agentsRoute, { refusal() });
    const auto suna = m_bench->backend();
    for (int i = 0; i < 3; ++i) {
        const Result<QList<AgentInfo>> agents = finish(suna->listAgents({}));
        QVERIFY(!agents);
        QCOMPARE(agents.error().code, QString::fromLatin1(code::SunaSignInExpired));
    }
    QCOMPARE(m_bench->supabase.renewals(), 1);
}

void SunaSignInFailuresTest::triesAgainLater_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("errorCode");
    const QString serverError = QString::fromLatin1(code::SunaServerError);
    const QString invalid = QString::fromLatin1(code::SunaInvalidAnswer);
    QTest::newRow("429") << 429 << QByteArray("{}") << serverError;
    QTest::newRow("503") << 503 << QByteArray("busy") << serverError;
    QTest::newRow("HTML") << 200 << QByteArray("<html>Sign in</html>") << invalid;
    QTest::newRow("404") << 404 << QByteArray("{}") << invalid;
    QTest::newRow("half") << 200 << QByteArray(R"({"access_token":"a"})") << invalid;
    QTest::newRow("line break")
        << 200
        << QByteArray(R"({"access_token":"a\r\nX-Evil: 1","refresh_token":"r","expires_in":9})")
        << invalid;
    QTest::newRow("long") << 200
                          << QByteArray(R"({"refresh_token":"r","access_token":")"
                                 + QByteArray(20000, 'x') + R"("})")
                          << invalid;
}

void SunaSignInFailuresTest::triesAgainLater()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const QString, errorCode);
    const QByteArray warning = "The sign-in at Suna was not renewed (" + errorCode.toLatin1() + ")";
    QTest::ignoreMessage(QtWarningMsg, warning.constData());
    m_bench->suna.on(agentsRoute, { refusal(), json(noAgents) });
    m_bench->supabase.instead = FakeSupabase::Answer { status, body,
        { { "Content-Type", "application/json" }, { "Retry-After", "7" } } };
    const auto suna = m_bench->backend();
    const Result<QList<AgentInfo>> agents = finish(suna->listAgents({}));
    QVERIFY(!agents);
    QCOMPARE(agents.error().code, errorCode);
    QVERIFY(surelyNotSent(agents.error()));
    if (errorCode == QLatin1StringView(code::SunaServerError))
        QCOMPARE(agents.error().args.value(u"retry_after"_s).toInt(), 7);

    m_bench->suna.on(agentsRoute, { refusal(), json(noAgents) });
    m_bench->supabase.instead.reset();
    QVERIFY(finish(suna->listAgents({})).ok());
    QCOMPARE(m_bench->kept.size(), 1);
}

// A renewal that is due, and cannot be had, is no reason to give up a token that is still good.
void SunaSignInFailuresTest::usesATokenThatStillWorks()
{
    QTest::ignoreMessage(QtWarningMsg, "The sign-in at Suna was not renewed (suna_server_error)");
    VirtualClock clock;
    m_bench->supabase.instead = FakeSupabase::Answer { 503, "{}" };
    const auto suna = m_bench->backend(jwt(clock.now() + 50s), &clock);
    QVERIFY(finish(suna->listAgents({})).ok());
    QVERIFY(finish(suna->listAgents({})).ok());
    QCOMPARE(m_bench->supabase.renewals(), 1);
    clock.sleep(16s);
    m_bench->supabase.instead.reset();
    QVERIFY(finish(suna->listAgents({})).ok());
    QCOMPARE(m_bench->supabase.renewals(), 2);
    QCOMPARE(m_bench->lastBearer(agentsRoute), QByteArray("Bearer access-1"));
}

void SunaSignInFailuresTest::startsNothingWithoutASignIn()
{
    QTest::ignoreMessage(QtWarningMsg, "The sign-in at Suna was not renewed (suna_server_error)");
    m_bench->supabase.instead = FakeSupabase::Answer { 503, "{}" };
    RunRequest request;
    request.thread = { ThreadId(u"t1"_s), {} };
    const StartAnswer answer = finish(m_bench->backend({})->startRun(request, {}));
    QCOMPARE(answer.kind, StartAnswer::Kind::Rejected);
    QCOMPARE(m_bench->suna.count(startRoute), 0);
}

void SunaSignInFailuresTest::keepsSecretsOutOfWords()
{
    QTest::ignoreMessage(
        QtWarningMsg, "The sign-in at Suna was not renewed (suna_sign_in_expired)");
    m_bench->suna.on(agentsRoute, { refusal() });
    m_bench->supabase.instead = FakeSupabase::Answer { 400,
        R"({"msg":"bad {\"refresh_token\":\"hunter2-secret\"} for Bearer access-0-secret"})" };
    const Result<QList<AgentInfo>> agents = finish(m_bench->backend()->listAgents({}));
    QVERIFY(!agents);
    const Error &error = agents.error();
    const QString words = error.message + error.args.value(u"detail"_s).toString();
    QVERIFY2(!words.contains(u"secret"_s), qPrintable(words));
    QVERIFY(words.contains(u"•••"_s));
}

void SunaSignInFailuresTest::doesNotRenewWithoutARefreshToken()
{
    m_bench->suna.on(agentsRoute, { refusal() });
    SunaConnection plain = m_bench->connection();
    plain.supabase.refreshToken.clear();
    SunaBackend suna(plain, &m_bench->clock, quickTimings());
    const Result<QList<AgentInfo>> agents = finish(suna.listAgents({}));
    QVERIFY(!agents);
    QCOMPARE(agents.error().code, QString::fromLatin1(code::SunaUnauthorized));
    QCOMPARE(m_bench->suna.count(agentsRoute), 1);
    QCOMPARE(m_bench->supabase.renewals(), 0);
}

void SunaSignInFailuresTest::refusesAddresses_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("errorCode");
    const QString invalid = QString::fromLatin1(code::InvalidUrl);
    QTest::newRow("no address") << u"supabase"_s << invalid;
    QTest::newRow("file") << u"file:///etc/passwd"_s << invalid;
    QTest::newRow("user info") << u"http://u:p@127.0.0.1:9"_s << invalid;
    QTest::newRow("metadata") << u"http://169.254.169.254"_s
                              << QString::fromLatin1(code::AddressForbidden);
}

void SunaSignInFailuresTest::refusesAddresses()
{
    QFETCH(const QString, url);
    QFETCH(const QString, errorCode);
    const QByteArray warning = "The sign-in at Suna was not renewed (" + errorCode.toLatin1() + ")";
    if (errorCode == QLatin1StringView(code::AddressForbidden))
        QTest::ignoreMessage(QtWarningMsg, warning.constData());
    SunaConnection odd = m_bench->connection({});
    odd.supabase.url = QUrl(url);
    SunaBackend suna(odd, &m_bench->clock, quickTimings());
    const Result<QList<AgentInfo>> agents = finish(suna.listAgents({}));
    QVERIFY(!agents);
    QCOMPARE(agents.error().code, errorCode);
    QCOMPARE(m_bench->suna.count(agentsRoute), 0);
}

QTEST_GUILESS_MAIN(SunaSignInFailuresTest)
#include "tst_suna_sign_in_failures.moc"
