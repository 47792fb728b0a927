// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/local_agent_codec.h"

#include "core/model/object_reader.h"

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxNameLength = 100;
constexpr qsizetype MaxModelLength = 255;
constexpr qsizetype MaxTextLength = 200'000;
constexpr double MaxTemperature = 2;

/// Reads texts with a limit of their own.
class AgentReader {
public:
    AgentReader(const Json &json, Problems &problems)
        : m_reader(json, {}, problems)
    {
    }

    LocalAgent read()
    {
        LocalAgent agent;
        agent.id = AgentId(text("agent_id", MaxModelLength));
        agent.name = text("name", MaxNameLength).trimmed();
        if (agent.name.isEmpty())
            problem("name", u"An agent needs a name."_s);
        agent.description = text("description", MaxTextLength);
        agent.instructions = text("instructions", MaxTextLength);
        agent.model = text("model", MaxModelLength).trimmed();
        agent.temperature = m_reader.number("temperature");
        if (agent.temperature && (*agent.temperature < 0 || *agent.temperature > MaxTemperature))
            problem("temperature", u"A temperature is a number from 0 to 2."_s);
        agent.teamTools = m_reader.flag("team_tools").value_or(true);
        if (const Json *schema = m_reader.take("output_schema")) {
            if (schema->is_object())
                agent.outputSchema = *schema;
            else
                problem("output_schema", u"An output schema is a JSON Schema, an object."_s);
        }
        agent.version = m_reader.integer("version").value_or(1);
        return agent;
    }

private:
    QString text(const char *key, qsizetype most)
    {
        const QString value = m_reader.text(key).value_or(QString());
        if (value.size() > most)
            problem(key, u"This has at most %1 characters. Shorten it."_s.arg(most));
        return value;
    }

    void problem(const char *key, const QString &message)
    {
        m_reader.problem(u"validation_error"_s, m_reader.pathOf(key), message);
    }

    ObjectReader m_reader;
};

} // namespace

Json toJson(const LocalAgent &agent)
{
    Json json = Json::object();
    json["agent_id"] = toJson(agent.id.toString());
    json["name"] = toJson(agent.name);
    json["description"] = toJson(agent.description);
    json["instructions"] = toJson(agent.instructions);
    json["model"] = toJson(agent.model);
    json["temperature"] = agent.temperature ? Json(*agent.temperature) : Json();
    json["team_tools"] = agent.teamTools;
    json["output_schema"] = agent.outputSchema;
    json["version"] = agent.version;
    return json;
}

LocalAgent localAgentFromJson(const Json &json, Problems &problems)
{
    return AgentReader(json, problems).read();
}

} // namespace renum
