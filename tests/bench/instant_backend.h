// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/agent_backend.h"

namespace renum::bench {

/// An agent service in memory that answers in no time, so that what is left is the engine.
class InstantBackend : public AgentBackend {
public:
    /// Each run streams so many pieces of text before it ends.
    explicit InstantBackend(int deltas = 0);

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
    /// Only what was started here is there.
    [[nodiscard]] QCoro::Task<Result<QList<RunSummary>>> findRuns(
        ThreadRef thread, std::stop_token stop) override;

private:
    int m_deltas;
    int m_threads = 0;
};

/// The one run of a thread.
[[nodiscard]] RunRef runIn(const ThreadRef &thread);

} // namespace renum::bench
