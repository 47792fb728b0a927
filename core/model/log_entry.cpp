// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/log_entry.h"

#include "core/model/event_fields.h"

#include <algorithm>
#include <array>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array Levels {
    std::pair { LogLevel::Debug, "debug"_L1 },
    std::pair { LogLevel::Info, "info"_L1 },
    std::pair { LogLevel::Warning, "warning"_L1 },
    std::pair { LogLevel::Error, "error"_L1 },
    std::pair { LogLevel::Critical, "critical"_L1 },
};

constexpr std::array Categories {
    std::pair { LogCategory::Execution, "execution"_L1 },
    std::pair { LogCategory::Agent, "agent"_L1 },
    std::pair { LogCategory::Network, "network"_L1 },
    std::pair { LogCategory::System, "system"_L1 },
    std::pair { LogCategory::UserAction, "user_action"_L1 },
    std::pair { LogCategory::Performance, "performance"_L1 },
};

template<typename Table, typename Value>
QString nameIn(const Table &table, Value value)
{
    const auto row = std::ranges::find(table, value, &Table::value_type::first);
    return row == table.end() ? QString() : QString(row->second);
}

template<typename Table>
auto valueIn(const Table &table, const QString &name)
{
    const auto row = std::ranges::find_if(table,
        [&name](const auto &each) { return name.compare(each.second, Qt::CaseInsensitive) == 0; });
    return row == table.end() ? std::nullopt : std::optional(row->first);
}

} // namespace

QString toString(LogLevel level)
{
    return nameIn(Levels, level);
}

std::optional<LogLevel> logLevelFromString(const QString &name)
{
    return valueIn(Levels, name);
}

QString toString(LogCategory category)
{
    return nameIn(Categories, category);
}

std::optional<LogCategory> logCategoryFromString(const QString &name)
{
    return valueIn(Categories, name);
}

Json toJson(const LogEntry &entry)
{
    Json json = Json::object();
    json["log_id"] = entry.id;
    json["execution_id"] = toJson(entry.executionId.toString());
    json["timestamp"] = toJson(toRfc3339(entry.timestamp));
    json["level"] = toJson(toString(entry.level));
    json["category"] = toJson(toString(entry.category));
    json["agent_id"] = textOrNull(entry.agentId.toString());
    json["step_name"] = textOrNull(entry.stepName);
    json["correlation_id"] = textOrNull(entry.correlationId);
    json["message"] = toJson(entry.message);
    json["details"] = entry.details.empty() ? Json() : entry.details;
    return json;
}

} // namespace renum
