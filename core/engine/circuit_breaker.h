// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/error.h"

#include <QString>

#include <chrono>

namespace renum {

struct CircuitBreakerSettings {
    int failureThreshold = 5; ///< consecutive failures that open it
    std::chrono::milliseconds openFor = std::chrono::seconds(60);
};

/// Decides whether a service that does not answer may be asked again (contract §4.5). A value: it
/// knows no clock, times are those of a monotonic one.
///
/// Closed: all calls are let through; so many failures in a row open it, any answer in between
/// begins the count anew. Open: nothing is let through for a while. Half open: exactly one call,
/// the probe; its answer closes the breaker, its failure opens it again.
class CircuitBreaker {
public:
    using Time = std::chrono::nanoseconds;
    enum class State { Closed, Open, HalfOpen };
    enum class Permit { Refused, Call, Probe };
    enum class Outcome {
        Answered, ///< the service said something, be it a refusal
        Failed, ///< the service could not be reached, or failed as a whole
        Nothing, ///< cancelled: it says nothing about the service
    };

    explicit CircuitBreaker(CircuitBreakerSettings settings = {});

    /// Leave for one call. What is not refused must be settled.
    [[nodiscard]] Permit request(Time now);
    /// What became of a call. An answer closes the breaker, whichever call got it; a failure of a
    /// call that left before the breaker opened changes nothing any more.
    void settle(Permit permit, Outcome outcome, Time now);

    [[nodiscard]] State state(Time now) const;
    /// Whether request() would give leave.
    [[nodiscard]] bool mayCall(Time now) const;
    /// When it becomes half open; meaningless while closed.
    [[nodiscard]] Time probeAt() const noexcept { return m_probeAt; }
    /// In a row, up to now.
    [[nodiscard]] int failures() const noexcept { return m_failures; }

private:
    void open(Time now);

    CircuitBreakerSettings m_settings;
    int m_failures = 0;
    bool m_open = false;
    bool m_probing = false;
    Time m_probeAt {};
};

/// `closed`, `open` or `half_open`.
[[nodiscard]] QString toString(CircuitBreaker::State state);

/// What an error of a control call says about the service: a failure of the infrastructure (no
/// connection, no answer in time, 5xx), an answer (4xx, 402 and 429 included), or nothing.
[[nodiscard]] CircuitBreaker::Outcome circuitOutcome(const Error &error);

} // namespace renum
