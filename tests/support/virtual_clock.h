// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/clock.h"

#include <map>
#include <memory>
#include <utility>

namespace renum::test {

/// A clock that stands still until a test moves it. Timers fire in the order of their due time,
/// ties in the order they were started, so a run is the same every time. One thread only.
class VirtualClock final : public Clock {
public:
    explicit VirtualClock(Timestamp start
        = Timestamp(std::chrono::sys_days(std::chrono::year(2026) / std::chrono::January / 1)));
    ~VirtualClock() override;

    [[nodiscard]] Timestamp now() const override;
    [[nodiscard]] std::chrono::nanoseconds monotonic() const override;
    [[nodiscard]] std::unique_ptr<Timer> startTimer(
        std::chrono::milliseconds delay, std::function<void()> then) override;

    /// Moves time forward and fires every timer that comes due, also those started on the way.
    /// Before the first and after each timer the events posted to this thread are delivered, so
    /// that a coroutine that a timer wakes starts its next wait at the right moment.
    void advance(std::chrono::milliseconds by);
    /// Moves to the next pending timer and fires it. False when none is pending.
    bool advanceToNext();
    /// Somebody sets the wall clock; timers do not care.
    void jump(std::chrono::milliseconds by) { m_offset += by; }
    /// The machine sleeps: time passes, and what comes due meanwhile fires late.
    void sleep(std::chrono::milliseconds by) { m_elapsed += by; }
    /// Timers that wait.
    [[nodiscard]] int pending() const;

private:
    /// Due time since the start, then a running number.
    using Key = std::pair<std::chrono::nanoseconds, quint64>;
    struct Queue;
    class Handle;

    void fire(std::map<Key, std::function<void()>>::iterator timer);

    Timestamp m_start;
    std::chrono::nanoseconds m_elapsed {};
    std::chrono::microseconds m_offset {}; ///< of the wall clock
    quint64 m_lastNumber = 0;
    std::shared_ptr<Queue> m_queue; ///< shared with handles, which may outlive the clock
};

} // namespace renum::test
