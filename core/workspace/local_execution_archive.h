// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/execution_archive.h"
#include "core/workspace/local_caller.h"

namespace renum {

/// ExecutionArchive of the embedded engine.
class LocalExecutionArchive : public ExecutionArchive {
    Q_OBJECT

public:
    explicit LocalExecutionArchive(LocalCaller caller, QObject *parent = nullptr);

    [[nodiscard]] QCoro::Task<Result<LogHits>> findInLog(
        ExecutionId id, LogFilter filter, LogStretch stretch, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<ExecutionEvents>> logEvents(
        ExecutionId id, QList<qint64> lines, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<LogEntryList>> logEntries(
        ExecutionId id, QList<qint64> lines, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<qint64>> logSeqAt(
        ExecutionId id, Timestamp time, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<QSet<QString>>> dismissedErrors(
        ExecutionId id, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<void>> dismissError(
        ExecutionId id, QString error, bool dismissed, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<AuditEntries>> audit(
        ExecutionId id, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<Page<FoundExecution>>> find(
        ExecutionFilter filter, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<ExecutionCounts>> count(
        ExecutionFilter filter, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<void>> remove(ExecutionId id, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<void>> restore(ExecutionId id, std::stop_token stop) override;

private:
    LocalCaller m_caller;
};

} // namespace renum
