// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/outcome.h"
#include "core/workflow/round.h"

#include <algorithm>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

using StepIndex = SchedulerState::StepIndex;

bool hasStatus(const Transition &t, StepIndex i, StepStatus status)
{
    return t.step(i).status == status;
}

bool isAborted(const Transition &t)
{
    const SchedulerState &state = t.state();
    const auto failed = [&t](StepIndex i) { return isFailure(t.step(i)); };
    if (std::ranges::none_of(state.batch, failed))
        return false;
    if (state.plan.onStepFailure == StepFailurePolicy::Stop)
        return true;
    return t.rules().firstRoundDecides && state.rounds == 1
        && std::ranges::all_of(state.batch, failed);
}

/// Contract §3.9: returns to an earlier step when the conditions hold and the cap is not reached.
bool sendBack(Transition &t, StepIndex i)
{
    SchedulerState &state = t.state();
    const std::optional<FeedbackSpec> &feedback = t.plan(i).feedback;
    if (!feedback || !t.rules().ordered)
        return false;
    const std::optional<StepIndex> target = state.indexOfAgent(feedback->to);
    const int cap = feedback->maxIterations.value_or(state.plan.maxIterations);
    if (!target || *target >= i || !t.plan(*target).isActive || t.step(i).feedbackSent >= cap
        || !evaluate(feedback->conditions, t.scope(t.plan(i).agentId)))
        return false;
    QString &text = state.feedback[t.plan(*target).id];
    if (!text.isEmpty())
        text += "\n\n"_L1;
    text += u"Feedback from %1:\n"_s.arg(t.plan(i).name) + t.step(i).output->result;
    ++t.step(i).feedbackSent;
    std::vector<StepIndex> again;
    for (StepIndex step = *target; step <= i; ++step) {
        if (t.plan(step).isActive && isTerminal(t.step(step).status))
            again.push_back(step);
    }
    t.reopen(again);
    return true;
}

} // namespace

void consolidateRound(Transition &t)
{
    SchedulerState &state = t.state();
    const bool anyCompleted = std::ranges::any_of(
        state.batch, [&t](StepIndex i) { return hasStatus(t, i, StepStatus::Completed); });
    const std::vector<ContextChange> uncommitted = std::exchange(state.uncommitted, {});
    if (!anyCompleted)
        t.publish(state.context.revert(uncommitted));
    std::vector<ContextContribution> contributions;
    for (const StepIndex i : state.batch) {
        if (hasStatus(t, i, StepStatus::Completed))
            contributions.push_back({ t.plan(i).agentId, *t.step(i).output });
    }
    ContextUpdate update = state.context.consolidate(contributions, state.plan.deepMerge);
    if (!update.isEmpty()) {
        t.command(PublishContext {
            std::move(update.changes), std::move(update.conflicts), std::move(update.refusals) });
    }
}

void settleRound(Transition &t)
{
    SchedulerState &state = t.state();
    if (isAborted(t))
        state.ending = Ending::Aborted;
    const std::vector<StepIndex> batch = std::exchange(state.batch, {});
    if (state.ending != Ending::No)
        return;
    for (const StepIndex i : batch) {
        if (hasStatus(t, i, StepStatus::Completed) && sendBack(t, i))
            return;
    }
}

} // namespace renum
