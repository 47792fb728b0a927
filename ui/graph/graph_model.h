// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"
#include "core/model/workflow_definition.h"
#include "ui/theme/theme.h"

#include <QPointF>
#include <QString>

#include <optional>
#include <vector>

/// A team's graph as plain values: what is drawn, read aloud and laid out. The scene is a view of
/// it.
namespace renum::ui {

enum class NodeKind { Prompt, Agent, Result };

struct GraphNode {
    NodeKind kind = NodeKind::Agent;
    AgentId agent; ///< empty for prompt and result
    QString title;
    QString subtitle; ///< model, role, attempt
    QString body; ///< instructions, or what the step shows now
    QString footer; ///< time and tokens
    bool live = false; ///< `body` is being streamed: drawn from its end, with a caret
    std::optional<StepStatus> status; ///< absent in a definition
    StateLook look; ///< of `status`
    int series = -1; ///< Theme::seriesColor; -1 for prompt and result
    std::optional<QPointF> position; ///< given by the author: top left corner
    /// What is wrong with it while it is edited.
    enum class Alert { None, Warning, Error };
    Alert alert = Alert::None;

    friend bool operator==(const GraphNode &a, const GraphNode &b);
};

struct GraphWire {
    enum class Kind { Data, Condition, Feedback };
    enum class State {
        Idle, ///< a definition, nothing runs
        Waiting, ///< nothing has come through yet
        Done, ///< the producer has delivered
        Unused, ///< nothing will come through
    };
    int from = 0; ///< index into GraphModel::nodes
    int to = 0;
    Kind kind = Kind::Data;
    QString label; ///< for example "category = technical"
    State state = State::Idle;
    std::vector<QPointF> route; ///< points that the author leads it through

    friend bool operator==(const GraphWire &, const GraphWire &) = default;
};

/// A named group; drawn around its nodes and the frames within it.
struct GraphFrame {
    QString id;
    QString title;
    int series = 0;
    int parent = -1; ///< index into GraphModel::frames
    bool collapsed = false;
    std::vector<int> nodes; ///< those directly in it

    friend bool operator==(const GraphFrame &, const GraphFrame &) = default;
};

struct GraphNote {
    QString id;
    QString text;
    QPointF position;

    friend bool operator==(const GraphNote &, const GraphNote &) = default;
};

/// nodes[0] is the prompt, then the agents in order, the last one is the result.
struct GraphModel {
    std::vector<GraphNode> nodes;
    std::vector<GraphWire> wires;
    std::vector<GraphFrame> frames;
    std::vector<GraphNote> notes;

    /// Index of the agent's node, or -1.
    [[nodiscard]] int indexOf(const AgentId &agent) const;
    friend bool operator==(const GraphModel &, const GraphModel &) = default;
};

/// Wires are what flows: results that are inputs, conditions on results, explicit dependencies,
/// feedback; in sequential teams also the mere order where nothing else joins a step to its
/// predecessor. The prompt is wired only to steps that nothing else leads to, because nearly every
/// step may read it and the wires would hide the flow.
[[nodiscard]] GraphModel graphOf(const WorkflowDefinition &definition);
[[nodiscard]] GraphModel graphOf(const ExecutionPlan &plan);

/// Writes the execution's state into a graph of its plan. `now` measures what still runs.
void applyExecution(GraphModel &graph, const Execution &execution, Timestamp now);

} // namespace renum::ui
