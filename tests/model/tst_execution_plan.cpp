// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/execution_plan.h"
#include "core/model/workflow_codec.h"

#include <QTest>

using namespace renum;
using namespace Qt::StringLiterals;

namespace {

ExecutionPlan samplePlan()
{
    ExecutionPlan plan;
    plan.definition = readWorkflow(Json::parse(R"({"type": "pipeline", "agents": [
        {"agent_id": "a", "input": {"source": "initial_prompt"},
         "conditions": [{"field": "x", "operator": "exists"}]},
        {"agent_id": "b", "input": {"source": "agent_result", "agent_id": "a"},
         "retry_config": {"max_attempts": 2}, "agent_config": {"instructions": "i"},
         "feedback": {"to": "a", "max_iterations": 2}}],
        "config": {"merge": "deep", "approval": {"before": ["b"]}}})"))
                          .definition;
    plan.strategy = WorkflowType::Pipeline;
    int order = 1;
    for (const WorkflowAgent &agent : plan.definition.agents) {
        PlanStep step;
        step.id = StepId(agent.agentId.toString());
        step.agentId = agent.agentId;
        step.name = agent.displayName();
        step.order = order++;
        step.role = u"member"_s;
        step.input = agent.input.value();
        step.conditions = agent.conditions;
        step.retry = agent.retry.value_or(RetryConfig());
        step.config = agent.config;
        step.feedback = agent.feedback;
        step.timeoutSeconds = 90;
        plan.steps.push_back(step);
    }
    plan.steps[1].dependencies = { StepId(u"a"_s) };
    plan.steps[1].requiredDependencies = { StepId(u"a"_s) };
    plan.steps[1].modelName = u"m"_s;
    plan.waves = { { StepId(u"a"_s) }, { StepId(u"b"_s) } };
    plan.estimatedDurationSeconds = 60;
    plan.maxExecutionSeconds = 100;
    plan.onStepFailure = StepFailurePolicy::SkipDependents;
    plan.failFast = true;
    plan.maxParallel = 2;
    plan.deepMerge = true;
    plan.finalResult = u"last"_s;
    plan.maxIterations = 5;
    plan.approval = plan.definition.config.approval;
    return plan;
}

} // namespace

class TestExecutionPlan : public QObject {
    Q_OBJECT

private slots:
    void roundTrips()
    {
        ExecutionPlan plan = samplePlan();
        for (const StepFailurePolicy policy : { StepFailurePolicy::Stop,
                 StepFailurePolicy::Continue, StepFailurePolicy::SkipDependents }) {
            plan.onStepFailure = policy;
            const Result<ExecutionPlan> read = planFromJson(toJson(plan));
            QVERIFY(read.ok());
            QVERIFY(*read == plan);
        }
    }

    void hasTheNamesOfTheContract()
    {
        const Json json = toJson(samplePlan());
        QCOMPARE(json["strategy"], Json("pipeline"));
        QCOMPARE(json["workflow_type"], Json("pipeline"));
        QCOMPARE(json["dependencies"]["b"], Json::array({ "a" }));
        QCOMPARE(json["steps"][1]["action"], Json("execute"));
        QCOMPARE(json["steps"][1]["step_order"], Json(2));
    }

    void findsSteps()
    {
        const ExecutionPlan plan = samplePlan();
        QCOMPARE(plan.find(StepId(u"b"_s))->order, 2);
        QCOMPARE(plan.findAgent(AgentId(u"a"_s))->order, 1);
        QVERIFY(!plan.find(StepId(u"c"_s)));
        QVERIFY(!plan.findAgent(AgentId(u"c"_s)));
    }

    void brokenPlansAreRefused()
    {
        QVERIFY(!planFromJson(Json::object()).ok());
        QVERIFY(!planFromJson(Json(1)).ok());
        Json json = toJson(samplePlan());
        json["steps"] = 5;
        QVERIFY(!planFromJson(json).ok());
    }
};

QTEST_APPLESS_MAIN(TestExecutionPlan)
#include "tst_execution_plan.moc"
