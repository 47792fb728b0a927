// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/sim_fixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace renum;
using namespace renum::test;

/// Family V3 over loopback, after suna-api §2 to §6, §9.2 and §10.3.
class TestSimulatorV3 : public QObject {
    Q_OBJECT

private slots:
    void detection();
    void agents();
    void agentPages();
    void threadsAndMessages();
    void startErrors_data();
    void startErrors();
    void transcript();
    void secondTurn();
    void resumeByEventId();
    void finishedRunSaysCompleted();
    void failedRunStillSaysCompletedOnReplay();
    void stop();
    void pingsWhileNothingHappens();
    void lateRunIsWaitedFor();
    void missingWorkerIsGivenUp();
    void reasoningAndUsage();
    void accountState();
    void routeErrors();
};

namespace {

const QByteArray OneTool = R"([{"text":"I'll write it."},{"tool":{"name":"create_file","arguments":
        {"file_path":"notes.md"},"result":"File created","ms":100}},{"text":"Done."}])";

QString textAt(const Json &json, const char *key)
{
    return stringAt(json, key).value_or(QString());
}

/// Starts a run on a new thread and returns the answer.
Json started(SimFixture &sim, const QString &prompt = u"Write notes.md with one line"_s)
{
    return sim.postForm(u"/v1/agent/start"_s, { { u"prompt"_s, prompt } }).json;
}

QString streamOf(const Json &start)
{
    return u"/v1/agent-run/"_s + textAt(start, "agent_run_id") + u"/stream"_s;
}

QString runOf(const Json &start)
{
    return u"/v1/agent-run/"_s + textAt(start, "agent_run_id");
}

/// The names in order, repeated ones once.
QStringList outline(const QList<Json> &events)
{
    QStringList names;
    for (const Json &event : events) {
        const QString name = eventName(event);
        if (names.isEmpty() || names.constLast() != name)
            names.append(name);
    }
    return names;
}

} // namespace

void TestSimulatorV3::detection()
{
    SimFixture sim(oneAgent("[]"));
    const SimAnswer health = sim.get(u"/v1/health"_s);
    QCOMPARE(health.status, 200);
    QCOMPARE(textAt(health.json, "status"), u"ok"_s);
    QVERIFY(health.json.contains("instance_id"));
    QVERIFY(!health.json.contains("service"));
    const SimAnswer openApi = sim.get(u"/openapi.json"_s);
    QVERIFY(openApi.contentType.startsWith("application/json"));
    const Json &paths = openApi.json["paths"];
    QVERIFY(paths.contains("/v1/agent/start"));
    QVERIFY(!paths.contains("/v1/agent/initiate"));
    const std::string stream = "/v1/agent-run/{agent_run_id}/stream";
    QVERIFY(paths[stream]["get"]["parameters"].dump().find("\"last_id\"") != std::string::npos);
    QCOMPARE(sim.get(u"/api/health"_s).status, 404);
}

void TestSimulatorV3::agents()
{
    SimFixture sim(oneAgent("[]"));
    const SimAnswer list = sim.get(u"/v1/agents"_s);
    QCOMPARE(list.json["agents"].size(), 1U);
    const Json expected { { "current_page", 1 }, { "page_size", 20 }, { "total_items", 1 },
        { "total_pages", 1 }, { "has_next", false }, { "has_previous", false } };
    QCOMPARE(canonicalJson(list.json["pagination"]), canonicalJson(expected));
    const SimAnswer one = sim.get(u"/v1/agents/agt-one"_s);
    QCOMPARE(canonicalJson(one.json), canonicalJson(list.json["agents"][0]));
    QVERIFY(one.json.contains("model") && one.json.contains("icon_name"));
    QVERIFY(!one.json.contains("avatar"));
    const SimAnswer missing = sim.get(u"/v1/agents/none"_s);
    QCOMPARE(missing.status, 404);
    QCOMPARE(missing.body, QByteArray(R"({"detail":"Worker not found"})"));
}

