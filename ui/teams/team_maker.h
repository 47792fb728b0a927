// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/task_scope.h"
#include "core/workspace/template_entry.h"
#include "core/workspace/workspace.h"
#include "ui/teams/slot_dialog.h"

#include <QPointer>

#include <optional>

namespace renum::ui {

/// Makes a team of a template: finds an agent of the service for each slot, asks for those without,
/// and creates the team.
class TeamMaker : public QObject {
    Q_OBJECT

public:
    /// Dialogs open over `window`.
    TeamMaker(Workspace *workspace, QWidget *window);

    /// Does nothing while another one is being made.
    void use(const TeamTemplate &teamTemplate);
    /// The same with one of the person's own templates.
    void useEntry(const TemplateEntry &entry);
    [[nodiscard]] bool isBusy() const noexcept { return m_busy; }

signals:
    void created(const renum::Team &team);
    void failed(const renum::Error &error);
    void busyChanged();

private:
    QCoro::Task<> findAgents(TeamTemplate teamTemplate);
    QCoro::Task<> create(TeamTemplate teamTemplate, AgentBySlot agents);
    QCoro::Task<> createOwn(TeamTemplate teamTemplate, AgentBySlot agents);
    void make(const TeamTemplate &teamTemplate, const AgentBySlot &agents);
    void finish(const Result<Team> &team);
    void ask(const TeamTemplate &teamTemplate, const QList<AgentInfo> &agents,
        const AgentBySlot &matched);
    void setBusy(bool busy);

    Workspace *m_workspace;
    QWidget *m_window;
    bool m_busy = false;
    /// The settings of the team, for a template that the workspace does not know.
    std::optional<TeamConfig> m_ownConfig;
    TaskScope m_tasks;
};

} // namespace renum::ui
