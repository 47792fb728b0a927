// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/own_agent_repository.h"

#include "core/model/definition_name.h"
#include "core/model/error_codes.h"
#include "core/store/definition_errors.h"
#include "core/store/store_errors.h"

namespace renum {

using namespace Qt::StringLiterals;

namespace {

LocalAgent readAgent(const Statement &select)
{
    LocalAgent agent;
    agent.id = select.id<AgentId>(0);
    agent.endpoint = select.id<EndpointId>(1);
    agent.name = select.text(2);
    agent.description = select.text(3);
    agent.instructions = select.text(4);
    agent.model = select.text(5);
    if (!select.isNull(6))
        agent.temperature = select.real(6);
    agent.teamTools = select.flag(7);
    if (!select.isNull(8))
        agent.outputSchema = select.json(8);
    agent.version = select.number(9);
    return agent;
}

std::optional<Json> schemaOf(const LocalAgent &agent)
{
    return agent.outputSchema.is_null() ? std::nullopt : std::optional(agent.outputSchema);
}

Error endpointUnknownError(const EndpointId &id)
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::EndpointUnknown),
        u"The model endpoint of the agent does not exist. Choose one of those there are."_s,
        { { u"id"_s, id.toString() } } };
}

Error idTakenError(const AgentId &id)
{
    const QString problem = u"There is an agent with the id \"%1\" already. Change that one, or "
                            "leave the id out and a new one is made."_s.arg(id.toString());
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::LocalAgentInvalid),
        u"The agent cannot be saved: %1"_s.arg(problem), { { u"problems"_s, problem } } };
}

} // namespace

OwnAgentRepository::OwnAgentRepository(Connection *connection)
    : m_all(connection,
        "SELECT agent_id, endpoint_id, name, description, instructions, model, temperature, "
        "team_tools, CAST(output_schema AS BLOB), version FROM renum_own_agents "
        "ORDER BY created_at, agent_id")
    , m_find(connection,
          "SELECT agent_id, endpoint_id, name, description, instructions, model, temperature, "
          "team_tools, CAST(output_schema AS BLOB), version FROM renum_own_agents "
          "WHERE agent_id = ?")
    , m_sameName(
          connection, "SELECT count(*) FROM renum_own_agents WHERE name_key = ? AND agent_id <> ?")
    , m_endpoint(connection, "SELECT count(*) FROM renum_model_endpoints WHERE endpoint_id = ?")
    , m_insert(connection,
          "INSERT INTO renum_own_agents (agent_id, endpoint_id, name, name_key, description, "
          "instructions, model, temperature, team_tools, output_schema, version, created_at) "
          "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS TEXT), ?, ?)")
    , m_update(connection,
          "UPDATE renum_own_agents SET endpoint_id = ?, name = ?, name_key = ?, description = ?, "
          "instructions = ?, model = ?, temperature = ?, team_tools = ?, "
          "output_schema = CAST(? AS TEXT), version = ? WHERE agent_id = ? AND version = ?")
    , m_remove(connection, "DELETE FROM renum_own_agents WHERE agent_id = ?")
{
}

Result<LocalAgentList> OwnAgentRepository::all()
{
    if (const Result<void> ran = m_all.run(); !ran)
        return ran.error();
    LocalAgentList agents;
    while (m_all.next())
        agents.append(readAgent(m_all));
    if (const Result<void> finished = m_all.finish(); !finished)
        return finished.error();
    return agents;
}

Result<LocalAgent> OwnAgentRepository::find(const AgentId &id)
{
    if (const Result<void> ran = m_find.run(id); !ran)
        return ran.error();
    std::optional<LocalAgent> agent;
    if (m_find.next())
        agent = readAgent(m_find);
    if (const Result<void> finished = m_find.finish(); !finished)
        return finished.error();
    if (!agent)
        return notFoundError(u"agent"_s, id.toString());
    return *std::move(agent);
}

Result<bool> OwnAgentRepository::isThere(Statement &count)
{
    const bool found = count.next() && count.number(0) > 0;
    if (const Result<void> finished = count.finish(); !finished)
        return finished.error();
    return found;
}

Result<void> OwnAgentRepository::check(const LocalAgent &agent)
{
    if (const Result<void> ran = m_sameName.run(nameKey(agent.name), agent.id); !ran)
        return ran.error();
    const Result<bool> taken = isThere(m_sameName);
    if (!taken)
        return taken.error();
    if (*taken)
        return nameTakenError(agent.name);
    if (const Result<void> ran = m_endpoint.run(agent.endpoint); !ran)
        return ran.error();
    const Result<bool> endpoint = isThere(m_endpoint);
    if (!endpoint)
        return endpoint.error();
    if (!*endpoint)
        return endpointUnknownError(agent.endpoint);
    return {};
}

Result<void> OwnAgentRepository::insert(const LocalAgent &agent, Timestamp now)
{
    const Result<LocalAgent> known = find(agent.id);
    if (known)
        return idTakenError(agent.id);
    if (known.error().code != QLatin1StringView(code::NotFound))
        return known.error();
    if (const Result<void> fits = check(agent); !fits)
        return fits.error();
    return m_insert.run(agent.id, agent.endpoint, agent.name, nameKey(agent.name),
        agent.description, agent.instructions, agent.model, agent.temperature, agent.teamTools,
        schemaOf(agent), agent.version, now);
}

Result<void> OwnAgentRepository::update(const LocalAgent &agent)
{
    const Result<LocalAgent> stored = find(agent.id);
    if (!stored)
        return stored.error();
    if (stored->version != agent.version)
        return definitionConflict(agent.id.toString(), agent.version, stored->version);
    if (const Result<void> fits = check(agent); !fits)
        return fits.error();
    return m_update.run(agent.endpoint, agent.name, nameKey(agent.name), agent.description,
        agent.instructions, agent.model, agent.temperature, agent.teamTools, schemaOf(agent),
        agent.version + 1, agent.id, agent.version);
}

Result<void> OwnAgentRepository::remove(const AgentId &id)
{
    const Result<void> removed = m_remove.run(id);
    if (removed && m_remove.affectedRows() == 0)
        return notFoundError(u"agent"_s, id.toString());
    return removed;
}

} // namespace renum
