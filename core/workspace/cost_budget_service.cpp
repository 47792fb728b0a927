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

QCoro::Task<Result<QList<BudgetStatus>>> CostService::budgets()
{
    const QPointer<CostService> self(this);
    const Result<void> read = co_await m_keeper->reload();
    if (!self)
        co_return cancelledError();
    if (!read)
        co_return read.error();
    co_return m_keeper->status();
}

QCoro::Task<Result<QList<BudgetStatus>>> CostService::budgetsFor(BudgetQuery query)
{
    Result<QList<BudgetStatus>> all = co_await budgets();
    if (!all)
        co_return all.error();
    for (BudgetStatus &status : *all) {
        if (status.budget.period == Budget::Period::Run)
            status = budgetStatus(status.budget, {});
    }
    co_return renum::budgetsFor(query, *all);
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
    const Result<void> holds = co_await m_keeper->reload();
    if (!self)
        co_return cancelledError();
    if (!holds)
        co_return holds.error();
    emit budgetsChanged();
    co_return Result<Budget>(budget);
}

QCoro::Task<Result<void>> CostService::removeBudget(BudgetId id)
{
    const QPointer<CostService> self(this);
    const Result<void> removed = co_await m_costs.removeBudget(id);
    if (!self || !removed)
        co_return removed;
    const Result<void> gone = co_await m_keeper->reload();
    if (self)
        emit budgetsChanged();
    co_return gone;
}

} // namespace renum
