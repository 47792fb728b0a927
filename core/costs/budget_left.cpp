// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/costs/budget_left.h"

#include <algorithm>

namespace renum {

namespace {

std::optional<qint64> left(const std::optional<qint64> &limit, qint64 used)
{
    return limit ? std::optional(std::max<qint64>(*limit - used, 0)) : std::nullopt;
}

qint64 excess(const std::optional<qint64> &limit, qint64 spent)
{
    return limit ? std::max<qint64>(spent - *limit, 0) : 0;
}

bool isAsked(const Budget &budget, const BudgetQuery &query)
{
    if (!budget.active)
        return false;
    switch (budget.scope) {
    case Budget::Scope::All:
        return true;
    case Budget::Scope::Team:
        return query.teams.contains(TeamId(budget.subject));
    case Budget::Scope::Agent:
        return query.agents.contains(AgentId(budget.subject));
    }
    Q_UNREACHABLE();
}

} // namespace

BudgetLeft leftOf(const BudgetStatus &status)
{
    const Budget &budget = status.budget;
    BudgetAmount used = status.spent;
    used.add(status.reserved);
    return { left(budget.nanoUsd, used.nanoUsd), left(budget.tokens, used.tokens),
        left(budget.calls, used.calls), left(budget.seconds, used.seconds) };
}

BudgetAmount overshootOf(const BudgetStatus &status)
{
    const Budget &budget = status.budget;
    return { excess(budget.nanoUsd, status.spent.nanoUsd),
        excess(budget.tokens, status.spent.tokens), excess(budget.calls, status.spent.calls),
        excess(budget.seconds, status.spent.seconds) };
}

QList<BudgetStatus> budgetsFor(const BudgetQuery &query, const QList<BudgetStatus> &budgets)
{
    QList<BudgetStatus> concerned;
    for (const BudgetStatus &status : budgets) {
        if (isAsked(status.budget, query))
            concerned.append(status);
    }
    std::ranges::stable_sort(concerned, std::ranges::greater(), &BudgetStatus::percent);
    return concerned;
}

} // namespace renum
