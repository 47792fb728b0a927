// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graph_scene.h"

#include "ui/graph/decor_items.h"
#include "ui/graph/index.h"
#include "ui/graph/wires_item.h"

#include <QHash>

#include <algorithm>
#include <utility>

namespace renum::ui {

namespace {

/// With more items coming or going the index is quicker made anew.
constexpr std::size_t ManyItems = 200;

bool sameShape(const GraphModel &a, const GraphModel &b)
{
    const auto sameNode = [](const GraphNode &x, const GraphNode &y) {
        return x.kind == y.kind && x.agent == y.agent && x.position == y.position;
    };
    const auto sameWire = [](const GraphWire &x, const GraphWire &y) {
        return x.from == y.from && x.to == y.to && x.kind == y.kind && x.label == y.label
            && x.route == y.route;
    };
    return a.frames == b.frames && a.notes == b.notes
        && std::ranges::equal(a.nodes, b.nodes, sameNode)
        && std::ranges::equal(a.wires, b.wires, sameWire);
}

std::pair<int, AgentId> keyOf(const GraphNode &node)
{
    return { static_cast<int>(node.kind), node.agent };
}

} // namespace

GraphScene::GraphScene(const Theme *theme, QObject *parent)
    : QGraphicsScene(parent)
    , m_theme(theme)
    , m_metrics(cardMetrics(*theme))
    , m_wires(new WiresItem(theme))
    , m_framesItem(new FramesItem(theme))
    , m_notes(new NotesItem(theme))
{
    addItem(m_framesItem);
    addItem(m_wires);
    addItem(m_notes);
}

GraphScene::~GraphScene()
{
    // Items are taken out of an index one by one; without an index that costs nothing.
    setItemIndexMethod(NoIndex);
}

void GraphScene::setGraph(GraphModel graph)
{
    m_moved.clear();
    m_touched.clear();
    m_touchedWires.clear();
    if (!m_items.empty() && sameShape(m_graph, graph))
        changeContents(std::move(graph));
    else
        adoptItems(std::move(graph));
}

/// Only words and states differ.
void GraphScene::changeContents(GraphModel graph)
{
    std::vector<bool> changed(graph.nodes.size());
    for (std::size_t i = 0; i < graph.nodes.size(); ++i)
        changed[i] = !(graph.nodes[i] == m_graph.nodes[i]);
    const GraphModel before = std::exchange(m_graph, std::move(graph));
    const GraphMark marked = m_mark;
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        if (changed[i])
            m_items[i]->setContent(&m_graph.nodes[i], static_cast<int>(i));
        else
            m_items[i]->moveContent(&m_graph.nodes[i], static_cast<int>(i));
    }
    m_wires->setStates(before, &m_graph);
    m_framesItem->setFrames(&m_graph, &m_frames);
    m_notes->setNotes(&m_graph);
    setMark(marked);
}

/// Nodes come, go, or are elsewhere.
void GraphScene::adoptItems(GraphModel graph)
{
    const QSet<NodeKey> chosen = keysOf(m_selection);
    const QSet<NodeKey> current
        = keysOf(m_current < 0 ? std::vector<int>() : std::vector { m_current });
    const GraphModel before = std::exchange(m_graph, std::move(graph));
    std::vector<NodeItem *> items = reusedItems(before);
    const auto gone = std::ranges::count_if(m_items, [](const NodeItem *item) { return item; });
    const bool many = std::size_t(gone + std::ranges::count(items, nullptr)) > ManyItems;
    if (many)
        setItemIndexMethod(NoIndex);
    for (NodeItem *item : std::exchange(m_items, std::move(items))) {
        if (item)
            removeItem(item);
        delete item;
    }
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        if (m_items[i])
            continue;
        m_items[i] = new NodeItem(m_theme, &m_metrics);
        m_items[i]->setContent(&m_graph.nodes[i], static_cast<int>(i));
        addItem(m_items[i]);
    }
    const GraphMark marked = std::exchange(m_mark, {});
    place();
    if (many) {
        setItemIndexMethod(BspTreeIndex);
        // A new index learns of the scene's rectangle only when that changes; without it every item
        // is everywhere.
        setSceneRect(sceneRect().adjusted(0, 0, 1, 1));
    }
    restoreSelection(chosen, current);
    setMark(sameMark(before, marked));
}

