// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/layered_columns.h"

#include "ui/graph/index.h"

#include <algorithm>
#include <cstddef>

namespace renum::ui {

namespace {

constexpr int OrderSweeps = 8;
/// Of a graph. Edges beyond it keep no way free: nobody follows one wire among so many.
constexpr std::size_t MostPassages = 20'000;

using Edges = std::vector<std::pair<int, int>>;

/// Nodes in topological order by depth first search, iterative because a chain may be long; `back`
/// tells for each edge whether it closes a cycle or makes no sense.
struct TopologicalOrder {
    std::vector<int> nodes;
    std::vector<bool> back;
};

class DepthFirst {
public:
    DepthFirst(int nodeCount, const Edges &edges)
        : m_edges(edges)
        , m_out(at(nodeCount))
        , m_mark(at(nodeCount), Mark::New)
    {
        m_order.back.assign(edges.size(), false);
        for (std::size_t e = 0; e < edges.size(); ++e) {
            const auto [from, to] = edges[e];
            const bool sane
                = from >= 0 && to >= 0 && from < nodeCount && to < nodeCount && from != to;
            m_order.back[e] = !sane;
            if (sane)
                m_out[at(from)].push_back(e);
        }
    }

    TopologicalOrder run()
    {
        for (std::size_t node = 0; node < m_mark.size(); ++node) {
            if (m_mark[node] == Mark::New)
                visit(static_cast<int>(node));
        }
        std::ranges::reverse(m_order.nodes);
        return m_order;
    }

private:
    enum class Mark { New, Open, Closed };

    void visit(int root)
    {
        std::vector<std::pair<int, std::size_t>> stack { { root, 0 } };
        m_mark[at(root)] = Mark::Open;
        while (!stack.empty()) {
            auto &[node, next] = stack.back();
            if (next == m_out[at(node)].size()) {
                m_mark[at(node)] = Mark::Closed;
                m_order.nodes.push_back(node);
                stack.pop_back();
                continue;
            }
            const std::size_t edge = m_out[at(node)][next++];
            const int to = m_edges[edge].second;
            if (m_mark[at(to)] == Mark::Open) {
                m_order.back[edge] = true;
            } else if (m_mark[at(to)] == Mark::New) {
                m_mark[at(to)] = Mark::Open;
                stack.emplace_back(to, 0);
            }
        }
    }

    const Edges &m_edges;
    std::vector<std::vector<std::size_t>> m_out;
    std::vector<Mark> m_mark;
    TopologicalOrder m_order;
};

void assignColumns(LayeredColumns &out, const Edges &edges, const TopologicalOrder &order)
{
    std::vector<std::vector<int>> targets(out.columnOf.size());
    for (std::size_t e = 0; e < edges.size(); ++e) {
        if (!order.back[e])
            targets[at(edges[e].first)].push_back(edges[e].second);
    }
    for (const int node : order.nodes) {
        for (const int to : targets[at(node)])
            out.columnOf[at(to)] = std::max(out.columnOf[at(to)], out.columnOf[at(node)] + 1);
    }
}

int addPassage(LayeredColumns &out, int column)
{
    out.cells.push_back({ -1, column, {}, {} });
    const int cell = static_cast<int>(out.cells.size()) - 1;
    out.columns[at(column)].push_back(cell);
    return cell;
}

void connect(LayeredColumns &out, int from, int to)
{
    out.cells[at(from)].after.push_back(to);
    out.cells[at(to)].before.push_back(from);
}

void addCells(LayeredColumns &out, const Edges &edges, const TopologicalOrder &order)
{
    const std::size_t nodeCount = out.columnOf.size();
    const auto rightmost = std::ranges::max_element(out.columnOf);
    out.columns.resize(rightmost == out.columnOf.end() ? 1 : at(*rightmost) + 1);
    for (std::size_t node = 0; node < out.columnOf.size(); ++node) {
        out.cells.push_back({ static_cast<int>(node), out.columnOf[node], {}, {} });
        out.columns[at(out.columnOf[node])].push_back(static_cast<int>(node));
    }
    out.passing.resize(edges.size());
    for (std::size_t e = 0; e < edges.size(); ++e) {
        if (order.back[e])
            continue;
        int previous = edges[e].first;
        const int first = out.columnOf[at(previous)] + 1;
        const int last = out.columnOf[at(edges[e].second)] - 1;
        const bool room = out.cells.size() + at(last - first + 1) <= MostPassages + nodeCount;
        for (int column = first; room && column <= last; ++column) {
            const int cell = addPassage(out, column);
            out.passing[e].push_back(cell);
            connect(out, previous, cell);
            previous = cell;
        }
        connect(out, previous, edges[e].second);
    }
}

/// Sorts each column by the mean row of its neighbours in the column before (or after).
class ColumnOrder {
public:
    explicit ColumnOrder(LayeredColumns &out)
        : m_out(out)
        , m_row(out.cells.size(), 0)
        , m_key(out.cells.size(), 0)
    {
    }

    void run()
    {
        for (const std::vector<int> &column : m_out.columns)
            number(column);
        for (int sweep = 0; sweep < OrderSweeps; ++sweep) {
            const bool forward = sweep % 2 == 0;
            for (std::size_t k = 0; k < m_out.columns.size(); ++k)
                sort(m_out.columns[forward ? k : m_out.columns.size() - 1 - k], forward);
        }
    }

private:
    void number(const std::vector<int> &column)
    {
        for (std::size_t i = 0; i < column.size(); ++i)
            m_row[at(column[i])] = static_cast<double>(i) - static_cast<double>(column.size()) / 2;
    }

    [[nodiscard]] double barycentre(int cell, bool forward) const
    {
        const LayoutCell &self = m_out.cells[at(cell)];
        const std::vector<int> &next = forward ? self.before : self.after;
        if (next.empty())
            return m_row[at(cell)];
        double sum = 0;
        for (const int other : next)
            sum += m_row[at(other)];
        return sum / static_cast<double>(next.size());
    }

    void sort(std::vector<int> &column, bool forward)
    {
        if (column.size() < 2)
            return;
        for (const int cell : column)
            m_key[at(cell)] = barycentre(cell, forward);
        std::ranges::stable_sort(column, {}, [this](int cell) { return m_key[at(cell)]; });
        number(column);
    }

    LayeredColumns &m_out;
    std::vector<double> m_row;
    std::vector<double> m_key;
};

} // namespace

LayeredColumns layeredColumns(int nodeCount, const Edges &edges)
{
    LayeredColumns out;
    out.columnOf.assign(at(nodeCount), 0);
    const TopologicalOrder order = DepthFirst(nodeCount, edges).run();
    assignColumns(out, edges, order);
    addCells(out, edges, order);
    ColumnOrder(out).run();
    return out;
}

} // namespace renum::ui
