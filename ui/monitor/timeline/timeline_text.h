// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/monitor/timeline/timeline_summary.h"

#include <QString>

/// What a timeline says in words. Pure.
namespace renum::ui {

/// In the bar: "18.2 s · $0.0208", "attempt 2 · writing", "failed · 4.0 s".
[[nodiscard]] QString barText(const TimelineBar &bar);
/// In its tool tip, and what a screen reader says: who, which attempt, when, how long, what it
/// took, and why it failed. One line each.
[[nodiscard]] QStringList barLines(
    const TimelineLanes &lanes, const TimelinePlace &place, Timestamp now);
/// "Waits for its next attempt · 5.0 s".
[[nodiscard]] QString waitText(const TimelineWait &wait, Timestamp now);
/// In the part itself: "approval".
[[nodiscard]] QString waitWord(TimelineWait::Reason reason);
[[nodiscard]] QString bandText(const TimelineBand &band, Timestamp now);
/// "2 min 05 s · 3 attempts · 12.3k tok · $0.04".
[[nodiscard]] QString summaryText(const TimelineSummary &summary);
/// "Researcher → Analyst → Reporter".
[[nodiscard]] QString pathText(const TimelineLanes &lanes, const TimelinePath &path);
/// All of a lane in one sentence, for screen readers.
[[nodiscard]] QString laneText(const TimelineLanes &lanes, int lane, Timestamp now);
/// A mark of the axis: `00:41`, `1:02:03`, `2 d 01:02:03`; with fractions where `step` has them.
[[nodiscard]] QString markText(std::chrono::milliseconds since, std::chrono::milliseconds step);

} // namespace renum::ui
