// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/routes/gateway.h"

#include "app/simulator/protocol/error_bodies.h"
#include "app/simulator/routes/auth.h"
#include "core/net/json_limits.h"

namespace renum::sim {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

/// What tests ask is no part of the service.
constexpr auto AdminPrefix = "/_sim/"_L1;

milliseconds totalDelay(const QList<Fault> &faults)
{
    milliseconds total { 0 };
    for (const Fault &fault : faults) {
        if (fault.kind == FaultKind::Delay)
            total += fault.duration;
    }
    return total;
}

ServerResponse faultyAnswer(const Fault &fault)
{
    ServerResponse response { fault.status, { { "Content-Type", fault.contentType } }, fault.body };
    if (fault.retryAfter)
        response.headers.emplaceBack("Retry-After", QByteArray::number(*fault.retryAfter));
    return response;
}

/// As long as a thread is being made, its lists are empty (suna-api §3.3).
QByteArray asPending(const QByteArray &body)
{
    WireJson json = WireJson::parse(body.constBegin(), body.constEnd(), nullptr, false);
    if (!json.is_object())
        return body;
    for (const char *list : { "messages", "agent_runs" }) {
        if (json.contains(list))
            json[list] = WireJson::array();
    }
    json["_pending"] = true;
    return restJson(json);
}

QByteArray withNullRunId(const QByteArray &body)
{
    WireJson json = WireJson::parse(body.constBegin(), body.constEnd(), nullptr, false);
    if (json.is_object() && json.contains("agent_run_id"))
        json["agent_run_id"] = nullptr;
    return restJson(json);
}

} // namespace

Gateway::Gateway(
    Service *service, const Router *router, FaultPlan *faults, std::function<void()> keep)
    : m_service(service)
    , m_router(router)
    , m_faults(faults)
    , m_keep(std::move(keep))
    , m_deferred(service->clock())
{
}

void Gateway::clear()
{
    m_deferred.clear();
    m_log.clear();
    for (const Answer &answer : std::exchange(m_hanging, {}))
        answer->abort();
}

void Gateway::handle(ServerRequest request, std::shared_ptr<Responder> responder)
{
    std::erase_if(m_hanging, [](const Answer &answer) { return answer->peerGone(); });
    auto found = m_router->find(request.method, request.path);
    const auto *known = std::get_if<Router::Match>(&found);
    if (!request.path.startsWith(AdminPrefix))
        responder = m_log.note(m_service->clock()->now(), request,
            known ? known->route->logName() : QString(), std::move(responder));
    RouteCall call { std::move(request), {}, {} };
    if (const auto *refusal = std::get_if<Router::Refusal>(&found)) {
        refuse(*refusal, call, responder);
        return;
    }
    auto &match = std::get<Router::Match>(found);
    call.params = std::move(match.params);
    serve(*match.route, std::move(call), responder);
}

void Gateway::refuse(
    const Router::Refusal &refusal, const RouteCall &call, const Answer &answer) const
{
    if (refusal.status == 307) {
        const QByteArray query = call.request.query.toString(QUrl::FullyEncoded).toUtf8();
        const QByteArray place
            = refusal.location.toUtf8() + (query.isEmpty() ? QByteArray() : '?' + query);
        answer->respond({ 307, { { "Location", place } }, {} });
        return;
    }
    if (m_service->profile().family == Family::V4) {
        answer->respond(kortixError(refusal.status, u"Not Found"_s, u"NOT_FOUND"_s));
        return;
    }
    answer->respond(
        detail(refusal.status, refusal.status == 405 ? u"Method Not Allowed"_s : u"Not Found"_s));
}

void Gateway::serve(const Route &route, RouteCall call, const Answer &answer)
{
    if (!route.name.isEmpty())
        call.faults = m_faults->hits(targetOf(route, call));
    const milliseconds delay = totalDelay(call.faults);
    if (delay.count() == 0) {
        run(route, std::move(call), answer);
        return;
    }
    // A service does not notice that its client has left: the work is done all the same.
    m_deferred.after(delay, [this, &route, call, answer] { run(route, call, answer); });
}

FaultTarget Gateway::targetOf(const Route &route, const RouteCall &call) const
{
    FaultTarget target { route.name, route.agentOf ? route.agentOf(call) : QString() };
    const World &world = m_service->world();
    target.runId = call.params.value(u"agent_run_id"_s);
    if (const RunRecord *run = world.run(target.runId))
        target.runNumber = run->number;
    else if (route.name == "start"_L1 || route.name == "start_agent"_L1)
        target.runNumber = static_cast<int>(world.runs().size()) + 1;
    target.apiKeyOnly = !call.request.header("X-API-Key").isEmpty()
        && call.request.header("Authorization").isEmpty();
    return target;
}

bool Gateway::playBefore(const QList<Fault> &faults, const Answer &answer)
{
    for (const Fault &fault : faults) {
        switch (fault.kind) {
        case FaultKind::Status:
        case FaultKind::Html:
            answer->respond(faultyAnswer(fault));
            return true;
        case FaultKind::Drop:
            answer->abort();
            return true;
        case FaultKind::Hang:
            m_hanging.push_back(answer);
            return true;
        default:
            break;
        }
    }
    return false;
}

void Gateway::run(const Route &route, RouteCall call, const Answer &answer)
{
    if (playBefore(call.faults, answer))
        return;
    const auto refused = refuseCredentials(
        m_service->scenario().auth, m_service->profile().family, route.access, call);
    if (refused) {
        answer->respond(*refused);
    } else if (const auto *open = std::get_if<OpenHandler>(&route.handler)) {
        (*open)(std::move(call), answer);
    } else {
        const QList<Fault> faults = call.faults;
        ServerResponse response = std::get<AnswerHandler>(route.handler)(call);
        if (route.method != "GET")
            m_keep();
        playAfter(faults, std::move(response), answer);
    }
}

void Gateway::playAfter(const QList<Fault> &faults, ServerResponse response, const Answer &answer)
{
    for (const Fault &fault : faults) {
        if (fault.kind == FaultKind::DropAfter) {
            answer->abort();
            return;
        }
        if (fault.kind == FaultKind::NullRunId)
            response.body = withNullRunId(response.body);
        else if (fault.kind == FaultKind::Pending && response.status == 200)
            response.body = asPending(response.body);
        else if (fault.kind == FaultKind::Truncate)
            response.body.truncate(response.body.size() / 2);
    }
    answer->respond(std::move(response));
}

} // namespace renum::sim
