// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/costs/run_estimate.h"

namespace renum {

/// What a month will probably have cost at its end.
struct Forecast {
    QDate month; ///< its first day
    qint64 spentNanoUsd = 0; ///< so far
    AmountRange monthNanoUsd; ///< the spent and what is to come; low and high: four of five cases
    int daysSeen = 0; ///< that the forecast follows from
    int daysLeft = 0; ///< after today
    qint64 unpricedCalls = 0; ///< of this month; they are in no amount

    /// An agent that lately costs much more, or less, than before.
    struct Change {
        AgentId agent;
        qint64 beforeNanoUsd = 0; ///< a day
        qint64 nowNanoUsd = 0; ///< a day
    };
    std::vector<Change> changes; ///< the greatest first
    /// Fewer days say nothing.
    [[nodiscard]] bool isKnown() const noexcept { return daysSeen >= 3; }
};

/// `days` are sums by day and agent, of the month and of four weeks before `today`.
[[nodiscard]] Forecast forecastOf(const SpendingRows &days, QDate today);
[[nodiscard]] Json toJson(const Forecast &forecast);

} // namespace renum
