// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/protocol/run_composer.h"
#include "app/simulator/runs/service.h"
#include "app/simulator/runs/text_chunks.h"
#include "app/simulator/scenario/scenario_reader.h"
#include "tests/support/virtual_clock.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace renum;
using namespace renum::sim;
using std::chrono::milliseconds;

/// The pure part: the plan of a run and its play in virtual time.
class TestRunTimeline : public QObject {
    Q_OBJECT

private slots:
    void chunksJoinToTheText_data();
    void chunksJoinToTheText();
    void speedOfReading();
    void usageIsShared();
    void usageFromText();
    void sameSeedSameBytes_data();
    void sameSeedSameBytes();
    void statusFlipsAfterTheLastEvent_data();
    void statusFlipsAfterTheLastEvent();
    void demoTakesAboutAMinute();
    void stopBreaksOff();
};

namespace {

Scenario scenarioOf(const QByteArray &steps, const QByteArray &members = {})
{
    const QByteArray json = R"({"version":1,"agents":[{"agent_id":"a","name":"A","responses":[{)"
        + members + R"("steps":)" + steps + "}]}]}";
    const Result<Scenario> scenario = parseScenario(json, u"test"_s);
    return scenario ? *scenario : Scenario {};
}

RunPlan planOf(const Scenario &scenario, const QString &prompt = u"hello"_s)
{
    const ScriptedAgent *agent = scenario.agent({});
    return planRun(
        { &scenario, agent, &agent->responses.constFirst(), prompt, 1, {} }, SeededRandom(1));
}

RunRecord &startRun(Service &service, const QString &agentId, const QString &prompt)
{
    ThreadRecord &thread = service.createThread(u"t"_s);
    service.addUserMessage(thread, prompt);
    return service.startRun({ thread.id, service.scenario().agent(agentId), {} });
}

QByteArray everything(const RunRecord &run, const Service &service)
{
    QByteArray bytes = run.id.toUtf8() + '\n';
    for (const StreamEvent &event : run.events)
        bytes += event.json + '\n';
    for (const StoredMessage &message : service.world().thread(run.threadId)->messages)
        bytes
            += message.id.toUtf8() + restJson(message.content) + isoTime(message.createdAt).c_str();
    return bytes;
}

QByteArray playDemo(const QString &profile, quint64 seed)
{
    test::VirtualClock clock;
    Service service(&clock, *loadScenario({}), *profileByName(profile), seed, 1);
    RunRecord &run = startRun(service, u"agt-researcher"_s, u"Electric bicycles in Brazil"_s);
    clock.advance(milliseconds(600'000));
    return everything(run, service);
}

} // namespace

void TestRunTimeline::chunksJoinToTheText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("short") << u"Hi"_s;
    QTest::newRow("prose") << u"The quick brown fox jumps over the lazy dog.\n\n"_s.repeated(20);
    QTest::newRow("one long word") << QString(500, u'x');
    QTest::newRow("astral") << u"😀"_s.repeated(300);
}

void TestRunTimeline::chunksJoinToTheText()
{
    QFETCH(QString, text);
    SeededRandom random(5);
    QString joined;
    for (const TextChunk &chunk : splitIntoChunks(text, 100, 0.3, random)) {
        QVERIFY(!chunk.text.isEmpty());
        QVERIFY(!chunk.text.back().isHighSurrogate());
        QVERIFY(chunk.text.size() < 60);
        joined += chunk.text;
    }
    QCOMPARE(joined, text);
}

void TestRunTimeline::speedOfReading()
{
    SeededRandom random(5);
    std::chrono::microseconds total { 0 };
    for (const TextChunk &chunk : splitIntoChunks(u"word "_s.repeated(2000), 100, 0.3, random))
        total += chunk.delay;
    // 10,000 letters at 100 a second
    QVERIFY(total > std::chrono::seconds(95) && total < std::chrono::seconds(105));
}

void TestRunTimeline::usageIsShared()
{
    const RunPlan plan = planOf(scenarioOf(
        R"([{"text":"a"},{"tool":{"name":"t"}},{"text":"b"},{"tool":{"name":"t"}},{"text":"c"}])",
        R"("usage":{"input_tokens":100,"output_tokens":11,"cached_tokens":5},)"));
    QCOMPARE(plan.calls.size(), 3);
    qint64 input = 0;
    qint64 output = 0;
    qint64 cached = 0;
    for (const PlannedCall &call : plan.calls) {
        input += call.usage->inputTokens;
        output += call.usage->outputTokens;
        cached += call.usage->cachedTokens;
    }
    QCOMPARE(input, 100);
    QCOMPARE(output, 11);
    QCOMPARE(cached, 5);
}

void TestRunTimeline::usageFromText()
{
    const RunPlan plan = planOf(scenarioOf(
        R"([{"text":"12345678"},{"tool":{"name":"t","result":"1234"}},{"text":"1234"}])"));
    QCOMPARE(plan.calls.at(0).usage->inputTokens, 2); // "hello"
    QCOMPARE(plan.calls.at(0).usage->outputTokens, 2);
    QCOMPARE(plan.calls.at(1).usage->inputTokens, 5); // … and what was said and found
    QVERIFY(!planOf(scenarioOf(R"([{"text":"x"}])", R"("usage":"none",)")).calls.at(0).usage);
}

void TestRunTimeline::sameSeedSameBytes_data()
{
    QTest::addColumn<QString>("profile");
    QTest::newRow("v3") << u"v3"_s;
    QTest::newRow("v2a") << u"v2a"_s;
}

void TestRunTimeline::sameSeedSameBytes()
{
    QFETCH(QString, profile);
    const QByteArray first = playDemo(profile, 7);
    QVERIFY(first.size() > 10'000);
    QCOMPARE(playDemo(profile, 7), first);
    QVERIFY(playDemo(profile, 8) != first);
}

void TestRunTimeline::statusFlipsAfterTheLastEvent_data()
{
    QTest::addColumn<QString>("profile");
    QTest::addColumn<QByteArray>("steps");
    QTest::addColumn<QString>("status");
    const QByteArray fine = R"([{"text":"x"}])";
    const QByteArray broken = R"([{"text":"x"},{"fail":"boom"}])";
    const QByteArray llm = R"([{"llm_error":"overloaded"}])";
    QTest::newRow("v3 completed") << u"v3"_s << fine << u"completed"_s;
    QTest::newRow("v3 failed") << u"v3"_s << broken << u"failed"_s;
    QTest::newRow("v3 model error") << u"v3"_s << llm << u"failed"_s;
    QTest::newRow("v2a completed") << u"v2a"_s << fine << u"completed"_s;
    QTest::newRow("v2a failed (F24)") << u"v2a"_s << broken << u"failed"_s;
    QTest::newRow("v2a model error (F23)") << u"v2a"_s << llm << u"completed"_s;
}

void TestRunTimeline::statusFlipsAfterTheLastEvent()
{
    QFETCH(QString, profile);
    QFETCH(QByteArray, steps);
    QFETCH(QString, status);
    test::VirtualClock clock;
    Service service(&clock, scenarioOf(steps), *profileByName(profile), 3, 1);
    RunRecord &run = startRun(service, {}, u"x"_s);
    Timestamp lastEvent {};
    while (run.running() && clock.advanceToNext()) {
        if (run.running())
            lastEvent = clock.now();
    }
    QCOMPARE(run.status, status);
    const auto settle = *run.completedAt - lastEvent;
    QVERIFY2(settle >= milliseconds(50) && settle <= milliseconds(501), qPrintable(run.id));
    QCOMPARE(run.error.isEmpty(), status == "completed"_L1);
}

void TestRunTimeline::demoTakesAboutAMinute()
{
    test::VirtualClock clock;
    Service service(&clock, *loadScenario({}), *profileByName(u"v3"_s), 11, 1);
    QString prompt = u"Electric bicycles in Brazil"_s;
    for (const auto &agent : { u"agt-researcher"_s, u"agt-analyst"_s, u"agt-reporter"_s }) {
        RunRecord &run = startRun(service, agent, prompt);
        while (run.running() && clock.advanceToNext()) { }
        QCOMPARE(run.status, u"completed"_s);
        const auto &messages = service.world().thread(run.threadId)->messages;
        for (const StoredMessage &message : messages) {
            if (message.type == "assistant"_L1)
                prompt = QString::fromStdString(message.content.at("content").get<std::string>());
        }
        QVERIFY2(prompt.contains("Electric bicycles in Brazil"_L1), qPrintable(prompt.left(80)));
    }
    QVERIFY(clock.monotonic() > std::chrono::seconds(40));
    QVERIFY(clock.monotonic() < std::chrono::seconds(60));
}

void TestRunTimeline::stopBreaksOff()
{
    test::VirtualClock clock;
    Service service(&clock, *loadScenario({}), *profileByName(u"v3"_s), 11, 1);
    RunRecord &run = startRun(service, u"agt-analyst"_s, u"Tea"_s);
    clock.advance(milliseconds(4000));
    const size_t before = run.events.size();
    QVERIFY(before > 5);
    service.stopRun(run);
    QCOMPARE(run.status, u"stopped"_s);
    clock.advance(milliseconds(60'000));
    QCOMPARE(run.events.size(), before + 1);
    QVERIFY(run.events.back().json.contains("\"status\": \"stopped\""));
    QCOMPARE(clock.pending(), 0);
}

QTEST_GUILESS_MAIN(TestRunTimeline)
#include "tst_run_timeline.moc"
