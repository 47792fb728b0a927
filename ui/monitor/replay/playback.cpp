// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/replay/playback.h"

#include <algorithm>

namespace renum::ui {

using std::chrono::microseconds;

void Playback::start(int speed)
{
    m_speed = std::max(speed, 1);
    m_saved = microseconds(0);
}

std::size_t Playback::advance(
    microseconds elapsed, Timestamp last, std::span<const ExecutionEvent> following)
{
    const microseconds longest = microseconds(LongestGap) * m_speed;
    m_saved += elapsed * m_speed;
    std::size_t count = 0;
    for (const ExecutionEvent &event : following) {
        const microseconds gap
            = std::clamp(microseconds(event.timestamp - last), microseconds(0), longest);
        if (gap > m_saved)
            return count;
        m_saved -= gap;
        last = event.timestamp;
        ++count;
    }
    // What follows is not known yet: waiting for it is no time of the run.
    m_saved = std::min(m_saved, longest);
    return count;
}

} // namespace renum::ui
