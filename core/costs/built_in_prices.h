// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/costs/price_table.h"
#include "core/model/result.h"

namespace renum {

/// The public list prices that come with the program, each with where and when it was read.
[[nodiscard]] Result<PriceTable> builtInPrices();
/// The small historical table that the conformance vectors M3 to M5 are computed with.
[[nodiscard]] Result<PriceTable> seedPrices();

} // namespace renum
