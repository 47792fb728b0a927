// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/orchestrator.h"
#include "core/store/store.h"
#include "core/workflow/editing/team_part.h"
#include "core/workspace/agent_connector.h"
#include "core/workspace/workspace.h"

#include <QObject>
#include <QSet>

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

    /// Those that run here.
    [[nodiscard]] QSet<ExecutionId> driven() const { return m_orchestrator->active(); }
    /// Its engine is gone; `wasDriven` before it was read.
    [[nodiscard]] bool isInterrupted(const Execution &execution, bool wasDriven) const;

    // --- interventions: see ExecutionControls --------------------------------------------------
    [[nodiscard]] QCoro::Task<Result<void>> skipStep(
        ExecutionId id, StepId step, std::optional<QString> value);
    [[nodiscard]] QCoro::Task<Result<void>> retryStep(ExecutionId id, StepId step);
    [[nodiscard]] QCoro::Task<Result<void>> sendMessage(
        ExecutionId id, AgentId agent, QString text);
    [[nodiscard]] QCoro::Task<Result<void>> raiseCap(ExecutionId id, SpendingCap cap);
    [[nodiscard]] QCoro::Task<Result<void>> setBreakpoints(ExecutionId id, Breakpoints breakpoints);
    [[nodiscard]] QCoro::Task<Result<void>> continueToNext(ExecutionId id);

private:
    /// Fails unless this engine drives it, and says why.
    [[nodiscard]] QCoro::Task<Result<void>> checkDriven(ExecutionId id);
    /// Fails unless its engine is gone.
    [[nodiscard]] QCoro::Task<Result<void>> checkInterrupted(ExecutionId id);

    Store *m_store;
    Orchestrator *m_orchestrator;
    AgentConnector *m_connector;
    QString m_dataDir;
};

} // namespace renum
