// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/faults/fault_catalogue.h"
#include "app/simulator/faults/fault_reader.h"
#include "app/simulator/protocol/error_bodies.h"
#include "app/simulator/routes/request_log.h"
#include "app/simulator/routes/route_groups.h"
#include "app/simulator/scenario/object_reader.h"
#include "core/net/json_limits.h"

namespace renum::sim {

using namespace Qt::StringLiterals;

namespace {

WireJson runView(Service &service, const RunRecord &run)
{
    return { { "agent_run_id", utf8(run.id) }, { "thread_id", utf8(run.threadId) },
        { "agent_id", utf8(run.agentId) }, { "status", utf8(run.status) },
        { "error", textOrNull(run.error) }, { "started_at", isoTime(run.startedAt) },
        { "completed_at", run.completedAt ? WireJson(isoTime(*run.completedAt)) : WireJson() },
        { "model", utf8(run.model) }, { "response", utf8(run.response) },
        { "prompt", utf8(run.prompt) }, { "events", run.events.size() },
        { "listeners", service.player().listenerCount(run.id) } };
}

ServerResponse listAllRuns(Service &service)
{
    WireJson runs = WireJson::array();
    for (const auto &run : service.world().runs())
        runs.push_back(runView(service, *run));
    return jsonAnswer({ { "runs", runs } });
}

ServerResponse listFaults(const FaultPlan &plan)
{
    WireJson faults = WireJson::array();
    for (const FaultPlan::Count &count : plan.counts())
        faults.push_back({ { "fault", textOrNull(count.fault.id) },
            { "route", utf8(count.fault.routes.join(u' ')) },
            { "kind", utf8(faultKindName(count.fault.kind)) }, { "seen", count.seen },
            { "hit", count.hit } });
    return jsonAnswer({ { "faults", faults } });
}

ServerResponse listCatalogue()
{
    WireJson faults = WireJson::array();
    for (const CatalogueEntry &entry : faultCatalogue()) {
        WireJson variants = WireJson::array();
        for (const CatalogueEntry::Variant &variant : entry.variants)
            variants.push_back(
                { { "name", utf8(variant.name) }, { "plays", toWire(variant.plays) } });
        faults.push_back({ { "fault", utf8(entry.id) }, { "title", utf8(entry.title) },
            { "profiles", utf8(entry.profiles.join(u' ')) }, { "operation", utf8(entry.operation) },
            { "variants", variants } });
    }
    return jsonAnswer({ { "faults", faults } });
}

ServerResponse problemsAnswer(const Problems &problems)
{
    WireJson list = WireJson::array();
    for (const Problem &problem : problems)
        list.push_back({ { "path", utf8(problem.path) }, { "message", utf8(problem.message) } });
    return jsonAnswer({ { "problems", list } }, 422);
}

/// Body: `{"mode": "replace" or "add", "faults": […]}`.
ServerResponse setFaults(FaultPlan &plan, Family family, const RouteCall &call)
{
    const Result<Json> body = parseJson(call.request.body);
    if (!body)
        return detail(400, body.error().message);
    Problems problems;
    ObjectReader reader(*body, {}, problems);
    const QString mode = reader.text("mode", u"replace"_s);
    if (mode != "replace"_L1 && mode != "add"_L1)
        reader.fail(reader.path("mode"), u"must be replace or add."_s);
    const QList<Fault> faults = readFaults(reader.array("faults"), reader.path("faults"), problems);
    for (const QString &id : faultsNotShownBy(family, faults))
        reader.fail(reader.path("faults"),
            u"cannot hold %1, which this version of Suna does not show."_s.arg(id));
    reader.finish();
    if (!problems.isEmpty())
        return problemsAnswer(problems);
    if (mode == "add"_L1)
        plan.add(faults);
    else
        plan.replace(faults);
    return listFaults(plan);
}

} // namespace

void addAdminRoutes(Router &router, Service &service, FaultPlan &faults, const RequestLog &log,
    std::function<void()> reset)
{
    const auto add
        = [&router](const QByteArray &method, const QString &path, AnswerHandler handler) {
              router.add({ method, path, {}, Access::Open, std::move(handler) });
          };
    add("GET", u"/_sim/ledger"_s,
        [&service](const RouteCall & /*call*/) { return jsonAnswer(service.ledger().toJson()); });
    add("GET", u"/_sim/requests"_s,
        [&log](const RouteCall & /*call*/) { return jsonAnswer(log.toJson()); });
    add("GET", u"/_sim/tool_calls"_s,
        [&service](const RouteCall & /*call*/) { return jsonAnswer(service.tools().toJson()); });
    add("GET", u"/_sim/runs"_s,
        [&service](const RouteCall & /*call*/) { return listAllRuns(service); });
    add("GET", u"/_sim/faults"_s,
        [&faults](const RouteCall & /*call*/) { return listFaults(faults); });
    add("POST", u"/_sim/faults"_s, [&faults, &service](const RouteCall &call) {
        return setFaults(faults, service.profile().family, call);
    });
    add("GET", u"/_sim/catalogue"_s, [](const RouteCall & /*call*/) { return listCatalogue(); });
    add("POST", u"/_sim/reset"_s, [reset = std::move(reset)](const RouteCall & /*call*/) {
        reset();
        return jsonAnswer({ { "status", "ok" } });
    });
}

} // namespace renum::sim
