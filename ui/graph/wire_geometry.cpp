// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/wire_geometry.h"

#include <QLineF>

#include <algorithm>
#include <cmath>

namespace renum::ui {

namespace {

constexpr int SegmentsPerCurve = 24;
constexpr double GridCell = 256;

int cellOf(double coordinate)
{
    return static_cast<int>(std::floor(coordinate / GridCell));
}

QPointF cubic(const QPointF &a, const QPointF &b, const QPointF &c, const QPointF &d, double t)
{
    const double s = 1 - t;
    return a * (s * s * s) + b * (3 * s * s * t) + c * (3 * s * t * t) + d * (t * t * t);
}

void appendCubic(
    QPolygonF &out, const QPointF &a, const QPointF &b, const QPointF &c, const QPointF &d)
{
    for (int i = 1; i <= SegmentsPerCurve; ++i)
        out << cubic(a, b, c, d, static_cast<double>(i) / SegmentsPerCurve);
}

void appendHorizontal(QPolygonF &out, const QPointF &to)
{
    const QPointF from = out.constLast();
    if (qFuzzyCompare(from.y() + 1, to.y() + 1)) {
        out << to;
        return;
    }
    const double reach = std::max(std::abs(to.x() - from.x()) / 2, 24.0);
    appendCubic(out, from, from + QPointF(reach, 0), to - QPointF(reach, 0), to);
}

QRectF segmentBounds(const QPointF &a, const QPointF &b)
{
    return QRectF(a, b).normalized().adjusted(-2, -2, 2, 2);
}

double distanceToSegment(const QPointF &a, const QPointF &b, const QPointF &p)
{
    const QPointF ab = b - a;
    const double squared = QPointF::dotProduct(ab, ab);
    const double t
        = squared > 0 ? std::clamp(QPointF::dotProduct(p - a, ab) / squared, 0.0, 1.0) : 0;
    return QLineF(p, a + ab * t).length();
}

} // namespace

QPolygonF wireCurve(const QPointF &start, const std::vector<QPointF> &waypoints, const QPointF &end)
{
    QPolygonF curve { start };
    for (const QPointF &point : waypoints)
        appendHorizontal(curve, point);
    appendHorizontal(curve, end);
    return curve;
}

QPolygonF feedbackCurve(const QRectF &from, const QRectF &to, double drop)
{
    const QPointF start(from.center().x(), from.bottom());
    const QPointF end(to.center().x(), to.bottom());
    const double bottom = std::max(start.y(), end.y()) + drop;
    QPolygonF curve { start };
    appendCubic(curve, start, { start.x(), bottom }, { start.x(), bottom },
        { (start.x() + end.x()) / 2, bottom });
    appendCubic(curve, curve.constLast(), { end.x(), bottom }, { end.x(), bottom }, end);
    return curve;
}

QPointF pointAlong(const QPolygonF &curve, double share)
{
    double total = 0;
    for (qsizetype i = 1; i < curve.size(); ++i)
        total += QLineF(curve[i - 1], curve[i]).length();
    double rest = total * share;
    for (qsizetype i = 1; i < curve.size(); ++i) {
        const QLineF segment(curve[i - 1], curve[i]);
        if (rest <= segment.length() && segment.length() > 0)
            return segment.pointAt(rest / segment.length());
        rest -= segment.length();
    }
    return curve.isEmpty() ? QPointF() : curve.constLast();
}

std::vector<QPolygonF> clippedRuns(const QPolygonF &curve, const QRectF &exposed)
{
    std::vector<QPolygonF> runs;
    bool open = false;
    for (qsizetype i = 1; i < curve.size(); ++i) {
        const bool seen = segmentBounds(curve[i - 1], curve[i]).intersects(exposed);
        if (seen && !open)
            runs.push_back(QPolygonF { curve[i - 1] });
        if (seen)
            runs.back() << curve[i];
        open = seen;
    }
    return runs;
}

double distanceTo(const QPolygonF &curve, const QPointF &point)
{
    double best = std::numeric_limits<double>::max();
    for (qsizetype i = 1; i < curve.size(); ++i)
        best = std::min(best, distanceToSegment(curve[i - 1], curve[i], point));
    return best;
}

void WireGrid::clear()
{
    m_cells.clear();
    m_bounds = {};
}

void WireGrid::add(int wire, const QPolygonF &curve)
{
    for (qsizetype i = 1; i < curve.size(); ++i) {
        const QRectF bounds = segmentBounds(curve[i - 1], curve[i]);
        m_bounds = m_bounds.united(bounds);
        for (int x = cellOf(bounds.left()); x <= cellOf(bounds.right()); ++x) {
            for (int y = cellOf(bounds.top()); y <= cellOf(bounds.bottom()); ++y) {
                std::vector<int> &cell = m_cells[{ x, y }];
                if (cell.empty() || cell.back() != wire)
                    cell.push_back(wire);
            }
        }
    }
}

std::vector<int> WireGrid::near(const QRectF &rect) const
{
    std::vector<int> found;
    const QRectF inside = rect.intersected(m_bounds);
    if (inside.isEmpty())
        return found;
    for (int x = cellOf(inside.left()); x <= cellOf(inside.right()); ++x) {
        for (int y = cellOf(inside.top()); y <= cellOf(inside.bottom()); ++y) {
            const auto cell = m_cells.find({ x, y });
            if (cell != m_cells.end())
                found.insert(found.end(), cell->second.begin(), cell->second.end());
        }
    }
    std::ranges::sort(found);
    const auto rest = std::ranges::unique(found);
    found.erase(rest.begin(), rest.end());
    return found;
}

} // namespace renum::ui
