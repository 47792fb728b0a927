// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/wires_item.h"

#include "ui/graph/card_metrics.h"

#include <algorithm>
#include <utility>

namespace renum::ui {

namespace {

constexpr double FeedbackDrop = 2 * Theme::Space6;

QPointF outPort(const QRectF &from)
{
    return { from.right(), from.center().y() };
}

QPointF inPort(const QRectF &to)
{
    return { to.left(), to.center().y() };
}

} // namespace

WiresItem::WiresItem(const Theme *theme)
    : m_theme(theme)
{
    setFlag(ItemUsesExtendedStyleOption); // paint() needs the true exposed rectangle
    setAcceptedMouseButtons(Qt::NoButton);
}

const GraphWire &WiresItem::wire(int index) const
{
    return m_graph->wires[static_cast<std::size_t>(index)];
}

void WiresItem::setGraph(const GraphModel *graph, const std::vector<QRectF> &ends,
    const std::vector<std::vector<QPointF>> &waypoints)
{
    prepareGeometryChange();
    m_graph = graph;
    m_selected = -1;
    m_wires.clear();
    m_wires.reserve(graph->wires.size());
    m_hulls.clear();
    m_hulls.resize(graph->wires.size());
    for (std::size_t i = 0; i < graph->wires.size(); ++i) {
        const GraphWire &wire = graph->wires[i];
        const QRectF &from = ends[static_cast<std::size_t>(wire.from)];
        const QRectF &to = ends[static_cast<std::size_t>(wire.to)];
        // Both in one collapsed frame: there is nothing to see between them.
        const bool inside = from == to;
        m_wires.push_back({ inside ? QRectF() : from, to, waypoints[i] });
        m_hulls.set(static_cast<int>(i), hullOf(static_cast<int>(i)));
    }
    placeLabels();
    updateBounds();
    update();
}

void WiresItem::setStates(const GraphModel &before, const GraphModel *graph)
{
    m_graph = graph;
    std::size_t label = 0;
    for (std::size_t i = 0; i < m_wires.size(); ++i) {
        const bool labelled
            = label < m_labels.size() && m_labels[label].wire == static_cast<int>(i);
        const std::size_t mine = labelled ? label++ : m_labels.size();
        if (before.wires[i].state == graph->wires[i].state)
            continue;
        QRectF changed = m_hulls.at(static_cast<int>(i));
        if (labelled) {
            m_labels[mine].text = labelText(graph->wires[i]);
            changed = changed.united(m_labels[mine].pill);
        }
        update(changed.adjusted(-Theme::Space1, -Theme::Space1, Theme::Space1, Theme::Space1));
    }
}

void WiresItem::moveWires(const std::vector<int> &wires, const std::vector<QRectF> &ends)
{
    QRectF changed;
    const auto touch = [&changed](const QRectF &rect) {
        changed = changed.isNull() ? rect : changed.united(rect);
    };
    for (const int index : wires) {
        DrawnWire &drawn = m_wires[static_cast<std::size_t>(index)];
        if (!drawn.isDrawn())
            continue;
        const QRectF from = ends[static_cast<std::size_t>(wire(index).from)];
        const QRectF to = ends[static_cast<std::size_t>(wire(index).to)];
        const QPointF moved = from.topLeft() - drawn.from.topLeft();
        // What moves as a whole takes its way along.
        if (moved == to.topLeft() - drawn.to.topLeft()) {
            for (QPointF &point : drawn.waypoints)
                point += moved;
        }
        touch(m_hulls.at(index));
        drawn.from = from;
        drawn.to = to;
        m_hulls.set(index, hullOf(index));
        touch(m_hulls.at(index));
        const auto label = std::ranges::lower_bound(m_labels, index, {}, &Label::wire);
        if (label != m_labels.end() && label->wire == index) {
            touch(label->pill);
            placeLabel(*label);
            touch(label->pill);
        }
    }
    changed.adjust(-Theme::Space3, -Theme::Space3, Theme::Space3, Theme::Space3);
    if (!m_bounds.contains(changed)) {
        prepareGeometryChange();
        m_bounds = m_bounds.united(changed);
    }
    update(changed);
}

void WiresItem::refreshTheme()
{
    m_labelWidths.clear();
}

void WiresItem::setSelected(int wire)
{
    if (wire == m_selected)
        return;
    for (const int changed : { m_selected, wire }) {
        if (changed >= 0)
            update(m_hulls.at(changed).adjusted(
                -Theme::Space1, -Theme::Space1, Theme::Space1, Theme::Space1));
    }
    m_selected = wire;
}

int WiresItem::wireAt(const QPointF &point, double reach) const
{
    int nearest = -1;
    double best = reach;
    const QRectF around(point - QPointF(reach, reach), QSizeF(2 * reach, 2 * reach));
    for (const int index : m_hulls.near(around)) {
        const double distance = distanceTo(curveOf(index), point);
        if (distance <= best) {
            best = distance;
            nearest = index;
        }
    }
    return nearest;
}

std::vector<int> WiresItem::crossedBy(const QPolygonF &line) const
{
    std::vector<int> found = m_hulls.near(line.boundingRect().adjusted(-1, -1, 1, 1));
    std::erase_if(found, [&](int index) { return !crosses(curveOf(index), line); });
    return found;
}

QPolygonF WiresItem::curveOf(int index, int segments) const
{
    const DrawnWire &drawn = m_wires[static_cast<std::size_t>(index)];
    if (!drawn.isDrawn())
        return {};
    if (wire(index).kind == GraphWire::Kind::Feedback)
        return feedbackCurve(drawn.from, drawn.to, FeedbackDrop, segments);
    return wireCurve(outPort(drawn.from), drawn.waypoints, inPort(drawn.to), segments);
}

QRectF WiresItem::hullOf(int index) const
{
    const DrawnWire &drawn = m_wires[static_cast<std::size_t>(index)];
    if (!drawn.isDrawn())
        return {};
    if (wire(index).kind != GraphWire::Kind::Feedback)
        return wireHull(outPort(drawn.from), drawn.waypoints, inPort(drawn.to));
    const QRectF ends = drawn.from.united(drawn.to);
    return ends.adjusted(0, 0, 0, FeedbackDrop);
}

void WiresItem::updateBounds()
{
    constexpr double margin = CardMetrics::Port;
    m_bounds = m_hulls.united();
    for (const Label &label : m_labels)
        m_bounds = m_bounds.united(label.pill);
    m_bounds.adjust(-margin, -margin, margin, margin);
}

} // namespace renum::ui
