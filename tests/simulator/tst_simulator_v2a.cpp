// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/sim_fixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace renum;
using namespace renum::test;

/// Family V2a over loopback, after suna-api §5.4, §5.5 and §10.1.
class TestSimulatorV2a : public QObject {
    Q_OBJECT

private slots:
    void detection();
    void agentShape();
    void transcript();
    void initiate();
    void startErrors();
    void replayEndsWithTwoCompleted();
    void modelErrorIsRecordedAsCompleted();
    void failureIsSignalled();
    void stopIsSignalled();
    void silenceWithoutPings();
    void billing();
};

namespace {

const QByteArray WriteAndComplete
    = R"([{"text":"I'll write it."},{"tool":{"name":"create_file","arguments":
        {"file_path":"notes.md","file_contents":"First release"},"result":"File created","ms":100}},
        {"text":"Done."},{"tool":{"name":"complete","ms":10}}])";

QString textAt(const Json &json, const char *key)
{
    return stringAt(json, key).value_or(QString());
}

/// The session of §10.1: thread, message, start. The answer names the run.
Json started(SimFixture &sim, QString *threadPath = nullptr)
{
    const Json made = sim.postForm(u"/api/threads"_s, { { u"name"_s, u"Release notes"_s } }).json;
    const QString thread = textAt(made, "thread_id");
    if (threadPath)
        *threadPath = u"/api/threads/"_s + thread;
    static_cast<void>(sim.postJson(u"/api/threads/"_s + thread + u"/messages/add"_s,
        { { "message", "Write notes.md with one line" } }));
    return sim
        .postJson(u"/api/thread/"_s + thread + u"/agent/start"_s,
            { { "model_name", "claude-sonnet-4" }, { "stream", true } })
        .json;
}

QString runOf(const Json &start)
{
    return u"/api/agent-run/"_s + textAt(start, "agent_run_id");
}

QString streamOf(const Json &start)
{
    return runOf(start) + u"/stream"_s;
}

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

QStringList toolCall(const QString &lastFinish = {})
{
    QStringList names { u"status:thread_run_start"_s, u"status:assistant_response_start"_s,
        u"assistant:chunk"_s, u"status:tool_started"_s, u"status:finish/xml_tool_limit_reached"_s,
        u"assistant:complete"_s, u"status:tool_completed"_s, u"tool"_s };
    if (!lastFinish.isEmpty())
        names.append(u"status:finish/"_s + lastFinish);
    return names << u"status:thread_run_end"_s;
}

} // namespace

void TestSimulatorV2a::detection()
{
    SimFixture sim(oneAgent("[]"), u"v2a"_s);
    QCOMPARE(sim.get(u"/api/health"_s).status, 200);
    const Json paths = sim.get(u"/openapi.json"_s).json["paths"];
    QVERIFY(paths.contains("/api/agent/initiate"));
    QVERIFY(paths.contains("/api/threads"));
    QVERIFY(paths.contains("/api/thread/{thread_id}/agent/start"));
    QVERIFY(!paths.contains("/api/agent/start"));
    QCOMPARE(sim.postForm(u"/api/agent/start"_s, {}).body, QByteArray(R"({"detail":"Not Found"})"));
}

void TestSimulatorV2a::agentShape()
{
    SimFixture sim(oneAgent("[]"), u"v2a"_s);
    const Json list = sim.get(u"/api/agents"_s).json;
    QCOMPARE(list["pagination"].dump(), R"({"limit":20,"page":1,"pages":1,"total":1})");
    QVERIFY(list["agents"][0].contains("avatar"));
    QVERIFY(!list["agents"][0].contains("model"));
    QCOMPARE(sim.get(u"/api/agents/none"_s).body, QByteArray(R"({"detail":"Agent not found"})"));
}

