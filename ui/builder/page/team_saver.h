// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/task_scope.h"
#include "core/workspace/workspace.h"

#include <QPointer>

namespace renum::ui {

class TeamDocument;

/// Stores documents, one at a time; when somebody else stored the same team meanwhile, asks how the
/// two versions are to be joined (feature TB-02).
class TeamSaver : public QObject {
    Q_OBJECT

public:
    /// Dialogs open over `window`.
    TeamSaver(Workspace *workspace, QWidget *window);

    /// Does nothing while another one is being stored. The document may go meanwhile.
    void save(TeamDocument *document);
    /// As a team of its own, whatever it was before.
    void saveAsNew(TeamDocument *document);
    [[nodiscard]] bool isBusy() const noexcept { return m_busy; }

signals:
    /// The document says the rest: stored().
    void saved(renum::ui::TeamDocument *document);
    void failed(renum::ui::TeamDocument *document, const renum::Error &error);
    void busyChanged();

private:
    QCoro::Task<> store(QPointer<TeamDocument> document, bool asNew);
    QCoro::Task<> readOther(QPointer<TeamDocument> document);
    void finish(TeamDocument *document, const Result<Team> &team, int point);
    void ask(TeamDocument *document, const Team &theirs);
    void setBusy(bool busy);

    Workspace *m_workspace;
    QWidget *m_window;
    bool m_busy = false;
    TaskScope m_tasks;
};

} // namespace renum::ui
