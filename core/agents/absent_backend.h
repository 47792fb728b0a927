// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/agent_backend.h"

namespace renum {

/// Stands in where no agent service is connected: every call fails with `not_connected`, at once.
class AbsentBackend : public AgentBackend {
public:
    /// Empty: nobody is there.
    [[nodiscard]] QString address() const override;
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
};

} // namespace renum
