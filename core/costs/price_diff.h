// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/costs/price_entry.h"

namespace renum {

/// What an import would do to the prices that are there.
struct PriceDiff {
    struct Change {
        PriceEntry before;
        PriceEntry after;
    };
    PriceEntries added;
    std::vector<Change> changed;
    int unchanged = 0;

    [[nodiscard]] bool isEmpty() const noexcept { return added.empty() && changed.empty(); }
};

/// Compares by key. Where a figure was read, and when, is no change.
[[nodiscard]] PriceDiff priceDiff(const PriceEntries &before, const PriceEntries &after);

} // namespace renum
