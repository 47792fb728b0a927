// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/interrupted_closer.h"

#include "core/engine/event_factory.h"
#include "core/model/error_codes.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

PlanStep planStepOf(const StepRecord &record)
{
    PlanStep step;
    step.id = record.id;
    step.agentId = record.agentId;
    step.order = record.order;
    return step;
}

ExecutionEvents closingEvents(const Execution &execution, const QString &requestedBy)
{
    const EventFactory factory(execution.id, execution.teamId);
    ExecutionEvents events;
    events.append(factory.stopRequested(requestedBy, u"its engine was gone"_s));
    for (const StepRecord &step : execution.steps) {
        if (!isTerminal(step.status))
            events.append(factory.stepCancelled(planStepOf(step), u"user_cancelled"_s));
    }
    events.append(factory.cancelled(requestedBy));
    return events;
}

} // namespace

InterruptedCloser::InterruptedCloser(Store *store, Clock *clock, RunJanitor *janitor,
    const EngineSettings &settings, EventListener listener, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(clock)
    , m_janitor(janitor)
    , m_settings(settings)
    , m_listener(std::move(listener))
{
}

QCoro::Task<Result<void>> InterruptedCloser::close(
    ExecutionId id, QString requestedBy, BackendPtr backend)
{
    const QPointer<InterruptedCloser> self(this);
    const Result<Execution> execution = co_await m_store->execution(id);
    if (!self)
        co_return cancelledError();
    if (!execution)
        co_return execution.error();
    if (execution->status == ExecutionStatus::Cancelled)
        co_return Result<void>();
    if (isTerminal(execution->status)) {
        co_return Error { ErrorCategory::SystemError, QString::fromLatin1(code::ExecutionNotActive),
            u"The execution has already ended."_s };
    }
    const Result<QList<RemoteStart>> starts = co_await m_store->remoteStarts(id);
    if (!self)
        co_return cancelledError();
    if (!starts)
        co_return starts.error();

    EventLog log(m_store, m_clock, m_listener, {}, execution->lastSeq);
    const OneShot<Result<void>> answer = log.commit(closingEvents(*execution, requestedBy));
    const Result<void> closed = co_await answer;
    if (!self)
        co_return cancelledError();
    // Only now is it certain that no engine drives it: its runs are nobody's.
    if (closed && backend)
        stopRemote(*execution, *starts, backend);
    co_return closed;
}

void InterruptedCloser::stopRemote(
    const Execution &execution, const QList<RemoteStart> &starts, const BackendPtr &backend)
{
    for (const RemoteStart &start : starts) {
        const StepRecord *step = execution.step(start.step);
        if (step && isTerminal(step->status))
            continue;
        const ThreadRef thread { start.thread, start.project };
        if (start.state == RunState::Bound)
            m_janitor->keepStopping(backend, { start.run, thread });
        else if (start.state == RunState::Sent || start.state == RunState::Unknown)
            m_janitor->sweepRepeatedly(
                { backend, thread, RunId(), start.watchUntil.value_or(m_clock->now()), {} });
    }
}

} // namespace renum
