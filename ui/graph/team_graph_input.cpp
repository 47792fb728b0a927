// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graph_navigation.h"
#include "ui/graph/graph_scene.h"
#include "ui/graph/team_graph_view.h"
#include "ui/graph/team_graph_view_p.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <cmath>

/// What mouse, wheel, touchpad and keys do on the canvas.
namespace renum::ui {

namespace {

constexpr double WheelZoomStep = 1.0015; ///< per eighth of a degree

std::optional<GraphDirection> directionOf(int key)
{
    switch (key) {
    case Qt::Key_Left:
        return GraphDirection::Left;
    case Qt::Key_Right:
        return GraphDirection::Right;
    case Qt::Key_Up:
        return GraphDirection::Up;
    case Qt::Key_Down:
        return GraphDirection::Down;
    default:
        return {};
    }
}

} // namespace

void TeamGraphView::moveSelection(int index)
{
    if (index < 0)
        return;
    selectNode(index);
    const QRectF place = d->scene->places()[static_cast<std::size_t>(index)];
    if (!mapToScene(viewport()->rect()).boundingRect().contains(place))
        ensureVisible(place);
}

bool TeamGraphView::focusNextPrevChild(bool next)
{
    const int count = static_cast<int>(graph().nodes.size());
    const int index = selectedNode() + (next ? 1 : -1);
    if (d->preview || index < 0 || index >= count)
        return QGraphicsView::focusNextPrevChild(next);
    moveSelection(index);
    return true;
}

void TeamGraphView::focusInEvent(QFocusEvent *event)
{
    QGraphicsView::focusInEvent(event);
    const int last = static_cast<int>(graph().nodes.size()) - 1;
    if (event->reason() == Qt::TabFocusReason)
        moveSelection(last < 0 ? -1 : std::max(selectedNode(), 0));
    else if (event->reason() == Qt::BacktabFocusReason)
        moveSelection(selectedNode() < 0 ? last : selectedNode());
    viewport()->update();
}

void TeamGraphView::focusOutEvent(QFocusEvent *event)
{
    QGraphicsView::focusOutEvent(event);
    d->spaceHeld = false;
    endPan();
    viewport()->update();
}

bool TeamGraphView::handleNavigation(const QKeyEvent &event)
{
    const int current = selectedNode();
    if (const auto direction = directionOf(event.key())) {
        const bool sideways
            = *direction == GraphDirection::Left || *direction == GraphDirection::Right;
        if (event.modifiers() & Qt::AltModifier && sideways)
            moveSelection(nodeAlongWire(graph(), current, *direction == GraphDirection::Right));
        else
            moveSelection(nodeTowards(d->scene->places(), current, *direction));
        return true;
    }
    switch (event.key()) {
    case Qt::Key_Home:
        moveSelection(graph().nodes.empty() ? -1 : 0);
        return true;
    case Qt::Key_End:
        moveSelection(static_cast<int>(graph().nodes.size()) - 1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!selectedAgent().isEmpty())
            emit agentActivated(selectedAgent());
        return true;
    default:
        return false;
    }
}

bool TeamGraphView::handleZoomKey(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        zoomBy(Private::ZoomStep);
        return true;
    case Qt::Key_Minus:
        zoomBy(1 / Private::ZoomStep);
        return true;
    case Qt::Key_0:
        zoomBy(1 / zoom());
        return true;
    case Qt::Key_F:
        fitGraph();
        return true;
    default:
        return false;
    }
}

void TeamGraphView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space) {
        d->spaceHeld = true;
        if (!event->isAutoRepeat())
            viewport()->setCursor(Qt::OpenHandCursor);
        event->accept();
        return;
    }
    if (handleNavigation(*event) || handleZoomKey(*event)) {
        event->accept();
        return;
    }
    // The base class would scroll; what is not ours belongs to the window.
    event->ignore();
}

void TeamGraphView::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat()) {
        d->spaceHeld = false;
        if (!d->panFrom)
            viewport()->unsetCursor();
    }
    QGraphicsView::keyReleaseEvent(event);
}

void TeamGraphView::beginPan(const QPoint &position)
{
    d->panFrom = position;
    viewport()->setCursor(Qt::ClosedHandCursor);
}

void TeamGraphView::endPan()
{
    d->panFrom.reset();
    viewport()->unsetCursor();
}

void TeamGraphView::panBy(const QPoint &delta)
{
    d->autoFit = false;
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() - delta.x());
    verticalScrollBar()->setValue(verticalScrollBar()->value() - delta.y());
}

void TeamGraphView::mousePressEvent(QMouseEvent *event)
{
    const bool pan = event->button() == Qt::MiddleButton
        || (event->button() == Qt::LeftButton && d->spaceHeld);
    if (pan) {
        beginPan(event->position().toPoint());
        event->accept();
        return;
    }
    if (event->button() == Qt::LeftButton)
        selectNode(nodeAt(event->position().toPoint()));
    event->accept();
}

void TeamGraphView::mouseMoveEvent(QMouseEvent *event)
{
    if (!d->panFrom) {
        QGraphicsView::mouseMoveEvent(event); // remembers where zooming has its anchor
        return;
    }
    const QPoint now = event->position().toPoint();
    panBy(now - *d->panFrom);
    d->panFrom = now;
}

void TeamGraphView::mouseReleaseEvent(QMouseEvent *event)
{
    if (d->panFrom)
        endPan();
    event->accept();
}

void TeamGraphView::mouseDoubleClickEvent(QMouseEvent *event)
{
    event->accept();
    if (nodeAt(event->position().toPoint()) >= 0 && !selectedAgent().isEmpty())
        emit agentActivated(selectedAgent());
}

void TeamGraphView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier) {
        zoomBy(std::pow(WheelZoomStep, event->angleDelta().y()));
    } else {
        const QPoint pixels = event->pixelDelta();
        panBy(pixels.isNull() ? event->angleDelta() / 2 : pixels);
    }
    event->accept();
}

bool TeamGraphView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::NativeGesture) {
        const auto *gesture = static_cast<QNativeGestureEvent *>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            zoomBy(1 + gesture->value());
            return true;
        }
    }
    return QGraphicsView::viewportEvent(event);
}

} // namespace renum::ui
