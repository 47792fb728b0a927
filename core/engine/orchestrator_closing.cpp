// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/absent_backend.h"
#include "core/engine/log_loader.h"
#include "core/engine/orchestrator_private.h"
#include "core/engine/unreadable_log.h"
#include "core/model/error_codes.h"
#include "core/workflow/execution_over.h"

#include <QPointer>

/// Ending an execution whose engine is gone: taken over, then stopped like any other.
namespace renum {

using namespace Qt::StringLiterals;

namespace {

bool isUnreadable(const Error &error)
{
    return error.code == QLatin1StringView(code::ResumeImpossible);
}

} // namespace

QCoro::Task<Result<void>> Orchestrator::closeInterrupted(
    ExecutionId id, QString requestedBy, std::shared_ptr<AgentBackend> backend)
{
    const QPointer<Orchestrator> self(this);
    const Result<Execution> stored = co_await d->store->execution(id);
    if (!self)
        co_return cancelledError();
    if (!stored)
        co_return stored.error();
    if (stored->status == ExecutionStatus::Cancelled)
        co_return Result<void>();
    if (isTerminal(stored->status))
        co_return executionOverError();
    if (!backend)
        backend = std::make_shared<AbsentBackend>();
    Result<Replay> replay = co_await loadReplay(d->store, id);
    if (!self)
        co_return cancelledError();
    if (drives(id))
        co_return co_await stop(id, requestedBy);
    if (replay)
        co_return co_await d->stopTakenOver(*std::move(replay), requestedBy, backend);
    if (!isUnreadable(replay.error()))
        co_return replay.error();
    co_return co_await d->failUnreadable(*stored, backend);
}

QCoro::Task<Result<void>> Orchestrator::Private::stopTakenOver(
    Replay replay, QString requestedBy, std::shared_ptr<AgentBackend> backend)
{
    const QPointer<Orchestrator> self(q);
    const ExecutionId id = replay.execution;
    const DriverServices services = servicesOn(std::move(backend));
    ExecutionDriver *driver = addDriver(std::move(replay), services);
    const OneShot<Result<void>> answer;
    const QObject whileAsked;
    QObject::connect(
        driver, &ExecutionDriver::over, &whileAsked, [answer] { answer.set(Result<void>()); });
    QObject::connect(driver, &ExecutionDriver::broken, &whileAsked,
        [answer](const Error &error) { answer.set(error); });
    QObject::connect(
        driver, &QObject::destroyed, &whileAsked, [answer] { answer.set(cancelledError()); });
    const Result<void> taken = co_await driver->takeOver(requestedBy);
    if (!self)
        co_return cancelledError();
    if (!taken) {
        removeDriver(id);
        co_return taken.error();
    }
    const auto limit
        = clock->startTimer(settings.closeAnswer, [answer] { answer.set(Result<void>()); });
    co_return co_await answer;
}

// Contract §4.9: what cannot be resumed has failed. Its runs are known all the same.
QCoro::Task<Result<void>> Orchestrator::Private::failUnreadable(
    Execution execution, std::shared_ptr<AgentBackend> backend)
{
    const QPointer<Orchestrator> self(q);
    const Result<QList<RemoteStart>> starts = co_await store->remoteStarts(execution.id);
    if (!self)
        co_return cancelledError();
    if (!starts)
        co_return starts.error();
    const ExecutionEvents last = endOfUnreadable(execution, *starts, clock->now());
    const Result<void> stored = co_await store->append(last);
    if (!self)
        co_return cancelledError();
    if (!stored)
        co_return stored.error();
    listener(last);
    const BackendPtr service = guarded(std::move(backend));
    for (const RemoteStart &start : *starts) {
        const ThreadRef thread { start.thread, start.project };
        if (start.state == RunState::Bound && !start.usageBooked)
            janitor.keepStopping(service, { start.run, thread });
        const auto runs = std::make_shared<ThreadRuns>();
        if (start.state == RunState::Bound)
            runs->ours.insert(start.run);
        if (start.watchUntil && !start.thread.isEmpty()) {
            const SteadyTime until = steadyTime(clock, *start.watchUntil, settings.longestWatch());
            janitor.sweepRepeatedly({ service, thread, runs, until, {} });
        }
    }
    co_return Result<void>();
}

} // namespace renum
