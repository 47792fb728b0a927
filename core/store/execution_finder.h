// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution_filter.h"
#include "core/store/store.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace renum {

/// What a search knows besides its filter.
struct ExecutionScope {
    std::optional<QSet<ExecutionId>> only = {}; ///< no others
    QSet<ExecutionId> except = {}; ///< as if they were not there
};

/// An execution that has not ended, as far as it matters for who has to do something.
struct ActiveExecution {
    Execution execution; ///< as in lists
    bool asks = false; ///< paused, or a step waits for an approval
};

/// Finds and counts executions.
class ExecutionFinder {
public:
    /// Outlives it and every answer.
    explicit ExecutionFinder(Store *store);

    /// Newest first; the filter's group counts as far as a status says it.
    [[nodiscard]] QCoro::Task<Result<Page<Execution>>> page(
        ExecutionFilter filter, ExecutionScope scope) const;
    /// How many of each status.
    [[nodiscard]] QCoro::Task<Result<QHash<ExecutionStatus, int>>> counts(
        ExecutionFilter filter, ExecutionScope scope) const;
    /// All that have not ended, those that work for others too.
    [[nodiscard]] QCoro::Task<Result<QList<ActiveExecution>>> active() const;
    /// How many executions work for each of these; those without any are left out.
    [[nodiscard]] QCoro::Task<Result<QHash<ExecutionId, int>>> nestedOf(
        QList<ExecutionId> parents) const;

private:
    Store *m_store;
};

} // namespace renum
