// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/routes/stream_hub.h"

#include "app/simulator/protocol/error_bodies.h"

namespace renum::sim {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

constexpr milliseconds PingInterval { 5000 };
/// Faster than this a ping would only be noise in a sped-up scenario.
constexpr milliseconds ShortestPing { 50 };
/// V3 looks for the run this long before it says 404 (suna-api §5.1).
constexpr milliseconds RunPatience { 3000 };
constexpr milliseconds LookAgain { 50 };

} // namespace

StreamHub::StreamHub(Service *service)
    : m_service(service)
    , m_deferred(service->clock())
{
}

void StreamHub::open(RouteCall call, std::shared_ptr<Responder> responder)
{
    const bool waits = m_service->profile().family == Family::V3;
    openOrWait(call, responder, waits ? m_service->scaled(RunPatience) : milliseconds(0));
}

void StreamHub::openOrWait(const RouteCall &call, const std::shared_ptr<Responder> &responder,
    std::chrono::milliseconds patience)
{
    if (RunRecord *run = m_service->visibleRun(call.params.value(u"agent_run_id"_s))) {
        begin(*run, call, responder);
        return;
    }
    if (patience.count() <= 0) {
        responder->respond(detail(404,
            m_service->profile().family == Family::V3 ? u"Worker run not found"_s
                                                      : u"Agent run not found"_s));
        return;
    }
    m_deferred.after(LookAgain,
        [this, call, responder, patience] { openOrWait(call, responder, patience - LookAgain); });
}

void StreamHub::begin(RunRecord &run, const RouteCall &call, std::shared_ptr<Responder> responder)
{
    const Family family = m_service->profile().family;
    StreamOptions options { family, std::max(ShortestPing, m_service->scaled(PingInterval)), {},
        faultsOfStage(call.faults, FaultStage::Stream) };
    if (family == Family::V3)
        options.after = parseStreamId(call.query(u"last_id"_s));
    const auto session = std::make_shared<StreamSession>(
        m_service->clock(), &m_service->player(), &run, std::move(responder), std::move(options));
    m_sessions.insert(session);
    session->onEnd([this, weak = std::weak_ptr(session)] { m_sessions.erase(weak.lock()); });
    session->start();
}

void StreamHub::clear()
{
    m_deferred.clear();
    const auto sessions = m_sessions; // each takes itself off
    for (const auto &session : sessions)
        session->close();
}

} // namespace renum::sim
