// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/answer_leave.h"
#include "core/agents/openai/openai_backend.h"
#include "core/model/error_codes.h"
#include "tests/agents/fake_suna.h"
#include "tests/agents/run_event_text.h"
#include "tests/simulator/sim_fixture.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace renum;
using namespace renum::test;
using namespace std::chrono_literals;

namespace {

const QByteArray Hello = R"([{"text":"Hello, {{input}}."}])";
const QByteArray LookAndTell
    = R"([{"text":"Let me look."},{"tool":{"name":"find","arguments":{"q":"bikes"}}},
        {"tool":{"name":"find","arguments":{"q":"cars"}}},{"text":"It is done."}])";
/// Slow enough to be stopped in the middle.
const QByteArray Endless
    = R"([{"text":"Words and more words, and then some more of them, for a long time.","chars_per_second":10}])";

/// What an endpoint offers, as the engine would.
class RecordingTools : public AgentTools {
public:
    [[nodiscard]] Json functions() const override
    {
        return Json::array({ { { "type", "function" }, { "function", { { "name", "find" } } } } });
    }
    QCoro::Task<AgentToolAnswer> call(QString name, Json arguments, std::stop_token) override
    {
        calls += name + u' ' + compactJsonText(arguments);
        co_return AgentToolAnswer { u"3 found"_s, ok };
    }
    QStringList calls;
    bool ok = true;
};

/// Allows no question but the first.
class StingyTools : public RecordingTools, public AnswerLeave {
public:
    QCoro::Task<Result<void>> mayAskAgain(Usage used, std::stop_token) override
    {
        soFar.append(used);
        co_return Error { ErrorCategory::QuotaExceeded, QString::fromLatin1(code::BudgetExceeded),
            u"No."_s };
    }
    QList<Usage> soFar;
};

ModelTimings quick()
{
    ModelTimings timings;
    timings.head = 2s;
    timings.silence = 20s;
    return timings;
}

RunRequest requestFor(const QString &agent, const QString &prompt)
{
    RunRequest request;
    request.agent = AgentId(agent);
    request.prompt = prompt;
    return request;
}

} // namespace

