// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/interrupted_closer.h"

#include "core/engine/event_factory.h"
#include "core/model/error_codes.h"
#include "core/model/step_iteration.h"

#include <QPointer>
#include <QSet>

#include <algorithm>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

PlanStep planStepOf(const StepRecord &record, const StepId &id)
{
    PlanStep step;
    step.id = id;
    step.agentId = record.agentId;
    step.order = record.order;
    return step;
}

// A start may be of a later iteration, `agent#2`; the record is the plan's step (contract §3.9).
const StepRecord *recordOf(const Execution &execution, const StepId &id)
{
    if (const StepRecord *record = execution.step(id))
        return record;
    return execution.step(stepIteration(id).step);
}

} // namespace

struct InterruptedCloser::Closing {
    Closing(Execution e, QList<RemoteStart> s, Store *store, Clock *clock, EventListener listener)
        : execution(std::move(e))
        , starts(std::move(s))
        , events(execution.id, execution.teamId)
        , log(store, clock, std::move(listener), {}, execution.lastSeq)
    {
    }
    /// The step of a start that may still be at work, or nullptr.
    [[nodiscard]] const StepRecord *openStep(const RemoteStart &start) const
    {
        const StepRecord *step = recordOf(execution, start.step);
        return step && !isTerminal(step->status) ? step : nullptr;
    }
    /// The id under which the log knows what the step does now: that of its newest start.
    [[nodiscard]] StepId iterationOf(const StepRecord &step) const
    {
        int newest = 1;
        for (const RemoteStart &start : starts) {
            if (start.step != step.id && recordOf(execution, start.step) == &step)
                newest = std::max(newest, stepIteration(start.step).iteration);
        }
        return iterationStepId(step.id, newest);
    }
    void book(const RemoteStart &start, const RunId &run, const Usage &usage)
    {
        booked.insert(run);
        const PlanStep step = planStepOf(*recordOf(execution, start.step), start.step);
        log.post(events.used(step, start.attempt, run, usage));
    }
    // Used, but nobody said in time how much (contract §4.6): unknown is not zero.
    void bookUnknown()
    {
        for (const RemoteStart &start : starts) {
            if (start.state == RunState::Bound && openStep(start) && !start.usageBooked
                && !booked.contains(start.run))
                book(start, start.run, Usage());
        }
    }
    void workEnded()
    {
        if (--atWork == 0)
            quiet.set(true);
    }

    Execution execution;
    QList<RemoteStart> starts;
    EventFactory events;
    EventLog log;
    int atWork = 0; ///< runs that are being stopped
    OneShot<bool> quiet;
    QSet<RunId> booked; ///< while closing
};

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

InterruptedCloser::~InterruptedCloser()
{
    for (const std::weak_ptr<Closing> &closing : m_closings) {
        if (const ClosingPtr alive = closing.lock())
            alive->log.close();
    }
}

QCoro::Task<Result<void>> InterruptedCloser::close(
    ExecutionId id, QString requestedBy, BackendPtr backend)
{
    const QPointer<InterruptedCloser> self(this);
    const Result<ClosingPtr> opened = co_await open(id);
    if (!self)
        co_return cancelledError();
    if (!opened)
        co_return opened.error();
    const ClosingPtr closing = *opened;
    if (closing->execution.status == ExecutionStatus::Cancelled)
        co_return Result<void>();
    // The seq decides: when the engine was alive after all, this is refused and nothing is touched.
    ExecutionEvents request;
    request.append(closing->events.stopRequested(requestedBy, u"its engine was gone"_s));
    const OneShot<Result<void>> requested = closing->log.commit(std::move(request));
    const Result<void> accepted = co_await requested;
    if (!self)
        co_return cancelledError();
    if (!accepted)
        co_return accepted.error();
    if (backend) {
        co_await stopRemote(closing, backend);
        if (!self)
            co_return cancelledError();
        watchLateRuns(closing, backend);
    }
    closing->bookUnknown();
    ExecutionEvents last;
    for (const StepRecord &step : closing->execution.steps) {
        if (!isTerminal(step.status))
            last.append(closing->events.stepCancelled(
                planStepOf(step, closing->iterationOf(step)), u"user_cancelled"_s));
    }
    last.append(closing->events.cancelled(requestedBy));
    const OneShot<Result<void>> ended = closing->log.commit(std::move(last));
    co_return co_await ended;
}

