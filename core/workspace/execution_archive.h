// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/audit_entry.h"
#include "core/model/execution_event.h"
#include "core/model/execution_filter.h"
#include "core/model/log_filter.h"

#include <QCoroTask>
#include <QObject>
#include <QSet>

#include <stop_token>

namespace renum {

/// Finding, counting and deleting executions, and searching what they wrote down (features EM-05,
/// EM-08, EM-09). As for Workspace: asynchronous, values only, on the workspace's thread; every
/// call ends early with `user_cancelled` when `stop` is requested.
class ExecutionArchive : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    // --- the log, as windows on a log of any length --------------------------------------------
    /// Which lines there are in that part of the log. A call covers a bounded number of events
    /// (LogHits::reached), so that hits can be shown as they are found: ask again from there on.
    /// Errors: not_found.
    [[nodiscard]] virtual QCoro::Task<Result<LogHits>> findInLog(
        ExecutionId id, LogFilter filter, LogStretch stretch, std::stop_token stop = {})
        = 0;
    /// The events of these lines, without what looks like a secret and with long texts cut to their
    /// beginning; those that are not there are left out. Errors: not_found.
    [[nodiscard]] virtual QCoro::Task<Result<ExecutionEvents>> logEvents(
        ExecutionId id, QList<qint64> lines, std::stop_token stop = {})
        = 0;
    /// The same as entries of contract §1.5.8, with whole texts; `lines` ascending. Errors:
    /// not_found.
    [[nodiscard]] virtual QCoro::Task<Result<LogEntryList>> logEntries(
        ExecutionId id, QList<qint64> lines, std::stop_token stop = {})
        = 0;
    /// seq of the first event at that time or later, else of the last. Errors: not_found.
    [[nodiscard]] virtual QCoro::Task<Result<qint64>> logSeqAt(
        ExecutionId id, Timestamp time, std::stop_token stop = {})
        = 0;

    // --- failures that were seen ---------------------------------------------------------------
    /// Ids of failures that were put away (Workspace::executionErrors). Errors: not_found.
    [[nodiscard]] virtual QCoro::Task<Result<QSet<QString>>> dismissedErrors(
        ExecutionId id, std::stop_token stop = {})
        = 0;
    /// Puts a failure away for good, or takes it back. Errors: not_found.
    [[nodiscard]] virtual QCoro::Task<Result<void>> dismissError(
        ExecutionId id, QString error, bool dismissed, std::stop_token stop = {})
        = 0;

    /// What the audit log says about it (contract §8.4), oldest first. Errors: not_found.
    [[nodiscard]] virtual QCoro::Task<Result<AuditEntries>> audit(
        ExecutionId id, std::stop_token stop = {})
        = 0;

    // --- executions ----------------------------------------------------------------------------
    /// Newest first. A page may hold fewer than asked for; the last one has no `next`.
    [[nodiscard]] virtual QCoro::Task<Result<Page<FoundExecution>>> find(
        ExecutionFilter filter, std::stop_token stop = {})
        = 0;
    [[nodiscard]] virtual QCoro::Task<Result<ExecutionCounts>> count(
        ExecutionFilter filter, std::stop_token stop = {})
        = 0;
    /// With those that worked for it. It is in no list any more; it is really deleted after a
    /// while, at the latest when the workspace closes. What was used stays booked. Errors:
    /// not_found, execution_not_over.
    [[nodiscard]] virtual QCoro::Task<Result<void>> remove(
        ExecutionId id, std::stop_token stop = {})
        = 0;
    /// Undoes remove(). Errors: not_found when it is too late.
    [[nodiscard]] virtual QCoro::Task<Result<void>> restore(
        ExecutionId id, std::stop_token stop = {})
        = 0;
};

} // namespace renum
