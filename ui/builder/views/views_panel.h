// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"

#include <QList>
#include <QWidget>

#include <array>

class QAction;
class QStackedWidget;
class QTabBar;
class QToolButton;

namespace renum {
class Workspace;
}

namespace renum::ui {

class MemberSelection;
class ProblemList;
class TeamDocument;
class Theme;

/// The other views of a team below its canvas, in tabs that fold away. A view is made when its tab
/// is shown for the first time. Remembers nothing itself.
class ViewsPanel : public QWidget {
    Q_OBJECT

public:
    enum View { ProblemsTab, PlanTab, OutlineTab, MembersTab, JsonTab, ViewCount };

    /// All of them outlive this.
    ViewsPanel(TeamDocument *document, MemberSelection *selection, Workspace *workspace,
        Theme *theme, QWidget *parent = nullptr);

    /// Unfolds and shows a view.
    void showView(View view);
    [[nodiscard]] View currentView() const;
    [[nodiscard]] bool isFolded() const;
    void setFolded(bool folded);

    /// Whether the JSON says something that the team does not, because it cannot be read or was not
    /// yet: a person may want to know before the team is stored or run.
    [[nodiscard]] bool hasUnreadText() const;

    /// One for each view, and one that folds: for menus, the command palette and rebinding. Their
    /// shortcuts work in the window that they are added to.
    [[nodiscard]] QList<QAction *> commands() const { return m_commands; }

signals:
    /// The person wants to see or edit a place of the team, a JSON pointer of the draft.
    void fieldRequested(const renum::AgentId &member, const QString &pointer);
    void foldedChanged(bool folded);
    /// The person wants to choose agents for those that are missing.
    void replaceRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeHead();
    void makeCommands();
    void retranslate();
    void showCount();
    void onTab(int tab);
    [[nodiscard]] QWidget *makeView(View view);
    [[nodiscard]] QWidget *viewOf(View view);

    TeamDocument *m_document;
    MemberSelection *m_selection;
    Workspace *m_workspace;
    Theme *m_theme;
    ProblemList *m_problems;
    QTabBar *m_tabs;
    QToolButton *m_fold;
    QStackedWidget *m_stack;
    std::array<QWidget *, ViewCount> m_views {};
    QList<QAction *> m_commands;
};

} // namespace renum::ui
