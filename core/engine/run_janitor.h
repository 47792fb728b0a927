// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/agent_backend.h"
#include "core/engine/engine_settings.h"
#include "core/engine/run_slots.h"
#include "core/engine/steady_time.h"
#include "core/net/clock.h"
#include "core/net/one_shot.h"
#include "core/net/task_scope.h"

#include <QObject>
#include <QSet>

#include <functional>
#include <map>
#include <memory>
#include <set>

namespace renum {

using BackendPtr = std::shared_ptr<AgentBackend>;

/// A run in the thread of an attempt that is not the attempt's own.
struct ForeignRun {
    RunRef run;
    enum class Action { Stopped, StopFailed, AlreadyEnded } action = Action::Stopped;
    Usage usage; ///< absent counts when the service told none
};
/// `stopped`, `stop_failed` or `already_ended`.
[[nodiscard]] QString toString(ForeignRun::Action action);

/// The runs that belong in the thread of an attempt: one for each turn. Shared by all who look
/// after the thread, so that a check for an earlier turn leaves the run of a later one alone.
struct ThreadRuns {
    std::set<RunId> ours;
    std::set<RunId> strays; ///< found to be nobody's; no turn may adopt them
    bool starting = false; ///< one more may appear at any moment
};

/// The thread of one attempt, and which of its runs may go on.
struct ThreadGuard {
    BackendPtr backend;
    ThreadRef thread;
    std::shared_ptr<ThreadRuns> runs;
    SteadyTime until; ///< end of the window in which a late start may still appear
    std::function<void(const ForeignRun &)> report; ///< called once for each foreign run
    std::shared_ptr<RunSlot> slot = {}; ///< kept while the guard watches and stops; may be null
};

/// Stops remote runs that nobody wants, so that nothing goes on costing money unseen: late arrivals
/// of an ambiguous start (reliability §1.4 steps 5 and 6), runs that could not be stopped when
/// asked, and starts whose execution was cancelled before the service answered. Outlives
/// executions; lives as long as the engine.
class RunJanitor : public QObject {
    Q_OBJECT

public:
    RunJanitor(Clock *clock, const EngineSettings &settings, QObject *parent = nullptr);

    /// A start request under way. It goes on when the asker vanishes.
    struct PostedStart {
        OneShot<StartAnswer> answer;
        /// Set when nobody waits any more: a run that starts all the same is stopped.
        std::shared_ptr<bool> abandoned = std::make_shared<bool>(false);
    };
    /// Keeps its share of the slot until the service has answered.
    [[nodiscard]] PostedStart post(
        BackendPtr backend, RunRequest request, std::shared_ptr<RunSlot> slot);

    /// Asks the service to stop the run until it obeys, for EngineSettings::reapFor; keeps its
    /// share of the slot (which may be null) that long.
    void keepStopping(BackendPtr backend, RunRef run, std::shared_ptr<RunSlot> slot = {});
    /// Lists the thread's runs once, stops all but ours, reports each. Fails when listing fails.
    [[nodiscard]] QCoro::Task<Result<void>> sweep(ThreadGuard guard);
    // The following go on in the background until the service has answered, for
    // EngineSettings::reapFor; they do nothing where runs cannot be listed.
    /// Sweeps once, now.
    void sweepOnce(ThreadGuard guard);
    /// Sweeps once at `guard.until`, later when the service cannot be reached then.
    void sweepLater(ThreadGuard guard);
    /// Sweeps now and again until `guard.until` has passed.
    void sweepRepeatedly(ThreadGuard guard);

    /// Work in the background, also what is still to come.
    [[nodiscard]] int busy() const;

private:
    QCoro::Task<> run(
        BackendPtr backend, RunRequest request, PostedStart posted, std::shared_ptr<RunSlot> slot);
    QCoro::Task<> stopUntilObeyed(BackendPtr backend, RunRef run, std::shared_ptr<RunSlot> slot);
    QCoro::Task<> sweepNow(ThreadGuard guard);
    void awaitNextSweep();
    void sweepDue();
    /// As sweep(); false where runs cannot be listed.
    QCoro::Task<Result<bool>> look(ThreadGuard guard);
    QCoro::Task<ForeignRun> remove(ThreadGuard guard, RunSummary run);

    Clock *m_clock;
    EngineSettings m_settings;
    QSet<RunId> m_reported;
    /// Those of sweepLater(), with one timer for all: each start adds one, and keeps it a minute.
    std::multimap<SteadyTime, ThreadGuard> m_later;
    std::unique_ptr<Clock::Timer> m_nextSweep;
    TaskScope m_tasks;
};

} // namespace renum
