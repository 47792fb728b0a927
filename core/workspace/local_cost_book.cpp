// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/local_cost_book.h"

#include <utility>

namespace renum {

LocalCostBook::LocalCostBook(LocalCaller caller, QObject *parent)
    : CostBook(parent)
    , m_caller(std::move(caller))
{
}

QCoro::Task<Result<SpendingReport>> LocalCostBook::spending(
    SpendingQuery query, std::stop_token stop)
{
    return m_caller.call<SpendingReport>(
        [query](EngineHost &host, const std::stop_token &) { return host.costs().spending(query); },
        stop);
}

QCoro::Task<Result<Page<LedgerRow>>> LocalCostBook::ledger(LedgerQuery query, std::stop_token stop)
{
    return m_caller.call<Page<LedgerRow>>(
        [query](EngineHost &host, const std::stop_token &) { return host.costs().ledger(query); },
        stop);
}

QCoro::Task<Result<SpendingRows>> LocalCostBook::unpricedModels(DayRange days, std::stop_token stop)
{
    return m_caller.call<SpendingRows>(
        [days](EngineHost &host, const std::stop_token &) {
            return host.costs().unpricedModels(days);
        },
        stop);
}

QCoro::Task<Result<Billing>> LocalCostBook::billing(DayRange days, std::stop_token stop)
{
    return m_caller.call<Billing>(
        [days](EngineHost &host, const std::stop_token &ending) {
            return host.costs().billing(days, ending);
        },
        stop);
}

QCoro::Task<Result<PriceBook>> LocalCostBook::prices(std::stop_token stop)
{
    return m_caller.call<PriceBook>(
        [](EngineHost &host, const std::stop_token &) { return host.costs().prices(); }, stop);
}

QCoro::Task<Result<PriceBook>> LocalCostBook::setPrice(PriceEntry price, std::stop_token stop)
{
    return m_caller.call<PriceBook>(
        [price](EngineHost &host, const std::stop_token &) { return host.costs().setPrice(price); },
        stop);
}

QCoro::Task<Result<PriceBook>> LocalCostBook::removePrice(QString key, std::stop_token stop)
{
    return m_caller.call<PriceBook>(
        [key](EngineHost &host, const std::stop_token &) { return host.costs().removePrice(key); },
        stop);
}

QCoro::Task<Result<PriceImport>> LocalCostBook::previewImport(
    QByteArray file, QString source, std::stop_token stop)
{
    return m_caller.call<PriceImport>(
        [file, source](EngineHost &host, const std::stop_token &) {
            return host.costs().previewImport(file, source);
        },
        stop);
}

QCoro::Task<Result<PriceImport>> LocalCostBook::importPrices(
    QByteArray file, QString source, std::stop_token stop)
{
    return m_caller.call<PriceImport>(
        [file, source](EngineHost &host, const std::stop_token &) {
            return host.costs().importPrices(file, source);
        },
        stop);
}

QCoro::Task<Result<QByteArray>> LocalCostBook::exportPrices(
    PriceFormat format, std::stop_token stop)
{
    return m_caller.call<QByteArray>(
        [format](EngineHost &host, const std::stop_token &) {
            return host.costs().exportPrices(format);
        },
        stop);
}

QCoro::Task<Result<Repricing>> LocalCostBook::reprice(RepricingQuery query, std::stop_token stop)
{
    return m_caller.call<Repricing>(
        [query](EngineHost &host, const std::stop_token &ending) {
            return host.costs().reprice(query, ending);
        },
        stop);
}

QCoro::Task<Result<QList<BudgetStatus>>> LocalCostBook::budgets(std::stop_token stop)
{
    return m_caller.call<QList<BudgetStatus>>(
        [](EngineHost &host, const std::stop_token &) { return host.costs().budgets(); }, stop);
}

QCoro::Task<Result<QList<BudgetStatus>>> LocalCostBook::budgetsFor(
    BudgetQuery query, std::stop_token stop)
{
    return m_caller.call<QList<BudgetStatus>>(
        [query](
            EngineHost &host, const std::stop_token &) { return host.costs().budgetsFor(query); },
        stop);
}

QCoro::Task<Result<Budget>> LocalCostBook::saveBudget(Budget budget, std::stop_token stop)
{
    return m_caller.call<Budget>(
        [budget](
            EngineHost &host, const std::stop_token &) { return host.costs().saveBudget(budget); },
        stop);
}

QCoro::Task<Result<void>> LocalCostBook::removeBudget(BudgetId id, std::stop_token stop)
{
    return m_caller.call<void>(
        [id](EngineHost &host, const std::stop_token &) { return host.costs().removeBudget(id); },
        stop);
}

QCoro::Task<Result<TeamMetrics>> LocalCostBook::teamMetrics(
    TeamId team, QString period, std::stop_token stop)
{
    return m_caller.call<TeamMetrics>(
        [team, period](EngineHost &host, const std::stop_token &) {
            return host.costs().teamMetrics(team, period);
        },
        stop);
}

QCoro::Task<Result<ExecutionPerformance>> LocalCostBook::performance(
    ExecutionId id, std::stop_token stop)
{
    return m_caller.call<ExecutionPerformance>(
        [id](EngineHost &host, const std::stop_token &) { return host.costs().performance(id); },
        stop);
}

QCoro::Task<Result<Analytics>> LocalCostBook::analytics(QString period, std::stop_token stop)
{
    return m_caller.call<Analytics>(
        [period](
            EngineHost &host, const std::stop_token &) { return host.costs().analytics(period); },
        stop);
}

QCoro::Task<Result<RunEstimate>> LocalCostBook::estimate(
    TeamId team, ExecutionPlan plan, QString prompt, std::stop_token stop)
{
    return m_caller.call<RunEstimate>(
        [team, plan, prompt](EngineHost &host, const std::stop_token &) {
            return host.costs().estimate(team, plan, prompt);
        },
        stop);
}

QCoro::Task<Result<Forecast>> LocalCostBook::forecast(LedgerFilter filter, std::stop_token stop)
{
    return m_caller.call<Forecast>(
        [filter](
            EngineHost &host, const std::stop_token &) { return host.costs().forecast(filter); },
        stop);
}

} // namespace renum
