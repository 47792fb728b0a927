// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/builder/canvas/team_canvas_p.h"

#include <span>

namespace renum::ui {

/// What has to be there for a command to do something.
enum class CanvasNeed {
    Nothing,
    Members, ///< any in the team
    ChosenMember,
    OneMember, ///< chosen
    OneWorker, ///< chosen, one that has a result of its own
    ChosenThing, ///< members, a wire, a frame or a note
    CurrentNode,
    TwoNodes, ///< chosen
    ThreeNodes,
    Frame, ///< chosen
    FramedMember, ///< chosen
    Wire, ///< chosen, no feedback
    BentWire,
};

struct CanvasCommand {
    const char *name; ///< of the action
    const char *text;
    const char *help; ///< a sentence
    const char *shortcut; ///< portable text; empty for none
    int group; ///< separated in menus
    CanvasNeed needs;
    void (*run)(TeamCanvas::Private &);
};

[[nodiscard]] std::span<const CanvasCommand> canvasCommands();

} // namespace renum::ui
