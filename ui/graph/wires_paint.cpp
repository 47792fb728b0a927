// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/node_item.h"
#include "ui/graph/wires_item.h"

#include <QPainter>
#include <QStyleOptionGraphicsItem>

#include <algorithm>
#include <map>

/// How wires are painted.
namespace renum::ui {

namespace {

constexpr double LineWidth = 2;
constexpr double SelectedWidth = 3;
constexpr double LongestDashed = 20'000;

} // namespace

QColor WiresItem::colorOf(int index) const
{
    const GraphWire &drawn = wire(index);
    if (index == m_selected)
        return m_theme->color(ColorToken::Accent);
    const int series = m_graph->nodes[static_cast<std::size_t>(drawn.to)].series;
    switch (drawn.state) {
    case GraphWire::State::Done:
        return m_theme->color(ColorToken::Ok);
    case GraphWire::State::Unused:
        return m_theme->color(ColorToken::Line);
    case GraphWire::State::Idle:
        if (drawn.kind == GraphWire::Kind::Condition && series >= 0)
            return m_theme->seriesColor(series);
        break;
    case GraphWire::State::Waiting:
        break;
    }
    return m_theme->color(ColorToken::TextFaint);
}

QPen WiresItem::penOf(int index) const
{
    const GraphWire &drawn = wire(index);
    QPen pen(colorOf(index), index == m_selected ? SelectedWidth : LineWidth);
    pen.setCapStyle(Qt::FlatCap);
    const bool open = drawn.state == GraphWire::State::Unused
        || drawn.state == GraphWire::State::Waiting || drawn.kind == GraphWire::Kind::Feedback;
    if (open)
        pen.setStyle(Qt::DashLine);
    return pen;
}

void WiresItem::paint(
    QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget * /*widget*/)
{
    if (!m_graph)
        return;
    const double detail
        = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
    constexpr double margin = Theme::Space1;
    const QRectF exposed = option->exposedRect.adjusted(-margin, -margin, margin, margin);
    const std::vector<int> seen = m_hulls.near(exposed);
    painter->setBrush(Qt::NoBrush);
    painter->setRenderHint(QPainter::Antialiasing, detail >= NodeItem::PlainDetail);
    if (detail < NodeItem::PlainDetail)
        paintLines(*painter, seen);
    else
        paintCurves(*painter, seen, exposed, detail);
}

void WiresItem::paintSome(QPainter &painter, int first, int count) const
{
    std::vector<int> some;
    const int end = std::min(first + count, static_cast<int>(m_wires.size()));
    for (int index = first; index < end; ++index) {
        if (m_wires[static_cast<std::size_t>(index)].isDrawn())
            some.push_back(index);
    }
    painter.setRenderHint(QPainter::Antialiasing);
    paintCurves(painter, some, m_bounds, 1);
}

/// From afar a wire is a thin line; all of one colour are drawn at once.
void WiresItem::paintLines(QPainter &painter, const std::vector<int> &seen) const
{
    std::map<QRgb, QList<QLineF>> lines;
    for (const int index : seen) {
        QList<QLineF> &list = lines[colorOf(index).rgba()];
        const DrawnWire &drawn = m_wires[static_cast<std::size_t>(index)];
        QPointF from(drawn.from.right(), drawn.from.center().y());
        for (const QPointF &point : drawn.waypoints)
            list << QLineF(std::exchange(from, point), point);
        list << QLineF(from, { drawn.to.left(), drawn.to.center().y() });
    }
    for (const auto &[color, list] : lines) {
        QPen pen(QColor::fromRgba(color), 1);
        pen.setCosmetic(true);
        painter.setPen(pen);
        painter.drawLines(list);
    }
}

void WiresItem::paintCurves(
    QPainter &painter, const std::vector<int> &seen, const QRectF &exposed, double detail) const
{
    const int segments = detail < NodeItem::TitleDetail ? CoarseCurve : SmoothCurve;
    for (const int index : seen) {
        painter.setPen(penOf(index));
        painter.setBrush(Qt::NoBrush);
        paintCurve(painter, index, curveOf(index, segments), exposed);
    }
}

void WiresItem::paintCurve(
    QPainter &painter, int index, const QPolygonF &curve, const QRectF &exposed) const
{
    // Dashes start where the run starts: whole curves keep them still while scrolling. Those that
    // lead across the whole world would have too many.
    const QRectF hull = m_hulls.at(index);
    const bool whole = hull.width() + hull.height() < LongestDashed;
    if (whole && painter.pen().style() == Qt::DashLine) {
        painter.drawPolyline(curve);
    } else {
        for (const QPolygonF &run : clippedRuns(curve, exposed))
            painter.drawPolyline(run);
    }
    if (wire(index).kind == GraphWire::Kind::Feedback && !curve.isEmpty())
        paintArrow(painter, curve.constLast());
    paintRoute(painter, index);
}

/// The points that the author leads a wire through.
void WiresItem::paintRoute(QPainter &painter, int index) const
{
    if (wire(index).route.empty())
        return;
    painter.setPen(Qt::NoPen);
    painter.setBrush(colorOf(index));
    for (const QPointF &point : m_wires[static_cast<std::size_t>(index)].waypoints)
        painter.drawEllipse(point, double(Theme::Space1), double(Theme::Space1));
}

void WiresItem::paintLabels(QPainter &painter, const QRectF &exposed) const
{
    const double detail
        = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter.worldTransform());
    if (detail < NodeItem::TitleDetail)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    for (const Label &label : m_labels) {
        if (label.pill.intersects(exposed))
            paintPill(painter, label);
    }
}

void WiresItem::paintPill(QPainter &painter, const Label &label) const
{
    ColorToken text = ColorToken::Text;
    ColorToken fill = ColorToken::Panel;
    if (wire(label.wire).state == GraphWire::State::Done) {
        text = ColorToken::Ok;
        fill = ColorToken::OkBackground;
    } else if (wire(label.wire).state == GraphWire::State::Unused) {
        text = ColorToken::Neutral;
        fill = ColorToken::NeutralBackground;
    }
    const double round = label.pill.height() / 2;
    painter.setPen(colorOf(label.wire));
    painter.setBrush(m_theme->color(fill));
    painter.drawRoundedRect(label.pill, round, round);
    painter.setPen(m_theme->color(text));
    painter.setFont(m_theme->font(TextStyle::Small));
    painter.drawText(label.pill, Qt::AlignCenter, label.text);
}

void WiresItem::paintArrow(QPainter &painter, const QPointF &tip) const
{
    constexpr double size = Theme::Space1 + 1;
    painter.setBrush(painter.pen().color());
    painter.setPen(Qt::NoPen);
    painter.drawPolygon(
        QPolygonF { tip, tip + QPointF(-size, 2 * size), tip + QPointF(size, 2 * size) });
}

} // namespace renum::ui
