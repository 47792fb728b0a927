// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/author_places.h"

#include <QHash>

#include <algorithm>
#include <cmath>
#include <utility>

namespace renum::ui {

namespace {

/// Nobody follows a longer wire round a card.
constexpr double LongestWayAround = 6'000;

/// Rectangles in cells, to find those near a place among thousands.
class PlaceGrid {
public:
    void add(const QRectF &rect)
    {
        const std::size_t index = m_rects.size();
        m_rects.push_back(rect);
        forCells(rect, [&](const Cell &cell) { m_cells[cell].push_back(index); });
    }

    /// One that overlaps, or nullptr.
    [[nodiscard]] const QRectF *hit(const QRectF &rect) const
    {
        const QRectF *found = nullptr;
        forNear(rect, [&](const QRectF &other) {
            if (!found && other.intersects(rect))
                found = &other;
        });
        return found;
    }

    /// Calls `see` for all whose cells the rectangle touches; for some more than once.
    template<typename See>
    void forNear(const QRectF &rect, const See &see) const
    {
        forCells(rect, [&](const Cell &cell) {
            const auto there = m_cells.constFind(cell);
            if (there == m_cells.cend())
                return;
            for (const std::size_t index : *there)
                see(m_rects[index]);
        });
    }

private:
    using Cell = std::pair<int, int>;
    static constexpr double Size = 512;

    template<typename Each>
    static void forCells(const QRectF &rect, const Each &each)
    {
        const auto cell = [](double value) { return static_cast<int>(std::floor(value / Size)); };
        for (int x = cell(rect.left()); x <= cell(rect.right()); ++x) {
            for (int y = cell(rect.top()); y <= cell(rect.bottom()); ++y)
                each({ x, y });
        }
    }

    std::vector<QRectF> m_rects;
    QHash<Cell, std::vector<std::size_t>> m_cells;
};

/// How far nodes that nobody placed move: as far as their placed neighbours did on average; as far
/// as all placed nodes where they have none.
class Shifts {
public:
    Shifts(const std::vector<LayoutNode> &nodes, const std::vector<LayoutEdge> &edges,
        const std::vector<QPointF> &moved)
        : m_near(nodes.size())
        , m_count(nodes.size(), 0)
    {
        const auto isNode = [&](int index) {
            return index >= 0 && static_cast<std::size_t>(index) < nodes.size();
        };
        for (const LayoutEdge &edge : edges) {
            if (!isNode(edge.from) || !isNode(edge.to))
                continue;
            add(nodes, moved, static_cast<std::size_t>(edge.from),
                static_cast<std::size_t>(edge.to));
            add(nodes, moved, static_cast<std::size_t>(edge.to),
                static_cast<std::size_t>(edge.from));
        }
        int placed = 0;
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            m_all += nodes[i].fixed ? moved[i] : QPointF();
            placed += nodes[i].fixed ? 1 : 0;
        }
        m_all /= std::max(placed, 1);
    }

    [[nodiscard]] QPointF of(std::size_t node) const
    {
        return m_count[node] > 0 ? m_near[node] / m_count[node] : m_all;
    }

private:
    void add(const std::vector<LayoutNode> &nodes, const std::vector<QPointF> &moved,
        std::size_t node, std::size_t neighbour)
    {
        if (!nodes[neighbour].fixed)
            return;
        m_near[node] += moved[neighbour];
        ++m_count[node];
    }

    std::vector<QPointF> m_near;
    std::vector<int> m_count;
    QPointF m_all;
};

std::vector<QPointF> wayAround(
    const std::vector<QRectF> &nodes, const PlaceGrid &grid, const LayoutEdge &edge, double gap)
{
    const auto count = static_cast<int>(nodes.size());
    if (edge.from < 0 || edge.to < 0 || edge.from >= count || edge.to >= count)
        return {};
    const QRectF &from = nodes[static_cast<std::size_t>(edge.from)];
    const QRectF &to = nodes[static_cast<std::size_t>(edge.to)];
    const QRectF corridor
        = QRectF(QPointF(from.right(), from.center().y()), QPointF(to.left(), to.center().y()))
              .normalized();
    const double length = to.left() - from.right();
    if (length <= 0 || corridor.width() + corridor.height() > LongestWayAround)
        return {};
    QRectF blocked;
    grid.forNear(corridor, [&](const QRectF &node) {
        const bool between = node.left() > from.right() && node.right() < to.left();
        const double share = (node.center().x() - from.right()) / length;
        const double y = from.center().y() + share * (to.center().y() - from.center().y());
        if (between && y > node.top() && y < node.bottom())
            blocked = blocked.united(node);
    });
    if (blocked.isEmpty())
        return {};
    const double y = blocked.bottom() + gap / 2;
    return { { blocked.left(), y }, { blocked.right(), y } };
}

} // namespace

void applyFixed(const std::vector<LayoutNode> &nodes, const std::vector<LayoutEdge> &edges,
    std::vector<QRectF> &rects, double gap)
{
    std::vector<QPointF> moved(nodes.size());
    PlaceGrid taken;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (!nodes[i].fixed)
            continue;
        moved[i] = *nodes[i].fixed - rects[i].topLeft();
        rects[i].translate(moved[i]);
        taken.add(rects[i]);
    }
    const Shifts shifts(nodes, edges, moved);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (nodes[i].fixed)
            continue;
        rects[i].translate(shifts.of(i));
        for (const QRectF *hit = taken.hit(rects[i]); hit; hit = taken.hit(rects[i]))
            rects[i].moveTop(hit->bottom() + gap);
        taken.add(rects[i]);
    }
}

std::vector<std::vector<QPointF>> waysAround(
    const std::vector<QRectF> &nodes, const std::vector<LayoutEdge> &edges, double gap)
{
    PlaceGrid grid;
    for (const QRectF &node : nodes)
        grid.add(node);
    std::vector<std::vector<QPointF>> ways(edges.size());
    for (std::size_t e = 0; e < edges.size(); ++e)
        ways[e] = wayAround(nodes, grid, edges[e], gap);
    return ways;
}

} // namespace renum::ui
