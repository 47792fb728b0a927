// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/agent_backend.h"
#include "core/agents/openai/model_endpoint.h"
#include "core/model/local_agent.h"
#include "core/net/clock.h"

#include <QObject>

#include <memory>

namespace renum {

/// Agents at an OpenAI-compatible chat endpoint: those that the person has defined, and each model
/// of the endpoint as it is (`model:NAME`, or `model@ENDPOINT:NAME` where endpoints are stored). A
/// run lives in this process: what a crash interrupts has ended at the endpoint, too, and cannot be
/// found again (BackendCapabilities).
class OpenAiBackend : public QObject, public AgentBackend {
    Q_OBJECT

public:
    OpenAiBackend(ModelEndpoint endpoint, Clock *clock, ModelTimings timings = {},
        ModelLimits limits = {}, QObject *parent = nullptr);
    ~OpenAiBackend() override;

    /// For runs that start from now on.
    void setAgents(LocalAgentList agents);
    /// It runs this agent.
    [[nodiscard]] bool knows(const AgentId &agent) const;
    /// The id of a model as an agent.
    [[nodiscard]] AgentId modelAgentId(const QString &model) const;
    /// Those that the person has defined; there whether the endpoint answers or not.
    [[nodiscard]] QList<AgentInfo> definedAgents() const;

    [[nodiscard]] QString address() const override;
    [[nodiscard]] bool callsTools(const AgentId &agent) const override;
    [[nodiscard]] QCoro::Task<Result<BackendInfo>> probe(std::stop_token stop) override;
    /// Those of the person first.
    [[nodiscard]] QCoro::Task<Result<QList<AgentInfo>>> listAgents(std::stop_token stop) override;
    /// An id and nothing more: the endpoint knows no threads.
    [[nodiscard]] QCoro::Task<Result<ThreadRef>> prepareThread(
        QString title, std::stop_token stop) override;
    /// Bound once the endpoint has begun to answer, or takes longer than ModelTimings::head. What
    /// fails before is rejected: nothing goes on. Never unknown.
    [[nodiscard]] QCoro::Task<StartAnswer> startRun(
        RunRequest request, std::stop_token stop) override;
    /// Errors: model_run_lost for a run of another process.
    [[nodiscard]] QCoro::Task<Result<RunOutcome>> observeRun(
        RunRef run, RunEventSink sink, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<void>> stopRun(RunRef run, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<Usage>> runUsage(RunRef run, std::stop_token stop) override;
    /// Of this process.
    [[nodiscard]] QCoro::Task<Result<QList<RunSummary>>> findRuns(
        ThreadRef thread, std::stop_token stop) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace renum
