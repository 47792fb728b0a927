// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/costs/run_estimate.h"
#include "core/model/budget.h"

#include <QString>

#include <vector>

namespace renum::ui {

/// What a budget leaves for a run, in a sentence or two.
struct BudgetNote {
    QString text;
    bool isTight = false; ///< the run may pass it
};
/// One for each budget, in their order. Without an estimate only what is left is said.
[[nodiscard]] std::vector<BudgetNote> budgetNotes(
    const QList<BudgetStatus> &budgets, const RunEstimate *estimate, int runs = 1);

} // namespace renum::ui
