// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution_event.h"
#include "core/model/log_entry.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>

namespace renum::ui {

/// One row of the log: what happened, in a sentence in the person's language.
struct LogLine {
    qint64 seq = 0;
    Timestamp time = {};
    LogLevel level = LogLevel::Info;
    LogCategory category = LogCategory::Execution;
    AgentId agent = {}; ///< empty when it is about no agent
    StepId step = {}; ///< with the suffix of its iteration; empty when it is about none
    bool isKnown = true; ///< else of a later version: only its data tells more
    QString text
        = {}; ///< in one line, without control characters, not longer than a screen is wide
};

using AgentNames = QHash<AgentId, QString>;

/// The line for an event, or none for what is shown elsewhere (streamed words, progress): there is
/// one exactly where the log has an entry (core/model/log_texts.h).
[[nodiscard]] std::optional<LogLine> logLine(const ExecutionEvent &event, const AgentNames &names);

/// The kinds of events whose sentence has this text; see LogWord::types.
[[nodiscard]] QStringList typesSaying(const QString &text);

} // namespace renum::ui
