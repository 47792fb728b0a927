// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graph_decor.h"

#include "core/workflow/editing/canvas_decor.h"

#include <QHash>

#include <utility>

namespace renum::ui {

namespace {

void addRoutes(GraphModel &graph, const CanvasDecor &decor, const QHash<AgentId, int> &nodes)
{
    const int last = static_cast<int>(graph.nodes.size()) - 1;
    QHash<std::pair<int, int>, const CanvasRoute *> routes;
    for (const CanvasRoute &route : decor.routes) {
        const int from = route.from.isEmpty() ? 0 : nodes.value(route.from, -1);
        const int to = route.to.isEmpty() ? last : nodes.value(route.to, -1);
        routes.insert({ from, to }, &route);
    }
    for (GraphWire &wire : graph.wires) {
        const CanvasRoute *route = routes.value({ wire.from, wire.to });
        if (!route || wire.kind == GraphWire::Kind::Feedback)
            continue;
        for (const CanvasPosition &point : route->points)
            wire.route.push_back(drawnAt(point));
    }
}

void addFrames(GraphModel &graph, const CanvasDecor &decor, const QHash<AgentId, int> &nodes)
{
    for (const CanvasFrame &frame : decor.frames) {
        GraphFrame drawn { frame.id, frame.title, frame.color, frameWithId(decor, frame.parent),
            frame.collapsed, {} };
        for (const AgentId &member : frame.members) {
            if (nodes.contains(member))
                drawn.nodes.push_back(nodes.value(member));
        }
        graph.frames.push_back(std::move(drawn));
    }
    for (const CanvasNote &note : decor.notes)
        graph.notes.push_back({ note.id, note.text, drawnAt(note.position) });
}

} // namespace

void addDecor(GraphModel &graph, const WorkflowDefinition &workflow)
{
    if (workflow.extra.empty())
        return;
    const CanvasDecor decor = canvasDecor(workflow);
    if (decor.prompt)
        graph.nodes.front().position = drawnAt(*decor.prompt);
    if (decor.result)
        graph.nodes.back().position = drawnAt(*decor.result);
    QHash<AgentId, int> nodes;
    for (std::size_t i = 1; i + 1 < graph.nodes.size(); ++i)
        nodes.insert(graph.nodes[i].agent, static_cast<int>(i));
    addRoutes(graph, decor, nodes);
    addFrames(graph, decor, nodes);
}

QPointF drawnAt(const CanvasPosition &position)
{
    const CanvasPosition drawn = drawable(position);
    return { drawn.x, drawn.y };
}

} // namespace renum::ui
