// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/options.h"
#include "core/net/task_scope.h"
#include "ui/shell/workbench.h"

namespace renum::desktop {

/// Does what the command line asks the window to begin with: show a page, offer a run, run a
/// template.
class StartTask : public QObject {
    Q_OBJECT

public:
    StartTask(Options options, Workspace *workspace, ui::Workbench *workbench);

    void start();
    [[nodiscard]] bool isBusy() const noexcept { return m_busy; }

signals:
    void finished();

private:
    QCoro::Task<> openLatest();
    QCoro::Task<> execute(TeamId team);
    void makeTeam(const TemplateId &id);
    void teamMade(const Team &team);
    void finish();
    void fail(const Error &error);

    Options m_options;
    Workspace *m_workspace;
    ui::Workbench *m_workbench;
    bool m_busy = false;
    TaskScope m_tasks;
};

} // namespace renum::desktop
