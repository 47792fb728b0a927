// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/budget_facts.h"

#include "core/store/cost_settings_repository.h"
#include "core/store/ledger_reader.h"
#include "core/store/metrics_reader.h"
#include "core/store/read_session.h"
#include "core/store/statement.h"
#include "core/store/store.h"
#include "core/store/store_access.h"

#include <chrono>
#include <functional>

namespace renum {

namespace {

Timestamp startOf(QDate day)
{
    return Timestamp(std::chrono::days(QDate(1970, 1, 1).daysTo(day)));
}

LedgerFilter filterOf(const Budget &budget, QDate today)
{
    LedgerFilter filter;
    filter.days
        = { budget.period == Budget::Period::Month ? QDate(today.year(), today.month(), 1) : today,
              today };
    if (budget.scope == Budget::Scope::Team)
        filter.team = TeamId(budget.subject);
    else if (budget.scope == Budget::Scope::Agent)
        filter.agent = AgentId(budget.subject);
    return filter;
}

Result<BudgetFacts::Period> readPeriod(Connection *connection, const Budget &budget, QDate today)
{
    const LedgerReader ledger(connection);
    const LedgerFilter filter = filterOf(budget, today);
    const Result<SpendingRows> rows = ledger.spending({ filter, {} });
    if (!rows)
        return rows.error();
    BudgetFacts::Period period;
    if (!rows->isEmpty())
        period.spending = rows->constFirst().spending;
    if (budget.seconds) {
        const Result<qint64> worked = ledger.workSeconds(filter);
        if (!worked)
            return worked.error();
        period.seconds = *worked;
    }
    return period;
}

Result<QList<std::pair<ExecutionId, RunId>>> readLatest(Connection *connection, Timestamp since)
{
    Statement select(connection,
        "SELECT execution_id, suna_agent_run_id FROM renum_ai_usage_logs WHERE created_at >= ?");
    if (const Result<void> ran = select.run(since); !ran)
        return ran.error();
    QList<std::pair<ExecutionId, RunId>> latest;
    while (select.next())
        latest.append({ select.id<ExecutionId>(0), select.id<RunId>(1) });
    if (const Result<void> finished = select.finish(); !finished)
        return finished.error();
    return latest;
}

Result<BudgetFacts> readEverything(Connection *connection, QDate today, Timestamp latestSince)
{
    BudgetFacts facts;
    const Result<Budgets> budgets = CostSettingsRepository(connection).budgets();
    if (!budgets)
        return budgets.error();
    facts.budgets = *budgets;
    for (const Budget &budget : facts.budgets) {
        if (budget.period == Budget::Period::Run)
            continue;
        const Result<BudgetFacts::Period> period = readPeriod(connection, budget, today);
        if (!period)
            return period.error();
        facts.periods.insert(budget.id, *period);
    }
    const Result<RunSpendings> runs = MetricsReader(connection).openRuns(startOf(today));
    if (!runs)
        return runs.error();
    facts.runs = *runs;
    const auto latest = readLatest(connection, latestSince);
    if (!latest)
        return latest.error();
    facts.latest = *latest;
    return facts;
}

} // namespace

QCoro::Task<Result<BudgetFacts>> readBudgetFacts(
    const Store *store, QDate today, Timestamp latestSince)
{
    std::function<Result<BudgetFacts>(ReadSession &)> question
        = [today, latestSince](ReadSession &session) {
              return readEverything(session.connection.get(), today, latestSince);
          };
    const OneShot<Result<BudgetFacts>> answer = store->access().read(std::move(question));
    co_return co_await answer;
}

} // namespace renum
