// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/wires_item.h"

#include "ui/graph/node_item.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>
#include <QStyleOptionGraphicsItem>

#include <algorithm>

namespace renum::ui {

namespace {

struct Graph {
    Q_DECLARE_TR_FUNCTIONS(Graph)
};

constexpr double WireWidth = 2;
constexpr double LabelCharacters = 26;
/// A condition is read where it starts, before the branches part too far.
constexpr double PillShare = 0.5;
constexpr double FeedbackDrop = 2 * Theme::Space6;

double pillHeight(const Theme &theme)
{
    return QFontMetricsF(theme.font(TextStyle::Small)).height() + Theme::Space1;
}

} // namespace

WiresItem::WiresItem(const Theme *theme)
    : m_theme(theme)
{
    setFlag(ItemUsesExtendedStyleOption); // paint() needs the true exposed rectangle
    setAcceptedMouseButtons(Qt::NoButton);
}

double WiresItem::labelWidth(const Theme &theme, const GraphWire &wire)
{
    if (wire.label.isEmpty() || wire.kind == GraphWire::Kind::Feedback)
        return 0;
    const QFontMetricsF small(theme.font(TextStyle::Small));
    const double limit = small.averageCharWidth() * LabelCharacters;
    // Room for the mark of the verdict from the start, so that nothing moves when it comes.
    const QString widest = Graph::tr("✓ %1").arg(wire.label);
    return std::min(small.horizontalAdvance(widest), limit) + 2 * Theme::Space2;
}

void WiresItem::setGraph(const GraphModel &graph, const std::vector<QRectF> &places,
    const std::vector<std::vector<QPointF>> &waypoints)
{
    prepareGeometryChange();
    m_wires.clear();
    m_grid.clear();
    m_bounds = {};
    for (std::size_t i = 0; i < graph.wires.size(); ++i) {
        const GraphWire &wire = graph.wires[i];
        const QRectF &from = places[static_cast<std::size_t>(wire.from)];
        const QRectF &to = places[static_cast<std::size_t>(wire.to)];
        DrawnWire drawn;
        drawn.wire = wire;
        drawn.series = graph.nodes[static_cast<std::size_t>(wire.to)].series;
        drawn.curve = wire.kind == GraphWire::Kind::Feedback
            ? feedbackCurve(from, to, FeedbackDrop)
            : wireCurve(
                { from.right(), from.center().y() }, waypoints[i], { to.left(), to.center().y() });
        m_grid.add(static_cast<int>(i), drawn.curve);
        m_bounds = m_bounds.united(drawn.curve.boundingRect());
        m_wires.push_back(std::move(drawn));
    }
    placePills();
    constexpr double margin = CardMetrics::Port;
    m_bounds.adjust(-margin, -margin, margin, margin);
    update();
}

void WiresItem::setStates(const GraphModel &graph)
{
    for (std::size_t i = 0; i < m_wires.size(); ++i) {
        DrawnWire &drawn = m_wires[i];
        if (drawn.wire.state == graph.wires[i].state)
            continue;
        drawn.wire.state = graph.wires[i].state;
        prepareLabel(drawn);
        update(drawn.curve.boundingRect().united(drawn.pill).adjusted(-4, -4, 4, 4));
    }
}

void WiresItem::prepareLabel(DrawnWire &drawn) const
{
    const GraphWire &wire = drawn.wire;
    QString text = wire.label;
    const bool verdict = wire.kind == GraphWire::Kind::Condition;
    if (verdict && wire.state == GraphWire::State::Done)
        text = Graph::tr("✓ %1").arg(wire.label); //: a condition that held
    else if (verdict && wire.state == GraphWire::State::Unused)
        text = Graph::tr("× %1").arg(wire.label); //: a condition that did not hold
    const QFontMetricsF small(m_theme->font(TextStyle::Small));
    drawn.label = small.elidedText(text, Qt::ElideRight, drawn.pill.width() - Theme::Space3);
}

void WiresItem::placePills()
{
    const double height = pillHeight(*m_theme);
    const QFontMetricsF small(m_theme->font(TextStyle::Small));
    std::vector<QRectF> taken;
    for (DrawnWire &drawn : m_wires) {
        if (drawn.wire.label.isEmpty())
            continue;
        double width = labelWidth(*m_theme, drawn.wire);
        if (width <= 0)
            width = small.horizontalAdvance(drawn.wire.label) + 2 * Theme::Space2;
        drawn.pill = QRectF(0, 0, width, height);
        drawn.pill.moveCenter(pointAlong(drawn.curve, PillShare));
        for (auto hit = taken.begin(); hit != taken.end();) {
            hit = std::ranges::find_if(
                taken, [&](const QRectF &other) { return other.intersects(drawn.pill); });
            if (hit != taken.end())
                drawn.pill.moveTop(hit->bottom() + Theme::Space1);
        }
        taken.push_back(drawn.pill);
        prepareLabel(drawn);
        m_bounds = m_bounds.united(drawn.pill);
    }
}

QPen WiresItem::penOf(const DrawnWire &drawn) const
{
    const bool branch = drawn.wire.kind == GraphWire::Kind::Condition && drawn.series >= 0;
    QPen pen(m_theme->color(ColorToken::TextFaint), WireWidth);
    pen.setCapStyle(Qt::FlatCap);
    switch (drawn.wire.state) {
    case GraphWire::State::Idle:
        if (branch)
            pen.setColor(m_theme->seriesColor(drawn.series));
        break;
    case GraphWire::State::Done:
        pen.setColor(m_theme->color(ColorToken::Ok));
        break;
    case GraphWire::State::Unused:
        pen.setColor(m_theme->color(ColorToken::Line));
        pen.setStyle(Qt::DashLine);
        break;
    case GraphWire::State::Waiting:
        pen.setStyle(Qt::DashLine);
        break;
    }
    if (drawn.wire.kind == GraphWire::Kind::Feedback)
        pen.setStyle(Qt::DashLine);
    return pen;
}

void WiresItem::paint(
    QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget * /*widget*/)
{
    const double detail
        = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
    painter->setRenderHint(QPainter::Antialiasing, detail >= NodeItem::BlockDetail);
    const QRectF exposed = option->exposedRect.adjusted(-4, -4, 4, 4);
    for (const int index : m_grid.near(exposed)) {
        const DrawnWire &drawn = m_wires[static_cast<std::size_t>(index)];
        painter->setPen(penOf(drawn));
        painter->setBrush(Qt::NoBrush);
        // Dashes start where the run starts: whole curves keep them still while scrolling.
        if (painter->pen().style() == Qt::DashLine)
            painter->drawPolyline(drawn.curve);
        else
            for (const QPolygonF &run : clippedRuns(drawn.curve, exposed))
                painter->drawPolyline(run);
        if (drawn.wire.kind == GraphWire::Kind::Feedback)
            paintArrow(*painter, drawn);
    }
}

void WiresItem::paintLabels(QPainter &painter, const QRectF &exposed) const
{
    const double detail
        = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter.worldTransform());
    if (detail < NodeItem::TitleDetail)
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    for (const DrawnWire &drawn : m_wires) {
        if (!drawn.label.isEmpty() && drawn.pill.intersects(exposed))
            paintPill(painter, drawn);
    }
}

