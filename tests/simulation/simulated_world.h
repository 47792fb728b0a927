// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/costs/budget_keeper.h"
#include "core/engine/orchestrator.h"
#include "core/net/task_scope.h"
#include "tests/simulation/execution_history.h"
#include "tests/simulation/random_wish.h"
#include "tests/simulation/scenario.h"
#include "tests/simulation/simulated_backend.h"
#include "tests/simulation/simulated_disk.h"
#include "tests/support/virtual_clock.h"

#include <QObject>
#include <QSet>

#include <map>
#include <memory>

namespace renum::test {

/// What a simulated world came to.
struct Verdict {
    QStringList flaws;
    QByteArray logHash; ///< over every stored event, its time too, and the service's ledger
    QMap<QString, int> ends; ///< executions by their final status
    int crashes = 0;
    int brokenStores = 0;
    int events = 0;
    int runs = 0;
    quint64 instants = 0; ///< of its last life, at which it might have died
    std::chrono::nanoseconds virtualTime {};
};

/// A machine with an engine and a disk, an agent service, and a person, all in virtual time and on
/// one thread: the same scenario gives the same history, byte for byte. The process may die at any
/// instant — before any delivery of an event, before and after every work of the store, at every
/// request — and is started again on what the disk then held, while the service goes on.
class SimulatedWorld : public QObject {
    Q_OBJECT

public:
    SimulatedWorld(Scenario scenario, SimulatedDisk *disk, bool trace);
    ~SimulatedWorld() override;

    [[nodiscard]] Verdict run();

protected:
    /// Every delivery of an event is an instant at which the process may die.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    // --- the process ---------------------------------------------------------------------------
    void boot();
    [[nodiscard]] bool isGone(int life) const;
    void instant();
    void die();
    void breakDown();
    void shutDown();
    [[nodiscard]] Executor storeExecutor();
    void publish(const ExecutionEvents &events);
    void checkIntent(const RunRequest &request);
    QCoro::Task<> accept(ExecutionRequest request, int life);
    QCoro::Task<> recover(int life);
    QCoro::Task<Result<void>> recoverOne(ExecutionId id);
    QCoro::Task<> stopAll(int life);
    void refused(const QString &what, const Error &error);
    // --- the person ----------------------------------------------------------------------------
    void meddle();
    QCoro::Task<> carryOut(ExecutionId id, Wish wish, int life);
    void watchHolds(const ExecutionEvent &event);
    // --- the budget over all executions --------------------------------------------------------
    [[nodiscard]] EngineSettings settingsOf(int life);
    /// Stores it as the person wants it, and lets it hold.
    QCoro::Task<> keepBudget(int life);
    void watchBudget(const ExecutionEvent &event);
    void liftBudget();
    QCoro::Task<> readBudget();
    /// What it counted is what was booked, and nothing is reserved any more.
    void judgeBudget(const std::vector<std::shared_ptr<ExecutionHistory>> &histories);

    // --- the world -----------------------------------------------------------------------------
    void plan();
    void settle();
    bool turn();
    bool turnUntilEnded();
    bool turnUntilQuiet();
    QCoro::Task<> collect(ExecutionId id, std::shared_ptr<ExecutionHistory> history);
    void judge();
    void tearDown();
    void expectEndWithin(std::chrono::milliseconds time);
    void flaw(const QString &what);
    void trace(const QString &what) const;

    Scenario m_scenario;
    SimulatedDisk *m_disk;
    bool m_tracing;
    VirtualClock m_clock;
    Dice m_dice;
    Dice m_person;
    SimulatedService m_service;
    Agenda m_agenda;
    std::unique_ptr<IdSource> m_ids;
    std::vector<std::shared_ptr<SimulatedBackend>> m_backends; ///< one for each life
    std::unique_ptr<Store> m_store;
    std::shared_ptr<BudgetKeeper> m_keeper; ///< none in worlds without a budget
    std::unique_ptr<Orchestrator> m_orchestrator;

    int m_life = 0;
    quint64 m_instants = 0; ///< of this life
    quint64 m_dieAt = 0; ///< 0: not by itself
    bool m_isDead = false;
    bool m_isAway = false; ///< no process; it comes back by itself
    bool m_isBroken = false; ///< it found that the disk is full
    bool m_isDiskFull = false;
    bool m_isOver = false;
    size_t m_nextStart = 0;
    int m_pendingWork = 0; ///< starts and recoveries under way
    QSet<ExecutionId> m_open;
    QHash<ThreadId, int>
        m_sent; ///< starts whose intent was acknowledged and that did not leave yet
    std::map<ExecutionId, ExecutionEvents> m_acknowledged;
    std::vector<ExecutionHistory::Life> m_lives; ///< the last one may not have ended
    std::chrono::nanoseconds m_mustEndBy {};
    bool m_isLifted = false; ///< the person took the limits of the budget away
    bool m_isLimited = false; ///< and nothing was at work when the budget began to hold
    bool m_budgetIsRead = false;
    QSet<RunId> m_doubles; ///< runs that nobody asked for
    int m_bookedRuns = 0; ///< the others, since the budget holds
    Verdict m_verdict;
    TaskScope m_tasks;
};

} // namespace renum::test
