// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPolygonF>
#include <QRectF>

#include <unordered_map>
#include <utility>
#include <vector>

/// The curves of wires, flattened once, and a grid to find those that a rectangle touches.
namespace renum::ui {

/// From port to port through the waypoints, leaving and arriving horizontally.
[[nodiscard]] QPolygonF wireCurve(
    const QPointF &start, const std::vector<QPointF> &waypoints, const QPointF &end);
/// A back edge: from the bottom of one node to the bottom of an earlier one, `drop` below the
/// lower.
[[nodiscard]] QPolygonF feedbackCurve(const QRectF &from, const QRectF &to, double drop);
/// The point at that share (0 … 1) of the curve's length.
[[nodiscard]] QPointF pointAlong(const QPolygonF &curve, double share);
/// The runs of the curve whose segments touch the rectangle; what is outside is not stroked.
[[nodiscard]] std::vector<QPolygonF> clippedRuns(const QPolygonF &curve, const QRectF &exposed);
/// Distance from a point to the curve.
[[nodiscard]] double distanceTo(const QPolygonF &curve, const QPointF &point);

/// Which curves may touch a rectangle: buckets of a uniform grid.
class WireGrid {
public:
    void clear();
    void add(int wire, const QPolygonF &curve);
    /// Each wire once, ascending.
    [[nodiscard]] std::vector<int> near(const QRectF &rect) const;

private:
    struct CellHash {
        std::size_t operator()(const std::pair<int, int> &cell) const noexcept
        {
            return static_cast<std::size_t>(cell.first) * 73856093U
                ^ static_cast<std::size_t>(cell.second) * 19349663U;
        }
    };
    std::unordered_map<std::pair<int, int>, std::vector<int>, CellHash> m_cells;
    QRectF m_bounds;
};

} // namespace renum::ui
