// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/suna/suna_run_observer.h"

#include "core/agents/suna/suna_calls.h"
#include "core/agents/suna/suna_errors.h"
#include "core/agents/suna/suna_log.h"
#include "core/model/error_codes.h"
#include "core/net/clock.h"

#include <algorithm>
#include <array>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

/// Pauses before connecting again, in units of SunaTimings::reconnectBase; after the last one only
/// polling is left (suna-api.md §9.3).
constexpr std::array ReconnectPauses { 1, 2, 4, 8, 15 };

milliseconds ceilMilliseconds(std::chrono::nanoseconds time)
{
    return std::chrono::ceil<milliseconds>(time);
}

} // namespace

SunaRunObserver::SunaRunObserver(
    SunaClient *client, SunaServer server, RunRef run, RunEventSink sink, std::stop_token stop)
    : m_client(client)
    , m_clock(client->clock())
    , m_timings(client->timings())
    , m_server(std::move(server))
    , m_run(std::move(run))
    , m_stop(std::move(stop))
    , m_reader(m_server.family, std::move(sink))
    , m_lastContact(m_clock->monotonic())
{
}

QCoro::Task<Result<RunOutcome>> SunaRunObserver::follow()
{
    for (;;) {
        if (m_streaming)
            co_await watchStream();
        if (isOver())
            co_return cancelledError();
        const Result<void> settled = co_await settle();
        if (isOver())
            co_return cancelledError();
        if (!settled)
            co_return settled.error();
        if (hasEnded())
            break;
        const Result<void> paused = co_await sleepFor(m_clock, pauseBeforeNextTry(), m_stop);
        if (!paused || isOver())
            co_return cancelledError();
    }
    co_return co_await conclude();
}

/// One connection, until it ends or is not worth keeping.
QCoro::Task<> SunaRunObserver::watchStream()
{
    SunaRunStream stream(m_client, m_server, m_run.run, &m_reader, m_stop);
    stream.open();
    while (stream.isOpen()) {
        const milliseconds delay = nextLook(stream);
        co_await stream.wait(delay);
        if (stream.isOpen() && !isOver())
            co_await attend(&stream);
        if (isOver() || m_fatal || hasEnded())
            break;
    }
    stream.close();
    const SunaRunStream::End end = co_await stream.end();
    if (isOver())
        co_return;
    noteContact(stream);
    judge(end, stream.broughtProgress());
}

/// What to do about a stream that is open but silent, or that told of an error.
QCoro::Task<> SunaRunObserver::attend(SunaRunStream *stream)
{
    // Since V2b there is a keep-alive every 5 s: when none comes, the connection is dead.
    const bool dead
        = !isEarlySuna(m_server.family) && stream->silence() >= m_timings.silenceBeforePoll / 2;
    const bool doubtful = m_reader.error() || stream->idleness() >= m_timings.silenceBeforePoll;
    noteContact(*stream);
    if (dead) {
        stream->close();
    } else if (doubtful) {
        const Result<void> looked = co_await lookAtRun();
        if (!looked)
            m_fatal = looked.error();
    }
}

void SunaRunObserver::judge(SunaRunStream::End end, bool progress)
{
    m_failures = progress ? 0 : m_failures + 1;
    if (end == SunaRunStream::End::Overflow || m_failures > int(ReconnectPauses.size()))
        m_streaming = false;
}

/// A stream that speaks shows that the service can be reached.
void SunaRunObserver::noteContact(const SunaRunStream &stream)
{
    if (stream.heardAnything())
        m_lastContact = std::max(m_lastContact, m_clock->monotonic() - stream.silence());
}

milliseconds SunaRunObserver::nextLook(const SunaRunStream &stream) const
{
    const auto untilDoubt = m_timings.silenceBeforePoll - stream.idleness();
    auto delay = m_reader.error() || untilDoubt <= Nanoseconds::zero() ? Nanoseconds(m_timings.poll)
                                                                       : Nanoseconds(untilDoubt);
    if (!isEarlySuna(m_server.family))
        delay = std::min<Nanoseconds>(delay, m_timings.silenceBeforePoll / 2 - stream.silence());
    return std::max(ceilMilliseconds(delay), milliseconds(1));
}

milliseconds SunaRunObserver::pauseBeforeNextTry() const
{
    if (!m_streaming)
        return m_timings.poll;
    const auto index = std::size_t(std::clamp(m_failures - 1, 0, int(ReconnectPauses.size()) - 1));
    return m_timings.reconnectBase * ReconnectPauses.at(index);
}

/// Asks how the run stands. The end of a stream precedes the stored status a little, so after a
/// word of the end it asks again for a while.
QCoro::Task<Result<void>> SunaRunObserver::settle()
{
    if (m_fatal)
        co_return Result<void>(*m_fatal);
    const auto until = m_clock->monotonic() + m_timings.settle;
    const milliseconds step
        = std::max(std::min(m_timings.poll, m_timings.settle / 10), milliseconds(1));
    for (;;) {
        if (hasEnded())
            co_return Result<void>();
        const Result<void> looked = co_await lookAtRun();
        if (!looked)
            co_return looked.error();
        const bool wait = !hasEnded() && m_reader.sawEnd() && m_clock->monotonic() < until;
        if (!wait)
            co_return Result<void>();
        const Result<void> paused = co_await sleepFor(m_clock, step, m_stop);
        if (!paused || isOver())
            co_return cancelledError();
    }
}

