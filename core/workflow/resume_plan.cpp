// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/resume_plan.h"

#include "core/workflow/log_replay.h"

#include <algorithm>
#include <array>
#include <utility>

namespace renum {

namespace {

using Action = ResumeStep::Action;

Action actionFor(const StartSoFar &remote)
{
    switch (remote.state) {
    case RunState::Bound:
        return Action::Collected;
    case RunState::Sent:
    case RunState::Unknown:
        return Action::LookedFor;
    case RunState::None:
    case RunState::Intent:
        return Action::Started;
    case RunState::Rejected:
        break;
    }
    return Action::Retried; // or it fails, as its retry rules say
}

template<typename Entries>
bool names(const Entries &entries, const StepId &step)
{
    return std::ranges::any_of(entries, [&](const auto &entry) { return entry.step == step; });
}

Action actionFor(const Replay &replay, const StepId &id)
{
    const ScheduledStep *step = replay.state.step(id);
    if (isTerminal(step->status))
        return Action::Kept;
    const auto open = std::ranges::find_if(
        replay.open, [&](const OpenAttempt &attempt) { return attempt.start.step == id; });
    if (open != replay.open.end())
        return actionFor(open->remote);
    if (names(replay.retries, id))
        return Action::Retried;
    if (replay.state.awaitingApproval.contains(replay.state.indexOf.value(id)))
        return Action::Asked;
    return Action::Waits;
}

} // namespace

QString toString(ResumeStep::Action action)
{
    static constexpr std::array Names { "kept", "collected", "looked_for", "started", "retried",
        "asked", "waits" };
    return QString::fromLatin1(Names.at(size_t(action)));
}

ResumePlan resumePlan(const Replay &replay)
{
    ResumePlan plan;
    plan.execution = replay.execution;
    plan.stops = replay.state.stopping();
    plan.paused = replay.state.paused;
    for (const PlanStep &planned : replay.state.plan.steps) {
        const Action action = actionFor(replay, planned.id);
        const bool mayRepeat = action == Action::Collected || action == Action::LookedFor;
        plan.steps.push_back({ planned.id, planned.name, action, mayRepeat });
    }
    return plan;
}

Json toJson(const ResumePlan &plan)
{
    Json steps = Json::array();
    for (const ResumeStep &step : plan.steps) {
        steps.push_back(
            { { "step_id", toJson(step.step.toString()) }, { "name", toJson(step.name) },
                { "action", toJson(toString(step.action)) }, { "may_repeat", step.mayRepeat } });
    }
    return { { "execution_id", toJson(plan.execution.toString()) }, { "steps", std::move(steps) },
        { "stops", plan.stops }, { "paused", plan.paused } };
}

} // namespace renum
