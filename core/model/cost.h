// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/json.h"

#include <QString>

#include <optional>

namespace renum {

/// Where the amount of a call comes from (design §3.5).
enum class CostBasis {
    Unpriced, ///< there is no amount: the model has no price, or the tokens are not known
    Estimated, ///< price table times tokens that were counted from text
    Computed, ///< price table times tokens that the service told
    Reported, ///< the service told the amount
};
[[nodiscard]] QString toString(CostBasis basis);
[[nodiscard]] std::optional<CostBasis> costBasisFromString(const QString &name);

/// What model calls cost: of one call, or the sum of many. Unknown is never zero: calls without an
/// amount are counted apart.
struct Cost {
    qint64 nanoUsd = 0; ///< what is known; a billionth of a US dollar
    int reportedCalls = 0;
    int computedCalls = 0;
    int estimatedCalls = 0;
    int unpricedCalls = 0;

    /// One call; `nanoUsd` is ignored for Unpriced.
    [[nodiscard]] static Cost ofCall(CostBasis basis, qint64 nanoUsd);
    void add(const Cost &other);
    [[nodiscard]] int calls() const noexcept
    {
        return reportedCalls + computedCalls + estimatedCalls + unpricedCalls;
    }
    /// Any amount is known.
    [[nodiscard]] bool isKnown() const noexcept { return calls() > unpricedCalls; }
    /// To be shown with "≈": something was estimated or is missing.
    [[nodiscard]] bool isApproximate() const noexcept { return estimatedCalls + unpricedCalls > 0; }
    friend bool operator==(const Cost &, const Cost &) = default;
};
[[nodiscard]] Json toJson(const Cost &cost);
[[nodiscard]] Cost costFromJson(const Json &json);

} // namespace renum
