// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "tests/agents/observe_script.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace renum;
using namespace renum::test;

namespace {

using End = FakeAnswer::End;
using Kind = StartAnswer::Kind;
using Status = RunOutcome::Status;

const QString initiateRoute = u"POST /agent/initiate"_s;
const QString tableRoute = u"GET /rest/v1/messages"_s;
const QString insertRoute = u"POST /rest/v1/messages"_s;
const QString logRoute = u"GET /billing/usage-logs"_s;

/// Two rows as Supabase has them: the user's doubly encoded, the agent's as objects.
const QByteArray tableRows
    = canonicalJson(Json::array({ { { "message_id", "u" }, { "type", "user" },
                                      { "content", R"({"role":"user","content":"Go"})" } },
        { { "message_id", "m3" }, { "type", "assistant" },
            { "content", { { "role", "assistant" }, { "content", "Stored." } } } },
        { { "message_id", "e" }, { "type", "assistant_response_end" },
            { "content",
                { { "model", "gpt-5" },
                    { "usage", { { "prompt_tokens", 12 }, { "completion_tokens", 3 } } } } } } }));

const QByteArray usageLog
    = R"({"logs":[{"message_id":"e","thread_id":"t1","created_at":null,"content":{"usage":)"
      R"({"prompt_tokens":20,"completion_tokens":4},"model":"openai/gpt-5"}},)"
      R"({"message_id":"x","thread_id":"other","content":{"usage":{"prompt_tokens":900}}}],)"
      R"("has_more":false})";

FakeAnswer replay()
{
    return events(transcript(SunaFamily::V1) + endEvent, End::Proper);
}

} // namespace

/// What only V1 has: runs that make their threads, and messages in Supabase (suna-api §3.2, §4.3).
class SunaV1Test : public QObject {
    Q_OBJECT

private slots:
    void init();

    void startsByInitiating();
    void looksUpAnUnnamedRun();
    void knowsHowSureItIs_data();
    void knowsHowSureItIs();
    void makesNoThreadBefore();
    void addsATurnThroughSupabase();
    void doesNotAppendThePromptTwice();
    void needsSupabaseForATurn();
    void takesTheTruthFromSupabase();
    void readsPageByPage();
    void takesTheTruthFromAReplay();
    void usageIsUnknownWithoutBilling();
    void keepsTheStreamedAnswerWhenTheReplayIsGone();
    void saysThatAnOldRunIsGone();
    void doesNotWaitForEverForAReplay();
    void readsTheUsageOfAStoppedRun();
    void losesARun();
    void knowsNoApiKeys();
    void refusesABadSupabase_data();
    void refusesABadSupabase();

private:
    [[nodiscard]] std::unique_ptr<SunaBackend> alone(const SunaTimings &timings = quickTimings());
    [[nodiscard]] std::unique_ptr<SunaBackend> withSupabase();

    SystemClock m_clock;
    std::unique_ptr<FakeSuna> m_suna;
};

void SunaV1Test::init()
{
    QTest::failOnWarning(QRegularExpression(u"."_s));
    m_suna = std::make_unique<FakeSuna>(SunaFamily::V1);
}

std::unique_ptr<SunaBackend> SunaV1Test::alone(const SunaTimings &timings)
{
    return std::make_unique<SunaBackend>(
        SunaConnection { m_suna->url(), "jwt", {} }, &m_clock, timings);
}

std::unique_ptr<SunaBackend> SunaV1Test::withSupabase()
{
    SunaConnection connection { m_suna->url(), "jwt", "pk_1:sk_1" };
    connection.supabase = { m_suna->url(u"/"_s), "anon\n" };
    return std::make_unique<SunaBackend>(connection, &m_clock, quickTimings());
}

void SunaV1Test::startsByInitiating()
{
    m_suna->on(initiateRoute, R"({"thread_id":"t1","agent_run_id":"r1"})");
    RunRequest request;
    request.agent = AgentId(u"a1"_s);
    request.prompt = u"Write notes.md"_s;
    request.modelName = u"claude-sonnet-4"_s;
    const StartAnswer answer = finish(alone()->startRun(request, {}));
    QCOMPARE(answer.kind, Kind::Bound);
    QCOMPARE(answer.run, (RunRef { RunId(u"r1"_s), { ThreadId(u"t1"_s), {} } }));
    QCOMPARE(m_suna->count(initiateRoute), 1);
    const QByteArray body = m_suna->asked(initiateRoute).constFirst().body;
    for (const char *field : { "\"prompt\"\r\n\r\nWrite notes.md", "\"agent_id\"\r\n\r\na1",
             "\"model_name\"\r\n\r\nclaude-sonnet-4", "\"stream\"\r\n\r\ntrue" })
        QVERIFY2(body.contains(field), field);
}

