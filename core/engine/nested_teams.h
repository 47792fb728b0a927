// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/execution_request.h"
#include "core/engine/run_janitor.h"
#include "core/engine/spending_gate.h"
#include "core/model/execution.h"

#include <QCoroTask>

#include <functional>

namespace renum {

/// Runs teams for the steps of others: what the orchestrator offers its drivers.
class NestedTeams {
public:
    NestedTeams() = default;
    NestedTeams(const NestedTeams &) = delete;
    NestedTeams &operator=(const NestedTeams &) = delete;
    virtual ~NestedTeams() = default;

    /// Ends with the execution when that has ended. Begins it under this id, goes on with it when
    /// its engine is gone, or just collects it: whatever is left to do. Errors: those of
    /// Orchestrator::execute() and resume(). `waits` is told whether it waits for a person: when it
    /// is under way, and whenever that changes. What it spends, `spending` counts; also what it
    /// spent before this engine.
    [[nodiscard]] virtual QCoro::Task<Result<Execution>> runNested(ExecutionId id,
        ExecutionRequest request, BackendPtr backend, std::shared_ptr<SpendingGate> spending,
        std::function<void(bool waits)> waits)
        = 0;
    /// As for any execution; nothing when it is over.
    virtual void stopNested(ExecutionId id) = 0;
    virtual void pauseNested(ExecutionId id, bool paused) = 0;
};

} // namespace renum
