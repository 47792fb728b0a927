// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/clock.h"
#include "core/net/one_shot.h"
#include "core/workspace/engine_host.h"
#include "core/workspace/engine_link.h"

#include <QCoroTask>

#include <functional>
#include <memory>
#include <stop_token>

/// Calls from a front end's thread to the engine's. The answer comes back to the caller's thread;
/// stop and the workspace's end answer at once, on whichever thread they are asked for.
namespace renum {

template<typename T>
using EngineWork = std::function<QCoro::Task<Result<T>>(EngineHost &, std::stop_token)>;

/// The engine's own stop: its callbacks must run on the engine thread.
using EngineStop = std::shared_ptr<std::stop_source>;

namespace detail {

template<typename T>
QCoro::Task<> runOnEngine(
    EngineHost *host, EngineWork<T> work, OneShot<Result<T>> answer, EngineStop stop)
{
    const std::stop_callback onEnd(host->ending(), [stop] { stop->request_stop(); });
    const std::stop_token token = stop->get_token();
    const Result<T> result = co_await work(*host, token);
    answer.set(result);
}

} // namespace detail

template<typename T>
QCoro::Task<Result<T>> callEngine(std::shared_ptr<EngineLink> link, EngineWork<T> work,
    std::stop_token stop, std::stop_token closing)
{
    if (stop.stop_requested() || closing.stop_requested())
        co_return cancelledError(); // nobody wants the work any more
    const OneShot<Result<T>> answer;
    const auto engineStop = std::make_shared<std::stop_source>();
    const bool posted = link->post([work, answer, engineStop](EngineHost &host) {
        host.start(detail::runOnEngine<T>(&host, work, answer, engineStop));
    });
    if (!posted)
        co_return cancelledError();
    const std::stop_callback onStop(stop, [answer, link, engineStop] {
        answer.set(cancelledError());
        link->post([engineStop](EngineHost &) { engineStop->request_stop(); });
    });
    const std::stop_callback onClose(closing, [answer] { answer.set(cancelledError()); });
    co_return co_await answer;
}

} // namespace renum