void SunaV1Test::looksUpAnUnnamedRun()
{
    m_suna->on(initiateRoute, R"({"thread_id":"t1","agent_run_id":null})"); // F15
    m_suna->on(
        u"GET /thread/t1/agent-runs"_s, R"({"agent_runs":[{"id":"r9","status":"running"}]})");
    const StartAnswer answer = finish(alone()->startRun({}, {}));
    QCOMPARE(answer.kind, Kind::Bound);
    QCOMPARE(answer.run.run, RunId(u"r9"_s));
}

void SunaV1Test::knowsHowSureItIs_data()
{
    QTest::addColumn<FakeAnswer>("answer");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("category");
    const auto row
        = [](const char *name, const FakeAnswer &answer, Kind kind, const char *category) {
              QTest::newRow(name) << answer << int(kind) << QString::fromLatin1(category);
          };
    row("F05", json(R"({"detail":{"message":"no","allowed_models":["a"]}})", 403), Kind::Rejected,
        "authentication_error");
    row("F06", json(R"({"detail":{"message":"Monthly limit","subscription":{}}})", 402),
        Kind::Rejected, "quota_exceeded");
    row("F11", json(R"({"detail":[{"loc":["body","prompt"],"msg":"Field required"}]})", 422),
        Kind::Rejected, "invalid_input");
    row("F12", json(R"({"detail":"Failed to initiate agent session: 404: No sandbox"})", 500),
        Kind::Unknown, "network_error");
    row("F14", { 200, {}, {}, End::Cut }, Kind::Unknown, "network_error");
}

void SunaV1Test::knowsHowSureItIs()
{
    QFETCH(const FakeAnswer, answer);
    QFETCH(const int, kind);
    m_suna->on(initiateRoute, { answer });
    const StartAnswer got = finish(alone()->startRun({}, {}));
    QCOMPARE(int(got.kind), kind);
    QTEST(toString(got.error.category), "category");
    QCOMPARE(m_suna->count(initiateRoute), 1); // never a second start
}

void SunaV1Test::makesNoThreadBefore()
{
    const auto backend = alone();
    const Result<ThreadRef> thread = finish(backend->prepareThread(u"Step"_s, {}));
    QVERIFY(!thread);
    QCOMPARE(toString(thread.error().category), u"invalid_input"_s);
    QVERIFY(!finish(backend->probe({}))->capabilities.followUpTurns);
    QVERIFY(finish(withSupabase()->probe({}))->capabilities.followUpTurns);
}

void SunaV1Test::addsATurnThroughSupabase()
{
    m_suna->on(insertRoute, R"([{"message_id":"u2"}])", 201);
    m_suna->on(u"POST /thread/t1/agent/start"_s, R"({"agent_run_id":"r2","status":"running"})");
    RunRequest request;
    request.prompt = u"And \"now\"?"_s;
    request.thread = theRun.thread;
    const StartAnswer answer = finish(withSupabase()->startRun(request, {}));
    QCOMPARE(answer.kind, Kind::Bound);
    QCOMPARE(answer.run, (RunRef { RunId(u"r2"_s), theRun.thread }));
    const ServerRequest insert = m_suna->asked(insertRoute).constFirst();
    QCOMPARE(insert.header("apikey"), QByteArray("anon"));
    QCOMPARE(insert.header("Authorization"), QByteArray("Bearer jwt"));
    QCOMPARE(insert.header("X-API-Key"), QByteArray());
    QCOMPARE(insert.body,
        QByteArray(R"({"content":"{\"content\":\"And \\\"now\\\"?\",\"role\":\"user\"}",)"
                   R"("is_llm_message":true,"thread_id":"t1","type":"user"})"));
    QCOMPARE(m_suna->count(initiateRoute), 0);
}

void SunaV1Test::doesNotAppendThePromptTwice()
{
    m_suna->on(tableRoute, tableRows);
    m_suna->on(u"POST /thread/t1/agent/start"_s, R"({"agent_run_id":"r2","status":"running"})");
    RunRequest request;
    request.prompt = u"Go"_s;
    request.thread = theRun.thread;
    request.repeated = true;
    QCOMPARE(finish(withSupabase()->startRun(request, {})).kind, Kind::Bound);
    QCOMPARE(m_suna->count(insertRoute), 0);
}

