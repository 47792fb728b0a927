// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution_event.h"
#include "core/model/log_entry.h"

#include <QHash>
#include <QList>

namespace renum {

/// What the log says about one event, without the step's name; none for what is no news: what
/// agents write as they go, and progress. The five texts about steps are those of contract §1.5.8.
/// An event of a type that is not known here is told of with all its data.
[[nodiscard]] std::optional<LogEntry> logEntry(const ExecutionEvent &event);

/// What is known of the entry about a kind of event before its data is read.
struct LogKind {
    QString eventType; ///< or `type`, of those without one
    LogLevel level = LogLevel::Info;
    LogCategory category = LogCategory::Execution;
    bool varies = false; ///< the data may make it another level or category
    QString words; ///< of its message, without what comes from the data
    /// Of those that vary: the levels it may have, each with texts of which its canonical data has
    /// at least one then, in any case of letters. None: nothing in the data has to be there.
    QHash<LogLevel, QStringList> signs = {};
};
/// Of the kinds that have a fixed message.
[[nodiscard]] const QList<LogKind> &logKinds();
/// Those of them that team, agents and output make, not a table.
[[nodiscard]] QList<LogKind> untabledLogKinds();
/// Of entries that the engine writes as such, events of the type execution_log: no message of
/// theirs is known before.
[[nodiscard]] const LogKind &writtenLogKind();

/// The same about what members of the team share: messages and changes of the context.
[[nodiscard]] std::optional<LogEntry> teamLogEntry(const ExecutionEvent &event);

/// The same about what an agent does besides writing. None for its words: they are shown elsewhere.
[[nodiscard]] std::optional<LogEntry> outputLogEntry(const ExecutionEvent &output);

/// The same about a type of event that only later versions know: nothing of it is left out.
[[nodiscard]] LogEntry unknownLogEntry(const ExecutionEvent &event);

/// The members' names in a plan_created event; empty when its plan cannot be read.
[[nodiscard]] QHash<AgentId, QString> namesInPlan(const ExecutionEvent &planCreated);

/// An entry about an event, still without words.
[[nodiscard]] LogEntry entryAbout(const ExecutionEvent &event);

} // namespace renum
