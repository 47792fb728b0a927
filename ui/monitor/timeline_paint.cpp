// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/wall_clock.h"
#include "ui/monitor/timeline_view.h"
#include "ui/text/format.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace renum::ui {

namespace {

/// Room that the label of a mark on the axis takes.
constexpr int MarkWidth = 80;
constexpr double BarRadius = Theme::Space1;

ColorToken colorOf(TimelineBar::State state)
{
    switch (state) {
    case TimelineBar::State::Running:
        return ColorToken::Accent;
    case TimelineBar::State::Done:
        return ColorToken::Ok;
    case TimelineBar::State::Failed:
        return ColorToken::Err;
    case TimelineBar::State::Stopped:
        break;
    }
    return ColorToken::Neutral;
}

} // namespace

void TimelineView::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), m_theme->color(ColorToken::Panel));
    if (m_lanes && m_lanes->start()) {
        painter.save();
        painter.setClipRect(viewport()->rect().adjusted(0, 0, 0, -axisHeight()));
        for (int lane = 0; lane < laneCount(); ++lane)
            paintLane(painter, lane);
        painter.restore();
        paintAxis(painter);
    }
    if (hasFocus()) {
        painter.setPen(m_theme->color(ColorToken::Accent));
        painter.drawRect(viewport()->rect().adjusted(0, 0, -1, -1));
    }
}

void TimelineView::paintAxis(QPainter &painter) const
{
    const QRect area = chart();
    painter.setFont(m_theme->font(TextStyle::Small));
    painter.setPen(m_theme->color(ColorToken::TextDim));
    const auto all = span();
    const auto step = axisStep(all, std::max(1, area.width() / MarkWidth));
    for (std::chrono::milliseconds mark(0); mark <= all; mark += step) {
        const int x = xOf(*m_lanes->start() + mark);
        const QRect at(x - MarkWidth / 2, area.bottom() + 1, MarkWidth, axisHeight());
        painter.drawText(at, Qt::AlignCenter, format::clock(mark));
    }
    if (m_running) {
        painter.setPen(QPen(m_theme->color(ColorToken::Err), 2));
        painter.drawLine(xOf(now()), area.top(), xOf(now()), area.bottom());
    }
}

void TimelineView::paintLane(QPainter &painter, int lane) const
{
    const TimelineLane &shown = m_lanes->lanes()[static_cast<std::size_t>(lane)];
    const QRect row = laneRect(lane);
    if (!row.intersects(viewport()->rect()))
        return;
    if (shown.agent == m_selected)
        painter.fillRect(row, m_theme->color(ColorToken::AccentBackground));
    const QFont label = m_theme->font(TextStyle::Label);
    const QRect name = row.adjusted(Theme::Space4, 0, nameWidth() - row.width() - Theme::Space2, 0);
    painter.setFont(label);
    painter.setPen(m_theme->color(ColorToken::TextDim));
    painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(shown.name, Qt::ElideRight, name.width()));
    painter.setPen(m_theme->color(ColorToken::Line));
    painter.drawLine(chart().left(), row.center().y(), chart().right(), row.center().y());
    for (std::size_t i = 0; i < shown.bars.size(); ++i)
        paintBar(painter, shown.bars[i], barRect(lane, static_cast<int>(i)));
}

void TimelineView::paintBar(QPainter &painter, const TimelineBar &bar, const QRect &rect) const
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme->color(colorOf(bar.state)));
    painter.drawRoundedRect(rect, BarRadius, BarRadius);
    painter.setRenderHint(QPainter::Antialiasing, false);

    const QString text = barText(bar);
    painter.setFont(m_theme->font(TextStyle::Small));
    const int wanted = painter.fontMetrics().horizontalAdvance(text);
    const QRect inside = rect.adjusted(Theme::Space2, 0, -Theme::Space1, 0);
    if (wanted <= inside.width()) {
        painter.setPen(m_theme->color(ColorToken::AccentText));
        painter.drawText(inside, Qt::AlignLeft | Qt::AlignVCenter, text);
    }
}

} // namespace renum::ui
