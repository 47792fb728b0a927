// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/execution_projection.h"
#include "core/model/workflow_codec.h"

#include <QTest>

using namespace renum;
using namespace Qt::StringLiterals;

namespace {

/// Writes a log the way the engine does.
class Script {
public:
    Script()
    {
        ExecutionPlan plan;
        plan.definition = readWorkflow(
            Json::parse(R"({"type":"sequential","agents":[{"agent_id":"a"},{"agent_id":"b"}]})"))
                              .definition;
        int order = 1;
        for (const char *id : { "a", "b" }) {
            PlanStep step;
            step.id = StepId(QString::fromLatin1(id));
            step.agentId = AgentId(step.id.toString());
            step.name = step.id.toString().toUpper();
            step.order = order++;
            plan.steps.push_back(step);
        }
        execution("execution_created",
            { { "status", "pending" }, { "team_name", "T" }, { "initial_prompt", "P" },
                { "workflow_type", "sequential" } });
        execution("plan_created", { { "plan", toJson(plan) } });
    }

    void execution(const char *eventType, Json data = Json::object())
    {
        add(u"execution_update"_s, eventType, std::move(data));
    }
    void step(const char *eventType, const char *step, Json data = Json::object())
    {
        data["step_id"] = step;
        add(u"step_update"_s, eventType, std::move(data));
    }
    void add(const QString &type, const char *eventType, Json data)
    {
        ExecutionEvent event;
        event.seq = ++m_seq;
        event.type = type;
        event.eventType = QString::fromLatin1(eventType);
        event.executionId = ExecutionId(u"e1"_s);
        event.teamId = TeamId(u"t1"_s);
        event.timestamp = fromMicroseconds(m_seq * 1'000'000);
        event.data = std::move(data);
        m_projection.apply(event);
        last = event;
    }
    const Execution &result() const { return m_projection.execution(); }
    const StepRecord &stepOf(const char *id) const
    {
        return *result().step(StepId(QString::fromLatin1(id)));
    }
    void repeatLast() { m_projection.apply(last); }

    ExecutionEvent last;

private:
    qint64 m_seq = 0;
    ExecutionProjection m_projection;
};

} // namespace

class TestExecutionProjection : public QObject {
    Q_OBJECT

private slots:
    void creationShowsThePlan()
    {
        const Script script;
        const Execution &e = script.result();
        QCOMPARE(e.id, ExecutionId(u"e1"_s));
        QCOMPARE(e.teamName, u"T"_s);
        QCOMPARE(e.initialPrompt, u"P"_s);
        QCOMPARE(toString(e.status), toString(ExecutionStatus::Pending));
        QCOMPARE(e.totalSteps, 2);
        QCOMPARE(e.steps.size(), size_t(2));
        QCOMPARE(e.steps.front().name, u"A"_s);
        QCOMPARE(e.lastSeq, 2);
    }

    void aRunFromStartToEnd()
    {
        Script script;
        script.execution("execution_started", { { "owner", "o1" } });
        QCOMPARE(script.result().owner, u"o1"_s);
        script.step("step_started", "a", { { "attempt", 1 }, { "prompt", "do" } });
        QCOMPARE(toString(script.stepOf("a").status), toString(StepStatus::Running));
        QCOMPARE(script.stepOf("a").prompt, u"do"_s);
        script.step("step_run_intent", "a");
        QCOMPARE(toString(script.stepOf("a").runState), toString(RunState::Intent));
        script.step("step_run_sent", "a", { { "thread_id", "th" } });
        QCOMPARE(script.stepOf("a").threadId, ThreadId(u"th"_s));
        script.step("step_run_bound", "a", { { "agent_run_id", "r1" } });
        QCOMPARE(script.stepOf("a").runId, RunId(u"r1"_s));
        script.step("step_output", "a", { { "kind", "tool_call" }, { "delta", "web_search" } });
        QCOMPARE(script.stepOf("a").activity, u"web_search"_s);
        script.step("step_output", "a", { { "kind", "tool_result" }, { "delta", "found" } });
        QVERIFY(script.stepOf("a").activity.isEmpty());
        script.step("step_output", "a", { { "kind", "assistant" }, { "delta", "He" } });
        script.step("step_output", "a", { { "kind", "assistant" }, { "delta", "llo" } });
        QCOMPARE(script.stepOf("a").liveText, u"Hello"_s);
        script.step("step_usage", "a",
            { { "usage_metrics",
                { { "model_name", "gpt" }, { "tokens_input", 3 }, { "request_count", 1 } } } });
        QCOMPARE(script.stepOf("a").modelName, u"gpt"_s);
        QVERIFY(script.result().usage.tokensInput == 3);
        script.step(
            "step_completed", "a", { { "attempt", 1 }, { "result", { { "result", "Hello!" } } } });
        QCOMPARE(script.stepOf("a").liveText, u"Hello!"_s);
        QCOMPARE(script.result().completedSteps, 1);
        QCOMPARE(script.result().progress(), 50.0);
        script.step("step_skipped", "b", { { "reason", "input_unavailable" } });
        QVERIFY(script.stepOf("b").skipReason == SkipReason::InputUnavailable);
        script.execution(
            "execution_completed", { { "result", { { "result", "R" } } }, { "has_errors", true } });
        QCOMPARE(toString(script.result().status), toString(ExecutionStatus::Completed));
        QVERIFY(script.result().hasErrors);
        QCOMPARE(script.result().progress(), 100.0);
        QVERIFY(script.result().owner.isEmpty());
    }

