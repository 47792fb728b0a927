// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/workspace.h"
#include "ui/shell/page.h"

class QAction;
class QLabel;
class QStackedWidget;

namespace renum::ui {

class TeamDeleter;
class TeamDetail;
class TeamList;
class TeamMaker;
class TeamsHeader;
class TemplateGallery;
class TemplateKeeper;
class TemplateShelfView;
class Theme;

/// Templates to begin with, the stored teams, and one of them in detail (features TM-01 … TP-01).
class TeamsPage : public Page {
    Q_OBJECT

public:
    TeamsPage(Workspace *workspace, Theme *theme, QWidget *parent = nullptr);

    [[nodiscard]] static PageEntry entry();

    [[nodiscard]] QString heading() const override;
    [[nodiscard]] QWidget *headerWidget() const override;
    void activated() override;
    void focusSearch() override;

    void showTeam(const Team &team);
    void showList();
    /// Makes a team of the template with that id as soon as the templates are there.
    void useTemplate(const TemplateId &id);

signals:
    /// The stored teams are there for the first time, or why they cannot be read.
    void filled();
    /// The person wants to run this team; the prompts are suggestions.
    void runRequested(const renum::Team &team, const QStringList &samplePrompts);
    /// The person wants to change this team, or to begin one from nothing.
    void editRequested(const renum::Team &team);
    void newTeamRequested();
    /// A team was made of a template.
    void teamCreated(const renum::Team &team);

protected:
    void changeEvent(QEvent *event) override;

private:
    void fillListView();
    void connectParts();
    void addActions();
    void openTeam(const TeamId &id);
    void teamMade(const Team &team);
    void requestRun();
    void requestDelete();
    void requestEdit();
    void updateHeader();
    void updateState();
    void retranslate();
    [[nodiscard]] bool showsDetail() const;
    /// The team in detail, else the one with the cursor on it. Borrowed.
    [[nodiscard]] const Team *chosenTeam() const;
    [[nodiscard]] QStringList samplePromptsFor(const Team &team) const;

    Workspace *m_workspace;
    Theme *m_theme;
    TeamsHeader *m_header;
    QStackedWidget *m_views;
    QWidget *m_listView;
    QLabel *m_templatesTitle = nullptr;
    QLabel *m_teamsTitle = nullptr;
    TemplateGallery *m_gallery;
    TemplateKeeper *m_keeper;
    TemplateShelfView *m_shelf;
    TeamList *m_list;
    TeamDetail *m_detail = nullptr; ///< until a team is opened
    TeamMaker *m_maker;
    TeamDeleter *m_deleter;
    QAction *m_runAction = nullptr;
    QAction *m_editAction = nullptr;
    QAction *m_newAction = nullptr;
    QAction *m_deleteAction = nullptr;
    QAction *m_backAction = nullptr;
    TemplateId m_useWhenLoaded;
    bool m_isFilled = false;
};

} // namespace renum::ui
