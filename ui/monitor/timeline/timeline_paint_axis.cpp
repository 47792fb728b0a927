// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/wall_clock.h"
#include "ui/monitor/timeline/timeline_painter.h"
#include "ui/monitor/timeline/timeline_text.h"
#include "ui/text/format.h"
#include "ui/text/money_text.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

/// What is below the lanes: time, and money where it is known.
namespace renum::ui {

namespace {

/// Room that the label of a mark takes.
constexpr int MarkWidth = 4 * Theme::Space6;

/// Over a day the date belongs to the time.
QString momentText(Timestamp time, bool withDate)
{
    const QDateTime local
        = QDateTime::fromMSecsSinceEpoch(toMicroseconds(time) / 1000).toLocalTime();
    if (withDate)
        return QLocale().toString(local, QLocale::ShortFormat);
    return local.time().toString(Qt::TextDate);
}

} // namespace

void TimelinePainter::paintAxis()
{
    const QRect strip = m_chart.axisRect();
    m_painter.setClipRect(strip.adjusted(-MarkWidth / 2, 0, m_chart.sizes().margin, 0));
    m_painter.setFont(m_small);
    const auto step = axisStep(m_chart.axis().scale(), MarkWidth);
    for (const TimeAxis::Piece &piece : m_chart.axis().pieces()) {
        const QRectF rect(left(piece), strip.top(), piece.right - piece.left, strip.height());
        if (rect.right() < strip.left() || rect.left() > strip.right())
            continue;
        if (piece.folded) {
            m_painter.setPen(color(ColorToken::TextFaint));
            m_painter.drawText(
                rect, Qt::AlignCenter, format::duration(between(piece.span.start, piece.span.end)));
        } else {
            paintMarks(piece, step);
        }
    }
    m_painter.setClipping(false);
}

void TimelinePainter::paintMarks(const TimeAxis::Piece &piece, std::chrono::milliseconds step)
{
    const QRect strip = m_chart.axisRect();
    const Timestamp start = *m_lanes.start();
    const Timestamp from = std::max(piece.span.start, m_chart.timeAt(strip.left() - MarkWidth / 2));
    const Timestamp to = std::min(piece.span.end, m_chart.timeAt(strip.right() + MarkWidth / 2));
    m_painter.setPen(color(ColorToken::TextDim));
    for (auto mark = between(start, from) / step * step; start + mark <= to; mark += step) {
        const double x = m_chart.xOf(start + mark);
        // A label beside a fold would lie over the fold's.
        const bool first = piece.left <= 0;
        const bool last = piece.right >= m_chart.axis().width();
        const double leftmost = left(piece) + (first ? 0 : MarkWidth / 2);
        const double rightmost
            = left(piece) + piece.right - piece.left - (last ? 0 : MarkWidth / 2);
        if (x < leftmost - 0.5 || x > rightmost + 0.5)
            continue;
        m_painter.drawLine(QPointF(x, strip.top()), QPointF(x, strip.top() + Theme::Space1));
        const QRectF place(x - MarkWidth / 2, strip.top(), MarkWidth, strip.height());
        m_painter.drawText(place, Qt::AlignCenter, markText(mark, step));
    }
}

void TimelinePainter::paintMoney()
{
    const QRect strip = m_chart.moneyRect();
    if (strip.height() <= 0 || m_lanes.money().isEmpty())
        return;
    const Cost total = m_lanes.money().last().total;
    const double most = static_cast<double>(std::max<qint64>(total.nanoUsd, 1));
    m_painter.setClipRect(strip);
    m_painter.setPen(color(ColorToken::Line));
    m_painter.drawLine(strip.topLeft(), strip.topRight());
    const auto yOf = [&](qint64 nanoUsd) {
        const double share = static_cast<double>(nanoUsd) / most;
        return strip.bottom() - share * (strip.height() - Theme::Space2);
    };
    QPolygonF curve { QPointF(m_chart.xOf(*m_lanes.start()), yOf(0)) };
    for (const TimelineMoney &step : m_lanes.money()) {
        const double x
            = std::clamp(m_chart.xOf(step.at), double(strip.left() - 1), double(strip.right() + 1));
        curve << QPointF(x, curve.last().y()) << QPointF(x, yOf(step.total.nanoUsd));
    }
    const double end = std::min(m_chart.xOf(m_chart.now()), double(strip.right() + 1));
    curve << QPointF(std::max(end, curve.last().x()), curve.last().y());
    m_painter.setPen(QPen(m_theme.seriesColor(1), Theme::Hairline));
    m_painter.drawPolyline(curve);
    m_painter.setClipping(false);
    m_painter.setFont(m_small);
    m_painter.setPen(color(ColorToken::TextDim));
    const QRect name(Theme::Space4, strip.top(),
        m_chart.sizes().names - Theme::Space4 - Theme::Space2, strip.height());
    m_painter.drawText(name, Qt::AlignLeft | Qt::AlignVCenter, format::money(total));
}

/// What the clock said where the chart begins, or under the pointer.
void TimelinePainter::paintCorner()
{
    const QRect strip = m_chart.axisRect();
    const Timestamp shown = m_view.m_hovered.value_or(m_chart.timeAt(m_area.left()));
    const bool withDate = m_chart.now() - *m_lanes.start() > std::chrono::hours(24);
    const QRect place(Theme::Space4, strip.top(),
        m_chart.sizes().names - Theme::Space4 - Theme::Space2, strip.height());
    m_painter.setFont(m_small);
    m_painter.setPen(color(m_view.m_hovered ? ColorToken::Text : ColorToken::TextFaint));
    const QString text = momentText(m_lanes.onClock(shown), withDate);
    m_painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter,
        m_painter.fontMetrics().elidedText(text, Qt::ElideRight, place.width()));
}

} // namespace renum::ui
