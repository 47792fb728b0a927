// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/planner.h"
#include "team_json.h"

#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

namespace {

QString ids(const std::vector<StepId> &steps)
{
    QStringList list;
    for (const StepId &step : steps)
        list.append(step.toString());
    return list.join(u' ');
}

StepRecord record(StepStatus status)
{
    StepRecord step;
    step.status = status;
    return step;
}

} // namespace

class TestPlanner : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void defaultsByType_data();
    void defaultsByType();
    void dependencies();
    void orderAndInactiveMembers();
    void settingsByPrecedence();
    void estimates_data();
    void estimates();
    void historyAndPlaces();
    void M6_M7_progress();
    void plansSurviveStorage();
};

void TestPlanner::defaultsByType_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<int>("policy");
    QTest::addColumn<QString>("finalResult");
    QTest::newRow("sequential") << QByteArray("sequential") << int(StepFailurePolicy::Stop)
                                << u"last"_s;
    QTest::newRow("pipeline") << QByteArray("pipeline") << int(StepFailurePolicy::Stop)
                              << u"last"_s;
    QTest::newRow("parallel") << QByteArray("parallel") << int(StepFailurePolicy::Stop) << u"all"_s;
    QTest::newRow("conditional") << QByteArray("conditional") << int(StepFailurePolicy::Continue)
                                 << u"all"_s;
}

void TestPlanner::defaultsByType()
{
    QFETCH(QByteArray, type);
    QFETCH(int, policy);
    QFETCH(QString, finalResult);
    const ExecutionPlan plan = planExecution(validDraft(
        "{'type': '" + type + "', 'config': {'fail_fast': true}, 'agents': [{'agent_id': 'a'}]}"));
    QCOMPARE(int(plan.onStepFailure), policy);
    QCOMPARE(plan.finalResult, finalResult);
    QCOMPARE(plan.maxParallel, 10);
    QCOMPARE(plan.maxIterations, 3);
    QCOMPARE(plan.maxExecutionSeconds, 3600);
    QCOMPARE(plan.failFast, type == "parallel");
    QCOMPARE(plan.steps.front().timeoutSeconds, 600);
    QCOMPARE(toString(plan.strategy).toUtf8(), type);
}

void TestPlanner::dependencies()
{
    const ExecutionPlan plan = planExecution(validDraft(R"({'type': 'parallel', 'agents': [
        {'agent_id': 'a'}, {'agent_id': 'b'}, {'agent_id': 'c'}, {'agent_id': 'd'},
        {'agent_id': 'e', 'dependencies': ['a'],
         'input': {'source': 'combined', 'template': '{{input}} {{agent.c}}', 'sources': [
            {'type': 'agent_result', 'agent_id': 'b'}, {'type': 'agent_result', 'agent_id': 'a'}]},
         'conditions': [{'not': {'field': 'agent_d_result.x', 'operator': 'exists'}}]}]})"));
    const PlanStep *step = plan.find(StepId(u"e"_s));
    QCOMPARE(ids(step->requiredDependencies), u"a"_s);
    QCOMPARE(ids(step->dependencies), u"a b c d"_s);
    QCOMPARE(plan.waves.size(), size_t(2));
    QCOMPARE(ids(plan.waves[0]), u"a b c d"_s);
}

void TestPlanner::orderAndInactiveMembers()
{
    const ExecutionPlan plan = planExecution(validDraft(R"({'type': 'pipeline', 'agents': [
        {'agent_id': 'third', 'execution_order': 9},
        {'agent_id': 'off', 'execution_order': 1, 'is_active': false},
        {'agent_id': 'first', 'execution_order': 2, 'name': 'First', 'role': 'leader',
         'input': {'source': 'agent_result', 'agent_id': 'off'}},
        {'agent_id': 'last'}]})"));
    QStringList order;
    for (const PlanStep &step : plan.steps)
        order.append(step.agentId.toString() + QString::number(step.order));
    QCOMPARE(order.join(u' '), u"off1 first2 third3 last4"_s);
    QCOMPARE(plan.steps[1].name, u"First"_s);
    QCOMPARE(plan.steps[1].role, u"leader"_s);
    QVERIFY(plan.steps[1].input.sources.front().kind == InputSource::Kind::InitialPrompt);
    QVERIFY(plan.steps[1].dependencies.empty());
    QCOMPARE(plan.steps[2].input.sources.front().agentId.toString(), u"first"_s);
    QCOMPARE(ids(plan.steps[3].dependencies), u"third"_s);
    QCOMPARE(plan.waves.size(), size_t(3)); // the inactive one is in none
    QCOMPARE(plan.estimatedDurationSeconds, 90);
}

