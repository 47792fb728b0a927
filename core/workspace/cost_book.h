// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/costs/billing.h"
#include "core/costs/budget_left.h"
#include "core/costs/forecast.h"
#include "core/costs/metrics.h"
#include "core/costs/price_diff.h"
#include "core/costs/run_estimate.h"
#include "core/model/budget.h"
#include "core/model/ledger.h"
#include "core/model/team.h"

#include <QCoroTask>
#include <QObject>

#include <optional>
#include <stop_token>

namespace renum {

/// Every price, those that came with the program and one's own, which win.
struct PriceBook {
    QString version; ///< of both together; stands with amounts computed from now on
    PriceEntries builtIn;
    PriceEntries own;
};

/// What a file of prices would change, or has changed.
struct PriceImport {
    PriceDiff diff; ///< against what is in force
    QStringList skipped; ///< models of the file without a usable price
};
enum class PriceFormat { Renum, LiteLlm };

/// The bookings of a period with other prices. Nothing that is recorded changes.
struct Repricing {
    Spending recorded;
    Spending repriced;
    /// Bookings that keep their recorded amount: the service told it.
    qint64 kept = 0;
};
struct RepricingQuery {
    LedgerFilter filter = {};
    QString otherModel = {}; ///< as if it had been this one; empty: the one it was
    QString otherProvider = {}; ///< of that one; empty: whoever offers it
};

/// What was spent, what it was computed with, and limits (contract §7). As for Workspace:
/// asynchronous, values only, on the workspace's thread; every call ends early with
/// `user_cancelled` when `stop` is requested.
class CostBook : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    // --- what was spent ------------------------------------------------------------------------
    [[nodiscard]] virtual QCoro::Task<Result<SpendingReport>> spending(
        SpendingQuery query, std::stop_token stop = {})
        = 0;
    /// Newest first. Errors: validation_error for a page that is none.
    [[nodiscard]] virtual QCoro::Task<Result<Page<LedgerRow>>> ledger(
        LedgerQuery query, std::stop_token stop = {})
        = 0;
    /// Models whose bookings have no price, those with the most bookings first.
    [[nodiscard]] virtual QCoro::Task<Result<SpendingRows>> unpricedModels(
        DayRange days, std::stop_token stop = {})
        = 0;
    /// Contract §7.5. Errors: validation_error without both days.
    [[nodiscard]] virtual QCoro::Task<Result<Billing>> billing(
        DayRange days, std::stop_token stop = {})
        = 0;

    // --- prices --------------------------------------------------------------------------------
    [[nodiscard]] virtual QCoro::Task<Result<PriceBook>> prices(std::stop_token stop = {}) = 0;
    /// Adds a price of one's own, or replaces the one with its key. Bookings from now on have it.
    /// Errors: price_invalid.
    [[nodiscard]] virtual QCoro::Task<Result<PriceBook>> setPrice(
        PriceEntry price, std::stop_token stop = {})
        = 0;
    /// Errors: not_found.
    [[nodiscard]] virtual QCoro::Task<Result<PriceBook>> removePrice(
        QString key, std::stop_token stop = {})
        = 0;
    /// A table that was exported here, or LiteLLM's price map; nothing is stored. Errors:
    /// price_file_invalid, price_invalid, JSON codes.
    [[nodiscard]] virtual QCoro::Task<Result<PriceImport>> previewImport(
        QByteArray file, QString source, std::stop_token stop = {})
        = 0;
    /// Makes what is new or different in it prices of one's own. Errors: as previewImport.
    [[nodiscard]] virtual QCoro::Task<Result<PriceImport>> importPrices(
        QByteArray file, QString source, std::stop_token stop = {})
        = 0;
    [[nodiscard]] virtual QCoro::Task<Result<QByteArray>> exportPrices(
        PriceFormat format, std::stop_token stop = {})
        = 0;
    [[nodiscard]] virtual QCoro::Task<Result<Repricing>> reprice(
        RepricingQuery query, std::stop_token stop = {})
        = 0;

    // --- budgets -------------------------------------------------------------------------------
    /// How each one stands now.
    [[nodiscard]] virtual QCoro::Task<Result<QList<BudgetStatus>>> budgets(
        std::stop_token stop = {})
        = 0;
    /// What a new run of these teams and agents may still spend (leftOf()), the nearest to its
    /// limit first. Of budgets of runs nothing is spent yet.
    [[nodiscard]] virtual QCoro::Task<Result<QList<BudgetStatus>>> budgetsFor(
        BudgetQuery query, std::stop_token stop = {})
        = 0;
    /// An empty id becomes a new one. Errors: validation_error.
    [[nodiscard]] virtual QCoro::Task<Result<Budget>> saveBudget(
        Budget budget, std::stop_token stop = {})
        = 0;
    /// Errors: not_found.
    [[nodiscard]] virtual QCoro::Task<Result<void>> removeBudget(
        BudgetId id, std::stop_token stop = {})
        = 0;

    // --- metrics and outlook -------------------------------------------------------------------
    /// Contract §1.6.1; `period` as `7d`, `24h`, `2w`, `3m` or `all`. Errors: validation_error.
    [[nodiscard]] virtual QCoro::Task<Result<TeamMetrics>> teamMetrics(
        TeamId team, QString period, std::stop_token stop = {})
        = 0;
    /// Contract §1.6.2. Errors: not_found.
    [[nodiscard]] virtual QCoro::Task<Result<ExecutionPerformance>> performance(
        ExecutionId id, std::stop_token stop = {})
        = 0;
    /// Contract §1.6.3. Errors: validation_error.
    [[nodiscard]] virtual QCoro::Task<Result<Analytics>> analytics(
        QString period, std::stop_token stop = {})
        = 0;
    /// Before a run. `team` is where the history is looked for; empty for a draft.
    [[nodiscard]] virtual QCoro::Task<Result<RunEstimate>> estimate(
        TeamId team, ExecutionPlan plan, QString prompt, std::stop_token stop = {})
        = 0;
    [[nodiscard]] virtual QCoro::Task<Result<Forecast>> forecast(
        LedgerFilter filter, std::stop_token stop = {})
        = 0;

signals:
    /// Something was booked; as often as that happens while agents work.
    void spendingChanged();
    /// A price of one's own was added, changed or removed.
    void pricesChanged();
    /// A budget was added, changed or removed.
    void budgetsChanged();
};

} // namespace renum
