// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/canvas/canvas_command_table.h"

#include "ui/builder/canvas/arrangement.h"
#include "ui/builder/canvas/connect_list.h"
#include "ui/builder/canvas/minimap.h"
#include "ui/builder/document/member_selection.h"

#include <array>

namespace renum::ui {

namespace {

using State = TeamCanvas::Private;

std::vector<QRectF> chosenPlaces(const State &state)
{
    std::vector<QRectF> rects;
    for (const int node : state.context.scene->selection())
        rects.push_back(state.context.scene->allPlaces()[static_cast<std::size_t>(node)]);
    return rects;
}

template<Alignment alignment>
void align(State &state)
{
    state.place(TeamCanvas::tr("Align"), state.context.scene->selection(),
        aligned(chosenPlaces(state), alignment));
}

template<Spread spread>
void distribute(State &state)
{
    state.place(TeamCanvas::tr("Distribute"), state.context.scene->selection(),
        distributed(chosenPlaces(state), spread));
}

void cut(State &state)
{
    state.copy();
    state.context.removeChosen(false);
}

void toggleCollapsed(State &state)
{
    CanvasDecor decor = state.context.decor();
    const int index = state.context.scene->mark().index;
    CanvasFrame &frame = decor.frames[static_cast<std::size_t>(index)];
    frame.collapsed = !frame.collapsed;
    state.context.editDecor(
        frame.collapsed ? TeamCanvas::tr("Collapse frame") : TeamCanvas::tr("Open frame"), decor);
}

void nextColor(State &state)
{
    CanvasDecor decor = state.context.decor();
    const int index = state.context.scene->mark().index;
    CanvasFrame &frame = decor.frames[static_cast<std::size_t>(index)];
    frame.color = (frame.color + 1) % 8;
    state.context.editDecor(TeamCanvas::tr("Colour frame"), decor);
}

void leaveFrame(State &state)
{
    state.context.editDecor(TeamCanvas::tr("Take out of frame"),
        withMembersIn(state.context.decor(), state.context.chosenMembers(), {}));
}

void requestMember(State &state)
{
    const int node = state.q->selectedNode();
    std::optional<WireEnd> from;
    QPointF place = state.q->mapToScene(state.q->viewport()->rect().center());
    if (node >= 0 && state.context.endOf(node).kind != WireEnd::Kind::Result) {
        from = state.context.endOf(node);
        place = QRectF(state.roomFor(state.cardSize(), from), state.cardSize()).center();
    }
    state.context.askForMember(place, from);
}

template<TeamPart::Kind kind>
void requestPart(State &state)
{
    emit state.q->partRequested({ kind, *state.context.chosenMembers().cbegin() });
}

constexpr std::array Table {
    CanvasCommand { "add-member", QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Add member…"),
        QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Add an agent, wired from the chosen member"),
        "Shift+A", 0, CanvasNeed::Nothing, requestMember },
    CanvasCommand { "connect", QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Connect…"),
        QT_TRANSLATE_NOOP(
            "renum::ui::TeamCanvas", "Lead a wire from the chosen member, or remove one"),
        "C", 0, CanvasNeed::CurrentNode,
        [](State &state) { openConnectList(state.context, state.q); } },
    CanvasCommand { "next-wire", QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Next wire"),
        QT_TRANSLATE_NOOP(
            "renum::ui::TeamCanvas", "Choose one wire of the chosen member after the other"),
        "W", 0, CanvasNeed::CurrentNode, [](State &state) { state.nextWire(); } },
    CanvasCommand { "open", QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Open"),
        QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Open what is chosen"), "", 0,
        CanvasNeed::ChosenThing, [](State &state) { state.activate(); } },
    CanvasCommand { "run-only-this", QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Run only this"),
        QT_TRANSLATE_NOOP("renum::ui::TeamCanvas",
            "Run the chosen member alone, on the last results of those before it"),
        "Ctrl+Return", 6, CanvasNeed::OneWorker, requestPart<TeamPart::Kind::OnlyThis> },
    CanvasCommand { "run-until-here", QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Run until here"),
        QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Run the chosen member and everyone before it"),
        "Ctrl+Shift+Return", 6, CanvasNeed::OneMember, requestPart<TeamPart::Kind::UntilHere> },
    CanvasCommand { "run-from-here", QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Run from here"),
        QT_TRANSLATE_NOOP("renum::ui::TeamCanvas",
            "Run the chosen member and what builds on it, on the last results of the others"),
        "Ctrl+Alt+Return", 6, CanvasNeed::OneMember, requestPart<TeamPart::Kind::FromHere> },
    CanvasCommand { "keep-result", QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Keep its result…"),
        QT_TRANSLATE_NOOP("renum::ui::TeamCanvas",
            "Use a kept result instead of calling the chosen member, or stop doing so"),
        "P", 6, CanvasNeed::OneWorker,
        [](State &state) {
            emit state.q->keepRequested(*state.context.chosenMembers().cbegin());
        } },
    CanvasCommand { "cut", QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Cut"),
        QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Cut the chosen members"), "Ctrl+X", 1,
        CanvasNeed::ChosenMember, cut },
    CanvasCommand { "copy", QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Copy"),
        QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Copy the chosen members"), "Ctrl+C", 1,
        CanvasNeed::ChosenMember, [](State &state) { state.copy(); } },
    CanvasCommand { "paste", QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Paste"),
        QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Paste members"), "Ctrl+V", 1,
        CanvasNeed::Nothing, [](State &state) { state.paste(); } },
    CanvasCommand { "duplicate", QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Duplicate"),
        QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Duplicate the chosen members with their wires"),
        "Ctrl+D", 1, CanvasNeed::ChosenMember, [](State &state) { state.duplicate(); } },
    CanvasCommand { "delete", QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Remove"),
        QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Remove what is chosen"), "Del", 1,
        CanvasNeed::ChosenThing, [](State &state) { state.context.removeChosen(false); } },
    CanvasCommand { "delete-and-heal",
        QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Remove and join neighbours"),
        QT_TRANSLATE_NOOP(
            "renum::ui::TeamCanvas", "Remove the chosen members and join those around them"),
        "Ctrl+Del", 1, CanvasNeed::ChosenMember,
        [](State &state) { state.context.removeChosen(true); } },
    CanvasCommand { "select-all", QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Select all"),
        QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Choose all members"), "Ctrl+A", 1,
        CanvasNeed::Members, [](State &state) { state.context.selection->selectAll(); } },
    CanvasCommand { "tidy", QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Tidy"),
        QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Lay out the chosen members, or the whole team"),
        "T", 2, CanvasNeed::Members, [](State &state) { state.tidy(); } },
    CanvasCommand { "align-left", QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Align left"),
        QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Put left edges in line"), "Alt+Shift+Left", 3,
        CanvasNeed::TwoNodes, align<Alignment::Left> },
    CanvasCommand { "align-center", QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Align centres"),
        QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Put the middles below each other"),
        "Alt+Shift+C", 3, CanvasNeed::TwoNodes, align<Alignment::Center> },
    CanvasCommand { "align-right", QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Align right"),
        QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Put right edges in line"), "Alt+Shift+Right", 3,
        CanvasNeed::TwoNodes, align<Alignment::Right> },
    CanvasCommand { "align-top", QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Align top"),
        QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Put upper edges in line"), "Alt+Shift+Up", 3,
        CanvasNeed::TwoNodes, align<Alignment::Top> },
    CanvasCommand { "align-middle", QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Align middles"),
        QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Put the middles beside each other"),
        "Alt+Shift+M", 3, CanvasNeed::TwoNodes, align<Alignment::Middle> },
    CanvasCommand { "align-bottom", QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Align bottom"),
        QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Put lower edges in line"), "Alt+Shift+Down", 3,
        CanvasNeed::TwoNodes, align<Alignment::Bottom> },
    CanvasCommand { "distribute-across",
        QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Distribute across"),
        QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Leave the same room from left to right"),
        "Alt+Shift+H", 3, CanvasNeed::ThreeNodes, distribute<Spread::Across> },
    CanvasCommand { "distribute-down",
        QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Distribute down"),
        QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Leave the same room from top to bottom"),
        "Alt+Shift+V", 3, CanvasNeed::ThreeNodes, distribute<Spread::Down> },
    CanvasCommand { "add-note", QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Add note"),
        QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Put a text on the canvas"), "N", 4,
        CanvasNeed::Nothing, [](State &state) { state.addNote(); } },
    CanvasCommand { "add-frame", QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Frame"),
        QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Put a named frame around the chosen members"),
        "Ctrl+G", 4, CanvasNeed::ChosenMember, [](State &state) { state.addFrame(); } },
    CanvasCommand { "leave-frame", QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Take out of frame"),
        QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Take the chosen members out of their frame"),
        "Ctrl+Shift+G", 4, CanvasNeed::FramedMember, leaveFrame },
    CanvasCommand { "collapse-frame",
        QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Collapse or open frame"),
        QT_TRANSLATE_NOOP(
            "renum::ui::TeamCanvas", "Show the chosen frame as one card, or what is in it"),
        "K", 4, CanvasNeed::Frame, toggleCollapsed },
    CanvasCommand { "color-frame", QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Next frame colour"),
        QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Give the chosen frame another colour"), "", 4,
        CanvasNeed::Frame, nextColor },
    CanvasCommand { "bend-wire", QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Add reroute point"),
        QT_TRANSLATE_NOOP(
            "renum::ui::TeamCanvas", "Lead the chosen wire through a point of its own"),
        "R", 4, CanvasNeed::Wire, [](State &state) { state.bendWire(); } },
    CanvasCommand { "straighten-wire",
        QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Straighten wire"),
        QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Let the chosen wire find its way again"),
        "Shift+R", 4, CanvasNeed::BentWire, [](State &state) { state.straightenWire(); } },
    CanvasCommand { "zoom-to-selection",
        QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Zoom to selection"),
        QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Fill the view with what is chosen"), "Shift+F",
        5, CanvasNeed::CurrentNode, [](State &state) { state.zoomToSelection(); } },
    CanvasCommand { "toggle-minimap",
        QT_TRANSLATE_NOOP("renum::ui::TeamCanvas", "Show or hide the overview"),
        QT_TRANSLATE_NOOP(
            "renum::ui::TeamCanvas", "A small picture of the whole team in the corner"),
        "M", 5, CanvasNeed::Nothing, [](State &state) { state.minimap->toggle(); } },
};

} // namespace

std::span<const CanvasCommand> canvasCommands()
{
    return Table;
}

} // namespace renum::ui
