// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/replay/event_cache.h"

#include "ui/monitor/replay/json_size.h"

#include <algorithm>

namespace renum::ui {

namespace {

/// Of an event without its data.
constexpr qsizetype EventSize = 400;

} // namespace

void EventCache::clear()
{
    m_blocks.clear();
    m_size = 0;
}

void EventCache::add(const ExecutionEvents &events)
{
    if (events.isEmpty())
        return;
    qsizetype size = 0;
    for (const ExecutionEvent &event : events)
        size += EventSize + jsonSize(event.data);
    if (join(events, size))
        return;
    Block &block = m_blocks[events.first().seq];
    block.used = ++m_clock;
    // The same beginning may have been read before, as part of a shorter list.
    if (events.size() > block.events.size()) {
        m_size += size - block.size;
        block.events = events;
        block.size = size;
    }
    dropOldest();
}

/// Live events come a few at a time; a block for each would make many.
bool EventCache::join(const ExecutionEvents &events, qsizetype size)
{
    if (m_blocks.empty())
        return false;
    Block &last = std::prev(m_blocks.end())->second;
    const bool follows = last.events.constLast().seq + 1 == events.first().seq;
    const bool small
        = last.events.size() + events.size() <= JoinedEvents && last.size + size <= JoinedBytes;
    if (!follows || !small)
        return false;
    last.events += events;
    last.size += size;
    last.used = ++m_clock;
    m_size += size;
    return true;
}

void EventCache::dropOldest()
{
    while (m_size > MostBytes && m_blocks.size() > 1) {
        const auto oldest = std::ranges::min_element(
            m_blocks, {}, [](const auto &block) { return block.second.used; });
        m_size -= oldest->second.size;
        m_blocks.erase(oldest);
    }
}

std::span<const ExecutionEvent> EventCache::after(qint64 seq)
{
    const qint64 wanted = seq + 1;
    auto found = m_blocks.upper_bound(wanted);
    if (found == m_blocks.begin())
        return {};
    --found;
    Block &block = found->second;
    const qsizetype skipped = wanted - found->first;
    if (skipped >= block.events.size())
        return {};
    block.used = ++m_clock;
    return std::span(std::as_const(block.events)).subspan(static_cast<std::size_t>(skipped));
}

} // namespace renum::ui
