// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/orchestrator.h"
#include "core/net/task_scope.h"

#include <QEventLoop>

#include <functional>
#include <memory>

namespace renum::bench {

/// An engine as in the product: a real store, the real clock, room for `executions` at once. Any
/// trouble ends the program.
class EngineRig {
public:
    using Watcher = std::function<void(const ExecutionEvents &)>;

    EngineRig(const QString &databaseFile, int executions, int runs,
        std::shared_ptr<AgentBackend> backend);
    ~EngineRig();
    EngineRig(const EngineRig &) = delete;
    EngineRig &operator=(const EngineRig &) = delete;

    /// Sees everything that is stored, in order.
    void watch(Watcher watcher) { m_watcher = std::move(watcher); }
    /// Starts the team; the event loop has to run.
    void start(const Team &team);
    /// Goes on with every execution that an engine which is gone left behind.
    void resume(const QList<ExecutionId> &executions);
    /// Until everything that was started has ended.
    void waitForAll();
    /// start() that many times, then waitForAll().
    void run(const Team &team, int executions);

    [[nodiscard]] Store *store() const { return m_store.get(); }
    [[nodiscard]] int running() const { return m_running; }

private:
    QCoro::Task<> startOne(Team team);
    QCoro::Task<> resumeOne(ExecutionId id);
    void ended();

    SystemClock m_clock;
    RandomIdSource m_ids;
    QEventLoop m_loop;
    Watcher m_watcher;
    int m_running = 0;
    std::unique_ptr<Store> m_store;
    std::shared_ptr<AgentBackend> m_backend;
    std::unique_ptr<Orchestrator> m_orchestrator;
    TaskScope m_tasks;
};

/// A team of so many agents: each works with the result of the one before, or up to ten side by
/// side.
[[nodiscard]] Team chainOf(int agents);
[[nodiscard]] Team fanOf(int agents);
/// Tells what every started step begins with.
[[nodiscard]] bool isStepStart(const ExecutionEvent &event);

} // namespace renum::bench
