// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/team.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QStackedWidget;

namespace renum {
class Workspace;
}

namespace renum::ui {

class AgentCatalog;
class MemberSelection;
class PaletteModel;
class StatePanel;
class TeamDocument;
class Theme;

/// The list at the left of the builder: what can be dragged into the team (feature TB-03).
class PalettePanel : public QWidget {
    Q_OBJECT

public:
    struct Parts {
        Workspace *workspace;
        AgentCatalog *catalog;
        TeamDocument *document;
        MemberSelection *selection;
        Theme *theme;
    };
    /// All parts outlive this.
    explicit PalettePanel(const Parts &parts, QWidget *parent = nullptr);

    void focusSearch();

signals:
    /// The person wants this in the team, wherever there is room.
    void addRequested(const renum::WorkflowAgent &member);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose(const QModelIndex &index);
    void act();
    void showState();
    void retranslate();

    AgentCatalog *m_catalog;
    MemberSelection *m_selection;
    TeamDocument *m_document;
    PaletteModel *m_model;
    QLineEdit *m_search;
    QLabel *m_counter;
    QStackedWidget *m_stack;
    QListView *m_list;
    StatePanel *m_state;
    QPushButton *m_failure; ///< above the list, when reading it again failed
};

} // namespace renum::ui
