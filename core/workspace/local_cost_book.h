// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/cost_book.h"
#include "core/workspace/local_caller.h"

namespace renum {

/// CostBook of the embedded engine.
class LocalCostBook : public CostBook {
    Q_OBJECT

public:
    explicit LocalCostBook(LocalCaller caller, QObject *parent = nullptr);

    [[nodiscard]] QCoro::Task<Result<SpendingReport>> spending(
        SpendingQuery query, std::stop_token stop = {}) override;
    [[nodiscard]] QCoro::Task<Result<Page<LedgerRow>>> ledger(
        LedgerQuery query, std::stop_token stop = {}) override;
    [[nodiscard]] QCoro::Task<Result<SpendingRows>> unpricedModels(
        DayRange days, std::stop_token stop = {}) override;
    [[nodiscard]] QCoro::Task<Result<Billing>> billing(
        DayRange days, std::stop_token stop = {}) override;
    [[nodiscard]] QCoro::Task<Result<PriceBook>> prices(std::stop_token stop = {}) override;
    [[nodiscard]] QCoro::Task<Result<PriceBook>> setPrice(
        PriceEntry price, std::stop_token stop = {}) override;
    [[nodiscard]] QCoro::Task<Result<PriceBook>> removePrice(
        QString key, std::stop_token stop = {}) override;
    [[nodiscard]] QCoro::Task<Result<PriceImport>> previewImport(
        QByteArray file, QString source, std::stop_token stop = {}) override;
    [[nodiscard]] QCoro::Task<Result<PriceImport>> importPrices(
        QByteArray file, QString source, std::stop_token stop = {}) override;
    [[nodiscard]] QCoro::Task<Result<QByteArray>> exportPrices(
        PriceFormat format, std::stop_token stop = {}) override;
    [[nodiscard]] QCoro::Task<Result<Repricing>> reprice(
        RepricingQuery query, std::stop_token stop = {}) override;
    [[nodiscard]] QCoro::Task<Result<QList<BudgetStatus>>> budgets(
        std::stop_token stop = {}) override;
    [[nodiscard]] QCoro::Task<Result<QList<BudgetStatus>>> budgetsFor(
        BudgetQuery query, std::stop_token stop = {}) override;
    [[nodiscard]] QCoro::Task<Result<Budget>> saveBudget(
        Budget budget, std::stop_token stop = {}) override;
    [[nodiscard]] QCoro::Task<Result<void>> removeBudget(
        BudgetId id, std::stop_token stop = {}) override;
    [[nodiscard]] QCoro::Task<Result<TeamMetrics>> teamMetrics(
        TeamId team, QString period, std::stop_token stop = {}) override;
    [[nodiscard]] QCoro::Task<Result<ExecutionPerformance>> performance(
        ExecutionId id, std::stop_token stop = {}) override;
    [[nodiscard]] QCoro::Task<Result<Analytics>> analytics(
        QString period, std::stop_token stop = {}) override;
    [[nodiscard]] QCoro::Task<Result<RunEstimate>> estimate(
        TeamId team, ExecutionPlan plan, QString prompt, std::stop_token stop = {}) override;
    [[nodiscard]] QCoro::Task<Result<Forecast>> forecast(
        LedgerFilter filter, std::stop_token stop = {}) override;

private:
    LocalCaller m_caller;
};

} // namespace renum
