// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/suna/suna_backend.h"
#include "core/engine/orchestrator.h"
#include "core/net/task_scope.h"
#include "tests/engine/engine_bench.h"
#include "tests/engine/fault_proxy.h"
#include "tests/simulator/sim_fixture.h"

#include <QTemporaryDir>

namespace renum::test {

/// One cell of the matrix of reliability R4: a team of three steps on the whole engine, the real
/// adapter and a simulator, with one fault on the way at one operation of one step. Runs in real
/// time, beside others on the same thread.
class FaultCell {
public:
    struct Place {
        NetworkFault fault;
        Operation operation;
        int step; ///< 1 to 3
        int seed = 1;
    };
    explicit FaultCell(const Place &place);
    ~FaultCell();
    FaultCell(const FaultCell &) = delete;
    FaultCell &operator=(const FaultCell &) = delete;

    /// True once the execution and everything behind it have come to rest. Asks for the stop where
    /// the cell is about stopping.
    [[nodiscard]] bool isOver();
    /// Everything that is not as it must be; empty: all well.
    [[nodiscard]] QString flaws();

private:
    [[nodiscard]] QCoro::Task<> begin();
    [[nodiscard]] QCoro::Task<> stop();
    void checkEnd(QStringList &flaws) const;
    void checkService(QStringList &flaws);
    /// The log, the rows beside it and their sums: reliability R6 and R14.
    void checkHistory(QStringList &flaws);
    /// What went otherwise than planned, in order.
    [[nodiscard]] QString story() const;
    [[nodiscard]] bool stops() const { return m_place.operation == Operation::Stop; }
    [[nodiscard]] bool refuses() const;

    Place m_place;
    QTemporaryDir m_dir;
    SystemClock m_clock;
    CountingIds m_ids;
    SimFixture m_suna;
    FaultProxy m_proxy;
    std::unique_ptr<Store> m_store;
    std::shared_ptr<SunaBackend> m_backend;
    ExecutionEvents m_events;
    std::unique_ptr<Orchestrator> m_orchestrator;
    std::optional<ExecutionId> m_id;
    QString m_trouble;
    bool m_stopAsked = false;
    TaskScope m_tasks;
};

} // namespace renum::test