void TestSimulatorV3::agentPages()
{
    SimFixture sim(QByteArray(R"({"version":1,"agents":[)")
        + R"({"agent_id":"a","name":"Alpha","responses":[{}]},)"
        + R"({"agent_id":"b","name":"Beta","responses":[{}]},)"
        + R"({"agent_id":"c","name":"Gamma","description":"of the alphabet","responses":[{}]}]})");
    const Json page = sim.get(u"/v1/agents?page=2&limit=2"_s).json;
    QCOMPARE(page["agents"].size(), 1U);
    QCOMPARE(textAt(page["agents"][0], "agent_id"), u"c"_s);
    QVERIFY(page["pagination"]["has_previous"].get<bool>());
    QCOMPARE(sim.get(u"/v1/agents?search=alpha"_s).json["agents"].size(), 2U);
    QCOMPARE(sim.get(u"/v1/agents?page=9"_s).json["agents"].size(), 0U);
    for (const auto &query : { u"limit=101"_s, u"limit=0"_s, u"page=0"_s, u"page=x"_s }) {
        const SimAnswer refused = sim.get(u"/v1/agents?"_s + query);
        QCOMPARE(refused.status, 422);
        QVERIFY(refused.json["detail"].is_array());
    }
}

void TestSimulatorV3::threadsAndMessages()
{
    SimFixture sim(oneAgent("[]"));
    const Json made = sim.postForm(u"/v1/threads"_s, { { u"name"_s, u"Notes"_s } }).json;
    QCOMPARE(made.size(), 2U);
    const QString thread = u"/v1/threads/"_s + textAt(made, "thread_id");
    const Json message = sim.postJson(thread + u"/messages/add"_s, { { "message", "Hi" } }).json;
    QCOMPARE(textAt(message, "type"), u"user"_s);
    QCOMPARE(canonicalJson(message["content"]), QByteArray(R"({"content":"Hi","role":"user"})"));
    QCOMPARE(sim.postJson(thread + u"/messages/add"_s, { { "message", " " } }).status, 400);
    QCOMPARE(sim.postJson(thread + u"/messages/add"_s, Json::object()).status, 422);
    QCOMPARE(sim.postJson(thread + u"/messages/add"_s, "text").status, 422);
    const Json raw { { "type", "status" }, { "content", { { "a", 1 } } },
        { "is_llm_message", false } };
    QCOMPARE(sim.postJson(thread + u"/messages"_s, raw).status, 200);

    QCOMPARE(sim.get(thread + u"/messages?optimized=false"_s).json["messages"].size(), 2U);
    QCOMPARE(sim.get(thread + u"/messages"_s).json["messages"].size(), 1U); // F43
    const Json one = sim.get(thread).json;
    QCOMPARE(textAt(one, "name"), u"Notes"_s);
    QCOMPARE(one["message_count"].get<int>(), 2);
    QVERIFY(one["recent_agent_runs"].is_array() && one["project"].contains("sandbox"));
    const Json list = sim.get(u"/v1/threads?limit=1"_s).json;
    QCOMPARE(list["pagination"].dump(), R"({"limit":1,"page":1,"pages":1,"total":1})");
    QCOMPARE(sim.get(u"/v1/threads/none"_s).status, 404);
    QCOMPARE(sim.get(u"/v1/threads/none/messages"_s).status, 404);
}

void TestSimulatorV3::startErrors_data()
{
    using Fields = QList<QPair<QString, QString>>;
    QTest::addColumn<Fields>("fields");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("no prompt") << Fields { { u"model_name"_s,
        u"x"_s } } << 400 << QByteArray(R"({"detail":"prompt required when creating new thread"})");
    QTest::newRow("unknown thread")
        << Fields { { u"thread_id"_s, u"none"_s }, { u"prompt"_s, u"x"_s } } << 404
        << QByteArray(R"({"detail":"Thread not found"})");
    QTest::newRow("unknown agent")
        << Fields { { u"agent_id"_s, u"none"_s }, { u"prompt"_s, u"x"_s } } << 404
        << QByteArray(R"({"detail":"Worker not found"})");
}

