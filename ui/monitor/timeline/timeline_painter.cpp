// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/timeline/timeline_painter.h"

#include "ui/monitor/timeline/timeline_text.h"

#include <QPolygonF>

#include <algorithm>

namespace renum::ui {

namespace {

constexpr double BarRadius = Theme::Space1;
constexpr int PathWidth = 2;
/// Width from which on round corners, patterns and words can be told.
constexpr double LeastShape = 2 * Theme::Space1;
/// Of the second outline of a team's bar.
constexpr double NestedInset = 2.5;
constexpr double ArrowSize = Theme::Space1;
/// Auxiliary runs are no steps: they are drawn less strongly.
constexpr double AuxiliaryOpacity = 0.6;

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
    case TimelineBar::State::Interrupted:
        break;
    }
    return ColorToken::Neutral;
}

struct WaitLook {
    Qt::BrushStyle pattern = Qt::BDiagPattern;
    ColorToken color = ColorToken::Neutral;
    ColorToken background = ColorToken::NeutralBackground;
};

// The pattern tells them apart without the colour.
WaitLook lookOf(TimelineWait::Reason reason)
{
    switch (reason) {
    case TimelineWait::Reason::Queue:
        return { Qt::FDiagPattern, ColorToken::Neutral, ColorToken::NeutralBackground };
    case TimelineWait::Reason::ServiceBusy:
        return { Qt::HorPattern, ColorToken::Neutral, ColorToken::NeutralBackground };
    case TimelineWait::Reason::Breaker:
        return { Qt::DiagCrossPattern, ColorToken::Err, ColorToken::ErrBackground };
    case TimelineWait::Reason::Retry:
        return { Qt::BDiagPattern, ColorToken::Warn, ColorToken::WarnBackground };
    case TimelineWait::Reason::Approval:
        return { Qt::CrossPattern, ColorToken::Warn, ColorToken::WarnBackground };
    case TimelineWait::Reason::Breakpoint:
        return { Qt::VerPattern, ColorToken::Accent, ColorToken::AccentBackground };
    case TimelineWait::Reason::SpendingCap:
        return { Qt::VerPattern, ColorToken::Warn, ColorToken::WarnBackground };
    }
    return {};
}

} // namespace

TimelinePainter::TimelinePainter(const TimelineView &view, QPainter &painter)
    : m_view(view)
    , m_chart(view.chart())
    , m_lanes(view.lanes())
    , m_theme(*view.m_theme)
    , m_painter(painter)
    , m_area(m_chart.chart())
    , m_label(m_theme.font(TextStyle::Label))
    , m_small(m_theme.font(TextStyle::Small))
{
}

void TimelineView::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(viewport());
    TimelinePainter(*this, painter).paint();
}

void TimelinePainter::paint()
{
    const QRect all = m_view.viewport()->rect();
    m_painter.fillRect(all, color(ColorToken::Panel));
    if (m_lanes.start()) {
        m_painter.setClipRect(all.adjusted(0, 0, 0, m_area.bottom() - all.bottom()));
        paintLanes();
        m_painter.setClipRect(m_area);
        paintBands();
        paintFolds();
        const int first = std::max(0, m_chart.laneAt(0));
        for (int lane = first; lane < m_chart.laneCount(); ++lane) {
            if (m_chart.laneRect(lane).top() > m_area.bottom())
                break;
            paintLane(lane);
        }
        paintHandOvers();
        paintRange();
        paintMoments();
        m_painter.setClipping(false);
        paintMoney();
        paintAxis();
        paintCorner();
    }
    if (m_view.hasFocus()) {
        m_painter.setPen(color(ColorToken::Accent));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRect(all.adjusted(0, 0, -1, -1));
    }
}

void TimelinePainter::paintLanes()
{
    const int first = std::max(0, m_chart.laneAt(0));
    for (int lane = first; lane < m_chart.laneCount(); ++lane) {
        const QRect row = m_chart.laneRect(lane);
        if (row.top() > m_area.bottom())
            break;
        if (m_lanes.lanes().at(lane).agent == m_view.selectedAgent())
            m_painter.fillRect(row, color(ColorToken::AccentBackground));
        paintName(lane, row);
        m_painter.setPen(color(ColorToken::Line));
        for (int i = 0; i < m_lanes.lanes().at(lane).rows; ++i) {
            const int y = row.top() + i * m_chart.sizes().row + m_chart.sizes().row / 2;
            m_painter.drawLine(m_area.left(), y, m_area.right(), y);
        }
    }
}

