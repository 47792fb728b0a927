// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/intervention.h"

#include "core/model/error_codes.h"
#include "core/workflow/condition.h"
#include "core/workflow/outcome.h"
#include "core/workflow/step_start.h"

#include <algorithm>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

using StepIndex = SchedulerState::StepIndex;

constexpr std::size_t MaxBreakpoints = 2'000; ///< before and after each of a thousand steps

Error refused(const char *code, QString message, QVariantMap args = {})
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code), std::move(message),
        std::move(args) };
}

Error unknownStep(const StepId &step)
{
    const QString name = step.toString().left(255);
    return refused(code::StepNotHeld, u"The execution has no step \"%1\"."_s.arg(name),
        { { u"step"_s, name } });
}

void forget(std::vector<StepIndex> &steps, StepIndex i)
{
    std::erase(steps, i);
}

// --- steps that run again ------------------------------------------------------------------------

bool wasLost(const ScheduledStep &step)
{
    return step.status == StepStatus::Skipped
        && (step.skipReason == SkipReason::UpstreamFailed
            || step.skipReason == SkipReason::InputUnavailable
            || step.skipReason == SkipReason::ConditionNotMet);
}

/// The step, and what was skipped after it, by order.
std::vector<StepIndex> lostWith(const SchedulerState &state, StepIndex failed)
{
    std::set<StepIndex> found { failed };
    std::vector<StepIndex> open { failed };
    while (!open.empty()) {
        const StepIndex i = open.back();
        open.pop_back();
        for (const StepIndex dependent : state.dependents[i]) {
            if (wasLost(state.steps[dependent]) && found.insert(dependent).second)
                open.push_back(dependent);
        }
    }
    return { found.begin(), found.end() };
}

/// What is about to start without the step's result waits for it again.
void callBackDependents(SchedulerState &state, StepIndex i)
{
    for (const StepIndex dependent : state.dependents[i]) {
        if (std::erase(state.queued, dependent) > 0)
            forget(state.batch, dependent);
    }
}

// --- breakpoints ---------------------------------------------------------------------------------

/// The results so far, with that of a step whose round is still open.
bool isTrue(const Transition &t, StepIndex i, const Condition &condition)
{
    const SchedulerState &state = t.state();
    const std::vector<Condition> conditions { condition };
    if (t.step(i).status != StepStatus::Completed)
        return evaluate(conditions, t.scope(currentProducer(t, i)));
    TeamContext ahead = state.context;
    static_cast<void>(
        ahead.consolidate({ { t.plan(i).agentId, *t.step(i).output } }, state.plan.deepMerge));
    ConditionScope scope = t.scope(t.plan(i).agentId);
    scope.contextObject = &ahead.contextObject();
    scope.sharedMemory = &ahead.sharedMemory();
    return evaluate(conditions, scope);
}

bool isMarked(const Transition &t, StepIndex i, Breakpoint::Place place)
{
    return std::ranges::any_of(t.state().breakpoints, [&](const Breakpoint &breakpoint) {
        return breakpoint.enabled && breakpoint.agent == t.plan(i).agentId
            && breakpoint.place == place
            && (!breakpoint.condition || isTrue(t, i, *breakpoint.condition));
    });
}

void hold(Transition &t, StepIndex i, Breakpoint::Place place)
{
    const ExecutionHold held { ExecutionHold::Reason::Breakpoint,
        iterationStepId(t.plan(i).id, t.step(i).iteration), place };
    t.state().paused = true;
    t.state().hold = held;
    t.state().holdsAtNext = false;
    t.command(HoldExecution { held });
}

} // namespace

// --- results that people give --------------------------------------------------------------------

void takeGiven(Transition &t, StepIndex i)
{
    SchedulerState &state = t.state();
    const std::optional<GivenResult> given = std::exchange(t.step(i).given, std::nullopt);
    forget(state.queued, i);
    if (!given->output) {
        t.skip(i, std::nullopt);
        return;
    }
    // Consolidated with the round, also when it is not of it.
    if (std::ranges::find(state.batch, i) == state.batch.end())
        state.batch.insert(std::ranges::lower_bound(state.batch, i), i);
    t.complete(i, *given->output);
    holdAfter(t, i);
}

void giveResult(Transition &t, StepIndex i, GivenResult result)
{
    if (t.step(i).status == StepStatus::Failed)
        repeatStep(t, i);
    t.step(i).given = std::move(result);
    if (t.step(i).isWorking())
        t.command(InterruptStep { t.plan(i).id, t.step(i).iteration });
    else
        takeGiven(t, i);
}

void repeatStep(Transition &t, StepIndex i)
{
    SchedulerState &state = t.state();
    const std::vector<StepIndex> again = lostWith(state, i);
    t.reopen(again);
    for (const StepIndex step : again) {
        forget(state.batch, step);
        ++t.step(step).repeats;
        callBackDependents(state, step);
        t.command(ReopenStep { t.plan(step).id, t.step(step).iteration });
    }
}

std::optional<Error> givenRefusal(const SchedulerState &state, const StepId &id)
{
    const ScheduledStep *step = state.step(id);
    if (!step)
        return unknownStep(id);
    const bool fits = !isTerminal(step->status) || step->status == StepStatus::Failed;
    if (fits && !step->given && state.status == ExecutionStatus::Running)
        return std::nullopt;
    return refused(code::StepNotHeld,
        u"%1 has ended, or is about to: a result cannot be given for it any more."_s.arg(
            id.toString()),
        { { u"step"_s, id.toString() } });
}

std::optional<Error> repeatRefusal(const SchedulerState &state, const StepId &id)
{
    const ScheduledStep *step = state.step(id);
    if (!step)
        return unknownStep(id);
    if (step->status == StepStatus::Failed)
        return std::nullopt;
    return refused(code::StepNotHeld,
        u"%1 has not failed, so there is nothing to try again."_s.arg(id.toString()),
        { { u"step"_s, id.toString() } });
}

// --- breakpoints ---------------------------------------------------------------------------------

std::optional<Error> breakpointsRefusal(const ExecutionPlan &plan, const Breakpoints &breakpoints)
{
    if (breakpoints.size() > MaxBreakpoints) {
        return refused(code::BreakpointInvalid,
            u"An execution has at most %1 breakpoints."_s.arg(MaxBreakpoints),
            { { u"limit"_s, int(MaxBreakpoints) } });
    }
    for (const Breakpoint &breakpoint : breakpoints) {
        if (plan.findAgent(breakpoint.agent))
            continue;
        const QString name = breakpoint.agent.toString().left(255);
        return refused(code::BreakpointInvalid,
            u"There is no member \"%1\" to hold at."_s.arg(name), { { u"agent"_s, name } });
    }
    return std::nullopt;
}

bool holdBefore(Transition &t, StepIndex i)
{
    if (t.step(i).heldBefore)
        return false;
    if (!t.state().holdsAtNext && !isMarked(t, i, Breakpoint::Place::Before))
        return false;
    t.step(i).heldBefore = true;
    hold(t, i, Breakpoint::Place::Before);
    return true;
}

void holdAfter(Transition &t, StepIndex i)
{
    if (!t.state().stopping() && isMarked(t, i, Breakpoint::Place::After))
        hold(t, i, Breakpoint::Place::After);
}

bool keepsRoundOpen(const SchedulerState &state)
{
    if (!state.paused || state.stopping())
        return false;
    return state.hold || std::ranges::any_of(state.batch, [&state](StepIndex i) {
        return state.steps[i].status == StepStatus::Failed;
    });
}

} // namespace renum
