// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/costs/run_estimate.h"

#include <QString>

/// What a run will probably cost and take, in words. Unknown is said, and is never zero.
namespace renum::ui::format {

/// `$0.0200 to $0.0500`; one amount where both ends are the same.
[[nodiscard]] QString moneyRange(const AmountRange &nanoUsd);
/// `12.0 s to 1 min 05 s`.
[[nodiscard]] QString timeRange(const AmountRange &milliseconds);

/// What one run will cost, what is not in the amount, and why one thinks so.
[[nodiscard]] QString costEstimate(const RunEstimate &estimate);
/// The same for that many runs.
[[nodiscard]] QString costEstimate(const RunEstimate &estimate, int runs);
/// How long it will take, and why one thinks so; empty when no step has run yet.
[[nodiscard]] QString timeEstimate(const RunEstimate &estimate);
/// `≈ $0.0312`, for where there is little room; empty when nothing is known.
[[nodiscard]] QString costFigure(const RunEstimate &estimate);

/// `$0.02 to $0.05 (12 runs)`; "Unknown" where nobody knows.
[[nodiscard]] QString stepCost(const RunEstimate::Step &step);
[[nodiscard]] QString stepTime(const RunEstimate::Step &step);

} // namespace renum::ui::format
