// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/agent_backend.h"
#include "core/engine/event_sink.h"
#include "core/model/execution.h"
#include "core/model/team.h"
#include "core/net/clock.h"
#include "core/store/store.h"

#include <QCoroTask>
#include <QObject>

#include <memory>

namespace renum {

/// Limits and pacing of the engine (contract §4.5 to §4.10).
struct EngineSettings {
    int maxConcurrentExecutions = 5;
    /// Q of reliability §1.4: how long an ambiguous start is watched.
    std::chrono::milliseconds startWindow = std::chrono::seconds(60);
    std::chrono::milliseconds reconcileInterval = std::chrono::seconds(5);
    /// Streamed text is coalesced to at most one event per step in this time (design §3.1).
    std::chrono::milliseconds outputInterval = std::chrono::milliseconds(250);
    std::chrono::milliseconds stopWait = std::chrono::seconds(10);
    /// While the service has no free slot.
    std::chrono::milliseconds busyRetry = std::chrono::seconds(10);
    QString owner; ///< random id of this process start
};

struct ExecutionRequest {
    Team team;
    QString initialPrompt;
    ExecutionConfig config;
};

/// Drives executions: feeds the scheduler, runs its commands against the backend, stores every event
/// before anyone sees it, enforces step and execution time-outs, stops. Lives on one thread with an
/// event loop (the engine thread); all calls and the listener are on it. Destroying it stops driving;
/// what was stored stays, an unfinished execution is found again at the next start.
class Orchestrator : public QObject {
    Q_OBJECT

public:
    Orchestrator(Store *store, AgentBackend *backend, Clock *clock, IdSource *ids,
        EngineSettings settings, EventListener listener, QObject *parent = nullptr);
    ~Orchestrator() override;

    /// Validates, plans, stores the execution as pending and begins to drive it. Errors:
    /// workflow_invalid, team_inactive, prompt_invalid, concurrent_execution_limit, store codes.
    [[nodiscard]] QCoro::Task<Result<ExecutionId>> execute(ExecutionRequest request);

    /// Contract §4.6. Answers when stopping has begun; a second call answers at once. Errors:
    /// not_found, execution_not_active (for one already completed or failed).
    [[nodiscard]] QCoro::Task<Result<void>> stop(ExecutionId id, QString requestedBy);

    /// Ends an execution whose engine is gone and which nobody drives: its active runs are stopped
    /// at the service, then it becomes failed with `orchestrator_restarted`.
    [[nodiscard]] QCoro::Task<Result<void>> closeInterrupted(ExecutionId id);

    [[nodiscard]] int activeCount() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace renum
