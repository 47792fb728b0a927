// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/member_choices.h"

#include "core/team/context_rules.h"
#include "core/workflow/condition.h"
#include "core/workflow/editing/member_references.h"
#include "core/workflow/planner.h"
#include "core/workflow/step_references.h"
#include "core/workflow/strategy_rules.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

/// Schemas nest; deeper than this no menu is readable.
constexpr int MaxSchemaDepth = 3;

/// The member itself and whoever waits for it, directly or through others.
QSet<AgentId> followersOf(const WorkflowDefinition &workflow, const AgentId &member)
{
    const QSet<AgentId> known = memberIds(workflow);
    QHash<AgentId, std::vector<AgentId>> consumers;
    for (const WorkflowAgent &agent : workflow.agents) {
        for (const AgentId &producer : producersOf(agent, known))
            consumers[producer].push_back(agent.agentId);
    }
    QSet<AgentId> followers { member };
    std::vector<AgentId> open { member };
    while (!open.empty()) {
        const std::vector<AgentId> next = consumers.value(open.back());
        open.pop_back();
        for (const AgentId &id : next) {
            if (followers.contains(id))
                continue;
            followers.insert(id);
            open.push_back(id);
        }
    }
    return followers;
}

std::vector<AgentId> membersBefore(const WorkflowDefinition &workflow, const AgentId &member)
{
    std::vector<AgentId> before;
    for (const std::size_t position : memberOrder(workflow)) {
        const AgentId &id = workflow.agents[position].agentId;
        if (id == member)
            break;
        before.push_back(id);
    }
    return before;
}

void collectKeys(const std::vector<Condition> &conditions, QSet<QString> &keys, int depth = 0)
{
    if (depth > MaxConditionDepth)
        return;
    for (const Condition &condition : conditions) {
        collectKeys(condition.children, keys, depth + 1);
        if (condition.kind == Condition::Kind::Test)
            keys.insert(condition.field.section(u'.', 0, 0));
    }
}

void collectKeys(const InputSpec &input, QSet<QString> &keys)
{
    for (const InputSource &source : input.sources) {
        if (source.kind == InputSource::Kind::ContextVariable)
            keys.insert(source.variableName);
    }
    const QStringList names = placeholders(input.templateText.value_or(QString()));
    for (const QString &name : names) {
        for (const QLatin1StringView prefix : { "context."_L1, "memory."_L1 }) {
            if (name.startsWith(prefix))
                keys.insert(name.sliced(prefix.size()));
        }
    }
}

/// What a schema says of the values; empty when it leaves them open.
std::vector<Json> allowedValues(const Json &schema)
{
    if (const Json *values = memberAt(schema, "enum"); values && values->is_array())
        return { values->begin(), values->end() };
    if (const Json *value = memberAt(schema, "const"))
        return { *value };
    if (stringAt(schema, "type") == u"boolean"_s)
        return { Json(true), Json(false) };
    return {};
}

void addProperties(const Json &schema, const ConditionField &parent,
    std::vector<ConditionField> &fields, int depth)
{
    const Json *properties = memberAt(schema, "properties");
    if (!properties || !properties->is_object() || depth > MaxSchemaDepth)
        return;
    for (const auto &[key, property] : properties->items()) {
        const QString name = QString::fromStdString(key);
        if (name.isEmpty() || name.contains(u'.'))
            continue; // no path can name it
        ConditionField field = parent;
        field.path = parent.path + u'.' + name;
        field.within = parent.within.isEmpty() ? name : parent.within + u'.' + name;
        field.values = allowedValues(property);
        fields.push_back(field);
        addProperties(property, field, fields, depth + 1);
    }
}

void addSeen(const Json &data, const ConditionField &parent, std::vector<ConditionField> &fields)
{
    for (const auto &[key, value] : data.items()) {
        const QString name = QString::fromStdString(key);
        if (!name.isEmpty() && !name.contains(u'.'))
            fields.push_back({ parent.path + u'.' + name, parent.member, name, {} });
    }
}

void addMember(const WorkflowAgent &member, const Json *seen, std::vector<ConditionField> &fields)
{
    const QString path = resultKey(member.agentId);
    fields.push_back({ path, member.agentId, {}, {} });
    fields.push_back({ path + ".result"_L1, member.agentId, u"result"_s, {} });
    const ConditionField whole { path, member.agentId, {}, {} };
    if (member.config.outputSchema) {
        addProperties(*member.config.outputSchema, whole, fields, 1);
        return;
    }
    const Json *result = seen ? memberAt(*seen, path.toUtf8().constData()) : nullptr;
    const Json *data = result ? memberAt(*result, "data") : nullptr;
    if (data && data->is_object())
        addSeen(*data, whole, fields);
}

} // namespace

std::vector<AgentId> possibleProducers(const WorkflowDefinition &workflow, const AgentId &member)
{
    if (strategyRules(workflow.type).ordered)
        return membersBefore(workflow, member);
    const QSet<AgentId> followers = followersOf(workflow, member);
    std::vector<AgentId> producers;
    for (const WorkflowAgent &agent : workflow.agents) {
        if (!followers.contains(agent.agentId))
            producers.push_back(agent.agentId);
    }
    return producers;
}

std::vector<AgentId> feedbackTargets(const WorkflowDefinition &workflow, const AgentId &member)
{
    if (!strategyRules(workflow.type).ordered)
        return {};
    return membersBefore(workflow, member);
}

QStringList contextKeys(const WorkflowDefinition &workflow)
{
    QSet<QString> keys;
    for (const WorkflowAgent &member : workflow.agents) {
        if (member.input)
            collectKeys(*member.input, keys);
        collectKeys(member.conditions, keys);
        if (member.feedback)
            collectKeys(member.feedback->conditions, keys);
    }
    if (workflow.config.approval)
        collectKeys(workflow.config.approval->autoApprove, keys);
    QStringList sorted;
    for (const QString &key : std::as_const(keys)) {
        if (isValidContextKey(key) && !isReservedContextKey(key) && key != "context"_L1
            && key != "shared"_L1)
            sorted += key;
    }
    sorted.sort();
    return sorted;
}

std::vector<ConditionField> conditionFields(
    const WorkflowDefinition &workflow, const std::vector<AgentId> &members, const Json *seen)
{
    std::vector<ConditionField> fields;
    QHash<AgentId, const WorkflowAgent *> byId;
    for (const WorkflowAgent &member : workflow.agents)
        byId.insert(member.agentId, &member);
    for (const AgentId &id : members) {
        if (const WorkflowAgent *member = byId.value(id))
            addMember(*member, seen, fields);
    }
    const QStringList keys = QStringList { u"initial_prompt"_s } + contextKeys(workflow);
    for (const QString &key : keys)
        fields.push_back({ key, {}, key, {} });
    return fields;
}

} // namespace renum
