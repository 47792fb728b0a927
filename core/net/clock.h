// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"
#include "core/model/timestamp.h"

#include <QCoroTask>

#include <chrono>
#include <functional>
#include <memory>
#include <stop_token>

namespace renum {

/// Time as the engine sees it, so that tests can run it virtually.
class Clock {
public:
    /// Owning handle of a pending callback; destroying it cancels the callback.
    class Timer {
    public:
        Timer() = default;
        Timer(const Timer &) = delete;
        Timer &operator=(const Timer &) = delete;
        virtual ~Timer() = default;
    };

    Clock() = default;
    Clock(const Clock &) = delete;
    Clock &operator=(const Clock &) = delete;
    virtual ~Clock() = default;

    /// Wall time, UTC.
    [[nodiscard]] virtual Timestamp now() const = 0;
    /// Never goes back; for measuring and for leases.
    [[nodiscard]] virtual std::chrono::nanoseconds monotonic() const = 0;
    /// Calls `then` once after `delay`, from the event loop of the calling thread.
    [[nodiscard]] virtual std::unique_ptr<Timer> startTimer(
        std::chrono::milliseconds delay, std::function<void()> then)
        = 0;
};

/// The machine's clock and QTimer.
class SystemClock : public Clock {
public:
    [[nodiscard]] Timestamp now() const override;
    [[nodiscard]] std::chrono::nanoseconds monotonic() const override;
    [[nodiscard]] std::unique_ptr<Timer> startTimer(
        std::chrono::milliseconds delay, std::function<void()> then) override;
};

/// Waits; ends early with `user_cancelled` when stop is requested. `clock` must outlive the wait.
[[nodiscard]] QCoro::Task<Result<void>> sleepFor(
    Clock *clock, std::chrono::milliseconds delay, std::stop_token stop);

/// The error of a wait that was stopped.
[[nodiscard]] Error cancelledError();

} // namespace renum