void TimelinePainter::paintName(int lane, const QRect &row)
{
    const QRect place(row.left() + Theme::Space4, row.top(),
        m_chart.sizes().names - Theme::Space4 - Theme::Space2, m_chart.sizes().row);
    m_painter.setFont(m_label);
    m_painter.setPen(color(ColorToken::TextDim));
    m_painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
        m_painter.fontMetrics().elidedText(
            m_lanes.lanes().at(lane).name, Qt::ElideRight, place.width()));
}

void TimelinePainter::paintLane(int lane)
{
    const TimelineLane &shown = m_lanes.lanes().at(lane);
    for (int i = 0; i < shown.bars.size(); ++i)
        paintBar(lane, i);
    for (const TimelineWait &wait : shown.waits)
        paintWait(lane, wait);
}

QRectF TimelinePainter::clipped(const QRectF &rect) const
{
    return rect.intersected(
        QRectF(m_chart.reach().left(), rect.top(), m_chart.reach().width(), rect.height()));
}

void TimelinePainter::paintBar(int lane, int index)
{
    const TimelineBar &bar = m_lanes.lanes().at(lane).bars.at(index);
    const QRectF rect = clipped(m_chart.barRect(lane, bar));
    if (rect.isEmpty())
        return;
    const bool chosen
        = m_view.m_selectedBar == index && m_lanes.lanes().at(lane).agent == m_view.selectedAgent();
    if (rect.width() < LeastShape && !chosen) { // its colour is all that there is room for
        m_painter.fillRect(rect.toRect(), color(colorOf(bar.state)));
        return;
    }
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setOpacity(bar.auxiliary ? AuxiliaryOpacity : 1);
    if (chosen)
        m_painter.setPen(QPen(color(ColorToken::Text), PathWidth, Qt::DotLine));
    else
        m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(color(colorOf(bar.state)));
    m_painter.drawRoundedRect(rect, BarRadius, BarRadius);
    if (!bar.nested.isEmpty()) { // a run within the run
        m_painter.setPen(QPen(color(ColorToken::AccentText), Theme::Hairline));
        m_painter.setBrush(Qt::NoBrush);
        m_painter.drawRoundedRect(
            rect.adjusted(NestedInset, NestedInset, -NestedInset, -NestedInset), 1, 1);
    }
    if (m_view.path().contains(lane, index)) {
        const QRectF under(rect.left(), rect.bottom() - 1, rect.width(), PathWidth + 1);
        m_painter.fillRect(under, color(ColorToken::Text));
    }
    m_painter.setOpacity(1);
    m_painter.setRenderHint(QPainter::Antialiasing, false);
    paintBarText(bar, rect);
}

void TimelinePainter::paintBarText(const TimelineBar &bar, const QRectF &rect)
{
    const QRectF inside
        = rect.intersected(QRectF(m_area)).adjusted(Theme::Space2, 0, -Theme::Space1, 0);
    if (inside.width() < Theme::TargetSize)
        return;
    const QString text = barText(bar);
    m_painter.setFont(m_small);
    if (m_painter.fontMetrics().horizontalAdvance(text) > inside.width())
        return;
    m_painter.setPen(color(ColorToken::AccentText));
    m_painter.drawText(inside, Qt::AlignLeft | Qt::AlignVCenter, text);
}

void TimelinePainter::paintWait(int lane, const TimelineWait &wait)
{
    const QRectF rect = clipped(m_chart.waitRect(lane, wait));
    if (rect.isEmpty())
        return;
    const WaitLook look = lookOf(wait.reason);
    if (rect.width() < LeastShape) {
        m_painter.fillRect(rect.toRect(), color(look.color));
        return;
    }
    m_painter.fillRect(rect, color(look.background));
    m_painter.fillRect(rect, QBrush(color(look.color), look.pattern));
    const QString word = waitWord(wait.reason);
    m_painter.setFont(m_small);
    QRectF label = m_painter.fontMetrics().boundingRect(word);
    label.adjust(-Theme::Space1, 0, Theme::Space1, 0);
    if (label.width() + Theme::Space2 > rect.width())
        return;
    label.moveCenter(rect.center());
    m_painter.fillRect(label, color(look.background));
    m_painter.setPen(color(ColorToken::Text));
    m_painter.drawText(label, Qt::AlignCenter, word);
}

