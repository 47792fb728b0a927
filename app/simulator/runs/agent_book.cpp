// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/runs/agent_book.h"

#include "app/simulator/scenario/object_reader.h"

#include <algorithm>

namespace renum::sim {

using namespace Qt::StringLiterals;

namespace {

Json memberOr(const Json &object, const char *key, const Json &otherwise)
{
    const Json *member = memberAt(object, key);
    return member ? *member : otherwise;
}

/// What the version storage before V3 keeps of an entry. It reads one spelling of the tools only.
Json storedEntry(const Json &entry)
{
    Json stored = Json::object();
    stored["name"] = memberOr(entry, "name", "");
    stored["type"] = memberOr(entry, "type", "sse");
    stored["config"] = memberOr(entry, "config", Json::object());
    stored["enabledTools"] = memberOr(entry, "enabledTools", Json::array());
    return stored;
}

Json storedEntries(const Json &entries)
{
    Json stored = Json::array();
    for (const Json &entry : entries)
        stored.push_back(storedEntry(entry));
    return stored;
}

/// Entries of the same name are replaced where they stand, others come behind.
Json mergedByName(Json entries, const Json &sent)
{
    for (const Json &entry : sent) {
        const auto same = std::ranges::find_if(entries, [&entry](const Json &known) {
            return stringAt(known, "name") == stringAt(entry, "name");
        });
        if (same != entries.end())
            *same = entry;
        else
            entries.push_back(entry);
    }
    return entries;
}

WireJson savedVersion(const AgentVersion &version)
{
    return { { "id", utf8(version.id) }, { "number", version.number },
        { "system_prompt", utf8(version.systemPrompt) },
        { "custom_mcps", toWire(version.customMcps) },
        { "created_at",
            version.createdAt ? WireJson(toMicroseconds(*version.createdAt)) : WireJson() } };
}

std::vector<AgentVersion> readVersions(ObjectReader &outer, Problems &problems)
{
    std::vector<AgentVersion> versions;
    size_t index = 0;
    for (const Json &json : outer.array("versions")) {
        ObjectReader reader(json, pointer(outer.path("versions"), index++), problems);
        AgentVersion version { reader.requiredText("id"),
            static_cast<int>(reader.integer("number", 1, 1, INT32_MAX)),
            reader.text("system_prompt"), reader.array("custom_mcps"), {} };
        if (const Json *made = reader.member("created_at"); made && !made->is_null())
            version.createdAt = fromMicroseconds(reader.integer("created_at", 0, 0, INT64_MAX));
        reader.finish();
        versions.push_back(std::move(version));
    }
    if (versions.empty())
        outer.fail(outer.path("versions"), u"must hold at least one version."_s);
    return versions;
}

} // namespace

AgentBook::AgentBook(const Scenario *scenario, Family family, IdSource ids)
    : m_family(family)
    , m_ids(ids)
{
    for (const ScriptedAgent &agent : scenario->agents) {
        AgentVersion first { m_ids.next(), 1, agent.systemPrompt, Json::array(), {} };
        m_agents.push_back({ &agent, agent.name, agent.description, { std::move(first) } });
    }
}

const AgentRecord *AgentBook::find(const QString &id) const
{
    const auto found = std::ranges::find_if(
        m_agents, [&id](const AgentRecord &agent) { return agent.script->id == id; });
    return found == m_agents.end() ? nullptr : &*found;
}

AgentRecord &AgentBook::addCreated(
    const ScriptedAgent &like, const QString &id, const QString &name)
{
    ScriptedAgent &script = m_created.emplace_back(like);
    script.id = id;
    script.name = name;
    script.isDefault = false;
    return m_agents.emplace_back(AgentRecord { &script, name, {}, {} });
}

/// V3 takes no prompt and no description, whatever was sent (suna-api §2.3).
const AgentRecord &AgentBook::create(
    const ScriptedAgent &like, const QString &name, const AgentChange &rest, Timestamp now)
{
    AgentRecord &agent = addCreated(like, m_ids.next(), name);
    const bool deaf = m_family == Family::V3;
    agent.description = deaf ? QString() : rest.description.value_or(QString());
    const QString prompt = deaf ? like.systemPrompt : rest.systemPrompt.value_or(QString());
    const Json mcps = rest.customMcps.value_or(Json::array());
    agent.versions.push_back(
        { m_ids.next(), 1, prompt, m_family == Family::V3 ? mcps : storedEntries(mcps), now });
    return agent;
}

WireJson AgentBook::saved() const
{
    WireJson agents = WireJson::array();
    for (const AgentRecord &agent : m_agents) {
        WireJson versions = WireJson::array();
        for (const AgentVersion &version : agent.versions)
            versions.push_back(savedVersion(version));
        agents.push_back({ { "agent_id", utf8(agent.script->id) }, { "name", utf8(agent.name) },
            { "description", utf8(agent.description) }, { "versions", versions } });
    }
    return { { "id_position", m_ids.position() }, { "agents", agents } };
}

void AgentBook::restore(const Json &state, const ScriptedAgent &like, Problems &problems)
{
    ObjectReader reader(state, u"/agents"_s, problems);
    const Json *position = reader.member("id_position");
    if (position && position->is_number_unsigned())
        m_ids.moveTo(position->get<quint64>());
    else
        reader.fail(reader.path("id_position"), u"must be a whole number, 0 or more."_s);
    size_t index = 0;
    for (const Json &json : reader.array("agents")) {
        const QString path = pointer(reader.path("agents"), index++);
        ObjectReader each(json, path, problems);
        const QString id = each.requiredText("agent_id");
        const QString name = each.requiredText("name");
        const auto known = std::ranges::find_if(
            m_agents, [&id](const AgentRecord &agent) { return agent.script->id == id; });
        AgentRecord &agent = known != m_agents.end() ? *known : addCreated(like, id, name);
        agent.name = name;
        agent.description = each.text("description");
        agent.versions = readVersions(each, problems);
        each.finish();
    }
    reader.finish();
}

void AgentBook::update(const QString &id, const AgentChange &change, Timestamp now)
{
    AgentRecord &agent = m_agents.at(size_t(find(id) - m_agents.data()));
    agent.name = change.name.value_or(agent.name);
    agent.description = change.description.value_or(agent.description);
    if (m_family == Family::V3)
        updateAtOnce(agent, change, now);
    else
        updateInTwoSteps(agent, change, now);
}

void AgentBook::addVersion(AgentRecord &agent, const QString &prompt, Json mcps, Timestamp now)
{
    const int number = agent.current().number + 1;
    agent.versions.push_back({ m_ids.next(), number, prompt, std::move(mcps), now });
}

/// First a version with the merged list, then, when the row still differs, one with the sent list.
void AgentBook::updateInTwoSteps(AgentRecord &agent, const AgentChange &change, Timestamp now)
{
    const QString prompt = change.systemPrompt.value_or(agent.current().systemPrompt);
    const Json &known = agent.current().customMcps;
    // What comes back is spelled in another way than what was sent, so that the service takes any
    // list but an empty one for a change.
    const bool listChanges = change.customMcps && !(change.customMcps->empty() && known.empty());
    if (listChanges)
        addVersion(agent, prompt, storedEntries(mergedByName(known, *change.customMcps)), now);
    else if (prompt != agent.current().systemPrompt)
        addVersion(agent, prompt, Json(known), now);
    // When this second step fails it is only logged, and what the first one has merged remains.
    if (listChanges && !change.mergeOnly && agent.current().customMcps != *change.customMcps)
        addVersion(agent, prompt, storedEntries(*change.customMcps), now);
}

void AgentBook::updateAtOnce(AgentRecord &agent, const AgentChange &change, Timestamp now)
{
    const QString prompt = change.systemPrompt.value_or(agent.current().systemPrompt);
    Json mcps = agent.current().customMcps;
    if (change.customMcps)
        mcps = change.replaceMcps && !change.mergeOnly ? *change.customMcps
                                                       : mergedByName(mcps, *change.customMcps);
    if (prompt != agent.current().systemPrompt || mcps != agent.current().customMcps)
        addVersion(agent, prompt, std::move(mcps), now);
}

} // namespace renum::sim