    void textIsReplacedPerSegment()
    {
        Script script;
        script.step("step_started", "a", { { "attempt", 1 } });
        const auto output = [&script](int segment, const char *text, bool replace) {
            script.step("step_output", "a",
                { { "kind", "assistant" }, { "segment", segment }, { "delta", text },
                    { "replace", replace } });
        };
        output(0, "first", false);
        output(0, "First.", true);
        output(1, "sec", false);
        output(1, "Second.", true);
        QCOMPARE(script.stepOf("a").liveText, u"First.\n\nSecond."_s);
    }

    void waitingForLeaveToStart()
    {
        Script script;
        script.step("step_started", "a", { { "attempt", 1 } });
        script.step("step_waiting", "a",
            { { "attempt", 1 }, { "reason", "circuit_open" },
                { "retry_at", "2026-01-01T00:01:00Z" }, { "until", "2026-01-01T00:02:00Z" } });
        const std::optional<StepWait> circuit = script.stepOf("a").waiting;
        QVERIFY(circuit && circuit->reason == WaitReason::CircuitOpen);
        QCOMPARE(*circuit->until - *circuit->nextTry, std::chrono::microseconds(60'000'000));
        script.step(
            "step_waiting", "a", { { "attempt", 1 }, { "reason", "run_slot" }, { "position", 7 } });
        QCOMPARE(script.stepOf("a").waiting->position, 7);
        QVERIFY(!script.stepOf("a").waiting->until);
        script.step("step_usage", "a", { { "usage_metrics", Json::object() } });
        script.step("step_run_duplicate", "a", { { "agent_run_id", "r" } });
        QVERIFY(script.stepOf("a").waiting.has_value()); // beside the waiting
        script.step("step_waiting", "a", { { "attempt", 1 }, { "reason", "boredom" } });
        QVERIFY(!script.stepOf("a").waiting);
        for (const char *next :
            { "step_run_intent", "step_run_sent", "step_retrying", "step_cancelled" }) {
            script.step("step_waiting", "a", { { "attempt", 1 }, { "reason", "service_busy" } });
            QVERIFY(script.stepOf("a").waiting.has_value());
            script.step(next, "a", { { "attempt", 1 } });
            QVERIFY2(!script.stepOf("a").waiting, next);
        }
        script.step("step_waiting", "a", { { "attempt", 1 }, { "reason", "run_slot" } });
        QVERIFY(!script.stepOf("a").waiting); // it is over
    }

    void retriesAndFailures()
    {
        Script script;
        const Json detail = { { "error_type", "agent_timeout" }, { "code", "agent_timeout" },
            { "message", "late" } };
        script.step("step_started", "a", { { "attempt", 1 } });
        script.step("step_output", "a", { { "kind", "assistant" }, { "delta", "half" } });
        script.step("step_failed", "a",
            { { "attempt", 1 }, { "will_retry", true }, { "error_detail", detail } });
        QCOMPARE(toString(script.stepOf("a").status), toString(StepStatus::Running));
        script.step("step_retrying", "a",
            { { "attempt", 2 }, { "delay_seconds", 2 }, { "error_detail", detail } });
        QVERIFY(script.stepOf("a").retryAt.has_value());
        QCOMPARE(
            toString(script.stepOf("a").error->category), toString(ErrorCategory::AgentTimeout));
        script.step("step_started", "a", { { "attempt", 2 } });
        QVERIFY(script.stepOf("a").liveText.isEmpty());
        QVERIFY(!script.stepOf("a").retryAt);
        QCOMPARE(script.stepOf("a").attempts, 2);
        script.step("step_run_unknown", "a");
        QCOMPARE(toString(script.stepOf("a").runState), toString(RunState::Unknown));
        script.step("step_run_rejected", "a");
        QCOMPARE(toString(script.stepOf("a").runState), toString(RunState::Rejected));
        script.step("step_failed", "a",
            { { "attempt", 2 }, { "will_retry", false }, { "error_detail", detail } });
        QCOMPARE(toString(script.stepOf("a").status), toString(StepStatus::Failed));
        script.execution("execution_failed", { { "error", "late" }, { "error_detail", detail } });
        QCOMPARE(toString(script.result().status), toString(ExecutionStatus::Failed));
        QCOMPARE(script.result().errorMessage, u"late"_s);
        QVERIFY(script.result().error.has_value());
    }

