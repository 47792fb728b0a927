// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graph_scene.h"

#include "ui/graph/wires_item.h"

#include <algorithm>
#include <utility>

namespace renum::ui {

namespace {

constexpr double LayerGap = 2 * Theme::Space6;
constexpr double NodeGap = Theme::Space6 + Theme::Space2;
constexpr double FitMargin = Theme::Space6;
/// Room to pan beyond the graph, so that any node can be brought to the middle.
constexpr double PanMargin = 600;

bool sameShape(const GraphModel &a, const GraphModel &b)
{
    const auto sameNode = [](const GraphNode &x, const GraphNode &y) {
        return x.kind == y.kind && x.agent == y.agent && x.position == y.position;
    };
    const auto sameWire = [](const GraphWire &x, const GraphWire &y) {
        return x.from == y.from && x.to == y.to && x.kind == y.kind && x.label == y.label;
    };
    return std::ranges::equal(a.nodes, b.nodes, sameNode)
        && std::ranges::equal(a.wires, b.wires, sameWire);
}

} // namespace

GraphScene::GraphScene(const Theme *theme, QObject *parent)
    : QGraphicsScene(parent)
    , m_theme(theme)
    , m_wires(new WiresItem(theme))
{
    addItem(m_wires);
}

void GraphScene::setGraph(const GraphModel &graph)
{
    const bool same = sameShape(m_graph, graph);
    m_graph = graph;
    if (!same) {
        rebuild();
        return;
    }
    for (std::size_t i = 0; i < m_items.size(); ++i)
        m_items[i]->setContent(graph.nodes[i]);
    m_wires->setStates(graph);
}

void GraphScene::rebuild()
{
    // Removing a selected item tells of it at once: by then none of the old ones may be known.
    const std::vector<NodeItem *> old = std::exchange(m_items, {});
    for (NodeItem *item : old) {
        removeItem(item);
        delete item;
    }
    const CardMetrics metrics = cardMetrics(*m_theme);
    for (std::size_t i = 0; i < m_graph.nodes.size(); ++i) {
        auto *item = new NodeItem(m_theme, metrics, static_cast<int>(i));
        item->setContent(m_graph.nodes[i]);
        addItem(item);
        m_items.push_back(item);
    }
    place();
}

void GraphScene::place()
{
    std::vector<LayoutNode> nodes;
    for (const NodeItem *item : m_items)
        nodes.push_back({ item->size(), item->content().position });
    std::vector<LayoutEdge> edges;
    for (const GraphWire &wire : m_graph.wires) {
        const bool back = wire.kind == GraphWire::Kind::Feedback;
        // A back edge has no part in the columns: naming no node keeps it out.
        edges.push_back(
            { back ? -1 : wire.from, back ? -1 : wire.to, WiresItem::labelWidth(*m_theme, wire) });
    }
    const GraphLayout layout = layoutGraph(nodes, edges, { LayerGap, NodeGap });
    m_places = layout.nodes;
    for (std::size_t i = 0; i < m_items.size(); ++i)
        m_items[i]->setPos(m_places[i].topLeft());
    m_wires->setGraph(m_graph, m_places, layout.waypoints);
    setSceneRect(contentRect().adjusted(-PanMargin, -PanMargin, PanMargin, PanMargin));
}

QRectF GraphScene::contentRect() const
{
    QRectF rect = m_wires->boundingRect();
    for (const QRectF &place : m_places)
        rect = rect.united(place);
    return rect.adjusted(-FitMargin, -FitMargin, FitMargin, FitMargin);
}

int GraphScene::selectedNode() const
{
    const auto found = std::ranges::find_if(m_items, &NodeItem::isSelected);
    return found == m_items.end() ? -1 : (*found)->index();
}

void GraphScene::selectNode(int index)
{
    if (index == selectedNode())
        return;
    clearSelection();
    if (index >= 0 && static_cast<std::size_t>(index) < m_items.size())
        m_items[static_cast<std::size_t>(index)]->setSelected(true);
}

int GraphScene::nodeAt(const QPointF &point) const
{
    const auto found = std::ranges::find_if(
        m_places, [&](const QRectF &place) { return place.contains(point); });
    return found == m_places.end() ? -1 : static_cast<int>(found - m_places.begin());
}

void GraphScene::drawForeground(QPainter *painter, const QRectF &rect)
{
    m_wires->paintLabels(*painter, rect);
}

void GraphScene::refreshTheme()
{
    const CardMetrics metrics = cardMetrics(*m_theme);
    for (NodeItem *item : m_items)
        item->setMetrics(metrics);
    place();
}

} // namespace renum::ui
