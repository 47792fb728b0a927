// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/team_differences.h"

#include "core/model/workflow_codec.h"
#include "core/workflow/editing/member_references.h"

#include <algorithm>
#include <set>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

/// Objects whose keys are fields of their own, because a person changes them one by one.
constexpr const char *NestedObjects[] = { "agent_config", "workflow_definition", "config",
    "team_config", "workflow_definition/config" };
constexpr auto OrderField = "execution_order"_L1;

bool isNested(const QString &field)
{
    return std::ranges::any_of(
        NestedObjects, [&](const char *name) { return field == QLatin1StringView(name); });
}

void collect(FieldValues &fields, const Json &object, const QString &prefix)
{
    for (const auto &[key, value] : object.items()) {
        const QString field = prefix + QString::fromStdString(key);
        if (isNested(field) && value.is_object())
            collect(fields, value, field + u'/');
        else
            fields.emplace(field, value);
    }
}

void compare(TeamDifferences &differences, const AgentId &member, const FieldValues &before,
    const FieldValues &after)
{
    std::set<QString> names;
    for (const auto &[name, value] : before)
        names.insert(name);
    for (const auto &[name, value] : after)
        names.insert(name);
    for (const QString &name : names) {
        const auto old = before.find(name);
        const auto now = after.find(name);
        const Json oldValue = old == before.end() ? Json() : old->second;
        const Json nowValue = now == after.end() ? Json() : now->second;
        if (oldValue == nowValue)
            continue;
        const auto kind
            = name == OrderField ? TeamDifference::Kind::Moved : TeamDifference::Kind::Changed;
        differences.push_back({ kind, member, name, oldValue, nowValue });
    }
}

} // namespace

FieldValues teamFields(const TeamDraft &draft)
{
    Json json = toJson(draft);
    json.erase("agent_ids");
    json["workflow_definition"].erase("agents");
    FieldValues fields;
    collect(fields, json, {});
    return fields;
}

FieldValues memberFields(const WorkflowAgent &member)
{
    FieldValues fields;
    collect(fields, toJson(member), {});
    return fields;
}

Json objectOfFields(const FieldValues &fields)
{
    Json object = Json::object();
    for (const auto &[field, value] : fields) {
        Json *place = &object;
        const QStringList path = field.split(u'/');
        for (const QString &key : path)
            place = &(*place)[key.toStdString()];
        *place = value;
    }
    return object;
}

TeamDifferences teamDifferences(const TeamDraft &before, const TeamDraft &after)
{
    TeamDifferences differences;
    compare(differences, {}, teamFields(before), teamFields(after));
    for (const WorkflowAgent &member : after.workflow.agents) {
        if (const WorkflowAgent *old = before.workflow.find(member.agentId)) {
            if (*old != member)
                compare(differences, member.agentId, memberFields(*old), memberFields(member));
        } else {
            differences.push_back(
                { TeamDifference::Kind::Added, member.agentId, {}, {}, toJson(member) });
        }
    }
    const QSet<AgentId> remaining = memberIds(after.workflow);
    for (const WorkflowAgent &member : before.workflow.agents) {
        if (!remaining.contains(member.agentId))
            differences.push_back(
                { TeamDifference::Kind::Removed, member.agentId, {}, toJson(member), {} });
    }
    return differences;
}

} // namespace renum