    void stopping()
    {
        Script script;
        script.execution("execution_stop_requested");
        QVERIFY(script.result().stopRequested);
        script.step("step_cancelled", "a");
        QCOMPARE(toString(script.stepOf("a").status), toString(StepStatus::Cancelled));
        script.execution("execution_cancelled", { { "message", "by user" } });
        QCOMPARE(toString(script.result().status), toString(ExecutionStatus::Cancelled));
        QCOMPARE(script.result().errorMessage, u"by user"_s);
    }

    void feedbackOpensAStepAgain()
    {
        Script script;
        script.step("step_started", "a", { { "attempt", 1 } });
        script.step("step_completed", "a", { { "result", Json::object() } });
        QCOMPARE(script.result().completedSteps, 1);
        script.step("step_started", "a#2", { { "attempt", 1 } });
        QCOMPARE(script.result().completedSteps, 0);
        QVERIFY(!script.stepOf("a").output);
        QCOMPARE(script.stepOf("a").attempts, 1);
        script.step("step_completed", "a#2", { { "result", { { "result", "again" } } } });
        QCOMPARE(script.stepOf("a").output->result, u"again"_s);
        QCOMPARE(script.result().completedSteps, 1);
    }

    void contextChangesAccumulate()
    {
        Script script;
        const auto change = [&script](const char *scope, const char *key, Json value, int version) {
            script.add(u"context_change"_s, "",
                { { "scope", scope }, { "key", key }, { "value", std::move(value) },
                    { "version", version } });
        };
        change("context_object", "k", 1, 2);
        change("shared_memory", "m", "x", 3);
        QCOMPARE(script.result().contextObject["k"], Json(1));
        QCOMPARE(script.result().sharedMemory["m"], Json("x"));
        QCOMPARE(script.result().contextVersion, 3);
        script.add(u"context_change"_s, "",
            { { "scope", "context_object" }, { "key", "k" }, { "deleted", true },
                { "version", 4 } });
        QVERIFY(!script.result().contextObject.contains("k"));
    }

    void repeatedAndUnknownEventsChangeNothingElse()
    {
        Script script;
        script.step("step_usage", "a",
            { { "usage_metrics", { { "tokens_input", 3 }, { "request_count", 1 } } } });
        script.repeatLast();
        QVERIFY(script.result().usage.tokensInput == 3);
        Execution before = script.result();
        script.add(u"news"_s, "whatever", { { "x", 1 } });
        script.step("step_invented", "a");
        script.step("step_started", "nobody");
        Execution after = script.result();
        QCOMPARE(after.lastSeq, before.lastSeq + 3);
        after.lastSeq = before.lastSeq;
        after.updatedAt = before.updatedAt;
        QVERIFY(after == before);
    }

    void resourceHasTheNamesOfTheContract()
    {
        Script script;
        script.execution("execution_started", { { "owner", "o" } });
        script.step("step_started", "a", { { "attempt", 1 } });
        script.step(
            "step_completed", "a", { { "result", { { "result", "A" } } }, { "attempt", 1 } });
        script.step("step_started", "b", { { "attempt", 1 } });
        const Json json = toJson(script.result());
        QCOMPARE(json["status"], Json("running"));
        QCOMPARE(json["agent_statuses"]["a"], Json("completed"));
        QCOMPARE(json["completed_agents"], Json::array({ "a" }));
        QCOMPARE(json["active_agents"], Json::array({ "b" }));
        QCOMPARE(json["current_step"], Json(2));
        QCOMPARE(json["current_agent"], Json("b"));
        QCOMPARE(json["agent_results"]["a"]["result"], Json("A"));
        QCOMPARE(json["progress"], Json(50.0));
        QVERIFY(json["completed_at"].is_null());
        QVERIFY(json["execution_duration"].is_null());
        script.execution("execution_completed", { { "result", nullptr } });
        QCOMPARE(toJson(script.result())["execution_duration"], Json(4.0));
    }
};

QTEST_APPLESS_MAIN(TestExecutionProjection)
#include "tst_execution_projection.moc"
