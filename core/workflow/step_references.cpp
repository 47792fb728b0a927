// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/step_references.h"

#include "core/workflow/condition.h"

namespace renum {

using namespace Qt::StringLiterals;

namespace {

void collect(const std::vector<Condition> &conditions, const QSet<AgentId> &knownAgents, int depth,
    std::vector<AgentId> &agents)
{
    if (depth > MaxConditionDepth)
        return;
    for (const Condition &condition : conditions) {
        collect(condition.children, knownAgents, depth + 1, agents);
        if (condition.kind != Condition::Kind::Test)
            continue;
        if (const std::optional<ResultPath> path = parseResultPath(condition.field, knownAgents))
            agents.push_back(path->agentId);
    }
}

} // namespace

std::vector<AgentId> inputAgents(const InputSpec &input)
{
    std::vector<AgentId> agents;
    for (const InputSource &source : input.sources) {
        if (source.kind == InputSource::Kind::AgentResult)
            agents.push_back(source.agentId);
    }
    return agents;
}

std::vector<AgentId> templateAgents(const InputSpec &input)
{
    std::vector<AgentId> agents;
    const QStringList names = placeholders(input.templateText.value_or(QString()));
    for (const QString &name : names) {
        if (name.startsWith("agent."_L1))
            agents.emplace_back(name.sliced(6));
    }
    return agents;
}

std::vector<AgentId> conditionAgents(
    const std::vector<Condition> &conditions, const QSet<AgentId> &knownAgents)
{
    std::vector<AgentId> agents;
    collect(conditions, knownAgents, 0, agents);
    return agents;
}

std::optional<AgentId> singleAgent(const InputSpec &input)
{
    if (input.combined || input.sources.size() != 1
        || input.sources.front().kind != InputSource::Kind::AgentResult)
        return std::nullopt;
    return input.sources.front().agentId;
}

QStringList placeholders(const QString &templateText)
{
    QStringList names;
    qsizetype open = templateText.indexOf("{{"_L1);
    while (open >= 0) {
        const qsizetype close = templateText.indexOf("}}"_L1, open + 2);
        if (close < 0)
            break;
        names.append(templateText.sliced(open + 2, close - open - 2).trimmed());
        open = templateText.indexOf("{{"_L1, close + 2);
    }
    return names;
}

} // namespace renum
