// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/monitor/timeline/timeline_view.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace renum::ui {

/// Draws what a timeline shows, and nothing of what is out of sight. Lives for one frame.
class TimelinePainter {
public:
    TimelinePainter(const TimelineView &view, QPainter &painter);
    void paint();

private:
    void paintLanes();
    void paintLane(int lane);
    void paintName(int lane, const QRect &row);
    void paintBar(int lane, int index);
    void paintBarText(const TimelineBar &bar, const QRectF &rect);
    void paintWait(int lane, const TimelineWait &wait);
    void paintBands();
    void paintFolds();
    void paintHandOvers();
    void paintArrow(QPointF from, QPointF to, const QRectF &seen);
    void paintRange();
    void paintMoments();
    void paintAxis();
    void paintMarks(const TimeAxis::Piece &piece, std::chrono::milliseconds step);
    void paintMoney();
    void paintCorner();

    [[nodiscard]] QColor color(ColorToken token) const { return m_theme.color(token); }
    [[nodiscard]] double left(const TimeAxis::Piece &piece) const;
    [[nodiscard]] QRectF clipped(const QRectF &rect) const;
    void verticalLine(double x, ColorToken token, int width);

    const TimelineView &m_view;
    const TimelineChart &m_chart;
    const TimelineLanes &m_lanes;
    const Theme &m_theme;
    QPainter &m_painter;
    QRect m_area;
    QFont m_label;
    QFont m_small;
};

} // namespace renum::ui
