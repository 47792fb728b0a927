// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/clock.h"

#include <algorithm>
#include <chrono>

namespace renum {

/// A moment of the time that nobody sets. Within one life of the process what is waited for is
/// reckoned in it; the wall clock is for the log, for people, and for what an engine left behind
/// that is gone.
using SteadyTime = std::chrono::steady_clock::time_point;

[[nodiscard]] inline SteadyTime steadyNow(const Clock *clock)
{
    return SteadyTime(std::chrono::duration_cast<SteadyTime::duration>(clock->monotonic()));
}

/// How long to wait until then, rounded up; nothing when it is over.
[[nodiscard]] inline std::chrono::milliseconds timeUntil(const Clock *clock, SteadyTime then)
{
    return std::chrono::ceil<std::chrono::milliseconds>(
        std::max(then - steadyNow(clock), SteadyTime::duration::zero()));
}

/// What the wall clock will show then, if nobody sets it.
[[nodiscard]] inline Timestamp wallTime(const Clock *clock, SteadyTime then)
{
    return clock->now() + std::chrono::duration_cast<Timestamp::duration>(then - steadyNow(clock));
}

/// The moment that an engine that is gone wrote down, at most `longest` from now: the clock may
/// have been set in between.
[[nodiscard]] inline SteadyTime steadyTime(
    const Clock *clock, Timestamp written, std::chrono::milliseconds longest)
{
    const Timestamp::duration left = written - clock->now();
    return steadyNow(clock) + std::min<SteadyTime::duration>(left, longest);
}

} // namespace renum
