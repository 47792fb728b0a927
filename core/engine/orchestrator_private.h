// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/execution_driver.h"
#include "core/engine/orchestrator.h"
#include "core/engine/run_janitor.h"

#include <map>
#include <memory>
#include <random>
#include <utility>

namespace renum {

/// What the orchestrator has; only its own sources see it.
class Orchestrator::Private {
public:
    Private(Orchestrator *owner, Store *store, Clock *clock, IdSource *ids, EngineSettings settings,
        EventListener listener);

    ExecutionDriver *addDriver(
        ExecutionRequest request, ExecutionPlan plan, std::shared_ptr<AgentBackend> backend);
    ExecutionDriver *addDriver(Replay replay, std::shared_ptr<AgentBackend> backend);
    ExecutionDriver *add(std::unique_ptr<ExecutionDriver> driver);
    [[nodiscard]] DriverServices servicesOn(std::shared_ptr<AgentBackend> backend);
    [[nodiscard]] Result<ExecutionDriver *> driverOf(const ExecutionId &id) const;
    void removeDriver(const ExecutionId &id);
    [[nodiscard]] BackendPtr guarded(BackendPtr backend);
    /// Answers when it is over, or after EngineSettings::closeAnswer.
    [[nodiscard]] QCoro::Task<Result<void>> stopTakenOver(
        Replay replay, QString requestedBy, std::shared_ptr<AgentBackend> backend);
    [[nodiscard]] QCoro::Task<Result<void>> failUnreadable(
        Execution execution, std::shared_ptr<AgentBackend> backend);

    Orchestrator *q;
    Store *store;
    Clock *clock;
    IdSource *ids;
    EngineSettings settings;
    EventListener listener;
    std::mt19937 random;
    ServiceGates gates;
    RunSlots runSlots;
    RunJanitor janitor;
    int starting = 0; ///< being planned; they count against the limit
    std::map<ExecutionId, std::unique_ptr<ExecutionDriver>> drivers;
};

} // namespace renum
