// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/execution_driver.h"
#include "core/engine/orchestrator.h"
#include "core/engine/run_aftercare.h"
#include "core/engine/run_janitor.h"

#include <map>
#include <memory>
#include <random>
#include <utility>

namespace renum {

/// What the orchestrator has; only its own sources see it.
class Orchestrator::Private : public NestedTeams {
public:
    Private(Orchestrator *owner, Store *store, Clock *clock, IdSource *ids, EngineSettings settings,
        EventListener listener);
    ~Private() override;
    Private(const Private &) = delete;
    Private &operator=(const Private &) = delete;

    ExecutionDriver *addDriver(ExecutionId id, ExecutionRequest request, ExecutionPlan plan,
        const DriverServices &services);
    ExecutionDriver *addDriver(Replay replay, const DriverServices &services);
    /// Plans what is asked for, stores it as pending and begins to drive it.
    [[nodiscard]] QCoro::Task<Result<void>> begin(
        ExecutionId id, ExecutionRequest request, TeamDraft draft, DriverServices services);
    [[nodiscard]] QCoro::Task<Result<void>> takeOver(ExecutionId id, DriverServices services);

    // --- teams that work for steps of others ---------------------------------------------------
    [[nodiscard]] QCoro::Task<Result<Execution>> runNested(ExecutionId id, ExecutionRequest request,
        BackendPtr backend, std::shared_ptr<SpendingGate> spending,
        std::function<void(bool waits)> waits) override;
    void tellWaiting(const ExecutionId &id, const std::function<void(bool waits)> &waits);
    void stopNested(ExecutionId id) override;
    void pauseNested(ExecutionId id, bool paused) override;
    /// Ends when nobody drives it (any more).
    [[nodiscard]] QCoro::Task<Result<void>> over(ExecutionId id);
    static QCoro::Task<> ask(QCoro::Task<Result<void>> request);
    ExecutionDriver *add(std::unique_ptr<ExecutionDriver> driver);
    /// For a backend as it came from outside.
    [[nodiscard]] DriverServices servicesOn(BackendPtr backend);
    /// For one that is guarded already.
    [[nodiscard]] DriverServices servicesFor(BackendPtr guardedBackend);
    [[nodiscard]] Result<ExecutionDriver *> driverOf(const ExecutionId &id) const;
    void removeDriver(const ExecutionId &id);
    [[nodiscard]] int counted() const;
    [[nodiscard]] BackendPtr guarded(BackendPtr backend);
    [[nodiscard]] BackendLink linkTo(BackendPtr part);
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
    RunAftercare aftercare;
    ToolDesk toolDesk;
    QSet<ExecutionDriver *> leavingDrivers; ///< over, and not yet deleted
    int starting = 0; ///< being planned; they count against the limit
    std::map<ExecutionId, std::unique_ptr<ExecutionDriver>> drivers;
    QSet<ExecutionId> stopsAhead; ///< of nested executions that are not driven yet
    TaskScope tasks;
};

} // namespace renum
