// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/log_entry.h"

#include <QList>

namespace renum {

/// Which entries of a log to list (contract §1.5.8).
struct LogQuery {
    static constexpr int MaxLimit = 1000;
    enum class Order { OldestFirst, NewestFirst };

    QList<LogLevel> levels = {}; ///< exactly these; empty: all
    LogLevel atLeast = LogLevel::Debug; ///< this and what is worse
    QList<LogCategory> categories = {}; ///< empty: all
    AgentId agent = {}; ///< empty: all, also entries about no agent
    QString search = {}; ///< part of the message, the agent or the step's name, in any case
    std::optional<Timestamp> since = {};
    qint64 afterId = 0;
    Order order = Order::OldestFirst;
    int limit = 100; ///< 1 to MaxLimit; others are moved there
    int offset = 0;
};

/// Whether the entry is one that was asked for, wherever it stands.
[[nodiscard]] bool matches(const LogEntry &entry, const LogQuery &query);

/// The page of those entries; `log` is oldest first.
[[nodiscard]] LogEntryList selected(const LogEntryList &log, const LogQuery &query);

} // namespace renum
