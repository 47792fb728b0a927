// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stream_meter.h"

#include <algorithm>

namespace renum::bench {

namespace {

constexpr std::size_t MostMilliseconds = 60'000;
constexpr std::chrono::seconds Recent { 2 };

} // namespace

StreamMeter::StreamMeter(std::shared_ptr<AgentBackend> inner, double lettersPerSecond)
    : m_inner(std::move(inner))
    , m_lettersPerSecond(lettersPerSecond)
    , m_delays(MostMilliseconds + 1)
{
}

void StreamMeter::begin()
{
    m_counting = true;
}

int StreamMeter::delivering() const
{
    const Clock::time_point now = Clock::now();
    return int(std::ranges::count_if(m_streams,
        [now](const std::shared_ptr<Stream> &stream) { return now - stream->last < Recent; }));
}

int StreamMeter::delay(double share) const
{
    qint64 seen = 0;
    for (std::size_t i = 0; i < m_delays.size(); ++i) {
        seen += m_delays[i];
        if (double(seen) >= share * double(m_pieces))
            return int(i);
    }
    return int(MostMilliseconds);
}

void StreamMeter::note(Stream &stream, const RunTextDelta &delta)
{
    const Clock::time_point now = Clock::now();
    const std::chrono::duration<double> at = now.time_since_epoch();
    const bool first = stream.letters == 0;
    stream.letters += delta.text.size();
    stream.last = now;
    const double behind = at.count() - double(stream.letters) / m_lettersPerSecond;
    stream.earliest = first ? behind : std::min(stream.earliest, behind);
    if (!m_counting)
        return;
    ++m_pieces;
    const double milliseconds = (behind - stream.earliest) * 1000;
    ++m_delays[std::min(std::size_t(milliseconds), MostMilliseconds)];
}

QCoro::Task<Result<RunOutcome>> StreamMeter::observeRun(
    RunRef run, RunEventSink sink, std::stop_token stop)
{
    const auto stream = std::make_shared<Stream>();
    const RunEventSink metered = [this, stream, sink](RunEvent event) {
        if (const auto *delta = std::get_if<RunTextDelta>(&event)) {
            if (stream->letters == 0)
                m_streams.push_back(stream);
            note(*stream, *delta);
        }
        sink(std::move(event));
    };
    co_return co_await m_inner->observeRun(run, metered, stop);
}

QString StreamMeter::address() const
{
    return m_inner->address();
}

QCoro::Task<Result<BackendInfo>> StreamMeter::probe(std::stop_token stop)
{
    return m_inner->probe(stop);
}

QCoro::Task<Result<QList<AgentInfo>>> StreamMeter::listAgents(std::stop_token stop)
{
    return m_inner->listAgents(stop);
}

QCoro::Task<Result<ThreadRef>> StreamMeter::prepareThread(QString title, std::stop_token stop)
{
    return m_inner->prepareThread(title, stop);
}

QCoro::Task<StartAnswer> StreamMeter::startRun(RunRequest request, std::stop_token stop)
{
    return m_inner->startRun(request, stop);
}

QCoro::Task<Result<void>> StreamMeter::stopRun(RunRef run, std::stop_token stop)
{
    return m_inner->stopRun(run, stop);
}

QCoro::Task<Result<Usage>> StreamMeter::runUsage(RunRef run, std::stop_token stop)
{
    return m_inner->runUsage(run, stop);
}

QCoro::Task<Result<QList<RunSummary>>> StreamMeter::findRuns(ThreadRef thread, std::stop_token stop)
{
    return m_inner->findRuns(thread, stop);
}

} // namespace renum::bench
