// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/team.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace renum::ui {

class TeamGraphView;
class Theme;

/// One team: its graph, large, and beside it what it is for and who is in it.
class TeamDetail : public QWidget {
    Q_OBJECT

public:
    explicit TeamDetail(Theme *theme, QWidget *parent = nullptr);

    void setTeam(const Team &team);
    [[nodiscard]] const Team &team() const noexcept { return m_team; }

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeInspector();
    QWidget *makeMember(const WorkflowAgent &agent, int index);
    void showMembers();
    void retranslate();

    Theme *m_theme;
    TeamGraphView *m_graph;
    QLabel *m_about;
    QLabel *m_description;
    QLabel *m_membersTitle;
    QVBoxLayout *m_members;
    QLabel *m_dates;
    Team m_team;
};

} // namespace renum::ui
