// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/clock.h"

#include <functional>
#include <map>
#include <memory>

namespace renum::sim {

/// Calls that happen later; all are dropped when it is destroyed or cleared.
class Deferred {
public:
    /// `clock` must outlive this.
    explicit Deferred(Clock *clock)
        : m_clock(clock)
    {
    }

    void after(std::chrono::milliseconds delay, std::function<void()> then);
    void clear() { m_timers.clear(); }

private:
    Clock *m_clock;
    quint64 m_last = 0;
    std::map<quint64, std::unique_ptr<Clock::Timer>> m_timers;
};

} // namespace renum::sim
