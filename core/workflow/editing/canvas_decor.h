// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/workflow_definition.h"

#include <QSet>

/// What a person draws around the members of a team: frames, notes, ways of wires, places of prompt
/// and result. It lives in `canvas` of the workflow's unknown keys; the engine ignores it. Pure.
namespace renum {

/// A named, coloured group of members and of other frames. Its rectangle is what encloses them.
struct CanvasFrame {
    QString id; ///< within the workflow
    QString title;
    int color = 0; ///< index of a series colour
    std::vector<AgentId> members; ///< each member is in one frame at most
    QString parent; ///< id of the frame around it; empty: none
    bool collapsed = false;
    Json extra = Json::object(); ///< unknown keys, echoed

    friend bool operator==(const CanvasFrame &, const CanvasFrame &) = default;
};

/// A text on the canvas.
struct CanvasNote {
    QString id;
    QString text;
    CanvasPosition position; ///< top left corner
    Json extra = Json::object();

    friend bool operator==(const CanvasNote &, const CanvasNote &) = default;
};

/// Points that a wire is led through. An empty id is the prompt (from) or the result (to).
struct CanvasRoute {
    AgentId from;
    AgentId to;
    std::vector<CanvasPosition> points;
    Json extra = Json::object();

    friend bool operator==(const CanvasRoute &, const CanvasRoute &) = default;
};

struct CanvasDecor {
    std::vector<CanvasFrame> frames;
    std::vector<CanvasNote> notes;
    std::vector<CanvasRoute> routes;
    std::optional<CanvasPosition> prompt;
    std::optional<CanvasPosition> result;
    /// What this version does not understand, written back as it was.
    Json extra = Json::object();

    friend bool operator==(const CanvasDecor &, const CanvasDecor &) = default;
};

/// Tolerant: what makes no sense goes to `extra`; parents that are missing or lie in a circle are
/// none; a member in two frames is in the first.
[[nodiscard]] CanvasDecor canvasDecor(const WorkflowDefinition &workflow);
void setCanvasDecor(WorkflowDefinition &workflow, const CanvasDecor &decor);

/// A place that can be drawn: coordinates beyond a million are cut.
[[nodiscard]] CanvasPosition drawable(const CanvasPosition &position);

/// The innermost frame that holds a member; -1 when none does.
[[nodiscard]] int frameOf(const CanvasDecor &decor, const AgentId &member);
/// Members of a frame and of all frames in it.
[[nodiscard]] QSet<AgentId> membersWithin(const CanvasDecor &decor, int frame);
/// The outermost collapsed frame around a frame, itself included; -1 when it is open all the way.
[[nodiscard]] int collapsedAround(const CanvasDecor &decor, int frame);
/// Index of the frame with that id, or -1.
[[nodiscard]] int frameWithId(const CanvasDecor &decor, const QString &id);

/// A frame around these members, and around frames all of whose members are among them. Within the
/// frame that holds them all, if there is one.
[[nodiscard]] CanvasDecor withFrame(
    CanvasDecor decor, const QSet<AgentId> &members, const QString &title);
/// The members and frames within go to the frame around it.
[[nodiscard]] CanvasDecor withoutFrame(CanvasDecor decor, const QString &id);
/// The members are in that frame now; an empty id: in none. Frames left with nothing in them go.
[[nodiscard]] CanvasDecor withMembersIn(
    CanvasDecor decor, const QSet<AgentId> &members, const QString &frameId);
/// The wire is led through these points; without points it finds its way again.
[[nodiscard]] CanvasDecor withRoute(CanvasDecor decor, const AgentId &from, const AgentId &to,
    const std::vector<CanvasPosition> &points);
/// What named `from` names `to`.
void renameInDecor(WorkflowDefinition &workflow, const AgentId &from, const AgentId &to);
/// Nothing names these any more; frames that held nothing else go.
void forgetInDecor(WorkflowDefinition &workflow, const QSet<AgentId> &gone);
/// An id that no frame and no note has.
[[nodiscard]] QString freeDecorId(const CanvasDecor &decor);

} // namespace renum
