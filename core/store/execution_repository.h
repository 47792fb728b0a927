// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"
#include "core/store/statement.h"
#include "core/store/store.h"

namespace renum {

/// An execution's row without its steps and its plan.
struct ExecutionRow {
    ExecutionKey key {}; ///< only read
    Execution execution;
    std::optional<qint64> planSeq; ///< of the event that holds the plan
    std::optional<Json> config; ///< as asked for; only written
};

/// Table renum_team_executions.
class ExecutionRepository {
public:
    explicit ExecutionRepository(Connection *connection);

    [[nodiscard]] Result<ExecutionKey> insert(const ExecutionRow &row);
    /// What the row leaves absent of planSeq and config stays stored.
    [[nodiscard]] Result<void> update(ExecutionKey key, const ExecutionRow &row);
    /// Only what the end of a step changes.
    [[nodiscard]] Result<void> updateCompleted(ExecutionKey key, const Execution &execution);
    /// Only what reported usage changes.
    [[nodiscard]] Result<void> updateUsage(ExecutionKey key, const Execution &execution);
    /// Only what a context change changes.
    [[nodiscard]] Result<void> updateContext(ExecutionKey key, const Execution &execution);

    /// Errors: not_found.
    [[nodiscard]] Result<ExecutionRow> find(const ExecutionId &id);
    /// Errors: not_found.
    [[nodiscard]] Result<ExecutionRef> refOf(const ExecutionId &id);
    [[nodiscard]] Result<Page<Execution>> page(const ExecutionQuery &query);
    [[nodiscard]] Result<int> activeCount();

private:
    Connection *m_connection;
    Statement m_insert;
    Statement m_update;
    Statement m_updateCompleted;
    Statement m_updateUsage;
    Statement m_updateContext;
    Statement m_find;
    Statement m_refOf;
    Statement m_activeCount;
};

} // namespace renum