void TestSimulatorV2a::transcript()
{
    VirtualClock clock;
    SimFixture sim(oneAgent(WriteAndComplete), u"v2a"_s, 1, &clock);
    QString thread;
    const Json start = started(sim, &thread);
    QCOMPARE(start.size(), 2U);
    QCOMPARE(textAt(start, "status"), u"running"_s);
    const QList<Json> events = sim.liveEvents(streamOf(start), clock);
    QCOMPARE(outline(events),
        toolCall() + toolCall(u"agent_terminated"_s) + QStringList { u"status=completed"_s });
    int expectedSequence = 0;
    QString streamed;
    for (const Json &event : events) {
        QVERIFY(!event.contains("_event_id"));
        if (eventName(event) == "assistant:chunk"_L1) {
            QCOMPARE(event["sequence"].get<int>(), expectedSequence++);
            QVERIFY(!event.contains("agent_id"));
            streamed += textAt(inner(event, "content"), "content");
        } else if (eventName(event) == "assistant:complete"_L1) {
            QCOMPARE(streamed, textAt(inner(event, "content"), "content"));
            streamed.clear();
            expectedSequence = 0; // restarts in each call, F34
        }
    }
    QCOMPARE(events.constLast().dump(),
        R"({"message":"Agent run completed successfully","status":"completed","type":"status"})");

    QTRY_COMPARE(textAt(sim.get(runOf(start)).json, "status"), u"completed"_s);
    const Json messages
        = sim.get(thread + u"/messages?order=asc&optimized=false"_s).json["messages"];
    QStringList types;
    for (const Json &message : messages) {
        if (textAt(message, "type") != "status"_L1)
            types.append(textAt(message, "type"));
        QVERIFY(!message["metadata"].contains("stream_status")); // is not stored
    }
    QCOMPARE(types,
        (QStringList { u"user"_s, u"assistant"_s, u"tool"_s, u"assistant_response_end"_s,
            u"assistant"_s, u"tool"_s, u"assistant_response_end"_s }));
    const Json optimized = sim.get(thread + u"/messages?order=asc"_s).json["messages"];
    QVERIFY(!optimized[1].contains("content"));
    QVERIFY(textAt(optimized[1]["metadata"], "text_content").startsWith("I'll write it."_L1));
}

void TestSimulatorV2a::initiate()
{
    SimFixture sim(oneAgent(R"([{"text":"{{input}}"}])"), u"v2a"_s);
    const Json start = sim.postForm(u"/api/agent/initiate"_s, { { u"prompt"_s, u"Olá"_s } }).json;
    QCOMPARE(start.size(), 2U);
    QVERIFY(start.contains("thread_id"));
    const SimAnswer stream = sim.get(streamOf(start));
    QVERIFY(stream.contentType.startsWith("text/event-stream"));
    // Python's spacing, and escapes beyond ASCII, here twice because the content is a string.
    QVERIFY(stream.body.contains(R"(\"content\": \"Ol\\u00e1\")"));
}

void TestSimulatorV2a::startErrors()
{
    SimFixture sim(oneAgent("[]"), u"v2a"_s);
    const SimAnswer noPrompt = sim.postForm(u"/api/agent/initiate"_s, { { u"x"_s, u"y"_s } });
    QCOMPARE(noPrompt.status, 422);
    QCOMPARE(noPrompt.json["detail"][0]["loc"].dump(), R"(["body","prompt"])");
    const QByteArray noAgent = R"({"detail":"Agent not found or access denied"})";
    QCOMPARE(sim.postForm(u"/api/agent/initiate"_s,
                    { { u"prompt"_s, u"x"_s }, { u"agent_id"_s, u"none"_s } })
                 .body,
        noAgent);
    QCOMPARE(sim.postJson(u"/api/thread/none/agent/start"_s, Json::object()).body,
        QByteArray(R"({"detail":"Thread not found"})"));
    const QString thread
        = textAt(sim.postForm(u"/api/threads"_s, { { u"name"_s, u"x"_s } }).json, "thread_id");
    const QString start = u"/api/thread/"_s + thread + u"/agent/start"_s;
    QCOMPARE(sim.postJson(start, { { "agent_id", "none" } }).body, noAgent);
    QCOMPARE(sim.postJson(start, Json::array()).status, 422);
    QCOMPARE(sim.get(u"/api/agent-run/none/stream"_s).body,
        QByteArray(R"({"detail":"Agent run not found"})"));
}

