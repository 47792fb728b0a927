// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/agent_backend.h"
#include "core/agents/suna/suna_client.h"
#include "core/agents/suna/suna_history.h"
#include "core/agents/suna/suna_run_stream.h"
#include "core/agents/suna/suna_stream_reader.h"
#include "core/agents/suna/suna_wire.h"

#include <QCoroTask>
#include <QPointer>

#include <chrono>
#include <optional>
#include <stop_token>

namespace renum {

/// Follows one run to its end (suna-api.md §9.3): streams, connects again, polls when the stream is
/// silent or broken, and takes the outcome from the run resource and the stored messages.
class SunaRunObserver {
public:
    SunaRunObserver(
        SunaClient *client, SunaServer server, RunRef run, RunEventSink sink, std::stop_token stop);

    /// This object must live until it has ended.
    [[nodiscard]] QCoro::Task<Result<RunOutcome>> follow();

private:
    using Nanoseconds = std::chrono::nanoseconds;

    [[nodiscard]] QCoro::Task<> watchStream();
    [[nodiscard]] QCoro::Task<> attend(SunaRunStream *stream);
    void judge(SunaRunStream::End end, bool progress);
    void noteContact(const SunaRunStream &stream);
    [[nodiscard]] std::chrono::milliseconds nextLook(const SunaRunStream &stream) const;
    [[nodiscard]] std::chrono::milliseconds pauseBeforeNextTry() const;

    [[nodiscard]] QCoro::Task<Result<void>> settle();
    [[nodiscard]] QCoro::Task<Result<void>> lookAtRun();
    [[nodiscard]] Result<void> judgeFailedLook(const Error &error);

    [[nodiscard]] QCoro::Task<Result<RunOutcome>> conclude();
    [[nodiscard]] QCoro::Task<Result<SunaHistory>> loadHistory();
    [[nodiscard]] RunOutcome outcomeOf(const SunaHistory &history) const;
    /// To a word of the end, and with an answer.
    [[nodiscard]] bool wasStreamedWhole() const;
    [[nodiscard]] SunaHistory streamedHistory() const;
    [[nodiscard]] bool hasEnded() const { return m_last && !m_last->active(); }
    [[nodiscard]] bool isOver() const { return !m_client || m_stop.stop_requested(); }

    QPointer<SunaClient> m_client;
    Clock *m_clock;
    SunaTimings m_timings;
    SunaServer m_server;
    RunRef m_run;
    std::stop_token m_stop;
    SunaStreamReader m_reader;
    std::optional<SunaRun> m_last; ///< what the run resource said last
    std::optional<Error> m_fatal; ///< why observing cannot go on
    Nanoseconds m_lastContact;
    std::optional<Nanoseconds> m_missingSince;
    int m_failures = 0; ///< connections in a row that brought nothing
    bool m_streaming = true;
};

} // namespace renum
