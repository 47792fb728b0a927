// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/canvas/canvas_gesture.h"
#include "ui/builder/canvas/canvas_words.h"
#include "ui/builder/document/team_document.h"
#include "ui/graph/wires_item.h"

#include <QCoreApplication>
#include <QPainter>

#include <utility>

/// Gestures over the empty canvas: choosing, cutting, and leading a wire.
namespace renum::ui {

namespace {

constexpr float BandTint = 0.12F;
/// Strokes keep a point every so many pixels.
constexpr double StrokeStep = 4;
constexpr qsizetype MostPoints = 2'000;

void append(QPolygonF &line, const QPointF &point, double step)
{
    const bool far = line.isEmpty() || QLineF(line.constLast(), point).length() >= step;
    if (far && line.size() < MostPoints)
        line << point;
}

QPen thinPen(const Theme &theme, ColorToken color)
{
    QPen pen(theme.color(color), 1);
    pen.setCosmetic(true);
    return pen;
}

} // namespace

BandGesture::BandGesture(
    CanvasContext &context, const QPointF &start, Qt::KeyboardModifiers modifiers)
    : CanvasGesture(context)
    , m_line({ start })
    , m_lasso(modifiers.testFlag(Qt::AltModifier))
    , m_before(context.scene->selection())
    , m_adds(modifiers & (Qt::ControlModifier | Qt::ShiftModifier))
{
}

void BandGesture::move(const QPointF &point, Qt::KeyboardModifiers /*modifiers*/)
{
    if (m_lasso) {
        append(m_line, point, StrokeStep * context().pixel());
    } else {
        m_line.resize(1);
        m_line << point;
    }
    choose();
    context().repaint();
}

void BandGesture::choose()
{
    const GraphScene &scene = *context().scene;
    std::vector<int> nodes;
    if (m_lasso) {
        for (const int node : scene.nodesIn(m_line.boundingRect())) {
            const QRectF &place = scene.places()[static_cast<std::size_t>(node)];
            if (m_line.containsPoint(place.center(), Qt::OddEvenFill))
                nodes.push_back(node);
        }
    } else if (m_line.size() > 1) {
        nodes = scene.nodesIn(QRectF(m_line[0], m_line[1]).normalized());
    }
    if (m_adds)
        nodes.insert(nodes.end(), m_before.begin(), m_before.end());
    context().scene->setSelection(std::move(nodes));
}

void BandGesture::finish(const QPointF &point, Qt::KeyboardModifiers modifiers)
{
    move(point, modifiers);
    m_line.clear();
    context().repaint();
}

void BandGesture::cancel()
{
    m_line.clear();
    context().scene->setSelection(m_before);
    context().repaint();
}

void BandGesture::paint(QPainter &painter) const
{
    QColor fill = context().theme->color(ColorToken::Accent);
    fill.setAlphaF(BandTint);
    painter.setPen(thinPen(*context().theme, ColorToken::Accent));
    painter.setBrush(fill);
    if (m_lasso)
        painter.drawPolygon(m_line);
    else if (m_line.size() > 1)
        painter.drawRect(QRectF(m_line[0], m_line[1]).normalized());
}

CutGesture::CutGesture(CanvasContext &context, const QPointF &start)
    : CanvasGesture(context)
    , m_line({ start })
{
}

void CutGesture::move(const QPointF &point, Qt::KeyboardModifiers /*modifiers*/)
{
    append(m_line, point, StrokeStep * context().pixel());
    context().repaint();
}

void CutGesture::finish(const QPointF &point, Qt::KeyboardModifiers /*modifiers*/)
{
    m_line << point;
    const QPolygonF line = std::exchange(m_line, {});
    context().repaint();
    context().removeWires(context().scene->wires().crossedBy(line));
}

void CutGesture::cancel()
{
    m_line.clear();
    context().repaint();
}

void CutGesture::paint(QPainter &painter) const
{
    QPen pen = thinPen(*context().theme, ColorToken::Err);
    pen.setStyle(Qt::DashLine);
    painter.setPen(pen);
    painter.drawPolyline(m_line);
}

RouteGesture::RouteGesture(CanvasContext &context, int wire, int point)
    : CanvasGesture(context)
    , m_wire(wire)
    , m_points(context.graph().wires[static_cast<std::size_t>(wire)].route)
    , m_point(static_cast<std::size_t>(point))
{
}

void RouteGesture::move(const QPointF &point, Qt::KeyboardModifiers modifiers)
{
    m_points[m_point] = modifiers & Qt::AltModifier ? point : onGrid(point);
    context().repaint();
}

void RouteGesture::finish(const QPointF &point, Qt::KeyboardModifiers modifiers)
{
    move(point, modifiers);
    const GraphWire &wire = context().graph().wires[static_cast<std::size_t>(m_wire)];
    std::vector<CanvasPosition> points;
    for (const QPointF &place : m_points)
        points.push_back(canvasPosition(place));
    context().editDecor(CanvasWords::tr("Move reroute point"),
        withRoute(context().decor(), context().endOf(wire.from).member,
            context().endOf(wire.to).member, points));
}

void RouteGesture::cancel()
{
    context().repaint();
}

void RouteGesture::paint(QPainter &painter) const
{
    const GraphScene &scene = *context().scene;
    const QPolygonF curve = scene.wires().curveOf(m_wire);
    if (curve.isEmpty())
        return;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(context().theme->color(ColorToken::Accent), 2 * context().pixel()));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(wireCurve(curve.constFirst(), m_points, curve.constLast()));
}

} // namespace renum::ui
