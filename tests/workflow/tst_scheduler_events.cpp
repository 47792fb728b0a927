// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/planner.h"
#include "scheduler_driver.h"
#include "team_json.h"

#include <QRegularExpression>
#include <QTest>

#include <ctime>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto Chain = R"({'type': 'sequential', 'agents': [
    {'agent_id': 'a'}, {'agent_id': 'b'}, {'agent_id': 'c'}]})";
constexpr auto Pair = R"({'type': 'parallel', 'agents': [{'agent_id': 'a'}, {'agent_id': 'b'}]})";

Error crash()
{
    return { ErrorCategory::AgentCrash, u"suna_run_failed"_s, u"It broke."_s };
}

} // namespace

/// What comes from outside besides answers: retries, stops, deadlines, events that do not fit.
class TestSchedulerEvents : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void retriesThenSucceeds();
    void retriesThenFails();
    void waitsLongerWhenAsked();
    void S10_stop();
    void stopBeforeTheBegin();
    void stopWhileWaitingForRetry();
    void stopKeepsWhatArrives_data();
    void stopKeepsWhatArrives();
    void deadline();
    void secondStopChangesNothing();
    void eventsThatDoNotFit();
    void pipelineRollsBack();
    void retryDoesNotPublishTwice();
    void skipDependents();
    void combinedInputLosesAFailedSource();
    void contextOfTheRun();
    void emptyAndCyclicPlansEnd();
    void thousandSteps_data();
    void thousandSteps();
};

void TestSchedulerEvents::retriesThenSucceeds()
{
    SchedulerDriver driver(Chain);
    driver.fail(u"b"_s, ErrorCategory::AgentTimeout, { 1, 2 });
    driver.run();
    QCOMPARE(driver.log.join(u", "_s),
        u"start a, complete a, start b, retry b 2/3 in 1000, start b try 2, retry b 3/3 in 2000, "
        "start b try 3, complete b, start c, complete c, finish completed"_s);
    QCOMPARE(driver.state.step(StepId(u"b"_s))->output->attempts, 3);
    QVERIFY(!driver.end->hasErrors);
}

void TestSchedulerEvents::retriesThenFails()
{
    SchedulerDriver driver(Chain);
    driver.fail(u"a"_s, ErrorCategory::AgentCrash);
    driver.run();
    QCOMPARE(driver.log.join(u", "_s),
        u"start a, retry a 2/2 in 5000, start a try 2, fail a agent_crash after 2, "
        "skip b upstream_failed, skip c upstream_failed, finish failed steps_failed"_s);
}

void TestSchedulerEvents::waitsLongerWhenAsked()
{
    SchedulerDriver driver(Chain);
    driver.begin();
    Error busy { ErrorCategory::ResourceExhausted, u"suna_busy"_s, u"Busy."_s };
    driver.feed(AttemptFailed { StepId(u"a"_s), busy, std::chrono::seconds(45) });
    QCOMPARE(driver.log.last(), u"retry a 2/2 in 45000"_s);
    driver.feed(RetryDue { StepId(u"a"_s) });
    driver.feed(AttemptFailed { StepId(u"a"_s), busy, std::chrono::seconds(1) });
    QVERIFY(driver.log.contains(u"fail a resource_exhausted after 2"_s));
}

void TestSchedulerEvents::S10_stop()
{
    SchedulerDriver driver(Chain);
    driver.begin();
    QVERIFY(driver.answerNext());
    driver.feed(StopRequested {});
    QVERIFY(!driver.end);
    QVERIFY(driver.answerNext()); // StepStopped
    QCOMPARE(driver.log.join(u", "_s),
        u"start a, complete a, start b, cancel b running, cancel c, finish cancelled"_s);
    QVERIFY(driver.state.step(StepId(u"b"_s))->status == StepStatus::Cancelled);
    QCOMPARE(driver.end->error->code, u"user_cancelled"_s);
    QCOMPARE(driver.end->error->message, u"Execution cancelled by user"_s);
    QVERIFY(!driver.end->finalResult);
}

void TestSchedulerEvents::stopBeforeTheBegin()
{
    SchedulerDriver driver(Pair);
    driver.feed(StopRequested {});
    driver.feed(ExecutionBegan {});
    QCOMPARE(driver.log.join(u", "_s), u"cancel a, cancel b, finish cancelled"_s);
}

void TestSchedulerEvents::stopWhileWaitingForRetry()
{
    SchedulerDriver driver(Chain);
    driver.begin();
    driver.feed(AttemptFailed { StepId(u"a"_s), crash() });
    driver.feed(StopRequested {});
    driver.feed(RetryDue { StepId(u"a"_s) });
    QCOMPARE(driver.log.join(u", "_s),
        u"start a, retry a 2/2 in 5000, cancel a, cancel b, cancel c, finish cancelled"_s);
}

