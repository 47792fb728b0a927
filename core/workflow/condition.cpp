// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/condition.h"

#include "core/team/team_context.h"
#include "core/workflow/condition_operator.h"

#include <QStringView>

#include <algorithm>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

const Json *member(const Json *object, QStringView key)
{
    if (!object || !object->is_object())
        return nullptr;
    const auto it = object->find(key.toUtf8().toStdString());
    return it == object->end() ? nullptr : &*it;
}

/// A member of an object or an element of an array.
const Json *step(const Json &value, QStringView segment)
{
    if (!value.is_array())
        return member(&value, segment);
    const bool isIndex = !segment.isEmpty() && segment.size() <= 9
        && std::ranges::all_of(segment, [](QChar c) { return c >= u'0' && c <= u'9'; });
    const size_t index = isIndex ? segment.toULong() : value.size();
    return index < value.size() ? &value[index] : nullptr;
}

/// The first segment and what follows it.
std::pair<QStringView, QStringView> splitPath(QStringView path)
{
    const qsizetype dot = path.indexOf(u'.');
    if (dot < 0)
        return { path, {} };
    return { path.first(dot), path.sliced(dot + 1) };
}

const Json *walk(const Json *value, QStringView path)
{
    while (value && !path.isEmpty()) {
        const auto [segment, rest] = splitPath(path);
        value = step(*value, segment);
        path = rest;
    }
    return value;
}

/// Rule 3: what a StepOutput does not have at its top is looked for in its data, then in its
/// contribution to the context.
const Json *walkOutput(const Json *output, QStringView path)
{
    if (!output || path.isEmpty())
        return output;
    const auto [segment, rest] = splitPath(path);
    for (const Json *place :
        { output, member(output, u"data"), member(output, u"output_context") }) {
        if (const Json *found = member(place, segment))
            return walk(found, rest);
    }
    return nullptr;
}

const Json *resultOf(const AgentId &agentId, const ConditionScope &scope)
{
    if (!scope.completedAgents.contains(agentId))
        return nullptr;
    return member(scope.contextObject, resultKey(agentId));
}

const Json *variable(const ConditionScope &scope, QStringView key)
{
    if (!isReservedContextKey(key.toString())) {
        if (const Json *found = member(scope.sharedMemory, key))
            return found;
    }
    return member(scope.contextObject, key);
}

bool evaluate(const Condition &condition, const ConditionScope &scope, int depth)
{
    if (depth > MaxConditionDepth)
        return false;
    const auto holds = [&](const Condition &child) { return evaluate(child, scope, depth + 1); };
    switch (condition.kind) {
    case Condition::Kind::All:
        return std::ranges::all_of(condition.children, holds);
    case Condition::Kind::Any:
        return std::ranges::any_of(condition.children, holds);
    case Condition::Kind::Not:
        return !std::ranges::all_of(condition.children, holds);
    case Condition::Kind::Test:
        break;
    }
    const ConditionOperator *op = findConditionOperator(condition.op);
    if (!op)
        return false;
    return op->holds(resolvePath(condition.field, scope), condition.value.value_or(Json()),
        condition.ignoreCase ? Qt::CaseInsensitive : Qt::CaseSensitive);
}

} // namespace

bool evaluate(const std::vector<Condition> &conditions, const ConditionScope &scope)
{
    return std::ranges::all_of(
        conditions, [&scope](const Condition &condition) { return evaluate(condition, scope, 0); });
}

const Json *resolvePath(const QString &path, const ConditionScope &scope)
{
    if (path.isEmpty())
        return nullptr;
    const std::optional<ResultPath> result = parseResultPath(path, scope.knownAgents);
    if (result && scope.knownAgents.contains(result->agentId))
        return walkOutput(resultOf(result->agentId, scope), result->rest);
    const auto [first, rest] = splitPath(path);
    if (const Json *found = variable(scope, first))
        return walk(found, rest);
    if (first == "context"_L1)
        return walk(scope.contextObject, rest);
    if (first == "shared"_L1)
        return walk(scope.sharedMemory, rest);
    if (scope.onlyInput)
        return walkOutput(resultOf(*scope.onlyInput, scope), path);
    return nullptr;
}

std::optional<ResultPath> parseResultPath(const QString &path, const QSet<AgentId> &knownAgents)
{
    constexpr QLatin1StringView prefix = "agent_"_L1;
    constexpr QLatin1StringView suffix = "_result"_L1;
    if (!path.startsWith(prefix))
        return std::nullopt;
    std::optional<ResultPath> found;
    for (qsizetype at = path.indexOf(suffix, prefix.size() + 1); at >= 0;
         at = path.indexOf(suffix, at + 1)) {
        const qsizetype end = at + suffix.size();
        if (end < path.size() && path.at(end) != u'.')
            continue;
        const AgentId id(path.sliced(prefix.size(), at - prefix.size()));
        if (!found || knownAgents.contains(id))
            found = ResultPath { id, path.sliced(std::min(end + 1, path.size())) };
    }
    return found;
}

} // namespace renum
