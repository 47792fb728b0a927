// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution_event.h"

#include <chrono>
#include <span>

namespace renum::ui {

/// How far a recorded run has gone on after some time of playing it. Events come as far apart as
/// they were, scaled; where nothing happened for long the time is cut short, and where the clock
/// jumped back no time passes. Pure.
class Playback {
public:
    /// The longest that a person waits for the next event.
    static constexpr std::chrono::milliseconds LongestGap { 1200 };

    void start(int speed);
    /// Time has passed: how many of the events that follow have happened since. `last` is when the
    /// event shown now happened.
    [[nodiscard]] std::size_t advance(std::chrono::microseconds elapsed, Timestamp last,
        std::span<const ExecutionEvent> following);

private:
    int m_speed = 1;
    std::chrono::microseconds m_saved { 0 }; ///< of the run's time, not used for an event yet
};

} // namespace renum::ui