void TimelinePainter::paintBands()
{
    for (const TimelineBand &band : m_lanes.bands()) {
        const double from = m_chart.xOf(band.start);
        const double to = m_chart.xOf(band.end.value_or(m_chart.now()));
        const QRectF rect
            = clipped({ from, double(m_area.top()), to - from, double(m_area.height()) });
        const bool paused = band.kind == TimelineBand::Kind::Paused;
        const auto token = paused ? ColorToken::WarnBackground : ColorToken::ErrBackground;
        m_painter.setOpacity(AuxiliaryOpacity);
        m_painter.fillRect(rect, color(token));
        m_painter.setOpacity(1);
    }
}

double TimelinePainter::left(const TimeAxis::Piece &piece) const
{
    return m_chart.sizes().names + piece.left - m_chart.offset().x();
}

void TimelinePainter::paintFolds()
{
    for (const TimeAxis::Piece &piece : m_chart.axis().pieces()) {
        const QRectF rect(left(piece), m_area.top(), piece.right - piece.left, m_area.height());
        if (!piece.folded || !rect.intersects(m_area))
            continue;
        m_painter.fillRect(rect, color(ColorToken::PanelAlt));
        m_painter.setPen(QPen(color(ColorToken::TextFaint), Theme::Hairline, Qt::DashLine));
        m_painter.drawLine(rect.topLeft(), rect.bottomLeft());
        m_painter.drawLine(rect.topRight(), rect.bottomRight());
    }
}

void TimelinePainter::paintHandOvers()
{
    const QRectF seen = QRectF(m_area).adjusted(-ArrowSize, 0, ArrowSize, 0);
    for (int lane = 0; lane < m_lanes.lanes().size(); ++lane) {
        for (const TimelineBar &bar : m_lanes.lanes().at(lane).bars) {
            if (bar.after.isEmpty() || bar.attempt > 1)
                continue;
            const QRectF to = m_chart.barRect(lane, bar);
            for (const TimelinePlace &place : bar.after) {
                const QRectF from = m_chart.barRect(place.lane, *m_lanes.bar(place));
                paintArrow(
                    { from.right(), from.center().y() }, { to.left(), to.center().y() }, seen);
            }
        }
    }
}

void TimelinePainter::paintArrow(QPointF from, QPointF to, const QRectF &seen)
{
    const QRectF box = QRectF(from, to).normalized().adjusted(-ArrowSize, -1, ArrowSize, 1);
    if (!box.intersects(seen) || qFuzzyCompare(from.y(), to.y()))
        return;
    const auto inside = [&seen](QPointF point) {
        return QPointF(std::clamp(point.x(), seen.left(), seen.right()),
            std::clamp(point.y(), seen.top() - ArrowSize, seen.bottom() + ArrowSize));
    };
    const double bend = std::max(from.x(), to.x() - Theme::Space1);
    m_painter.setPen(color(ColorToken::TextDim));
    const QPolygonF line { inside(from), inside({ bend, from.y() }), inside({ bend, to.y() }),
        inside(to) };
    m_painter.drawPolyline(line);
    if (!seen.contains(to))
        return;
    const double back = to.x() - ArrowSize;
    m_painter.drawLine(to, QPointF(back, to.y() - ArrowSize / 2));
    m_painter.drawLine(to, QPointF(back, to.y() + ArrowSize / 2));
}

void TimelinePainter::paintRange()
{
    if (!m_view.range())
        return;
    const double from = m_chart.xOf(m_view.range()->start);
    const double to = m_chart.xOf(m_view.range()->end);
    QColor fill = color(ColorToken::Accent);
    fill.setAlphaF(0.15F);
    m_painter.fillRect(
        clipped({ from, double(m_area.top()), to - from, double(m_area.height()) }), fill);
    verticalLine(from, ColorToken::AccentStrong, Theme::Hairline);
    verticalLine(to, ColorToken::AccentStrong, Theme::Hairline);
}

void TimelinePainter::verticalLine(double x, ColorToken token, int width)
{
    if (x < m_area.left() - 1 || x > m_area.right() + 1)
        return;
    m_painter.setPen(QPen(color(token), width));
    m_painter.drawLine(QPointF(x, m_area.top()), QPointF(x, m_area.bottom()));
}

void TimelinePainter::paintMoments()
{
    for (const ClockSetBack &step : m_lanes.setBacks())
        verticalLine(m_chart.xOf(step.at), ColorToken::Warn, Theme::Hairline);
    if (m_view.m_hovered)
        verticalLine(m_chart.xOf(*m_view.m_hovered), ColorToken::TextFaint, Theme::Hairline);
    if (m_view.m_running)
        verticalLine(m_chart.xOf(m_chart.now()), ColorToken::Err, PathWidth);
}

} // namespace renum::ui
