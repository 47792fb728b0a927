// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/teams/team_list_model.h"

#include <QListView>
#include <QStackedWidget>

namespace renum::ui {

class StatePanel;
class Theme;

/// The stored teams, or why there are none to see.
class TeamList : public QStackedWidget {
    Q_OBJECT

public:
    TeamList(Workspace *workspace, Theme *theme, QWidget *parent = nullptr);

    [[nodiscard]] TeamListModel *model() const { return m_model; }
    /// The team with the cursor on it, or nullptr. Borrowed until the model changes.
    [[nodiscard]] const Team *current() const;
    void select(const TeamId &id);

signals:
    /// A click or Enter.
    void opened(const renum::TeamId &team);
    void currentChanged();
    /// The one next step when there is no team yet.
    void firstTeamRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void showState();
    void act();
    void open(const QModelIndex &index);

    TeamListModel *m_model;
    QListView *m_view;
    StatePanel *m_state;
    TeamId m_selectWhenThere;
};

} // namespace renum::ui
