// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/canvas/canvas_gesture.h"
#include "ui/builder/canvas/canvas_words.h"
#include "ui/builder/document/team_document.h"
#include "ui/graph/decor_items.h"
#include "ui/graph/index.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace renum::ui {

namespace {

constexpr double SnapPixels = 6;
/// Things are level with what is near, not with everything in a large team.
constexpr double Neighbourhood = 1'500;
constexpr std::size_t MostNeighbours = 200;

/// Around lines and what their width takes.
QRectF areaOf(const std::vector<QLineF> &lines, double pixel)
{
    QRectF area;
    for (const QLineF &line : lines)
        area = area.united(QRectF(line.p1(), line.p2()).normalized());
    return area.isNull() ? area : area.adjusted(-2 * pixel, -2 * pixel, 2 * pixel, 2 * pixel);
}

/// By frame: whether everything in it is among these nodes.
std::vector<bool> wholeFrames(const GraphModel &graph, const std::vector<int> &nodes)
{
    std::vector<bool> whole;
    for (std::size_t i = 0; i < graph.frames.size(); ++i) {
        const std::vector<int> held = nodesWithin(graph, static_cast<int>(i));
        whole.push_back(!held.empty() && std::ranges::includes(nodes, held));
    }
    return whole;
}

/// The innermost frame at a point, or -1. Frames are where they are without what is dragged: they
/// grow around what moves.
int frameBelow(GraphModel graph, const std::vector<int> &dragged, const std::vector<QRectF> &places,
    const FrameMetrics &metrics, const QPointF &point)
{
    for (GraphFrame &frame : graph.frames)
        std::erase_if(
            frame.nodes, [&](int node) { return std::ranges::binary_search(dragged, node); });
    const std::vector<QRectF> frames = placeFrames(graph, places, metrics).frames;
    int below = -1;
    for (std::size_t i = 0; i < frames.size(); ++i) {
        const bool inner = below < 0 || frames[i].width() < frames[at(below)].width();
        if (frames[i].contains(point) && inner)
            below = static_cast<int>(i);
    }
    return below;
}

} // namespace

MoveGesture::MoveGesture(CanvasContext &context, const QPointF &start, std::vector<int> nodes,
    std::vector<int> notes, int held)
    : CanvasGesture(context)
    , m_start(start)
    , m_nodes(std::move(nodes))
    , m_notes(std::move(notes))
{
    if (held >= 0)
        m_rect = context.scene->allPlaces()[at(held)];
    else
        m_rect = movedRect();
    m_others = others();
}

QRectF MoveGesture::movedRect() const
{
    QRectF rect;
    for (const int node : m_nodes)
        rect = rect.united(context().scene->allPlaces()[at(node)]);
    for (const int note : m_notes)
        rect = rect.united(context().scene->noteItem().rectOf(note));
    return rect;
}

std::vector<QRectF> MoveGesture::others() const
{
    const GraphScene &scene = *context().scene;
    const QRectF near
        = m_rect.adjusted(-Neighbourhood, -Neighbourhood, Neighbourhood, Neighbourhood);
    std::vector<QRectF> rects;
    for (const int node : scene.nodesIn(near)) {
        if (!std::ranges::binary_search(m_nodes, node) && rects.size() < MostNeighbours)
            rects.push_back(scene.places()[at(node)]);
    }
    return rects;
}

void MoveGesture::move(const QPointF &point, Qt::KeyboardModifiers modifiers)
{
    const QPointF wanted = point - m_start;
    // With Alt things go exactly where the pointer is.
    const bool isFree = modifiers.testFlag(Qt::AltModifier) == context().snaps;
    const Snap snap = isFree ? Snap { wanted, {} }
                             : snapped(m_rect, wanted, m_others, SnapPixels * context().pixel());
    // Not the whole view: it is the same but for the lines and what moves.
    const double pixel = context().pixel();
    const QRectF before = areaOf(std::exchange(m_lines, snap.lines), pixel);
    const QRectF lines = before.united(areaOf(m_lines, pixel));
    if (!lines.isNull())
        context().scene->update(lines);
    m_offset = snap.offset;
    context().scene->setOffset(m_nodes, m_notes, m_offset);
}

