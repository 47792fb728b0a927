// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/local_execution_archive.h"

#include <utility>

namespace renum {

LocalExecutionArchive::LocalExecutionArchive(LocalCaller caller, QObject *parent)
    : ExecutionArchive(parent)
    , m_caller(std::move(caller))
{
}

QCoro::Task<Result<LogHits>> LocalExecutionArchive::findInLog(
    ExecutionId id, LogFilter filter, LogStretch stretch, std::stop_token stop)
{
    return m_caller.call<LogHits>(
        [id, filter, stretch](EngineHost &host, const std::stop_token &) {
            return host.records().findInLog(id, filter, stretch);
        },
        stop);
}

QCoro::Task<Result<ExecutionEvents>> LocalExecutionArchive::logEvents(
    ExecutionId id, QList<qint64> lines, std::stop_token stop)
{
    return m_caller.call<ExecutionEvents>(
        [id, lines](EngineHost &host, const std::stop_token &) {
            return host.records().logEvents(id, lines);
        },
        stop);
}

QCoro::Task<Result<LogEntryList>> LocalExecutionArchive::logEntries(
    ExecutionId id, QList<qint64> lines, std::stop_token stop)
{
    return m_caller.call<LogEntryList>(
        [id, lines](EngineHost &host, const std::stop_token &) {
            return host.records().logEntries(id, lines);
        },
        stop);
}

QCoro::Task<Result<qint64>> LocalExecutionArchive::logSeqAt(
    ExecutionId id, Timestamp time, std::stop_token stop)
{
    return m_caller.call<qint64>(
        [id, time](EngineHost &host, const std::stop_token &) {
            return host.records().logSeqAt(id, time);
        },
        stop);
}

QCoro::Task<Result<QSet<QString>>> LocalExecutionArchive::dismissedErrors(
    ExecutionId id, std::stop_token stop)
{
    return m_caller.call<QSet<QString>>(
        [id](EngineHost &host, const std::stop_token &) {
            return host.records().dismissedErrors(id);
        },
        stop);
}

QCoro::Task<Result<void>> LocalExecutionArchive::dismissError(
    ExecutionId id, QString error, bool dismissed, std::stop_token stop)
{
    return m_caller.call<void>(
        [id, error, dismissed](EngineHost &host, const std::stop_token &) {
            return host.records().dismissError(id, error, dismissed);
        },
        stop);
}

QCoro::Task<Result<AuditEntries>> LocalExecutionArchive::audit(ExecutionId id, std::stop_token stop)
{
    return m_caller.call<AuditEntries>(
        [id](EngineHost &host, const std::stop_token &) { return host.records().audit(id); }, stop);
}

QCoro::Task<Result<Page<FoundExecution>>> LocalExecutionArchive::find(
    ExecutionFilter filter, std::stop_token stop)
{
    return m_caller.call<Page<FoundExecution>>(
        [filter](EngineHost &host, const std::stop_token &) { return host.lists().find(filter); },
        stop);
}

QCoro::Task<Result<ExecutionCounts>> LocalExecutionArchive::count(
    ExecutionFilter filter, std::stop_token stop)
{
    return m_caller.call<ExecutionCounts>(
        [filter](EngineHost &host, const std::stop_token &) { return host.lists().count(filter); },
        stop);
}

QCoro::Task<Result<void>> LocalExecutionArchive::remove(ExecutionId id, std::stop_token stop)
{
    return m_caller.call<void>(
        [id](EngineHost &host, const std::stop_token &) { return host.lists().remove(id); }, stop);
}

QCoro::Task<Result<void>> LocalExecutionArchive::restore(ExecutionId id, std::stop_token stop)
{
    return m_caller.call<void>(
        [id](EngineHost &host, const std::stop_token &) { return host.lists().restore(id); }, stop);
}

} // namespace renum
