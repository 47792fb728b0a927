// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/budget.h"

#include <QList>

namespace renum {

/// Whose budgets are asked for: those of everyone always are.
struct BudgetQuery {
    QList<TeamId> teams; ///< that of a run, and those that work for it
    QList<AgentId> agents;
};

/// What a budget still allows; absent where it sets no limit, never negative.
struct BudgetLeft {
    std::optional<qint64> nanoUsd;
    std::optional<qint64> tokens;
    std::optional<qint64> calls;
    std::optional<qint64> seconds;

    friend bool operator==(const BudgetLeft &, const BudgetLeft &) = default;
};
/// After what was spent and what is reserved.
[[nodiscard]] BudgetLeft leftOf(const BudgetStatus &status);
/// Spent beyond the limits: what calls took over their estimates, or before there was a limit.
[[nodiscard]] BudgetAmount overshootOf(const BudgetStatus &status);

/// The active ones that calls of these teams and agents count towards, the nearest to its limit
/// first.
[[nodiscard]] QList<BudgetStatus> budgetsFor(
    const BudgetQuery &query, const QList<BudgetStatus> &budgets);

} // namespace renum
