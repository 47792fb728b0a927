// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/cost.h"
#include "core/model/usage.h"

#include <QString>
#include <QStringList>

namespace renum {

/// What one booking used, what it cost and what that follows from.
struct PricedUsage {
    Usage usage; ///< with its cost
    QString priceVersion = {}; ///< of the table; empty when none was used
    QStringList flags = {}; ///< cost_flag names; what a person should look at
};

/// Why an amount, or its absence, deserves a look. Stored with the booking.
namespace cost_flag {
inline constexpr char AbsurdCount[] = "absurd_count"; ///< negative, or beyond MaxTokenCount
inline constexpr char TokensUnknown[] = "tokens_unknown"; ///< of input or output
inline constexpr char CachedOverInput[] = "cached_over_input"; ///< more than the input has
inline constexpr char ReasoningOverOutput[] = "reasoning_over_output";
inline constexpr char CacheAtInputPrice[] = "cache_at_input_price"; ///< the table has none for it
inline constexpr char TierOfAverage[] = "tier_of_average"; ///< by the average prompt of many calls
inline constexpr char UnknownType[] = "unknown_type:"; ///< and its name: it is not in the amount
inline constexpr char ReportedInvalid[] = "reported_invalid"; ///< what was reported is no amount
inline constexpr char AbsurdAmount[] = "absurd_amount"; ///< beyond MaxBookingNanoUsd
} // namespace cost_flag

/// More tokens in one booking are a mistake: kept, flagged, in no sum.
inline constexpr qint64 MaxTokenCount = 1'000'000'000'000;
[[nodiscard]] inline bool isCountable(qint64 tokens) noexcept
{
    return tokens >= 0 && tokens <= MaxTokenCount;
}
/// A million dollars; a booking of more is a mistake: unpriced, and flagged.
inline constexpr qint64 MaxBookingNanoUsd = 1'000'000'000'000'000;
[[nodiscard]] inline bool isAmount(qint64 nanoUsd) noexcept
{
    return nanoUsd >= 0 && nanoUsd <= MaxBookingNanoUsd;
}
[[nodiscard]] bool hasAbsurdCount(const Usage &usage);
/// The basis of a single booking's cost.
[[nodiscard]] CostBasis basisOf(const Cost &cost);

} // namespace renum
