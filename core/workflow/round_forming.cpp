// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/outcome.h"
#include "core/workflow/round.h"
#include "core/workflow/step_references.h"
#include "core/workflow/step_start.h"

#include <algorithm>

namespace renum {

namespace {

using StepIndex = SchedulerState::StepIndex;

enum class Verdict { Eligible, NotNow, Ended };

bool isCompleted(const Transition &t, const AgentId &agentId)
{
    return t.state().completedAgents.contains(agentId);
}

/// Failed, or skipped because of a failure before it.
bool isLost(const Transition &t, const AgentId &agentId)
{
    const std::optional<StepIndex> i = t.state().indexOfAgent(agentId);
    return i && (isFailure(t.step(*i)) || t.step(*i).skipReason == SkipReason::UpstreamFailed);
}

/// With skip_dependents a failure takes along everything that refers to it, however loosely.
bool refersToLost(const Transition &t, StepIndex i)
{
    const PlanStep &step = t.plan(i);
    const auto lost = [&t](const AgentId &agent) { return isLost(t, agent); };
    return std::ranges::any_of(inputAgents(step.input), lost)
        || std::ranges::any_of(templateAgents(step.input), lost)
        || std::ranges::any_of(conditionAgents(step.conditions, t.state().agents), lost);
}

/// Why the step can never run, now that everything it waits for has ended.
std::optional<SkipReason> blockedBy(const Transition &t, StepIndex i)
{
    const auto incomplete = [&t](const StepId &id) {
        const ScheduledStep *step = t.state().step(id);
        return !step || step->status != StepStatus::Completed;
    };
    if (std::ranges::any_of(t.plan(i).requiredDependencies, incomplete))
        return SkipReason::UpstreamFailed;
    if (t.state().plan.onStepFailure == StepFailurePolicy::SkipDependents && refersToLost(t, i))
        return SkipReason::UpstreamFailed;
    const std::optional<AgentId> producer = currentProducer(t, i);
    if (producer && !isCompleted(t, *producer))
        return SkipReason::InputUnavailable;
    return std::nullopt;
}

Verdict judge(Transition &t, StepIndex i)
{
    if (const std::optional<SkipReason> reason = blockedBy(t, i)) {
        t.skip(i, *reason);
        return Verdict::Ended;
    }
    if (!evaluate(t.plan(i).conditions, t.scope(currentProducer(t, i)))) {
        if (t.rules().conditionsAskedAgain)
            return Verdict::NotNow;
        t.skip(i, SkipReason::ConditionNotMet);
        return Verdict::Ended;
    }
    const std::variant<ResolvedInput, InputMissing> input = currentInput(t, i);
    const InputMissing *missing = std::get_if<InputMissing>(&input);
    if (!missing)
        return Verdict::Eligible;
    if (missing->skip)
        t.skip(i, SkipReason::InputUnavailable);
    else
        t.fail(i, invalidInput(missing->what));
    return Verdict::Ended;
}

/// Judges every candidate, those too that an ending makes one. Returns the ones to ask again. In a
/// chain the first that can run is the round: a repeated step may be one beside its successor.
std::vector<StepIndex> judgeCandidates(Transition &t)
{
    SchedulerState &state = t.state();
    std::vector<StepIndex> notNow;
    std::set<StepIndex> open = state.candidates;
    static_cast<void>(t.takeOpened()); // they are among the candidates
    while (!open.empty() && !(t.rules().ordered && !state.queued.empty())) {
        const StepIndex i = *open.begin();
        open.erase(open.begin());
        switch (judge(t, i)) {
        case Verdict::Eligible:
            state.queued.push_back(i);
            break;
        case Verdict::NotNow:
            notNow.push_back(i);
            break;
        case Verdict::Ended: {
            std::set<StepIndex> opened = t.takeOpened();
            // A skip lets others in at once. A step that failed before it could start belongs to
            // the round like one that ran: what the failure means is settled at the round's end.
            if (t.step(i).status == StepStatus::Failed)
                state.batch.push_back(i);
            else
                open.merge(opened);
            break;
        }
        }
    }
    std::ranges::sort(state.queued);
    state.batch.insert(state.batch.end(), state.queued.begin(), state.queued.end());
    std::ranges::sort(state.batch);
    return notNow;
}

/// Of what this round gives, a step sees nothing before it is consolidated.
bool buildsOnRound(const Transition &t, StepIndex i)
{
    const SchedulerState &state = t.state();
    return std::ranges::any_of(t.plan(i).dependencies, [&state](const StepId &id) {
        return std::ranges::count(state.batch, state.indexOf.value(id)) > 0;
    });
}

void enlist(std::vector<StepIndex> &steps, StepIndex i)
{
    steps.insert(std::ranges::lower_bound(steps, i), i);
}

void skipPending(Transition &t, SkipReason reason)
{
    for (StepIndex i = 0; i < t.state().steps.size(); ++i) {
        if (t.step(i).status == StepStatus::Pending)
            t.skip(i, reason);
    }
}

} // namespace

void formRound(Transition &t)
{
    SchedulerState &state = t.state();
    const int openBefore = state.openSteps;
    const std::vector<StepIndex> notNow = judgeCandidates(t);
    if (!state.batch.empty()) {
        ++state.rounds;
        if (state.plan.failFast && state.batch.size() > state.queued.size())
            failFast(t);
        else
            startQueued(t);
        return;
    }
    if (t.rules().firstRoundDecides && state.rounds == 0) {
        state.ending = Ending::Aborted;
        skipPending(t, SkipReason::ConditionNotMet);
        return;
    }
    for (const StepIndex i : notNow)
        t.skip(i, SkipReason::ConditionNotMet);
    // Nothing ran, ended or closed: what is left waits for itself, which no valid plan has.
    if (state.openSteps == openBefore)
        skipPending(t, SkipReason::ConditionNotMet);
}

void joinRound(Transition &t, StepIndex i)
{
    SchedulerState &state = t.state();
    if (t.rules().ordered || !state.candidates.contains(i) || buildsOnRound(t, i))
        return;
    if (judge(t, i) == Verdict::Eligible)
        enlist(state.queued, i);
    if (t.step(i).status == StepStatus::Failed || std::ranges::count(state.queued, i) > 0)
        enlist(state.batch, i);
    if (t.step(i).status == StepStatus::Failed && state.plan.failFast)
        failFast(t);
}

} // namespace renum
