// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/canvas/canvas_commands.h"
#include "ui/builder/canvas/team_canvas_p.h"
#include "ui/graph/decor_items.h"
#include "ui/graph/wires_item.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QMenu>
#include <QMouseEvent>

#include <algorithm>

/// What the mouse does on the canvas of a team under edit.
namespace renum::ui {

namespace {

constexpr double WireReach = 6; ///< pixels
constexpr double RouteReach = Theme::TargetSize / 2.0;

} // namespace

double TeamCanvas::Private::pixel() const
{
    return 1 / q->zoom();
}

void TeamCanvas::mousePressEvent(QMouseEvent *event)
{
    setFocus(Qt::MouseFocusReason);
    p->say({});
    const bool pans = event->button() == Qt::MiddleButton || isSpaceHeld();
    if (pans || p->gesture) {
        TeamGraphView::mousePressEvent(event);
        return;
    }
    event->accept();
    const QPointF point = mapToScene(event->position().toPoint());
    const bool cuts
        = (event->button() == Qt::RightButton && event->modifiers().testFlag(Qt::ControlModifier))
        || (event->button() == Qt::LeftButton && p->cutKey);
    if (cuts)
        p->gesture = std::make_unique<CutGesture>(p->context, point);
    else if (event->button() == Qt::LeftButton)
        p->press(*event);
}

void TeamCanvas::Private::press(const QMouseEvent &event)
{
    const QPoint position = event.position().toPoint();
    const QPointF point = q->mapToScene(position);
    const Qt::KeyboardModifiers modifiers = event.modifiers();
    pressed = CanvasPress { position, point, modifiers };
    if (pressPort(point) || pressRoutePoint(point))
        return;
    const int node = context.scene->nodeAt(point);
    if (node >= 0)
        pressNode(node, modifiers);
    else
        pressMark(point, modifiers);
}

bool TeamCanvas::Private::pressPort(const QPointF &point)
{
    if (q->zoom() < NodeItem::TitleDetail)
        return false; // too small to be meant
    const double reach = CardMetrics::PortHit / 2 * std::min(pixel(), 1.5);
    const int out = context.scene->outPortAt(point, reach);
    const int in = out < 0 ? context.scene->inPortAt(point, reach) : -1;
    if (out < 0 && in < 0)
        return false;
    gesture = out >= 0 ? std::make_unique<WireGesture>(context, out, WireOffers::Given::From)
                       : std::make_unique<WireGesture>(context, in, WireOffers::Given::To);
    return true;
}

int TeamCanvas::Private::routePointAt(int wire, const QPointF &point) const
{
    if (wire < 0)
        return -1;
    const auto &route = q->graph().wires[static_cast<std::size_t>(wire)].route;
    const auto found = std::ranges::find_if(route, [&](const QPointF &place) {
        return QLineF(place, point).length() <= RouteReach * pixel();
    });
    return found == route.end() ? -1 : static_cast<int>(found - route.begin());
}

bool TeamCanvas::Private::pressRoutePoint(const QPointF &point)
{
    const int wire = context.scene->wires().wireAt(point, RouteReach * pixel());
    const int index = routePointAt(wire, point);
    if (index < 0 || context.scene->nodeAt(point) >= 0)
        return false;
    context.scene->setSelection({});
    context.scene->setMark({ GraphMark::Kind::Wire, wire });
    gesture = std::make_unique<RouteGesture>(context, wire, index);
    commands->refresh();
    return true;
}

void TeamCanvas::Private::pressNode(int node, Qt::KeyboardModifiers modifiers)
{
    std::vector<int> chosen = context.scene->selection();
    const bool isChosen = std::ranges::binary_search(chosen, node);
    pressed->node = node;
    pressed->wasChosen = isChosen;
    context.scene->setMark({});
    if (modifiers & Qt::ControlModifier && isChosen)
        std::erase(chosen, node);
    else if (modifiers & (Qt::ControlModifier | Qt::ShiftModifier))
        chosen.push_back(node);
    else if (!isChosen)
        chosen = { node };
    context.scene->setSelection(std::move(chosen), node);
}

/// A note, the title of a frame, a wire, or nothing.
void TeamCanvas::Private::pressMark(const QPointF &point, Qt::KeyboardModifiers modifiers)
{
    const GraphScene &scene = *context.scene;
    const int note = scene.noteItem().noteAt(point);
    const int frame = note < 0 ? scene.frameItem().titleAt(point) : -1;
    const int wire = note < 0 && frame < 0 ? scene.wires().wireAt(point, WireReach * pixel()) : -1;
    if (frame >= 0) {
        context.scene->setSelection(nodesWithin(q->graph(), frame));
        context.scene->setMark({ GraphMark::Kind::Frame, frame });
        pressed->node = q->selectedNode();
        pressed->wasChosen = true;
    } else if (note >= 0 || wire >= 0) {
        context.scene->setSelection({});
        context.scene->setMark(note >= 0 ? GraphMark { GraphMark::Kind::Note, note }
                                         : GraphMark { GraphMark::Kind::Wire, wire });
        pressed->note = note;
    } else {
        context.scene->setMark({});
        if (!(modifiers & (Qt::ControlModifier | Qt::ShiftModifier)))
            context.scene->setSelection({});
    }
    commands->refresh();
}

/// The pointer went far enough from where the button went down.
void TeamCanvas::Private::beginDrag()
{
    const GraphScene &scene = *context.scene;
    const GraphMark &mark = scene.mark();
    if (pressed->note >= 0) {
        gesture = std::make_unique<MoveGesture>(
            context, pressed->scenePoint, std::vector<int> {}, std::vector { pressed->note }, -1);
    } else if (pressed->node >= 0 && !scene.selection().empty()) {
        const bool isHeld = std::ranges::binary_search(scene.selection(), pressed->node)
            && mark.kind != GraphMark::Kind::Frame;
        gesture = std::make_unique<MoveGesture>(context, pressed->scenePoint, scene.selection(),
            std::vector<int> {}, isHeld ? pressed->node : -1);
    } else if (mark.kind == GraphMark::Kind::None) {
        gesture = std::make_unique<BandGesture>(context, pressed->scenePoint, pressed->modifiers);
    }
}

void TeamCanvas::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    if (isPanning()) {
        TeamGraphView::mouseMoveEvent(event);
        return;
    }
    if (!p->gesture && p->pressed) {
        const int far = (position - p->pressed->position).manhattanLength();
        if (far >= QApplication::startDragDistance())
            p->beginDrag();
    }
    if (p->gesture)
        p->gesture->move(mapToScene(position), event->modifiers());
    else
        p->updateCursor(position);
    TeamGraphView::mouseMoveEvent(event);
}

