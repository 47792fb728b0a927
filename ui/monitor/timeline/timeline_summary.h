// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/monitor/timeline/timeline_axis.h"

#include <QSet>

namespace renum::ui {

/// What lies in a part of a timeline.
struct TimelineSummary {
    TimeSpan range;
    int attempts = 0; ///< at work in it, for a moment at least
    int ended = 0; ///< of these, in it
    std::optional<qint64> tokens; ///< of those that ended in it; unknown is absent
    Cost cost; ///< the same
};
/// Pure.
[[nodiscard]] TimelineSummary summaryOf(const TimelineLanes &lanes, TimeSpan range, Timestamp now);

/// The bars of the steps that decided when the execution ended (or goes on until now), with all
/// their attempts.
struct TimelinePath {
    QSet<QPair<int, int>> bars; ///< lane and bar
    QList<TimelinePlace> order; ///< last attempt of each step, by time

    [[nodiscard]] bool contains(int lane, int bar) const { return bars.contains({ lane, bar }); }
};
/// Pure.
[[nodiscard]] TimelinePath pathOf(const TimelineLanes &lanes, Timestamp now);

} // namespace renum::ui
