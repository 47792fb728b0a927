// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/budget.h"
#include "ui/costs/cost_names.h"

namespace renum::ui {

/// Whose limit it is and for how long: "Team Market analysis, a day"; its own name when it has one.
[[nodiscard]] QString budgetTitle(const Budget &budget, const CostNames &names);
/// The limit that is nearest: "$182.40 of $250.00", "12 of 20 calls".
[[nodiscard]] QString budgetAmountText(const BudgetStatus &status);
/// What happens at the limit, what is under way, and what cannot be counted.
[[nodiscard]] QString budgetNote(const BudgetStatus &status);
/// Reserved and spent in the limit that is nearest, 0 and more; 1 is the limit.
struct BudgetShares {
    double spent = 0;
    double reserved = 0;
};
[[nodiscard]] BudgetShares budgetShares(const BudgetStatus &status);

[[nodiscard]] QString actionWord(SpendingCap::Action action);
[[nodiscard]] QString scopeWord(Budget::Scope scope);
[[nodiscard]] QString periodWord(Budget::Period period);

} // namespace renum::ui