void TestSchedulerEvents::stopKeepsWhatArrives_data()
{
    QTest::addColumn<int>("category"); // -1: success
    QTest::addColumn<QString>("expected");
    QTest::newRow("success") << -1 << u"complete a"_s;
    QTest::newRow("failure") << int(ErrorCategory::NetworkError)
                             << u"fail a network_error after 1"_s;
    QTest::newRow("stopped by itself") << int(ErrorCategory::UserCancelled) << u"cancel a"_s;
}

void TestSchedulerEvents::stopKeepsWhatArrives()
{
    QFETCH(int, category);
    QFETCH(QString, expected);
    SchedulerDriver driver(Pair);
    driver.begin();
    driver.feed(StopRequested {});
    if (category < 0)
        driver.feed(AttemptSucceeded { StepId(u"a"_s), readStepOutput(u"A"_s) });
    else
        driver.feed(AttemptFailed { StepId(u"a"_s), { ErrorCategory(category), {}, {} } });
    driver.feed(StepStopped { StepId(u"a"_s) }); // too late
    driver.feed(StepStopped { StepId(u"b"_s) });
    QCOMPARE(driver.log.join(u", "_s),
        u"start a, start b, cancel a running, cancel b running, "_s + expected
            + u", finish cancelled"_s);
    QCOMPARE(driver.state.context.contextObject().contains("agent_a_result"), category < 0);
}

void TestSchedulerEvents::deadline()
{
    SchedulerDriver driver(Chain);
    driver.begin();
    driver.feed(DeadlineReached {});
    QVERIFY(driver.answerNext());
    QCOMPARE(driver.log.join(u", "_s),
        u"start a, cancel a running, cancel b, cancel c, finish failed execution_timeout"_s);
    QVERIFY(driver.end->error->message.contains(u"3600 seconds"_s));
}

void TestSchedulerEvents::secondStopChangesNothing()
{
    SchedulerDriver driver(Chain);
    driver.begin();
    driver.feed(StopRequested {});
    const QStringList before = driver.log;
    driver.feed(StopRequested {});
    driver.feed(DeadlineReached {});
    QCOMPARE(driver.log, before);
    QVERIFY(driver.answerNext());
    QCOMPARE(driver.log.last(), u"finish cancelled"_s);
}

void TestSchedulerEvents::eventsThatDoNotFit()
{
    SchedulerDriver driver(Chain);
    const StepId a(u"a"_s);
    const std::vector<SchedulerEvent> early { AttemptSucceeded { a, {} },
        AttemptFailed { a, crash() }, RetryDue { a }, StepStopped { a } };
    for (const SchedulerEvent &event : early)
        driver.feed(event);
    QVERIFY(driver.log.isEmpty());
    driver.begin();
    const QStringList begun = driver.log;
    for (const SchedulerEvent &event : { SchedulerEvent(ExecutionBegan {}),
             SchedulerEvent(RetryDue { a }), SchedulerEvent(StepStopped { a }),
             SchedulerEvent(AttemptSucceeded { StepId(u"b"_s), {} }),
             SchedulerEvent(AttemptSucceeded { StepId(u"nobody"_s), {} }),
             SchedulerEvent(RetryDue { StepId(u"nobody"_s) }) })
        driver.feed(event);
    QCOMPARE(driver.log, begun);
    while (driver.answerNext()) { }
    const QStringList ended = driver.log;
    for (const SchedulerEvent &event : early)
        driver.feed(event);
    driver.feed(StopRequested {});
    driver.feed(DeadlineReached {});
    QCOMPARE(driver.log, ended);
    QVERIFY(!driver.state.step(StepId(u"nobody"_s)));
}

void TestSchedulerEvents::pipelineRollsBack()
{
    SchedulerDriver driver(QByteArray(R"({'type': 'pipeline', 'agents': [
        {'agent_id': 'a'}, {'agent_id': 'b'}, {'agent_id': 'c'}]})"));
    driver.logContext = true;
    driver.fail(u"b"_s, ErrorCategory::InvalidInput);
    driver.run();
    QCOMPARE(driver.log.join(u", "_s),
        u"start a, complete a, context v2 agent_a_result, context v3 pipeline_input, start b, "
        "fail b invalid_input after 1, context v4 pipeline_input deleted, "
        "skip c upstream_failed, finish failed steps_failed"_s);
}

void TestSchedulerEvents::retryDoesNotPublishTwice()
{
    SchedulerDriver driver(
        QByteArray(R"({'type': 'pipeline', 'agents': [{'agent_id': 'a'}, {'agent_id': 'b'}]})"));
    driver.logContext = true;
    driver.fail(u"b"_s, ErrorCategory::NetworkError, { 1 });
    driver.run();
    QCOMPARE(driver.log.filter(u"pipeline_input"_s).size(), 1);
    QCOMPARE(driver.starts[1].prompt, driver.starts[2].prompt);
    QCOMPARE(driver.starts[1].contextVersion, driver.starts[2].contextVersion);
}

