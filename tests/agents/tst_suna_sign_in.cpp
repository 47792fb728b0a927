// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/suna/supabase_session.h"
#include "core/model/error_codes.h"
#include "tests/agents/sign_in_bench.h"
#include "tests/support/running_task.h"
#include "tests/support/virtual_clock.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace renum;
using namespace renum::test;

namespace {

using End = FakeAnswer::End;
using Listing = RunningTask<Result<QList<AgentInfo>>>;

} // namespace

/// Renewing a sign-in that Supabase issued (suna-api.md §1.2, §9.3).
class SunaSignInTest : public QObject {
    Q_OBJECT

private slots:
    void init();

    void readsExpiries_data();
    void readsExpiries();
    void renewsBeforeExpiry();
    void renewsAfterARefusal();
    void renewsOnlyOnceForARefusal();
    void repeatsAStartThatWasRefused();
    void renewsForAStream();
    void signsInWithARefreshTokenAlone();
    void callsShareOneRenewal();
    void connectionsShareOneSignIn();
    void usedUpByAnotherConnection();
    void whoStopsWaitingEndsNothing();
    void endsWhenTheBackendDies();

private:
    std::unique_ptr<SignInBench> m_bench;
};

void SunaSignInTest::init()
{
    QTest::failOnWarning(QRegularExpression(u"."_s));
    m_bench = std::make_unique<SignInBench>();
}

void SunaSignInTest::readsExpiries_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<qint64>("expiry");
    const auto with = [](const QByteArray &claims) -> QByteArray {
        return "h." + claims.toBase64(QByteArray::Base64UrlEncoding) + ".s";
    };
    QTest::newRow("plain") << with(R"({"exp":1770000000})") << qint64(1770000000);
    QTest::newRow("none") << with(R"({"sub":"x"})") << qint64(-1);
    QTest::newRow("text") << with(R"({"exp":"soon"})") << qint64(-1);
    QTest::newRow("negative") << with(R"({"exp":-5})") << qint64(-1);
    QTest::newRow("huge") << with(R"({"exp":9223372036854775807})") << qint64(-1);
    QTest::newRow("no JSON") << with("exp") << qint64(-1);
    QTest::newRow("array") << with("[1]") << qint64(-1);
    QTest::newRow("deep") << with(QByteArray(1000, '[')) << qint64(-1);
    QTest::newRow("no base64") << QByteArray("h.%%%.s") << qint64(-1);
    QTest::newRow("two parts") << QByteArray("h.e30") << qint64(-1);
    QTest::newRow("API key") << QByteArray("pk_1:sk_2") << qint64(-1);
    QTest::newRow("empty") << QByteArray() << qint64(-1);
    QTest::newRow("long") << with(R"({"exp":1,"x":")" + QByteArray(20000, 'x') + R"("})")
                          << qint64(-1);
}

void SunaSignInTest::readsExpiries()
{
    QFETCH(const QByteArray, token);
    const auto expiry = jwtExpiry(token);
    const qint64 seconds = expiry
        ? std::chrono::duration_cast<std::chrono::seconds>(expiry->time_since_epoch()).count()
        : -1;
    QTEST(seconds, "expiry");
}

void SunaSignInTest::renewsBeforeExpiry()
{
    VirtualClock clock;
    m_bench->supabase.lasts = 1h;
    const auto suna = m_bench->backend(jwt(clock.now() + 30min), &clock);
    QVERIFY(finish(suna->listAgents({})).ok());
    QCOMPARE(m_bench->supabase.renewals(), 0);
    clock.sleep(29min + 1s); // the machine slept: 59 s are left
    QVERIFY(finish(suna->listAgents({})).ok());
    QCOMPARE(m_bench->supabase.renewals(), 1);
    QCOMPARE(m_bench->lastBearer(agentsRoute), QByteArray("Bearer access-1"));
    QCOMPARE(m_bench->kept, (QList<SunaTokens> { { "access-1", "refresh-1" } }));

    clock.sleep(58min);
    QVERIFY(finish(suna->listAgents({})).ok());
    QCOMPARE(m_bench->supabase.renewals(), 1);
    clock.sleep(2min);
    QVERIFY(finish(suna->listAgents({})).ok());
    QCOMPARE(m_bench->supabase.renewals(), 2);
    QCOMPARE(m_bench->kept.constLast(), (SunaTokens { "access-2", "refresh-2" }));
    for (const ServerRequest &request : m_bench->suna.asked(agentsRoute))
        QVERIFY(request.header("Authorization").startsWith("Bearer "));
}

