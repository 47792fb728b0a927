// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/openai/openai_backend.h"

#include <memory>

namespace renum {

/// Agents of two kinds in one team: those of an agent service, and those at a model endpoint. Runs
/// are the matter of the part that has the agent (partFor); whoever asks this backend itself asks
/// the agent service.
class ComposedBackend : public AgentBackend {
public:
    ComposedBackend(std::shared_ptr<AgentBackend> service, std::shared_ptr<OpenAiBackend> models);

    [[nodiscard]] QString address() const override;
    [[nodiscard]] bool callsTools(const AgentId &agent) const override;
    [[nodiscard]] std::shared_ptr<AgentBackend> partFor(const AgentId &agent) const override;
    [[nodiscard]] QCoro::Task<Result<BackendInfo>> probe(std::stop_token stop) override;
    /// Of both; those of the service first.
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
    [[nodiscard]] QCoro::Task<Result<ToolRegistration>> registerTools(
        AgentId agent, ToolServer server, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<void>> unregisterTools(
        ToolRegistration registration, std::stop_token stop) override;

private:
    std::shared_ptr<AgentBackend> m_service;
    std::shared_ptr<OpenAiBackend> m_models;
};

} // namespace renum
