// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/agent_backend.h"
#include "core/engine/service_gate.h"

#include <memory>

namespace renum {

/// A backend behind the circuit breaker of its address: the control calls are counted, and answered
/// with `circuit_open` instead of being sent while the circuit is open. Stopping is counted but
/// always sent. Following a run,
/// asking for its usage and giving tools pass by.
class GuardedBackend : public AgentBackend {
public:
    /// When the gate is gone, all calls pass by.
    GuardedBackend(std::shared_ptr<AgentBackend> inner, const std::shared_ptr<ServiceGate> &gate);

    [[nodiscard]] QString address() const override;
    [[nodiscard]] bool callsTools(const AgentId &agent) const override;
    [[nodiscard]] std::shared_ptr<AgentBackend> partFor(const AgentId &agent) const override;
    /// A success does not close the circuit: it may have been remembered.
    [[nodiscard]] QCoro::Task<Result<BackendInfo>> probe(std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<QList<AgentInfo>>> listAgents(std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<ThreadRef>> prepareThread(
        QString title, std::stop_token stop) override;
    /// Rejected while the circuit is open.
    [[nodiscard]] QCoro::Task<StartAnswer> startRun(
        RunRequest request, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<RunOutcome>> observeRun(
        RunRef run, RunEventSink sink, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<void>> stopRun(RunRef run, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<Usage>> runUsage(RunRef run, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<QList<RunSummary>>> findRuns(
        ThreadRef thread, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<ToolRegistration>> registerTools(
        AgentId agent, ToolServer server, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<void>> unregisterTools(
        ToolRegistration registration, std::stop_token stop) override;

private:
    [[nodiscard]] ServicePass enter() const;
    [[nodiscard]] Error refusal() const;

    std::shared_ptr<AgentBackend> m_inner;
    std::weak_ptr<ServiceGate> m_gate;
};

[[nodiscard]] bool isCircuitOpen(const Error &error);

} // namespace renum
