// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/object_reader.h"
#include "core/model/workflow_codec.h"

namespace renum {

using namespace Qt::StringLiterals;

namespace {

/// Conditions nest; deeper than this nobody wrote by hand.
constexpr int MaxConditionDepth = 32;

std::vector<Condition> readConditionList(
    const Json &json, const QString &path, int depth, Problems &problems);

std::optional<Condition> readGroup(
    const Json &json, const QString &path, int depth, Problems &problems)
{
    struct Group {
        const char *key;
        Condition::Kind kind;
    };
    for (const Group &group : { Group { "all", Condition::Kind::All },
             Group { "any", Condition::Kind::Any }, Group { "not", Condition::Kind::Not } }) {
        const Json *member = memberAt(json, group.key);
        if (!member)
            continue;
        Condition condition;
        condition.kind = group.kind;
        condition.children = readConditionList(
            *member, path + u'/' + QString::fromUtf8(group.key), depth + 1, problems);
        if (group.kind == Condition::Kind::Not && condition.children.size() != 1) {
            Condition all;
            all.kind = Condition::Kind::All;
            all.children = std::move(condition.children);
            condition.children = { std::move(all) };
        }
        return condition;
    }
    return std::nullopt;
}

std::optional<Condition> readCondition(
    const Json &json, const QString &path, int depth, Problems &problems)
{
    ObjectReader reader(json, path, problems);
    if (!json.is_object())
        return std::nullopt;
    if (depth > MaxConditionDepth) {
        reader.problem(u"W-17"_s, path, u"Conditions are nested too deeply."_s);
        return std::nullopt;
    }
    if (std::optional<Condition> group = readGroup(json, path, depth, problems))
        return group;
    Condition condition;
    condition.field = reader.text("field").value_or(QString());
    condition.op = reader.text("operator").value_or(QString());
    if (const Json *value = memberAt(json, "value"))
        condition.value = *value;
    condition.ignoreCase = reader.flag("ignore_case").value_or(false);
    return condition;
}

std::vector<Condition> readConditionList(
    const Json &json, const QString &path, int depth, Problems &problems)
{
    std::vector<Condition> conditions;
    if (json.is_null())
        return conditions;
    if (json.is_object()) {
        if (json.empty()) // D's column default
            return conditions;
        if (std::optional<Condition> condition = readCondition(json, path, depth, problems))
            conditions.push_back(std::move(*condition));
        return conditions;
    }
    if (!json.is_array()) {
        problems.append({ Problem::Severity::Error, u"validation_error"_s, path,
            u"Conditions must be a list or an object with all, any or not."_s });
        return conditions;
    }
    for (size_t i = 0; i < json.size(); ++i) {
        const QString itemPath = path + u'/' + QString::number(i);
        if (std::optional<Condition> condition = readCondition(json[i], itemPath, depth, problems))
            conditions.push_back(std::move(*condition));
    }
    return conditions;
}

} // namespace

std::vector<Condition> readConditions(const Json &json, const QString &path, Problems &problems)
{
    return readConditionList(json, path, 0, problems);
}

Json toJson(const Condition &condition)
{
    Json json = Json::object();
    switch (condition.kind) {
    case Condition::Kind::Test:
        json["field"] = toJson(condition.field);
        json["operator"] = toJson(condition.op);
        if (condition.value)
            json["value"] = *condition.value;
        if (condition.ignoreCase)
            json["ignore_case"] = true;
        return json;
    case Condition::Kind::All:
        json["all"] = toJson(condition.children);
        return json;
    case Condition::Kind::Any:
        json["any"] = toJson(condition.children);
        return json;
    case Condition::Kind::Not:
        json["not"]
            = condition.children.empty() ? Json::object() : toJson(condition.children.front());
        return json;
    }
    Q_UNREACHABLE();
}

Json toJson(const std::vector<Condition> &conditions)
{
    Json json = Json::array();
    for (const Condition &condition : conditions)
        json.push_back(toJson(condition));
    return json;
}

} // namespace renum
