// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/decor_items.h"
#include "ui/graph/graph_scene.h"
#include "ui/graph/index.h"
#include "ui/graph/wires_item.h"

#include <QLineF>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

/// Where the items of a graph are, and what is at a point.
namespace renum::ui {

namespace {

constexpr double LayerGap = 2 * Theme::Space6;
constexpr double NodeGap = Theme::Space6 + Theme::Space2;
constexpr double FitMargin = Theme::Space6;
/// Room to pan beyond the graph, so that any node can be brought to the middle.
constexpr double PanMargin = 600;
/// The scene grows in such steps: its index is made anew each time.
constexpr double SceneStep = 4'000;

} // namespace

/// Once all members have been placed, prompt and result stand before and behind them.
void GraphScene::placeEnds(std::vector<LayoutNode> &nodes) const
{
    QRectF members;
    for (std::size_t i = 1; i + 1 < nodes.size(); ++i) {
        if (!nodes[i].fixed)
            return;
        members = members.united(QRectF(*nodes[i].fixed, nodes[i].size));
    }
    if (members.isNull())
        return;
    const auto heightAt = [&](int pill) {
        double sum = 0;
        int count = 0;
        for (const GraphWire &wire : m_graph.wires) {
            const int other = wire.from == pill ? wire.to : wire.to == pill ? wire.from : -1;
            if (other <= 0 || at(other) + 1 >= nodes.size())
                continue;
            sum += nodes[at(other)].fixed->y() + nodes[at(other)].size.height() / 2;
            ++count;
        }
        return count > 0 ? sum / count : members.center().y();
    };
    LayoutNode &prompt = nodes.front();
    LayoutNode &result = nodes.back();
    if (!prompt.fixed)
        prompt.fixed = QPointF(members.left() - LayerGap - prompt.size.width(),
            heightAt(0) - prompt.size.height() / 2);
    if (!result.fixed)
        result.fixed = QPointF(members.right() + LayerGap,
            heightAt(static_cast<int>(nodes.size()) - 1) - result.size.height() / 2);
}

GraphLayout GraphScene::computeLayout(Placement placement) const
{
    std::vector<LayoutNode> nodes;
    nodes.reserve(m_items.size());
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        const std::optional<QPointF> &wish = m_graph.nodes[i].position;
        nodes.push_back({ m_items[i]->size(), placement == Placement::Tidy ? std::nullopt : wish });
    }
    if (placement == Placement::Author)
        placeEnds(nodes);
    std::vector<LayoutEdge> edges;
    edges.reserve(m_graph.wires.size());
    for (const GraphWire &wire : m_graph.wires) {
        const bool back = wire.kind == GraphWire::Kind::Feedback;
        // A back edge has no part in the columns: naming no node keeps it out.
        edges.push_back({ back ? -1 : wire.from, back ? -1 : wire.to, m_wires->labelWidth(wire) });
    }
    return layoutGraph(nodes, edges, { LayerGap, NodeGap });
}

std::vector<QRectF> GraphScene::tidyPlaces() const
{
    return computeLayout(Placement::Tidy).nodes;
}

void GraphScene::place()
{
    GraphLayout layout = computeLayout(Placement::Author);
    for (std::size_t i = 0; i < m_graph.wires.size(); ++i) {
        if (!m_graph.wires[i].route.empty())
            layout.waypoints[i] = m_graph.wires[i].route;
    }
    m_waypoints = std::move(layout.waypoints);
    moveTo(std::move(layout.nodes));
    m_notes->setNotes(&m_graph);
    growSceneRect();
}

void GraphScene::moveTo(std::vector<QRectF> places)
{
    m_places = std::move(places);
    m_frames = placeFrames(m_graph, m_places, frameMetrics(*m_theme));
    m_shown = m_places;
    m_ends = m_places;
    m_bounds.clear();
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        const int frame = m_frames.hiddenIn[i];
        m_items[i]->setPos(m_places[i].topLeft());
        m_items[i]->setVisible(frame < 0);
        if (frame >= 0) {
            m_shown[i] = {};
            m_ends[i] = m_frames.frames[at(frame)];
        }
        m_bounds.add(m_shown[i]);
    }
    m_framesItem->setFrames(&m_graph, &m_frames);
    m_wires->setGraph(&m_graph, m_ends, m_waypoints);
    if (m_mark.kind != GraphMark::Kind::None)
        setMark(m_mark);
}

void GraphScene::showPlaces(const std::vector<QRectF> &places)
{
    if (places.size() != m_items.size())
        return;
    // Ways round cards are those of the other places.
    for (std::size_t i = 0; i < m_waypoints.size(); ++i) {
        if (m_graph.wires[i].route.empty())
            m_waypoints[i].clear();
    }
    moveTo(places);
}

