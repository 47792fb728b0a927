// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/orchestrator.h"
#include "core/store/store.h"
#include "core/workflow/editing/team_part.h"
#include "core/workspace/agent_connector.h"
#include "core/workspace/execution_wish.h"
#include "core/workspace/other_engines.h"
#include "core/workspace/workspace.h"

#include <QObject>
#include <QSet>

namespace renum {

/// Executions on the engine thread, with what only this computer knows of them: whether the engine
/// that runs them still lives.
class ExecutionService : public QObject {
    Q_OBJECT

public:
    ExecutionService(Store *store, Clock *clock, IdSource *ids, Orchestrator *orchestrator,
        AgentConnector *connector, QString dataDir, QObject *parent = nullptr);

    /// With `part` of the team only that.
    [[nodiscard]] QCoro::Task<Result<Execution>> execute(
        ExecuteRequest request, std::stop_token stop, std::optional<TeamPart> part = {});
    [[nodiscard]] QCoro::Task<Result<Execution>> execution(ExecutionId id);
    [[nodiscard]] QCoro::Task<Result<Page<Execution>>> executions(ExecutionQuery query);
    /// Also one whose engine is gone.
    [[nodiscard]] QCoro::Task<Result<void>> stop(ExecutionId id);
    /// See Orchestrator::rerun.
    [[nodiscard]] QCoro::Task<Result<Execution>> rerun(ExecutionId id, std::optional<StepId> from,
        std::optional<QString> input, std::stop_token stop);
    [[nodiscard]] QCoro::Task<Result<ResumePlan>> previewResume(ExecutionId id);
    [[nodiscard]] QCoro::Task<Result<void>> resume(ExecutionId id, std::stop_token stop);

    /// Those that run here.
    [[nodiscard]] QSet<ExecutionId> driven() const { return m_orchestrator->active(); }
    /// Its engine is gone; `wasDriven` before it was read.
    [[nodiscard]] bool isInterrupted(const Execution &execution, bool wasDriven) const;

    /// What a person wants of a running execution: done here, or by the engine that drives it.
    [[nodiscard]] QCoro::Task<Result<void>> ask(ExecutionId id, ExecutionWish wish);
    /// Only here.
    [[nodiscard]] QCoro::Task<Result<void>> doHere(ExecutionId id, ExecutionWish wish);

private:
    /// Fails unless its engine is gone.
    [[nodiscard]] QCoro::Task<Result<void>> checkInterrupted(ExecutionId id);

    Store *m_store;
    Orchestrator *m_orchestrator;
    AgentConnector *m_connector;
    QString m_dataDir;
    OtherEngines m_others;
};

} // namespace renum
