// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/wire_geometry.h"

#include <QLineF>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace renum::ui {

namespace {

/// Bounds are kept as floats: so much may be lost where coordinates are in the millions.
constexpr float BoundsSlack = 1;
constexpr double LeastReach = 24;

/// How far a curve leaves its ends sideways.
double reachOf(const QPointF &from, const QPointF &to)
{
    return std::max(std::abs(to.x() - from.x()) / 2, LeastReach);
}

/// At least how far a curve goes beyond its ends sideways.
double overshootOf(const QPointF &from, const QPointF &to)
{
    const double ahead = to.x() - from.x();
    if (std::abs(ahead) < 2 * LeastReach)
        return LeastReach;
    return ahead > 0 ? 0 : -ahead / 10; // 8.1 % of the way back
}

QPointF cubic(const QPointF &a, const QPointF &b, const QPointF &c, const QPointF &d, double t)
{
    const double s = 1 - t;
    return a * (s * s * s) + b * (3 * s * s * t) + c * (3 * s * t * t) + d * (t * t * t);
}

void appendCubic(QPolygonF &out, const QPointF &a, const QPointF &b, const QPointF &c,
    const QPointF &d, int segments)
{
    for (int i = 1; i <= segments; ++i)
        out << cubic(a, b, c, d, static_cast<double>(i) / segments);
}

void appendHorizontal(QPolygonF &out, const QPointF &to, int segments)
{
    const QPointF from = out.constLast();
    if (qFuzzyCompare(from.y() + 1, to.y() + 1) && to.x() >= from.x()) {
        out << to;
        return;
    }
    const double reach = reachOf(from, to);
    appendCubic(out, from, from + QPointF(reach, 0), to - QPointF(reach, 0), to, segments);
}

/// Shares of a segment.
struct Part {
    double from = 0;
    double to = 1;
};

/// The part of a segment that lies in a rectangle: after Liang and Barsky.
std::optional<Part> partWithin(const QPointF &a, const QPointF &b, const QRectF &rect)
{
    Part part;
    const auto cut = [&part](double step, double room) {
        if (step == 0)
            return room >= 0;
        const double share = room / step;
        if (step < 0)
            part.from = std::max(part.from, share);
        else
            part.to = std::min(part.to, share);
        return part.from <= part.to;
    };
    const QPointF step = b - a;
    const bool seen = cut(-step.x(), a.x() - rect.left()) && cut(step.x(), rect.right() - a.x())
        && cut(-step.y(), a.y() - rect.top()) && cut(step.y(), rect.bottom() - a.y());
    return seen ? std::optional(part) : std::nullopt;
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

QPolygonF wireCurve(
    const QPointF &start, const std::vector<QPointF> &waypoints, const QPointF &end, int segments)
{
    QPolygonF curve;
    curve.reserve(1 + segments * static_cast<qsizetype>(waypoints.size() + 1));
    curve << start;
    for (const QPointF &point : waypoints)
        appendHorizontal(curve, point, segments);
    appendHorizontal(curve, end, segments);
    return curve;
}

QPolygonF feedbackCurve(const QRectF &from, const QRectF &to, double drop, int segments)
{
    const QPointF start(from.center().x(), from.bottom());
    const QPointF end(to.center().x(), to.bottom());
    const double bottom = std::max(start.y(), end.y()) + drop;
    QPolygonF curve { start };
    appendCubic(curve, start, { start.x(), bottom }, { start.x(), bottom },
        { (start.x() + end.x()) / 2, bottom }, segments);
    appendCubic(curve, curve.constLast(), { end.x(), bottom }, { end.x(), bottom }, end, segments);
    return curve;
}

QRectF wireHull(const QPointF &start, const std::vector<QPointF> &waypoints, const QPointF &end)
{
    QPointF least = start;
    QPointF most = start;
    const auto include = [&](double x, double y) {
        least = { std::min(least.x(), x), std::min(least.y(), y) };
        most = { std::max(most.x(), x), std::max(most.y(), y) };
    };
    QPointF from = start;
    const auto lead = [&](const QPointF &to) {
        const double over = overshootOf(from, to);
        include(from.x() + over, from.y());
        include(to.x() - over, to.y());
        include(to.x(), to.y());
        from = to;
    };
    for (const QPointF &point : waypoints)
        lead(point);
    lead(end);
    return { least, most };
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
        const std::optional<Part> seen = partWithin(curve[i - 1], curve[i], exposed);
        if (!seen) {
            open = false;
            continue;
        }
        const QPointF ahead = curve[i] - curve[i - 1];
        if (!open || seen->from > 0)
            runs.push_back(QPolygonF { curve[i - 1] + ahead * seen->from });
        runs.back() << curve[i - 1] + ahead * seen->to;
        open = seen->to >= 1;
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

bool crosses(const QPolygonF &curve, const QPolygonF &line)
{
    if (!curve.boundingRect()
             .adjusted(-1, -1, 1, 1)
             .intersects(line.boundingRect().adjusted(-1, -1, 1, 1)))
        return false;
    for (qsizetype i = 1; i < curve.size(); ++i) {
        const QLineF segment(curve[i - 1], curve[i]);
        for (qsizetype k = 1; k < line.size(); ++k) {
            if (segment.intersects(QLineF(line[k - 1], line[k])) == QLineF::BoundedIntersection)
                return true;
        }
    }
    return false;
}

BoundsList::Bounds BoundsList::boundsOf(const QRectF &rect)
{
    if (rect.isNull())
        return {};
    return { static_cast<float>(rect.left()) - BoundsSlack,
        static_cast<float>(rect.top()) - BoundsSlack,
        static_cast<float>(rect.right()) + BoundsSlack,
        static_cast<float>(rect.bottom()) + BoundsSlack };
}

void BoundsList::add(const QRectF &bounds)
{
    m_bounds.push_back(boundsOf(bounds));
}

void BoundsList::set(int index, const QRectF &bounds)
{
    m_bounds[static_cast<std::size_t>(index)] = boundsOf(bounds);
}

QRectF BoundsList::at(int index) const
{
    const Bounds &bounds = m_bounds[static_cast<std::size_t>(index)];
    return bounds.right < bounds.left
        ? QRectF()
        : QRectF(QPointF(bounds.left, bounds.top), QPointF(bounds.right, bounds.bottom));
}

std::vector<int> BoundsList::near(const QRectF &rect) const
{
    std::vector<int> found;
    const Bounds asked { static_cast<float>(rect.left()), static_cast<float>(rect.top()),
        static_cast<float>(rect.right()), static_cast<float>(rect.bottom()) };
    for (std::size_t i = 0; i < m_bounds.size(); ++i) {
        const Bounds &b = m_bounds[i];
        const bool apart = b.right < asked.left || b.left > asked.right || b.bottom < asked.top
            || b.top > asked.bottom || b.right < b.left;
        if (!apart)
            found.push_back(static_cast<int>(i));
    }
    return found;
}

QRectF BoundsList::united() const
{
    Bounds all;
    for (const Bounds &b : m_bounds) {
        if (b.right < b.left)
            continue;
        if (all.right < all.left) {
            all = b;
            continue;
        }
        all = { std::min(all.left, b.left), std::min(all.top, b.top), std::max(all.right, b.right),
            std::max(all.bottom, b.bottom) };
    }
    return all.right < all.left
        ? QRectF()
        : QRectF(QPointF(all.left, all.top), QPointF(all.right, all.bottom));
}

} // namespace renum::ui
