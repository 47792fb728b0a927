// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/cost_book.h"

#include <QStringList>

/// Costs, prices and budgets, in lines for a person. Safe to print.
namespace renum::cli {

/// `$0.0123`; with `≈` when something is estimated or missing; `unpriced` when nothing is known.
[[nodiscard]] QString costText(const Cost &cost);
[[nodiscard]] QString usdText(qint64 nanoUsd);

[[nodiscard]] QStringList spendingLines(const SpendingReport &report);
[[nodiscard]] QString ledgerLine(const LedgerRow &row);
[[nodiscard]] QString unpricedLine(const SpendingRow &row);
[[nodiscard]] QStringList metricsLines(const TeamMetrics &metrics);
[[nodiscard]] QStringList analyticsLines(const Analytics &analytics);
[[nodiscard]] QStringList performanceLines(const ExecutionPerformance &performance);
[[nodiscard]] QStringList forecastLines(const Forecast &forecast);
[[nodiscard]] QStringList estimateLines(const RunEstimate &estimate);
[[nodiscard]] QString priceLine(const PriceEntry &price);
[[nodiscard]] QStringList importLines(const PriceImport &import);
[[nodiscard]] QStringList budgetLines(const BudgetStatus &status);

} // namespace renum::cli
