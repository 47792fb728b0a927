// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/suna/suna_backend.h"
#include "core/engine/orchestrator.h"
#include "core/model/execution_projection.h"
#include "tests/engine/engine_bench.h"
#include "tests/simulator/sim_fixture.h"
#include "tests/support/virtual_clock.h"

#include <QTemporaryDir>
#include <QTimer>

#include <memory>
#include <optional>

namespace renum::test {

/// How a client of the simulator shows who it is.
enum class Credentials { Token, ApiKey, TokenWithoutSupabase };

/// The whole way of a step: engine, adapter, sockets, simulator. Pauses and limits are those of the
/// product. Time moves with the event loop, faster than outside, but never while the machine is
/// busy with something else, so that no limit is met by chance.
class FaultBench {
public:
    /// `faults` are the elements of a scenario's array, as JSON text.
    FaultBench(const QString &profile, const QByteArray &faults, Credentials credentials);
    ~FaultBench();
    FaultBench(const FaultBench &) = delete;
    FaultBench &operator=(const FaultBench &) = delete;

    /// A team of one agent works. False when that does not end in time.
    [[nodiscard]] bool execute(int stepSeconds);
    [[nodiscard]] Execution execution() const;
    /// What a person saw of the step's last attempt before it was over.
    [[nodiscard]] QString streamedText() const;

    /// What the simulator counts: `start`, `stop` …
    [[nodiscard]] int counted(const char *kind);
    /// Starts on one thread with the same prompt.
    [[nodiscard]] size_t duplicates();
    /// How often a route was asked.
    [[nodiscard]] int asked(const char *route);
    /// What the service has stored as the last thing an agent said, without any fault.
    [[nodiscard]] QString storedAnswer(const ThreadId &thread);
    /// Statuses of the runs, oldest first.
    [[nodiscard]] QStringList runStatuses();

    VirtualClock clock;
    SimFixture sim;
    std::shared_ptr<SunaBackend> backend;

private:
    [[nodiscard]] Json lastAnswerRow(const Json &rows) const;

    QTimer m_pace;
    QString m_profile;
    QTemporaryDir m_dir;
    CountingIds m_ids;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Orchestrator> m_orchestrator;
    ExecutionEvents m_events;
};

} // namespace renum::test
