// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/graph/step_runs.h"

#include "core/model/execution_plan.h"
#include "core/model/step_iteration.h"
#include "core/model/step_projection.h"

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

std::optional<StepStatus> endOf(const ExecutionEvent &event)
{
    if (event.eventType == "step_completed"_L1)
        return StepStatus::Completed;
    if (event.eventType == "step_skipped"_L1)
        return StepStatus::Skipped;
    if (event.eventType == "step_cancelled"_L1)
        return StepStatus::Cancelled;
    const bool failed
        = event.eventType == "step_failed"_L1 && !boolAt(event.data, "will_retry").value_or(false);
    return failed ? std::optional(StepStatus::Failed) : std::nullopt;
}

} // namespace

void StepRuns::apply(const ExecutionEvent &event)
{
    if (event.eventType == "plan_created"_L1)
        applyPlan(event);
    if (event.type != "step_update"_L1 || event.eventType == "step_output"_L1)
        return;
    const StepIteration step
        = stepIteration(StepId(stringAt(event.data, "step_id").value_or(QString())));
    const auto agent = m_steps.constFind(step.step);
    if (agent == m_steps.cend())
        return;
    const std::optional<StepStatus> ended = endOf(event);
    const bool begins = event.eventType == "step_started"_L1 || event.eventType == "step_reused"_L1
        || ended == StepStatus::Skipped;
    if (begins)
        begin(*agent, event, step.iteration);
    const auto runs = m_runs.find(*agent);
    if (runs == m_runs.end() || runs->constLast().iteration != step.iteration)
        return;
    if (event.eventType == "step_usage"_L1 || event.eventType == "step_nested_ended"_L1)
        runs->last().usage.add(usageIn(event.data, "usage_metrics"));
    if (!ended)
        return;
    runs->last().status = *ended;
    end(runs->last(), event);
}

void StepRuns::applyPlan(const ExecutionEvent &event)
{
    const Json *json = memberAt(event.data, "plan");
    if (!json)
        return;
    const Result<ExecutionPlan> plan = planFromJson(*json);
    if (!plan)
        return;
    clear();
    for (const PlanStep &step : plan->steps)
        m_steps.insert(step.id, step.agentId);
}

/// A later attempt of the same iteration goes on with it.
void StepRuns::begin(const AgentId &agent, const ExecutionEvent &event, int iteration)
{
    QList<StepRun> &runs = m_runs[agent];
    if (!runs.isEmpty() && runs.constLast().iteration == iteration) {
        runs.last().status = StepStatus::Running;
        runs.last().end.reset();
        runs.last().lastSeq = 0;
        return;
    }
    StepRun run;
    run.iteration = iteration;
    run.firstSeq = event.seq;
    run.begin = event.timestamp;
    runs.append(run);
    m_loops = m_loops || runs.size() > 1;
    if (runs.size() > MostRuns)
        runs.removeFirst();
}

void StepRuns::end(StepRun &run, const ExecutionEvent &event)
{
    run.lastSeq = event.seq;
    run.end = event.timestamp;
    if (const Json *result = memberAt(event.data, "result"))
        run.result = stringAt(*result, "result").value_or(QString()).left(MostResult);
}

} // namespace renum::ui
