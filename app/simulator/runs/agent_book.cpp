// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/runs/agent_book.h"

#include <algorithm>

namespace renum::sim {

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
    if (listChanges && agent.current().customMcps != *change.customMcps)
        addVersion(agent, prompt, storedEntries(*change.customMcps), now);
}

void AgentBook::updateAtOnce(AgentRecord &agent, const AgentChange &change, Timestamp now)
{
    const QString prompt = change.systemPrompt.value_or(agent.current().systemPrompt);
    Json mcps = agent.current().customMcps;
    if (change.customMcps)
        mcps = change.replaceMcps ? *change.customMcps : mergedByName(mcps, *change.customMcps);
    if (prompt != agent.current().systemPrompt || mcps != agent.current().customMcps)
        addVersion(agent, prompt, std::move(mcps), now);
}

} // namespace renum::sim
