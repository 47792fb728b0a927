// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/canvas/canvas_commands.h"
#include "ui/builder/canvas/decor_editor.h"
#include "ui/builder/canvas/team_canvas_p.h"
#include "ui/builder/document/team_document.h"
#include "ui/graph/graph_navigation.h"

#include <QFocusEvent>
#include <QKeyEvent>

#include <optional>

/// What the keys do on the canvas of a team under edit; those with an action are in its commands.
namespace renum::ui {

namespace {

constexpr double LargeStep = 5 * SnapGrid;

std::optional<QPointF> stepOf(int key)
{
    switch (key) {
    case Qt::Key_Left:
        return QPointF(-1, 0);
    case Qt::Key_Right:
        return QPointF(1, 0);
    case Qt::Key_Up:
        return QPointF(0, -1);
    case Qt::Key_Down:
        return QPointF(0, 1);
    default:
        return {};
    }
}

} // namespace

bool TeamCanvas::focusNextPrevChild(bool next)
{
    if (next && p->tabAdds) {
        p->context.askForMember(mapToScene(viewport()->rect().center()), std::nullopt);
        return true;
    }
    // One tab stop: within, the arrows lead on.
    return QGraphicsView::focusNextPrevChild(next);
}

void TeamCanvas::focusInEvent(QFocusEvent *event)
{
    QGraphicsView::focusInEvent(event);
    const bool byKey
        = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason;
    const bool empty = graphScene()->mark().kind == GraphMark::Kind::None && selectedNode() < 0;
    if (byKey && empty && !graph().nodes.empty())
        moveSelection(0);
    viewport()->update();
}

void TeamCanvas::focusOutEvent(QFocusEvent *event)
{
    p->cutKey = false;
    p->cancelGesture();
    p->context.document->endMerging();
    TeamGraphView::focusOutEvent(event);
}

void TeamCanvas::keyPressEvent(QKeyEvent *event)
{
    const bool letter = event->text().size() == 1 && event->text().at(0).isLetter()
        && !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    if (letter && !p->letterKeys) {
        event->ignore();
        return;
    }
    if (p->key(*event))
        event->accept();
    else
        TeamGraphView::keyPressEvent(event);
}

bool TeamCanvas::Private::key(const QKeyEvent &event)
{
    if (arrow(event))
        return true;
    switch (event.key()) {
    case Qt::Key_Escape:
        if (cancelGesture())
            return true;
        if (context.scene->selection().empty()
            && context.scene->mark().kind == GraphMark::Kind::None)
            return false; // out of the canvas
        context.scene->setMark({});
        context.scene->setSelection({});
        commands->refresh();
        return true;
    case Qt::Key_Y:
        cutKey = true;
        q->viewport()->setCursor(Qt::CrossCursor);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_F2:
        activate();
        return true;
    default:
        return false;
    }
}

/// Ctrl moves what is chosen; Shift makes it go further. Everything else leads on to another node.
bool TeamCanvas::Private::arrow(const QKeyEvent &event)
{
    const std::optional<QPointF> step = stepOf(event.key());
    if (!step || !(event.modifiers() & Qt::ControlModifier))
        return false;
    moveChosen(*step * (event.modifiers() & Qt::ShiftModifier ? LargeStep : SnapGrid));
    return true;
}

void TeamCanvas::Private::moveChosen(const QPointF &step)
{
    const GraphMark mark = context.scene->mark();
    if (mark.kind == GraphMark::Kind::Note) {
        CanvasDecor decor = context.decor();
        const QString id = q->graph().notes[static_cast<std::size_t>(mark.index)].id;
        for (CanvasNote &note : decor.notes) {
            if (note.id == id)
                note.position = { note.position.x + step.x(), note.position.y + step.y() };
        }
        context.editDecor(TeamCanvas::tr("Move note"), decor, QStringLiteral("move-note ") + id);
        return;
    }
    const std::vector<int> nodes = context.scene->selection();
    if (nodes.empty())
        return;
    std::vector<QPointF> corners;
    QStringList key { QStringLiteral("move") };
    for (const int node : nodes) {
        corners.push_back(
            context.scene->allPlaces()[static_cast<std::size_t>(node)].topLeft() + step);
        key << QString::number(node);
    }
    const int count = static_cast<int>(nodes.size());
    context.document->edit(TeamCanvas::tr("Move %n node(s)", nullptr, count),
        context.withPlaces(context.placedDraft(), nodes, corners), key.join(u' '));
    q->ensureVisible(context.scene->allPlaces()[static_cast<std::size_t>(nodes.front())]);
}

/// Enter opens what is chosen: a member in the inspector, a note or the title of a frame here.
void TeamCanvas::Private::activate()
{
    const GraphMark::Kind kind = context.scene->mark().kind;
    if (kind == GraphMark::Kind::Note || kind == GraphMark::Kind::Frame)
        editMark();
    else if (!q->selectedAgent().isEmpty())
        emit q->memberActivated(q->selectedAgent());
}

/// Wires are reached from their nodes: each in turn, then none.
void TeamCanvas::Private::nextWire()
{
    const GraphMark mark = context.scene->mark();
    const int node = q->selectedNode();
    const std::vector<GraphWire> &wires = q->graph().wires;
    int next = mark.kind == GraphMark::Kind::Wire ? mark.index + 1 : 0;
    const auto touches = [&](int index) {
        const GraphWire &wire = wires[static_cast<std::size_t>(index)];
        return wire.from == node || wire.to == node;
    };
    const int count = static_cast<int>(wires.size());
    while (next < count && !touches(next))
        ++next;
    context.scene->setMark(next < count ? GraphMark { GraphMark::Kind::Wire, next } : GraphMark());
    commands->refresh();
    say(next < count ? spokenWire(q->graph(), next) : QString());
}

void TeamCanvas::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Y && !event->isAutoRepeat()) {
        p->cutKey = false;
        viewport()->unsetCursor();
    }
    TeamGraphView::keyReleaseEvent(event);
}

} // namespace renum::ui
