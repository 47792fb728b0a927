// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/local_agent_codec.h"

#include "core/model/definition_name.h"
#include "core/model/object_reader.h"

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxAgentModelLength = 255;
constexpr qsizetype MaxTextLength = 200'000;
constexpr double MaxTemperature = 2;

std::optional<QString> tooLong(const QString &text, qsizetype most)
{
    if (text.size() <= most)
        return std::nullopt;
    return u"This has at most %1 characters. Shorten it."_s.arg(most);
}

} // namespace

Json toJson(const LocalAgent &agent)
{
    Json json = Json::object();
    json["agent_id"] = toJson(agent.id.toString());
    if (!agent.endpoint.isEmpty())
        json["endpoint_id"] = toJson(agent.endpoint.toString());
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
    ObjectReader reader(json, {}, problems);
    LocalAgent agent;
    agent.id = AgentId(reader.text("agent_id").value_or(QString()));
    agent.endpoint = EndpointId(reader.text("endpoint_id").value_or(QString()));
    agent.name = reader.text("name").value_or(QString()).trimmed();
    agent.description = reader.text("description").value_or(QString());
    agent.instructions = reader.text("instructions").value_or(QString());
    agent.model = reader.text("model").value_or(QString()).trimmed();
    agent.temperature = reader.number("temperature");
    agent.teamTools = reader.flag("team_tools").value_or(true);
    if (const Json *schema = reader.take("output_schema"))
        agent.outputSchema = *schema;
    agent.version = reader.integer("version").value_or(1);
    problems += problemsOf(agent);
    return agent;
}

Problems problemsOf(const LocalAgent &agent)
{
    Problems problems;
    const auto add = [&problems](const QString &path, const std::optional<QString> &message) {
        if (message)
            problems.append({ Problem::Severity::Error, u"validation_error"_s, path, *message });
    };
    add(u"/agent_id"_s, tooLong(agent.id.toString(), MaxAgentModelLength));
    add(u"/endpoint_id"_s, tooLong(agent.endpoint.toString(), MaxAgentModelLength));
    add(u"/name"_s, nameProblem(agent.name));
    add(u"/description"_s, tooLong(agent.description, MaxTextLength));
    add(u"/instructions"_s, tooLong(agent.instructions, MaxTextLength));
    add(u"/model"_s, tooLong(agent.model, MaxAgentModelLength));
    // Written so that "nan" is refused too.
    if (agent.temperature && !(*agent.temperature >= 0 && *agent.temperature <= MaxTemperature))
        add(u"/temperature"_s, u"A temperature is a number from 0 to 2."_s);
    if (!agent.outputSchema.is_null() && !agent.outputSchema.is_object())
        add(u"/output_schema"_s, u"An output schema is a JSON Schema, an object."_s);
    return problems;
}

} // namespace renum