void TestSimulatorV3::startErrors()
{
    using Fields = QList<QPair<QString, QString>>;
    QFETCH(Fields, fields);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    SimFixture sim(oneAgent("[]"));
    const SimAnswer answer = sim.postForm(u"/v1/agent/start"_s, fields);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.body, body);
    QCOMPARE(sim.postJson(u"/v1/agent/start"_s, { { "prompt", "x" } }).status, 400);
    QCOMPARE(sim.get(u"/_sim/runs"_s).json["runs"].size(), 0U);
}

void TestSimulatorV3::transcript()
{
    SimFixture sim(oneAgent(OneTool));
    const Json start = started(sim);
    QCOMPARE(start.size(), 5U);
    QVERIFY(start["sandbox_id"].is_null());
    QCOMPARE(textAt(start, "status"), u"running"_s);
    const QList<Json> events = sim.events(streamOf(start));
    const QStringList call { u"status:thread_run_start"_s, u"llm_response_start"_s };
    const QStringList expected = QStringList { u"ack"_s, u"prep_stage"_s } + call
        + QStringList { u"llm_ttft"_s, u"assistant:chunk"_s, u"assistant:tool_call_chunk"_s,
              u"assistant:complete"_s, u"status:tool_started"_s, u"status:tool_completed"_s,
              u"tool"_s, u"status:finish/tool_calls"_s, u"llm_response_end"_s,
              u"status:thread_run_end"_s }
        + call
        + QStringList { u"assistant:chunk"_s, u"assistant:complete"_s, u"status:finish/stop"_s,
              u"llm_response_end"_s, u"status:thread_run_end"_s, u"status=completed"_s };
    QCOMPARE(outline(events), expected);

    QString arguments;
    QString text;
    int sequence = 0;
    for (const Json &event : events) {
        QVERIFY2(event.contains("_event_id"), event.dump().c_str());
        if (eventName(event) == "assistant:chunk"_L1) {
            QVERIFY(event["message_id"].is_null());
            QCOMPARE(event["sequence"].get<int>(), sequence++); // continues across calls, F34
            text += textAt(inner(event, "content"), "content");
        } else if (eventName(event) == "assistant:tool_call_chunk"_L1) {
            arguments += textAt(inner(event, "metadata")["tool_calls"][0], "arguments_delta");
        } else if (textAt(event, "type") == "llm_response_end"_L1) {
            QVERIFY(!event.contains("content")); // no usage in the stream, F41
        }
    }
    QCOMPARE(arguments, uR"({"file_path": "notes.md"})"_s);
    QCOMPARE(text, u"I'll write it.Done."_s);
}

void TestSimulatorV3::secondTurn()
{
    SimFixture sim(oneAgent(R"([{"text":"You said: {{input}}"}])"));
    const Json first = started(sim, u"one"_s);
    QVERIFY(!sim.events(streamOf(first)).isEmpty());
    const QString thread = textAt(first, "thread_id");
    const Json second = sim.postForm(u"/v1/agent/start"_s,
                               { { u"thread_id"_s, thread }, { u"prompt"_s, u"two"_s } })
                            .json;
    QCOMPARE(textAt(second, "thread_id"), thread);
    const QList<Json> events = sim.events(streamOf(second));
    QVERIFY(inner(events.at(events.size() - 5), "content")["content"] == "You said: two");
    const Json runs = sim.get(u"/v1/thread/"_s + thread + u"/agent-runs"_s).json["agent_runs"];
    QCOMPARE(runs.size(), 2U);
    QCOMPARE(textAt(runs[0], "id"), textAt(second, "agent_run_id")); // newest first
    QVERIFY(runs[0].contains("started_at"));
    QCOMPARE(sim.get(u"/v1/thread/none/agent-runs"_s).status, 404);
}

