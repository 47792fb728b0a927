// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/scheduler.h"

#include "core/workflow/intervention.h"
#include "core/workflow/outcome.h"
#include "core/workflow/retry_policy.h"
#include "core/workflow/round.h"
#include "core/workflow/step_start.h"
#include "core/workflow/transition.h"

#include <algorithm>
#include <utility>

namespace renum {

namespace {

using StepIndex = SchedulerState::StepIndex;

bool roundIsOpen(const SchedulerState &state)
{
    return state.runningSteps > 0 || !state.awaitingApproval.empty() || !state.queued.empty();
}

/// When the round has ended: closes it, forms the next one, or finishes.
void proceed(Transition &t)
{
    SchedulerState &state = t.state();
    while (!roundIsOpen(state) && !keepsRoundOpen(state) && !isTerminal(state.status)) {
        consolidateRound(t);
        if (state.ending == Ending::No)
            settleRound(t);
        if (state.ending != Ending::No || state.openSteps == 0)
            finish(t);
        else if (state.paused)
            return;
        else
            formRound(t);
    }
}

/// Applies one event. Each checks first that the event fits.
class EventHandler {
public:
    explicit EventHandler(SchedulerState &state)
        : m_state(state)
        , m_t(state)
    {
    }

    void operator()(const ExecutionBegan &)
    {
        if (m_state.status != ExecutionStatus::Pending)
            return;
        m_state.status = ExecutionStatus::Running;
        for (StepIndex i = 0; i < m_state.steps.size(); ++i) {
            if (!m_t.plan(i).isActive)
                m_t.skip(i, SkipReason::Inactive);
        }
        proceed(m_t);
    }

    void operator()(const AttemptSucceeded &event)
    {
        const std::optional<StepIndex> i = working(event.step);
        if (!i)
            return;
        if (m_t.step(*i).given) {
            takeGiven(m_t, *i);
        } else {
            m_t.complete(*i, event.output);
            holdAfter(m_t, *i);
        }
        goOn();
    }

    void operator()(const AttemptFailed &event)
    {
        const std::optional<StepIndex> i = working(event.step);
        if (!i)
            return;
        if (m_t.step(*i).given)
            takeGiven(m_t, *i);
        else if (!retry(*i, event))
            failed(*i, event);
        else
            return;
        goOn();
    }

    void failed(StepIndex i, const AttemptFailed &event)
    {
        if (m_state.stopping() && event.error.category == ErrorCategory::UserCancelled)
            m_t.cancel(i); // the stop that was asked for, told by the attempt itself
        else
            m_t.fail(i, event.error);
        if (m_state.plan.failFast && !m_state.stopping())
            failFast(m_t);
        holdAfter(m_t, i);
    }

    void operator()(const RetryDue &event)
    {
        const auto i = m_state.indexOf.constFind(event.step);
        if (i == m_state.indexOf.cend() || !m_t.step(*i).waitingForRetry)
            return;
        if (m_state.paused) {
            m_t.step(*i).retryHeld = true;
            return;
        }
        startAttempt(m_t, *i);
        goOn();
    }

    void operator()(const ApprovalDecided &event)
    {
        const auto i = m_state.indexOf.constFind(event.step);
        if (i == m_state.indexOf.cend() || !m_state.awaitingApproval.contains(*i))
            return;
        if (event.verdict == ApprovalDecided::Verdict::Approved)
            m_t.approve(*i);
        else
            m_t.skip(*i,
                event.verdict == ApprovalDecided::Verdict::Rejected ? SkipReason::ApprovalRejected
                                                                    : SkipReason::ApprovalTimeout);
        if (isFailure(m_t.step(*i)) && m_state.plan.failFast && !m_state.stopping())
            failFast(m_t);
        goOn();
    }

    void operator()(const PauseRequested &)
    {
        if (!isTerminal(m_state.status) && !m_state.stopping())
            m_state.paused = true;
    }

