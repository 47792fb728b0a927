// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/clock.h"
#include "core/net/task_scope.h"
#include "core/store/execution_finder.h"
#include "core/workspace/execution_service.h"

#include <QObject>
#include <QSet>

#include <map>
#include <memory>

namespace renum {

/// The lists of executions, on the engine thread: finds and counts them, and deletes them so that
/// it can be undone for a while.
class ExecutionLists : public QObject {
    Q_OBJECT

public:
    /// How long a removed execution can be brought back.
    static constexpr std::chrono::seconds UndoTime { 12 };

    /// All of them outlive it.
    ExecutionLists(Store *store, Clock *clock, ExecutionService *executions);
    /// Deletes what was removed.
    ~ExecutionLists() override;

    [[nodiscard]] QCoro::Task<Result<Page<FoundExecution>>> find(ExecutionFilter filter);
    [[nodiscard]] QCoro::Task<Result<ExecutionCounts>> count(ExecutionFilter filter);
    /// Not in lists any more from now on, and deleted after the time to undo it, or at the end of
    /// the program. Errors: not_found, execution_not_over.
    [[nodiscard]] QCoro::Task<Result<void>> remove(ExecutionId id);
    /// Errors: not_found when it is deleted, or was not removed.
    [[nodiscard]] QCoro::Task<Result<void>> restore(ExecutionId id);

signals:
    /// One was removed or brought back.
    void changed(const renum::ExecutionId &id);

private:
    [[nodiscard]] QCoro::Task<Result<QSet<ExecutionId>>> waiting();
    [[nodiscard]] QSet<ExecutionId> removed() const;
    QCoro::Task<> deleteNow(ExecutionId id);

    Store *m_store;
    Clock *m_clock;
    ExecutionService *m_executions;
    ExecutionFinder m_finder;
    std::map<ExecutionId, std::unique_ptr<Clock::Timer>> m_removed; ///< with the time to undo it
    QSet<ExecutionId> m_deleting;
    TaskScope m_tasks;
};

} // namespace renum
