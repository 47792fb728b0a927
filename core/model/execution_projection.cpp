// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/execution_projection.h"

#include "core/model/intervention.h"
#include "core/model/step_iteration.h"
#include "core/model/step_projection.h"

#include <algorithm>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

StepRecord pendingStep(const PlanStep &step)
{
    StepRecord record;
    record.id = step.id;
    record.agentId = step.agentId;
    record.name = step.name;
    record.role = step.role;
    record.modelName = step.modelName;
    record.order = step.order;
    return record;
}

void dropTexts(StepRecord &step)
{
    step.prompt.clear();
    step.liveText.clear();
}

/// Whatever an attempt does next ends its waiting; what is booked or found beside it does not.
bool endsWaiting(const QString &eventType)
{
    return eventType != "step_usage"_L1 && eventType != "step_run_duplicate"_L1;
}

} // namespace

ExecutionProjection::ExecutionProjection(Execution start, Texts texts)
    : m_execution(std::move(start))
    , m_texts(texts)
{
    if (m_texts == Texts::LeaveOut)
        std::ranges::for_each(m_execution.steps, dropTexts);
}

void ExecutionProjection::apply(const ExecutionEvent &event)
{
    if (event.seq <= m_execution.lastSeq)
        return;
    m_execution.lastSeq = event.seq;
    m_execution.updatedAt = event.timestamp;
    if (event.type == "execution_update"_L1)
        applyExecutionUpdate(event);
    else if (event.type == "step_update"_L1)
        applyStepUpdate(event);
    else if (event.type == "context_change"_L1)
        applyContextChange(event);
}

void ExecutionProjection::applyExecutionUpdate(const ExecutionEvent &event)
{
    Execution &e = m_execution;
    const Json &data = event.data;
    if (event.eventType == "execution_created"_L1) {
        e.id = event.executionId;
        e.teamId = event.teamId;
        e.createdAt = event.timestamp;
        e.teamName = stringAt(data, "team_name").value_or(QString());
        e.initialPrompt = stringAt(data, "initial_prompt").value_or(QString());
        applyConfig(data);
        const QString type = stringAt(data, "workflow_type").value_or(QString());
        e.workflowType = workflowTypeFromString(type).value_or(WorkflowType::Sequential);
    } else if (event.eventType == "plan_created"_L1) {
        applyPlan(event);
    } else if (event.eventType == "execution_started"_L1) {
        e.status = ExecutionStatus::Running;
        e.startedAt = event.timestamp;
        e.owner = stringAt(data, "owner").value_or(QString());
    } else if (event.eventType == "execution_resumed"_L1) {
        e.owner = stringAt(data, "owner").value_or(QString());
    } else if (isTerminalEvent(event)) {
        applyEnd(event);
    } else {
        applyIntervention(event);
    }
}

void ExecutionProjection::applyConfig(const Json &data)
{
    const Json *config = memberAt(data, "execution_config");
    if (!config)
        return;
    ExecutionConfig read = executionConfigFromJson(*config);
    m_execution.parent = std::move(read.parent);
    m_execution.breakpoints = std::move(read.breakpoints);
    m_execution.cap = read.cap;
}

void ExecutionProjection::applyIntervention(const ExecutionEvent &event)
{
    Execution &e = m_execution;
    const QString &what = event.eventType;
    if (what == "execution_paused"_L1) {
        e.paused = true;
    } else if (what == "execution_held"_L1) {
        e.paused = true;
        e.hold = holdFromJson(event.data);
    } else if (what == "execution_continued"_L1) {
        e.paused = false;
        e.hold.reset();
        e.error.reset();
    } else if (what == "execution_budget_reached"_L1) {
        e.error = errorIn(event.data); // why it holds, until it goes on
    } else if (what == "execution_stop_requested"_L1) {
        e.stopRequested = true;
    } else if (what == "execution_breakpoints_set"_L1) {
        e.breakpoints = breakpointsIn(event.data);
    } else if (what == "execution_cap_set"_L1) {
        e.cap = capIn(event.data);
    }
}

void ExecutionProjection::applyPlan(const ExecutionEvent &event)
{
    const Json *json = memberAt(event.data, "plan");
    if (!json)
        return;
    const Result<ExecutionPlan> plan = planFromJson(*json);
    if (!plan)
        return;
    m_execution.steps.clear();
    for (const PlanStep &step : plan->steps)
        m_execution.steps.push_back(pendingStep(step));
    m_execution.totalSteps = int(plan->steps.size());
    m_execution.plan = *plan;
}

void ExecutionProjection::applyEnd(const ExecutionEvent &event)
{
    Execution &e = m_execution;
    const Json &data = event.data;
    e.completedAt = event.timestamp;
    e.paused = false;
    e.hold.reset();
    e.error.reset();
    e.owner.clear();
    if (event.eventType == "execution_completed"_L1) {
        e.status = ExecutionStatus::Completed;
        e.hasErrors = boolAt(data, "has_errors").value_or(false);
        if (const Json *result = memberAt(data, "result"); result && !result->is_null())
            e.finalResult = *result;
    } else if (event.eventType == "execution_failed"_L1) {
        e.status = ExecutionStatus::Failed;
        e.errorMessage = stringAt(data, "error").value_or(QString());
        e.error = errorIn(data);
    } else {
        e.status = ExecutionStatus::Cancelled;
        e.errorMessage = stringAt(data, "message").value_or(QString());
    }
}

void ExecutionProjection::applyStepUpdate(const ExecutionEvent &event)
{
    // Also what no step of the plan used.
    if (event.eventType == "step_usage"_L1 || event.eventType == "step_nested_ended"_L1)
        m_execution.usage.add(usageIn(event.data, "usage_metrics"));
    const StepId id(stringAt(event.data, "step_id").value_or(QString()));
    auto step = std::ranges::find(m_execution.steps, id, &StepRecord::id);
    if (step == m_execution.steps.end())
        step = std::ranges::find(m_execution.steps, stepIteration(id).step, &StepRecord::id);
    const StepHandler handler = stepHandler(event.eventType);
    if (step == m_execution.steps.end() || !handler)
        return;
    const bool leaveOut = m_texts == Texts::LeaveOut;
    if (leaveOut && event.eventType == "step_output"_L1)
        return;
    const bool wasTerminal = isTerminal(step->status);
    if (endsWaiting(event.eventType))
        step->waiting.reset();
    handler(*step, event);
    if (leaveOut)
        dropTexts(*step);
    if (isTerminal(step->status) != wasTerminal)
        m_execution.completedSteps += wasTerminal ? -1 : 1; // feedback opens a step again
}

void ExecutionProjection::applyContextChange(const ExecutionEvent &event)
{
    const std::optional<QString> key = stringAt(event.data, "key");
    if (!key)
        return;
    const bool memory = stringAt(event.data, "scope") == u"shared_memory"_s;
    Json &target = memory ? m_execution.sharedMemory : m_execution.contextObject;
    const Json *value = memberAt(event.data, "value");
    if (boolAt(event.data, "deleted").value_or(false) || !value)
        target.erase(key->toStdString());
    else
        target[key->toStdString()] = *value;
    const int version = int(integerAt(event.data, "version").value_or(0));
    m_execution.contextVersion = std::max(m_execution.contextVersion, version);
}

} // namespace renum
