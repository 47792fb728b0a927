// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/audit_entry.h"
#include "core/model/execution_error.h"
#include "core/model/log_query.h"
#include "core/net/clock.h"
#include "core/store/dismissed_errors.h"
#include "core/store/log_scan.h"
#include "core/store/store.h"
#include "core/team/message_board.h"
#include "core/workflow/context_at.h"
#include "core/workflow/context_history.h"

#include <QCoroTask>

#include <optional>
#include <vector>

namespace renum {

/// What can be read of any stored execution besides its state: the context, the messages, the log
/// and the failures. Each is folded from the event log whenever it is asked for, page by page; of
/// the log only those lines are read that were asked for.
class ExecutionRecords {
public:
    /// Both outlive it and every answer.
    ExecutionRecords(Store *store, Clock *clock);

    /// The latest version when none is given. Errors: not_found, context_version_unknown, store
    /// codes.
    [[nodiscard]] QCoro::Task<Result<ContextState>> context(
        ExecutionId id, std::optional<int> version) const;
    [[nodiscard]] QCoro::Task<Result<ContextVersions>> contextHistory(ExecutionId id) const;
    [[nodiscard]] QCoro::Task<Result<std::vector<TeamMessage>>> messages(
        ExecutionId id, MessageQuery query) const;
    /// Without what looks like a secret (contract §8.5), as are failures.
    [[nodiscard]] QCoro::Task<Result<LogEntryList>> logs(ExecutionId id, LogQuery query) const;
    [[nodiscard]] QCoro::Task<Result<ExecutionErrorList>> errors(ExecutionId id) const;

    [[nodiscard]] QCoro::Task<Result<AuditEntries>> audit(ExecutionId id) const;

    [[nodiscard]] QCoro::Task<Result<QSet<QString>>> dismissedErrors(ExecutionId id) const;
    [[nodiscard]] QCoro::Task<Result<void>> dismissError(
        ExecutionId id, QString error, bool dismissed) const;

    /// Log lines by their keys, for windows on a log of any length; see LogScan.
    [[nodiscard]] QCoro::Task<Result<LogHits>> findInLog(
        ExecutionId id, LogFilter filter, LogStretch stretch) const;
    /// Without what looks like a secret, and with long texts cut to their beginning.
    [[nodiscard]] QCoro::Task<Result<ExecutionEvents>> logEvents(
        ExecutionId id, QList<qint64> seqs) const;
    [[nodiscard]] QCoro::Task<Result<LogEntryList>> logEntries(
        ExecutionId id, QList<qint64> seqs) const;
    [[nodiscard]] QCoro::Task<Result<qint64>> logSeqAt(ExecutionId id, Timestamp time) const;

private:
    [[nodiscard]] QCoro::Task<Result<QList<qint64>>> pageOf(
        ExecutionId id, LogQuery query, LogFilter filter) const;

    Store *m_store;
    LogScan m_scan;
    DismissedErrors m_dismissed;
    Clock *m_clock;
};

} // namespace renum
