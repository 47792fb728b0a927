// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/task_scope.h"
#include "core/workspace/team_archive.h"
#include "ui/shell/toast.h"

#include <QObject>

namespace renum {
class Workspace;
}

namespace renum::ui {

/// What a person does to templates of their own: save a team as one, rename, delete and bring back,
/// add folders (features TP-02, TP-04). Says how it went in toasts.
class TemplateKeeper : public QObject {
    Q_OBJECT

public:
    /// Dialogs open over `window`.
    TemplateKeeper(Workspace *workspace, QWidget *window);

    void askAndSave(const TeamDraft &team);
    void askAndRename(const TemplateEntry &entry);
    /// Can be undone in the toast.
    void remove(const TemplateEntry &entry);
    void askForFolder();
    void addFolder(const QString &path);
    void removeFolder(const QString &path);

signals:
    void toastRequested(const renum::ui::Toast &toast);

private:
    QCoro::Task<> save(TemplateDocument document);
    QCoro::Task<> storeName(TemplateId id, QString name);
    QCoro::Task<> removeEntry(TemplateEntry entry);
    void bringBack(const RemovedTemplate &removed);
    QCoro::Task<> tellFailure(QCoro::Task<Result<void>> change);
    void tell(const Error &error);

    TeamArchive *m_archive;
    QWidget *m_window;
    TaskScope m_tasks;
};

} // namespace renum::ui
