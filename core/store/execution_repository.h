// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"
#include "core/store/statement.h"
#include "core/store/store.h"

namespace renum {

/// An execution's row without its steps and its plan.
struct ExecutionRow {
    Execution execution;
    std::optional<qint64> planSeq; ///< of the event that holds the plan
    std::optional<Json> config; ///< as asked for; only written
};

/// Table renum_team_executions.
class ExecutionRepository {
public:
    explicit ExecutionRepository(Connection *connection);

    /// Inserts or replaces the row. What the row leaves absent of planSeq and config stays stored.
    [[nodiscard]] Result<void> write(const ExecutionRow &row);
    /// Only what the end of a step or its usage changes.
    [[nodiscard]] Result<void> writeCounters(const Execution &execution);
    /// Only what a context change changes.
    [[nodiscard]] Result<void> writeContext(const Execution &execution);

    /// Errors: not_found.
    [[nodiscard]] Result<ExecutionRow> find(const ExecutionId &id);
    /// Which team it belongs to. Errors: not_found.
    [[nodiscard]] Result<TeamId> teamOf(const ExecutionId &id);
    [[nodiscard]] Result<Page<Execution>> page(const ExecutionQuery &query);
    [[nodiscard]] Result<int> activeCount();

private:
    Connection *m_connection;
    Statement m_write;
    Statement m_writeCounters;
    Statement m_writeContext;
    Statement m_find;
    Statement m_teamOf;
    Statement m_activeCount;
};

} // namespace renum
