// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/log_loader.h"
#include "core/engine/orchestrator_private.h"
#include "core/model/error_codes.h"
#include "core/workflow/context_at.h"
#include "core/workflow/rerun.h"

#include <QPointer>

/// What is asked of executions that run, were interrupted, or have ended.
namespace renum {

using namespace Qt::StringLiterals;

namespace {

Error aliveError()
{
    return { ErrorCategory::SystemError, QString::fromLatin1(code::ExecutionNotActive),
        u"The execution is running; there is nothing to continue."_s };
}

std::optional<Error> rerunRefusal(const Execution &execution, bool fork)
{
    if (!isTerminal(execution.status)) {
        return Error { ErrorCategory::InvalidInput, QString::fromLatin1(code::ExecutionNotOver),
            u"The execution has not ended yet. Stop it first."_s };
    }
    if (!fork && execution.status == ExecutionStatus::Completed) {
        return Error { ErrorCategory::InvalidInput,
            QString::fromLatin1(code::ExecutionNotRetryable),
            u"The execution completed; there is nothing to try again."_s };
    }
    return std::nullopt;
}

/// The same team, plan, prompt and settings as an earlier execution had.
ExecutionRequest requestLike(const Execution &execution, const ExecutionEvents &log,
    const ExecutionOrigin &origin, const std::optional<StepId> &from)
{
    ExecutionRequest request;
    request.team.id = execution.teamId;
    request.team.name = execution.teamName;
    request.team.isActive = true;
    request.team.workflow = execution.plan->definition;
    request.initialPrompt = execution.initialPrompt;
    request.plan = execution.plan;
    if (!log.isEmpty()) {
        if (const Json *config = memberAt(log.constFirst().data, "execution_config"))
            request.config = executionConfigFromJson(*config);
    }
    request.config.origin = origin;
    // What somebody asks to run again is not kept any more.
    if (from)
        request.config.pinned.remove(AgentId(from->toString()));
    return request;
}

} // namespace

QCoro::Task<Result<void>> Orchestrator::pause(ExecutionId id, QString requestedBy)
{
    const Result<ExecutionDriver *> driver = d->driverOf(id);
    if (!driver)
        co_return driver.error();
    const Result<void> paused = co_await (*driver)->requestPause(requestedBy);
    co_return paused;
}

QCoro::Task<Result<void>> Orchestrator::goOn(ExecutionId id, QString requestedBy)
{
    const Result<ExecutionDriver *> driver = d->driverOf(id);
    if (!driver)
        co_return driver.error();
    const Result<void> continued = co_await (*driver)->requestContinue(requestedBy);
    co_return continued;
}

QCoro::Task<Result<void>> Orchestrator::decideApproval(
    ExecutionId id, AgentId agent, bool approved, QString decidedBy, QString comment)
{
    const Result<ExecutionDriver *> driver = d->driverOf(id);
    if (!driver)
        co_return driver.error();
    const Result<void> decided
        = co_await (*driver)->decideApproval(agent, approved, decidedBy, comment);
    co_return decided;
}

QCoro::Task<Result<void>> Orchestrator::writeContext(
    ExecutionId id, std::vector<ContextWrite> writes, QString writtenBy)
{
    const Result<ExecutionDriver *> driver = d->driverOf(id);
    if (!driver)
        co_return driver.error();
    const Result<void> written = co_await (*driver)->writeContext(writes, writtenBy);
    co_return written;
}

QCoro::Task<Result<void>> Orchestrator::restoreContext(
    ExecutionId id, int version, QString restoredBy)
{
    const QPointer<Orchestrator> self(this);
    const auto earlier = std::make_shared<ContextAt>(version);
    const std::function<void(const ExecutionEvent &)> fold
        = [earlier](const ExecutionEvent &event) { earlier->apply(event); };
    const Result<void> read = co_await readMilestones(d->store, id, fold);
    if (!self)
        co_return cancelledError();
    if (!read)
        co_return read.error();
    const Result<ExecutionDriver *> driver = d->driverOf(id);
    if (!driver)
        co_return driver.error();
    const Result<ContextState> state = earlier->state(d->clock->now());
    if (!state)
        co_return state.error();
    const Json snapshot = snapshotData(state->context, state->times);
    const Result<void> restored = co_await (*driver)->restoreContext(snapshot, version, restoredBy);
    co_return restored;
}

void Orchestrator::lookAfterEnded(std::shared_ptr<AgentBackend> backend, OwnerCheck isAlive)
{
    d->aftercare.begin(d->guarded(std::move(backend)), std::move(isAlive));
}

QCoro::Task<Result<ResumePlan>> Orchestrator::previewResume(ExecutionId id)
{
    if (drives(id))
        co_return aliveError();
    const Result<Replay> replay = co_await loadReplay(d->store, id);
    if (!replay)
        co_return replay.error();
    co_return resumePlan(*replay);
}

QCoro::Task<Result<void>> Orchestrator::resume(
    ExecutionId id, std::shared_ptr<AgentBackend> backend)
{
    const DriverServices services = d->servicesOn(std::move(backend));
    const Result<void> taken = co_await d->takeOver(id, services);
    co_return taken;
}

QCoro::Task<Result<void>> Orchestrator::Private::takeOver(ExecutionId id, DriverServices services)
{
    const QPointer<Orchestrator> self(q);
    Result<Replay> replay = co_await loadReplay(store, id);
    if (!self)
        co_return cancelledError();
    if (!replay)
        co_return replay.error();
    if (drivers.contains(id))
        co_return aliveError();
    ExecutionDriver *driver = addDriver(*std::move(replay), services);
    const Result<void> taken = co_await driver->takeOver();
    if (!self)
        co_return cancelledError();
    if (!taken)
        removeDriver(id);
    co_return taken;
}

QCoro::Task<Result<ExecutionId>> Orchestrator::rerun(ExecutionId id, std::optional<StepId> from,
    std::optional<QString> input, std::shared_ptr<AgentBackend> backend)
{
    const QPointer<Orchestrator> self(this);
    const Result<Execution> execution = co_await d->store->execution(id);
    if (!self)
        co_return cancelledError();
    if (!execution)
        co_return execution.error();
    if (const std::optional<Error> refusal = rerunRefusal(*execution, from.has_value()))
        co_return *refusal;
    const Result<ExecutionOrigin> origin
        = from ? forkOrigin(*execution, *from, input) : retryOrigin(*execution);
    if (!origin)
        co_return origin.error();
    const Result<ExecutionEvents> first = co_await d->store->events(id, 0, 1);
    if (!self)
        co_return cancelledError();
    if (!first)
        co_return first.error();
    const ExecutionRequest request = requestLike(*execution, *first, *origin, from);
    const Result<ExecutionId> started = co_await execute(request, backend);
    co_return started;
}

} // namespace renum
