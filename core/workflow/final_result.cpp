// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/final_result.h"

#include "core/workflow/strategy_rules.h"

#include <algorithm>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

using StepIndex = SchedulerState::StepIndex;

std::optional<Json> outputOf(const SchedulerState &state, std::optional<StepIndex> i)
{
    if (!i || state.steps[*i].status != StepStatus::Completed)
        return std::nullopt;
    return toJson(*state.steps[*i].output);
}

std::optional<StepIndex> onlyLeader(const SchedulerState &state)
{
    std::optional<StepIndex> leader;
    for (StepIndex i = 0; i < state.steps.size(); ++i) {
        if (state.plan.steps[i].role != "leader"_L1 || !state.plan.steps[i].isActive)
            continue;
        if (leader)
            return std::nullopt;
        leader = i;
    }
    return leader;
}

std::optional<Json> lastOutput(const SchedulerState &state)
{
    for (StepIndex i = state.steps.size(); i-- > 0;) {
        if (state.steps[i].status == StepStatus::Completed)
            return outputOf(state, i);
    }
    return std::nullopt;
}

Json allOutputs(const SchedulerState &state)
{
    Json results = Json::object();
    Json executed = Json::array();
    Json failed = Json::array();
    Json skipped = Json::array();
    for (StepIndex i = 0; i < state.steps.size(); ++i) {
        const Json agent = toJson(state.plan.steps[i].agentId.toString());
        switch (state.steps[i].status) {
        case StepStatus::Completed:
            results[agent.get_ref<const std::string &>()] = toJson(*state.steps[i].output);
            executed.push_back(agent);
            break;
        case StepStatus::Failed:
            executed.push_back(agent);
            failed.push_back(agent);
            break;
        case StepStatus::Skipped:
            skipped.push_back(agent);
            break;
        case StepStatus::Pending:
        case StepStatus::Running:
        case StepStatus::Cancelled:
            break;
        }
    }
    QString strategy = toString(state.plan.strategy);
    strategy[0] = strategy[0].toUpper();
    return { { "agent_results", std::move(results) }, { "executed_agents", std::move(executed) },
        { "failed_agents", std::move(failed) }, { "skipped_agents", std::move(skipped) },
        { "summary", toJson(strategy + u" execution completed"_s) } };
}

/// None for a form that is unknown or that this execution cannot give.
std::optional<Json> inForm(const SchedulerState &state, const QString &form)
{
    if (form == "last"_L1)
        return lastOutput(state);
    if (form == "all"_L1)
        return allOutputs(state);
    if (form == "leader"_L1)
        return outputOf(state, onlyLeader(state));
    if (form.startsWith("agent:"_L1))
        return outputOf(state, state.indexOfAgent(AgentId(form.sliced(6))));
    return std::nullopt;
}

} // namespace

std::optional<Json> finalResult(const SchedulerState &state)
{
    if (std::optional<Json> result = inForm(state, state.plan.finalResult))
        return result;
    return inForm(state, QString::fromLatin1(strategyRules(state.plan.strategy).finalResult));
}

} // namespace renum
