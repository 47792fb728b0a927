// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/execution_over.h"
#include "core/workspace/execution_service.h"
#include "core/workspace/service_words.h"

#include <QPointer>

#include <utility>

/// What people do to a running execution, here or in another program on this computer.
namespace renum {

using namespace Qt::StringLiterals;

namespace {

Error interruptedError()
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::ExecutionNotActive),
        u"This execution was interrupted. Continue it first."_s };
}

/// Calls what the orchestrator has for each wish. Not a coroutine: it only chooses one.
class Doer {
public:
    Doer(Orchestrator *orchestrator, ExecutionId id)
        : m_engine(orchestrator)
        , m_id(std::move(id))
    {
    }

    using Done = QCoro::Task<Result<void>>;
    Done operator()(const StopWish &) { return m_engine->stop(m_id, requester()); }
    Done operator()(const PauseWish &) { return m_engine->pause(m_id, requester()); }
    Done operator()(const ContinueWish &wish)
    {
        return wish.holdsAtNext ? m_engine->goOnToNext(m_id, requester())
                                : m_engine->goOn(m_id, requester());
    }
    Done operator()(const ApprovalWish &wish)
    {
        return m_engine->decideApproval(m_id, wish.agent, wish.approved, requester(), wish.comment);
    }
    Done operator()(const WriteContextWish &wish)
    {
        return m_engine->writeContext(m_id, wish.writes, requester());
    }
    Done operator()(const RestoreContextWish &wish)
    {
        return m_engine->restoreContext(m_id, wish.version, requester());
    }
    Done operator()(const ResultWish &wish)
    {
        std::optional<StepOutput> output;
        if (wish.value)
            output = readStepOutput(*wish.value);
        return m_engine->giveResult(m_id, wish.step, std::move(output), requester());
    }
    Done operator()(const RepeatWish &wish)
    {
        return m_engine->repeatStep(m_id, wish.step, requester());
    }
    Done operator()(const MessageWish &wish)
    {
        return m_engine->tellAgent(m_id, wish.agent, wish.text, requester());
    }
    Done operator()(const CapWish &wish) { return m_engine->setCap(m_id, wish.cap, requester()); }
    Done operator()(const BreakpointsWish &wish)
    {
        return m_engine->setBreakpoints(m_id, wish.breakpoints, requester());
    }

private:
    Orchestrator *m_engine;
    ExecutionId m_id;
};

} // namespace

QCoro::Task<Result<void>> ExecutionService::doHere(ExecutionId id, ExecutionWish wish)
{
    return std::visit(Doer(m_orchestrator, std::move(id)), wish);
}

QCoro::Task<Result<void>> ExecutionService::ask(ExecutionId id, ExecutionWish wish)
{
    const QPointer<ExecutionService> self(this);
    if (m_orchestrator->drives(id))
        co_return co_await doHere(id, wish);
    const Result<Execution> stored = co_await execution(id);
    if (!self)
        co_return cancelledError();
    if (!stored)
        co_return stored.error();
    if (isTerminal(stored->status))
        co_return executionOverError();
    if (stored->interrupted)
        co_return interruptedError();
    if (m_orchestrator->drives(id))
        co_return co_await doHere(id, wish);
    co_return co_await m_others.ask(id, stored->owner, wish);
}

QCoro::Task<Result<void>> ExecutionService::stop(ExecutionId id)
{
    const QPointer<ExecutionService> self(this);
    if (m_orchestrator->drives(id))
        co_return co_await m_orchestrator->stop(id, requester());
    const Result<Execution> stored = co_await execution(id);
    if (!self)
        co_return cancelledError();
    if (!stored)
        co_return stored.error();
    if (stored->interrupted) {
        const std::shared_ptr<AgentBackend> backend = m_connector->connected();
        co_return co_await m_orchestrator->closeInterrupted(id, requester(), backend);
    }
    if (isTerminal(stored->status) || m_orchestrator->drives(id))
        co_return co_await m_orchestrator->stop(id, requester());
    const ExecutionWish wish = StopWish {};
    co_return co_await m_others.ask(id, stored->owner, wish);
}

} // namespace renum