/// The whole backend against the simulator's endpoint, over a real connection.
class OpenAiBackendTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void probesAndListsAgents()
    {
        begin(oneAgent(Hello));
        LocalAgent writer;
        writer.id = AgentId(u"local-1"_s);
        writer.name = u"Writer"_s;
        writer.teamTools = false;
        m_backend->setAgents({ writer });
        const Result<BackendInfo> info = finish(m_backend->probe({}));
        QVERIFY(info);
        QCOMPARE(info->address, m_sim->url(u"/v1"_s).toString());
        QVERIFY(info->capabilities.endsWithConnection && info->capabilities.followUpTurns);
        QVERIFY(!info->capabilities.threadBeforeStart && !info->capabilities.listsRuns);
        const Result<QList<AgentInfo>> agents = finish(m_backend->listAgents({}));
        QVERIFY(agents);
        QStringList names;
        for (const AgentInfo &agent : *agents)
            names += agent.id.toString();
        QCOMPARE(names, QStringList({ u"local-1"_s, u"model:sim-large"_s, u"model:agt-one"_s }));
        QVERIFY(!m_backend->callsTools(writer.id));
        QVERIFY(m_backend->callsTools(AgentId(u"model:agt-one"_s)));
        QVERIFY(!m_backend->callsTools(AgentId(u"agt-of-suna"_s)));
        QVERIFY(m_backend->knows(writer.id) && !m_backend->knows(AgentId(u"model:"_s)));
    }

    void answersAsText()
    {
        begin(oneAgent(Hello));
        const RunRef run = start(u"model:agt-one"_s, u"Ana"_s);
        EventLines seen;
        const RunOutcome outcome = follow(run, seen);
        QVERIFY(outcome.status == RunOutcome::Status::Completed);
        QCOMPARE(outcome.finalText, u"Hello, Ana."_s);
        QCOMPARE(seen.text(), outcome.finalText);
        QVERIFY(seen.lines.contains(u"model sim-large"_s));
        QVERIFY(!outcome.usage.estimated);
        QCOMPARE(outcome.usage.requestCount, 1);
        QCOMPARE(outcome.usage.modelName, u"sim-large"_s);
        QVERIFY(outcome.usage.tokensInput.value_or(0) > 0);
        // A late question gets the same answer, with the text.
        EventLines again;
        QCOMPARE(follow(run, again).finalText, outcome.finalText);
        QCOMPARE(again.text(), outcome.finalText);
        QCOMPARE(finish(m_backend->runUsage(run, {}))->tokensInput, outcome.usage.tokensInput);
    }

    void estimatesUsageThatIsNotTold()
    {
        begin(oneAgent(Hello, "\"faults\":[],"));
        begin(R"({"version":1,"defaults":{"usage":"none"},"agents":[{"agent_id":"agt-one",
            "name":"One","responses":[{"steps":[{"text":"Eight letters!"}]}]}]})");
        EventLines seen;
        const RunOutcome outcome = follow(start(u"model:agt-one"_s, u"12345678"_s), seen);
        QVERIFY(outcome.usage.estimated);
        QCOMPARE(outcome.usage.tokensInput.value_or(0), 2);
        QCOMPARE(outcome.usage.tokensOutput.value_or(0), 4);
    }

    void sendsWhatTheAgentIs()
    {
        begin(oneAgent(Hello));
        LocalAgent agent;
        agent.id = AgentId(u"local-1"_s);
        agent.instructions = u"Be brief."_s;
        agent.model = u"agt-one"_s;
        agent.temperature = 0.25;
        m_backend->setAgents({ agent });
        EventLines seen;
        const RunRef run = start(u"local-1"_s, u"Ana"_s);
        QCOMPARE(follow(run, seen).finalText, u"Hello, Ana."_s);
        const Json sent = asked(0);
        QVERIFY(sent.at("temperature") == 0.25);
        QVERIFY(sent.at("stream_options").at("include_usage") == true);
        QVERIFY(sent.at("messages").at(0).at("content") == "Be brief.");
        QVERIFY(!sent.contains("tools"));

        // A further turn goes on with the conversation.
        RunRequest more = requestFor(u"local-1"_s, u"Bob"_s);
        more.thread = run.thread;
        const StartAnswer second = finish(m_backend->startRun(more, {}));
        QVERIFY(second.kind == StartAnswer::Kind::Bound);
        QVERIFY(second.run.thread == run.thread);
        QCOMPARE(follow(second.run, seen).finalText, u"Hello, Bob."_s);
        const Json messages = asked(1).at("messages");
        QCOMPARE(messages.size(), size_t(4));
        QVERIFY(messages.at(2).at("content") == "Hello, Ana.");
        const Result<QList<RunSummary>> runs = finish(m_backend->findRuns(run.thread, {}));
        QCOMPARE(runs->size(), 2);
        QVERIFY(runs->constFirst().run == second.run && !runs->constFirst().active);
    }

    void callsTools()
    {
        begin(oneAgent(LookAndTell));
        const auto tools = std::make_shared<RecordingTools>();
        EventLines seen;
        const RunOutcome outcome = follow(start(u"model:agt-one"_s, u"Go"_s, tools), seen);
        QCOMPARE(outcome.finalText, u"It is done."_s);
        QCOMPARE(
            tools->calls, QStringList({ u"find {\"q\":\"bikes\"}"_s, u"find {\"q\":\"cars\"}"_s }));
        QCOMPARE(seen.text(), u"Let me look.|It is done."_s);
        const QStringList results = seen.lines.filter(u"result "_s);
        QCOMPARE(results.size(), 2);
        QVERIFY(results.constFirst().startsWith(u"result 1.call_"_s));
        QVERIFY(results.constFirst().endsWith(u"find ok 3 found"_s));
        QCOMPARE(outcome.usage.requestCount, 2);
        const Json messages = asked(1).at("messages");
        QVERIFY(messages.at(3).at("role") == "tool" && messages.at(3).at("content") == "3 found");
    }

    // Who offers the tools has a say in how often the model is asked.
    void asksForLeaveBeforeEachFurtherQuestion()
    {
        begin(oneAgent(LookAndTell));
        const auto tools = std::make_shared<StingyTools>();
        EventLines seen;
        const RunOutcome outcome = follow(start(u"model:agt-one"_s, u"Go"_s, tools), seen);
        QVERIFY(outcome.status == RunOutcome::Status::Failed);
        QCOMPARE(outcome.error->code, QLatin1StringView(code::BudgetExceeded));
        QCOMPARE(tools->soFar.size(), 1); // not before the first
        QCOMPARE(tools->soFar.constFirst().requestCount, 1);
        QVERIFY(tools->soFar.constFirst().tokensInput.value_or(0) > 0);
        QCOMPARE(outcome.usage.requestCount, 1);
    }

    void carriesNothingOutBeforeSomebodyFollows()
    {
        begin(oneAgent(LookAndTell));
        const auto tools = std::make_shared<RecordingTools>();
        const RunRef run = start(u"model:agt-one"_s, u"Go"_s, tools);
        QTRY_COMPARE(m_sim->get(u"/_sim/runs"_s).json.at("runs").at(0).at("status"), "completed");
        QVERIFY(tools->calls.isEmpty());
        EventLines seen;
        QCOMPARE(follow(run, seen).finalText, u"It is done."_s);
        QCOMPARE(tools->calls.size(), 2);
        QCOMPARE(seen.text(), u"Let me look.|It is done."_s);
    }

    void endsALoopOfTools()
    {
        ModelLimits limits;
        limits.maxAnswers = 2;
        begin(
            oneAgent(
                R"([{"tool":{"name":"find"}},{"text":"a"},{"tool":{"name":"find"}},{"text":"b"}])"),
            limits);
        const auto tools = std::make_shared<RecordingTools>();
        EventLines seen;
        const RunOutcome outcome = follow(start(u"model:agt-one"_s, u"Go"_s, tools), seen);
        // The last answer may call nothing any more, so the model says what it has.
        QVERIFY(asked(1).at("tool_choice") == "none");
        QCOMPARE(outcome.finalText, u"ab"_s);
        QCOMPARE(tools->calls.size(), 1);
    }

    void givesUpOnAModelThatOnlyCalls()
    {
        FakeAnswer calls = events(
            R"(data: {"choices":[{"delta":{"tool_calls":[{"index":0,"id":"x","function":{"name":"find","arguments":"nonsense"}}]},"finish_reason":"tool_calls"}]})"
            "\n\ndata: [DONE]\n\n",
            FakeAnswer::End::Proper);
        ModelLimits limits;
        limits.maxAnswers = 3;
        FakeSuna fake;
        fakeEndpoint(fake, { calls }, limits);
        const auto tools = std::make_shared<RecordingTools>();
        EventLines seen;
        const RunOutcome outcome = follow(start(u"model:m"_s, u"Go"_s, tools), seen);
        QVERIFY(outcome.status == RunOutcome::Status::Failed);
        QCOMPARE(outcome.error->code, QString::fromLatin1(code::ModelToolLoop));
        QVERIFY(tools->calls.isEmpty()); // the arguments are no JSON
        QVERIFY(seen.lines.filter(u"result "_s).constFirst().contains(u"failed ERROR: "_s));
        QCOMPARE(fake.count(u"POST /chat/completions"_s), 3);
        QVERIFY(outcome.usage.estimated);
    }

    void answersInJson()
    {
        begin(oneAgent(R"([{"text":"Words"}])"));
        setSchemaAgent();
        EventLines seen;
        const RunOutcome outcome = follow(start(u"local-1"_s, u"Go"_s), seen);
        QCOMPARE(outcome.finalText, u"{\"word\":\"Words\"}"_s);
        QVERIFY(asked(0).contains("response_format"));
    }

    void asksAgainForJsonThatFits()
    {
        const auto saying = [](const QByteArray &text) {
            return events(R"(data: {"choices":[{"delta":{"content":)" + text
                    + R"(},"finish_reason":"stop"}]})"
                      "\n\n",
                FakeAnswer::End::Proper);
        };
        const FakeAnswer refusal { 400,
            R"({"error":{"message":"response_format json_schema is not supported"}})" };
        FakeSuna fake;
        fakeEndpoint(fake,
            { refusal, saying("\"no idea\""),
                saying("\"```json\\n{\\\"word\\\":\\\"x\\\"}\\n```\""), saying("\"no\""),
                saying("\"no\"") });
        setSchemaAgent();
        EventLines seen;
        QCOMPARE(follow(start(u"local-1"_s, u"Go"_s), seen).finalText, u"{\"word\":\"x\"}"_s);
        const QList<ServerRequest> requests = fake.asked(u"POST /chat/completions"_s);
        QVERIFY(requests.at(0).body.contains("response_format"));
        QVERIFY(!requests.at(1).body.contains("response_format"));
        QVERIFY(requests.at(2).body.contains("it is not valid JSON"));
        const RunOutcome again = follow(start(u"local-1"_s, u"Go"_s), seen);
        QCOMPARE(again.error->code, QString::fromLatin1(code::ModelOutputInvalid));
        QCOMPARE(fake.count(u"POST /chat/completions"_s), 5);
    }

    void dropsAnOptionThatIsRefused()
    {
        const FakeAnswer refusal { 400,
            R"({"error":{"message":"Unknown field: stream_options"}})" };
        const FakeAnswer whole { 200,
            R"({"choices":[{"message":{"content":"In one piece"},"finish_reason":"stop"}]})" };
        FakeSuna fake;
        fakeEndpoint(fake, { refusal, whole });
        EventLines seen;
        const RunOutcome outcome = follow(start(u"model:m"_s, u"Go"_s), seen);
        QCOMPARE(outcome.finalText, u"In one piece"_s);
        QCOMPARE(outcome.usage.requestCount, 1);
        QVERIFY(
            !fake.asked(u"POST /chat/completions"_s).constLast().body.contains("stream_options"));
    }

    void isRejected_data()
    {
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("busy");
        const auto row
            = [](const char *name, const QByteArray &fault, const char *code, bool busy = false) {
                  QTest::newRow(name) << fault << QString::fromLatin1(code) << busy;
              };
        row("401", "\"kind\":\"status\",\"status\":401", code::ModelUnauthorized);
        row("404", "\"kind\":\"status\",\"status\":404", code::ModelEndpointMissing);
        row("429", "\"kind\":\"status\",\"status\":429,\"retry_after\":7", code::ModelBusy, true);
        row("500", "\"kind\":\"status\",\"status\":500", code::ModelServerError);
        row("HTML", "\"kind\":\"html\",\"status\":200", code::ModelNotJson);
        row("502 HTML", "\"kind\":\"html\"", code::ModelServerError);
        row("closed", "\"kind\":\"drop\"", code::ConnectionLost);
        row("redirect", "\"kind\":\"status\",\"status\":302", code::ModelInvalidAnswer);
    }
    void isRejected()
    {
        QFETCH(QByteArray, fault);
        begin(oneAgent(Hello, "\"faults\":[{\"route\":\"chat\"," + fault + "}],"));
        const StartAnswer answer
            = finish(m_backend->startRun(requestFor(u"model:agt-one"_s, u"Go"_s), {}));
        QFETCH(bool, busy);
        QVERIFY(answer.kind == (busy ? StartAnswer::Kind::Busy : StartAnswer::Kind::Rejected));
        QTEST(answer.error.code, "code");
        if (busy)
            QCOMPARE(answer.error.args.value(u"retry_after"_s).toInt(), 7);
        QCOMPARE(counts("chat"), 0); // it was refused before anything was done
    }

    void failsInTheMiddle_data()
    {
        QTest::addColumn<QByteArray>("steps");
        QTest::addColumn<QByteArray>("fault");
        QTest::addColumn<QString>("code");
        const QByteArray words = R"([{"text":"Some words to say here, and a few more of them."}])";
        const auto row = [&words](const char *name, const QByteArray &fault, const char *code,
                             const QByteArray &steps = {}) {
            QTest::newRow(name) << (steps.isEmpty() ? words : steps)
                                << (fault.isEmpty()
                                           ? QByteArray()
                                           : "\"faults\":[{\"route\":\"chat\",\"after_events\":2,"
                                               + fault + "}],")
                                << QString::fromLatin1(code);
        };
        row("cut", "\"kind\":\"cut\"", code::ConnectionLost);
        row("ended early", "\"kind\":\"end_early\"", code::ModelAnswerCut);
        row("malformed", "\"kind\":\"malformed_line\"", code::ModelInvalidAnswer);
        row("no UTF-8", "\"kind\":\"invalid_utf8\"", code::ModelInvalidAnswer);
        row("error event", "\"kind\":\"error_event\"", code::ModelFailed);
        row("huge", "\"kind\":\"huge_event\",\"bytes\":20000000", code::ReplyTooLarge);
        row("provider", {}, code::ModelFailed, R"([{"text":"Half"},{"llm_error":"Overloaded"}])");
        row("broken", {}, code::ConnectionLost, R"([{"text":"Half"},{"fail":"gone"}])");
    }
    void failsInTheMiddle()
    {
        QFETCH(QByteArray, steps);
        QFETCH(QByteArray, fault);
        begin(oneAgent(steps, fault));
        EventLines seen;
        const RunOutcome outcome = follow(start(u"model:agt-one"_s, u"Go"_s), seen);
        QVERIFY(outcome.status == RunOutcome::Status::Failed);
        QTEST(outcome.error->code, "code");
        QVERIFY(outcome.usage.estimated); // it cost something, and nobody told what
        QCOMPARE(outcome.usage.requestCount, 1);
        QCOMPARE(counts("chat"), 1); // nothing is asked again by itself
    }

    void toleratesWhatIsHarmless()
    {
        begin(oneAgent(Hello,
            "\"faults\":[{\"route\":\"chat\",\"kind\":\"unknown_event\",\"after_events\":1}],"));
        EventLines seen;
        QCOMPARE(follow(start(u"model:agt-one"_s, u"Ana"_s), seen).finalText, u"Hello, Ana."_s);
    }

    void givesUpOnSilence()
    {
        ModelTimings timings = quick();
        timings.silence = 300ms;
        begin(oneAgent(Hello,
                  "\"faults\":[{\"route\":\"chat\",\"kind\":\"silent\",\"after_events\":1}],"),
            {}, timings);
        EventLines seen;
        const RunOutcome outcome = follow(start(u"model:agt-one"_s, u"Go"_s), seen);
        QCOMPARE(outcome.error->code, QString::fromLatin1(code::IdleTimeout));
    }

    void doesNotWaitForSlowHeads()
    {
        ModelTimings timings = quick();
        timings.head = 30ms;
        begin(oneAgent(Hello,
                  "\"faults\":[{\"route\":\"chat\",\"kind\":\"delay\",\"ms\":200},{\"route\":"
                  "\"chat\",\"kind\":\"status\",\"status\":500,\"skip\":1}],"),
            {}, timings);
        EventLines seen;
        const RunRef run = start(u"model:agt-one"_s, u"Ana"_s);
        QVERIFY(seen.lines.isEmpty());
        QCOMPARE(follow(run, seen).finalText, u"Hello, Ana."_s);
        const RunRef late = start(u"model:agt-one"_s, u"Ana"_s);
        QCOMPARE(follow(late, seen).error->code, QString::fromLatin1(code::ModelServerError));
    }

    void stopsByClosingTheConnection()
    {
        begin(oneAgent(Endless), {}, quick(), 1);
        const RunRef run = start(u"model:agt-one"_s, u"Go"_s);
        std::stop_source leave;
        QVERIFY(QTest::qWaitFor(
            [&] { return finish(m_backend->runUsage(run, {}))->tokensOutput > 0; }));
        const Usage soFar = *finish(m_backend->runUsage(run, {}));
        QVERIFY(soFar.estimated);
        QVERIFY(finish(m_backend->stopRun(run, {})));
        EventLines seen;
        const RunOutcome outcome = follow(run, seen);
        QVERIFY(outcome.status == RunOutcome::Status::Stopped);
        QCOMPARE(outcome.error->code, QString::fromLatin1(code::UserCancelled));
        QVERIFY(outcome.usage.tokensOutput >= soFar.tokensOutput);
        QTRY_COMPARE(counts("stop"), 1);
        QVERIFY(finish(m_backend->stopRun(run, {}))); // once more does no harm
    }

    void leavingDoesNotStop()
    {
        begin(oneAgent(Hello));
        const RunRef run = start(u"model:agt-one"_s, u"Ana"_s);
        std::stop_source leave;
        leave.request_stop();
        EventLines seen;
        const Result<RunOutcome> left
            = finish(m_backend->observeRun(run, seen.sink(), leave.get_token()));
        QVERIFY(!left || left->status == RunOutcome::Status::Completed);
        QCOMPARE(follow(run, seen).finalText, u"Hello, Ana."_s);
    }

    void knowsNothingOfOtherProcesses()
    {
        begin(oneAgent(Hello));
        const RunRef lost { RunId(u"gone"_s), { ThreadId(u"t"_s), {} } };
        QCOMPARE(finish(m_backend->observeRun(lost, {}, {})).error().code,
            QString::fromLatin1(code::ModelRunLost));
        QVERIFY(finish(m_backend->stopRun(lost, {})));
        QVERIFY(!finish(m_backend->runUsage(lost, {}))->tokensInput);
        RunRequest more = requestFor(u"model:agt-one"_s, u"Go on"_s);
        more.thread = lost.thread;
        const StartAnswer answer = finish(m_backend->startRun(more, {}));
        QCOMPARE(answer.error.code, QString::fromLatin1(code::ModelRunLost));
        QCOMPARE(counts("chat"), 0);
    }

    void choosesTheModel()
    {
        begin(oneAgent(Hello));
        const auto refusal = [this](const QString &agent) {
            return finish(m_backend->startRun(requestFor(agent, u"Go"_s), {})).error.code;
        };
        QCOMPARE(refusal(u"nobody"_s), QString::fromLatin1(code::AgentNotFound));
        QCOMPARE(refusal(QString()), QString::fromLatin1(code::ModelNotChosen)); // there are two
        QCOMPARE(refusal(u"model:gone"_s), QString::fromLatin1(code::ModelUnknown));
        RunRequest named = requestFor({}, u"Ana"_s);
        named.modelName = u"agt-one"_s;
        EventLines seen;
        QCOMPARE(
            follow(finish(m_backend->startRun(named, {})).run, seen).finalText, u"Hello, Ana."_s);
    }

    void forgetsTheOldest()
    {
        ModelLimits limits;
        limits.keptRuns = 2;
        begin(oneAgent(Hello), limits);
        QList<RunRef> runs;
        for (int number = 0; number < 4; ++number) {
            runs += start(u"model:agt-one"_s, u"Ana"_s);
            EventLines seen;
            QCOMPARE(follow(runs.constLast(), seen).finalText, u"Hello, Ana."_s);
        }
        EventLines seen;
        QVERIFY(!finish(m_backend->observeRun(runs.constFirst(), seen.sink(), {})));
        QVERIFY(finish(m_backend->observeRun(runs.constLast(), seen.sink(), {})));
    }

    void saysWhatIsWrongWithAnAddress_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("code");
        QTest::newRow("refused") << u"http://127.0.0.1:1"_s
                                 << QString::fromLatin1(code::ConnectionRefused);
        QTest::newRow("file") << u"file:///etc/passwd"_s << QString::fromLatin1(code::InvalidUrl);
        QTest::newRow("user name")
            << u"http://a:b@localhost:1"_s << QString::fromLatin1(code::InvalidUrl);
    }
    void saysWhatIsWrongWithAnAddress()
    {
        QFETCH(QString, url);
        OpenAiBackend backend({ QUrl(url), {}, {} }, &m_clock, quick());
        QTEST(finish(backend.probe({})).error().code, "code");
        QVERIFY(!backend.address().contains(u"a:b"_s));
    }

    void refusesAKeyThatIsNone()
    {
        begin(oneAgent(Hello));
        OpenAiBackend backend({ m_sim->url({}), "sk-1\r\nX-Evil: 1", {} }, &m_clock, quick());
        QCOMPARE(
            finish(backend.probe({})).error().code, QString::fromLatin1(code::ModelUnauthorized));
    }

    void sendsTheKey()
    {
        begin(oneAgent(Hello, "\"auth\":{\"bearer\":\"sk-right\"},"));
        QCOMPARE(finish(m_backend->probe({})).error().code,
            QString::fromLatin1(code::ModelUnauthorized));
        m_backend = std::make_unique<OpenAiBackend>(
            ModelEndpoint { m_sim->url({}), " sk-right\n", {} }, &m_clock, quick());
        QVERIFY(finish(m_backend->probe({})));
    }

    void goesAwayWhileRunsAreAtWork()
    {
        begin(oneAgent(Endless), {}, quick(), 1);
        const RunRef run = start(u"model:agt-one"_s, u"Go"_s);
        TaskScope scope;
        const auto told = std::make_shared<std::optional<Result<RunOutcome>>>();
        EventLines seen;
        scope.start(storeResult(m_backend->observeRun(run, seen.sink(), {}), told));
        m_backend.reset();
        QTRY_VERIFY(told->has_value());
        QTRY_COMPARE(counts("stop"), 1);
    }

