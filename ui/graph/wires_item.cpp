// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/wires_item.h"

#include "ui/graph/card_metrics.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <algorithm>
#include <cmath>
#include <limits>

namespace renum::ui {

namespace {

struct Graph {
    Q_DECLARE_TR_FUNCTIONS(Graph)
};

constexpr double LabelCharacters = 26;
/// A condition is read where it starts, before the branches part too far.
constexpr double PillShare = 0.5;
constexpr double FeedbackDrop = 2 * Theme::Space6;
/// So often a label makes way for others; then it lies on them.
constexpr int MostSteps = 20;

double pillHeight(const Theme &theme)
{
    return QFontMetricsF(theme.font(TextStyle::Small)).height() + Theme::Space1;
}

QPointF outPort(const QRectF &from)
{
    return { from.right(), from.center().y() };
}

QPointF inPort(const QRectF &to)
{
    return { to.left(), to.center().y() };
}

/// Labels that were placed, in cells, so that thousands find their room quickly.
class TakenPlaces {
public:
    /// Moves down until nothing is in the way.
    void settle(QRectF &pill)
    {
        for (int step = 0; step < MostSteps; ++step) {
            const QRectF *other = hit(pill);
            if (!other)
                break;
            pill.moveTop(other->bottom() + Theme::Space1);
        }
        for (const Cell &cell : cellsOf(pill))
            m_cells[cell].push_back(pill);
    }

private:
    using Cell = std::pair<int, int>;
    static constexpr double Size = 256;

    static std::vector<Cell> cellsOf(const QRectF &rect)
    {
        const auto cell = [](double value) { return static_cast<int>(std::floor(value / Size)); };
        std::vector<Cell> cells;
        for (int x = cell(rect.left()); x <= cell(rect.right()); ++x) {
            for (int y = cell(rect.top()); y <= cell(rect.bottom()); ++y)
                cells.emplace_back(x, y);
        }
        return cells;
    }

    [[nodiscard]] const QRectF *hit(const QRectF &pill) const
    {
        for (const Cell &cell : cellsOf(pill)) {
            const auto there = m_cells.constFind(cell);
            if (there == m_cells.cend())
                continue;
            const auto found = std::ranges::find_if(
                *there, [&](const QRectF &other) { return other.intersects(pill); });
            if (found != there->end())
                return &*found;
        }
        return nullptr;
    }

    QHash<Cell, std::vector<QRectF>> m_cells;
};

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

double WiresItem::labelWidth(const GraphWire &wire) const
{
    if (wire.label.isEmpty() || wire.kind == GraphWire::Kind::Feedback)
        return 0;
    const auto known = m_labelWidths.constFind(wire.label);
    if (known != m_labelWidths.cend())
        return *known;
    const QFontMetricsF small(m_theme->font(TextStyle::Small));
    const double limit = small.averageCharWidth() * LabelCharacters;
    // Room for the mark of the verdict from the start, so that nothing moves when it comes.
    const QString widest = Graph::tr("✓ %1").arg(wire.label.left(2 * int(LabelCharacters)));
    const double width
        = std::min(small.horizontalAdvance(widest), limit) + 2 * Theme::Space2;
    m_labelWidths.insert(wire.label, width);
    return width;
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
        const bool labelled = label < m_labels.size() && m_labels[label].wire == static_cast<int>(i);
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

void WiresItem::placeLabels()
{
    m_labels.clear();
    TakenPlaces taken;
    for (std::size_t i = 0; i < m_wires.size(); ++i) {
        if (m_graph->wires[i].label.isEmpty() || !m_wires[i].isDrawn())
            continue;
        Label label;
        label.wire = static_cast<int>(i);
        placeLabel(label);
        taken.settle(label.pill);
        m_labels.push_back(std::move(label));
    }
}

void WiresItem::placeLabel(Label &label) const
{
    const GraphWire &labelled = wire(label.wire);
    if (label.text.isEmpty()) {
        GraphWire measured = labelled;
        measured.kind = GraphWire::Kind::Condition; // a back edge's label takes its room as well
        label.pill.setSize({ labelWidth(measured), pillHeight(*m_theme) });
        label.text = labelText(labelled);
    }
    label.pill.moveCenter(pointAlong(curveOf(label.wire), PillShare));
}

QString WiresItem::labelText(const GraphWire &wire) const
{
    QString text = wire.label;
    const bool verdict = wire.kind == GraphWire::Kind::Condition;
    if (verdict && wire.state == GraphWire::State::Done)
        text = Graph::tr("✓ %1").arg(wire.label); //: a condition that held
    else if (verdict && wire.state == GraphWire::State::Unused)
        text = Graph::tr("× %1").arg(wire.label); //: a condition that did not hold
    const QFontMetricsF small(m_theme->font(TextStyle::Small));
    GraphWire measured = wire;
    measured.kind = GraphWire::Kind::Condition;
    return small.elidedText(text, Qt::ElideRight, labelWidth(measured) - Theme::Space3);
}

} // namespace renum::ui
