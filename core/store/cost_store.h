// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/budget.h"
#include "core/model/metrics_facts.h"

#include <QCoroTask>

namespace renum {

class Store;

/// The part of a store that knows what was spent, and what people set about it. As for Store: any
/// one thread with an event loop; errors are the store's.
class CostStore {
public:
    /// `store` outlives it and every answer.
    explicit CostStore(Store *store)
        : m_store(store)
    {
    }

    // --- what was booked -----------------------------------------------------------------------
    /// From the sums of the days.
    [[nodiscard]] QCoro::Task<Result<SpendingRows>> spending(SpendingQuery query) const;
    /// Newest first. Errors: validation_error for a page that is none.
    [[nodiscard]] QCoro::Task<Result<Page<LedgerRow>>> ledger(LedgerQuery query) const;
    /// How long agents worked at steps that ended then.
    [[nodiscard]] QCoro::Task<Result<qint64>> workSeconds(LedgerFilter filter) const;
    /// What the latest completed executions of a team spent.
    [[nodiscard]] QCoro::Task<Result<RunSpendings>> latestRuns(TeamId team, int executions) const;
    /// The steps of these executions.
    [[nodiscard]] QCoro::Task<Result<std::vector<MeasuredStep>>> latestSteps(
        TeamId team, int executions) const;

    // --- metrics -------------------------------------------------------------------------------
    /// Of the executions that were made in a period; without a team those of all teams, but not
    /// those that work for a step of another one.
    [[nodiscard]] QCoro::Task<Result<MetricsFacts>> facts(TeamId team, TimeRange range) const;
    [[nodiscard]] QCoro::Task<Result<int>> messageCount(ExecutionId id) const;

    // --- prices of one's own, as JSON by key ---------------------------------------------------
    [[nodiscard]] QCoro::Task<Result<QList<Json>>> prices() const;
    [[nodiscard]] QCoro::Task<Result<void>> putPrices(
        QList<std::pair<QString, Json>> prices, Timestamp now) const;
    /// Errors: not_found.
    [[nodiscard]] QCoro::Task<Result<void>> removePrice(QString key) const;

    // --- budgets, in the order in which they were made -----------------------------------------
    [[nodiscard]] QCoro::Task<Result<Budgets>> budgets() const;
    [[nodiscard]] QCoro::Task<Result<void>> putBudget(Budget budget, Timestamp now) const;
    /// Errors: not_found.
    [[nodiscard]] QCoro::Task<Result<void>> removeBudget(BudgetId id) const;

private:
    Store *m_store;
};

} // namespace renum
