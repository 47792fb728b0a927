// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/suna/suna_run_stream.h"

#include "core/agents/suna/suna_log.h"

#include <utility>

namespace renum {

SunaRunStream::SunaRunStream(SunaClient *client, SunaServer server, RunId run,
    SunaStreamReader *reader, const std::stop_token &stop)
    : m_client(client)
    , m_clock(client->clock())
    , m_server(std::move(server))
    , m_run(std::move(run))
    , m_reader(reader)
    , m_parser([this](const SseEvent &event) { m_reader->read(event.data); })
    , m_lastByte(m_clock->monotonic())
    , m_lastProgress(m_lastByte)
    , m_progressBefore(reader->progress())
    , m_hadError(reader->error().has_value())
    , m_onStop(stop, [this] { m_stop.request_stop(); })
{
    m_reader->connectionBegins();
}

void SunaRunStream::open()
{
    m_tasks.start(run());
}

void SunaRunStream::close()
{
    m_stop.request_stop();
}

QCoro::Task<> SunaRunStream::run()
{
    HttpStreamHandler handler;
    handler.onHead = [this](const HttpReply &head) {
        m_status = head.status;
        return true;
    };
    handler.onBytes = [this](QByteArrayView bytes) { return onBytes(bytes); };
    const QByteArray after
        = m_server.family == SunaFamily::V3 ? m_reader->lastEventId() : QByteArray();
    const std::stop_token stop = m_stop.get_token();
    const Result<HttpStreamEnd> ended
        = co_await m_client->stream(m_server, m_run, after, handler, stop);
    if (ended)
        m_status = ended->reply.status;
    if (m_overflow)
        m_end = End::Overflow;
    else if (m_stop.stop_requested() || m_reader->sawEnd())
        m_end = End::ByUs;
    else
        m_reader->closedByServer();
    qCDebug(lcSuna, "A run's stream ended with status %d", m_status);
    m_done = true;
    wake();
}

bool SunaRunStream::onBytes(QByteArrayView bytes)
{
    const auto now = m_clock->monotonic();
    m_lastByte = now;
    m_heard = true;
    const qint64 before = m_reader->progress();
    const bool fits = m_parser.feed(bytes);
    if (m_reader->progress() != before)
        m_lastProgress = now;
    if (!fits) {
        qCWarning(lcSuna, "A run's stream holds an event that is too large; polling instead");
        m_overflow = true;
        return false;
    }
    const bool failing = m_reader->error().has_value();
    if (failing != std::exchange(m_hadError, failing) && failing)
        wake();
    return !m_reader->sawEnd();
}

void SunaRunStream::wake()
{
    if (m_waiter)
        m_waiter->set(true);
}

QCoro::Task<> SunaRunStream::wait(std::chrono::milliseconds delay)
{
    if (m_done)
        co_return;
    const OneShot<bool> waiter;
    m_waiter = waiter;
    const auto timer = m_clock->startTimer(delay, [waiter] { waiter.set(true); });
    co_await waiter;
    m_waiter.reset();
}

QCoro::Task<SunaRunStream::End> SunaRunStream::end()
{
    // The client ends a stream promptly once it is stopped, or gone, so this wait is short.
    constexpr auto step = std::chrono::hours(1);
    while (!m_done) {
        co_await wait(step);
    }
    co_return m_end;
}

std::chrono::nanoseconds SunaRunStream::silence() const
{
    return m_clock->monotonic() - m_lastByte;
}

std::chrono::nanoseconds SunaRunStream::idleness() const
{
    return m_clock->monotonic() - m_lastProgress;
}

} // namespace renum