void TestSimulatorV2a::replayEndsWithTwoCompleted()
{
    VirtualClock clock;
    SimFixture sim(oneAgent(R"([{"text":"x"}])"), u"v2a"_s, 1, &clock);
    const Json start = started(sim);
    const QList<Json> live = sim.liveEvents(streamOf(start), clock);
    QTRY_COMPARE(textAt(sim.get(runOf(start)).json, "status"), u"completed"_s);
    const QList<Json> replay = sim.events(streamOf(start)); // F31, §10.2
    QCOMPARE(replay.size(), live.size() + 1);
    QCOMPARE(canonicalJson(replay.at(0)), canonicalJson(live.at(0)));
    QCOMPARE(eventName(replay.at(replay.size() - 2)), u"status=completed"_s);
    QCOMPARE(
        canonicalJson(replay.constLast()), QByteArray(R"({"status":"completed","type":"status"})"));
}

void TestSimulatorV2a::modelErrorIsRecordedAsCompleted()
{
    VirtualClock clock;
    SimFixture sim(oneAgent(R"([{"llm_error":"Overloaded"}])"), u"v2a"_s, 1, &clock);
    const Json start = started(sim);
    const QStringList names = outline(sim.liveEvents(streamOf(start), clock)); // F23
    QCOMPARE(names.mid(2),
        (QStringList { u"status=error"_s, u"status:thread_run_end"_s, u"status=completed"_s }));
    QTRY_COMPARE(textAt(sim.get(runOf(start)).json, "status"), u"completed"_s);
}

void TestSimulatorV2a::failureIsSignalled()
{
    VirtualClock clock;
    SimFixture sim(oneAgent(R"([{"text":"x"},{"fail":"boom"}])"), u"v2a"_s, 1, &clock);
    const Json start = started(sim);
    const QStringList names = outline(sim.liveEvents(streamOf(start), clock)); // F24
    QCOMPARE(names.mid(names.size() - 2), (QStringList { u"status=error"_s, u"status=ERROR"_s }));
    const Json run = sim.get(runOf(start)).json;
    QCOMPARE(textAt(run, "status"), u"failed"_s);
    QVERIFY(textAt(run, "error").startsWith("Traceback"_L1));
    QCOMPARE(eventName(sim.events(streamOf(start)).constLast()), u"status=completed"_s); // F25
}

void TestSimulatorV2a::stopIsSignalled()
{
    SimFixture sim(oneAgent(R"([{"text":"x"},{"hang":true}])"), u"v2a"_s);
    const Json start = started(sim);
    const auto stream = sim.open(streamOf(start));
    QSignalSpy finished(stream.get(), &QNetworkReply::finished);
    QTRY_VERIFY(stream->bytesAvailable() > 0);
    QCOMPARE(sim.postJson(runOf(start) + u"/stop"_s, Json::object()).status, 200);
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(eventName(eventsIn(stream->readAll()).constLast()), u"status=STOP"_s);
    // A replay holds no such word.
    QCOMPARE(eventName(sim.events(streamOf(start)).constLast()), u"status=completed"_s);
}

void TestSimulatorV2a::silenceWithoutPings()
{
    SimFixture sim(oneAgent(R"([{"text":"x"},{"hang":true}])"), u"v2a"_s, 1000);
    const auto stream = sim.open(streamOf(started(sim)));
    QByteArray bytes;
    QTRY_VERIFY((bytes += stream->readAll()).contains("chunk"));
    QSignalSpy more(stream.get(), &QNetworkReply::readyRead);
    QVERIFY(!more.wait(300)); // F20: six pings of the sped-up clock would fit
    QVERIFY(!stream->isFinished());
    QVERIFY(!bytes.contains("ping"));
}

void TestSimulatorV2a::billing()
{
    SimFixture sim(oneAgent(R"([{"text":"x"}])"), u"v2a"_s);
    const Json start = started(sim);
    QTRY_COMPARE(textAt(sim.get(runOf(start)).json, "status"), u"completed"_s);
    const Json balance = sim.get(u"/api/billing/balance"_s).json;
    QVERIFY(balance["balance"].get<double>() < 999999);
    const Json list = sim.get(u"/api/billing/transactions?limit=5&offset=0"_s).json;
    QCOMPARE(list["transactions"].size(), 1U);
    QVERIFY(list["transactions"][0]["amount"].get<double>() < 0);
    QCOMPARE(list["pagination"].dump(), R"({"has_more":false,"limit":5,"offset":0,"total":1})");
    QCOMPARE(sim.get(u"/api/billing/transactions?limit=101"_s).status, 422);
}

QTEST_GUILESS_MAIN(TestSimulatorV2a)
#include "tst_simulator_v2a.moc"
