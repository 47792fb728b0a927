// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ledger.h"
#include "core/store/statement.h"

namespace renum {

/// The columns that add up rows of renum_ai_usage_logs, and those of renum_usage_days; in the same
/// order.
[[nodiscard]] QString ledgerSums();
[[nodiscard]] QString daySums();
/// Reads them, from this column on.
[[nodiscard]] Spending readSums(const Statement &select, int first);

} // namespace renum
