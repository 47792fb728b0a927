// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/cost_store.h"

#include "core/store/cost_settings_repository.h"
#include "core/store/ledger_reader.h"
#include "core/store/metrics_reader.h"
#include "core/store/read_session.h"
#include "core/store/store.h"
#include "core/store/store_access.h"
#include "core/store/write_session.h"

#include <functional>
#include <utility>

namespace renum {

namespace {

template<typename T>
using Question = std::function<Result<T>(Connection *)>;
using Change = std::function<Result<void>(CostSettingsRepository &)>;

template<typename T>
QCoro::Task<Result<T>> ask(const Store *store, Question<T> question)
{
    std::function<Result<T>(ReadSession &)> work
        = [question = std::move(question)](
              ReadSession &session) { return question(session.connection.get()); };
    const OneShot<Result<T>> answer = store->access().read(std::move(work));
    co_return co_await answer;
}

QCoro::Task<Result<void>> change(const Store *store, Change change)
{
    Writer::Work work = [change = std::move(change)](WriteSession &session) {
        CostSettingsRepository repository(session.connection());
        return change(repository);
    };
    const OneShot<Result<void>> answer = store->access().write(std::move(work), Durability::Full);
    co_return co_await answer;
}

} // namespace

QCoro::Task<Result<SpendingRows>> CostStore::spending(SpendingQuery query) const
{
    return ask<SpendingRows>(m_store, [query = std::move(query)](Connection *connection) {
        return LedgerReader(connection).spending(query);
    });
}

QCoro::Task<Result<Page<LedgerRow>>> CostStore::ledger(LedgerQuery query) const
{
    return ask<Page<LedgerRow>>(m_store, [query = std::move(query)](Connection *connection) {
        return LedgerReader(connection).rows(query);
    });
}

QCoro::Task<Result<qint64>> CostStore::workSeconds(LedgerFilter filter) const
{
    return ask<qint64>(m_store, [filter = std::move(filter)](Connection *connection) {
        return LedgerReader(connection).workSeconds(filter);
    });
}

QCoro::Task<Result<RunSpendings>> CostStore::latestRuns(TeamId team, int executions) const
{
    return ask<RunSpendings>(m_store, [team = std::move(team), executions](Connection *connection) {
        return MetricsReader(connection).latestRuns(team, executions);
    });
}

QCoro::Task<Result<std::vector<MeasuredStep>>> CostStore::latestSteps(
    TeamId team, int executions) const
{
    using Steps = std::vector<MeasuredStep>;
    return ask<Steps>(m_store, [team = std::move(team), executions](Connection *connection) {
        return MetricsReader(connection).latestSteps(team, executions);
    });
}

QCoro::Task<Result<MetricsFacts>> CostStore::facts(TeamId team, TimeRange range) const
{
    return ask<MetricsFacts>(m_store, [team = std::move(team), range](Connection *connection) {
        return MetricsReader(connection).facts(team, range);
    });
}

QCoro::Task<Result<int>> CostStore::messageCount(ExecutionId id) const
{
    return ask<int>(m_store, [id = std::move(id)](Connection *connection) {
        return MetricsReader(connection).messageCount(id);
    });
}

QCoro::Task<Result<QList<Json>>> CostStore::prices() const
{
    return ask<QList<Json>>(m_store,
        [](Connection *connection) { return CostSettingsRepository(connection).prices(); });
}

QCoro::Task<Result<void>> CostStore::putPrices(
    QList<std::pair<QString, Json>> prices, Timestamp now) const
{
    return change(m_store, [prices = std::move(prices), now](CostSettingsRepository &repository) {
        Result<void> stored;
        for (const auto &[key, price] : prices) {
            if (stored)
                stored = repository.putPrice(key, price, now);
        }
        return stored;
    });
}

QCoro::Task<Result<void>> CostStore::removePrice(QString key) const
{
    return change(m_store, [key = std::move(key)](CostSettingsRepository &repository) {
        return repository.removePrice(key);
    });
}

QCoro::Task<Result<Budgets>> CostStore::budgets() const
{
    return ask<Budgets>(m_store,
        [](Connection *connection) { return CostSettingsRepository(connection).budgets(); });
}

QCoro::Task<Result<void>> CostStore::putBudget(Budget budget, Timestamp now) const
{
    return change(m_store, [budget = std::move(budget), now](CostSettingsRepository &repository) {
        return repository.putBudget(budget, now);
    });
}

QCoro::Task<Result<void>> CostStore::removeBudget(BudgetId id) const
{
    return change(m_store, [id = std::move(id)](CostSettingsRepository &repository) {
        return repository.removeBudget(id);
    });
}

} // namespace renum
