// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/agenda.h"

#include <utility>

namespace renum::test {

void Agenda::later(std::chrono::milliseconds delay, std::function<void()> then)
{
    const quint64 number = ++m_last;
    m_timers[number] = m_clock->startTimer(delay, [this, number, call = std::move(then)] {
        m_timers.erase(number);
        call();
    });
}

} // namespace renum::test
