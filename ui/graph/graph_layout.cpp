// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graph_layout.h"

#include "ui/graph/author_places.h"
#include "ui/graph/layered_columns.h"

#include <algorithm>

namespace renum::ui {

namespace {

/// Weights of least squares: a card keeps its place, a passing edge makes way.
constexpr double NodeWeight = 1e6;
constexpr double PassingWeight = 1;
constexpr int HeightSweeps = 6;

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
