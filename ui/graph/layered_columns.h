// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <utility>
#include <vector>

/// The combinatorial half of the layered layout: which column, in which order.
namespace renum::ui {

/// A place in a column: a node, or the passage of an edge that skips the column.
struct LayoutCell {
    int node = -1; ///< -1 for a passage
    int column = 0;
    std::vector<int> before; ///< cells of the previous column that lead here
    std::vector<int> after;
};

struct LayeredColumns {
    std::vector<int> columnOf; ///< by node
    std::vector<LayoutCell> cells; ///< the first ones are the nodes, by index
    std::vector<std::vector<int>> columns; ///< cells from top to bottom
    std::vector<std::vector<int>> passing; ///< by edge: its passages from left to right
};

/// Columns by longest path; sweeps of the barycentre heuristic order the cells. Edges that close a
/// cycle, lead to a node itself or name a node that does not exist have no part in it.
[[nodiscard]] LayeredColumns layeredColumns(
    int nodeCount, const std::vector<std::pair<int, int>> &edges);

} // namespace renum::ui
