// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/openai/openai_backend.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace renum {

/// Agents of several kinds in one team: those of an agent service, and those at model endpoints.
/// Runs are the matter of the part that has the agent (partFor); whoever asks this backend itself
/// asks the agent service, or the first endpoint where there is none. A part that does not answer
/// keeps nobody from using the others.
class ComposedBackend : public AgentBackend {
public:
    using ModelParts = std::vector<std::shared_ptr<OpenAiBackend>>;
    /// Told how a part answered when it was asked for its agents: with a problem, or none.
    using Listener = std::function<void(const AgentBackend *part, const std::optional<Error> &)>;

    /// `service` may be null where there are endpoints.
    ComposedBackend(
        std::shared_ptr<AgentBackend> service, ModelParts models, Listener listener = {});

    [[nodiscard]] QString address() const override;
    [[nodiscard]] bool callsTools(const AgentId &agent) const override;
    [[nodiscard]] std::shared_ptr<AgentBackend> partFor(const AgentId &agent) const override;
    /// The first part that answers.
    [[nodiscard]] QCoro::Task<Result<BackendInfo>> probe(std::stop_token stop) override;
    /// Of all; those of the service first. Of an endpoint that does not answer those that the
    /// person has defined. An error when no part answers.
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
    std::shared_ptr<AgentBackend> m_service; ///< whom to ask where no part is named
    std::vector<std::shared_ptr<AgentBackend>> m_parts;
    ModelParts m_models;
    Listener m_listener;
};

} // namespace renum