void TestSimulatorV3::resumeByEventId()
{
    SimFixture sim(oneAgent(OneTool));
    const Json start = started(sim);
    const QList<Json> all = sim.events(streamOf(start));
    const QString lastId = textAt(all.at(6), "_event_id");
    const QList<Json> rest = sim.events(streamOf(start) + u"?last_id="_s + lastId);
    QCOMPARE(rest.size(), all.size() - 7);
    QCOMPARE(canonicalJson(rest.at(0)), canonicalJson(all.at(7)));
    QCOMPARE(sim.events(streamOf(start) + u"?last_id=nonsense"_s).size(), all.size());
}

void TestSimulatorV3::finishedRunSaysCompleted()
{
    SimFixture sim(oneAgent(R"([{"text":"x"}])"));
    const Json start = started(sim);
    const QList<Json> all = sim.events(streamOf(start));
    QTRY_COMPARE(textAt(sim.get(runOf(start)).json, "status"), u"completed"_s);
    const QString last = textAt(all.constLast(), "_event_id");
    const QList<Json> rest = sim.events(streamOf(start) + u"?last_id="_s + last);
    QCOMPARE(rest.size(), 1);
    QCOMPARE(canonicalJson(rest.at(0)), QByteArray(R"({"status":"completed","type":"status"})"));
    const Json run = sim.get(runOf(start)).json;
    QCOMPARE(textAt(run, "threadId"), textAt(start, "thread_id"));
    QVERIFY(run["startedAt"].is_string() && run["completedAt"].is_string());
    QVERIFY(run["error"].is_null());
}

void TestSimulatorV3::failedRunStillSaysCompletedOnReplay()
{
    SimFixture sim(oneAgent(R"([{"text":"x"},{"llm_error":"Overloaded"}])"));
    const Json start = started(sim);
    QTRY_COMPARE(textAt(sim.get(runOf(start)).json, "status"), u"failed"_s);
    const QList<Json> events = sim.events(streamOf(start)); // F25
    QCOMPARE(textAt(events.at(events.size() - 2), "type"), u"error"_s);
    QCOMPARE(eventName(events.constLast()), u"status=completed"_s);
    QCOMPARE(textAt(sim.get(runOf(start)).json, "error"), u"Overloaded"_s);
}

void TestSimulatorV3::stop()
{
    SimFixture sim(oneAgent(R"([{"text":"x"},{"hang":true}])"));
    const Json start = started(sim);
    const auto stream = sim.open(streamOf(start));
    QSignalSpy finished(stream.get(), &QNetworkReply::finished);
    QTRY_VERIFY(stream->bytesAvailable() > 0);
    const SimAnswer answer = sim.postJson(runOf(start) + u"/stop"_s, Json::object());
    QCOMPARE(answer.body, QByteArray(R"({"status":"stopped"})"));
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(eventName(eventsIn(stream->readAll()).constLast()), u"status=stopped"_s);
    QCOMPARE(textAt(sim.get(runOf(start)).json, "status"), u"stopped"_s);
    QCOMPARE(sim.postJson(u"/v1/agent-run/none/stop"_s, Json::object()).body,
        QByteArray(R"({"detail":"Worker run not found"})"));
}

void TestSimulatorV3::pingsWhileNothingHappens()
{
    SimFixture sim(oneAgent(R"([{"text":"x"},{"hang":true}])"));
    const auto stream = sim.open(streamOf(started(sim)));
    QByteArray bytes;
    QTRY_VERIFY((bytes += stream->readAll()).count("data: {\"type\": \"ping\"}\n\n") >= 3);
}

void TestSimulatorV3::lateRunIsWaitedFor()
{
    SimFixture sim(oneAgent(R"([{"text":"x"}])",
                       R"("faults":[{"route":"start","kind":"late_run","ms":300,"first":1}],)"),
        u"v3"_s, 1);
    const Json late = started(sim);
    QCOMPARE(sim.get(runOf(late)).status, 404); // F16
    const QString runs = u"/v1/thread/"_s + textAt(late, "thread_id") + u"/agent-runs"_s;
    QCOMPARE(sim.get(runs).json["agent_runs"].size(), 0U);
    QVERIFY(sim.events(streamOf(late)).size() > 3);
    QCOMPARE(sim.get(runs).json["agent_runs"].size(), 1U);
    const SimAnswer missing = sim.get(u"/v1/agent-run/none/stream"_s);
    QCOMPARE(missing.status, 404);
    QCOMPARE(missing.body, QByteArray(R"({"detail":"Worker run not found"})"));
}

