// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "core/model/json.h"
#include "core/model/problem.h"
#include "core/model/spending_cap.h"

#include <QList>

#include <optional>

namespace renum {

using BudgetId = Id<struct BudgetTag>;

/// A limit that a person sets on what may be spent.
struct Budget {
    enum class Scope { All, Team, Agent };
    enum class Period { Run, Day, Month }; ///< days and months are UTC

    BudgetId id;
    QString name;
    Scope scope = Scope::All;
    QString subject; ///< id of the team or agent; empty for All
    Period period = Period::Month;
    std::optional<qint64> nanoUsd; ///< a billionth of a US dollar
    std::optional<qint64> tokens; ///< in and out together; holds for unpriced calls too
    std::optional<qint64> calls;
    std::optional<qint64> seconds; ///< that agents work
    SpendingCap::Action action = SpendingCap::Action::Pause;
    QList<int> warnAt = { 80 }; ///< percent, ascending
    bool active = true;

    [[nodiscard]] bool hasLimit() const noexcept { return nanoUsd || tokens || calls || seconds; }
    friend bool operator==(const Budget &, const Budget &) = default;
};
using Budgets = QList<Budget>;

[[nodiscard]] QString toString(Budget::Scope scope);
[[nodiscard]] QString toString(Budget::Period period);
[[nodiscard]] std::optional<Budget::Scope> budgetScopeFromString(const QString &name);
[[nodiscard]] std::optional<Budget::Period> budgetPeriodFromString(const QString &name);

[[nodiscard]] Json toJson(const Budget &budget);
/// What is malformed goes to `problems`.
[[nodiscard]] Budget budgetFromJson(const Json &json, Problems &problems);
/// No limit at all, limits below 1, a subject that is missing, warnings out of 1 to 100.
[[nodiscard]] Problems problemsOf(const Budget &budget);

/// Amounts that count towards a budget.
struct BudgetAmount {
    qint64 nanoUsd = 0;
    qint64 tokens = 0;
    qint64 calls = 0;
    qint64 seconds = 0;

    void add(const BudgetAmount &other);
    friend bool operator==(const BudgetAmount &, const BudgetAmount &) = default;
};

/// How a budget stands.
struct BudgetStatus {
    enum class Level { Fine, Warning, Reached };
    Budget budget;
    BudgetAmount spent;
    BudgetAmount reserved; ///< for calls that are under way
    qint64 unpricedCalls = 0; ///< of the spent; they are in no amount of money
    int percent = 0; ///< of the limit that is nearest; may be above 100
    Level level = Level::Fine;
};
[[nodiscard]] QString toString(BudgetStatus::Level level);
/// Percent and level that follow from what was spent and reserved.
[[nodiscard]] BudgetStatus budgetStatus(
    const Budget &budget, const BudgetAmount &spent, const BudgetAmount &reserved = {});
[[nodiscard]] Json toJson(const BudgetStatus &status);

} // namespace renum
