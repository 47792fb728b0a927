// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/canvas_scene.h"

#include <unistd.h>

#include <QFile>
#include <QImage>
#include <QPainter>
#include <QRandomGenerator>

#include <cmath>

namespace renum::bench {

namespace {

const QSizeF Card(224, 130);
const QSizeF Pitch(304, 190);

} // namespace

BenchGraph benchGraph(int members)
{
    QRandomGenerator random(20261123);
    BenchGraph graph;
    graph.draft.name = QStringLiteral("Bench");
    graph.draft.workflow.type = WorkflowType::Parallel;
    const int columns = static_cast<int>(std::ceil(std::sqrt(members)));
    for (int i = 0; i < members; ++i) {
        WorkflowAgent member;
        member.agentId = AgentId(QStringLiteral("agent-%1").arg(i));
        member.name = QStringLiteral("Agent number %1").arg(i);
        member.config.instructions = QStringLiteral(
            "Solve the problem step by step; ask for logs if needed. Keep it under 200 words.");
        const QPointF corner(i % columns * Pitch.width(), i / columns * Pitch.height());
        member.position = CanvasPosition { corner.x(), corner.y() };
        graph.places.emplace_back(corner, Card);
        std::vector<int> from;
        if (i % columns > 0)
            from.push_back(i - 1);
        if (i >= columns && i % 2 == 0)
            from.push_back(random.bounded(100) == 0 ? random.bounded(i) : i - columns);
        for (const int producer : from) {
            if (!member.input)
                member.input.emplace();
            member.input->sources.push_back({ InputSource::Kind::AgentResult,
                AgentId(QStringLiteral("agent-%1").arg(producer)), {} });
            const QRectF &begin = graph.places[static_cast<std::size_t>(producer)];
            graph.wires.push_back(QPolygonF { { begin.right(), begin.center().y() },
                { corner.x(), corner.y() + Card.height() / 2 } });
        }
        if (member.input)
            member.input->combined = member.input->sources.size() > 1;
        graph.ids.insert(member.agentId);
        graph.draft.workflow.agents.push_back(std::move(member));
    }
    return graph;
}

void paintDirectly(const BenchGraph &graph, const QGraphicsView &view, const QSize &size)
{
    static QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setWorldTransform(view.viewportTransform());
    QPen pen(Qt::black, 1);
    pen.setCosmetic(true);
    painter.setPen(pen);
    for (const QPolygonF &wire : graph.wires)
        painter.drawPolyline(wire);
    for (const QRectF &place : graph.places)
        painter.fillRect(place, Qt::gray);
}

double residentKiB()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * double(sysconf(_SC_PAGESIZE)) / 1024;
}

} // namespace renum::bench
