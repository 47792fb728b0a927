// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/canvas/wire_words.h"

#include "ui/builder/canvas/canvas_words.h"

#include <QCoreApplication>

namespace renum::ui {

QString refusalText(WireRefusal refusal, const QString &from, const QString &to)
{
    switch (refusal) {
    case WireRefusal::None:
        return {};
    case WireRefusal::SameMember:
        return CanvasWords::tr("%1 cannot get its own result.").arg(from);
    case WireRefusal::WrongWay:
        return CanvasWords::tr("Nothing leads into the prompt or out of the result.");
    case WireRefusal::NotBetweenEnds:
        return CanvasWords::tr(
            "Between prompt and result somebody has to work: add a member first.");
    case WireRefusal::AlreadyJoined:
        return CanvasWords::tr("%1 already leads to %2.").arg(from, to);
    case WireRefusal::Cycle:
        return CanvasWords::tr("%2 already leads to %1, so the work would go round for ever. A "
                               "sequential team or a pipeline can send work back.")
            .arg(from, to);
    case WireRefusal::PipelineInput:
        return CanvasWords::tr("In a pipeline only the first member gets the prompt.");
    }
    return {};
}

QString meaningText(WireMeaning meaning, const QString &from, const QString &to)
{
    switch (meaning) {
    case WireMeaning::Input:
        return CanvasWords::tr("%2 gets the result of %1.").arg(from, to);
    case WireMeaning::Successor:
        return CanvasWords::tr("%2 comes right after %1.").arg(from, to);
    case WireMeaning::Feedback:
        return CanvasWords::tr("%1 sends its work back to %2.").arg(from, to);
    case WireMeaning::FinalResult:
        return CanvasWords::tr("The result of %1 is that of the team.").arg(from);
    }
    return {};
}

QString keptWireText(
    const GraphWire &wire, const GraphModel &graph, const WorkflowDefinition &workflow)
{
    const QString from = graph.nodes[static_cast<std::size_t>(wire.from)].title;
    const GraphNode &to = graph.nodes[static_cast<std::size_t>(wire.to)];
    if (to.kind == NodeKind::Result)
        return CanvasWords::tr(
            "The team's result comes from here. Lead another wire to the result.");
    if (wire.from == 0)
        return CanvasWords::tr(
            "%1 needs something to begin with: connect something else to it first.")
            .arg(to.title);
    if (workflow.type == WorkflowType::Pipeline)
        return CanvasWords::tr("In a pipeline each member follows the one before: move %1 instead.")
            .arg(to.title);
    return CanvasWords::tr("%2 follows %1 because of its place in the order: move it instead.")
        .arg(from, to.title);
}

} // namespace renum::ui
