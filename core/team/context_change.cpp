// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/context_change.h"

#include "core/model/error_codes.h"

#include <limits>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

ContextConflict conflictFromJson(const Json &json)
{
    ContextConflict conflict;
    conflict.key = stringAt(json, "key").value_or(QString());
    conflict.winner = AgentId(stringAt(json, "winner").value_or(QString()));
    if (const Json *losers = memberAt(json, "losers"); losers && losers->is_array()) {
        for (const Json &loser : *losers)
            conflict.losers.emplace_back(toQString(loser));
    }
    return conflict;
}

Json shortened(Json value)
{
    const qsizetype size = canonicalJson(value).size();
    if (size <= MaxFrameValueBytes)
        return value;
    return { { "truncated", true }, { "size", size } };
}

Error malformedChange()
{
    return { ErrorCategory::SystemError, QString::fromLatin1(code::StoreCorrupt),
        u"A stored change of the team's context cannot be read."_s };
}

std::optional<int> versionAt(const Json &json, const char *key)
{
    const std::optional<qint64> version = integerAt(json, key);
    if (!version || *version < 1 || *version > std::numeric_limits<int>::max())
        return std::nullopt;
    return static_cast<int>(*version);
}

} // namespace

Json toJson(const ContextConflict &conflict)
{
    Json losers = Json::array();
    for (const AgentId &loser : conflict.losers)
        losers.push_back(toJson(loser.toString()));
    return { { "key", toJson(conflict.key) }, { "winner", toJson(conflict.winner.toString()) },
        { "losers", std::move(losers) } };
}

QString toString(ContextChange::Scope scope)
{
    return scope == ContextChange::Scope::ContextObject ? u"context_object"_s : u"shared_memory"_s;
}

Json toJson(const ContextChange &change)
{
    Json data = Json::object();
    data["key"] = toJson(change.key);
    data["value"] = change.value;
    data["previous_value"] = change.previousValue;
    data["changed_by"] = toJson(change.changedBy);
    data["version"] = change.version;
    data["scope"] = toJson(toString(change.scope));
    data["deleted"] = change.deleted;
    if (change.byPerson)
        data["by_person"] = true;
    if (change.expiresAt)
        data["expires_at"] = toJson(toRfc3339(*change.expiresAt));
    if (change.restoredFrom)
        data["restored_from"] = *change.restoredFrom;
    if (!change.conflicts.empty()) {
        Json &conflicts = data["conflicts"] = Json::array();
        for (const ContextConflict &conflict : change.conflicts)
            conflicts.push_back(toJson(conflict));
    }
    return data;
}

Result<ContextChange> contextChangeFromJson(const Json &json)
{
    const std::optional<QString> key = stringAt(json, "key");
    const std::optional<QString> scope = stringAt(json, "scope");
    const std::optional<int> version = versionAt(json, "version");
    const bool memory = scope == u"shared_memory"_s;
    if (!key || !version || (!memory && scope != u"context_object"_s))
        return malformedChange();
    ContextChange change;
    change.scope
        = memory ? ContextChange::Scope::SharedMemory : ContextChange::Scope::ContextObject;
    change.key = *key;
    change.version = *version;
    if (const Json *value = memberAt(json, "value"))
        change.value = *value;
    if (const Json *previous = memberAt(json, "previous_value"))
        change.previousValue = *previous;
    change.changedBy = stringAt(json, "changed_by").value_or(QString());
    change.deleted = boolAt(json, "deleted").value_or(false);
    change.byPerson = boolAt(json, "by_person").value_or(false);
    if (const std::optional<QString> expiry = stringAt(json, "expires_at"))
        change.expiresAt = fromRfc3339(*expiry);
    change.restoredFrom = versionAt(json, "restored_from");
    if (const Json *conflicts = memberAt(json, "conflicts"); conflicts && conflicts->is_array()) {
        for (const Json &conflict : *conflicts)
            change.conflicts.push_back(conflictFromJson(conflict));
    }
    return change;
}

Json frameData(Json changeData)
{
    for (const char *key : { "value", "previous_value" }) {
        if (const auto it = changeData.find(key); it != changeData.end())
            *it = shortened(std::move(*it));
    }
    return changeData;
}

Json changeNotification(const ContextChange &change, const ExecutionId &execution, Timestamp at)
{
    Json payload = frameData(toJson(change));
    payload["execution_id"] = toJson(execution.toString());
    payload["timestamp"] = toJson(toRfc3339(at));
    return payload;
}

} // namespace renum
