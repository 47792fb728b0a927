// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/member_clipboard.h"
#include "core/workflow/editing/member_edits.h"
#include "ui/builder/canvas/team_canvas_p.h"
#include "ui/builder/document/member_mime.h"
#include "ui/builder/document/member_selection.h"
#include "ui/builder/document/team_document.h"
#include "ui/text/error_text.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

#include <algorithm>
#include <utility>

/// What commands and drops change in the team.
namespace renum::ui {

namespace {

constexpr double Gap = 2 * Theme::Space6;

} // namespace

QSizeF TeamCanvas::Private::cardSize() const
{
    return cardMetrics(*context.theme).agent;
}

/// Beside what the wire comes from, else beside what is chosen, else in the middle of the view; and
/// down from there until nothing is in the way.
QPointF TeamCanvas::Private::roomFor(const QSizeF &size, const std::optional<WireEnd> &from) const
{
    const int beside = from ? context.nodeOf(*from) : q->selectedNode();
    QRectF room(QPointF(), size);
    if (beside >= 0) {
        const QRectF &place = context.scene->allPlaces()[static_cast<std::size_t>(beside)];
        room.moveTopLeft(QPointF(place.right() + Gap, place.center().y() - size.height() / 2));
    } else {
        room.moveCenter(q->mapToScene(q->viewport()->rect().center()));
    }
    return freeFrom(room);
}

QPointF TeamCanvas::Private::freeFrom(QRectF room) const
{
    room.moveTopLeft(onGrid(room.topLeft()));
    for (auto hit = context.scene->nodesIn(room); !hit.empty();
         hit = context.scene->nodesIn(room)) {
        const QRectF &other = context.scene->places()[static_cast<std::size_t>(hit.front())];
        room.moveTop(onGrid({ 0, other.bottom() + SnapGrid }).y() + SnapGrid);
    }
    return room.topLeft();
}

void TeamCanvas::Private::addMember(
    WorkflowAgent member, std::optional<QPointF> place, const std::optional<WireEnd> &from)
{
    const WorkflowDefinition &workflow = context.document->workflow();
    if (member.kind == MemberKind::Agent && workflow.find(member.agentId)) {
        context.selection->select(member.agentId);
        say(TeamCanvas::tr("%1 is in this team already.").arg(member.displayName()));
        return;
    }
    member.agentId = freeMemberId(workflow, member.agentId.toString());
    const AgentId id = member.agentId;
    const QString name = member.displayName();
    const QSizeF size = cardSize();
    const bool anyPlaced = std::ranges::any_of(
        workflow.agents, [](const WorkflowAgent &other) { return other.position.has_value(); });
    TeamDraft draft = context.document->draft();
    if (place || anyPlaced) {
        const QPointF corner = place ? onGrid(*place - QPointF(size.width() / 2, size.height() / 2))
                                     : roomFor(size, from);
        member.position = canvasPosition(corner);
        draft = context.placedDraft();
    }
    draft = withMember(std::move(draft), std::move(member));
    if (from)
        draft = withWire(std::move(draft), *from, { WireEnd::Kind::Member, id });
    context.document->edit(TeamCanvas::tr("Add %1").arg(name), draft);
    context.selection->select(id);
    q->moveSelection(q->graph().indexOf(id));
    say(TeamCanvas::tr("%1 added.").arg(name));
}

void TeamCanvas::Private::copy()
{
    const QSet<AgentId> members = context.chosenMembers();
    if (members.isEmpty())
        return;
    const TeamDraft placed = context.placedDraft();
    const QByteArray text = copiedMembers(placed.workflow, members);
    auto *mime = new QMimeData;
    mime->setData(QString::fromLatin1(MembersMimeType), text);
    mime->setText(QString::fromUtf8(text));
    QGuiApplication::clipboard()->setMimeData(mime);
    pastes = 0;
    say(TeamCanvas::tr("%n member(s) copied.", nullptr, static_cast<int>(members.size())));
}

void TeamCanvas::Private::paste()
{
    const auto members = readCopiedMembers(membersText(QGuiApplication::clipboard()->mimeData()));
    if (!members) {
        say(errorText(members.error()));
        return;
    }
    ++pastes;
    const double step = 2 * SnapGrid * pastes;
    QPointF offset(step, step);
    // What was copied elsewhere comes into view.
    QRectF rect;
    for (const WorkflowAgent &member : *members) {
        if (member.position)
            rect = rect.united(QRectF(QPointF(member.position->x, member.position->y), cardSize()));
    }
    const QRectF seen = q->mapToScene(q->viewport()->rect()).boundingRect();
    if (!rect.isNull() && !seen.intersects(rect.translated(offset)))
        offset = onGrid(seen.center() - rect.center());
    insertMembers(TeamCanvas::tr("Paste %n member(s)", nullptr, static_cast<int>(members->size())),
        *members, offset);
}

void TeamCanvas::Private::duplicate()
{
    const TeamDraft placed = context.placedDraft();
    const auto members = readCopiedMembers(copiedMembers(placed.workflow, context.chosenMembers()));
    if (members)
        insertMembers(
            TeamCanvas::tr("Duplicate %n member(s)", nullptr, static_cast<int>(members->size())),
            *members, { 2 * SnapGrid, 2 * SnapGrid });
}

void TeamCanvas::Private::insertMembers(
    const QString &step, const std::vector<WorkflowAgent> &members, const QPointF &offset)
{
    MemberPaste paste = withPasted(context.placedDraft(), members, canvasPosition(offset));
    context.document->edit(step, paste.draft);
    context.selection->setMembers(QSet<AgentId>(paste.members.begin(), paste.members.end()));
    if (paste.needAgents.empty())
        say(TeamCanvas::tr("%n member(s) added.", nullptr, static_cast<int>(paste.members.size())));
    else
        say(TeamCanvas::tr(
            "%n member(s) added that need an agent of their own: choose one for each.", nullptr,
            static_cast<int>(paste.needAgents.size())));
}

void TeamCanvas::Private::dropMembers(const QByteArray &text, const QPointF &point)
{
    auto members = readCopiedMembers(text);
    if (!members) {
        say(errorText(members.error()));
        return;
    }
    const int over = std::exchange(dropWire, -1);
    const int wire = over < static_cast<int>(q->graph().wires.size()) ? over : -1;
    const QSizeF size = cardSize();
    const QPointF corner = onGrid(point - QPointF(size.width() / 2, size.height() / 2));
    if (members->size() > 1) {
        // Those without a place come below each other.
        double y = 0;
        for (WorkflowAgent &member : *members) {
            if (!member.position)
                member.position = CanvasPosition { 0, std::exchange(y, y + size.height() + Gap) };
        }
        const CanvasPosition first = *members->front().position;
        insertMembers(
            TeamCanvas::tr("Add %n member(s)", nullptr, static_cast<int>(members->size())),
            *members, corner - QPointF(first.x, first.y));
        return;
    }
    WorkflowAgent member = std::move(members->front());
    const bool there = context.document->workflow().find(member.agentId) != nullptr;
    if (wire < 0 || (there && member.kind == MemberKind::Agent)) {
        addMember(std::move(member), point, std::nullopt);
        return;
    }
    member.agentId = freeMemberId(context.document->workflow(), member.agentId.toString());
    member.position = canvasPosition(corner);
    const AgentId id = member.agentId;
    const GraphWire &into = q->graph().wires[static_cast<std::size_t>(wire)];
    const QString step = TeamCanvas::tr("Insert %1").arg(member.displayName());
    context.document->edit(step,
        withMemberBetween(context.placedDraft(), std::move(member), context.endOf(into.from),
            context.endOf(into.to)));
    context.selection->select(id);
}

} // namespace renum::ui
