// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/editing/team_part.h"
#include "core/workflow/editing/wire_edits.h"
#include "ui/graph/team_graph_view.h"

#include <QList>

#include <memory>
#include <optional>

class QAction;

namespace renum::ui {

class AgentCatalog;
class MemberSelection;
class TeamDocument;

/// The team as a graph that a person edits: everything is one step of the document's history, by
/// mouse and by keyboard. One tab stop; the keys are those of commands(), the arrows and Home, End.
class TeamCanvas : public TeamGraphView {
    Q_OBJECT

public:
    /// `document` and `selection` outlive the canvas.
    TeamCanvas(TeamDocument *document, MemberSelection *selection, Theme *theme,
        QWidget *parent = nullptr);
    ~TeamCanvas() override;

    /// Everything it can do, with text, tool tip and shortcut, enabled when it would do something.
    /// Found by objectName.
    [[nodiscard]] QList<QAction *> commands() const;
    /// Triggers nothing; null for an unknown name.
    [[nodiscard]] QAction *command(const QString &name) const;

    /// Adds a member as one step and selects it: at that place of the scene (its middle), else
    /// where there is room; joined to `from` where that is possible. An agent that is a member
    /// already is selected instead.
    void addMember(WorkflowAgent member, std::optional<QPointF> scenePlace = {},
        std::optional<WireEnd> from = {});
    /// The cards say what these know of their agents. Outlives the canvas.
    void setAgents(const AgentCatalog *catalog);
    /// Tab asks for members to add instead of leaving the canvas.
    void setTabAdds(bool adds);
    /// Letters without Ctrl or Alt do something (WCAG 2.1.4 asks that they can be switched off).
    void setLetterKeys(bool enabled);
    /// Moved cards snap; with Alt it is the other way round.
    void setSnaps(bool snaps);
    /// The wheel zooms and pans with Ctrl, instead of the other way round.
    void setWheelZooms(bool zooms);

signals:
    /// The person wants to add something there; `from`: and get its wire from there.
    void addRequested(const QPoint &globalPosition, const QPointF &scenePlace,
        const std::optional<renum::WireEnd> &from);
    /// Enter, F2 or double click.
    void memberActivated(const renum::AgentId &id);
    /// The person wants to run that part of the team.
    void partRequested(const renum::TeamPart &part);
    /// The person wants to keep the member's result, or to see the kept one.
    void keepRequested(const renum::AgentId &member);
    /// Why something is refused, what happened; empty: nothing to say any more.
    void hintChanged(const QString &sentence);

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dragMoveEvent(QDragMoveEvent *event) override;
    void dragLeaveEvent(QDragLeaveEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;

public:
    class Private; ///< for the parts that the canvas is made of

private:
    std::unique_ptr<Private> p;
};

} // namespace renum::ui

Q_DECLARE_METATYPE(renum::WireEnd)
