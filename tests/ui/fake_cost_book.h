// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/cost_book.h"

#include <functional>
#include <optional>

namespace renum::ui {

/// CostBook of a FakeWorkspace: answers at once with what a test has put there, and remembers what
/// it was asked.
class FakeCostBook : public CostBook {
    Q_OBJECT

public:
    using CostBook::CostBook;

    SpendingReport spendingAnswer;
    std::function<SpendingReport(const SpendingQuery &)> spendingFor; ///< instead, when set
    Page<LedgerRow> ledgerAnswer;
    std::function<Page<LedgerRow>(const LedgerQuery &)> ledgerFor; ///< instead, when set
    SpendingRows unpricedAnswer;
    Billing billingAnswer;
    PriceBook priceBook;
    PriceImport importAnswer;
    QByteArray exportAnswer;
    Repricing repricingAnswer;
    QList<BudgetStatus> budgetAnswer; ///< of budgetsFor() too
    TeamMetrics metricsAnswer;
    ExecutionPerformance performanceAnswer;
    Analytics analyticsAnswer;
    RunEstimate estimateAnswer;
    Forecast forecastAnswer;
    std::optional<Error> failure; ///< instead of every answer

    struct EstimateQuery {
        TeamId team;
        ExecutionPlan plan;
        QString prompt;
    };
    QList<EstimateQuery> estimateQueries;
    QList<SpendingQuery> spendingQueries;
    QList<LedgerQuery> ledgerQueries;
    PriceEntries setPrices;
    QStringList removedPrices;
    QList<QByteArray> imported;
    QList<BudgetQuery> budgetQueries;
    Budgets savedBudgets;
    QList<BudgetId> removedBudgets;

    QCoro::Task<Result<SpendingReport>> spending(SpendingQuery query, std::stop_token = {}) override
    {
        spendingQueries.append(query);
        return answered<SpendingReport>(spendingFor ? spendingFor(query) : spendingAnswer);
    }
    QCoro::Task<Result<Page<LedgerRow>>> ledger(LedgerQuery query, std::stop_token = {}) override
    {
        ledgerQueries.append(query);
        return answered<Page<LedgerRow>>(ledgerFor ? ledgerFor(query) : ledgerAnswer);
    }
    QCoro::Task<Result<SpendingRows>> unpricedModels(DayRange, std::stop_token = {}) override
    {
        return answered<SpendingRows>(unpricedAnswer);
    }
    QCoro::Task<Result<Billing>> billing(DayRange, std::stop_token = {}) override
    {
        return answered<Billing>(billingAnswer);
    }
    QCoro::Task<Result<PriceBook>> prices(std::stop_token = {}) override
    {
        return answered<PriceBook>(priceBook);
    }
    QCoro::Task<Result<PriceBook>> setPrice(PriceEntry price, std::stop_token = {}) override
    {
        setPrices.push_back(price);
        return answered<PriceBook>(priceBook);
    }
    QCoro::Task<Result<PriceBook>> removePrice(QString key, std::stop_token = {}) override
    {
        removedPrices.append(key);
        return answered<PriceBook>(priceBook);
    }
    QCoro::Task<Result<PriceImport>> previewImport(
        QByteArray, QString, std::stop_token = {}) override
    {
        return answered<PriceImport>(importAnswer);
    }
    QCoro::Task<Result<PriceImport>> importPrices(
        QByteArray file, QString, std::stop_token = {}) override
    {
        imported.append(file);
        return answered<PriceImport>(importAnswer);
    }
    QCoro::Task<Result<QByteArray>> exportPrices(PriceFormat, std::stop_token = {}) override
    {
        return answered<QByteArray>(exportAnswer);
    }
    QCoro::Task<Result<Repricing>> reprice(RepricingQuery, std::stop_token = {}) override
    {
        return answered<Repricing>(repricingAnswer);
    }
    QCoro::Task<Result<QList<BudgetStatus>>> budgets(std::stop_token = {}) override
    {
        return answered<QList<BudgetStatus>>(budgetAnswer);
    }
    QCoro::Task<Result<QList<BudgetStatus>>> budgetsFor(
        BudgetQuery query, std::stop_token = {}) override
    {
        budgetQueries.append(query);
        return answered<QList<BudgetStatus>>(renum::budgetsFor(query, budgetAnswer));
    }
    QCoro::Task<Result<Budget>> saveBudget(Budget budget, std::stop_token = {}) override
    {
        savedBudgets.append(budget);
        return answered<Budget>(savedBudgets.constLast());
    }
    QCoro::Task<Result<void>> removeBudget(BudgetId id, std::stop_token = {}) override
    {
        removedBudgets.append(id);
        return answered();
    }
    QCoro::Task<Result<TeamMetrics>> teamMetrics(TeamId, QString, std::stop_token = {}) override
    {
        return answered<TeamMetrics>(metricsAnswer);
    }
    QCoro::Task<Result<ExecutionPerformance>> performance(
        ExecutionId, std::stop_token = {}) override
    {
        return answered<ExecutionPerformance>(performanceAnswer);
    }
    QCoro::Task<Result<Analytics>> analytics(QString, std::stop_token = {}) override
    {
        return answered<Analytics>(analyticsAnswer);
    }
    QCoro::Task<Result<RunEstimate>> estimate(
        TeamId team, ExecutionPlan plan, QString prompt, std::stop_token = {}) override
    {
        estimateQueries.append({ team, plan, prompt });
        return answered<RunEstimate>(estimateAnswer);
    }
    QCoro::Task<Result<Forecast>> forecast(LedgerFilter, std::stop_token = {}) override
    {
        return answered<Forecast>(forecastAnswer);
    }

private:
    template<typename T>
    QCoro::Task<Result<T>> answered(T answer)
    {
        if (failure)
            co_return *failure;
        co_return Result<T>(std::move(answer));
    }
    QCoro::Task<Result<void>> answered()
    {
        if (failure)
            co_return *failure;
        co_return Result<void>();
    }
};

} // namespace renum::ui
