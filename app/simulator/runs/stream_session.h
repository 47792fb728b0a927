// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/simulator/faults/fault.h"
#include "app/simulator/runs/run_player.h"
#include "core/net/clock.h"
#include "core/net/http_server.h"

#include <QList>

#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace renum::sim {

/// A position in a stream: the id of V3, `<ms>-<n>`.
using StreamId = std::pair<qint64, int>;
[[nodiscard]] std::optional<StreamId> parseStreamId(const QString &text);

/// What one stream needs to know.
struct StreamOptions {
    Family family = Family::V3;
    std::chrono::milliseconds pingEvery { 5000 }; ///< V2b, V3, and a chat that only pings
    std::optional<StreamId> after; ///< V3 only: skips the replay up to here
    QList<Fault> faults;
};

/// One client that reads the events of one run: replay, then live (suna-api §5.5, §5.7). Keeps
/// itself alive until it has ended or the peer has gone.
class StreamSession final : public RunListener, public std::enable_shared_from_this<StreamSession> {
public:
    /// `run`, `player` and `clock` must outlive the session or be told by close().
    StreamSession(Clock *clock, RunPlayer *player, RunRecord *run,
        std::shared_ptr<Responder> responder, StreamOptions options);

    /// Called once the session has ended.
    void onEnd(std::function<void()> ended) { m_ended = std::move(ended); }
    /// Sends the head and the replay; ends at once when the run is over.
    void start();
    /// Ends the body without a further word.
    void close();
    void runAdvanced() override;

private:
    void pump();
    void replayed();
    void forgetBehindBoundary(size_t end);
    /// False when the session has ended.
    bool sendEvent(const StreamEvent &event);
    bool sendJson(const QByteArray &json);
    [[nodiscard]] bool isDue(const Fault &fault, bool last) const;
    /// Applies the faults that are due before this event; false when it may not be sent now.
    bool applyFaults(const StreamEvent &next);
    bool applyFault(const Fault &fault, const QByteArray &nextJson);
    /// Ends the connection or the body; always false.
    bool end(bool properly);
    void stall(std::chrono::milliseconds duration);
    void cutWhenBroken();
    void pingLater();
    void ping();
    void comment();
    void giveUpOnWorker();
    [[nodiscard]] bool peerIsSlow();

    Clock *m_clock;
    RunPlayer *m_player;
    RunRecord *m_run;
    std::shared_ptr<Responder> m_responder;
    StreamOptions m_options;
    std::function<void()> m_ended;
    std::unique_ptr<Clock::Timer> m_pingTimer;
    std::unique_ptr<Clock::Timer> m_retryTimer;
    std::unique_ptr<Clock::Timer> m_stallTimer;
    QByteArray m_lineEnd = "\n";
    QString m_oddForm; ///< a fault gives rows another form
    size_t m_next = 0; ///< index into the run's events
    int m_sent = 0;
    int m_idlePings = 0;
    bool m_live = false;
    bool m_muted = false; ///< a fault keeps events back
    bool m_over = false;
};

} // namespace renum::sim
