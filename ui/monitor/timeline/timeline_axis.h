// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/monitor/timeline/timeline_lanes.h"

#include <vector>

namespace renum::ui {

struct TimeSpan {
    Timestamp start;
    Timestamp end;

    [[nodiscard]] bool isEmpty() const { return end <= start; }
    friend bool operator==(const TimeSpan &, const TimeSpan &) = default;
};

/// Times of more than a moment in which nobody worked, up to `now`: what a timeline may fold. Pure.
[[nodiscard]] std::vector<TimeSpan> idleSpans(const TimelineLanes &lanes, Timestamp now);

/// From time to place and back. Folded spans take the same little room whatever they last; all
/// other time is drawn to one scale. Pure.
class TimeAxis {
public:
    TimeAxis() = default;
    /// `folds` are in order and do not overlap. `scale`: pixels a second.
    TimeAxis(TimeSpan range, const std::vector<TimeSpan> &folds, double scale, int foldWidth);

    /// The scale at which the axis is `width` wide.
    [[nodiscard]] static double fittingScale(
        TimeSpan range, const std::vector<TimeSpan> &folds, double width, int foldWidth);

    [[nodiscard]] double x(Timestamp time) const;
    [[nodiscard]] Timestamp time(double x) const;
    [[nodiscard]] double width() const;
    [[nodiscard]] double scale() const noexcept { return m_scale; }

    struct Piece {
        TimeSpan span;
        double left = 0;
        double right = 0;
        bool folded = false;
    };
    /// From left to right, without gaps.
    [[nodiscard]] const std::vector<Piece> &pieces() const noexcept { return m_pieces; }

private:
    std::vector<Piece> m_pieces;
    double m_scale = 1;
};

/// The distance between two marks of the axis so that they are at least `least` pixels apart. Pure.
[[nodiscard]] std::chrono::milliseconds axisStep(double pixelsPerSecond, int least);

} // namespace renum::ui
