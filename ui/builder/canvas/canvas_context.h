// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/team.h"
#include "core/workflow/editing/canvas_decor.h"
#include "core/workflow/editing/wire_edits.h"
#include "ui/graph/graph_scene.h"

#include <QPointF>
#include <QString>

#include <functional>
#include <optional>

namespace renum::ui {

class MemberSelection;
class TeamDocument;

/// What gestures and commands of the canvas work on. Borrows everything; the canvas owns it.
class CanvasContext {
public:
    TeamDocument *document = nullptr;
    MemberSelection *selection = nullptr;
    GraphScene *scene = nullptr;
    const Theme *theme = nullptr;
    bool snaps = true; ///< what is moved, unless Alt is held; otherwise only then
    /// Tells the person something; empty ends it.
    std::function<void(const QString &)> hint;
    /// Asks for a member to add at a place of the scene, with a wire from there.
    std::function<void(const QPointF &, const std::optional<WireEnd> &)> askForMember;
    /// Draws the gesture again.
    std::function<void()> repaint;
    /// Scene units for one pixel of the screen.
    std::function<double()> pixel;

    [[nodiscard]] const GraphModel &graph() const { return scene->graph(); }
    [[nodiscard]] WireEnd endOf(int node) const;
    /// Index of the node for an end, or -1.
    [[nodiscard]] int nodeOf(const WireEnd &end) const;
    [[nodiscard]] QString nameOf(int node) const;
    /// The members among the chosen nodes.
    [[nodiscard]] QSet<AgentId> chosenMembers() const;

    /// The draft with a place for every member that has none yet: the one it is shown at. Once a
    /// person has placed one, none of the others moves by itself.
    [[nodiscard]] TeamDraft placedDraft() const;
    /// The draft with these nodes at these places (by index of the graph).
    [[nodiscard]] TeamDraft withPlaces(
        TeamDraft draft, const std::vector<int> &nodes, const std::vector<QPointF> &corners) const;
    [[nodiscard]] CanvasDecor decor() const;
    /// The draft with another decor, as a step of the history.
    void editDecor(const QString &step, const CanvasDecor &decor, const QString &mergeKey = {});

    /// Removes what the person has chosen: a wire, note or frame, else the members.
    void removeChosen(bool heal);
    void removeWires(const std::vector<int> &wires);
    /// Says why two ends cannot be joined, or does it as one step.
    void join(const WireEnd &from, const WireEnd &to);

private:
    void removeMark();
    void removeMembers(bool heal);
};

[[nodiscard]] inline CanvasPosition canvasPosition(const QPointF &point)
{
    return { point.x(), point.y() };
}

} // namespace renum::ui
