// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/protocol/error_bodies.h"
#include "app/simulator/protocol/rest_shapes.h"
#include "app/simulator/routes/paging.h"
#include "app/simulator/routes/route_groups.h"
#include "core/net/json_limits.h"

#include <algorithm>

namespace renum::sim {

using namespace Qt::StringLiterals;

namespace {

bool matches(const AgentRecord &agent, const QString &search)
{
    return agent.name.contains(search, Qt::CaseInsensitive)
        || agent.description.contains(search, Qt::CaseInsensitive);
}

QString agentOfPath(const RouteCall &call)
{
    return call.params.value(u"agent_id"_s);
}

ServerResponse unknownAgent(const Service &service)
{
    return detail(
        404, service.profile().family == Family::V3 ? u"Worker not found"_s : u"Agent not found"_s);
}

ServerResponse listAgents(const Service &service, const RouteCall &call)
{
    ServerResponse refusal;
    const auto page = queryPage(call, 20, 100, refusal);
    if (!page)
        return refusal;
    const QString search = call.query(u"search"_s);
    QList<const AgentRecord *> found;
    for (const AgentRecord &agent : service.agents().agents()) {
        if (matches(agent, search))
            found.append(&agent);
    }
    const Family family = service.profile().family;
    WireJson agents = WireJson::array();
    for (const AgentRecord *agent : found.mid(page->begin(), page->limit))
        agents.push_back(agentJson(family, *agent));
    return jsonAnswer({ { "agents", agents },
        { "pagination", agentPagination(family, page->number, page->limit, found.size()) } });
}

ServerResponse getAgent(const Service &service, const RouteCall &call)
{
    const AgentRecord *agent = service.agents().find(agentOfPath(call));
    return agent ? jsonAnswer(agentJson(service.profile().family, *agent)) : unknownAgent(service);
}

bool isListOfObjects(const Json &value)
{
    return value.is_array()
        && std::ranges::all_of(value, [](const Json &entry) { return entry.is_object(); });
}

/// The change that a body asks for; none with a `refusal`. Null is as good as absent.
std::optional<AgentChange> readChange(const Json &body, ServerResponse &refusal)
{
    AgentChange change;
    change.name = stringAt(body, "name");
    change.description = stringAt(body, "description");
    change.systemPrompt = stringAt(body, "system_prompt");
    change.replaceMcps = boolAt(body, "replace_mcps").value_or(false);
    const Json *mcps = memberAt(body, "custom_mcps");
    if (!mcps || mcps->is_null())
        return change;
    if (!isListOfObjects(*mcps)) {
        refusal = invalidField(
            "body", u"custom_mcps"_s, compactJsonText(*mcps), u"Input should be a valid list"_s);
        return std::nullopt;
    }
    const bool named = std::ranges::all_of(*mcps,
        [](const Json &entry) { return !stringAt(entry, "name").value_or(u""_s).isEmpty(); });
    if (!named) {
        refusal = detail(400, u"MCP name cannot be empty"_s);
        return std::nullopt;
    }
    change.customMcps = *mcps;
    return change;
}

ServerResponse updateAgent(Service &service, const RouteCall &call)
{
    const Result<Json> body = parseJson(call.request.body);
    if (!body || !body->is_object())
        return invalidField("body", u"0"_s, {}, u"JSON decode error"_s);
    ServerResponse refusal;
    const auto change = readChange(*body, refusal);
    if (!change)
        return refusal;
    const QString id = agentOfPath(call);
    if (!service.agents().find(id))
        return unknownAgent(service);
    service.agents().update(id, *change, service.clock()->now());
    return getAgent(service, call);
}

ServerResponse listVersions(const Service &service, const RouteCall &call)
{
    const AgentRecord *agent = service.agents().find(agentOfPath(call));
    if (!agent)
        return unknownAgent(service);
    WireJson versions = WireJson::array();
    for (auto version = agent->versions.crbegin(); version != agent->versions.crend(); ++version)
        versions.push_back(agentVersionJson(service.profile().family, *agent, *version));
    return jsonAnswer(versions);
}

ServerResponse getVersion(const Service &service, const RouteCall &call)
{
    const AgentRecord *agent = service.agents().find(agentOfPath(call));
    if (!agent)
        return unknownAgent(service);
    const auto version
        = std::ranges::find(agent->versions, call.params.value(u"version_id"_s), &AgentVersion::id);
    if (version == agent->versions.end())
        return detail(404, u"Version not found"_s);
    return jsonAnswer(agentVersionJson(service.profile().family, *agent, *version));
}

} // namespace

void addAgentRoutes(Router &router, Service &service)
{
    const QString agents = service.profile().prefix + u"/agents"_s;
    const QString agent = agents + u"/{agent_id}"_s;
    router.add({ "GET", agents, u"agents_list"_s, Access::Required,
        [&service](const RouteCall &call) { return listAgents(service, call); },
        { u"page"_s, u"limit"_s, u"search"_s, u"sort_by"_s, u"sort_order"_s } });
    router.add({ "GET", agent, u"agent_get"_s, Access::Required,
        [&service](const RouteCall &call) { return getAgent(service, call); }, {}, agentOfPath });
    router.add({ "PUT", agent, u"agent_update"_s, Access::Required,
        [&service](const RouteCall &call) { return updateAgent(service, call); }, {},
        agentOfPath });
    router.add({ "GET", agent + u"/versions"_s, u"agent_versions"_s, Access::Required,
        [&service](const RouteCall &call) { return listVersions(service, call); }, {},
        agentOfPath });
    router.add({ "GET", agent + u"/versions/{version_id}"_s, u"agent_versions"_s, Access::Required,
        [&service](const RouteCall &call) { return getVersion(service, call); }, {}, agentOfPath });
}

} // namespace renum::sim
