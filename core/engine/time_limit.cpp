// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/time_limit.h"

#include <algorithm>
#include <utility>

namespace renum {

TimeLimit::TimeLimit(Clock *clock, std::chrono::microseconds left, std::function<void()> reached)
    : m_clock(clock)
    , m_left(left)
    , m_reached(std::move(reached))
{
}

void TimeLimit::hold()
{
    if (!m_timer)
        return;
    m_timer.reset();
    m_left -= m_clock->monotonic() - m_runningSince;
}

void TimeLimit::run()
{
    if (m_timer || !m_reached)
        return;
    m_runningSince = m_clock->monotonic();
    const auto left = std::max(std::chrono::nanoseconds::zero(), m_left);
    m_timer = m_clock->startTimer(std::chrono::ceil<std::chrono::milliseconds>(left), [this] {
        const std::function<void()> reached = std::exchange(m_reached, {});
        reached(); // may end this
    });
}

void TimeLimit::end()
{
    m_timer.reset();
    m_reached = {};
}

} // namespace renum
