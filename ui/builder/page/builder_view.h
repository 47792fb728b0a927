// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/team.h"
#include "core/workflow/editing/team_part.h"
#include "ui/builder/page/builder_parts.h"

#include <QWidget>

#include <optional>

class QAction;
class QSplitter;
class QStackedWidget;

namespace renum {
struct Error;
struct WireEnd;
}

namespace renum::ui {

class AgentCatalog;
class Inspector;
class MemberSelection;
class MissingAgents;
class PalettePanel;
class TeamCanvas;
class TeamDocument;
class VersionsView;
class ViewsPanel;

/// One team being edited: what can be added at the left, the canvas, the inspector at the right,
/// and the other views of the same team below.
class BuilderView : public QWidget {
    Q_OBJECT

public:
    /// Takes the document over. `catalog` outlives this.
    BuilderView(const BuilderParts &parts, AgentCatalog *catalog, TeamDocument *document,
        QWidget *parent = nullptr);

    [[nodiscard]] TeamDocument *document() const { return m_document; }
    [[nodiscard]] TeamCanvas *canvas() const { return m_canvas; }
    [[nodiscard]] MissingAgents *missingAgents() const { return m_missing; }
    /// Commands of canvas and views, for menus and the list of shortcuts.
    [[nodiscard]] QList<QAction *> commands() const;
    void focusSearch();
    void focusCanvas();
    /// Shows what hinders the team from running.
    void showProblems();
    void showPlan();
    /// The stored versions of the team, in place of the canvas.
    void showVersions();
    void showCanvas();
    /// The JSON view holds text that could not become the team.
    [[nodiscard]] bool hasUnreadText() const;

signals:
    /// An earlier version is in the editor now.
    void versionRestored(int version);
    void failed(const renum::Error &error);
    void partRequested(const renum::TeamPart &part);
    void keepRequested(const renum::AgentId &member);

protected:
    /// Esc leads from the fields around the canvas back to it.
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    void divide();
    void connectParts();
    void add(const WorkflowAgent &member);
    void openAddList(const QPoint &globalPosition, const QPointF &scenePlace,
        const std::optional<WireEnd> &from);

    BuilderParts m_parts;
    AgentCatalog *m_catalog;
    TeamDocument *m_document;
    MemberSelection *m_selection;
    MissingAgents *m_missing;
    PalettePanel *m_palette;
    TeamCanvas *m_canvas;
    Inspector *m_inspector;
    ViewsPanel *m_views;
    QSplitter *m_columns = nullptr;
    QSplitter *m_middle = nullptr;
    QStackedWidget *m_center = nullptr; ///< the middle, or the versions
    VersionsView *m_versions = nullptr; ///< made when first asked for
    bool m_isDivided = false; ///< from then on the person's widths count
};

} // namespace renum::ui
