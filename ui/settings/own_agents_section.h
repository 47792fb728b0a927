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

/// The agents that a person has defined.
class OwnAgentsSection : public QWidget {
    Q_OBJECT

public:
    OwnAgentsSection(Workspace *workspace, Theme *theme, QWidget *parent = nullptr);

signals:
    void toastRequested(const renum::ui::Toast &toast);

protected:
    void changeEvent(QEvent *event) override;

private:
    QCoro::Task<> load();
    void reload() { m_tasks.start(load()); }
    void showAgents();
    void edit(const QString &id);
    void removeNow(const QString &id);
    QCoro::Task<> remove(LocalAgent agent);
    QCoro::Task<> bringBack(LocalAgent agent);
    void retranslate();
    [[nodiscard]] const LocalAgent *find(const QString &id) const;
    [[nodiscard]] QString placeOf(const LocalAgent &agent) const;

    Workspace *m_workspace;
    QLabel *m_hint;
    EntryList *m_list;
    QPushButton *m_add;
    EndpointDefinitionList m_endpoints;
    LocalAgentList m_agents;
    std::optional<Error> m_problem;
    TaskScope m_tasks;
};

} // namespace renum::ui
