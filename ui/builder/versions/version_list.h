// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QLabel;
class QListView;
class QPushButton;
class QStackedWidget;

namespace renum::ui {

class StatePanel;
class TeamHistory;
class Theme;
class VersionListModel;

/// The versions of a team to choose from, or why there are none to see. F2 gives one a name.
class VersionList : public QWidget {
    Q_OBJECT

public:
    /// Both outlive this.
    VersionList(TeamHistory *history, Theme *theme, QWidget *parent = nullptr);

    /// The chosen version; 0 when there is none.
    [[nodiscard]] int current() const;

signals:
    void currentChanged(int version);

protected:
    void changeEvent(QEvent *event) override;

private:
    void makeList();
    void retranslate();
    void showState();
    void askLabel();

    TeamHistory *m_history;
    Theme *m_theme;
    VersionListModel *m_model;
    QLabel *m_title;
    QListView *m_list;
    StatePanel *m_state;
    QStackedWidget *m_stack;
    QPushButton *m_label;
    QAction *m_labelAction;
};

} // namespace renum::ui
