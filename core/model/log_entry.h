// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "core/model/json.h"
#include "core/model/timestamp.h"

#include <QMetaType>
#include <QString>

#include <optional>
#include <vector>

namespace renum {

/// Contract §1.3.6, mildest first.
enum class LogLevel { Debug, Info, Warning, Error, Critical };
[[nodiscard]] QString toString(LogLevel level);
/// In any case of letters; none for an unknown name.
[[nodiscard]] std::optional<LogLevel> logLevelFromString(const QString &name);

enum class LogCategory { Execution, Agent, Network, System, UserAction, Performance };
[[nodiscard]] QString toString(LogCategory category);
[[nodiscard]] std::optional<LogCategory> logCategoryFromString(const QString &name);

/// One line of an execution's log (contract §1.3.6, §1.5.8). English, for logs and the API.
struct LogEntry {
    qint64 id = 0; ///< seq of the event it tells of
    ExecutionId executionId;
    Timestamp timestamp;
    LogLevel level = LogLevel::Info;
    LogCategory category = LogCategory::Execution;
    AgentId agentId; ///< empty when it is about no agent
    QString stepName; ///< display name of the member, empty when it is about none
    QString correlationId; ///< of the agent run or the message it is about, or empty
    QString message;
    Json details = Json::object();

    friend bool operator==(const LogEntry &, const LogEntry &) = default;
};
using LogEntryList = std::vector<LogEntry>;

/// What there is nothing to say about is null.
[[nodiscard]] Json toJson(const LogEntry &entry);

} // namespace renum

Q_DECLARE_METATYPE(renum::LogEntry)
