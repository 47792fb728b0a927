// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/protocol/error_bodies.h"
#include "app/simulator/protocol/rest_shapes.h"
#include "app/simulator/routes/paging.h"
#include "app/simulator/routes/route_groups.h"

namespace renum::sim {

using namespace Qt::StringLiterals;

namespace {

bool matches(const ScriptedAgent &agent, const QString &search)
{
    return agent.name.contains(search, Qt::CaseInsensitive)
        || agent.description.contains(search, Qt::CaseInsensitive);
}

ServerResponse listAgents(const Service &service, const RouteCall &call)
{
    ServerResponse refusal;
    const auto page = queryPage(call, 20, 100, refusal);
    if (!page)
        return refusal;
    const QString search = call.query(u"search"_s);
    QList<const ScriptedAgent *> found;
    for (const ScriptedAgent &agent : service.scenario().agents) {
        if (matches(agent, search))
            found.append(&agent);
    }
    const Family family = service.profile().family;
    WireJson agents = WireJson::array();
    for (const ScriptedAgent *agent : found.mid(page->begin(), page->limit))
        agents.push_back(agentJson(family, *agent));
    return jsonAnswer({ { "agents", agents },
        { "pagination", agentPagination(family, page->number, page->limit, found.size()) } });
}

ServerResponse getAgent(const Service &service, const RouteCall &call)
{
    const Family family = service.profile().family;
    const ScriptedAgent *agent = service.scenario().agent(call.params.value(u"agent_id"_s));
    if (!agent)
        return detail(404, family == Family::V3 ? u"Worker not found"_s : u"Agent not found"_s);
    return jsonAnswer(agentJson(family, *agent));
}

QString agentOfPath(const RouteCall &call)
{
    return call.params.value(u"agent_id"_s);
}

} // namespace

void addAgentRoutes(Router &router, Service &service)
{
    const QString prefix = service.profile().prefix;
    router.add({ "GET", prefix + u"/agents"_s, u"agents_list"_s, Access::Required,
        [&service](const RouteCall &call) { return listAgents(service, call); },
        { u"page"_s, u"limit"_s, u"search"_s, u"sort_by"_s, u"sort_order"_s } });
    router.add({ "GET", prefix + u"/agents/{agent_id}"_s, u"agent_get"_s, Access::Required,
        [&service](const RouteCall &call) { return getAgent(service, call); }, {}, agentOfPath });
}

} // namespace renum::sim
