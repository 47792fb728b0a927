// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/execution_archive.h"

#include <QHash>

namespace renum::ui {

class FakeWorkspace;

/// ExecutionArchive of a FakeWorkspace, over what that one has stored. Answers come through the
/// event loop, as the real ones do.
class FakeExecutionArchive : public ExecutionArchive {
    Q_OBJECT

public:
    enum class Call {
        FindInLog,
        LogEvents,
        LogEntries,
        LogSeqAt,
        DismissedErrors,
        DismissError,
        Audit,
        Find,
        Count,
        Remove,
        Restore,
    };

    explicit FakeExecutionArchive(FakeWorkspace *workspace);

    qint64 partSize = 1000; ///< events that one look covers
    QSet<ExecutionId> waiting; ///< executions that wait for a person
    QSet<ExecutionId> removed;
    QHash<ExecutionId, QSet<QString>> dismissed;
    QList<ExecutionFilter> filters; ///< of find()
    QList<LogFilter> searches; ///< of findInLog()

    /// The next call of that kind fails.
    void failNext(Call call, const Error &error) { m_failNext[call] = error; }
    [[nodiscard]] int calls(Call call) const { return m_calls.value(call); }

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
    /// Counts the call and answers, later, with the scripted failure if there is one.
    [[nodiscard]] QCoro::Task<Result<void>> enter(Call call, std::stop_token stop);
    [[nodiscard]] ExecutionEvents events(const ExecutionId &id) const;
    [[nodiscard]] QList<FoundExecution> matching(const ExecutionFilter &filter) const;

    FakeWorkspace *m_workspace;
    QHash<Call, int> m_calls;
    QHash<Call, Error> m_failNext;
};

} // namespace renum::ui