void SunaSignInTest::renewsAfterARefusal()
{
    m_bench->suna.on(agentsRoute, { refusal(), json(noAgents) });
    const auto suna = m_bench->backend();
    QVERIFY(finish(suna->listAgents({})).ok());
    QCOMPARE(m_bench->suna.count(agentsRoute), 2);
    QCOMPARE(m_bench->lastBearer(agentsRoute), QByteArray("Bearer access-1"));
    QCOMPARE(m_bench->supabase.renewals(), 1);
    QCOMPARE(m_bench->kept.size(), 1);
}

// Whatever is wrong, it is not the token's age; and Supabase must not be asked for ever.
void SunaSignInTest::renewsOnlyOnceForARefusal()
{
    m_bench->suna.on(agentsRoute, { refusal() });
    const auto suna = m_bench->backend();
    for (int i = 0; i < 3; ++i) {
        const Result<QList<AgentInfo>> agents = finish(suna->listAgents({}));
        QVERIFY(!agents);
        QCOMPARE(agents.error().code, QString::fromLatin1(code::SunaUnauthorized));
    }
    QCOMPARE(m_bench->supabase.renewals(), 1);
    QCOMPARE(m_bench->suna.count(agentsRoute), 4);
}

void SunaSignInTest::repeatsAStartThatWasRefused()
{
    m_bench->suna.on(startRoute,
        { refusal(), json(R"({"thread_id":"t1","agent_run_id":"r1","status":"running"})") });
    RunRequest request;
    request.thread = { ThreadId(u"t1"_s), {} };
    request.prompt = u"Go"_s;
    const StartAnswer answer = finish(m_bench->backend()->startRun(request, {}));
    QCOMPARE(answer.kind, StartAnswer::Kind::Bound);
    QCOMPARE(m_bench->suna.count(startRoute), 2);
    const QList<ServerRequest> asked = m_bench->suna.asked(startRoute);
    QVERIFY(asked[0].body.contains("Go"));
    QCOMPARE(asked[1].body, asked[0].body);
}

void SunaSignInTest::renewsForAStream()
{
    m_bench->suna.on(
        streamRoute, { refusal(), events(transcript(SunaFamily::V3) + endEvent, End::Proper) });
    m_bench->suna.on(runRoute, { run("completed") });
    m_bench->suna.on(messagesRoute, messages);
    const Result<RunOutcome> outcome = finish(m_bench->backend()->observeRun(theRun, {}, {}));
    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().message));
    QVERIFY(outcome->finalText.startsWith(u"Done."_s));
    QCOMPARE(m_bench->suna.count(streamRoute), 2);
    QCOMPARE(m_bench->lastBearer(streamRoute), QByteArray("Bearer access-1"));
    QCOMPARE(m_bench->supabase.renewals(), 1);
}

void SunaSignInTest::signsInWithARefreshTokenAlone()
{
    QVERIFY(finish(m_bench->backend({})->listAgents({})).ok());
    QCOMPARE(m_bench->suna.count(agentsRoute), 1);
    QCOMPARE(m_bench->lastBearer(agentsRoute), QByteArray("Bearer access-1"));
}

