// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/execution_driver.h"
#include "core/model/error_codes.h"
#include "core/workflow/execution_over.h"

#include <QPointer>

#include <algorithm>
#include <utility>

/// What people ask of a running execution. Each request is in the log before what it leads to, so
/// that the log tells the scheduler's story in order.
namespace renum {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

Error notWaitingError(const QString &step)
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::ApprovalNotWaiting),
        u"%1 does not wait for an approval (any more)."_s.arg(step), { { u"step"_s, step } } };
}

} // namespace

QCoro::Task<Result<void>> ExecutionDriver::decide(ExecutionEvent record, SchedulerEvent event)
{
    if (m_over || m_broken || isTerminal(m_state.status))
        co_return executionOverError();
    ExecutionEvents events;
    events.append(std::move(record));
    const OneShot<Result<void>> answer = m_log.commit(std::move(events));
    feed(std::move(event));
    co_return co_await answer;
}

QCoro::Task<Result<void>> ExecutionDriver::requestStop(QString requestedBy)
{
    if (!m_over && !m_broken && !m_stoppedBy.isEmpty())
        co_return Result<void>();
    if (!m_over && !m_broken)
        m_stoppedBy = requestedBy;
    const ExecutionEvent record = m_events.stopRequested(requestedBy, u"requested by a person"_s);
    const SchedulerEvent request = StopRequested {};
    const Result<void> stopped = co_await decide(record, request);
    co_return stopped;
}

QCoro::Task<Result<void>> ExecutionDriver::requestPause(QString requestedBy)
{
    if (m_state.paused || m_state.stopping())
        co_return m_state.paused ? Result<void>() : executionOverError();
    const ExecutionEvent record = m_events.paused(requestedBy);
    const SchedulerEvent request = PauseRequested {};
    pauseNested(true);
    const Result<void> paused = co_await decide(record, request);
    co_return paused;
}

QCoro::Task<Result<void>> ExecutionDriver::requestContinue(QString requestedBy)
{
    if (!m_state.paused && !m_over)
        co_return Result<void>();
    const ExecutionEvent record = m_events.continued(requestedBy);
    const SchedulerEvent request = ContinueRequested {};
    pauseNested(false);
    m_spending->reconsider(); // whoever waits there is woken after this
    const Result<void> continued = co_await decide(record, request);
    co_return continued;
}

QCoro::Task<Result<void>> ExecutionDriver::decideApproval(
    AgentId agent, bool approved, QString decidedBy, QString comment)
{
    const auto i = m_state.indexOfAgent(agent);
    if (!i || !m_state.awaitingApproval.contains(*i))
        co_return notWaitingError(agent.toString());
    const StepId step = m_state.plan.steps[*i].id;
    m_approvals.erase(step);
    const ExecutionEvent record
        = m_events.approvalDecided(planStep(step, m_state.steps[*i].iteration),
            approved ? ApprovalState::Approved : ApprovalState::Rejected, decidedBy, comment);
    using Verdict = ApprovalDecided::Verdict;
    const SchedulerEvent decision
        = ApprovalDecided { step, approved ? Verdict::Approved : Verdict::Rejected };
    const Result<void> decided = co_await decide(record, decision);
    co_return decided;
}

void ExecutionDriver::run(const AskApproval &command)
{
    const PlanStep step = planStep(command.step, command.iteration);
    if (command.automatic) {
        m_log.post(
            m_events.approvalDecided(step, ApprovalState::AutoApproved, u"rules"_s, QString()));
        return;
    }
    std::optional<Timestamp> expires;
    if (command.timeout) {
        expires = m_services.clock->now() + *command.timeout;
        waitForApproval(command.step, command.iteration, *command.timeout);
    }
    m_log.post(m_events.approvalRequested(step, expires));
}

void ExecutionDriver::waitForApproval(const StepId &step, int iteration, milliseconds limit)
{
    m_approvals[step] = m_services.clock->startTimer(
        limit, [this, step, iteration] { approvalExpired(step, iteration); });
}

void ExecutionDriver::approvalExpired(const StepId &step, int iteration)
{
    m_approvals.erase(step);
    if (!m_state.awaitingApproval.contains(m_state.indexOf.value(step)))
        return; // decided while it was being taken over
    m_log.post(m_events.approvalDecided(
        planStep(step, iteration), ApprovalState::Expired, u"system"_s, QString()));
    feed(ApprovalDecided { step, ApprovalDecided::Verdict::Expired });
}

} // namespace renum
