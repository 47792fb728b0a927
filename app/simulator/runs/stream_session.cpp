// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/runs/stream_session.h"

#include "app/simulator/runs/odd_rows.h"
#include "app/simulator/runs/stream_faults.h"

namespace renum::sim {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

/// Beyond this many unsent bytes events wait in the run instead of in the socket.
constexpr qint64 MaxPendingBytes = 4LL * 1024 * 1024;
constexpr milliseconds SlowPeerRetry { 20 };
/// V3 gives a silent worker up after so many pings without any event.
constexpr int PingsWithoutWorker = 4;

/// Words after which the service closes the stream (suna-api §5.5).
bool endsStream(const QString &word)
{
    static const QStringList words { u"STOP"_s, u"END_STREAM"_s, u"ERROR"_s, u"completed"_s,
        u"failed"_s, u"stopped"_s };
    return words.contains(word);
}

HttpHeaders streamHeaders()
{
    return { { "Content-Type", "text/event-stream; charset=utf-8" },
        { "Cache-Control", "no-cache, no-transform" }, { "X-Accel-Buffering", "no" },
        { "Access-Control-Allow-Origin", "*" } };
}

} // namespace

std::optional<StreamId> parseStreamId(const QString &text)
{
    const qsizetype dash = text.indexOf(u'-');
    bool millisecondsOk = false;
    bool numberOk = false;
    const qint64 time = text.left(dash).toLongLong(&millisecondsOk);
    const int number = text.mid(dash + 1).toInt(&numberOk);
    if (dash < 1 || !millisecondsOk || !numberOk)
        return std::nullopt;
    return StreamId { time, number };
}

StreamSession::StreamSession(Clock *clock, RunPlayer *player, RunRecord *run,
    std::shared_ptr<Responder> responder, StreamOptions options)
    : m_clock(clock)
    , m_player(player)
    , m_run(run)
    , m_responder(std::move(responder))
    , m_options(std::move(options))
{
}

void StreamSession::start()
{
    m_responder->beginStream(200, streamHeaders());
    m_player->listen(m_run->id, weak_from_this());
    if (findFault(m_options.faults, FaultKind::TrimReplay))
        forgetBehindBoundary(m_run->events.size());
    m_next = m_run->firstKept;
    if (m_options.after) {
        const auto seen = [this](const StreamEvent &event) {
            return StreamId(event.milliseconds, event.number) <= *m_options.after;
        };
        while (m_next < m_run->events.size() && seen(m_run->events[m_next]))
            ++m_next;
    }
    pump();
}

void StreamSession::close()
{
    if (std::exchange(m_over, true))
        return;
    m_pingTimer.reset();
    m_retryTimer.reset();
    m_stallTimer.reset();
    if (!m_responder->peerGone())
        m_responder->endStream();
    if (const auto ended = std::exchange(m_ended, {}))
        ended();
}

void StreamSession::runAdvanced()
{
    // A replay that a slow peer holds up goes on by its own timer.
    if (m_live)
        pump();
}

void StreamSession::pump()
{
    const auto self = shared_from_this(); // ending releases the last owner
    while (!m_over && !m_muted && m_next < m_run->events.size()) {
        if (peerIsSlow())
            return;
        const StreamEvent event = m_run->events[m_next++];
        if (event.liveOnly && !m_live)
            continue;
        if (!sendEvent(event))
            return;
    }
    if (!m_over && !m_live)
        replayed();
    else if (!m_over && !m_muted)
        cutWhenBroken();
}

/// The stored events are sent. Is there more to come?
void StreamSession::replayed()
{
    m_live = true;
    if (m_options.family == Family::V2b)
        forgetBehindBoundary(m_next);
    if (m_muted)
        return;
    if (m_run->running()) {
        pingLater();
        return;
    }
    if (m_options.family == Family::OpenAi) {
        cutWhenBroken();
        return;
    }
    // The service says `completed` whatever became of the run (suna-api §5.5, §5.7).
    if (sendJson(R"({"type": "status", "status": "completed"})"))
        close();
}

/// Once replayed, what lies before the last safe boundary is dropped (suna-api §5.7).
void StreamSession::forgetBehindBoundary(size_t end)
{
    for (size_t index = end; index > m_run->firstKept; --index) {
        if (m_run->events[index - 1].safeBoundary) {
            m_run->firstKept = index;
            return;
        }
    }
}

/// A chat has nothing behind its stream: without a last event it breaks off.
void StreamSession::cutWhenBroken()
{
    const bool sentAll = m_next == m_run->events.size();
    if (m_options.family != Family::OpenAi || m_run->running() || !sentAll)
        return;
    m_responder->abort();
    close();
}