/// Asks once. Success without m_last having changed means: no answer, but it is worth going on.
QCoro::Task<Result<void>> SunaRunObserver::lookAtRun()
{
    const Result<SunaRun> run = co_await fetchSunaRun(m_client, m_server, m_run.run, m_stop);
    if (isOver())
        co_return cancelledError();
    if (!run)
        co_return judgeFailedLook(run.error());
    m_last = *run;
    m_lastContact = m_clock->monotonic();
    m_missingSince.reset();
    co_return Result<void>();
}

Result<void> SunaRunObserver::judgeFailedLook(const Error &error)
{
    const Nanoseconds now = m_clock->monotonic();
    if (httpStatusOf(error) == 404 && !isRouteMissing(error)) {
        // A run can be unknown for some seconds after its start (suna-api.md §5.1).
        m_missingSince = m_missingSince.value_or(now);
        if (now - *m_missingSince < m_timings.settle)
            return {};
        return Error { ErrorCategory::AgentCrash, QString::fromLatin1(code::SunaRunLost),
            u"Suna no longer knows this run. It may have been deleted there; start it again."_s,
            error.args };
    }
    if (isTransient(error) && now - m_lastContact < m_timings.giveUp)
        return {};
    return error;
}

QCoro::Task<Result<RunOutcome>> SunaRunObserver::conclude()
{
    const Result<SunaHistory> history = co_await loadHistory();
    if (isOver())
        co_return cancelledError();
    if (history)
        co_return outcomeOf(*history);
    // The stored rows cannot be read. What was streamed to its very end is as good.
    qCWarning(
        lcSuna, "The messages of a run cannot be read (%s)", qUtf8Printable(history.error().code));
    if (wasStreamedWhole() || m_last->status != "completed"_L1)
        co_return outcomeOf(streamedHistory());
    co_return history.error();
}

QCoro::Task<Result<SunaHistory>> SunaRunObserver::loadHistory()
{
    if (m_run.thread.thread.isEmpty())
        m_run.thread.thread = m_last->thread;
    const auto until = m_clock->monotonic() + m_timings.giveUp;
    for (;;) {
        const Result<std::vector<SunaMessage>> rows
            = co_await fetchSunaRunRows(m_client, m_server, m_run, m_stop);
        if (isOver())
            co_return cancelledError();
        if (rows)
            co_return readSunaHistory(*rows, m_last->startedAt);
        // Money that is wanting now was there for the run: its text is worth asking for again.
        const bool unpaid
            = rows.error().category == ErrorCategory::QuotaExceeded && !wasStreamedWhole();
        const bool again = (isTransient(rows.error()) || unpaid)
            && rows.error().code != QLatin1StringView(code::ReplyTooLarge)
            && m_clock->monotonic() < until;
        if (!again)
            co_return rows.error();
        const Result<void> paused = co_await sleepFor(m_clock, m_timings.poll, m_stop);
        if (!paused || isOver())
            co_return cancelledError();
    }
}

bool SunaRunObserver::wasStreamedWhole() const
{
    return m_reader.sawEnd() && !m_reader.lastText().trimmed().isEmpty();
}

SunaHistory SunaRunObserver::streamedHistory() const
{
    return { m_reader.lastText().trimmed(), m_reader.usage(), std::nullopt };
}

RunOutcome SunaRunObserver::outcomeOf(const SunaHistory &history) const
{
    const SunaHistory streamed = streamedHistory();
    RunOutcome outcome;
    outcome.finalText = history.finalText.isEmpty() ? streamed.finalText : history.finalText;
    outcome.usage = history.usage.requestCount > 0 ? history.usage : streamed.usage;
    const QString reason = m_last->error.isEmpty() ? m_reader.reason() : m_last->error;
    const auto hiddenError = m_reader.error() ? m_reader.error() : history.lastError;
    // Since V2b what fails is recorded as failed: an answer that was stored in spite of an error in
    // the stream is the answer.
    const bool recovered = !isEarlySuna(m_server.family) && !history.finalText.isEmpty();
    if (m_last->status == "stopped"_L1) {
        outcome.status = RunOutcome::Status::Stopped;
        outcome.error = sunaRunStoppedError(reason);
    } else if (m_last->status == "failed"_L1) {
        outcome.status = RunOutcome::Status::Failed;
        outcome.error = sunaRunFailedError(reason);
    } else if (hiddenError && !recovered) {
        // V1 records a run as completed even when its model failed (suna-api.md §4.5).
        outcome.status = RunOutcome::Status::Failed;
        outcome.error = sunaRunFailedError(*hiddenError);
    }
    return outcome;
}

} // namespace renum
