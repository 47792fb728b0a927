// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/local_execution_controls.h"

#include "core/workspace/engine_host.h"

#include <utility>

namespace renum {

LocalExecutionControls::LocalExecutionControls(LocalCaller caller, QObject *parent)
    : ExecutionControls(parent)
    , m_caller(std::move(caller))
{
}

QCoro::Task<Result<Execution>> LocalExecutionControls::executePart(
    ExecuteRequest request, TeamPart part, std::stop_token stop)
{
    return m_caller.call<Execution>(
        [request = std::move(request), part = std::move(part)](
            EngineHost &host, const std::stop_token &ended) {
            return host.executions().execute(request, ended, part);
        },
        stop);
}

QCoro::Task<Result<void>> LocalExecutionControls::skipStep(
    ExecutionId id, StepId step, std::optional<QString> value, std::stop_token stop)
{
    return m_caller.call<void>(
        [=](EngineHost &host, const std::stop_token &) {
            return host.executions().ask(id, ResultWish { step, value });
        },
        stop);
}

QCoro::Task<Result<void>> LocalExecutionControls::retryStep(
    ExecutionId id, StepId step, std::stop_token stop)
{
    return m_caller.call<void>(
        [=](EngineHost &host, const std::stop_token &) {
            return host.executions().ask(id, RepeatWish { step });
        },
        stop);
}

QCoro::Task<Result<void>> LocalExecutionControls::sendMessage(
    ExecutionId id, AgentId agent, QString text, std::stop_token stop)
{
    return m_caller.call<void>(
        [=](EngineHost &host, const std::stop_token &) {
            return host.executions().ask(id, MessageWish { agent, text });
        },
        stop);
}

QCoro::Task<Result<void>> LocalExecutionControls::raiseCap(
    ExecutionId id, SpendingCap cap, std::stop_token stop)
{
    return m_caller.call<void>(
        [=](EngineHost &host, const std::stop_token &) {
            return host.executions().ask(id, CapWish { cap });
        },
        stop);
}

QCoro::Task<Result<void>> LocalExecutionControls::setBreakpoints(
    ExecutionId id, Breakpoints breakpoints, std::stop_token stop)
{
    return m_caller.call<void>(
        [=](EngineHost &host, const std::stop_token &) {
            return host.executions().ask(id, BreakpointsWish { breakpoints });
        },
        stop);
}

QCoro::Task<Result<void>> LocalExecutionControls::continueToNext(
    ExecutionId id, std::stop_token stop)
{
    return m_caller.call<void>(
        [=](EngineHost &host, const std::stop_token &) {
            return host.executions().ask(id, ContinueWish { true });
        },
        stop);
}

} // namespace renum
