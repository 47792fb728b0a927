// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/member_clipboard.h"
#include "core/workflow/editing/member_edits.h"
#include "ui/builder/canvas/canvas_commands.h"
#include "ui/builder/canvas/decor_editor.h"
#include "ui/builder/document/member_mime.h"
#include "ui/builder/canvas/team_canvas_p.h"
#include "ui/builder/document/member_selection.h"
#include "ui/builder/document/team_document.h"
#include "ui/graph/wires_item.h"
#include "ui/text/error_text.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>
#include <QStyle>

#include <algorithm>
#include <cmath>
#include <utility>

/// What commands and drops change in the team.
namespace renum::ui {

namespace {

constexpr double Gap = 2 * Theme::Space6;
constexpr int AnimationMs = 150;
/// More nodes than this go at once: nobody follows them with the eye.
constexpr std::size_t MostAnimated = 500;

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
    for (auto hit = context.scene->nodesIn(room); !hit.empty(); hit = context.scene->nodesIn(room)) {
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
    const bool anyPlaced = std::ranges::any_of(workflow.agents,
        [](const WorkflowAgent &other) { return other.position.has_value(); });
    TeamDraft draft = context.document->draft();
    if (place || anyPlaced) {
        const QPointF corner = place
            ? onGrid(*place - QPointF(size.width() / 2, size.height() / 2))
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
        say(TeamCanvas::tr("%n member(s) added that need an agent of their own: choose one for each.",
            nullptr, static_cast<int>(paste.needAgents.size())));
}

void TeamCanvas::Private::dropMembers(const QByteArray &text, const QPointF &point)
{
    auto members = readCopiedMembers(text);
    if (!members) {
        say(errorText(members.error()));
        return;
    }
    const int wire = std::exchange(dropWire, -1);
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
            TeamCanvas::tr("Add %n member(s)", nullptr, static_cast<int>(members->size())), *members,
            corner - QPointF(first.x, first.y));
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

void TeamCanvas::Private::place(
    const QString &step, const std::vector<int> &nodes, const std::vector<QPointF> &corners)
{
    const std::vector<QRectF> before = context.scene->allPlaces();
    context.document->edit(step, context.withPlaces(context.placedDraft(), nodes, corners));
    animateFrom(before);
}

/// Lays out what is chosen, or everything. Where that is the middle of the chosen stays there.
void TeamCanvas::Private::tidy()
{
    const std::vector<QRectF> before = context.scene->allPlaces();
    const std::vector<QRectF> tidy = context.scene->tidyPlaces();
    std::vector<int> nodes = context.scene->selection();
    const bool all = nodes.size() < 2;
    if (all) {
        nodes.clear();
        for (std::size_t i = 0; i < tidy.size(); ++i)
            nodes.push_back(static_cast<int>(i));
    }
    QRectF now;
    QRectF then;
    for (const int node : nodes) {
        now = now.united(before[static_cast<std::size_t>(node)]);
        then = then.united(tidy[static_cast<std::size_t>(node)]);
    }
    const QPointF shift = all ? QPointF() : onGrid(now.topLeft() - then.topLeft());
    std::vector<QPointF> corners;
    for (const int node : nodes) {
        const QPointF corner = tidy[static_cast<std::size_t>(node)].topLeft() + shift;
        corners.emplace_back(std::round(corner.x()), std::round(corner.y()));
    }
    TeamDraft draft = context.withPlaces(context.placedDraft(), nodes, corners);
    CanvasDecor decor = canvasDecor(draft.workflow);
    std::erase_if(decor.routes, [&](const CanvasRoute &) { return all; }); // ways of the old places
    setCanvasDecor(draft.workflow, decor);
    context.document->edit(TeamCanvas::tr("Tidy"), draft);
    animateFrom(before);
    if (all)
        q->fitGraph();
}

void TeamCanvas::Private::animateFrom(const std::vector<QRectF> &before)
{
    const std::vector<QRectF> &now = context.scene->allPlaces();
    const int wished = q->style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, q);
    if (wished <= 0 || before.size() != now.size() || now.size() > MostAnimated || before == now)
        return;
    animatedFrom = before;
    animatedTo = now;
    animation.setStartValue(0.0);
    animation.setEndValue(1.0);
    animation.setEasingCurve(QEasingCurve::OutCubic);
    animation.setDuration(std::min(wished, AnimationMs));
    animation.start();
}

void TeamCanvas::Private::zoomToSelection()
{
    QRectF rect;
    for (const int node : context.scene->selection())
        rect = rect.united(context.scene->places()[static_cast<std::size_t>(node)]);
    constexpr double margin = Theme::Space6;
    if (!rect.isNull())
        q->showRect(rect.adjusted(-margin, -margin, margin, margin));
}

void TeamCanvas::Private::addNote()
{
    CanvasDecor decor = context.decor();
    CanvasNote note;
    note.id = freeDecorId(decor);
    QRectF room(QPointF(), cardSize());
    room.moveCenter(q->mapToScene(q->viewport()->rect().center()));
    note.position = canvasPosition(freeFrom(room));
    decor.notes.push_back(note);
    context.editDecor(TeamCanvas::tr("Add note"), decor);
    context.scene->setSelection({});
    context.scene->setMark({ GraphMark::Kind::Note, static_cast<int>(decor.notes.size()) - 1 });
    commands->refresh();
    editMark();
}

void TeamCanvas::Private::addFrame()
{
    const QSet<AgentId> members = context.chosenMembers();
    if (members.isEmpty())
        return;
    const CanvasDecor decor = withFrame(context.decor(), members, {});
    context.editDecor(TeamCanvas::tr("Add frame"), decor);
    context.scene->setMark({ GraphMark::Kind::Frame, static_cast<int>(decor.frames.size()) - 1 });
    commands->refresh();
    editMark();
}

void TeamCanvas::Private::editMark()
{
    if (!editor)
        editor = new DecorEditor(&context, q);
    editor->open(context.scene->mark());
}

void TeamCanvas::Private::bendWire()
{
    const GraphMark mark = context.scene->mark();
    if (mark.kind == GraphMark::Kind::Wire)
        toggleRoutePoint(
            mark.index, pointAlong(context.scene->wires().curveOf(mark.index), 0.5));
}

void TeamCanvas::Private::straightenWire()
{
    const GraphMark mark = context.scene->mark();
    if (mark.kind != GraphMark::Kind::Wire)
        return;
    const GraphWire &wire = q->graph().wires[static_cast<std::size_t>(mark.index)];
    context.editDecor(TeamCanvas::tr("Straighten wire"),
        withRoute(context.decor(), context.endOf(wire.from).member, context.endOf(wire.to).member,
            {}));
}

} // namespace renum::ui
