// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/transition.h"

#include <algorithm>
#include <utility>

namespace renum {

Transition::Transition(SchedulerState &state)
    : m_state(state)
    , m_rules(strategyRules(state.plan.strategy))
{
    // As many as one event mostly makes. A vector that grows copies them, with the prompts and
    // values they hold: they are not known to move without throwing.
    m_commands.reserve(8);
}

void Transition::command(SchedulerCommand command)
{
    m_commands.push_back(std::move(command));
}

void Transition::publish(std::vector<ContextChange> changes)
{
    if (!changes.empty())
        command(PublishContext { std::move(changes) });
}

std::vector<SchedulerCommand> Transition::takeCommands()
{
    return std::exchange(m_commands, {});
}

void Transition::skip(StepIndex i, std::optional<SkipReason> reason)
{
    step(i).skipReason = reason;
    end(i, StepStatus::Skipped);
    command(SkipStep { plan(i).id, step(i).iteration, reason });
}

void Transition::complete(StepIndex i, StepOutput output)
{
    output.attempts = step(i).attempts;
    m_state.results.insert(plan(i).agentId, output.result);
    m_state.completedAgents.insert(plan(i).agentId);
    step(i).output = output;
    end(i, StepStatus::Completed);
    command(CompleteStep { plan(i).id, step(i).iteration, std::move(output) });
}

void Transition::fail(StepIndex i, Error error)
{
    step(i).error = error;
    end(i, StepStatus::Failed);
    command(FailStep { plan(i).id, step(i).iteration, std::move(error), step(i).attempts });
}

void Transition::cancel(StepIndex i)
{
    end(i, StepStatus::Cancelled);
    command(CancelStep { plan(i).id, step(i).iteration, false });
}

void Transition::awaitApproval(StepIndex i, std::optional<std::chrono::seconds> timeout)
{
    m_state.awaitingApproval.insert(i);
    command(AskApproval { plan(i).id, step(i).iteration, false, timeout });
}

void Transition::approve(StepIndex i)
{
    m_state.awaitingApproval.erase(i);
    step(i).approved = true;
    m_state.queued.insert(std::ranges::lower_bound(m_state.queued, i), i);
}

void Transition::beginAttempt(StepIndex i)
{
    ScheduledStep &current = step(i);
    if (current.status == StepStatus::Pending) {
        current.status = StepStatus::Running;
        m_state.candidates.erase(i);
        ++m_state.runningSteps;
    }
    current.waitingForRetry = false;
    current.retryHeld = false;
    current.waitsForPerson = false;
    current.waitsForCap = false;
    ++current.attempts;
}

void Transition::stopped(StepIndex i)
{
    end(i, StepStatus::Cancelled);
}

void Transition::end(StepIndex i, StepStatus status)
{
    ScheduledStep &ended = step(i);
    if (ended.status == StepStatus::Running)
        --m_state.runningSteps;
    ended.status = status;
    ended.waitingForRetry = false;
    ended.retryHeld = false;
    ended.given.reset();
    --m_state.openSteps;
    m_state.candidates.erase(i);
    m_state.awaitingApproval.erase(i);
    for (const StepIndex dependent : m_state.dependents[i]) {
        ScheduledStep &waiting = step(dependent);
        if (--waiting.openDependencies > 0 || waiting.status != StepStatus::Pending)
            continue;
        m_state.candidates.insert(dependent);
        m_opened.insert(dependent);
    }
}

void Transition::reopen(const std::vector<StepIndex> &steps)
{
    for (const StepIndex i : steps) {
        ScheduledStep &old = step(i);
        ScheduledStep fresh;
        fresh.iteration = old.iteration + 1;
        fresh.repeats = old.repeats;
        fresh.feedbackSent = old.feedbackSent;
        fresh.openDependencies = old.openDependencies;
        old = std::move(fresh);
        ++m_state.openSteps;
        m_state.results.remove(plan(i).agentId);
        m_state.completedAgents.remove(plan(i).agentId);
        for (const StepIndex dependent : m_state.dependents[i]) {
            ++step(dependent).openDependencies;
            m_state.candidates.erase(dependent);
        }
    }
    for (const StepIndex i : steps) {
        if (step(i).openDependencies == 0)
            m_state.candidates.insert(i);
    }
}

std::set<Transition::StepIndex> Transition::takeOpened()
{
    return std::exchange(m_opened, {});
}

ConditionScope Transition::scope(std::optional<AgentId> onlyInput) const
{
    return { &m_state.context.contextObject(), &m_state.context.sharedMemory(), m_state.agents,
        m_state.completedAgents, std::move(onlyInput) };
}

} // namespace renum
