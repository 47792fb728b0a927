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
    const bool odd = findFault(call.faults, FaultKind::OddPages);
    if (odd && page->number > 1 && page->begin() >= found.size())
        return detail(500, u"Failed to fetch agents: Requested range not satisfiable"_s);
    if (odd && page->number > 1 && !search.isEmpty())
        found.clear(); // the filter comes after the page has been cut out, and then it is cut again
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
    auto change = readChange(*body, refusal);
    if (!change)
        return refusal;
    const QString id = agentOfPath(call);
    if (!service.agents().find(id))
        return unknownAgent(service);
    change->mergeOnly = findFault(call.faults, FaultKind::MergeOnly);
    service.agents().update(id, *change, service.clock()->now());
    return getAgent(service, call);
}

ServerResponse createAgent(Service &service, const RouteCall &call)
{
    const Result<Json> body = parseJson(call.request.body);
    if (!body || !body->is_object())
        return invalidField("body", u"0"_s, {}, u"JSON decode error"_s);
    const QString name = stringAt(*body, "name").value_or(QString());
    if (name.isEmpty())
        return missingField("body", u"name"_s);
    const Family family = service.profile().family;
    if (family != Family::V3 && !stringAt(*body, "system_prompt"))
        return missingField("body", u"system_prompt"_s);
    ServerResponse refusal;
    const auto rest = readChange(*body, refusal);
    if (!rest)
        return refusal;
    const AgentRecord &made
        = service.agents().create(*service.agent({}), name, *rest, service.clock()->now());
    return jsonAnswer(agentJson(family, made));
}

/// Nobody is asked: an installation without a way out answers so (suna-api §2.5).
ServerResponse discoverTools(const Service &service)
{
    if (service.profile().family == Family::V3)
        return detail(403, u"MCP integrations are not enabled"_s);
    return jsonAnswer({ { "success", false }, { "qualified_name", nullptr },
        { "display_name", nullptr }, { "tools", WireJson::array() }, { "config", nullptr },
        { "url", nullptr }, { "message", "Failed to connect to MCP server" } });
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
    router.add({ "POST", agents, u"agent_create"_s, Access::Required,
        [&service](const RouteCall &call) { return createAgent(service, call); } });
    router.add({ "POST", service.profile().prefix + u"/mcp/discover-custom-tools"_s,
        u"mcp_discover"_s, service.profile().family == Family::V1 ? Access::Open : Access::Required,
        [&service](const RouteCall & /*call*/) { return discoverTools(service); } });
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
