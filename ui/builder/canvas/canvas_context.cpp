// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/canvas/canvas_context.h"

#include "core/workflow/editing/member_edits.h"
#include "ui/builder/canvas/canvas_words.h"
#include "ui/builder/canvas/wire_words.h"
#include "ui/builder/document/member_selection.h"
#include "ui/builder/document/team_document.h"
#include "ui/graph/index.h"

#include <QCoreApplication>
#include <QHash>

#include <utility>

namespace renum::ui {

WireEnd CanvasContext::endOf(int node) const
{
    const GraphNode &shown = graph().nodes[at(node)];
    switch (shown.kind) {
    case NodeKind::Prompt:
        return { WireEnd::Kind::Prompt, {} };
    case NodeKind::Result:
        return { WireEnd::Kind::Result, {} };
    case NodeKind::Agent:
        break;
    }
    return { WireEnd::Kind::Member, shown.agent };
}

int CanvasContext::nodeOf(const WireEnd &end) const
{
    switch (end.kind) {
    case WireEnd::Kind::Prompt:
        return graph().nodes.empty() ? -1 : 0;
    case WireEnd::Kind::Result:
        return static_cast<int>(graph().nodes.size()) - 1;
    case WireEnd::Kind::Member:
        break;
    }
    return graph().indexOf(end.member);
}

QString CanvasContext::nameOf(int node) const
{
    return graph().nodes[at(node)].title;
}

QSet<AgentId> CanvasContext::chosenMembers() const
{
    QSet<AgentId> members;
    for (const int node : scene->selection()) {
        if (graph().nodes[at(node)].kind == NodeKind::Agent)
            members.insert(graph().nodes[at(node)].agent);
    }
    return members;
}

TeamDraft CanvasContext::placedDraft() const
{
    TeamDraft draft = document->draft();
    QHash<AgentId, QPointF> shown;
    for (std::size_t i = 0; i < graph().nodes.size(); ++i)
        shown.insert(graph().nodes[i].agent, scene->allPlaces()[i].topLeft());
    for (WorkflowAgent &member : draft.workflow.agents) {
        if (!member.position && shown.contains(member.agentId))
            member.position = canvasPosition(shown.value(member.agentId));
    }
    return draft;
}

TeamDraft CanvasContext::withPlaces(
    TeamDraft draft, const std::vector<int> &nodes, const std::vector<QPointF> &corners) const
{
    QHash<AgentId, QPointF> moved;
    CanvasDecor decor = canvasDecor(draft.workflow);
    const CanvasDecor before = decor;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        const GraphNode &node = graph().nodes[at(nodes[i])];
        if (node.kind == NodeKind::Agent)
            moved.insert(node.agent, corners[i]);
        else if (node.kind == NodeKind::Prompt)
            decor.prompt = canvasPosition(corners[i]);
        else
            decor.result = canvasPosition(corners[i]);
    }
    for (WorkflowAgent &member : draft.workflow.agents) {
        if (const auto place = moved.constFind(member.agentId); place != moved.cend())
            member.position = canvasPosition(*place);
    }
    if (decor != before)
        setCanvasDecor(draft.workflow, decor);
    return draft;
}

CanvasDecor CanvasContext::decor() const
{
    return canvasDecor(document->workflow());
}

void CanvasContext::editDecor(
    const QString &step, const CanvasDecor &decor, const QString &mergeKey)
{
    TeamDraft draft = document->draft();
    setCanvasDecor(draft.workflow, decor);
    document->edit(step, draft, mergeKey);
}

void CanvasContext::join(const WireEnd &from, const WireEnd &to)
{
    const WireOffer offer = offerWire(document->workflow(), from, to);
    const int first = nodeOf(from);
    const int second = nodeOf(to);
    if (first < 0 || second < 0)
        return;
    if (!offer.isPossible()) {
        hint(refusalText(offer.refusal, nameOf(first), nameOf(second)));
        return;
    }
    const QString told = meaningText(offer.meaning, nameOf(first), nameOf(second));
    document->edit(CanvasWords::tr("Connect"), withWire(document->draft(), from, to));
    hint(told);
}

void CanvasContext::removeChosen(bool heal)
{
    if (scene->mark().kind != GraphMark::Kind::None)
        removeMark();
    else
        removeMembers(heal);
}

void CanvasContext::removeMark()
{
    const GraphMark mark = scene->mark();
    CanvasDecor decor = this->decor();
    switch (mark.kind) {
    case GraphMark::Kind::None:
        return;
    case GraphMark::Kind::Wire:
        removeWires({ mark.index });
        return;
    case GraphMark::Kind::Frame:
        editDecor(CanvasWords::tr("Remove frame"),
            withoutFrame(std::move(decor), graph().frames[at(mark.index)].id));
        return;
    case GraphMark::Kind::Note: {
        const QString id = graph().notes[at(mark.index)].id;
        std::erase_if(decor.notes, [&](const CanvasNote &note) { return note.id == id; });
        editDecor(CanvasWords::tr("Remove note"), decor);
        return;
    }
    }
}

void CanvasContext::removeMembers(bool heal)
{
    const QSet<AgentId> members = chosenMembers();
    if (members.isEmpty())
        return;
    const int count = static_cast<int>(members.size());
    document->edit(CanvasWords::tr("Remove %n member(s)", nullptr, count),
        withoutMembers(document->draft(), members, heal ? Healing::Join : Healing::None));
    hint(CanvasWords::tr("%n member(s) removed.", nullptr, count));
}

void CanvasContext::removeWires(const std::vector<int> &wires)
{
    TeamDraft draft = document->draft();
    int removed = 0;
    int kept = -1;
    for (const int index : wires) {
        const GraphWire &wire = graph().wires[at(index)];
        const TeamDraft before = draft;
        if (wire.kind == GraphWire::Kind::Feedback)
            draft = withoutFeedback(std::move(draft), endOf(wire.from).member);
        else
            draft = withoutWire(std::move(draft), endOf(wire.from), endOf(wire.to));
        if (draft == before)
            kept = index;
        else
            ++removed;
    }
    if (removed > 0) {
        document->edit(CanvasWords::tr("Remove %n wire(s)", nullptr, removed), draft);
        hint(CanvasWords::tr("%n wire(s) removed.", nullptr, removed));
    } else if (kept >= 0) {
        const GraphWire &wire = graph().wires[at(kept)];
        hint(keptWireText(wire, graph(), document->workflow()));
    }
}

} // namespace renum::ui
