// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/log_filter.h"
#include "core/store/store.h"

#include <QList>

namespace renum {

/// Looks through an execution's log where it is stored: there is no second copy of it that would
/// have to be written with every event. What can be decided without reading an event's data is
/// decided by the database; its data is searched as text and parsed only for lines that may be
/// hits. Every call works on a bounded part, so that whoever asks can show what was found, go on
/// with other things, or stop.
class LogScan {
public:
    /// Outlives it and every answer.
    explicit LogScan(Store *store);

    /// The lines in that part of the log, or in its beginning: see LogHits::reached. Errors:
    /// not_found, store codes.
    [[nodiscard]] QCoro::Task<Result<LogHits>> find(
        ExecutionId id, LogFilter filter, LogStretch stretch) const;
    /// The events with these seqs, in that order; those that are not there are left out.
    [[nodiscard]] QCoro::Task<Result<ExecutionEvents>> events(
        ExecutionId id, QList<qint64> seqs) const;
    /// The log's entries with these seqs, ascending, with the names of members and runs.
    [[nodiscard]] QCoro::Task<Result<LogEntryList>> entries(
        ExecutionId id, QList<qint64> seqs) const;
    /// The first event at that time or later; the last one when there is none. A clock that was
    /// set back may make it another one nearby.
    [[nodiscard]] QCoro::Task<Result<qint64>> seqAt(ExecutionId id, Timestamp time) const;

private:
    Store *m_store;
};

} // namespace renum