void TeamCanvas::Private::updateCursor(const QPoint &position)
{
    if (q->isSpaceHeld())
        return;
    const QPointF point = q->mapToScene(position);
    const double reach = CardMetrics::PortHit / 2 * std::min(pixel(), 1.5);
    const bool port = q->zoom() >= NodeItem::TitleDetail
        && (context.scene->outPortAt(point, reach) >= 0
            || context.scene->inPortAt(point, reach) >= 0);
    if (cutKey || port)
        q->viewport()->setCursor(Qt::CrossCursor);
    else
        q->viewport()->unsetCursor();
}

void TeamCanvas::mouseReleaseEvent(QMouseEvent *event)
{
    if (isPanning()) {
        TeamGraphView::mouseReleaseEvent(event);
        return;
    }
    event->accept();
    p->endGesture(mapToScene(event->position().toPoint()), event->modifiers());
}

void TeamCanvas::Private::endGesture(const QPointF &point, Qt::KeyboardModifiers modifiers)
{
    const std::optional<CanvasPress> press = std::exchange(pressed, {});
    // Taken out first: what it does to the document ends whatever gesture there is.
    const std::unique_ptr<CanvasGesture> ended = std::move(gesture);
    if (ended) {
        ended->finish(point, modifiers);
        commands->refresh();
        return;
    }
    // A click on one of several chooses it alone.
    const bool plain = !(modifiers & (Qt::ControlModifier | Qt::ShiftModifier));
    if (press && press->node >= 0 && press->wasChosen && plain
        && context.scene->mark().kind != GraphMark::Kind::Frame)
        context.scene->setSelection({ press->node }, press->node);
}