void MoveGesture::cancel()
{
    context().scene->setOffset({}, {}, {});
    m_lines.clear();
    context().repaint();
}

/// Points between two nodes that both move go along.
void MoveGesture::moveRoutes(CanvasDecor &decor, const QPointF &offset) const
{
    for (const GraphWire &wire : context().graph().wires) {
        const bool both = !wire.route.empty() && std::ranges::binary_search(m_nodes, wire.from)
            && std::ranges::binary_search(m_nodes, wire.to);
        if (!both)
            continue;
        std::vector<CanvasPosition> points;
        for (const QPointF &point : wire.route)
            points.push_back(canvasPosition(point + offset));
        decor = withRoute(std::move(decor), context().endOf(wire.from).member,
            context().endOf(wire.to).member, points);
    }
}

/// Members that are let go over a frame are in it from then on; frames that were moved whole are
/// within it.
void MoveGesture::dropInFrame(CanvasDecor &decor, const QPointF &point) const
{
    const GraphModel &graph = context().graph();
    const FrameMetrics metrics = frameMetrics(*context().theme);
    const int target = frameBelow(graph, m_nodes, context().scene->allPlaces(), metrics, point);
    if (target < 0)
        return;
    const QString into = graph.frames[at(target)].id;
    const std::vector<bool> whole = wholeFrames(graph, m_nodes);
    QSet<AgentId> loose;
    for (const int node : m_nodes) {
        if (graph.nodes[at(node)].kind == NodeKind::Agent)
            loose.insert(graph.nodes[at(node)].agent);
    }
    for (std::size_t i = 0; i < graph.frames.size(); ++i) {
        if (!whole[i])
            continue;
        loose.subtract(membersWithin(decor, static_cast<int>(i)));
        const int parent = graph.frames[i].parent;
        if (parent < 0 || !whole[at(parent)])
            decor.frames[i].parent = into;
    }
    for (const AgentId &id : decor.frames[at(frameWithId(decor, into))].members)
        loose.remove(id);
    if (!loose.isEmpty())
        decor = withMembersIn(std::move(decor), loose, into);
}

void MoveGesture::finish(const QPointF &point, Qt::KeyboardModifiers modifiers)
{
    move(point, modifiers);
    if (m_offset.isNull()) {
        cancel();
        return;
    }
    std::vector<QPointF> corners;
    for (const int node : m_nodes)
        corners.push_back(context().scene->allPlaces()[at(node)].topLeft() + m_offset);
    const TeamDraft placed
        = m_nodes.empty() ? context().document->draft() : context().placedDraft();
    TeamDraft draft = context().withPlaces(placed, m_nodes, corners);
    CanvasDecor decor = canvasDecor(draft.workflow);
    const CanvasDecor before = decor;
    for (const int note : m_notes) {
        for (CanvasNote &other : decor.notes) {
            if (other.id == context().graph().notes[at(note)].id)
                other.position
                    = { other.position.x + m_offset.x(), other.position.y + m_offset.y() };
        }
    }
    moveRoutes(decor, m_offset);
    dropInFrame(decor, point);
    if (decor != before)
        setCanvasDecor(draft.workflow, decor);
    const int count = static_cast<int>(m_nodes.size() + m_notes.size());
    context().scene->setOffset({}, {}, {});
    context().document->edit(CanvasWords::tr("Move %n node(s)", nullptr, count), draft);
    m_lines.clear();
    context().repaint();
}

void MoveGesture::paint(QPainter &painter) const
{
    QPen pen(context().theme->color(ColorToken::Accent), 1);
    pen.setCosmetic(true);
    painter.setPen(pen);
    for (const QLineF &line : m_lines)
        painter.drawLine(line);
}

} // namespace renum::ui