void TestSchedulerEvents::skipDependents()
{
    SchedulerDriver driver(QByteArray(R"({'type': 'parallel',
        'config': {'on_step_failure': 'skip_dependents'}, 'agents': [
        {'agent_id': 'a'}, {'agent_id': 'free'},
        {'agent_id': 'b', 'conditions': [
            {'field': 'agent_a_result', 'operator': 'not_exists'}]},
        {'agent_id': 'c', 'input': {'source': 'combined', 'sources': [
            {'type': 'initial_prompt'}, {'type': 'agent_result', 'agent_id': 'b'}]}},
        {'agent_id': 'd', 'dependencies': ['free']}]})"));
    driver.fail(u"a"_s, ErrorCategory::InvalidInput);
    driver.run();
    QCOMPARE(driver.log.join(u", "_s),
        u"start a, start free, fail a invalid_input after 1, complete free, "
        "skip b upstream_failed, skip c upstream_failed, start d, complete d, "
        "finish completed with errors"_s);
}

void TestSchedulerEvents::combinedInputLosesAFailedSource()
{
    SchedulerDriver driver(QByteArray(R"({'type': 'parallel',
        'config': {'on_step_failure': 'continue'}, 'agents': [
        {'agent_id': 'a'}, {'agent_id': 'b'},
        {'agent_id': 'c', 'input': {'source': 'combined', 'sources': [
            {'type': 'agent_result', 'agent_id': 'a'}, {'type': 'agent_result', 'agent_id': 'b'}]}},
        {'agent_id': 'd', 'input': {'source': 'combined', 'sources': [
            {'type': 'agent_result', 'agent_id': 'a'}]}}]})"));
    driver.fail(u"a"_s, ErrorCategory::InvalidInput);
    driver.run();
    QCOMPARE(driver.input(u"c"_s), u"B"_s);
    QVERIFY(driver.log.contains(u"skip d input_unavailable"_s));
    QCOMPARE(driver.log.last(), u"finish completed with errors"_s);
}

void TestSchedulerEvents::contextOfTheRun()
{
    ExecutionConfig config;
    config.initialContext = { { "market", "Brazil" }, { "initial_prompt", "forged" } };
    config.initialMemory = { { "tone", "dry" } };
    SchedulerDriver driver(QByteArray(R"({'type': 'sequential', 'agents': [{'agent_id': 'a',
        'input': {'source': 'context_variable', 'variable_name': 'market',
                  'template': '{{input}}: {{initial_prompt}}, {{memory.tone}}'}}]})"),
        config);
    driver.run();
    QCOMPARE(driver.input(u"a"_s), u"Brazil: Go, dry"_s);
    QCOMPARE(driver.starts.front().source, u"context_variable"_s);
    QVERIFY(driver.prompt(u"a"_s).contains(u"execution e1, step 1/1, your role: member"_s));
}

void TestSchedulerEvents::emptyAndCyclicPlansEnd()
{
    SchedulerDriver empty { ExecutionPlan {} };
    empty.run();
    QCOMPARE(empty.log, QStringList(u"finish failed no_eligible_agent"_s));

    ExecutionPlan cyclic = planExecution(validDraft(Pair));
    cyclic.steps[0].dependencies = { StepId(u"b"_s) };
    cyclic.steps[1].dependencies = { StepId(u"a"_s), StepId(u"gone"_s) };
    SchedulerDriver stuck(cyclic);
    stuck.run();
    QCOMPARE(stuck.log.join(u", "_s),
        u"skip a condition_not_met, skip b condition_not_met, finish failed no_eligible_agent"_s);
}

void TestSchedulerEvents::thousandSteps_data()
{
    QTest::addColumn<QByteArray>("type");
    for (const char *type : { "sequential", "parallel", "pipeline", "conditional" })
        QTest::newRow(type) << QByteArray(type);
}

void TestSchedulerEvents::thousandSteps()
{
    QFETCH(QByteArray, type);
    TeamDraft draft;
    draft.name = u"Many"_s;
    draft.workflow.type = *workflowTypeFromString(QString::fromLatin1(type));
    for (int i = 0; i < 1000; ++i) {
        WorkflowAgent agent;
        agent.agentId = AgentId(u"agent-%1"_s.arg(i));
        draft.workflow.agents.push_back(agent);
    }
    ValidationLimits limits;
    limits.maxAgents = 1000;
    const std::clock_t begin = std::clock(); // the processor's time: others may use the machine
    const Validation validation = validateTeam(draft, limits);
    QVERIFY(validation.valid());
    const std::clock_t validated = std::clock();
    SchedulerDriver driver(planExecution(validation.normalized));
    driver.run();
    const auto milliseconds = [](std::clock_t ticks) { return ticks * 1000 / CLOCKS_PER_SEC; };
    const auto ran = milliseconds(std::clock() - validated);
    qInfo("%s: validated in %ld ms, planned and ran in %ld ms", type.constData(),
        milliseconds(validated - begin), ran);
    QCOMPARE(driver.log.last(), u"finish completed"_s);
    QCOMPARE(driver.starts.size(), size_t(1000));
    QVERIFY2(ran < 2000, "a thousand steps must not take quadratic time");
}

QTEST_GUILESS_MAIN(TestSchedulerEvents)
#include "tst_scheduler_events.moc"
