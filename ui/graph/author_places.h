// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/graph_layout.h"

/// What the layout makes of places that the author chose. Pure.
namespace renum::ui {

/// Puts nodes where their author wants them and moves the others along, out of the way.
void applyFixed(const std::vector<LayoutNode> &nodes, const std::vector<LayoutEdge> &edges,
    std::vector<QRectF> &rects, double gap);

/// Between places that an author chose no passage was kept free: for each edge that would run
/// behind a card the points that lead it below.
[[nodiscard]] std::vector<std::vector<QPointF>> waysAround(
    const std::vector<QRectF> &nodes, const std::vector<LayoutEdge> &edges, double gap);

} // namespace renum::ui
