// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/sim_fixture.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace renum;
using namespace renum::test;

/// Family V2b over loopback: what differs from V3, after suna-api §4.4, §5.6 and §5.7.
class TestSimulatorV2b : public QObject {
    Q_OBJECT

private slots:
    void detection();
    void transcript();
    void toolsAsXml();
    void optimisticStart();
    void optimisticStartNeedsIds_data();
    void optimisticStartNeedsIds();
    void modelErrorEndsTheStream();
    void replayIsTrimmed();
    void pingsWhileNothingHappens();
    void tellsOfRunsInFurtherWays();
};

namespace {

const QByteArray WriteAndTell
    = R"([{"text":"I'll write it."},{"tool":{"name":"create_file","arguments":
        {"file_path":"notes.md"},"result":"File created","ms":100}},{"text":"Done."}])";

QString textAt(const Json &json, const char *key)
{
    return stringAt(json, key).value_or(QString());
}

Json started(SimFixture &sim)
{
    return sim.postForm(u"/api/agent/start"_s, { { u"prompt"_s, u"Write notes.md"_s } }).json;
}

QString runOf(const Json &start)
{
    return u"/api/agent-run/"_s + textAt(start, "agent_run_id");
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

} // namespace

void TestSimulatorV2b::detection()
{
    SimFixture sim(oneAgent("[]"), u"v2b"_s);
    QCOMPARE(sim.get(u"/api/health"_s).status, 200);
    const Json paths = sim.get(u"/openapi.json"_s).json["paths"];
    QVERIFY(paths.contains("/api/agent/start"));
    QVERIFY(paths.contains("/api/threads"));
    QVERIFY(!paths.contains("/api/agent/initiate"));
    const Json parameters = paths["/api/agent-run/{agent_run_id}/stream"]["get"]["parameters"];
    for (const Json &parameter : parameters)
        QVERIFY(textAt(parameter, "name") != "last_id"_L1);
}

void TestSimulatorV2b::transcript()
{
    VirtualClock clock;
    SimFixture sim(oneAgent(WriteAndTell), u"v2b"_s, 1, &clock);
    const Json start = started(sim);
    QCOMPARE(start.size(), 3U); // no project
    QCOMPARE(textAt(start, "status"), u"running"_s);
    const QList<Json> events = sim.liveEvents(runOf(start) + u"/stream"_s, clock);
    const QStringList names = outline(events);
    QCOMPARE(names.mid(0, 8),
        (QStringList { u"status=initializing"_s, u"status:thread_run_start"_s,
            u"llm_response_start"_s, u"assistant:chunk"_s, u"assistant:tool_call_chunk"_s,
            u"assistant:complete"_s, u"status:tool_started"_s, u"status:tool_completed"_s }));
    QCOMPARE(names.constLast(), u"status=completed"_s);
    int sequence = 0;
    int usageRows = 0;
    for (const Json &event : events) {
        QVERIFY(!event.contains("_event_id"));
        if (eventName(event) == "assistant:chunk"_L1)
            QCOMPARE(event["sequence"].get<int>(), sequence++); // F34: goes on from call to call
        if (textAt(event, "type") == "llm_response_end"_L1) {
            ++usageRows;
            QVERIFY(inner(event, "content")["usage"].contains("prompt_tokens"));
        }
    }
    QCOMPARE(usageRows, 2);
}

void TestSimulatorV2b::toolsAsXml()
{
    VirtualClock clock;
    SimFixture sim(oneAgent(WriteAndTell), u"v2b-xml"_s, 1, &clock);
    const QList<Json> events = sim.liveEvents(runOf(started(sim)) + u"/stream"_s, clock);
    QCOMPARE(outline(events).mid(0, 9),
        (QStringList { u"status=initializing"_s, u"status:thread_run_start"_s,
            u"llm_response_start"_s, u"assistant:chunk"_s, u"status:tool_started"_s,
            u"status:finish/xml_tool_limit_reached"_s, u"assistant:complete"_s,
            u"status:tool_completed"_s, u"tool"_s }));
    QString streamed;
    for (const Json &event : events) {
        const QString name = eventName(event);
        if (name == "assistant:chunk"_L1)
            streamed += textAt(inner(event, "content"), "content");
        else if (name == "assistant:complete"_L1 && streamed.contains("invoke"_L1)) {
            QCOMPARE(streamed, textAt(inner(event, "content"), "content"));
            streamed.clear();
        } else if (name == "status:tool_started"_L1)
            QVERIFY(inner(event, "content")["tool_call_id"].is_null());
        else if (name == "tool"_L1) {
            QCOMPARE(textAt(inner(event, "content"), "role"), u"user"_s);
            QCOMPARE(textAt(inner(event, "metadata"), "return_format"), u"xml"_s);
        }
    }
    QCOMPARE(streamed, u"Done."_s);
}

