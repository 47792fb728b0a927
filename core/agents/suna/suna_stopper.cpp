// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/suna/suna_stopper.h"

#include "core/agents/suna/suna_calls.h"
#include "core/agents/suna/suna_errors.h"
#include "core/model/error_codes.h"
#include "core/net/clock.h"

#include <algorithm>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

/// The worker looks for the signal every 0.5 s.
constexpr auto LookInterval = std::chrono::milliseconds(500);

Error notConfirmedError(std::chrono::milliseconds waited)
{
    const auto seconds = qlonglong(std::chrono::ceil<std::chrono::seconds>(waited).count());
    return { ErrorCategory::AgentTimeout, QString::fromLatin1(code::TotalTimeout),
        u"Suna accepted the stop but the run had not ended after %1 s. It may still be working; "
        "look at it in Suna."_s.arg(seconds),
        { { u"seconds"_s, seconds } } };
}

} // namespace

SunaStopper::SunaStopper(SunaClient *client, SunaServer server, RunId run, std::stop_token stop)
    : m_client(client)
    , m_server(std::move(server))
    , m_run(std::move(run))
    , m_stop(std::move(stop))
{
}

QCoro::Task<Result<void>> SunaStopper::stop()
{
    const Result<bool> ended = co_await hasEnded();
    if (ended && *ended)
        co_return Result<void>();
    // Not knowing how the run stands is no reason not to stop it.
    const Result<void> requested = co_await requestSunaStop(m_client, m_server, m_run, m_stop);
    if (!requested)
        co_return requested.error();
    co_return co_await waitForEnd();
}

QCoro::Task<Result<void>> SunaStopper::waitForEnd()
{
    if (!m_client)
        co_return cancelledError();
    Clock *const clock = m_client->clock();
    const auto limit = m_client->timings().stopWait;
    const auto until = clock->monotonic() + limit;
    const auto step = std::min(LookInterval, std::max(limit / 20, std::chrono::milliseconds(1)));
    for (;;) {
        const Result<bool> ended = co_await hasEnded();
        if (!m_client || m_stop.stop_requested())
            co_return cancelledError();
        if (!ended && !isTransient(ended.error()))
            co_return ended.error();
        if (ended && *ended)
            co_return Result<void>();
        if (clock->monotonic() >= until)
            co_return ended ? notConfirmedError(limit) : ended.error();
        const Result<void> paused = co_await sleepFor(clock, step, m_stop);
        if (!paused)
            co_return paused.error();
    }
}

QCoro::Task<Result<bool>> SunaStopper::hasEnded()
{
    const Result<SunaRun> run = co_await fetchSunaRun(m_client, m_server, m_run, m_stop);
    if (!run)
        co_return run.error();
    co_return !run->active();
}

} // namespace renum
