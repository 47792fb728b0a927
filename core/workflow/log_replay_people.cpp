// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/intervention.h"
#include "core/workflow/log_replay_p.h"

#include <algorithm>
#include <utility>

/// What people do, and where they let it hold.
namespace renum::detail {

using namespace Qt::StringLiterals;

void LogReplay::onPaused(const ExecutionEvent &)
{
    feed(PauseRequested {});
}

void LogReplay::onContinued(const ExecutionEvent &event)
{
    if (m_replay.cap.action == SpendingCap::Action::Pause)
        m_replay.capPassed = false; // it is told again when it is still reached
    retriesWereHeld();
    if (boolAt(event.data, "holds_at_next").value_or(false))
        feed(NextRequested {});
    else
        feed(ContinueRequested {});
}

void LogReplay::onHeld(const ExecutionEvent &event)
{
    const std::optional<ExecutionHold> hold = holdFromJson(event.data);
    const bool commanded = hold && hold->reason == ExecutionHold::Reason::Breakpoint;
    const auto it = [&](const HoldExecution &command) { return command.hold == *hold; };
    if (!hold || (commanded && !m_expected.take<HoldExecution>(it)))
        unexpected(event);
    else if (!commanded)
        feed(CapHolds { hold->step });
}

void LogReplay::onBreakpoints(const ExecutionEvent &event)
{
    feed(BreakpointsChanged { breakpointsIn(event.data) });
}

void LogReplay::onCapSet(const ExecutionEvent &event)
{
    m_replay.cap = capIn(event.data);
    m_replay.capPassed = false;
}

void LogReplay::onCapReached(const ExecutionEvent &event)
{
    m_replay.capPassed = true;
    if (stringAt(event.data, "at_limit") == toString(SpendingCap::Action::Stop))
        feed(CapEnds {});
}

void LogReplay::onBudgetReached(const ExecutionEvent &event)
{
    if (stringAt(event.data, "at_limit") == toString(SpendingCap::Action::Stop))
        feed(CapEnds {});
}

void LogReplay::onWaiting(const ExecutionEvent &event)
{
    if (stringAt(event.data, "reason") == u"spending_cap"_s)
        feed(CapWaits { StepName(event.data).step });
}

void LogReplay::onResultGiven(const ExecutionEvent &event)
{
    const StepName name(event.data);
    const auto mine = [&](const auto &open) { return open.step == name.step; };
    std::erase_if(m_replay.retries, mine);
    std::erase_if(m_replay.approvals, mine);
    GivenResult given;
    if (const Json *result = memberAt(event.data, "result"); result && result->is_object())
        given.output = stepOutputFromJson(*result);
    feed(ResultGiven { name.step, std::move(given) });
}

void LogReplay::onRepeatRequested(const ExecutionEvent &event)
{
    feed(RepeatRequested { StepName(event.data).step });
}

void LogReplay::onReopened(const ExecutionEvent &event)
{
    expect<ReopenStep>(StepName(event.data), event);
}

void LogReplay::endInterrupted(const StepName &name, const ExecutionEvent &event)
{
    const ScheduledStep *step = m_replay.state.step(name.step);
    if (!step || !step->given)
        return;
    (void)closeAttempt(name, event, false);
    (void)m_expected.take<InterruptStep>(
        [&](const InterruptStep &command) { return name.names(command); });
    feed(StepStopped { name.step });
}

void LogReplay::onApprovalRequested(const ExecutionEvent &event)
{
    const StepName name(event.data);
    expect<AskApproval>(name, event);
    m_replay.approvals.push_back({ name.step, name.iteration,
        fromRfc3339(stringAt(event.data, "expires_at").value_or(QString())) });
}

void LogReplay::onApprovalDecided(const ExecutionEvent &event)
{
    const StepName name(event.data);
    const QString state = stringAt(event.data, "state").value_or(QString());
    std::erase_if(m_replay.approvals, [&](const OpenApproval &open) { return name.names(open); });
    if (state == "auto_approved"_L1) {
        expect<AskApproval>(name, event);
        return;
    }
    using Verdict = ApprovalDecided::Verdict;
    feed(ApprovalDecided { name.step,
        state == "approved"_L1      ? Verdict::Approved
            : state == "expired"_L1 ? Verdict::Expired
                                    : Verdict::Rejected });
}

} // namespace renum::detail
