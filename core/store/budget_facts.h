// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/budget.h"
#include "core/model/metrics_facts.h"

#include <QCoroTask>
#include <QDate>
#include <QHash>

namespace renum {

class Store;

/// What the ledger knows of every budget, in one snapshot.
struct BudgetFacts {
    struct Period {
        Spending spending;
        qint64 seconds = 0; ///< that agents worked; only where the budget limits them
    };
    Budgets budgets; ///< in the order in which they were made
    QHash<BudgetId, Period> periods; ///< of those of days and months
    /// What executions spent that people started today or that are not over, each with what worked
    /// for it.
    RunSpendings runs;
    QList<std::pair<ExecutionId, RunId>> latest; ///< booked since the moment that was asked for
};

/// Errors are the store's. `store` outlives the answer.
[[nodiscard]] QCoro::Task<Result<BudgetFacts>> readBudgetFacts(
    const Store *store, QDate today, Timestamp latestSince);

} // namespace renum
