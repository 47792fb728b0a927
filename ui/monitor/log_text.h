// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution_event.h"

#include <QHash>
#include <QString>

#include <optional>

namespace renum::ui {

enum class LogLevel { Debug, Info, Warning, Error };

/// One row of the log: what happened, in a sentence.
struct LogLine {
    Timestamp time;
    LogLevel level = LogLevel::Info;
    AgentId agent; ///< empty when it is about no agent
    QString text;
};

using AgentNames = QHash<AgentId, QString>;

/// The sentence for an event, or none for what is shown elsewhere (streamed words, progress).
[[nodiscard]] std::optional<LogLine> logLine(const ExecutionEvent &event, const AgentNames &names);

} // namespace renum::ui
