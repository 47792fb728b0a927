// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/canvas/canvas_commands.h"
#include "ui/builder/canvas/decor_editor.h"
#include "ui/builder/canvas/team_canvas_p.h"
#include "ui/builder/document/team_document.h"
#include "ui/graph/wires_item.h"

#include <QStyle>

#include <algorithm>
#include <cmath>

/// What commands change in the picture and not in the team: places, frames, notes, ways of wires.
namespace renum::ui {

namespace {

constexpr int AnimationMs = 150;
/// More nodes than this go at once: nobody follows them with the eye.
constexpr std::size_t MostAnimated = 500;

} // namespace

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
        toggleRoutePoint(mark.index, pointAlong(context.scene->wires().curveOf(mark.index), 0.5));
}

void TeamCanvas::Private::straightenWire()
{
    const GraphMark mark = context.scene->mark();
    if (mark.kind != GraphMark::Kind::Wire)
        return;
    const GraphWire &wire = q->graph().wires[static_cast<std::size_t>(mark.index)];
    context.editDecor(TeamCanvas::tr("Straighten wire"),
        withRoute(
            context.decor(), context.endOf(wire.from).member, context.endOf(wire.to).member, {}));
}

} // namespace renum::ui
