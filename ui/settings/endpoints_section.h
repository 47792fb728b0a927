// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/task_scope.h"
#include "core/workspace/workspace.h"
#include "ui/shell/toast.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace renum::ui {

class EntryList;
class Theme;

/// The model endpoints that a person has added: agents of their own run there.
class EndpointsSection : public QWidget {
    Q_OBJECT

public:
    EndpointsSection(Workspace *workspace, Theme *theme, QWidget *parent = nullptr);

signals:
    void toastRequested(const renum::ui::Toast &toast);

protected:
    void changeEvent(QEvent *event) override;

private:
    QCoro::Task<> load();
    void reload() { m_tasks.start(load()); }
    void showEndpoints();
    void edit(const QString &id);
    void askAndRemove(const QString &id);
    QCoro::Task<> remove(EndpointDefinition endpoint);
    void retranslate();
    [[nodiscard]] const EndpointDefinition *find(const QString &id) const;

    Workspace *m_workspace;
    Theme *m_theme;
    QLabel *m_hint;
    EntryList *m_list;
    QPushButton *m_add;
    EndpointDefinitionList m_endpoints;
    std::optional<Error> m_problem;
    TaskScope m_tasks;
};

} // namespace renum::ui