void SunaV1Test::needsSupabaseForATurn()
{
    RunRequest request;
    request.thread = theRun.thread;
    const StartAnswer answer = finish(alone()->startRun(request, {}));
    QCOMPARE(answer.kind, Kind::Rejected);
    QVERIFY2(answer.error.message.contains(u"Supabase"_s), qPrintable(answer.error.message));
    for (const ServerRequest &asked : std::as_const(m_suna->ledger))
        QCOMPARE(asked.method, QByteArray("GET"));
}

void SunaV1Test::takesTheTruthFromSupabase()
{
    m_suna->on(streamRoute, { replay() });
    m_suna->on(runRoute, { run("completed") });
    m_suna->on(tableRoute, tableRows);
    EventLines seen;
    const Result<RunOutcome> outcome
        = finish(withSupabase()->observeRun(theRun, seen.screen(), {}));
    QVERIFY(outcome);
    QCOMPARE(outcome->status, Status::Completed);
    QCOMPARE(outcome->finalText, u"Stored."_s);
    QCOMPARE(outcome->usage.tokensInput, 12);
    QCOMPARE(m_suna->count(streamRoute), 1);
    const ServerRequest asked = m_suna->asked(tableRoute).constFirst();
    QCOMPARE(asked.header("Range"), QByteArray("0-999"));
    QCOMPARE(asked.query.queryItemValue(u"thread_id"_s), u"eq.t1"_s);
    QCOMPARE(asked.query.queryItemValue(u"order"_s), u"created_at.asc"_s);
}

void SunaV1Test::readsPageByPage()
{
    Json page = Json::array();
    for (int i = 0; i < 1000; ++i)
        page.push_back({ { "message_id", "s" + std::to_string(i) }, { "type", "status" } });
    m_suna->on(streamRoute, { events(endEvent, End::Proper) });
    m_suna->on(runRoute, { run("completed") });
    m_suna->on(tableRoute, { json(canonicalJson(page)), json(tableRows) });
    const Result<RunOutcome> outcome = finish(withSupabase()->observeRun(theRun, {}, {}));
    QVERIFY(outcome);
    QCOMPARE(outcome->finalText, u"Stored."_s);
    QCOMPARE(m_suna->asked(tableRoute).constLast().header("Range"), QByteArray("1000-1999"));
}

void SunaV1Test::takesTheTruthFromAReplay()
{
    const QByteArray whole = transcript(SunaFamily::V1);
    // F33: the last rows came after the word of the end, which closed the live stream.
    const QByteArray live = upTo(whole, "\"sequence\": 0") + endEvent;
    m_suna->on(streamRoute, { events(live, End::Proper), replay() });
    m_suna->on(runRoute, { run("completed") });
    m_suna->on(logRoute, usageLog);
    EventLines seen;
    const Result<RunOutcome> outcome = finish(alone()->observeRun(theRun, seen.screen(), {}));
    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().message));
    QCOMPARE(outcome->status, Status::Completed);
    QCOMPARE(outcome->finalText, u"Done."_s);
    QCOMPARE(outcome->usage.tokensInput, 20);
    QCOMPARE(outcome->usage.tokensOutput, 4);
    QCOMPARE(outcome->usage.modelProvider, u"openai"_s);
    QCOMPARE(m_suna->count(streamRoute), 2);
}

void SunaV1Test::usageIsUnknownWithoutBilling()
{
    m_suna->on(streamRoute, { replay() });
    m_suna->on(runRoute, { run("completed") });
    m_suna->on(logRoute, R"({"logs":[],"has_more":false,"message":"local mode"})"); // F42
    const Result<RunOutcome> outcome = finish(alone()->observeRun(theRun, {}, {}));
    QVERIFY(outcome);
    QCOMPARE(outcome->finalText, u"Done."_s);
    QVERIFY(!outcome->usage.tokensInput); // unknown is not zero
    QCOMPARE(outcome->usage.requestCount, 0);
}

void SunaV1Test::keepsTheStreamedAnswerWhenTheReplayIsGone()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!The messages of a run)"_s));
    QTest::ignoreMessage(QtWarningMsg, "The messages of a run cannot be read (suna_run_lost)");
    m_suna->on(streamRoute, { replay(), events(endEvent, End::Proper) });
    m_suna->on(runRoute, { run("completed") });
    const Result<RunOutcome> outcome = finish(alone()->observeRun(theRun, {}, {}));
    QVERIFY(outcome);
    QCOMPARE(outcome->finalText, u"Done."_s);
}

