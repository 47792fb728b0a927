// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/graph_model.h"

#include <QRectF>

#include <vector>

/// Where frames are, and what the collapsed ones hide. Pure.
namespace renum::ui {

struct FrameMetrics {
    double title = 0; ///< height of the bar with the title
    double padding = 0; ///< between the frame and what it encloses
    QSizeF collapsed; ///< size of a collapsed frame
};

struct FramePlaces {
    std::vector<QRectF> frames; ///< null: not drawn
    std::vector<int> hiddenIn; ///< by node: the collapsed frame that is drawn instead, or -1
    std::vector<int> held; ///< by frame: nodes in it and in all frames within
};

/// `nodes` are the places of the nodes as if nothing were collapsed.
[[nodiscard]] FramePlaces placeFrames(
    const GraphModel &graph, const std::vector<QRectF> &nodes, const FrameMetrics &metrics);

/// Nodes in a frame and in all frames within, ascending.
[[nodiscard]] std::vector<int> nodesWithin(const GraphModel &graph, int frame);

} // namespace renum::ui
