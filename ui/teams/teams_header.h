// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/team.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace renum::ui {

class Theme;

/// What the teams page puts into the window's header: search over the list, actions on one team.
class TeamsHeader : public QWidget {
    Q_OBJECT

public:
    explicit TeamsHeader(Theme *theme, QWidget *parent = nullptr);

    void showListTools();
    void showTeamTools(const Team &team);
    void setRunnable(bool runnable);
    void focusSearch();

signals:
    /// The person has stopped typing.
    void searchChanged(const QString &text);
    void runClicked();
    void deleteClicked();
    void backClicked();
    void editClicked();
    void newClicked();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();

    Theme *m_theme;
    QPushButton *m_back;
    QLabel *m_type;
    QLineEdit *m_search;
    QPushButton *m_new;
    QPushButton *m_delete;
    QPushButton *m_edit;
    QPushButton *m_run;
    QTimer m_pause;
    std::optional<WorkflowType> m_shownType;
};

} // namespace renum::ui