/// For each node of the graph the item that showed it before, taken out of m_items; else null.
std::vector<NodeItem *> GraphScene::reusedItems(const GraphModel &before)
{
    QHash<NodeKey, std::size_t> old;
    for (std::size_t i = 0; i < m_items.size(); ++i)
        old.insert(keyOf(before.nodes[i]), i);
    std::vector<NodeItem *> items(m_graph.nodes.size(), nullptr);
    for (std::size_t i = 0; i < m_graph.nodes.size(); ++i) {
        const GraphNode &node = m_graph.nodes[i];
        const auto found = old.constFind(keyOf(node));
        if (found == old.cend())
            continue;
        NodeItem *item = items[i] = std::exchange(m_items[*found], nullptr);
        if (node == before.nodes[*found])
            item->moveContent(&node, static_cast<int>(i));
        else
            item->setContent(&node, static_cast<int>(i));
        old.erase(found);
    }
    return items;
}

/// The same wire, frame or note in the graph as it is now.
GraphMark GraphScene::sameMark(const GraphModel &before, const GraphMark &mark) const
{
    const auto indexIn = [](const auto &list, const auto &isSame) {
        const auto found = std::ranges::find_if(list, isSame);
        return found == list.end() ? -1 : static_cast<int>(found - list.begin());
    };
    int index = -1;
    if (mark.kind == GraphMark::Kind::Frame) {
        const QString &id = before.frames[at(mark.index)].id;
        index = indexIn(m_graph.frames, [&](const GraphFrame &frame) { return frame.id == id; });
    } else if (mark.kind == GraphMark::Kind::Note) {
        const QString &id = before.notes[at(mark.index)].id;
        index = indexIn(m_graph.notes, [&](const GraphNote &note) { return note.id == id; });
    } else if (mark.kind == GraphMark::Kind::Wire) {
        const GraphWire &wire = before.wires[at(mark.index)];
        const NodeKey from = keyOf(before.nodes[at(wire.from)]);
        const NodeKey to = keyOf(before.nodes[at(wire.to)]);
        index = indexIn(m_graph.wires, [&](const GraphWire &other) {
            return other.kind == wire.kind && keyOf(m_graph.nodes[at(other.from)]) == from
                && keyOf(m_graph.nodes[at(other.to)]) == to;
        });
    }
    return index < 0 ? GraphMark() : GraphMark { mark.kind, index };
}

QSet<GraphScene::NodeKey> GraphScene::keysOf(const std::vector<int> &nodes) const
{
    QSet<NodeKey> keys;
    for (const int node : nodes)
        keys.insert(keyOf(m_graph.nodes[at(node)]));
    return keys;
}

void GraphScene::restoreSelection(const QSet<NodeKey> &chosen, const QSet<NodeKey> &current)
{
    m_selection.clear();
    m_current = -1;
    for (std::size_t i = 0; i < m_graph.nodes.size(); ++i) {
        const NodeKey key = keyOf(m_graph.nodes[i]);
        const bool isChosen = chosen.contains(key);
        m_items[i]->setChosen(isChosen);
        if (isChosen)
            m_selection.push_back(static_cast<int>(i));
        if (current.contains(key))
            m_current = static_cast<int>(i);
    }
    if (m_current < 0 && !m_selection.empty())
        m_current = m_selection.front();
}

void GraphScene::selectNode(int index)
{
    if (index < 0 || at(index) >= m_items.size())
        setSelection({});
    else
        setSelection({ index }, index);
}

void GraphScene::setSelection(std::vector<int> nodes, int current)
{
    std::ranges::sort(nodes);
    const auto rest = std::ranges::unique(nodes);
    nodes.erase(rest.begin(), rest.end());
    std::erase_if(nodes, [this](int node) { return node < 0 || at(node) >= m_items.size(); });
    if (!nodes.empty())
        setMark({});
    if (!std::ranges::binary_search(nodes, current))
        current = nodes.empty() ? -1 : nodes.front();
    if (nodes == m_selection && current == m_current)
        return;
    for (const int node : m_selection)
        m_items[at(node)]->setChosen(false);
    m_selection = std::move(nodes);
    m_current = current;
    for (const int node : m_selection)
        m_items[at(node)]->setChosen(true);
    emit nodesSelected();
}

void GraphScene::setMark(const GraphMark &mark)
{
    m_mark = mark;
    const auto indexOf = [&](GraphMark::Kind kind) { return mark.kind == kind ? mark.index : -1; };
    m_wires->setSelected(indexOf(GraphMark::Kind::Wire));
    m_framesItem->setSelected(indexOf(GraphMark::Kind::Frame));
    m_notes->setSelected(indexOf(GraphMark::Kind::Note));
}

void GraphScene::setOffers(const std::vector<NodeItem::Offer> &offers)
{
    for (std::size_t i = 0; i < m_items.size(); ++i)
        m_items[i]->setOffer(i < offers.size() ? offers[i] : NodeItem::Offer::None);
}

void GraphScene::drawForeground(QPainter *painter, const QRectF &rect)
{
    m_wires->paintLabels(*painter, rect);
}

} // namespace renum::ui
