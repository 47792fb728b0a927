// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/execution_over.h"
#include "core/workspace/execution_service.h"
#include "core/workspace/service_words.h"

#include <QPointer>

#include <utility>

/// What people do to an execution that runs here.
namespace renum {

using namespace Qt::StringLiterals;

namespace {

Error interruptedError()
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::ExecutionNotActive),
        u"This execution was interrupted. Continue it first."_s };
}

} // namespace

QCoro::Task<Result<void>> ExecutionService::checkDriven(ExecutionId id)
{
    const QPointer<ExecutionService> self(this);
    if (m_orchestrator->drives(id))
        co_return Result<void>();
    const Result<Execution> stored = co_await execution(id);
    if (!self)
        co_return cancelledError();
    if (!stored)
        co_return stored.error();
    if (isTerminal(stored->status))
        co_return executionOverError();
    if (stored->interrupted)
        co_return interruptedError();
    co_return m_orchestrator->drives(id) ? Result<void>() : Result<void>(runsElsewhereError());
}

QCoro::Task<Result<void>> ExecutionService::pause(ExecutionId id)
{
    const QPointer<ExecutionService> self(this);
    const Result<void> driven = co_await checkDriven(id);
    if (!self)
        co_return cancelledError();
    if (!driven)
        co_return driven;
    co_return co_await m_orchestrator->pause(id, requester());
}

QCoro::Task<Result<void>> ExecutionService::goOn(ExecutionId id)
{
    const QPointer<ExecutionService> self(this);
    const Result<void> driven = co_await checkDriven(id);
    if (!self)
        co_return cancelledError();
    if (!driven)
        co_return driven;
    co_return co_await m_orchestrator->goOn(id, requester());
}

QCoro::Task<Result<void>> ExecutionService::continueToNext(ExecutionId id)
{
    const QPointer<ExecutionService> self(this);
    const Result<void> driven = co_await checkDriven(id);
    if (!self)
        co_return cancelledError();
    if (!driven)
        co_return driven;
    co_return co_await m_orchestrator->goOnToNext(id, requester());
}

QCoro::Task<Result<void>> ExecutionService::decideApproval(
    ExecutionId id, AgentId agent, bool approved, QString comment)
{
    const QPointer<ExecutionService> self(this);
    const Result<void> driven = co_await checkDriven(id);
    if (!self)
        co_return cancelledError();
    if (!driven)
        co_return driven;
    co_return co_await m_orchestrator->decideApproval(id, agent, approved, requester(), comment);
}

QCoro::Task<Result<void>> ExecutionService::writeContext(
    ExecutionId id, std::vector<ContextWrite> writes)
{
    const QPointer<ExecutionService> self(this);
    const Result<void> driven = co_await checkDriven(id);
    if (!self)
        co_return cancelledError();
    if (!driven)
        co_return driven;
    co_return co_await m_orchestrator->writeContext(id, writes, requester());
}

QCoro::Task<Result<void>> ExecutionService::restoreContext(ExecutionId id, int version)
{
    const QPointer<ExecutionService> self(this);
    const Result<void> driven = co_await checkDriven(id);
    if (!self)
        co_return cancelledError();
    if (!driven)
        co_return driven;
    co_return co_await m_orchestrator->restoreContext(id, version, requester());
}

QCoro::Task<Result<void>> ExecutionService::skipStep(
    ExecutionId id, StepId step, std::optional<QString> value)
{
    const QPointer<ExecutionService> self(this);
    const Result<void> driven = co_await checkDriven(id);
    if (!self)
        co_return cancelledError();
    if (!driven)
        co_return driven;
    std::optional<StepOutput> output;
    if (value)
        output = readStepOutput(*value);
    co_return co_await m_orchestrator->giveResult(id, step, output, requester());
}

QCoro::Task<Result<void>> ExecutionService::retryStep(ExecutionId id, StepId step)
{
    const QPointer<ExecutionService> self(this);
    const Result<void> driven = co_await checkDriven(id);
    if (!self)
        co_return cancelledError();
    if (!driven)
        co_return driven;
    co_return co_await m_orchestrator->repeatStep(id, step, requester());
}

QCoro::Task<Result<void>> ExecutionService::sendMessage(ExecutionId id, AgentId agent, QString text)
{
    const QPointer<ExecutionService> self(this);
    const Result<void> driven = co_await checkDriven(id);
    if (!self)
        co_return cancelledError();
    if (!driven)
        co_return driven;
    co_return co_await m_orchestrator->tellAgent(id, agent, text, requester());
}

QCoro::Task<Result<void>> ExecutionService::raiseCap(ExecutionId id, SpendingCap cap)
{
    const QPointer<ExecutionService> self(this);
    const Result<void> driven = co_await checkDriven(id);
    if (!self)
        co_return cancelledError();
    if (!driven)
        co_return driven;
    co_return co_await m_orchestrator->setCap(id, cap, requester());
}

QCoro::Task<Result<void>> ExecutionService::setBreakpoints(ExecutionId id, Breakpoints breakpoints)
{
    const QPointer<ExecutionService> self(this);
    const Result<void> driven = co_await checkDriven(id);
    if (!self)
        co_return cancelledError();
    if (!driven)
        co_return driven;
    co_return co_await m_orchestrator->setBreakpoints(id, breakpoints, requester());
}

} // namespace renum
