// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/clock.h"

#include <functional>
#include <memory>

namespace renum {

/// A limit of the time that something works. While it is held, no time passes for it.
class TimeLimit {
public:
    /// `reached` is called once, from the clock. The clock must outlive it. Begins held.
    TimeLimit(Clock *clock, std::chrono::microseconds left, std::function<void()> reached);

    void hold();
    /// A limit that is over already is told in the clock's next turn.
    void run();
    void end();

private:
    Clock *m_clock;
    std::chrono::nanoseconds m_left;
    std::function<void()> m_reached;
    std::chrono::nanoseconds m_runningSince {};
    std::unique_ptr<Clock::Timer> m_timer;
};

} // namespace renum
