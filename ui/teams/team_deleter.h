// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/task_scope.h"
#include "core/workspace/workspace.h"
#include "ui/shell/toast.h"

#include <QWidget>

namespace renum::ui {

/// Deletes a team after asking, and offers to undo it.
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
    /// The same team once more; it gets a new id.
    QCoro::Task<> bringBack(TeamDraft draft);

    Workspace *m_workspace;
    QWidget *m_window;
    TaskScope m_tasks;
};

} // namespace renum::ui
