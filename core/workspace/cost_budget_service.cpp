// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "core/workspace/cost_service.h"

#include <QPointer>

#include <algorithm>
#include <utility>

/// Budgets, and how they stand.
namespace renum {

using namespace Qt::StringLiterals;

namespace {

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

BudgetAmount amountOf(const Spending &spending, qint64 seconds)
{
    return { spending.cost.nanoUsd, spending.tokensInput + spending.tokensOutput, spending.bookings,
        seconds };
}

bool concerns(const Budget &budget, const SpendingRow &row)
{
    switch (budget.scope) {
    case Budget::Scope::Agent:
        return budget.subject == row.agent.toString();
    case Budget::Scope::Team:
        return budget.subject == row.team.toString();
    case Budget::Scope::All:
        return true;
    }
    Q_UNREACHABLE();
}

/// Of today's executions the one that is nearest to the limit, or furthest beyond it.
BudgetStatus statusOfRuns(const RunSpendings &runs, const Budget &budget)
{
    QHash<ExecutionId, Spending> byRun;
    for (const auto &[execution, row] : runs) {
        if (concerns(budget, row))
            byRun[execution].add(row.spending);
    }
    BudgetStatus worst = budgetStatus(budget, {});
    for (const Spending &spent : std::as_const(byRun)) {
        BudgetStatus one = budgetStatus(budget, amountOf(spent, 0));
        one.unpricedCalls = spent.cost.unpricedCalls;
        if (one.percent >= worst.percent)
            worst = one;
    }
    return worst;
}

Error budgetInvalidError(const Problems &problems)
{
    QStringList sentences;
    for (const Problem &problem : problems)
        sentences.append(problem.message);
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::ValidationError),
        u"The budget cannot be saved: %1"_s.arg(sentences.join(u' ')),
        { { u"problems"_s, sentences } } };
}

} // namespace

QCoro::Task<Result<BudgetStatus>> CostService::statusOfPeriod(Budget budget) const
{
    const CostStore costs = m_costs; // this may be gone while it waits
    const LedgerFilter filter = filterOf(budget, today());
    const SpendingQuery query { filter, {} };
    const Result<SpendingRows> rows = co_await costs.spending(query);
    if (!rows)
        co_return rows.error();
    const Spending spent = rows->isEmpty() ? Spending() : rows->constFirst().spending;
    qint64 seconds = 0;
    if (budget.seconds) {
        const Result<qint64> worked = co_await costs.workSeconds(filter);
        if (!worked)
            co_return worked.error();
        seconds = *worked;
    }
    BudgetStatus status = budgetStatus(budget, amountOf(spent, seconds));
    status.unpricedCalls = spent.cost.unpricedCalls;
    co_return Result<BudgetStatus>(status);
}

QCoro::Task<Result<QList<BudgetStatus>>> CostService::budgets()
{
    const QPointer<CostService> self(this);
    const Result<Budgets> budgets = co_await m_costs.budgets();
    if (!self)
        co_return cancelledError();
    if (!budgets)
        co_return budgets.error();
    const Result<RunSpendings> runs = co_await m_costs.runsSince(startOf(today()));
    if (!runs)
        co_return runs.error();
    QList<BudgetStatus> list;
    for (const Budget &budget : *budgets) {
        if (!self)
            co_return cancelledError();
        if (budget.period == Budget::Period::Run) {
            list.append(statusOfRuns(*runs, budget));
            continue;
        }
        const Result<BudgetStatus> status = co_await statusOfPeriod(budget);
        if (!status)
            co_return status.error();
        list.append(*status);
    }
    co_return Result<QList<BudgetStatus>>(list);
}

QCoro::Task<Result<Budget>> CostService::saveBudget(Budget budget)
{
    const QPointer<CostService> self(this);
    budget.name = budget.name.trimmed();
    std::ranges::sort(budget.warnAt);
    if (budget.scope == Budget::Scope::All)
        budget.subject.clear();
    const Problems problems = problemsOf(budget);
    if (hasErrors(problems))
        co_return budgetInvalidError(problems);
    if (budget.id.isEmpty())
        budget.id = BudgetId(m_ids->next());
    const Result<void> stored = co_await m_costs.putBudget(budget, m_clock->now());
    if (!self)
        co_return cancelledError();
    if (!stored)
        co_return stored.error();
    emit budgetsChanged();
    co_return Result<Budget>(budget);
}

QCoro::Task<Result<void>> CostService::removeBudget(BudgetId id)
{
    const QPointer<CostService> self(this);
    const Result<void> removed = co_await m_costs.removeBudget(id);
    if (self && removed)
        emit budgetsChanged();
    co_return removed;
}

} // namespace renum
