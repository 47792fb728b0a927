// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/team.h"

#include <QGraphicsView>
#include <QPolygonF>
#include <QRectF>
#include <QSet>

#include <vector>

namespace renum::bench {

/// A team of so many members on a grid, with one and a half wires a member, one in a hundred of
/// them to anywhere.
struct BenchGraph {
    TeamDraft draft;
    QSet<AgentId> ids;
    std::vector<QRectF> places;
    std::vector<QPolygonF> wires; ///< as lines
};
[[nodiscard]] BenchGraph benchGraph(int members);

/// The same rectangles and polylines with a QPainter on a QImage, as the view shows them.
void paintDirectly(const BenchGraph &graph, const QGraphicsView &view, const QSize &size);

/// What this process holds of the memory.
[[nodiscard]] double residentKiB();

} // namespace renum::bench
