// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/canvas/snapping.h"

#include <array>
#include <cmath>
#include <optional>

namespace renum::ui {

namespace {

double onGrid(double value)
{
    return std::round(value / SnapGrid) * SnapGrid;
}

struct Hit {
    double shift = 0; ///< so much further
    double at = 0; ///< the coordinate that both have then
    QRectF other;
};

using Edges = std::array<double, 3>;

Edges acrossOf(const QRectF &rect)
{
    return { rect.left(), rect.center().x(), rect.right() };
}

Edges downOf(const QRectF &rect)
{
    return { rect.top(), rect.center().y(), rect.bottom() };
}

/// Like edges only: left with left, middle with middle, right with right.
void consider(std::optional<Hit> &best, const Edges &mine, const Edges &theirs, const QRectF &other,
    double reach)
{
    for (std::size_t i = 0; i < mine.size(); ++i) {
        const double shift = theirs[i] - mine[i];
        const double limit = best ? std::abs(best->shift) : reach;
        if (std::abs(shift) < limit || (!best && std::abs(shift) <= reach))
            best = Hit { shift, theirs[i], other };
    }
}

} // namespace

QPointF onGrid(const QPointF &point)
{
    return { onGrid(point.x()), onGrid(point.y()) };
}

Snap snapped(
    const QRectF &moved, const QPointF &wanted, const std::vector<QRectF> &others, double reach)
{
    const QRectF there = moved.translated(wanted);
    std::optional<Hit> across;
    std::optional<Hit> down;
    for (const QRectF &other : others) {
        consider(across, acrossOf(there), acrossOf(other), other, reach);
        consider(down, downOf(there), downOf(other), other, reach);
    }
    const QPointF grid = onGrid(there.topLeft()) - there.topLeft();
    Snap snap;
    snap.offset
        = wanted + QPointF(across ? across->shift : grid.x(), down ? down->shift : grid.y());
    const QRectF rest = moved.translated(snap.offset);
    if (across) {
        const QRectF both = rest.united(across->other);
        snap.lines.emplace_back(across->at, both.top(), across->at, both.bottom());
    }
    if (down) {
        const QRectF both = rest.united(down->other);
        snap.lines.emplace_back(both.left(), down->at, both.right(), down->at);
    }
    return snap;
}

} // namespace renum::ui
