// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/task_scope.h"
#include "core/workspace/workspace.h"
#include "ui/run/run_dialog.h"

#include <QPointer>

namespace renum::ui {

/// Opens the run dialog, one at a time, for whoever asks.
class RunController : public QObject {
    Q_OBJECT

public:
    /// Dialogs open over `window`.
    /// `notes` keep what was asked before; may be null.
    RunController(Workspace *workspace, NoteFiles *notes, Theme *theme, QWidget *window);

    void offer(const RunOffer &offer);
    /// The same team and prompt once more; reads the team first, because it may have changed.
    void offerAgain(const TeamId &team, const QString &prompt);

signals:
    void started(const renum::ExecutionId &execution);
    void failed(const renum::Error &error);

private:
    QCoro::Task<> readAndOffer(TeamId team, QString prompt);

    Workspace *m_workspace;
    NoteFiles *m_notes;
    Theme *m_theme;
    QWidget *m_window;
    QPointer<RunDialog> m_dialog;
    TaskScope m_tasks;
};

} // namespace renum::ui
