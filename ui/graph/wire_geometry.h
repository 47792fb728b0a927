// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPolygonF>
#include <QRectF>

#include <vector>

/// The curves of wires, and which of them a rectangle may touch.
namespace renum::ui {

/// Segments of a curve that is seen as a curve, and of one that is seen from afar.
inline constexpr int SmoothCurve = 24;
inline constexpr int CoarseCurve = 6;

/// From port to port through the waypoints, leaving and arriving horizontally; each part in that
/// many segments.
[[nodiscard]] QPolygonF wireCurve(const QPointF &start, const std::vector<QPointF> &waypoints,
    const QPointF &end, int segments = SmoothCurve);
/// A back edge: from the bottom of one node to the bottom of an earlier one, `drop` below the
/// lower.
[[nodiscard]] QPolygonF feedbackCurve(
    const QRectF &from, const QRectF &to, double drop, int segments = SmoothCurve);
/// Encloses wireCurve() for the same points.
[[nodiscard]] QRectF wireHull(
    const QPointF &start, const std::vector<QPointF> &waypoints, const QPointF &end);
/// The point at that share (0 … 1) of the curve's length.
[[nodiscard]] QPointF pointAlong(const QPolygonF &curve, double share);
/// The runs of the curve whose segments touch the rectangle; what is outside is not stroked.
[[nodiscard]] std::vector<QPolygonF> clippedRuns(const QPolygonF &curve, const QRectF &exposed);
/// Distance from a point to the curve.
[[nodiscard]] double distanceTo(const QPolygonF &curve, const QPointF &point);
/// Whether a curve and a line, both open, have a point in common.
[[nodiscard]] bool crosses(const QPolygonF &curve, const QPolygonF &line);

/// The bounds of many things side by side in memory. Asking all of ten thousand takes ten
/// microseconds, less than a tree would need, and moving one takes none.
class BoundsList {
public:
    void clear() { m_bounds.clear(); }
    void resize(std::size_t count) { m_bounds.resize(count); }
    [[nodiscard]] std::size_t size() const { return m_bounds.size(); }
    void add(const QRectF &bounds);
    void set(int index, const QRectF &bounds);
    [[nodiscard]] QRectF at(int index) const;
    /// Those whose bounds touch the rectangle, ascending.
    [[nodiscard]] std::vector<int> near(const QRectF &rect) const;
    /// Around all of them.
    [[nodiscard]] QRectF united() const;

private:
    struct Bounds {
        float left = 1;
        float top = 1;
        float right = -1; ///< nothing touches what is inside out
        float bottom = -1;
    };
    [[nodiscard]] static Bounds boundsOf(const QRectF &rect);

    std::vector<Bounds> m_bounds;
};

} // namespace renum::ui
