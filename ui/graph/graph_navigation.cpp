// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graph_navigation.h"

#include "ui/graph/graph_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

/// Straying sideways costs more than going far.
constexpr double SidewaysCost = 2;

/// How far `to` lies in the direction, and how far beside it.
std::pair<double, double> offset(const QPointF &from, const QPointF &to, GraphDirection direction)
{
    const QPointF delta = to - from;
    switch (direction) {
    case GraphDirection::Left:
        return { -delta.x(), std::abs(delta.y()) };
    case GraphDirection::Right:
        return { delta.x(), std::abs(delta.y()) };
    case GraphDirection::Up:
        return { -delta.y(), std::abs(delta.x()) };
    case GraphDirection::Down:
        return { delta.y(), std::abs(delta.x()) };
    }
    return {};
}

QString kindText(const GraphNode &node)
{
    if (node.kind == NodeKind::Agent)
        return GraphWords::tr("Agent %1").arg(node.title);
    return node.title;
}

} // namespace

int nodeTowards(const std::vector<QRectF> &places, int current, GraphDirection direction)
{
    if (current < 0 || static_cast<std::size_t>(current) >= places.size())
        return places.empty() ? -1 : 0;
    const QPointF from = places[static_cast<std::size_t>(current)].center();
    double best = std::numeric_limits<double>::max();
    int found = current;
    for (std::size_t i = 0; i < places.size(); ++i) {
        if (places[i].isNull())
            continue; // in a collapsed frame
        const auto [ahead, beside] = offset(from, places[i].center(), direction);
        const double cost = ahead + SidewaysCost * beside;
        if (ahead > 1 && cost < best) {
            best = cost;
            found = static_cast<int>(i);
        }
    }
    return found;
}

int nodeAlongWire(const GraphModel &graph, int current, bool forward)
{
    const auto found = std::ranges::find_if(graph.wires, [&](const GraphWire &wire) {
        return wire.kind != GraphWire::Kind::Feedback && (forward ? wire.from : wire.to) == current;
    });
    if (found == graph.wires.end())
        return current;
    return forward ? found->to : found->from;
}

QString spokenNode(const GraphModel &graph, int node)
{
    if (node < 0 || static_cast<std::size_t>(node) >= graph.nodes.size())
        return {};
    const GraphNode &shown = graph.nodes[static_cast<std::size_t>(node)];
    const auto leads
        = [&](auto end) { return static_cast<int>(std::ranges::count(graph.wires, node, end)); };
    QStringList parts { kindText(shown) };
    if (shown.status)
        parts << shown.look.word;
    if (shown.alert == GraphNode::Alert::Error)
        parts << GraphWords::tr("has a mistake");
    else if (shown.alert == GraphNode::Alert::Warning)
        parts << GraphWords::tr("has a warning");
    for (const QString &text : { shown.subtitle, shown.body, shown.footer }) {
        if (!text.isEmpty())
            parts << text;
    }
    if (shown.kind == NodeKind::Agent) {
        parts << GraphWords::tr("%n input(s)", nullptr, leads(&GraphWire::to));
        parts << GraphWords::tr("%n output(s)", nullptr, leads(&GraphWire::from));
    }
    return parts.join(GraphWords::tr(", ", "between names in a list"));
}

QString spokenWire(const GraphModel &graph, int wire)
{
    if (wire < 0 || static_cast<std::size_t>(wire) >= graph.wires.size())
        return {};
    const GraphWire &drawn = graph.wires[static_cast<std::size_t>(wire)];
    const QString from = graph.nodes[static_cast<std::size_t>(drawn.from)].title;
    const QString to = graph.nodes[static_cast<std::size_t>(drawn.to)].title;
    if (drawn.kind == GraphWire::Kind::Feedback) {
        return drawn.label.isEmpty()
            ? GraphWords::tr("Feedback from %1 to %2").arg(from, to)
            : GraphWords::tr("Feedback from %1 to %2: %3").arg(from, to, drawn.label);
    }
    return drawn.label.isEmpty()
        ? GraphWords::tr("Wire from %1 to %2").arg(from, to)
        : GraphWords::tr("Wire from %1 to %2: %3").arg(from, to, drawn.label);
}

} // namespace renum::ui