bool StreamSession::sendEvent(const StreamEvent &event)
{
    if (!applyFaults(event)
        || !sendJson(m_oddForm.isEmpty() ? event.json : oddRow(event.json, m_oddForm)))
        return false;
    m_idlePings = 0;
    const bool ends = event.closing == Closing::Yes && (m_live || !isEarly(m_options.family));
    if (ends)
        close();
    else if (m_live)
        pingLater();
    return !m_over;
}

bool StreamSession::sendJson(const QByteArray &json)
{
    if (m_responder->peerGone()) {
        close();
        return false;
    }
    const QByteArray event = "data: " + json + m_lineEnd + m_lineEnd;
    m_responder->write(event);
    ++m_sent;
    return true;
}

bool StreamSession::isDue(const Fault &fault, bool last) const
{
    return fault.atEnd ? last : fault.afterEvents <= m_sent;
}

bool StreamSession::applyFaults(const StreamEvent &next)
{
    const bool last = next.closing == Closing::Yes;
    for (qsizetype index = 0; index < m_options.faults.size();) {
        if (!isDue(m_options.faults.at(index), last)) {
            ++index;
            continue;
        }
        const Fault fault = m_options.faults.takeAt(index);
        if (!applyFault(fault, next.json))
            return false;
    }
    return true;
}

bool StreamSession::applyFault(const Fault &fault, const QByteArray &nextJson)
{
    m_responder->write(streamFaultBytes(fault, nextJson, m_options.family));
    switch (fault.kind) {
    case FaultKind::Cut:
    case FaultKind::CutUtf8:
        return end(false);
    case FaultKind::EndEarly:
    case FaultKind::StreamError:
        return end(true);
    case FaultKind::ControlWord:
        return endsStream(fault.text) ? end(true) : true;
    case FaultKind::ErrorEvent:
        if (m_options.family == Family::OpenAi)
            return end(true);
        [[fallthrough]];
    case FaultKind::PingsOnly:
        m_muted = true;
        pingLater();
        return false;
    case FaultKind::Silent:
        m_muted = true;
        m_pingTimer.reset();
        return false;
    case FaultKind::Stall:
        stall(fault.duration);
        return false;
    case FaultKind::CrLf:
        m_lineEnd = "\r\n";
        return true;
    case FaultKind::OddContent:
        m_oddForm = fault.text;
        return true;
    default:
        return true;
    }
}

bool StreamSession::end(bool properly)
{
    if (!properly)
        m_responder->abort();
    close();
    return false;
}

/// The event that was about to be sent waits, too.
void StreamSession::stall(milliseconds duration)
{
    --m_next;
    m_muted = true;
    m_stallTimer = m_clock->startTimer(duration, [this] {
        m_muted = false;
        pump();
    });
}

void StreamSession::pingLater()
{
    const bool comments = m_options.family == Family::OpenAi && m_muted;
    if (m_options.family == Family::V2b || m_options.family == Family::V3 || comments)
        m_pingTimer = m_clock->startTimer(m_options.pingEvery, [this] { ping(); });
}

void StreamSession::ping()
{
    const auto self = shared_from_this();
    if (m_options.family == Family::OpenAi) {
        comment();
        return;
    }
    if (!sendJson(R"({"type": "ping"})"))
        return;
    --m_sent; // no event of the run
    const bool nothingCame = m_run->events.empty() || (m_run->orphaned && m_sent == 0);
    const bool noWorker = m_options.family == Family::V3 && nothingCame;
    if (noWorker && m_run->running() && ++m_idlePings >= PingsWithoutWorker)
        giveUpOnWorker();
    else
        pingLater();
}

/// What routers in front of models send while they wait.
void StreamSession::comment()
{
    if (m_responder->peerGone()) {
        close();
        return;
    }
    m_responder->write(": PROCESSING\n\n");
    pingLater();
}

void StreamSession::giveUpOnWorker()
{
    m_player->perform(m_run->id, EndRun { u"failed"_s, u"Worker timeout"_s });
    if (sendJson(R"({"type": "status", "status": "error", "message": "Worker timeout"})"))
        close();
}

bool StreamSession::peerIsSlow()
{
    if (m_responder->pendingBytes() <= MaxPendingBytes)
        return false;
    m_retryTimer = m_clock->startTimer(SlowPeerRetry, [this] { pump(); });
    return true;
}

} // namespace renum::sim
