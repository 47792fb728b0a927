// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/task_scope.h"
#include "core/workspace/execution_archive.h"

#include <QObject>

namespace renum::ui {

/// Searches the log of one execution from its beginning, part by part, and goes on as it grows. It
/// keeps the keys of the lines that it found, not the lines.
class LogFinder : public QObject {
    Q_OBJECT

public:
    explicit LogFinder(ExecutionArchive *archive, QObject *parent = nullptr);

    /// Forgets the one before; an empty id: there is none. The next setFilter() begins.
    void open(const ExecutionId &id);
    /// Begins anew with this filter.
    void setFilter(const LogFilter &filter);
    [[nodiscard]] const LogFilter &filter() const noexcept { return m_filter; }
    /// There are events up to this seq.
    void grew(qint64 last);
    /// Goes on after a failure.
    void retry();

    [[nodiscard]] const ExecutionId &execution() const noexcept { return m_execution; }
    /// Ascending.
    [[nodiscard]] const QList<qint64> &lines() const noexcept { return m_lines; }
    [[nodiscard]] bool isSearching() const noexcept { return m_isSearching; }
    [[nodiscard]] qint64 reached() const noexcept { return m_reached; }
    /// As far as is known.
    [[nodiscard]] qint64 last() const noexcept { return m_last; }

signals:
    /// lines() is empty now.
    void cleared();
    /// lines() may have become longer, and reached() has changed.
    void advanced();
    void failed(const renum::Error &error);

private:
    void reset();
    void goOn();
    QCoro::Task<> search(int turn);

    ExecutionArchive *m_archive;
    ExecutionId m_execution;
    LogFilter m_filter;
    QList<qint64> m_lines;
    qint64 m_reached = 0;
    qint64 m_last = 0;
    int m_turn = 0; ///< answers of an earlier search come too late
    bool m_isSearching = false;
    TaskScope m_tasks;
};

} // namespace renum::ui
