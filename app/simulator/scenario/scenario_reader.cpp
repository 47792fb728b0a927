// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/scenario/scenario_reader.h"

#include "app/simulator/faults/fault_reader.h"
#include "app/simulator/scenario/response_reader.h"

#include <QRegularExpression>

#include <set>

namespace renum::sim {

using namespace Qt::StringLiterals;

namespace {

QStringList readPatterns(ObjectReader &reader, const char *key, int groups)
{
    const QStringList patterns = reader.texts(key);
    for (qsizetype index = 0; index < patterns.size(); ++index) {
        const QRegularExpression expression(patterns.at(index));
        const QString path = pointer(reader.path(key), static_cast<size_t>(index));
        if (!expression.isValid())
            reader.fail(path, u"is no regular expression: %1."_s.arg(expression.errorString()));
        else if (expression.captureCount() < groups)
            reader.fail(path, u"needs a group in parentheses that takes the value."_s);
    }
    return patterns;
}

QList<PromptVariable> readVariables(ObjectReader &outer, Problems &problems)
{
    QList<PromptVariable> variables;
    size_t index = 0;
    for (const Json &element : outer.array("variables")) {
        ObjectReader reader(element, pointer(outer.path("variables"), index++), problems);
        PromptVariable variable;
        variable.name = reader.requiredText("name");
        variable.patterns = readPatterns(reader, "patterns", 1);
        variable.fallback = reader.text("default");
        reader.finish();
        variables.append(variable);
    }
    return variables;
}

ScenarioAuth readAuth(ObjectReader &outer, Problems &problems)
{
    const Json *auth = outer.member("auth");
    if (!auth)
        return {};
    ObjectReader reader(*auth, outer.path("auth"), problems);
    ScenarioAuth result { reader.text("bearer"), reader.text("api_key") };
    reader.finish();
    return result;
}

ScenarioDefaults readDefaults(ObjectReader &outer, Problems &problems)
{
    ScenarioDefaults defaults;
    const Json *json = outer.member("defaults");
    if (!json)
        return defaults;
    ObjectReader reader(*json, outer.path("defaults"), problems);
    defaults.charsPerSecond = reader.number("chars_per_second", defaults.charsPerSecond, 0.1, 1e9);
    defaults.jitter = reader.number("jitter", defaults.jitter, 0, 1);
    defaults.firstToken = readMilliseconds(reader, "first_token_ms", defaults.firstToken);
    defaults.model = reader.text("model");
    defaults.usage = readUsage(reader, problems).value_or(ScriptedUsage {});
    defaults.settleMin = readMilliseconds(reader, "settle_min_ms", defaults.settleMin);
    defaults.settleMax = readMilliseconds(reader, "settle_max_ms", defaults.settleMax);
    if (defaults.settleMax < defaults.settleMin)
        reader.fail(reader.path("settle_max_ms"), u"must not be less than settle_min_ms."_s);
    defaults.stopLatency = readMilliseconds(reader, "stop_latency_ms", defaults.stopLatency);
    defaults.announceStop = reader.boolean("announce_stop", defaults.announceStop);
    defaults.contextTokens = reader.integer("context_tokens", 0, 1, INT32_MAX);
    reader.finish();
    return defaults;
}

ScriptedAgent readAgent(const Json &json, const QString &path, Problems &problems)
{
    ObjectReader reader(json, path, problems);
    ScriptedAgent agent;
    agent.id = reader.requiredText("agent_id");
    agent.name = reader.requiredText("name");
    agent.description = reader.text("description");
    agent.systemPrompt = reader.lines("system_prompt");
    agent.model = reader.text("model");
    agent.avatar = reader.text("avatar");
    agent.color = reader.text("color");
    agent.tools = reader.texts("tools");
    agent.isDefault = reader.boolean("is_default", false);
    agent.variables = readVariables(reader, problems);
    agent.responses = readResponses(reader.array("responses"), reader.path("responses"), problems);
    reader.finish();
    return agent;
}

QList<ScriptedAgent> readAgents(ObjectReader &outer, Problems &problems)
{
    QList<ScriptedAgent> agents;
    std::set<QString> ids;
    bool hasDefault = false;
    size_t index = 0;
    for (const Json &element : outer.array("agents")) {
        const QString path = pointer(outer.path("agents"), index++);
        const ScriptedAgent agent = readAgent(element, path, problems);
        if (!agent.id.isEmpty() && !ids.insert(agent.id).second)
            outer.fail(pointer(path, u"agent_id"_s), u"is used by an earlier agent."_s);
        if (agent.isDefault && std::exchange(hasDefault, true))
            outer.fail(pointer(path, u"is_default"_s), u"is already set on an earlier agent."_s);
        agents.append(agent);
    }
    if (agents.isEmpty())
        outer.fail(outer.path("agents"), u"must hold at least one agent."_s);
    return agents;
}

} // namespace

ScenarioReading readScenario(const Json &json)
{
    ScenarioReading reading;
    Problems &problems = reading.problems;
    Scenario &scenario = reading.scenario;
    ObjectReader reader(json, {}, problems);
    if (reader.integer("version", 0, 1, 1) != 1 && !reader.member("version"))
        reader.fail(reader.path("version"), u"is missing; this program reads version 1."_s);
    scenario.name = reader.text("name");
    if (reader.member("seed"))
        scenario.seed = static_cast<quint64>(reader.integer("seed", 0, 0, INT64_MAX));
    scenario.auth = readAuth(reader, problems);
    scenario.ignoreAfter = reader.texts("ignore_after");
    scenario.ignorePatterns = readPatterns(reader, "ignore_patterns", 0);
    scenario.variables = readVariables(reader, problems);
    scenario.defaults = readDefaults(reader, problems);
    scenario.agents = readAgents(reader, problems);
    scenario.faults = readFaults(reader.array("faults"), reader.path("faults"), problems);
    reader.finish();
    return reading;
}

} // namespace renum::sim
