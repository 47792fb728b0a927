// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/exit_code.h"
#include "app/cli/live_view.h"
#include "app/cli/session.h"
#include "core/model/execution_projection.h"
#include "core/net/one_shot.h"
#include "core/net/task_scope.h"

#include <QCoroTask>
#include <QHash>
#include <QObject>

#include <memory>

namespace renum::cli {

/// `renumctl run`, `resume`, `retry` and `fork`: finds or makes the team and runs it, or goes on
/// with an earlier execution; shows every event, and waits for the end.
class RunCommand : public QObject {
    Q_OBJECT

public:
    explicit RunCommand(Session *session, QObject *parent = nullptr);
    ~RunCommand() override;

    [[nodiscard]] QCoro::Task<ExitCode> run();
    /// Ctrl-C: stops the execution properly, or gives up waiting when there is none yet.
    void interrupt();

private:
    /// What the command line asks for has begun.
    [[nodiscard]] QCoro::Task<Result<ExecutionId>> begin();
    [[nodiscard]] QCoro::Task<Result<ExecutionId>> executed();
    [[nodiscard]] QCoro::Task<Result<ExecutionId>> resumed(ExecutionId id);
    [[nodiscard]] QCoro::Task<Result<TeamId>> chooseTeam();
    [[nodiscard]] QCoro::Task<Result<TeamId>> teamFromTemplate();
    [[nodiscard]] QCoro::Task<Result<TeamId>> teamFromFile();
    [[nodiscard]] QCoro::Task<Result<TeamId>> stored(TeamDraft draft);
    [[nodiscard]] QCoro::Task<Result<void>> follow();
    [[nodiscard]] QCoro::Task<> stopExecution();
    /// There is nobody to ask: --approve decides.
    [[nodiscard]] QCoro::Task<> decideApproval(AgentId agent);
    void onEvents(const ExecutionEvents &events);

    Session *m_session;
    LiveView m_view;
    ExecutionId m_execution;
    ExecutionProjection m_projection;
    std::unique_ptr<EventSubscription> m_subscription;
    std::unique_ptr<Clock::Timer> m_tick;
    OneShot<Result<void>> m_ended;
    QHash<AgentId, bool> m_asked; ///< about these an answer is on its way
    TaskScope m_tasks;
};

} // namespace renum::cli
