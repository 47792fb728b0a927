// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/agent_backend.h"

#include <chrono>
#include <memory>
#include <vector>

namespace renum::bench {

/// A backend that looks at what passes through it: how many streams there are, and how late the
/// pieces of their texts come.
class StreamMeter : public AgentBackend {
public:
    StreamMeter(std::shared_ptr<AgentBackend> inner, double lettersPerSecond);

    /// From now on it counts.
    void begin();
    /// That ever brought something.
    [[nodiscard]] int streams() const { return int(m_streams.size()); }
    [[nodiscard]] qint64 pieces() const noexcept { return m_pieces; }
    /// That brought something in the last two seconds.
    [[nodiscard]] int delivering() const;
    /// In milliseconds: what this share (0 to 1) of the pieces did not exceed.
    [[nodiscard]] int delay(double share) const;

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

private:
    using Clock = std::chrono::steady_clock;
    struct Stream {
        qint64 letters = 0;
        double earliest = 0; ///< least of (arrival - when the rhythm says), in seconds
        Clock::time_point last;
    };
    void note(Stream &stream, const RunTextDelta &delta);

    std::shared_ptr<AgentBackend> m_inner;
    double m_lettersPerSecond;
    std::vector<std::shared_ptr<Stream>> m_streams;
    std::vector<qint64> m_delays; ///< pieces by milliseconds of delay; the last holds all above
    qint64 m_pieces = 0;
    bool m_counting = false;
};

} // namespace renum::bench