bool TeamCanvas::Private::cancelGesture()
{
    const std::unique_ptr<CanvasGesture> ended = std::move(gesture);
    pressed.reset();
    if (ended)
        ended->cancel();
    return ended != nullptr;
}

void TeamCanvas::mouseDoubleClickEvent(QMouseEvent *event)
{
    event->accept();
    if (event->button() == Qt::LeftButton)
        p->doubleClick(event->position().toPoint());
}

void TeamCanvas::Private::doubleClick(const QPoint &position)
{
    cancelGesture();
    const QPointF point = q->mapToScene(position);
    const int node = context.scene->nodeAt(point);
    const int note = context.scene->noteItem().noteAt(point);
    const int frame = context.scene->frameItem().titleAt(point);
    const int wire = context.scene->wires().wireAt(point, RouteReach * pixel());
    if (node >= 0) {
        context.scene->setSelection({ node }, node);
        activate();
    } else if (note >= 0 || frame >= 0) {
        context.scene->setMark(note >= 0 ? GraphMark { GraphMark::Kind::Note, note }
                                         : GraphMark { GraphMark::Kind::Frame, frame });
        editMark();
    } else if (wire >= 0) {
        toggleRoutePoint(wire, point);
    } else {
        context.askForMember(point, std::nullopt);
    }
}

/// A point of the wire there goes; where there is none, one comes.
void TeamCanvas::Private::toggleRoutePoint(int wire, const QPointF &point)
{
    const GraphWire &drawn = q->graph().wires[static_cast<std::size_t>(wire)];
    if (drawn.kind == GraphWire::Kind::Feedback)
        return;
    std::vector<QPointF> route = drawn.route;
    const int there = routePointAt(wire, point);
    if (there >= 0) {
        route.erase(route.begin() + there);
    } else {
        const auto before = std::ranges::find_if(
            route, [&](const QPointF &other) { return other.x() > point.x(); });
        route.insert(before, onGrid(point));
    }
    std::vector<CanvasPosition> points;
    for (const QPointF &place : route)
        points.push_back(canvasPosition(place));
    context.editDecor(
        there >= 0 ? TeamCanvas::tr("Remove reroute point") : TeamCanvas::tr("Add reroute point"),
        withRoute(context.decor(), context.endOf(drawn.from).member, context.endOf(drawn.to).member,
            points));
}

void TeamCanvas::wheelEvent(QWheelEvent *event)
{
    if (!p->wheelZooms) {
        TeamGraphView::wheelEvent(event);
        return;
    }
    QWheelEvent other(event->position(), event->globalPosition(), event->pixelDelta(),
        event->angleDelta(), event->buttons(), event->modifiers() ^ Qt::ControlModifier,
        event->phase(), event->inverted(), event->source(), event->pointingDevice());
    TeamGraphView::wheelEvent(&other);
    event->accept();
}

void TeamCanvas::contextMenuEvent(QContextMenuEvent *event)
{
    event->accept();
    if (event->modifiers().testFlag(Qt::ControlModifier))
        return; // that button cuts
    const QPointF point = mapToScene(event->pos());
    const int node = graphScene()->nodeAt(point);
    const bool chosen = std::ranges::binary_search(graphScene()->selection(), node);
    if (event->reason() == QContextMenuEvent::Mouse && node >= 0 && !chosen)
        selectNode(node);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    p->commands->fill(menu);
    menu->popup(event->globalPos());
}

} // namespace renum::ui
