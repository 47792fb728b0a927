// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/task_scope.h"
#include "core/workspace/execution_archive.h"
#include "ui/shell/toast.h"

#include <QObject>

namespace renum::ui {

/// Deletes executions and offers to undo it for a while.
class ExecutionRemover : public QObject {
    Q_OBJECT

public:
    explicit ExecutionRemover(ExecutionArchive *archive, QObject *parent = nullptr);

    void remove(const QList<ExecutionId> &ids);

signals:
    /// These are in no list any more.
    void removed(const QList<renum::ExecutionId> &ids);
    void toastRequested(const renum::ui::Toast &toast);

private:
    QCoro::Task<> removeAll(QList<ExecutionId> ids);
    QCoro::Task<> restoreAll(QList<ExecutionId> ids);
    void tell(const QList<ExecutionId> &gone, const std::optional<Error> &failure);

    ExecutionArchive *m_archive;
    TaskScope m_tasks;
};

} // namespace renum::ui
