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

/// Parts of a row that steps change, and that are long.
enum class ExecutionPart { Usage = 1, Context = 2 };
Q_DECLARE_FLAGS(ExecutionParts, ExecutionPart)

/// Table renum_team_executions.
class ExecutionRepository {
public:
    explicit ExecutionRepository(Connection *connection);

    [[nodiscard]] Result<ExecutionKey> insert(const ExecutionRow &row);
    /// What the row leaves absent of planSeq and config stays stored.
    [[nodiscard]] Result<void> update(ExecutionKey key, const ExecutionRow &row);
    /// Only what steps change: how many ended, and what `parts` says.
    [[nodiscard]] Result<void> updateProgress(
        ExecutionKey key, const Execution &execution, ExecutionParts parts);

    /// Errors: not_found.
    [[nodiscard]] Result<ExecutionRow> find(const ExecutionId &id);
    /// Errors: not_found.
    [[nodiscard]] Result<ExecutionRef> refOf(const ExecutionId &id);
    [[nodiscard]] Result<Page<Execution>> page(const ExecutionQuery &query);
    /// Newest first; `conditions` about the row `x` begin with AND, their values are bound.
    [[nodiscard]] Result<Page<Execution>> page(
        const QString &conditions, const QVariantList &values, const PageRequest &request);
    [[nodiscard]] Result<int> activeCount();

private:
    Connection *m_connection;
    Statement m_insert;
    Statement m_update;
    Statement m_updateProgress;
    Statement m_find;
    Statement m_refOf;
    Statement m_activeCount;
};

} // namespace renum
