// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/simulation/simulated_service.h"

#include <functional>
#include <list>

namespace renum::test {

/// How one engine process reaches the simulated service. When the process dies its connections are
/// cut: what it still calls has no effect, what it waits for is never answered.
class SimulatedBackend : public AgentBackend {
public:
    struct Watch {
        std::function<void()> instant; ///< before a request has its effect, and before its answer
        std::function<void(const RunRequest &)> starting;
    };
    SimulatedBackend(SimulatedService *service, BackendCapabilities capabilities, Watch watch);

    void cut();

    [[nodiscard]] QString address() const override { return QStringLiteral("simulation"); }
    [[nodiscard]] QCoro::Task<Result<BackendInfo>> probe(std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<QList<AgentInfo>>> listAgents(std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<ThreadRef>> prepareThread(
        QString title, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<StartAnswer> startRun(
        RunRequest request, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<RunOutcome>> observeRun(
        RunRef run, RunEventSink sink, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<void>> stopRun(RunRef run, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<Usage>> runUsage(RunRef run, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<QList<RunSummary>>> findRuns(
        ThreadRef thread, std::stop_token stop) override;

private:
    using Gate = OneShot<bool>;

    /// True when the time has passed; false when stopped or cut.
    QCoro::Task<bool> pass(std::chrono::milliseconds time, std::stop_token stop);
    /// The same for a gate that something else opens with true.
    QCoro::Task<bool> through(Gate gate, std::stop_token stop);
    [[nodiscard]] std::chrono::milliseconds latency();
    /// Marks an instant; false when the process is dead, perhaps since just now.
    [[nodiscard]] bool alive();
    void showText(const SimulatedRun &run, const std::shared_ptr<RunEventSink> &watching);

    SimulatedService *m_service;
    BackendCapabilities m_capabilities;
    Watch m_watch;
    bool m_isCut = false;
    bool m_isKnown = false; ///< an answered probe is remembered
    std::list<Gate> m_gates;
};

} // namespace renum::test