void SunaV1Test::saysThatAnOldRunIsGone()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!The messages of a run)"_s));
    QTest::ignoreMessage(QtWarningMsg, "The messages of a run cannot be read (suna_run_lost)");
    m_suna->on(streamRoute, { events(endEvent, End::Proper) }); // after a day
    m_suna->on(runRoute, { run("completed") });
    const Result<RunOutcome> outcome = finish(alone()->observeRun(theRun, {}, {}));
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, QString::fromLatin1(code::SunaRunLost));
    QVERIFY(outcome.error().message.contains(u"Supabase"_s));
}

void SunaV1Test::doesNotWaitForEverForAReplay()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!The messages of a run)"_s));
    QTest::ignoreMessage(QtWarningMsg, "The messages of a run cannot be read (total_timeout)");
    SunaTimings timings = quickTimings();
    timings.request = std::chrono::milliseconds(2000);
    timings.giveUp = std::chrono::milliseconds(1);
    m_suna->on(streamRoute, { replay(), events(transcript(SunaFamily::V1), End::Open) });
    m_suna->on(runRoute, { run("completed") });
    const Result<RunOutcome> outcome = finish(alone(timings)->observeRun(theRun, {}, {}));
    QVERIFY(outcome);
    QCOMPARE(outcome->finalText, u"Done."_s); // as it was streamed
}

void SunaV1Test::readsTheUsageOfAStoppedRun()
{
    m_suna->on(runRoute, { run("stopped") });
    m_suna->on(streamRoute, { replay() });
    m_suna->on(logRoute, usageLog);
    RunRef bare;
    bare.run = theRun.run;
    const Result<Usage> usage = finish(alone()->runUsage(bare, {}));
    QVERIFY(usage);
    QCOMPARE(usage->tokensInput, 20);
    m_suna->on(tableRoute, tableRows);
    const Result<Usage> stored = finish(withSupabase()->runUsage(bare, {}));
    QVERIFY(stored);
    QCOMPARE(stored->tokensInput, 12);
}

void SunaV1Test::losesARun()
{
    SunaTimings timings = quickTimings();
    timings.settle = std::chrono::milliseconds(20);
    m_suna->on(streamRoute, R"({"detail":"Agent run not found"})", 404);
    m_suna->on(runRoute, R"({"detail":"Agent run not found"})", 404);
    const Result<RunOutcome> outcome = finish(alone(timings)->observeRun(theRun, {}, {}));
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, QString::fromLatin1(code::SunaRunLost));
}

void SunaV1Test::knowsNoApiKeys()
{
    SunaBackend backend({ m_suna->url(), {}, "pk_1:sk_1" }, &m_clock, quickTimings());
    const Result<QList<AgentInfo>> agents = finish(backend.listAgents({})); // F02
    QVERIFY(!agents);
    QCOMPARE(agents.error().code, QString::fromLatin1(code::SunaUnauthorized));
    QVERIFY(agents.error().message.contains(u"no API keys"_s));
}

void SunaV1Test::refusesABadSupabase_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("errorCode");
    QTest::newRow("no address") << u"supabase"_s << QByteArray()
                                << QString::fromLatin1(code::InvalidUrl);
    QTest::newRow("file") << u"file:///etc/passwd"_s << QByteArray()
                          << QString::fromLatin1(code::InvalidUrl);
    QTest::newRow("HTML") << QString() << QByteArray("<html></html>")
                          << QString::fromLatin1(code::SunaNotJson);
    QTest::newRow("object") << QString() << QByteArray("{}")
                            << QString::fromLatin1(code::SunaInvalidAnswer);
}

void SunaV1Test::refusesABadSupabase()
{
    QFETCH(const QString, url);
    QFETCH(const QByteArray, answer);
    QFETCH(const QString, errorCode);
    m_suna->on(runRoute, { run("stopped") });
    m_suna->on(tableRoute, answer);
    SunaConnection connection { m_suna->url(), "jwt", {} };
    connection.supabase = { url.isEmpty() ? m_suna->url() : QUrl(url), "anon" };
    SunaBackend backend(connection, &m_clock, quickTimings());
    const Result<Usage> usage = finish(backend.runUsage(theRun, {}));
    QVERIFY(!usage);
    QCOMPARE(usage.error().code, errorCode);
}

QTEST_GUILESS_MAIN(SunaV1Test)
#include "tst_suna_v1.moc"