void TestSimulatorV3::missingWorkerIsGivenUp()
{
    SimFixture sim(QByteArray(R"({"version":1,"agents":[{"agent_id":"a","name":"A",)"
                              R"("responses":[{"worker_missing":true}]}]})"));
    const Json start = started(sim);
    const QList<Json> events = sim.events(streamOf(start)); // F29
    QCOMPARE(outline(events), (QStringList { u"ping"_s, u"status=error"_s }));
    QCOMPARE(textAt(events.constLast(), "message"), u"Worker timeout"_s);
    QCOMPARE(textAt(sim.get(runOf(start)).json, "status"), u"failed"_s);
}

void TestSimulatorV3::reasoningAndUsage()
{
    SimFixture sim(QByteArray(R"({"version":1,"defaults":{"first_token_ms":1},"agents":[{)")
        + R"("agent_id":"a","name":"A","model":"big","responses":[{"usage":{"input_tokens":5120,)"
        + R"("output_tokens":96,"cached_tokens":7},"steps":[{"reasoning":"hm"},{"text":"x"}]}]}]})");
    const Json start = started(sim);
    const QStringList names = outline(sim.events(streamOf(start)));
    QVERIFY(names.contains(u"reasoning:reasoning_chunk"_s));
    const Json messages = sim.get(u"/v1/threads/"_s + textAt(start, "thread_id")
                                 + u"/messages?order=asc&optimized=false"_s)
                              .json["messages"];
    QCOMPARE(messages.size(), 3U);
    QVERIFY(messages[1]["content"].is_object()); // objects in REST
    QCOMPARE(textAt(messages[1]["metadata"], "text_content"), u"x"_s);
    QCOMPARE(textAt(messages[2], "type"), u"llm_response_end"_s);
    QCOMPARE(textAt(messages[2]["content"], "model"), u"big"_s);
    QCOMPARE(messages[2]["content"]["usage"].dump(),
        R"({"completion_tokens":96,"prompt_tokens":5120,"prompt_tokens_details":{"cached_tokens":7},)"
        R"("total_tokens":5216})");
    const Json optimized
        = sim.get(u"/v1/threads/"_s + textAt(start, "thread_id") + u"/messages"_s).json["messages"];
    QCOMPARE(optimized.size(), 2U);
    QVERIFY(!optimized[0].contains("content")); // newest first: the assistant
}

void TestSimulatorV3::accountState()
{
    SimFixture sim(oneAgent("[]"));
    const SimAnswer state = sim.get(u"/v1/billing/account-state/minimal"_s);
    QCOMPARE(state.status, 200);
    for (const char *key : { "credits", "subscription", "models", "limits", "tier", "_cache" })
        QVERIFY2(state.json.contains(key), key);
    QVERIFY(state.json["credits"]["can_run"].get<bool>());
    QCOMPARE(textAt(state.json["models"][0], "id"), u"kortix/basic"_s);
}

void TestSimulatorV3::routeErrors()
{
    SimFixture sim(oneAgent("[]"));
    const SimAnswer unknown = sim.get(u"/v1/nothing"_s);
    QCOMPARE(unknown.status, 404);
    QCOMPARE(unknown.body, QByteArray(R"({"detail":"Not Found"})"));
    const SimAnswer verb = sim.postJson(u"/v1/health"_s, Json::object());
    QCOMPARE(verb.status, 405);
    QCOMPARE(verb.body, QByteArray(R"({"detail":"Method Not Allowed"})"));
    QCOMPARE(sim.get(u"/v1/agents/?page=1"_s).status, 307);
}

QTEST_GUILESS_MAIN(TestSimulatorV3)
#include "tst_simulator_v3.moc"
