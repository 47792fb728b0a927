// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/suna/suna_server_finder.h"

#include "core/agents/suna/suna_detection.h"
#include "core/agents/suna/suna_errors.h"
#include "core/net/one_shot.h"

#include <optional>
#include <utility>
#include <vector>

namespace renum {

/// Shared with the calls that are open, which may end after the finder.
struct SunaServerFinder::State {
    std::optional<SunaServer> server;
    std::optional<Error> failure; ///< of the last look
    std::vector<OneShot<bool>> waiting; ///< true: the look has ended
    bool isLooking = false;
    bool isClosed = false;

    void wake()
    {
        for (const OneShot<bool> &each : std::exchange(waiting, {}))
            each.set(true);
    }
};

SunaServerFinder::SunaServerFinder(SunaClient *client)
    : m_client(client)
    , m_state(std::make_shared<State>())
{
}

SunaServerFinder::~SunaServerFinder()
{
    m_state->isClosed = true;
    m_state->wake();
}

void SunaServerFinder::forget()
{
    m_state->server.reset();
}

QCoro::Task<Result<SunaServer>> SunaServerFinder::find(std::stop_token stop)
{
    const std::shared_ptr<State> state = m_state;
    SunaClient *const client = m_client;
    while (state->isLooking) {
        const OneShot<bool> ended;
        state->waiting.push_back(ended);
        const std::stop_callback onStop(stop, [ended] { ended.set(false); });
        const bool hasEnded = co_await ended;
        if (!hasEnded || state->isClosed)
            co_return cancelledError();
        if (state->failure)
            co_return Result<SunaServer>(*state->failure);
    }
    if (state->server)
        co_return Result<SunaServer>(*state->server);
    state->isLooking = true;
    state->failure.reset();
    SunaDetector detector(client);
    const Result<SunaServer> found = co_await detector.detect(stop);
    if (state->isClosed)
        co_return cancelledError();
    state->isLooking = false;
    if (stop.stop_requested()) {
        state->wake();
        co_return cancelledError();
    }
    if (found)
        state->server = *found;
    else
        state->failure = found.error();
    state->wake();
    co_return found;
}

} // namespace renum
