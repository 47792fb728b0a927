// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution_log.h"
#include "core/model/log_filter.h"
#include "core/model/log_texts.h"

#include <algorithm>

/// What a search in a log has to find, told the plain way: every event is taken apart.
namespace renum::test {

/// A text or number anywhere in the values has the text.
inline bool hasText(const Json &value, const QString &text)
{
    if (value.is_structured())
        return std::ranges::any_of(value, [&](const Json &part) { return hasText(part, text); });
    const QString plain = value.is_string() ? toQString(value) : compactJsonText(value);
    return plain.contains(text, Qt::CaseInsensitive);
}

inline bool isLine(
    const ExecutionEvent &event, const LogFilter &filter, const QHash<AgentId, QString> &names = {})
{
    std::optional<LogEntry> entry = logEntry(event);
    if (!entry)
        return false;
    attribute(*entry, event, names);
    const auto isAmong = [](const auto &wanted, const auto &value) {
        return wanted.isEmpty() || wanted.contains(value);
    };
    const auto hasWord = [&event](const LogWord &word) {
        return word.agents.contains(event.agentId) || word.types.contains(event.eventType)
            || word.types.contains(event.type) || hasText(event.data, word.text);
    };
    return isAmong(filter.levels, entry->level) && isAmong(filter.categories, entry->category)
        && isAmong(filter.agents, entry->agentId)
        && (!filter.since || event.timestamp >= *filter.since)
        && (!filter.until || event.timestamp <= *filter.until)
        && std::ranges::all_of(filter.words, hasWord);
}

} // namespace renum::test