QCoro::Task<Result<InterruptedCloser::ClosingPtr>> InterruptedCloser::open(ExecutionId id)
{
    const QPointer<InterruptedCloser> self(this);
    const Result<Execution> execution = co_await m_store->execution(id);
    if (!self)
        co_return cancelledError();
    if (!execution)
        co_return execution.error();
    if (isTerminal(execution->status) && execution->status != ExecutionStatus::Cancelled) {
        co_return Error { ErrorCategory::SystemError, QString::fromLatin1(code::ExecutionNotActive),
            u"The execution has already ended."_s };
    }
    const Result<QList<RemoteStart>> starts = co_await m_store->remoteStarts(id);
    if (!self)
        co_return cancelledError();
    if (!starts)
        co_return starts.error();
    const auto closing
        = std::make_shared<Closing>(*execution, *starts, m_store, m_clock, m_listener);
    std::erase_if(m_closings, [](const auto &other) { return other.expired(); });
    m_closings.push_back(closing);
    co_return Result<ClosingPtr>(closing);
}

// All at once, and no longer than a stop may take (contract §4.6); what is late goes on alone.
QCoro::Task<> InterruptedCloser::stopRemote(ClosingPtr closing, BackendPtr backend)
{
    closing->atWork = 1;
    for (const RemoteStart &start : closing->starts) {
        if (!closing->openStep(start))
            continue;
        if (start.state == RunState::Bound) {
            ++closing->atWork;
            m_tasks.start(stopBound(closing, backend, start));
        } else if (start.state == RunState::Sent || start.state == RunState::Unknown) {
            ++closing->atWork;
            m_tasks.start(stopUncertain(closing, backend, start));
        }
    }
    closing->workEnded();
    const OneShot<bool> quiet = closing->quiet;
    const auto limit = m_clock->startTimer(m_settings.stopWait, [quiet] { quiet.set(false); });
    co_await quiet;
}

// Reliability §1.4 step 6: the engine may have died before it looked once more for a second run.
void InterruptedCloser::watchLateRuns(const ClosingPtr &closing, const BackendPtr &backend)
{
    for (const RemoteStart &start : closing->starts) {
        const bool lookedSince
            = !start.watchUntil || *start.watchUntil < closing->execution.updatedAt;
        if (start.state == RunState::Bound && !start.thread.isEmpty() && !lookedSince) {
            const auto runs = std::make_shared<ThreadRuns>();
            runs->ours.insert(start.run);
            m_janitor->sweepLater(
                { backend, { start.thread, start.project }, runs, *start.watchUntil, {} });
        }
    }
}

QCoro::Task<> InterruptedCloser::stopBound(
    ClosingPtr closing, BackendPtr backend, RemoteStart start)
{
    const QPointer<InterruptedCloser> self(this);
    const std::stop_token stop = m_tasks.token();
    const RunRef run { start.run, { start.thread, start.project } };
    const Result<void> stopped = co_await backend->stopRun(run, stop);
    if (self && !stopped)
        m_janitor->keepStopping(backend, run);
    const Result<Usage> usage = co_await backend->runUsage(run, stop);
    if (self && usage && !start.usageBooked)
        closing->book(start, run.run, *usage);
    closing->workEnded();
}

QCoro::Task<> InterruptedCloser::stopUncertain(
    ClosingPtr closing, BackendPtr backend, RemoteStart start)
{
    const QPointer<InterruptedCloser> self(this);
    const PlanStep step = planStepOf(*recordOf(closing->execution, start.step), start.step);
    const ThreadRef thread { start.thread, start.project };
    ThreadGuard guard { backend, thread, std::make_shared<ThreadRuns>(),
        start.watchUntil.value_or(m_clock->now()), {} };
    guard.report = [closing, step, attempt = start.attempt](const ForeignRun &found) {
        closing->log.post(closing->events.runBound(step, attempt, found.run, true));
        closing->log.post(closing->events.used(step, attempt, found.run.run, found.usage));
    };
    const Result<void> swept = co_await m_janitor->sweep(guard);
    closing->workEnded();
    guard.report = {};
    if (self && (!swept || m_clock->now() < guard.until))
        m_janitor->sweepRepeatedly(guard);
}

} // namespace renum
