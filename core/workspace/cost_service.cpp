// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/cost_service.h"

#include "core/costs/built_in_prices.h"
#include "core/costs/costing.h"
#include "core/model/error_codes.h"

#include <QPointer>

#include <algorithm>
#include <utility>

/// What was spent, and what will be.
namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr int RowsAtATime = 1000;
constexpr int RunsOfHistory = 20;
constexpr int ForecastDays = 28;

Error periodError()
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::ValidationError),
        u"A period is a number with h, d, w or m, for example 7d, or all."_s };
}

Error rangeError()
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::ValidationError),
        u"Say from which day to which."_s };
}

PriceTable builtInOrNone()
{
    Result<PriceTable> table = builtInPrices();
    return table ? *std::move(table) : PriceTable();
}

} // namespace

CostService::CostService(Store *store, Clock *clock, IdSource *ids,
    std::shared_ptr<TablePricing> pricing, BudgetKeeper *keeper, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_costs(store)
    , m_clock(clock)
    , m_ids(ids)
    , m_pricing(std::move(pricing))
    , m_keeper(keeper)
    , m_builtIn(builtInOrNone())
{
    m_pricing->setTable(m_builtIn);
}

QCoro::Task<Result<SpendingReport>> CostService::spending(SpendingQuery query)
{
    const QPointer<CostService> self(this);
    const Result<SpendingRows> rows = co_await m_costs.spending(query);
    if (!self)
        co_return cancelledError();
    if (!rows)
        co_return rows.error();
    SpendingReport report { {}, {}, *rows };
    for (const SpendingRow &row : *rows)
        report.total.add(row.spending);
    const std::optional<DayRange> before = query.filter.days.before();
    if (!before)
        co_return Result<SpendingReport>(report);
    SpendingQuery earlier { query.filter, {} };
    earlier.filter.days = *before;
    const Result<SpendingRows> sums = co_await m_costs.spending(earlier);
    if (!sums)
        co_return sums.error();
    report.before = sums->isEmpty() ? Spending() : sums->constFirst().spending;
    co_return Result<SpendingReport>(report);
}

QCoro::Task<Result<Page<LedgerRow>>> CostService::ledger(LedgerQuery query)
{
    return m_costs.ledger(std::move(query));
}

QCoro::Task<Result<SpendingRows>> CostService::unpricedModels(DayRange days)
{
    SpendingQuery query;
    query.filter.days = days;
    query.groups.model = true;
    Result<SpendingRows> rows = co_await m_costs.spending(query);
    if (!rows)
        co_return rows.error();
    rows->removeIf([](const SpendingRow &row) { return row.spending.cost.unpricedCalls == 0; });
    std::ranges::stable_sort(*rows, std::ranges::greater(),
        [](const SpendingRow &row) { return row.spending.cost.unpricedCalls; });
    co_return Result<SpendingRows>(*std::move(rows));
}

QCoro::Task<Result<void>> CostService::eachRow(
    LedgerFilter filter, TakeRow take, std::stop_token stop)
{
    LedgerQuery query { filter };
    query.page.limit = RowsAtATime;
    const QPointer<CostService> self(this);
    for (;;) {
        const Result<Page<LedgerRow>> page = co_await ledger(query);
        if (!self || stop.stop_requested())
            co_return cancelledError();
        if (!page)
            co_return page.error();
        std::ranges::for_each(page->items, take);
        if (page->next.isEmpty())
            co_return Result<void>();
        query.page.after = page->next;
    }
}

QCoro::Task<Result<Billing>> CostService::billing(DayRange days, std::stop_token stop)
{
    if (!days.first || !days.last)
        co_return rangeError();
    const auto builder = std::make_shared<BillingBuilder>();
    const TakeRow take = [builder](const LedgerRow &row) { builder->add(row); };
    LedgerFilter filter;
    filter.days = days;
    const Result<void> read = co_await eachRow(filter, take, stop);
    if (!read)
        co_return read.error();
    co_return builder->billing(days, QString());
}

QCoro::Task<Result<Repricing>> CostService::reprice(RepricingQuery query, std::stop_token stop)
{
    const auto sums = std::make_shared<Repricing>();
    const PriceTable table = m_pricing->table();
    const TakeRow take = [sums, table, query](const LedgerRow &row) {
        sums->recorded.add(spendingOf(row));
        LedgerRow other = row;
        const bool told = basisOf(row.usage.cost) == CostBasis::Reported;
        if (told && query.otherModel.isEmpty()) {
            ++sums->kept;
        } else {
            other.usage.cost = {};
            if (!query.otherModel.isEmpty()) {
                other.usage.modelName = query.otherModel;
                other.usage.modelProvider = query.otherProvider;
            }
            PricedUsage booking = priced(std::move(other.usage), table, dayOf(row.time));
            other.usage = std::move(booking.usage);
            other.flags = std::move(booking.flags);
        }
        sums->repriced.add(spendingOf(other));
    };
    const Result<void> read = co_await eachRow(query.filter, take, stop);
    if (!read)
        co_return read.error();
    co_return Result<Repricing>(*sums);
}

QCoro::Task<Result<TeamMetrics>> CostService::teamMetrics(TeamId team, QString period)
{
    const std::optional<TimeRange> range = periodBefore(period, m_clock->now());
    if (!range)
        co_return periodError();
    const Result<MetricsFacts> facts = co_await m_costs.facts(team, *range);
    if (!facts)
        co_return facts.error();
    co_return renum::teamMetrics(team, *range, bucketFor(*range), *facts);
}

QCoro::Task<Result<Analytics>> CostService::analytics(QString period)
{
    const QPointer<CostService> self(this);
    const std::optional<TimeRange> range = periodBefore(period, m_clock->now());
    if (!range)
        co_return periodError();
    const Result<int> teams = co_await m_store->teamCount();
    if (!self)
        co_return cancelledError();
    if (!teams)
        co_return teams.error();
    const TeamId all;
    const Result<MetricsFacts> facts = co_await m_costs.facts(all, *range);
    if (!facts)
        co_return facts.error();
    co_return renum::analytics(*teams, *range, bucketFor(*range), *facts);
}

QCoro::Task<Result<ExecutionPerformance>> CostService::performance(ExecutionId id)
{
    const QPointer<CostService> self(this);
    const Result<Execution> execution = co_await m_store->execution(id);
    if (!self)
        co_return cancelledError();
    if (!execution)
        co_return execution.error();
    const Result<int> messages = co_await m_costs.messageCount(id);
    if (!messages)
        co_return messages.error();
    co_return performanceOf(*execution, *messages);
}

QCoro::Task<Result<RunEstimate>> CostService::estimate(
    TeamId team, ExecutionPlan plan, QString prompt)
{
    const QPointer<CostService> self(this);
    const Result<RunSpendings> history = co_await m_costs.latestRuns(team, RunsOfHistory);
    if (!self)
        co_return cancelledError();
    if (!history)
        co_return history.error();
    RunEstimate estimate = estimateRun(plan, prompt.size(), *history, m_pricing->table(), today());
    const Result<std::vector<MeasuredStep>> steps
        = co_await m_costs.latestSteps(team, RunsOfHistory);
    // Without them the amounts are as good, and the time is not known.
    addTimes(estimate, plan, steps ? *steps : std::vector<MeasuredStep>());
    co_return Result<RunEstimate>(std::move(estimate));
}

QCoro::Task<Result<Forecast>> CostService::forecast(LedgerFilter filter)
{
    const QDate day = today();
    const QDate month(day.year(), day.month(), 1);
    SpendingQuery query { filter, {} };
    query.filter.days = { std::min(month, day.addDays(-ForecastDays)), day };
    query.groups.day = true;
    query.groups.agent = true;
    const Result<SpendingRows> rows = co_await m_costs.spending(query);
    if (!rows)
        co_return rows.error();
    co_return forecastOf(*rows, day);
}

} // namespace renum
