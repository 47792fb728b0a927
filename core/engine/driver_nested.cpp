// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/execution_driver.h"
#include "core/model/step_iteration.h"

#include <utility>

/// Steps at which a team works.
namespace renum {

namespace {

/// The team as its member's plan froze it, with what the person set for this run.
ExecutionRequest nestedRequest(
    const PlanStep &step, const ExecutionPlan &plan, const ExecutionConfig &outer)
{
    ExecutionRequest request;
    if (const Team *team = plan.findTeam(step.teamId))
        request.team = *team;
    request.memberTeams = plan.teams;
    request.config.maxExecutionSeconds = step.timeoutSeconds;
    request.config.stepTimeoutSeconds = outer.stepTimeoutSeconds;
    request.config.modelName = outer.modelName;
    return request;
}

} // namespace

void ExecutionDriver::startNested(
    const PlanStep &step, const StartStep &command, const OpenAttempt *open)
{
    NestedSpec spec { step, command.attempt, nestedRequest(step, m_state.plan, m_request.config),
        ExecutionId(), false, false };
    spec.request.initialPrompt = command.prompt;
    spec.request.config.parent = ExecutionParent { id(), step.id };
    if (open && !open->nested.isEmpty()) {
        spec.execution = open->nested;
        spec.begun = true;
        spec.booked = m_bookedBefore.nested.contains(open->nested);
    } else {
        spec.execution = ExecutionId(m_services.ids->next());
    }
    const bool booked = spec.booked;
    auto work = std::make_unique<NestedRun>(std::move(spec),
        NestedRun::Services { &m_log, &m_events, m_services.nestedTeams, m_services.backend,
            booked ? nullptr : m_spending },
        callbacksFor(step, command));
    m_nested[command.step] = work.get();
    m_running[command.step] = { command.iteration, work.get(), nullptr, nullptr };
    m_attempts.push_back(std::move(work));
    m_attempts.back()->start();
}

// In the log too, where the next engine finds how much of the time was the team's.
void ExecutionDriver::nestedWaits(const PlanStep &step, int attempt, bool waits)
{
    const ScheduledStep *scheduled = m_state.step(stepIteration(step.id).step);
    if (!scheduled || !scheduled->isWorking() || scheduled->waitsForPerson == waits)
        return;
    m_log.post(m_events.nestedWaits(step, attempt, waits));
    feed(MemberTeamWaits { stepIteration(step.id).step, waits });
}

void ExecutionDriver::pauseNested(bool paused)
{
    for (const auto &[step, work] : m_nested)
        work->pause(paused);
}

} // namespace renum