void SunaSignInTest::callsShareOneRenewal()
{
    m_bench->supabase.holds = true;
    const auto suna = m_bench->backend({});
    QVERIFY(finish(suna->probe({})).ok());
    std::vector<std::unique_ptr<Listing>> calls;
    for (int i = 0; i < 20; ++i)
        calls.push_back(std::make_unique<Listing>(suna->listAgents({})));
    QTRY_COMPARE(m_bench->supabase.renewals(), 1);
    m_bench->supabase.release();
    for (const auto &call : calls) {
        QTRY_VERIFY(call->done());
        QVERIFY(call->value().ok());
    }
    QCOMPARE(m_bench->supabase.renewals(), 1);
    QCOMPARE(m_bench->kept.size(), 1);
    QCOMPARE(m_bench->suna.count(agentsRoute), 20);
}

// The answer holds the only token that is good from now on.
void SunaSignInTest::connectionsShareOneSignIn()
{
    SunaConnection shared = m_bench->connection();
    shared.signIn = std::make_shared<SunaSignIn>(SunaTokens { {}, "refresh-0" });
    SunaBackend first(shared, &m_bench->clock, quickTimings());
    SunaBackend second(shared, &m_bench->clock, quickTimings());
    QVERIFY(finish(first.listAgents({})));
    QVERIFY(finish(second.listAgents({})));
    // Who comes later has what was renewed meanwhile, whatever its connection says.
    SunaBackend later(shared, &m_bench->clock, quickTimings());
    QVERIFY(finish(later.listAgents({})));
    QCOMPARE(m_bench->lastBearer(agentsRoute), QByteArray("Bearer access-1"));
    QCOMPARE(m_bench->supabase.renewals(), 1);
    QVERIFY(shared.signIn->tokens() == (SunaTokens { "access-1", "refresh-1" }));
}

/// Of two that renew at the same time, the one that is refused takes what the other has got.
void SunaSignInTest::usedUpByAnotherConnection()
{
    SunaConnection shared = m_bench->connection();
    shared.signIn = std::make_shared<SunaSignIn>(SunaTokens { {}, "refresh-0" });
    SunaBackend quick(shared, &m_bench->clock, quickTimings());
    SunaBackend slow(shared, &m_bench->clock, quickTimings());
    m_bench->supabase.holds = true;
    const Listing held(slow.listAgents({}));
    QTRY_COMPARE(m_bench->supabase.renewals(), 1);
    m_bench->supabase.holds = false;
    QVERIFY(finish(quick.listAgents({})));
    m_bench->supabase.release(); // a token that is used up by now
    QTRY_VERIFY(held.done());
    QVERIFY(held.value().ok());
    QCOMPARE(m_bench->kept.size(), 1);
    QCOMPARE(m_bench->lastBearer(agentsRoute), QByteArray("Bearer access-1"));
}

void SunaSignInTest::whoStopsWaitingEndsNothing()
{
    m_bench->supabase.holds = true;
    const auto suna = m_bench->backend({});
    QVERIFY(finish(suna->probe({})).ok());
    std::stop_source impatient;
    const Listing stopped(suna->listAgents(impatient.get_token()));
    const Listing patient(suna->listAgents({}));
    QTRY_COMPARE(m_bench->supabase.renewals(), 1);
    impatient.request_stop();
    QTRY_VERIFY(stopped.done());
    QCOMPARE(stopped.value().error().code, QString::fromLatin1(code::UserCancelled));
    QVERIFY(!patient.done());
    m_bench->supabase.release();
    QTRY_VERIFY(patient.done());
    QVERIFY(patient.value().ok());
    QCOMPARE(m_bench->kept.size(), 1);
}

void SunaSignInTest::endsWhenTheBackendDies()
{
    m_bench->supabase.holds = true;
    auto suna = m_bench->backend({});
    QVERIFY(finish(suna->probe({})).ok());
    const Listing call(suna->listAgents({}));
    QTRY_COMPARE(m_bench->supabase.renewals(), 1);
    suna.reset();
    QTRY_VERIFY(call.done());
    QCOMPARE(call.value().error().code, QString::fromLatin1(code::UserCancelled));
}

QTEST_GUILESS_MAIN(SunaSignInTest)
#include "tst_suna_sign_in.moc"
