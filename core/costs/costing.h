// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/costs/price_table.h"
#include "core/model/priced_usage.h"

#include <QDate>

namespace renum {

/// What a booking cost on a day. What the service reported wins; else tokens times prices, rounded
/// once, half to even, to a billionth of a dollar: computed, or estimated when the tokens are.
/// Tokens of a cache and of reasoning are parts of input and output and count once. Without a
/// price, or without the tokens, it is unpriced. Never negative.
[[nodiscard]] PricedUsage priced(Usage usage, const PriceTable &table, QDate day);

/// The amount alone, for counts that are known and usable; none when it leaves 64 bits.
[[nodiscard]] std::optional<qint64> amountOf(const Usage &usage, const TokenRates &rates);

/// A whole number of millionths of a dollar, half to even, as the API gives amounts (design §4).
[[nodiscard]] qint64 roundedMicroUsd(qint64 nanoUsd);
/// The same as a number of dollars.
[[nodiscard]] double usdForApi(qint64 nanoUsd);

} // namespace renum
