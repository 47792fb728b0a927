// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/graph_model.h"

namespace renum::ui {

/// Writes what the author drew around the members into their graph: frames, notes, the ways of
/// wires, the places of prompt and result.
void addDecor(GraphModel &graph, const WorkflowDefinition &workflow);
/// A place as it can be drawn, whatever the file says.
[[nodiscard]] QPointF drawnAt(const CanvasPosition &position);

} // namespace renum::ui
