// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/graph_model.h"
#include "ui/monitor/graph/step_runs.h"

#include <QHash>

namespace renum::ui {

/// A run unrolled: a step that ran several times is as many nodes, each with what became of it.
struct UnrolledGraph {
    GraphModel graph;
    QHash<AgentId, AgentId> aliases; ///< from the id of a node to its agent, where they differ
};

/// `aggregated` is the graph of the plan with the execution's state. Each node is joined to the
/// iteration whose result it got. Pure.
[[nodiscard]] UnrolledGraph unrolled(const GraphModel &aggregated, const StepRuns &runs);

/// The id of the node that stands for one run of an agent that ran as often as that.
[[nodiscard]] AgentId nodeOfRun(
    const AgentId &agent, const QList<StepRun> &runs, const StepRun &run);

/// The wires through which something comes just now: into what runs, from what has delivered. Pure.
[[nodiscard]] std::vector<int> activeWires(const GraphModel &graph);

} // namespace renum::ui
