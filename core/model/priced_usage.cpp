// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/priced_usage.h"

#include <algorithm>
#include <array>

namespace renum {

bool hasAbsurdCount(const Usage &usage)
{
    const std::array counts { usage.tokensInput, usage.tokensOutput, usage.tokensCached,
        usage.tokensCacheWrite, usage.tokensReasoning };
    return std::ranges::any_of(
               counts, [](const auto &count) { return !isCountable(count.value_or(0)); })
        || std::ranges::any_of(
            usage.otherTokens, [](const auto &type) { return !isCountable(type.second); });
}

CostBasis basisOf(const Cost &cost)
{
    if (cost.reportedCalls > 0)
        return CostBasis::Reported;
    if (cost.computedCalls > 0)
        return CostBasis::Computed;
    return cost.estimatedCalls > 0 ? CostBasis::Estimated : CostBasis::Unpriced;
}

} // namespace renum
