// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/routes/deferred.h"

namespace renum::sim {

void Deferred::after(std::chrono::milliseconds delay, std::function<void()> then)
{
    const quint64 number = ++m_last;
    m_timers[number] = m_clock->startTimer(delay, [this, number, then = std::move(then)] {
        const auto call = then; // outlives the timer that holds it
        m_timers.erase(number);
        call();
    });
}

} // namespace renum::sim
