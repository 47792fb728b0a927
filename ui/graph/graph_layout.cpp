// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graph_layout.h"

#include "ui/graph/layered_columns.h"

#include <QHash>

#include <algorithm>
#include <cmath>

namespace renum::ui {

namespace {

/// Weights of least squares: a card keeps its place, a passing edge makes way.
constexpr double NodeWeight = 1e6;
constexpr double PassingWeight = 1;
constexpr int HeightSweeps = 6;
/// Nobody follows a longer wire round a card.
constexpr double LongestWayAround = 6'000;

/// One run of places that touch each other while moving to where they want to be.
struct Block {
    double weight = 0;
    double sum = 0; ///< of weight times wanted place
    std::size_t count = 0;
    [[nodiscard]] double place() const { return sum / weight; }
};

/// The nearest places to `wanted` that keep the order and `distance[i]` after place i - 1: isotonic
/// least squares by pooling neighbours that are too close.
std::vector<double> spread(const std::vector<double> &wanted, const std::vector<double> &distance,
    const std::vector<double> &weight)
{
    std::vector<Block> blocks;
    double offset = 0;
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        offset += i == 0 ? 0 : distance[i];
        blocks.push_back({ weight[i], weight[i] * (wanted[i] - offset), 1 });
        while (blocks.size() > 1 && blocks.back().place() < blocks[blocks.size() - 2].place()) {
            const Block last = blocks.back();
            blocks.pop_back();
            blocks.back().weight += last.weight;
            blocks.back().sum += last.sum;
            blocks.back().count += last.count;
        }
    }
    std::vector<double> places;
    offset = 0;
    for (const Block &block : blocks) {
        for (std::size_t k = 0; k < block.count; ++k) {
            offset += places.empty() ? 0 : distance[places.size()];
            places.push_back(block.place() + offset);
        }
    }
    return places;
}

class Placer {
public:
    Placer(
        const std::vector<LayoutNode> &nodes, const LayeredColumns &columns, const LayoutGaps &gaps)
        : m_nodes(nodes)
        , m_columns(columns)
        , m_gaps(gaps)
        , m_centre(columns.cells.size(), 0)
    {
    }

    std::vector<double> heights()
    {
        for (int sweep = 0; sweep < HeightSweeps; ++sweep) {
            const std::size_t count = m_columns.columns.size();
            for (std::size_t k = 0; k < count; ++k)
                placeColumn(m_columns.columns[sweep % 2 == 0 ? k : count - 1 - k]);
        }
        return m_centre;
    }

private:
    [[nodiscard]] double heightOf(int cell) const
    {
        const int node = m_columns.cells[static_cast<std::size_t>(cell)].node;
        return node < 0 ? 0 : m_nodes[static_cast<std::size_t>(node)].size.height();
    }
    [[nodiscard]] bool isNode(int cell) const
    {
        return m_columns.cells[static_cast<std::size_t>(cell)].node >= 0;
    }

    /// The mean of the neighbours' centres. A card listens to cards first, so that a long edge
    /// bends round the cards and not the other way about.
    [[nodiscard]] double wanted(int cell) const
    {
        const LayoutCell &self = m_columns.cells[static_cast<std::size_t>(cell)];
        double sum = 0;
        double weight = 0;
        for (const std::vector<int> *side : { &self.before, &self.after }) {
            for (const int other : *side) {
                const double w = isNode(other) ? NodeWeight : PassingWeight;
                sum += w * m_centre[static_cast<std::size_t>(other)];
                weight += w;
            }
        }
        return weight > 0 ? sum / weight : 0;
    }

    void placeColumn(const std::vector<int> &column)
    {
        std::vector<double> want;
        std::vector<double> distance;
        std::vector<double> weight;
        for (std::size_t i = 0; i < column.size(); ++i) {
            want.push_back(wanted(column[i]));
            weight.push_back(isNode(column[i]) ? NodeWeight : PassingWeight);
            const double above = i == 0 ? 0 : heightOf(column[i - 1]);
            distance.push_back((above + heightOf(column[i])) / 2 + m_gaps.node);
        }
        const std::vector<double> places = spread(want, distance, weight);
        for (std::size_t i = 0; i < column.size(); ++i)
            m_centre[static_cast<std::size_t>(column[i])] = places[i];
    }

