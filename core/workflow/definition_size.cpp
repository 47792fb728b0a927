// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/definition_size.h"

#include "core/model/json_writer.h"
#include "core/model/workflow_codec.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace renum {

namespace {

constexpr qsizetype Quotes = 2;
constexpr std::string_view ShortEscapes = "\"\\\b\f\n\r\t";

qsizetype sizeOf(const Json &value)
{
    std::string text;
    appendCompactJson(text, value);
    return qsizetype(text.size());
}

/// Of one UTF-16 unit that is no surrogate.
qsizetype sizeOf(char16_t c)
{
    if (c >= 0x800)
        return 3;
    if (c >= 0x80)
        return 2;
    if (ShortEscapes.find(char(c)) != std::string_view::npos)
        return 2;
    return c < 0x20 ? 6 : 1;
}

qsizetype sizeOf(const QString &text)
{
    qsizetype bytes = Quotes;
    for (const QChar c : text) {
        if (c.isSurrogate()) // rare, and it may stand alone
            return sizeOf(toJson(text));
        bytes += c >= u'#' && c < u'\\' ? 1 : sizeOf(c.unicode());
    }
    return bytes;
}

qsizetype sizeOf(int number)
{
    return number >= 0 && number < 10 ? 1 : qsizetype(std::to_string(number).size());
}

qsizetype sizeOf(bool flag)
{
    return flag ? 4 : 5;
}

qsizetype sizeOf(const AgentId &id)
{
    return sizeOf(id.toString());
}

qsizetype sizeOf(std::string_view plain)
{
    return qsizetype(plain.size()) + Quotes;
}

/// Counts an object while its members are told.
class ObjectMeter {
public:
    template<typename T>
    void add(std::string_view key, const T &value)
    {
        addSize(key, sizeOf(value));
    }
    template<typename T>
    void add(std::string_view key, const std::optional<T> &value)
    {
        if (value)
            add(key, *value);
    }
    void addSize(std::string_view key, qsizetype size)
    {
        m_bytes += sizeOf(key) + 1 + size; // 1: the colon
        ++m_members;
    }
    [[nodiscard]] bool isEmpty() const { return m_members == 0; }
    [[nodiscard]] qsizetype bytes() const
    {
        constexpr qsizetype Brackets = 2;
        return m_bytes + Brackets + std::max<qsizetype>(0, m_members - 1); // the commas
    }

private:
    qsizetype m_bytes = 0;
    qsizetype m_members = 0;
};

template<typename T>
qsizetype sizeOfList(const std::vector<T> &list, qsizetype (*size)(const T &))
{
    qsizetype bytes = 2 + std::max<qsizetype>(0, qsizetype(list.size()) - 1);
    for (const T &item : list)
        bytes += size(item);
    return bytes;
}

void addSource(ObjectMeter &meter, const InputSource &source, std::string_view kindKey)
{
    switch (source.kind) {
    case InputSource::Kind::InitialPrompt:
        meter.add(kindKey, std::string_view("initial_prompt"));
        break;
    case InputSource::Kind::AgentResult:
        meter.add(kindKey, std::string_view("agent_result"));
        meter.add("agent_id", source.agentId);
        break;
    case InputSource::Kind::ContextVariable:
        meter.add(kindKey, std::string_view("context_variable"));
        meter.add("variable_name", source.variableName);
        break;
    }
}

qsizetype sizeOfPart(const InputSource &source)
{
    ObjectMeter meter;
    addSource(meter, source, "type");
    return meter.bytes();
}

qsizetype sizeOfInput(const InputSpec &input)
{
    if (!input.extra.empty())
        return sizeOf(toJson(input));
    ObjectMeter meter;
    if (input.combined) {
        meter.add("source", std::string_view("combined"));
        meter.addSize("sources", sizeOfList(input.sources, sizeOfPart));
    } else if (!input.sources.empty()) {
        addSource(meter, input.sources.front(), "source");
    }
    meter.add("template", input.templateText);
    if (!input.includeContext)
        meter.add("include_context", false);
    return meter.bytes();
}

qsizetype sizeOfCondition(const Condition &condition)
{
    if (condition.kind != Condition::Kind::Test)
        return sizeOf(toJson(condition));
    ObjectMeter meter;
    meter.add("field", condition.field);
    meter.add("operator", condition.op);
    meter.add("value", condition.value);
    if (condition.ignoreCase)
        meter.add("ignore_case", true);
    return meter.bytes();
}

void addConfig(ObjectMeter &member, const AgentConfig &config)
{
    ObjectMeter meter;
    meter.add("model_name", config.modelName);
    meter.add("enable_thinking", config.enableThinking);
    meter.add("reasoning_effort", config.reasoningEffort);
    if (!config.instructions.isEmpty())
        meter.add("instructions", config.instructions);
    meter.add("output_schema", config.outputSchema);
    meter.add("tools_mode", config.toolsMode);
    if (!meter.isEmpty())
        member.addSize("agent_config", meter.bytes());
}

void addIdentity(ObjectMeter &meter, const WorkflowAgent &agent)
{
    meter.add("agent_id", agent.agentId);
    if (agent.kind == MemberKind::Approval)
        meter.add("kind", std::string_view("approval"));
    if (agent.kind == MemberKind::Team)
        meter.add("kind", std::string_view("team"));
    if (!agent.teamId.isEmpty())
        meter.add("team_id", agent.teamId.toString());
    if (!agent.role.isEmpty())
        meter.add("role", agent.role);
    if (!agent.name.isEmpty())
        meter.add("name", agent.name);
}

qsizetype sizeOfPosition(const CanvasPosition &position)
{
    ObjectMeter meter;
    meter.add("x", Json(position.x));
    meter.add("y", Json(position.y));
    return meter.bytes();
}

qsizetype sizeOfMember(const WorkflowAgent &agent)
{
    if (!agent.extra.empty() || !agent.config.extra.empty())
        return sizeOf(toJson(agent));
    ObjectMeter meter;
    addIdentity(meter, agent);
    meter.add("execution_order", agent.executionOrder);
    if (agent.input)
        meter.addSize("input", sizeOfInput(*agent.input));
    if (!agent.conditions.empty())
        meter.addSize("conditions", sizeOfList(agent.conditions, sizeOfCondition));
    if (!agent.dependencies.empty())
        meter.addSize("dependencies", sizeOfList<AgentId>(agent.dependencies, sizeOf));
    meter.add("timeout", agent.timeoutSeconds);
    if (agent.retry)
        meter.add("retry_config", toJson(*agent.retry));
    addConfig(meter, agent.config);
    if (!agent.isActive)
        meter.add("is_active", false);
    if (agent.feedback)
        meter.add("feedback", toJson(*agent.feedback));
    if (agent.position)
        meter.addSize("position", sizeOfPosition(*agent.position));
    return meter.bytes();
}

} // namespace

qsizetype definitionBytes(const WorkflowDefinition &definition)
{
    // What is there once is written; the members are what takes the time.
    WorkflowDefinition frame;
    frame.type = definition.type;
    frame.config = definition.config;
    frame.extra = definition.extra;
    constexpr qsizetype EmptyList = 2;
    return sizeOf(toJson(frame)) - EmptyList + sizeOfList(definition.agents, sizeOfMember);
}

} // namespace renum