void GraphScene::growSceneRect()
{
    const QRectF wanted = contentRect().adjusted(-PanMargin, -PanMargin, PanMargin, PanMargin);
    const auto down = [](double value) { return std::floor(value / SceneStep) * SceneStep; };
    const auto up = [](double value) { return std::ceil(value / SceneStep) * SceneStep; };
    const QRectF room(QPointF(down(wanted.left()), down(wanted.top())),
        QPointF(up(wanted.right()), up(wanted.bottom())));
    const bool fits = sceneRect().contains(room)
        && sceneRect().width() <= room.width() + 2 * SceneStep
        && sceneRect().height() <= room.height() + 2 * SceneStep;
    if (!fits)
        setSceneRect(room);
}

QRectF GraphScene::contentRect() const
{
    QRectF rect = m_wires->boundingRect().united(m_framesItem->boundingRect());
    if (!m_graph.notes.empty())
        rect = rect.united(m_notes->boundingRect());
    for (const QRectF &place : m_shown)
        rect = rect.united(place);
    return rect.adjusted(-FitMargin, -FitMargin, FitMargin, FitMargin);
}

std::vector<int> GraphScene::wiresOf(const std::vector<int> &nodes) const
{
    std::vector<bool> moved(m_items.size(), false);
    for (const int node : nodes)
        moved[at(node)] = true;
    std::vector<int> wires;
    for (std::size_t i = 0; i < m_graph.wires.size(); ++i) {
        if (moved[at(m_graph.wires[i].from)] || moved[at(m_graph.wires[i].to)])
            wires.push_back(static_cast<int>(i));
    }
    return wires;
}

void GraphScene::setOffset(
    const std::vector<int> &nodes, const std::vector<int> &notes, const QPointF &offset)
{
    // Where they are drawn; m_places stays what the graph says.
    std::vector<QRectF> places = m_places;
    std::vector<int> touched = std::exchange(m_moved, nodes);
    for (const int node : nodes)
        places[at(node)].translate(offset);
    if (touched != nodes)
        touched.insert(touched.end(), nodes.begin(), nodes.end());
    if (touched != m_touched || m_touchedWires.empty()) {
        m_touched = touched;
        m_touchedWires = wiresOf(touched);
    }
    if (!m_graph.frames.empty()) {
        const std::vector<QRectF> before = m_frames.frames;
        m_frames = placeFrames(m_graph, places, frameMetrics(*m_theme));
        if (m_frames.frames != before)
            m_framesItem->refresh();
    }
    for (const int node : touched) {
        m_items[at(node)]->setPos(places[at(node)].topLeft());
        const int frame = m_frames.hiddenIn[at(node)];
        m_ends[at(node)] = frame < 0 ? places[at(node)] : m_frames.frames[at(frame)];
    }
    m_wires->moveWires(m_touchedWires, m_ends);
    m_notes->setOffset(notes, offset);
}

int GraphScene::nodeAt(const QPointF &point) const
{
    const std::vector<int> near = m_bounds.near(QRectF(point, QSizeF(0, 0)));
    const auto found = std::ranges::find_if(
        near.rbegin(), near.rend(), [&](int node) { return m_shown[at(node)].contains(point); });
    return found == near.rend() ? -1 : *found;
}

std::vector<int> GraphScene::nodesIn(const QRectF &rect) const
{
    std::vector<int> found = m_bounds.near(rect);
    std::erase_if(found, [&](int node) { return !m_shown[at(node)].intersects(rect); });
    return found;
}

int GraphScene::portAt(const QPointF &point, double reach, Port port) const
{
    int nearest = -1;
    double best = reach;
    const QRectF around(point - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach));
    for (const int node : m_bounds.near(around)) {
        const QRectF &place = m_shown[at(node)];
        const NodeKind without = port == Port::Out ? NodeKind::Result : NodeKind::Prompt;
        if (m_graph.nodes[at(node)].kind == without)
            continue;
        const QPointF centre(port == Port::Out ? place.right() : place.left(), place.center().y());
        const double distance = QLineF(point, centre).length();
        if (distance <= best) {
            best = distance;
            nearest = node;
        }
    }
    return nearest;
}

int GraphScene::outPortAt(const QPointF &point, double reach) const
{
    return portAt(point, reach, Port::Out);
}

int GraphScene::inPortAt(const QPointF &point, double reach) const
{
    return portAt(point, reach, Port::In);
}

void GraphScene::refreshTheme()
{
    m_metrics = cardMetrics(*m_theme);
    for (NodeItem *item : m_items)
        item->refresh();
    m_wires->refreshTheme();
    place();
}

} // namespace renum::ui
