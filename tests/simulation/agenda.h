// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/clock.h"

#include <functional>
#include <map>
#include <memory>

namespace renum::test {

/// Things that will happen in virtual time. Destroying it calls them off.
class Agenda {
public:
    explicit Agenda(Clock *clock)
        : m_clock(clock)
    {
    }

    void later(std::chrono::milliseconds delay, std::function<void()> then);

private:
    Clock *m_clock;
    quint64 m_last = 0;
    std::map<quint64, std::unique_ptr<Clock::Timer>> m_timers;
};

} // namespace renum::test
