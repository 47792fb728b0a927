// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/costs/price_diff.h"

#include <map>

namespace renum {

namespace {

bool sameFigures(const PriceEntry &a, const PriceEntry &b)
{
    return a.rates == b.rates && a.tiers == b.tiers && a.validUntil == b.validUntil;
}

} // namespace

PriceDiff priceDiff(const PriceEntries &before, const PriceEntries &after)
{
    std::map<QString, const PriceEntry *> known;
    for (const PriceEntry &entry : before)
        known[entry.key()] = &entry; // the last wins: prices of one's own
    PriceDiff diff;
    for (const PriceEntry &entry : after) {
        const auto found = known.find(entry.key());
        if (found == known.end())
            diff.added.push_back(entry);
        else if (sameFigures(*found->second, entry))
            ++diff.unchanged;
        else
            diff.changed.push_back({ *found->second, entry });
    }
    return diff;
}

} // namespace renum
