// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/canvas/team_canvas_p.h"
#include "ui/builder/document/member_mime.h"
#include "ui/graph/wires_item.h"

#include <QDragEnterEvent>

/// Members that are dragged onto the canvas.
namespace renum::ui {

namespace {

constexpr double DropReach = Theme::TargetSize / 2.0;

bool holdsMembers(const QDropEvent &event)
{
    return event.mimeData()->hasFormat(QString::fromLatin1(MembersMimeType));
}

} // namespace

void TeamCanvas::dragEnterEvent(QDragEnterEvent *event)
{
    if (holdsMembers(*event))
        event->acceptProposedAction();
    else
        event->ignore();
}

void TeamCanvas::dragMoveEvent(QDragMoveEvent *event)
{
    if (!holdsMembers(*event)) {
        event->ignore();
        return;
    }
    event->acceptProposedAction();
    const QPointF point = mapToScene(event->position().toPoint());
    const int wire = graphScene()->wires().wireAt(point, DropReach * p->pixel());
    const bool back = wire >= 0
        && graph().wires[static_cast<std::size_t>(wire)].kind == GraphWire::Kind::Feedback;
    p->dropWire = back ? -1 : wire;
    graphScene()->setMark(
        p->dropWire < 0 ? GraphMark() : GraphMark { GraphMark::Kind::Wire, p->dropWire });
    p->say(p->dropWire < 0 ? QString() : tr("Drop to insert it into this wire."));
}

void TeamCanvas::dragLeaveEvent(QDragLeaveEvent * /*event*/)
{
    p->dropWire = -1;
    graphScene()->setMark({});
    p->say({});
}

void TeamCanvas::dropEvent(QDropEvent *event)
{
    if (!holdsMembers(*event)) {
        event->ignore();
        return;
    }
    event->acceptProposedAction();
    graphScene()->setMark({});
    p->say({});
    setFocus(Qt::OtherFocusReason);
    p->dropMembers(membersText(event->mimeData()), mapToScene(event->position().toPoint()));
}

} // namespace renum::ui
