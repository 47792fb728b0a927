// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution_event.h"
#include "core/model/log_entry.h"

#include <QHash>

namespace renum {

/// What the log says about one event, without the step's name; none for what is no news. The five
/// texts about steps are those of contract §1.5.8.
[[nodiscard]] std::optional<LogEntry> logEntry(const ExecutionEvent &event);

/// The same about what members of the team share: messages and changes of the context.
[[nodiscard]] std::optional<LogEntry> teamLogEntry(const ExecutionEvent &event);

/// The members' names in a plan_created event; empty when its plan cannot be read.
[[nodiscard]] QHash<AgentId, QString> namesInPlan(const ExecutionEvent &planCreated);

/// An entry about an event, still without words.
[[nodiscard]] LogEntry entryAbout(const ExecutionEvent &event);

} // namespace renum