void WiresItem::paintPill(QPainter &painter, const DrawnWire &drawn) const
{
    ColorToken text = ColorToken::Text;
    ColorToken fill = ColorToken::Panel;
    if (drawn.wire.state == GraphWire::State::Done) {
        text = ColorToken::Ok;
        fill = ColorToken::OkBackground;
    } else if (drawn.wire.state == GraphWire::State::Unused) {
        text = ColorToken::Neutral;
        fill = ColorToken::NeutralBackground;
    }
    const double round = drawn.pill.height() / 2;
    painter.setPen(penOf(drawn).color());
    painter.setBrush(m_theme->color(fill));
    painter.drawRoundedRect(drawn.pill, round, round);
    painter.setPen(m_theme->color(text));
    painter.setFont(m_theme->font(TextStyle::Small));
    painter.drawText(drawn.pill, Qt::AlignCenter, drawn.label);
}

void WiresItem::paintArrow(QPainter &painter, const DrawnWire &drawn) const
{
    const QPointF tip = drawn.curve.constLast();
    constexpr double size = Theme::Space1 + 1;
    painter.setBrush(painter.pen().color());
    painter.setPen(Qt::NoPen);
    painter.drawPolygon(
        QPolygonF { tip, tip + QPointF(-size, 2 * size), tip + QPointF(size, 2 * size) });
}

} // namespace renum::ui
