// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/graph_model.h"

#include <QImage>
#include <QSet>

namespace renum::ui {

inline GraphNode cardNamed(const QString &title, NodeKind kind = NodeKind::Agent)
{
    GraphNode node;
    node.kind = kind;
    node.title = title;
    if (kind == NodeKind::Agent) {
        node.agent = AgentId(title);
        node.subtitle = QStringLiteral("Writes");
        node.body = QStringLiteral("Say what you see.");
        node.series = 0;
    }
    return node;
}

/// Prompt, these agents one after the other, result.
inline GraphModel chainOf(const QStringList &agents)
{
    GraphModel graph;
    graph.nodes.push_back(cardNamed(QStringLiteral("Prompt"), NodeKind::Prompt));
    for (const QString &agent : agents)
        graph.nodes.push_back(cardNamed(agent));
    graph.nodes.push_back(cardNamed(QStringLiteral("Result"), NodeKind::Result));
    for (int i = 1; i < static_cast<int>(graph.nodes.size()); ++i)
        graph.wires.push_back({ i - 1, i, GraphWire::Kind::Data, {}, GraphWire::State::Idle, {} });
    return graph;
}

/// So many agents, placed as a grid.
inline GraphModel gridOf(int agents)
{
    constexpr int columns = 40;
    QStringList names;
    for (int i = 0; i < agents; ++i)
        names << QStringLiteral("Agent %1").arg(i);
    GraphModel graph = chainOf(names);
    for (int i = 0; i < agents; ++i) {
        graph.nodes[static_cast<std::size_t>(i) + 1].position
            = QPointF(300.0 * (i % columns), 200.0 * (i / columns));
    }
    return graph;
}

inline QSet<QRgb> coloursOf(const QImage &image)
{
    QSet<QRgb> colours;
    for (int y = 0; y < image.height(); y += 3) {
        for (int x = 0; x < image.width(); x += 3)
            colours.insert(image.pixel(x, y));
    }
    return colours;
}

} // namespace renum::ui
