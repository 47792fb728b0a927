// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/orchestrator.h"
#include "core/store/store.h"
#include "core/workflow/editing/team_part.h"
#include "core/workspace/agent_connector.h"
#include "core/workspace/workspace.h"

#include <QObject>

namespace renum {

/// Executions on the engine thread, with what only this computer knows of them: whether the engine
/// that runs them still lives.
class ExecutionService : public QObject {
    Q_OBJECT

public:
    ExecutionService(Store *store, Orchestrator *orchestrator, AgentConnector *connector,
        QString dataDir, QObject *parent = nullptr);

    /// With `part` of the team only that.
    [[nodiscard]] QCoro::Task<Result<Execution>> execute(
        ExecuteRequest request, std::stop_token stop, std::optional<TeamPart> part = {});
    [[nodiscard]] QCoro::Task<Result<Execution>> execution(ExecutionId id);
    [[nodiscard]] QCoro::Task<Result<Page<Execution>>> executions(ExecutionQuery query);
    [[nodiscard]] QCoro::Task<Result<void>> stop(ExecutionId id);
    [[nodiscard]] QCoro::Task<Result<void>> pause(ExecutionId id);
    [[nodiscard]] QCoro::Task<Result<void>> goOn(ExecutionId id);
    [[nodiscard]] QCoro::Task<Result<void>> decideApproval(
        ExecutionId id, AgentId agent, bool approved, QString comment);
    [[nodiscard]] QCoro::Task<Result<void>> writeContext(
        ExecutionId id, std::vector<ContextWrite> writes);
    [[nodiscard]] QCoro::Task<Result<void>> restoreContext(ExecutionId id, int version);
    /// See Orchestrator::rerun.
    [[nodiscard]] QCoro::Task<Result<Execution>> rerun(ExecutionId id, std::optional<StepId> from,
        std::optional<QString> input, std::stop_token stop);
    [[nodiscard]] QCoro::Task<Result<ResumePlan>> previewResume(ExecutionId id);
    [[nodiscard]] QCoro::Task<Result<void>> resume(ExecutionId id, std::stop_token stop);

private:
    /// Fails unless its engine is gone.
    [[nodiscard]] QCoro::Task<Result<void>> checkInterrupted(ExecutionId id);
    [[nodiscard]] bool isInterrupted(const Execution &execution, bool wasDriven) const;

    Store *m_store;
    Orchestrator *m_orchestrator;
    AgentConnector *m_connector;
    QString m_dataDir;
};

} // namespace renum
