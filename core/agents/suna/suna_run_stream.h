// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/agent_backend.h"
#include "core/agents/suna/suna_client.h"
#include "core/agents/suna/suna_stream_reader.h"
#include "core/net/one_shot.h"
#include "core/net/sse_parser.h"
#include "core/net/task_scope.h"

#include <QCoroTask>
#include <QPointer>

#include <chrono>
#include <functional>
#include <optional>
#include <stop_token>

namespace renum {

/// One connection to a run's event stream, read in the background until it ends. Whoever starts it
/// must await end() before letting go of it.
class SunaRunStream {
public:
    /// How the connection ended.
    enum class End {
        ByServer, ///< closed, cut or refused
        ByUs, ///< close() was called, or the run's end was read
        Overflow, ///< an event larger than the parser's limit: a new connection meets it again
    };

    /// `client` and `reader` are borrowed. Ends when `stop` is requested.
    SunaRunStream(SunaClient *client, SunaServer server, RunId run, SunaStreamReader *reader,
        const std::stop_token &stop);

    /// Connects. Returns at once.
    void open();
    void close();
    /// Waits for an event that deserves attention (the end, an error word) or for the delay.
    [[nodiscard]] QCoro::Task<> wait(std::chrono::milliseconds delay);
    /// Waits for the end of the connection.
    [[nodiscard]] QCoro::Task<End> end();

    [[nodiscard]] bool isOpen() const { return !m_done; }
    /// Did anything arrive, if only a keep-alive?
    [[nodiscard]] bool heardAnything() const { return m_heard; }
    /// Time since anything arrived, keep-alives included; since open() before that.
    [[nodiscard]] std::chrono::nanoseconds silence() const;
    /// Time since the run showed something.
    [[nodiscard]] std::chrono::nanoseconds idleness() const;
    /// The status of the answer; 0 without one.
    [[nodiscard]] int status() const { return m_status; }
    /// Did this connection bring anything new?
    [[nodiscard]] bool broughtProgress() const { return m_reader->progress() > m_progressBefore; }

private:
    [[nodiscard]] QCoro::Task<> run();
    [[nodiscard]] bool onBytes(QByteArrayView bytes);
    void wake();

    QPointer<SunaClient> m_client;
    Clock *m_clock;
    SunaServer m_server;
    RunId m_run;
    SunaStreamReader *m_reader;
    SseParser m_parser;
    std::stop_source m_stop;
    std::optional<OneShot<bool>> m_waiter;
    std::chrono::nanoseconds m_lastByte {};
    std::chrono::nanoseconds m_lastProgress {};
    qint64 m_progressBefore = 0;
    bool m_hadError = false;
    int m_status = 0;
    bool m_heard = false;
    bool m_overflow = false;
    bool m_done = false;
    End m_end = End::ByServer;
    std::stop_callback<std::function<void()>> m_onStop;
    TaskScope m_tasks;
};

} // namespace renum
