// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/team_version.h"
#include "core/net/task_scope.h"
#include "core/workspace/workspace.h"
#include "ui/shell/toast.h"

#include <QWidget>

namespace renum::ui {

/// Deletes a team after asking, and offers to undo it. Its runs do not come back.
class TeamDeleter : public QObject {
    Q_OBJECT

public:
    /// The question opens over `window`.
    TeamDeleter(Workspace *workspace, QWidget *window);

    void askAndDelete(const Team &team);

signals:
    void deleted(const renum::TeamId &team);
    void toastRequested(const renum::ui::Toast &toast);

private:
    QCoro::Task<> remove(Team team);
    /// Oldest first. None where they cannot be read: the team itself is brought back all the same.
    [[nodiscard]] QCoro::Task<QList<TeamVersion>> versionsOf(TeamId team, std::stop_token stop);
    /// The same team once more, with its versions and their labels; it gets a new id.
    QCoro::Task<> bringBack(TeamDraft draft, QList<TeamVersion> versions);
    /// As the next version of `before`, or as a new team.
    [[nodiscard]] QCoro::Task<Result<Team>> store(
        const TeamDraft &draft, const std::optional<Team> &before, const std::stop_token &stop);
    void sayFailure(const Error &error);

    Workspace *m_workspace;
    QWidget *m_window;
    TaskScope m_tasks;
};

} // namespace renum::ui
