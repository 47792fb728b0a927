// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/protocol/error_bodies.h"
#include "app/simulator/protocol/rest_shapes.h"
#include "app/simulator/routes/route_groups.h"
#include "app/simulator/routes/stream_hub.h"

#include <ranges>

namespace renum::sim {

using namespace Qt::StringLiterals;

namespace {

ServerResponse runMissing(const Service &service)
{
    return detail(404,
        service.profile().family == Family::V3 ? u"Worker run not found"_s
                                               : u"Agent run not found"_s);
}

RunRecord *runOf(const Service &service, const RouteCall &call)
{
    return service.visibleRun(call.params.value(u"agent_run_id"_s));
}

ServerResponse getRun(const Service &service, const RouteCall &call)
{
    const RunRecord *run = runOf(service, call);
    return run ? jsonAnswer(runJson(*run)) : runMissing(service);
}

ServerResponse stopRun(Service &service, const RouteCall &call)
{
    RunRecord *run = runOf(service, call);
    if (!run)
        return runMissing(service);
    service.stopRun(*run);
    return jsonAnswer({ { "status", "stopped" } });
}

ServerResponse runStatus(const Service &service, const RouteCall &call)
{
    const RunRecord *run = runOf(service, call);
    return run
        ? jsonAnswer({ { "status", utf8(run->status) }, { "error", textOrNull(run->error) } })
        : runMissing(service);
}

ServerResponse listActiveRuns(const Service &service)
{
    WireJson active = WireJson::array();
    for (const auto &run : service.world().runs()) {
        if (run->running() && service.visibleRun(run->id))
            active.push_back({ { "id", utf8(run->id) }, { "thread_id", utf8(run->threadId) },
                { "status", utf8(run->status) }, { "started_at", isoTime(run->startedAt) } });
    }
    return jsonAnswer({ { "active_runs", active } });
}

/// Newest first, no paging.
ServerResponse listRuns(const Service &service, const RouteCall &call)
{
    const ThreadRecord *thread = service.world().thread(call.params.value(u"thread_id"_s));
    if (!thread)
        return detail(404, u"Thread not found"_s);
    WireJson runs = WireJson::array();
    for (const RunRecord *run : thread->runs | std::views::reverse) {
        if (service.visibleRun(run->id))
            runs.push_back(runListJson(*run));
    }
    return jsonAnswer({ { "agent_runs", runs } });
}

} // namespace

void addRunRoutes(Router &router, Service &service, StreamHub &streams)
{
    const QString prefix = service.profile().prefix;
    const QString run = prefix + u"/agent-run/{agent_run_id}"_s;
    const auto agentOf = [&service](const RouteCall &call) {
        const RunRecord *record = runOf(service, call);
        return record ? record->agentId : QString();
    };
    const auto stop = [&service](const RouteCall &call) { return stopRun(service, call); };
    const bool v3 = service.profile().family == Family::V3;
    const bool early = isEarly(service.profile().family);

    router.add({ "GET", run, u"run_get"_s, Access::Required,
        [&service](const RouteCall &call) { return getRun(service, call); }, {}, agentOf });
    router.add({ "POST", run + u"/stop"_s, u"run_stop"_s, Access::Required, stop, {}, agentOf });
    if (!early) {
        const QString later = prefix + u"/agent-runs"_s;
        router.add({ "GET", later + u"/active"_s, u"runs_list"_s, Access::Required,
            [&service](const RouteCall & /*call*/) { return listActiveRuns(service); } });
        router.add({ "GET", later + u"/{agent_run_id}/status"_s, u"run_get"_s, Access::Required,
            [&service](const RouteCall &call) { return runStatus(service, call); }, {}, agentOf });
        router.add({ "POST", later + u"/{agent_run_id}/stop"_s, u"run_stop"_s, Access::Required,
            stop, {}, agentOf });
    }
    router.add({ "GET", run + u"/stream"_s, u"run_stream"_s, Access::Stream,
        [&streams](RouteCall call, std::shared_ptr<Responder> responder) {
            streams.open(std::move(call), std::move(responder));
        },
        v3 ? QStringList { u"last_id"_s, u"token"_s } : QStringList { u"token"_s }, agentOf });
    router.add({ "GET", prefix + u"/thread/{thread_id}/agent-runs"_s, u"runs_list"_s,
        Access::Required, [&service](const RouteCall &call) { return listRuns(service, call); } });
}

} // namespace renum::sim
