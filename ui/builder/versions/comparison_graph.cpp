// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/versions/comparison_graph.h"

#include "ui/graph/graph_scene.h"
#include "ui/graph/wires_item.h"
#include "ui/theme/theme.h"

#include <QIcon>
#include <QPainter>

#include <utility>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr double FrameWidth = 2 * Theme::Hairline;
constexpr double WireWidth = 3 * Theme::Hairline;
constexpr double SignSize = Theme::IconSize;
/// How much of a removed card is left to see.
constexpr float Veil = 0.55F;
} // namespace

ComparisonGraph::ComparisonGraph(Theme *theme, QWidget *parent)
    : TeamGraphView(theme, parent)
{
    setAccessibleName(tr("Picture of the differences"));
}

void ComparisonGraph::setComparison(ComparedGraph compared)
{
    m_nodes = std::move(compared.nodes);
    m_wires = std::move(compared.wires);
    showGraph(std::move(compared.graph));
    viewport()->update();
}

// Below the cards and the wires themselves, which only cover the middle of it.
void ComparisonGraph::drawBackground(QPainter *painter, const QRectF &rect)
{
    TeamGraphView::drawBackground(painter, rect);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setBrush(Qt::NoBrush);
    for (std::size_t wire = 0; wire < m_wires.size(); ++wire) {
        if (m_wires[wire] == ChangeMark::None)
            continue;
        const bool removed = m_wires[wire] == ChangeMark::Removed;
        painter->setPen(QPen(theme().color(markLook(m_wires[wire]).color), WireWidth,
            removed ? Qt::DashLine : Qt::SolidLine));
        painter->drawPolyline(graphScene()->wires().curveOf(static_cast<int>(wire)));
    }
    painter->restore();
}

void ComparisonGraph::drawForeground(QPainter *painter, const QRectF &rect)
{
    TeamGraphView::drawForeground(painter, rect);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const std::vector<QRectF> &places = graphScene()->places();
    for (std::size_t wire = 0; wire < m_wires.size(); ++wire) {
        if (m_wires[wire] == ChangeMark::None)
            continue;
        const QPolygonF curve = graphScene()->wires().curveOf(static_cast<int>(wire));
        if (!curve.isEmpty())
            paintSign(*painter, pointAlong(curve, 0.5), m_wires[wire]);
    }
    for (std::size_t node = 0; node < m_nodes.size() && node < places.size(); ++node) {
        if (m_nodes[node] == ChangeMark::None || !places[node].isValid())
            continue;
        paintFrame(*painter, places[node], m_nodes[node]);
        paintSign(*painter, places[node].topLeft(), m_nodes[node]);
    }
    painter->restore();
}

void ComparisonGraph::paintFrame(QPainter &painter, const QRectF &card, ChangeMark mark) const
{
    const bool removed = mark == ChangeMark::Removed;
    if (removed) {
        QColor veil = theme().color(ColorToken::Canvas);
        veil.setAlphaF(Veil);
        painter.setPen(Qt::NoPen);
        painter.setBrush(veil);
        painter.drawRoundedRect(card, Theme::CardRadius, Theme::CardRadius);
    }
    painter.setPen(QPen(
        theme().color(markLook(mark).color), FrameWidth, removed ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(card, Theme::CardRadius, Theme::CardRadius);
}

void ComparisonGraph::paintSign(QPainter &painter, const QPointF &middle, ChangeMark mark) const
{
    const StateLook look = markLook(mark);
    QRectF disc(0, 0, SignSize, SignSize);
    disc.moveCenter(middle);
    painter.setPen(QPen(theme().color(look.color), FrameWidth));
    painter.setBrush(theme().color(look.background));
    painter.drawEllipse(disc);
    const double inset = Theme::Space1 / 2.0;
    theme()
        .icon(look.icon, look.color)
        .paint(&painter, disc.adjusted(inset, inset, -inset, -inset).toAlignedRect());
}

} // namespace renum::ui
