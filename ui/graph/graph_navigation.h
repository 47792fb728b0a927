// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/graph_model.h"

#include <QRectF>

#include <vector>

/// Where the keys lead on the canvas. Pure.
namespace renum::ui {

enum class GraphDirection { Left, Right, Up, Down };

/// The nearest node in that direction; `current` when there is none. From nothing (-1) the first.
[[nodiscard]] int nodeTowards(
    const std::vector<QRectF> &places, int current, GraphDirection direction);
/// Along a wire from `current` (or back against it); `current` where the flow ends.
[[nodiscard]] int nodeAlongWire(const GraphModel &graph, int current, bool forward);

/// What a screen reader says of a node: name, state, what it shows, how it is joined.
[[nodiscard]] QString spokenNode(const GraphModel &graph, int node);
/// The same of a wire: where it leads and what flows when.
[[nodiscard]] QString spokenWire(const GraphModel &graph, int wire);

} // namespace renum::ui
