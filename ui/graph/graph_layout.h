// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>
#include <QSizeF>

#include <optional>
#include <utility>
#include <vector>

/// Where the nodes of a graph go. Pure: sizes and edges in, places out.
namespace renum::ui {

struct LayoutNode {
    QSizeF size;
    std::optional<QPointF> fixed; ///< top left corner the author chose
};

struct LayoutEdge {
    int from = 0;
    int to = 0;
    double labelWidth = 0; ///< room that a label on the edge needs between its layers
};

struct LayoutGaps {
    double layer = 0; ///< between columns
    double node = 0; ///< between the nodes of a column
};

struct GraphLayout {
    std::vector<QRectF> nodes;
    /// For each edge the points between its ends where it passes by the nodes of a layer.
    std::vector<std::vector<QPointF>> waypoints;
};

/// Columns by longest path from the sources, order within a column by barycentre, heights by the
/// places of the neighbours. Edges that close a cycle are ignored for the columns. Nodes never
/// overlap, except where the author's own places do.
[[nodiscard]] GraphLayout layoutGraph(const std::vector<LayoutNode> &nodes,
    const std::vector<LayoutEdge> &edges, const LayoutGaps &gaps);

} // namespace renum::ui
