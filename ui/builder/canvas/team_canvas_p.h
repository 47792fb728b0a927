// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/builder/canvas/canvas_context.h"
#include "ui/builder/canvas/canvas_gesture.h"
#include "ui/builder/canvas/team_canvas.h"

#include <QPoint>
#include <QVariantAnimation>

#include <memory>
#include <optional>

namespace renum::ui {

class CanvasCommands;
class DecorEditor;
class Minimap;

/// A button that went down, until it is clear what the person means by it.
struct CanvasPress {
    QPoint position; ///< of the viewport
    QPointF scenePoint;
    Qt::KeyboardModifiers modifiers;
    int node = -1;
    int note = -1;
    bool wasChosen = false; ///< the node was among the chosen ones already
};

class TeamCanvas::Private {
public:
    explicit Private(TeamCanvas *canvas)
        : q(canvas)
    {
    }

    // team_canvas.cpp
    void showDocument();
    void showSelection();
    void chooseMembers();
    void say(const QString &sentence);
    [[nodiscard]] GraphModel shownGraph() const;
    /// What is wrong with a member, a sentence a line.
    [[nodiscard]] QString problemsOf(const AgentId &member) const;

    // canvas_mouse.cpp
    [[nodiscard]] double pixel() const;
    void press(const QMouseEvent &event);
    bool pressPort(const QPointF &point);
    bool pressRoutePoint(const QPointF &point);
    void pressNode(int node, Qt::KeyboardModifiers modifiers);
    void pressMark(const QPointF &point, Qt::KeyboardModifiers modifiers);
    void beginDrag();
    void endGesture(const QPointF &point, Qt::KeyboardModifiers modifiers);
    bool cancelGesture();
    void doubleClick(const QPoint &position);
    void toggleRoutePoint(int wire, const QPointF &point);
    [[nodiscard]] int routePointAt(int wire, const QPointF &point) const;
    void updateCursor(const QPoint &position);

    // canvas_keys.cpp
    bool key(const QKeyEvent &event);
    bool arrow(const QKeyEvent &event);
    void moveChosen(const QPointF &step);
    void activate();
    void nextWire();

    // canvas_edits.cpp
    void addMember(
        WorkflowAgent member, std::optional<QPointF> place, const std::optional<WireEnd> &from);
    [[nodiscard]] QPointF roomFor(const QSizeF &size, const std::optional<WireEnd> &from) const;
    /// From there down until nothing is in the way.
    [[nodiscard]] QPointF freeFrom(QRectF room) const;
    [[nodiscard]] QSizeF cardSize() const;
    void copy();
    void paste();
    void duplicate();
    void insertMembers(
        const QString &step, const std::vector<WorkflowAgent> &members, const QPointF &offset);
    void dropMembers(const QByteArray &text, const QPointF &point);
    void tidy();
    void place(
        const QString &step, const std::vector<int> &nodes, const std::vector<QPointF> &corners);
    void animateFrom(const std::vector<QRectF> &before);
    void zoomToSelection();
    void addNote();
    void addFrame();
    void editMark();
    void straightenWire();
    void bendWire();

    TeamCanvas *q;
    CanvasContext context;
    const AgentCatalog *agents = nullptr; ///< of setAgents()
    std::unique_ptr<CanvasGesture> gesture;
    std::optional<CanvasPress> pressed;
    CanvasCommands *commands = nullptr;
    DecorEditor *editor = nullptr;
    Minimap *minimap = nullptr;
    QVariantAnimation animation;
    std::vector<QRectF> animatedFrom;
    std::vector<QRectF> animatedTo;
    bool choosing = false; ///< the selection changes because of us
    bool cutKey = false; ///< Y is held down
    bool tabAdds = false;
    bool letterKeys = true;
    bool wheelZooms = false;
    int dropWire = -1; ///< the wire that a dragged member would go into
    int pastes = 0; ///< since the last copy
    QString lastHint;
};

} // namespace renum::ui
