// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/monitor/timeline/timeline_axis.h"

#include <QRect>

namespace renum::ui {

/// Sizes that follow from the fonts.
struct TimelineSizes {
    int row = 0; ///< of a lane
    int names = 0; ///< width of the column of names
    int axis = 0; ///< height
    int money = 0; ///< height of the curve; 0 without one
    int fold = 0; ///< width of a folded time
    int margin = 0; ///< right of the chart
};

/// Where everything of a timeline is drawn, in the coordinates of its viewport. Pure.
class TimelineChart {
public:
    enum class Idle { Shown, Folded };
    static constexpr double MostPixelsPerSecond = 2000;

    /// `zoom` 1 shows everything. `end` of the axis is not before `now`.
    void layOut(const TimelineLanes &lanes, Timestamp now, Timestamp end,
        const TimelineSizes &sizes, QSize viewport, double zoom, Idle idle);
    void scrollTo(QPoint offset) { m_offset = offset; }
    [[nodiscard]] QPoint offset() const noexcept { return m_offset; }

    [[nodiscard]] const TimelineSizes &sizes() const noexcept { return m_sizes; }
    [[nodiscard]] const TimeAxis &axis() const noexcept { return m_axis; }
    [[nodiscard]] Timestamp now() const noexcept { return m_now; }
    [[nodiscard]] int laneCount() const { return static_cast<int>(m_tops.size()) - 1; }
    /// Of all lanes, and of all time.
    [[nodiscard]] QSize contents() const;
    /// Where bars go: right of the names, above axis and money.
    [[nodiscard]] QRect chart() const;
    [[nodiscard]] QRect moneyRect() const;
    [[nodiscard]] QRect axisRect() const;

    [[nodiscard]] double xOf(Timestamp time) const;
    [[nodiscard]] Timestamp timeAt(double x) const;
    [[nodiscard]] QRect laneRect(int lane) const;
    /// -1 when there is none.
    [[nodiscard]] int laneAt(int y) const;
    [[nodiscard]] QRectF barRect(int lane, const TimelineBar &bar) const;
    [[nodiscard]] QRectF waitRect(int lane, const TimelineWait &wait) const;
    /// What can be seen, with some room around it: no need to draw beyond.
    [[nodiscard]] QRectF reach() const;

private:
    [[nodiscard]] QRectF partRect(int lane, int row, TimeSpan span) const;

    TimelineSizes m_sizes;
    QSize m_viewport;
    QPoint m_offset;
    TimeAxis m_axis;
    Timestamp m_now;
    std::vector<int> m_tops { 0 }; ///< of the lanes, and the end of the last
};

} // namespace renum::ui
