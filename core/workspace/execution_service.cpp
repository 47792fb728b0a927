// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/execution_service.h"

#include "core/model/error_codes.h"
#include "core/workspace/owner_lock.h"
#include "core/workspace/service_words.h"

#include <QPointer>

#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

Error notInterruptedError()
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::ExecutionNotActive),
        u"This execution was not interrupted, so there is nothing to continue."_s };
}

/// The team as it is but for its members.
Result<Team> partOf(Team team, const TeamPart &part, const KeptResults &kept)
{
    if (!team.workflow.find(part.member)) {
        return Error { ErrorCategory::InvalidInput, QString::fromLatin1(code::NotFound),
            u"The team has no member \"%1\"."_s.arg(part.member.toString()) };
    }
    const PartPlan plan = planPart(team.draft(), part, kept);
    team.agentIds = plan.draft.agentIds;
    team.workflow = plan.draft.workflow;
    return team;
}

} // namespace

ExecutionService::ExecutionService(Store *store, Clock *clock, IdSource *ids,
    Orchestrator *orchestrator, AgentConnector *connector, QString dataDir, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_orchestrator(orchestrator)
    , m_connector(connector)
    , m_dataDir(std::move(dataDir))
    , m_others(store, clock, ids, m_dataDir)
{
}

QCoro::Task<Result<Execution>> ExecutionService::execute(
    ExecuteRequest request, std::stop_token stop, std::optional<TeamPart> part)
{
    const QPointer<ExecutionService> self(this);
    const Result<Team> stored = co_await m_store->team(request.team);
    if (!self)
        co_return cancelledError();
    if (!stored)
        co_return stored.error();
    const Result<Team> team = part ? partOf(*stored, *part, request.config.pinned) : stored;
    if (!team)
        co_return team.error();
    const Result<std::shared_ptr<AgentBackend>> backend = co_await m_connector->backend(stop);
    if (!self)
        co_return cancelledError();
    if (!backend)
        co_return backend.error();
    const ExecutionRequest order { *team, request.initialPrompt, request.config };
    const Result<ExecutionId> id = co_await m_orchestrator->execute(order, *backend);
    if (!self)
        co_return cancelledError();
    if (!id)
        co_return id.error();
    co_return co_await execution(*id);
}

// Driven before or after the row was read: in between it may have begun or ended here.
bool ExecutionService::isInterrupted(const Execution &execution, bool wasDriven) const
{
    if (isTerminal(execution.status) || wasDriven || m_orchestrator->drives(execution.id))
        return false;
    return !OwnerLock::isHeld(m_dataDir, execution.owner)
        || execution.owner == m_orchestrator->owner();
}

QCoro::Task<Result<Execution>> ExecutionService::execution(ExecutionId id)
{
    const QPointer<ExecutionService> self(this);
    const bool wasDriven = m_orchestrator->drives(id);
    const Result<Execution> stored = co_await m_store->execution(id);
    if (!self || !stored)
        co_return stored;
    Execution execution = *stored;
    execution.interrupted = isInterrupted(execution, wasDriven);
    co_return execution;
}

QCoro::Task<Result<Page<Execution>>> ExecutionService::executions(ExecutionQuery query)
{
    const QPointer<ExecutionService> self(this);
    const QSet<ExecutionId> drivenBefore = driven();
    const Result<Page<Execution>> stored = co_await m_store->executions(query);
    if (!self || !stored)
        co_return stored;
    Page<Execution> page = *stored;
    for (Execution &execution : page.items)
        execution.interrupted = isInterrupted(execution, drivenBefore.contains(execution.id));
    co_return page;
}

QCoro::Task<Result<Execution>> ExecutionService::rerun(
    ExecutionId id, std::optional<StepId> from, std::optional<QString> input, std::stop_token stop)
{
    const QPointer<ExecutionService> self(this);
    const Result<std::shared_ptr<AgentBackend>> backend = co_await m_connector->backend(stop);
    if (!self)
        co_return cancelledError();
    if (!backend)
        co_return backend.error();
    const Result<ExecutionId> started = co_await m_orchestrator->rerun(id, from, input, *backend);
    if (!self)
        co_return cancelledError();
    if (!started)
        co_return started.error();
    co_return co_await execution(*started);
}

QCoro::Task<Result<void>> ExecutionService::checkInterrupted(ExecutionId id)
{
    const QPointer<ExecutionService> self(this);
    const Result<Execution> stored = co_await execution(id);
    if (!self)
        co_return cancelledError();
    if (!stored)
        co_return stored.error();
    if (stored->interrupted)
        co_return Result<void>();
    if (isTerminal(stored->status) || m_orchestrator->drives(id))
        co_return notInterruptedError();
    co_return runsElsewhereError();
}

QCoro::Task<Result<ResumePlan>> ExecutionService::previewResume(ExecutionId id)
{
    const QPointer<ExecutionService> self(this);
    const Result<void> interrupted = co_await checkInterrupted(id);
    if (!self)
        co_return cancelledError();
    if (!interrupted)
        co_return interrupted.error();
    co_return co_await m_orchestrator->previewResume(id);
}

QCoro::Task<Result<void>> ExecutionService::resume(ExecutionId id, std::stop_token stop)
{
    const QPointer<ExecutionService> self(this);
    const Result<void> interrupted = co_await checkInterrupted(id);
    if (!self)
        co_return cancelledError();
    if (!interrupted)
        co_return interrupted.error();
    const Result<std::shared_ptr<AgentBackend>> backend = co_await m_connector->backend(stop);
    if (!self)
        co_return cancelledError();
    if (!backend)
        co_return backend.error();
    co_return co_await m_orchestrator->resume(id, *backend);
}

} // namespace renum