void TestPlanner::settingsByPrecedence()
{
    TeamDraft draft = validDraft(R"({'type': 'sequential', 'config': {'on_step_failure': 'stop'},
        'agents': [{'agent_id': 'a', 'timeout': 5, 'agent_config': {'model_name': 'own'}},
        {'agent_id': 'b'}]})");
    draft.config.stepTimeoutSeconds = 50;
    draft.config.maxExecutionSeconds = 70;
    draft.config.modelName = u"team"_s;
    ExecutionPlan plan = planExecution(draft);
    QCOMPARE(plan.steps[0].timeoutSeconds, 5);
    QCOMPARE(plan.steps[1].timeoutSeconds, 50);
    QCOMPARE(plan.steps[0].modelName, u"own"_s);
    QCOMPARE(plan.steps[1].modelName, u"team"_s);
    QCOMPARE(plan.maxExecutionSeconds, 70);
    ExecutionConfig config;
    config.stepTimeoutSeconds = 9;
    config.maxExecutionSeconds = 8;
    config.modelName = u"run"_s;
    config.onStepFailure = StepFailurePolicy::SkipDependents;
    plan = planExecution(draft, config);
    QCOMPARE(plan.steps[0].timeoutSeconds, 5);
    QCOMPARE(plan.steps[1].timeoutSeconds, 9);
    QCOMPARE(plan.steps[1].modelName, u"run"_s);
    QCOMPARE(plan.maxExecutionSeconds, 8);
    QVERIFY(plan.onStepFailure == StepFailurePolicy::SkipDependents);
}

void TestPlanner::estimates_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<int>("seconds");
    QTest::newRow("M8 sequential") << QByteArray("sequential") << 90;
    QTest::newRow("M8 pipeline") << QByteArray("pipeline") << 90;
    QTest::newRow("M8 parallel") << QByteArray("parallel") << 30;
    QTest::newRow("M8 conditional") << QByteArray("conditional") << 63;
}

void TestPlanner::estimates()
{
    QFETCH(QByteArray, type);
    QFETCH(int, seconds);
    const ExecutionPlan plan = planExecution(validDraft("{'type': '" + type
        + "', 'agents': [{'agent_id': 'a'}, {'agent_id': 'b'}, {'agent_id': 'c'}]}"));
    QCOMPARE(plan.estimatedDurationSeconds, seconds);
}

void TestPlanner::historyAndPlaces()
{
    TeamDraft draft = validDraft(R"({'type': 'parallel', 'config': {'max_parallel': 2}, 'agents': [
        {'agent_id': 'a'}, {'agent_id': 'b'}, {'agent_id': 'c'},
        {'agent_id': 'd', 'dependencies': ['a']}]})");
    const DurationHistory history { { AgentId(u"a"_s), 100.5 }, { AgentId(u"b"_s), 10 },
        { AgentId(u"c"_s), qQNaN() } };
    // b and then c beside a, then d.
    QCOMPARE(planExecution(draft, {}, history).estimatedDurationSeconds, 131);
    draft.workflow.config.maxParallel = 1;
    QCOMPARE(planExecution(draft, {}, history).estimatedDurationSeconds, 171);
}

void TestPlanner::M6_M7_progress()
{
    Execution execution;
    execution.status = ExecutionStatus::Running;
    for (const StepStatus status :
        { StepStatus::Completed, StepStatus::Skipped, StepStatus::Pending, StepStatus::Pending })
        execution.steps.push_back(record(status));
    execution.totalSteps = 4;
    execution.completedSteps = 2;
    QCOMPARE(execution.progress(), 50.0);
    for (StepRecord &step : execution.steps)
        step.status = StepStatus::Completed;
    execution.completedSteps = 4;
    QCOMPARE(execution.progress(), 99.0);
    execution.status = ExecutionStatus::Completed;
    QCOMPARE(execution.progress(), 100.0);
}

void TestPlanner::plansSurviveStorage()
{
    const ExecutionPlan plan = planExecution(validDraft(R"({'type': 'pipeline', 'agents': [
        {'agent_id': 'a', 'is_active': false}, {'agent_id': 'b', 'conditions': [
            {'field': 'initial_prompt', 'operator': 'exists'}]},
        {'agent_id': 'c', 'retry_config': {'max_attempts': 2}, 'feedback': {'to': 'b'}}]})"));
    const Result<ExecutionPlan> stored = planFromJson(toJson(plan));
    QVERIFY(stored.ok());
    QVERIFY(*stored == plan);
}

QTEST_GUILESS_MAIN(TestPlanner)
#include "tst_planner.moc"