    void operator()(const ContinueRequested &)
    {
        if (!std::exchange(m_state.paused, false))
            return;
        m_state.hold.reset();
        for (ScheduledStep &step : m_state.steps)
            step.waitsForCap = false;
        for (StepIndex i = 0; i < m_state.steps.size(); ++i) {
            if (std::exchange(m_t.step(i).retryHeld, false) && m_t.step(i).waitingForRetry)
                startAttempt(m_t, i);
        }
        goOn();
    }

    void operator()(const StepStopped &event)
    {
        const std::optional<StepIndex> i = working(event.step);
        if (!i)
            return;
        if (m_t.step(*i).given)
            takeGiven(m_t, *i);
        else if (m_state.stopping())
            m_t.stopped(*i);
        else
            return;
        goOn();
    }

    void operator()(const ContextWritten &event)
    {
        for (const ContextChange &change : event.changes)
            m_state.context.apply(change);
    }

    void operator()(const MemberTeamWaits &event)
    {
        if (const std::optional<StepIndex> i = working(event.step))
            m_t.step(*i).waitsForPerson = event.waits;
    }

    void operator()(const StopRequested &) { stop(Ending::Stopped); }
    void operator()(const DeadlineReached &) { stop(Ending::TimedOut); }
    void operator()(const CapEnds &) { stop(Ending::OverCap); }

    void operator()(const ResultGiven &event)
    {
        if (m_state.stopping() || givenRefusal(m_state, event.step))
            return;
        giveResult(m_t, m_state.indexOf.value(event.step), event.result);
        goOn();
    }

    void operator()(const RepeatRequested &event)
    {
        if (m_state.stopping() || repeatRefusal(m_state, event.step))
            return;
        const StepIndex i = m_state.indexOf.value(event.step);
        repeatStep(m_t, i);
        if (roundIsOpen(m_state))
            joinRound(m_t, i);
        goOn();
    }

    void operator()(const BreakpointsChanged &event) { m_state.breakpoints = event.breakpoints; }

    void operator()(const NextRequested &)
    {
        if (isTerminal(m_state.status) || m_state.stopping())
            return;
        m_state.holdsAtNext = true;
        (*this)(ContinueRequested {});
    }

    void operator()(const CapHolds &event)
    {
        if (isTerminal(m_state.status) || m_state.stopping())
            return;
        m_state.paused = true;
        m_state.hold = ExecutionHold { ExecutionHold::Reason::Cap, event.step };
    }

    void operator()(const CapWaits &event)
    {
        if (const std::optional<StepIndex> i = working(event.step))
            m_t.step(*i).waitsForCap = true;
    }

    [[nodiscard]] std::vector<SchedulerCommand> takeCommands() { return m_t.takeCommands(); }

private:
    [[nodiscard]] std::optional<StepIndex> working(const StepId &id) const
    {
        const auto i = m_state.indexOf.constFind(id);
        if (i == m_state.indexOf.cend() || !m_t.step(*i).isWorking())
            return std::nullopt;
        return *i;
    }

    bool retry(StepIndex i, const AttemptFailed &event)
    {
        ScheduledStep &step = m_t.step(i);
        const std::optional<RetryDecision> decision
            = decideRetry(m_t.plan(i).retry, event.error.category, step.attempts);
        if (m_state.stopping() || !decision)
            return false;
        step.waitingForRetry = true;
        m_t.command(ScheduleRetry { m_t.plan(i).id, step.iteration, step.attempts + 1,
            decision->maxAttempts,
            std::max(decision->delay, event.retryAfter.value_or(std::chrono::milliseconds(0))),
            event.error });
        return true;
    }

    void stop(Ending ending)
    {
        if (isTerminal(m_state.status) || m_state.stopping())
            return;
        stopEverything(m_t, ending);
        goOn();
    }

    void goOn()
    {
        if (!m_state.stopping())
            startQueued(m_t);
        proceed(m_t);
    }

    SchedulerState &m_state;
    Transition m_t;
};

} // namespace

std::vector<SchedulerCommand> advance(SchedulerState &state, const SchedulerEvent &event)
{
    EventHandler handler(state);
    std::visit(handler, event);
    return handler.takeCommands();
}

} // namespace renum
