// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/task_scope.h"
#include "core/workspace/workspace.h"

#include <QObject>

class QWidget;

namespace renum::ui {

/// What a person does to the context of an execution: dialogs, questions and calls.
class ContextActions : public QObject {
    Q_OBJECT

public:
    /// `window` is what dialogs belong to; it outlives this.
    ContextActions(Workspace *workspace, QWidget *window);

    void write(const ExecutionId &id, const ContextWrite &write);
    /// Asks first: agents go on with what was restored.
    void restore(const ExecutionId &id, int version);

signals:
    void done(const QString &sentence);
    void failed(const renum::Error &error);

private:
    QCoro::Task<> startWrite(ExecutionId id, ContextWrite write);
    QCoro::Task<> startRestore(ExecutionId id, int version);

    Workspace *m_workspace;
    QWidget *m_window;
    TaskScope m_tasks;
};

} // namespace renum::ui