void TestSimulatorV2b::optimisticStart()
{
    VirtualClock clock;
    SimFixture sim(oneAgent(WriteAndTell), u"v2b"_s, 1, &clock);
    const QString thread = u"7f0c2f4e-6a3e-4d0b-9a51-0d1f3f1f9b11"_s;
    const QString project = u"7f0c2f4e-6a3e-4d0b-9a51-0d1f3f1f9b12"_s;
    const Json start
        = sim.postForm(u"/api/agent/start"_s,
                 { { u"prompt"_s, u"Write notes.md"_s }, { u"optimistic"_s, u"true"_s },
                     { u"thread_id"_s, thread }, { u"project_id"_s, project } })
              .json;
    QCOMPARE(textAt(start, "thread_id"), thread);
    QCOMPARE(textAt(start, "status"), u"pending"_s);
    QVERIFY(start["agent_run_id"].is_null());
    QCOMPARE(textAt(sim.get(u"/api/threads/"_s + thread).json, "project_id"), project);
    const QString second = u"/api/thread/%1/start-agent"_s.arg(thread);
    QCOMPARE(sim.postJson(second, Json::object()).status, 409);
    clock.advance(std::chrono::seconds(1));
    const auto begun = sim.postJson(second, Json::object());
    QCOMPARE(begun.status, 200);
    QCOMPARE(textAt(begun.json, "status"), u"running"_s);
    QCOMPARE(sim.postJson(second, Json::object()).status, 400);
}

void TestSimulatorV2b::optimisticStartNeedsIds_data()
{
    QTest::addColumn<QString>("thread");
    QTest::addColumn<QString>("project");
    QTest::addColumn<QString>("prompt");
    const QString id = u"7f0c2f4e-6a3e-4d0b-9a51-0d1f3f1f9b11"_s;
    QTest::newRow("no thread") << QString() << id << u"x"_s;
    QTest::newRow("no project") << id << QString() << u"x"_s;
    QTest::newRow("no UUID") << u"t1"_s << id << u"x"_s;
    QTest::newRow("no prompt") << id << id << u" "_s;
}

void TestSimulatorV2b::optimisticStartNeedsIds()
{
    QFETCH(const QString, thread);
    QFETCH(const QString, project);
    QFETCH(const QString, prompt);
    SimFixture sim(oneAgent("[]"), u"v2b"_s);
    QCOMPARE(sim.postForm(u"/api/agent/start"_s,
                    { { u"prompt"_s, prompt }, { u"optimistic"_s, u"true"_s },
                        { u"thread_id"_s, thread }, { u"project_id"_s, project } })
                 .status,
        400);
    QVERIFY(sim.get(u"/api/threads"_s).json["threads"].empty());
}

void TestSimulatorV2b::modelErrorEndsTheStream()
{
    VirtualClock clock;
    SimFixture sim(oneAgent(R"([{"llm_error":"Overloaded"}])"), u"v2b"_s, 1, &clock);
    const Json start = started(sim);
    const QList<Json> events = sim.liveEvents(runOf(start) + u"/stream"_s, clock);
    QCOMPARE(eventName(events.constLast()), u"status=error"_s);
    QTRY_COMPARE(textAt(sim.get(runOf(start)).json, "status"), u"failed"_s);
}

void TestSimulatorV2b::replayIsTrimmed()
{
    SimFixture sim(
        oneAgent(R"([{"text":"I'll write it."},{"tool":{"name":"create_file","result":"ok"}},
            {"text":"Waiting."},{"hang":true}])"),
        u"v2b"_s);
    const QString stream = runOf(started(sim)) + u"/stream"_s;
    const auto firstBytes = [&sim, &stream] {
        const auto reply = sim.open(stream);
        QByteArray bytes;
        static_cast<void>(QTest::qWaitFor([&] {
            bytes += reply->readAll();
            return bytes.contains("Waiting");
        }));
        return bytes;
    };
    // F32: once replayed, what lies before the last safe boundary is gone.
    QVERIFY(firstBytes().contains("create_file"));
    QTRY_VERIFY(!firstBytes().contains("create_file"));
    QVERIFY(firstBytes().contains("thread_run_end"));
}

void TestSimulatorV2b::pingsWhileNothingHappens()
{
    SimFixture sim(oneAgent(R"([{"text":"x"},{"hang":true}])"), u"v2b"_s, 1000);
    const auto stream = sim.open(runOf(started(sim)) + u"/stream"_s);
    QByteArray bytes;
    QTRY_VERIFY((bytes += stream->readAll()).count(R"(data: {"type": "ping"})") >= 6);
    QVERIFY(!stream->isFinished());
}

void TestSimulatorV2b::tellsOfRunsInFurtherWays()
{
    SimFixture sim(oneAgent(R"([{"text":"x"},{"hang":true}])"), u"v2b"_s);
    const Json start = started(sim);
    const QString id = textAt(start, "agent_run_id");
    const Json active = sim.get(u"/api/agent-runs/active"_s).json["active_runs"];
    QCOMPARE(active.size(), 1U);
    QCOMPARE(textAt(active[0], "id"), id);
    QCOMPARE(sim.postJson(u"/api/agent-runs/%1/stop"_s.arg(id), Json::object()).status, 200);
    const Json status = sim.get(u"/api/agent-runs/%1/status"_s.arg(id)).json;
    QCOMPARE(textAt(status, "status"), u"stopped"_s);
    QVERIFY(status.contains("error"));
    QVERIFY(sim.get(u"/api/agent-runs/active"_s).json["active_runs"].empty());
    QCOMPARE(sim.get(u"/api/agent-runs/none/status"_s).body,
        QByteArray(R"({"detail":"Agent run not found"})"));
}

QTEST_GUILESS_MAIN(TestSimulatorV2b)
#include "tst_simulator_v2b.moc"
