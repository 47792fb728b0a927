// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/costs/budget_keeper.h"
#include "core/costs/pricing.h"
#include "core/net/clock.h"
#include "core/store/cost_store.h"
#include "core/store/store.h"
#include "core/workspace/cost_book.h"

#include <memory>

namespace renum {

/// Costs on the engine thread: what the front end asks, and the prices that the engine books with.
class CostService : public QObject {
    Q_OBJECT

public:
    /// All outlive it and every answer.
    CostService(Store *store, Clock *clock, IdSource *ids, std::shared_ptr<TablePricing> pricing,
        BudgetKeeper *keeper, QObject *parent = nullptr);

    /// Prices of one's own count from now on.
    [[nodiscard]] QCoro::Task<Result<void>> begin();

    // As CostBook says.
    [[nodiscard]] QCoro::Task<Result<SpendingReport>> spending(SpendingQuery query);
    [[nodiscard]] QCoro::Task<Result<Page<LedgerRow>>> ledger(LedgerQuery query);
    [[nodiscard]] QCoro::Task<Result<SpendingRows>> unpricedModels(DayRange days);
    [[nodiscard]] QCoro::Task<Result<Billing>> billing(DayRange days, std::stop_token stop);
    [[nodiscard]] QCoro::Task<Result<PriceBook>> prices();
    [[nodiscard]] QCoro::Task<Result<PriceBook>> setPrice(PriceEntry price);
    [[nodiscard]] QCoro::Task<Result<PriceBook>> removePrice(QString key);
    [[nodiscard]] QCoro::Task<Result<PriceImport>> previewImport(QByteArray file, QString source);
    [[nodiscard]] QCoro::Task<Result<PriceImport>> importPrices(QByteArray file, QString source);
    [[nodiscard]] QCoro::Task<Result<QByteArray>> exportPrices(PriceFormat format);
    [[nodiscard]] QCoro::Task<Result<Repricing>> reprice(
        RepricingQuery query, std::stop_token stop);
    [[nodiscard]] QCoro::Task<Result<QList<BudgetStatus>>> budgets();
    [[nodiscard]] QCoro::Task<Result<QList<BudgetStatus>>> budgetsFor(BudgetQuery query);
    [[nodiscard]] QCoro::Task<Result<Budget>> saveBudget(Budget budget);
    [[nodiscard]] QCoro::Task<Result<void>> removeBudget(BudgetId id);
    [[nodiscard]] QCoro::Task<Result<TeamMetrics>> teamMetrics(TeamId team, QString period);
    [[nodiscard]] QCoro::Task<Result<ExecutionPerformance>> performance(ExecutionId id);
    [[nodiscard]] QCoro::Task<Result<Analytics>> analytics(QString period);
    [[nodiscard]] QCoro::Task<Result<RunEstimate>> estimate(
        TeamId team, ExecutionPlan plan, QString prompt);
    [[nodiscard]] QCoro::Task<Result<Forecast>> forecast(LedgerFilter filter);

signals:
    void pricesChanged();
    void budgetsChanged();

private:
    using TakeRow = std::function<void(const LedgerRow &)>;

    [[nodiscard]] QDate today() const { return dayOf(m_clock->now()); }
    /// Reads what is stored anew.
    [[nodiscard]] QCoro::Task<Result<void>> refreshPrices();
    [[nodiscard]] QCoro::Task<Result<void>> storePrices(PriceEntries prices);
    struct ReadFile {
        PriceEntries entries;
        PriceImport result;
    };
    [[nodiscard]] Result<ReadFile> readFile(const QByteArray &file, const QString &source) const;
    /// Every booking, oldest page last, some at a time so that others are served too.
    [[nodiscard]] QCoro::Task<Result<void>> eachRow(
        LedgerFilter filter, TakeRow take, std::stop_token stop);

    Store *m_store;
    CostStore m_costs;
    Clock *m_clock;
    IdSource *m_ids;
    std::shared_ptr<TablePricing> m_pricing;
    BudgetKeeper *m_keeper;
    PriceTable m_builtIn;
    PriceEntries m_own;
};

} // namespace renum
