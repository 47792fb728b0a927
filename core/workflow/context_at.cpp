// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/context_at.h"

#include "core/model/error_codes.h"
#include "core/model/step_iteration.h"
#include "core/workflow/scheduler_state.h"

#include <algorithm>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

Error unknownVersion(int version, int latest)
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::ContextVersionUnknown),
        u"The context has no version %1. The latest is %2."_s.arg(version).arg(latest),
        { { u"version"_s, version }, { u"latest"_s, latest } } };
}

Error unreadablePlan()
{
    return { ErrorCategory::SystemError, QString::fromLatin1(code::StoreCorrupt),
        u"The plan of this execution cannot be read, so its context is unknown."_s };
}

Json idList(const std::vector<AgentId> &ids)
{
    Json list = Json::array();
    for (const AgentId &id : ids)
        list.push_back(toJson(id.toString()));
    return list;
}

/// What a step is after such an event; none when it says nothing about that.
std::optional<StepStatus> statusThen(const QString &eventType)
{
    static const QHash<QString, StepStatus> table {
        { u"step_started"_s, StepStatus::Running },
        { u"step_reused"_s, StepStatus::Running },
        { u"step_completed"_s, StepStatus::Completed },
        { u"step_failed"_s, StepStatus::Failed },
        { u"step_skipped"_s, StepStatus::Skipped },
        { u"step_cancelled"_s, StepStatus::Cancelled },
    };
    const auto row = table.constFind(eventType);
    return row == table.cend() ? std::nullopt : std::optional(*row);
}

} // namespace

Json toJson(const WorkflowState &state)
{
    Json json = Json::object();
    json["current_step"] = state.currentStep;
    json["total_steps"] = state.totalSteps;
    json["active_agents"] = idList(state.activeAgents);
    json["completed_agents"] = idList(state.completedAgents);
    return json;
}

Json toJson(const ContextState &state)
{
    return contextResource(
        state.context, state.execution, state.times, toJson(state.workflow), state.moment);
}

ContextAt::ContextAt(std::optional<int> version)
    : m_wanted(version)
{
}

void ContextAt::apply(const ExecutionEvent &event)
{
    if (m_passed || m_problem)
        return;
    if (event.type == "context_change"_L1)
        onChange(event);
    else if (event.eventType == "execution_created"_L1)
        onCreated(event);
    else if (event.eventType == "plan_created"_L1)
        onPlan(event);
    else if (event.type == "step_update"_L1)
        onStep(event);
    if (m_passed)
        return;
    m_lastTime = event.timestamp;
    m_ended = m_ended || isTerminalEvent(event);
}

void ContextAt::onCreated(const ExecutionEvent &event)
{
    m_created = event.data;
    m_state.execution = event.executionId;
    m_state.times = { event.timestamp, event.timestamp };
}

void ContextAt::onPlan(const ExecutionEvent &event)
{
    const Json *json = memberAt(event.data, "plan");
    Result<ExecutionPlan> plan = json ? planFromJson(*json) : ExecutionPlan();
    if (!json || !plan) {
        m_problem = unreadablePlan();
        return;
    }
    for (const PlanStep &step : plan->steps) {
        m_indexOf.insert(step.id, m_steps.size());
        m_steps.push_back({ step.agentId, step.order });
    }
    const QString prompt = stringAt(m_created, "initial_prompt").value_or(QString());
    const Json *config = memberAt(m_created, "execution_config");
    Json seeds = contextSeeds(event.executionId, event.teamId, prompt, plan->strategy);
    m_state.context = initialState(*std::move(plan), prompt, std::move(seeds),
        config ? executionConfigFromJson(*config) : ExecutionConfig())
                          .context;
    m_planned = true;
}

void ContextAt::onChange(const ExecutionEvent &event)
{
    const Result<ContextChange> change = contextChangeFromJson(event.data);
    if (!change) {
        m_problem = change.error();
        return;
    }
    m_passed = m_wanted && change->version > *m_wanted;
    // Version 1 is what a context begins with.
    if (m_passed || change->version <= 1)
        return;
    m_state.context.apply(*change);
    m_state.times.updatedAt = event.timestamp;
}

void ContextAt::onStep(const ExecutionEvent &event)
{
    const std::optional<StepStatus> status = statusThen(event.eventType);
    const StepId id(stringAt(event.data, "step_id").value_or(QString()));
    const auto index = m_indexOf.constFind(stepIteration(id).step);
    if (status && index != m_indexOf.cend())
        m_steps[*index].status = *status;
}

WorkflowState ContextAt::workflow() const
{
    WorkflowState state;
    state.totalSteps = int(m_steps.size());
    for (const Step &step : m_steps) {
        if (step.status == StepStatus::Completed)
            state.completedAgents.push_back(step.agent);
        if (step.status != StepStatus::Running)
            continue;
        state.activeAgents.push_back(step.agent);
        if (state.currentStep == 0)
            state.currentStep = step.order;
    }
    return state;
}

Result<ContextState> ContextAt::state(Timestamp now) const
{
    if (m_problem)
        return *m_problem;
    if (!m_planned)
        return unreadablePlan();
    const int version = m_state.context.version();
    if (m_wanted && *m_wanted != version)
        return unknownVersion(*m_wanted, version);
    ContextState state = m_state;
    state.workflow = workflow();
    state.moment = m_passed || m_ended ? m_lastTime : std::max(now, m_lastTime);
    return state;
}

} // namespace renum
