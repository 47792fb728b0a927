// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/scheduler_state.h"

#include "core/workflow/strategy_rules.h"

#include <algorithm>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

/// Positions instead of ids, and for each step what waits for it.
void indexPlan(SchedulerState &state)
{
    const std::vector<PlanStep> &steps = state.plan.steps;
    state.steps.resize(steps.size());
    state.dependents.resize(steps.size());
    for (size_t i = 0; i < steps.size(); ++i) {
        state.indexOf.insert(steps[i].id, i);
        state.agents.insert(steps[i].agentId);
    }
    for (size_t i = 0; i < steps.size(); ++i) {
        for (const StepId &dependency : steps[i].dependencies) {
            const auto producer = state.indexOf.constFind(dependency);
            if (producer == state.indexOf.cend() || *producer == i)
                continue;
            state.dependents[*producer].push_back(i);
            ++state.steps[i].openDependencies;
        }
        if (state.steps[i].openDependencies == 0)
            state.candidates.insert(i);
    }
    state.openSteps = int(steps.size());
}

} // namespace

const ScheduledStep *SchedulerState::step(const StepId &id) const
{
    const auto position = indexOf.constFind(id);
    return position == indexOf.cend() ? nullptr : &steps[*position];
}

std::optional<SchedulerState::StepIndex> SchedulerState::indexOfAgent(const AgentId &id) const
{
    const auto position = indexOf.constFind(StepId(id.toString()));
    if (position == indexOf.cend())
        return std::nullopt;
    return *position;
}

bool SchedulerState::waitsForPerson() const
{
    const auto waits = [](const ScheduledStep &s) { return s.waitsForPerson || s.waitsForCap; };
    const auto works = [&](const ScheduledStep &s) { return s.isWorking() && !waits(s); };
    const auto asks = [&](const ScheduledStep &s) { return s.isWorking() && waits(s); };
    const bool working = std::ranges::any_of(steps, works);
    const bool asking = !awaitingApproval.empty() || std::ranges::any_of(steps, asks);
    const bool retrying = std::ranges::any_of(
        steps, [](const ScheduledStep &s) { return s.waitingForRetry && !s.retryHeld; });
    return !working && !stopping() && (paused || (asking && !retrying));
}

Json contextSeeds(const ExecutionId &execution, const TeamId &team, const QString &initialPrompt,
    WorkflowType type)
{
    Json seeds = Json::object();
    seeds["initial_prompt"] = toJson(initialPrompt);
    seeds["team_id"] = toJson(team.toString());
    seeds["execution_id"] = toJson(execution.toString());
    seeds["workflow_type"] = toJson(toString(type));
    return seeds;
}

SchedulerState initialState(
    ExecutionPlan plan, QString initialPrompt, Json seeds, const ExecutionConfig &config)
{
    SchedulerState state;
    state.plan = std::move(plan);
    state.initialPrompt = std::move(initialPrompt);
    Json initialContext
        = config.initialContext.is_object() ? config.initialContext : Json::object();
    if (strategyRules(state.plan.strategy).chained)
        initialContext["initial_input"] = toJson(state.initialPrompt);
    state.context = TeamContext(std::move(seeds), initialContext, config.initialMemory);
    if (config.origin)
        state.givenInputs = config.origin->inputs;
    state.breakpoints = config.breakpoints;
    indexPlan(state);
    return state;
}

} // namespace renum