private:
    void begin(const QByteArray &scenario, ModelLimits limits = {}, ModelTimings timings = quick(),
        double speed = 100)
    {
        m_backend.reset();
        m_sim = std::make_unique<SimFixture>(scenario, u"openai"_s, speed);
        m_backend = std::make_unique<OpenAiBackend>(
            ModelEndpoint { m_sim->url({}), {}, {} }, &m_clock, timings, limits);
    }
    /// An endpoint that says exactly these things.
    void fakeEndpoint(FakeSuna &fake, const QList<FakeAnswer> &answers, ModelLimits limits = {})
    {
        fake.prefix = u"/v1"_s;
        fake.on(u"GET /models"_s, R"({"data":[{"id":"m"}]})");
        fake.on(u"POST /chat/completions"_s, answers);
        m_backend = std::make_unique<OpenAiBackend>(
            ModelEndpoint { fake.url(), {}, {} }, &m_clock, quick(), limits);
    }
    void setSchemaAgent()
    {
        LocalAgent agent;
        agent.id = AgentId(u"local-1"_s);
        agent.model = u"agt-one"_s;
        agent.outputSchema = Json::parse(
            R"({"type":"object","required":["word"],"properties":{"word":{"type":"string"}}})");
        m_backend->setAgents({ agent });
    }
    RunRef start(
        const QString &agent, const QString &prompt, const std::shared_ptr<AgentTools> &tools = {})
    {
        RunRequest request = requestFor(agent, prompt);
        request.tools = tools;
        const StartAnswer answer = finish(m_backend->startRun(request, {}));
        if (answer.kind != StartAnswer::Kind::Bound)
            qFatal("%s", qUtf8Printable(answer.error.message));
        return answer.run;
    }
    RunOutcome follow(const RunRef &run, EventLines &seen)
    {
        const Result<RunOutcome> outcome = finish(m_backend->observeRun(run, seen.screen(), {}));
        if (!outcome)
            qFatal("%s", qUtf8Printable(outcome.error().message));
        return *outcome;
    }
    [[nodiscard]] Json asked(size_t number) const
    {
        return m_sim->get(u"/_sim/chats"_s).json.at("chats").at(number).at("request");
    }
    [[nodiscard]] int counts(const char *kind) const
    {
        const Json counted = m_sim->get(u"/_sim/ledger"_s).json.at("counts");
        return counted.contains(kind) ? counted.at(kind).get<int>() : 0;
    }

    SystemClock m_clock;
    std::unique_ptr<SimFixture> m_sim;
    std::unique_ptr<OpenAiBackend> m_backend;
};

QTEST_GUILESS_MAIN(OpenAiBackendTest)
#include "tst_openai_backend.moc"
