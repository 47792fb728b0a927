// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/log_query.h"

#include <algorithm>

namespace renum {

namespace {

bool contains(const QString &text, const QString &part)
{
    return text.contains(part, Qt::CaseInsensitive);
}

bool isFound(const LogEntry &entry, const QString &search)
{
    return search.isEmpty() || contains(entry.message, search) || contains(entry.stepName, search)
        || contains(entry.agentId.toString(), search);
}

template<typename T>
bool isAmong(const QList<T> &wanted, T value)
{
    return wanted.isEmpty() || wanted.contains(value);
}

template<typename Range>
LogEntryList pageOf(const Range &log, const LogQuery &query)
{
    LogEntryList page;
    const auto limit = std::size_t(std::clamp(query.limit, 1, LogQuery::MaxLimit));
    int skip = std::max(query.offset, 0);
    for (auto entry = log.first; entry != log.second && page.size() < limit; ++entry) {
        if (matches(*entry, query) && skip-- <= 0)
            page.push_back(*entry);
    }
    return page;
}

} // namespace

bool matches(const LogEntry &entry, const LogQuery &query)
{
    return entry.id > query.afterId && entry.level >= query.atLeast
        && isAmong(query.levels, entry.level) && isAmong(query.categories, entry.category)
        && (query.agent.isEmpty() || entry.agentId == query.agent)
        && (!query.since || entry.timestamp >= *query.since) && isFound(entry, query.search);
}

LogEntryList selected(const LogEntryList &log, const LogQuery &query)
{
    if (query.order == LogQuery::Order::NewestFirst)
        return pageOf(std::pair(log.crbegin(), log.crend()), query);
    return pageOf(std::pair(log.cbegin(), log.cend()), query);
}

} // namespace renum