    const std::vector<LayoutNode> &m_nodes;
    const LayeredColumns &m_columns;
    LayoutGaps m_gaps;
    std::vector<double> m_centre;
};

/// Left edge and width of every column; a gap is as wide as the labels that cross it.
struct ColumnPlace {
    double left = 0;
    double width = 0;
};

std::vector<ColumnPlace> columnPlaces(const std::vector<LayoutNode> &nodes,
    const std::vector<LayoutEdge> &edges, const LayeredColumns &columns, double gap)
{
    const std::size_t count = columns.columns.size();
    std::vector<ColumnPlace> places(count);
    std::vector<double> gaps(count, gap);
    for (std::size_t k = 0; k < count; ++k) {
        for (const int cell : columns.columns[k]) {
            const int node = columns.cells[static_cast<std::size_t>(cell)].node;
            if (node >= 0)
                places[k].width
                    = std::max(places[k].width, nodes[static_cast<std::size_t>(node)].size.width());
        }
    }
    for (const LayoutEdge &edge : edges) {
        const auto from = static_cast<std::size_t>(edge.from);
        if (edge.labelWidth <= 0 || edge.from < 0 || from >= columns.columnOf.size())
            continue;
        double &crossed = gaps[static_cast<std::size_t>(columns.columnOf[from])];
        crossed = std::max(crossed, edge.labelWidth + gap);
    }
    for (std::size_t k = 1; k < count; ++k)
        places[k].left = places[k - 1].left + places[k - 1].width + gaps[k - 1];
    return places;
}

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

/// Puts nodes where their author wants them and moves the others along, out of the way.
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

/// Between places that an author chose no passage was kept free: a wire that would run behind a
/// card goes below it.
std::vector<QPointF> wayAround(
    const std::vector<QRectF> &nodes, const PlaceGrid &grid, const LayoutEdge &edge, double gap)
{
    const auto count = static_cast<int>(nodes.size());
    if (edge.from < 0 || edge.to < 0 || edge.from >= count || edge.to >= count)
        return {};
    const QRectF &from = nodes[static_cast<std::size_t>(edge.from)];
    const QRectF &to = nodes[static_cast<std::size_t>(edge.to)];
    const QRectF corridor = QRectF(QPointF(from.right(), from.center().y()),
        QPointF(to.left(), to.center().y())).normalized();
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

std::vector<std::vector<QPointF>> passages(const LayeredColumns &columns,
    const std::vector<ColumnPlace> &places, const std::vector<double> &centre)
{
    std::vector<std::vector<QPointF>> ways(columns.passing.size());
    for (std::size_t e = 0; e < ways.size(); ++e) {
        for (const int cell : columns.passing[e]) {
            const LayoutCell &at = columns.cells[static_cast<std::size_t>(cell)];
            const ColumnPlace &place = places[static_cast<std::size_t>(at.column)];
            const double y = centre[static_cast<std::size_t>(cell)];
            ways[e].push_back({ place.left, y });
            ways[e].push_back({ place.left + place.width, y });
        }
    }
    return ways;
}

} // namespace

GraphLayout layoutGraph(const std::vector<LayoutNode> &nodes, const std::vector<LayoutEdge> &edges,
    const LayoutGaps &gaps)
{
    GraphLayout layout;
    const auto isFixed = [](const LayoutNode &node) { return node.fixed.has_value(); };
    if (!nodes.empty() && std::ranges::all_of(nodes, isFixed)) {
        for (const LayoutNode &node : nodes)
            layout.nodes.emplace_back(*node.fixed, node.size);
        layout.waypoints = waysAround(layout.nodes, edges, gaps.node);
        return layout;
    }
    std::vector<std::pair<int, int>> pairs;
    for (const LayoutEdge &edge : edges)
        pairs.emplace_back(edge.from, edge.to);
    const LayeredColumns columns = layeredColumns(static_cast<int>(nodes.size()), pairs);
    const std::vector<double> centre = Placer(nodes, columns, gaps).heights();
    const std::vector<ColumnPlace> places = columnPlaces(nodes, edges, columns, gaps.layer);
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const ColumnPlace &place = places[static_cast<std::size_t>(columns.columnOf[i])];
        const QSizeF size = nodes[i].size;
        const QPointF corner(
            place.left + (place.width - size.width()) / 2, centre[i] - size.height() / 2);
        layout.nodes.emplace_back(corner, size);
    }
    if (std::ranges::any_of(nodes, isFixed)) {
        applyFixed(nodes, edges, layout.nodes, gaps.node);
        layout.waypoints = waysAround(layout.nodes, edges, gaps.node);
    } else {
        layout.waypoints = passages(columns, places, centre);
    }
    return layout;
}

} // namespace renum::ui
