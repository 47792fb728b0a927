// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/circuit_breaker.h"
#include "core/net/clock.h"
#include "core/net/one_shot.h"

#include <QCoroTask>
#include <QString>

#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace renum {

class ServiceGate;

/// Leave for one control call. Settled once with what became of the call; one that is dropped
/// unsettled says nothing about the service.
class ServicePass {
public:
    using Permit = CircuitBreaker::Permit;
    using Outcome = CircuitBreaker::Outcome;

    ServicePass(std::weak_ptr<ServiceGate> gate, Permit permit);
    ServicePass(ServicePass &&other) noexcept;
    ServicePass(const ServicePass &) = delete;
    ServicePass &operator=(const ServicePass &) = delete;
    ServicePass &operator=(ServicePass &&) = delete;
    ~ServicePass();

    [[nodiscard]] bool isRefused() const noexcept { return m_permit == Permit::Refused; }
    void settle(Outcome outcome);

private:
    std::weak_ptr<ServiceGate> m_gate;
    Permit m_permit;
};

/// How one service stands.
struct ServiceState {
    QString address;
    CircuitBreaker::State circuit = CircuitBreaker::State::Closed;
    int failures = 0; ///< in a row
    std::optional<Timestamp> probeAt; ///< when it is asked again; while open
};

/// The way to one agent service: its circuit breaker, and those who wait until it may be asked
/// again. Lives on the engine's thread.
class ServiceGate : public std::enable_shared_from_this<ServiceGate> {
public:
    ServiceGate(QString address, CircuitBreakerSettings settings, Clock *clock);
    /// Wakes all who wait.
    ~ServiceGate();
    ServiceGate(const ServiceGate &) = delete;
    ServiceGate &operator=(const ServiceGate &) = delete;

    /// Leave for one call, refused while the circuit is open.
    [[nodiscard]] ServicePass enter();
    /// Leave for a call that must be tried in any case: what stops a run saves money.
    [[nodiscard]] ServicePass enterUrgently();
    [[nodiscard]] bool mayCall() const;
    /// The error of a refused call.
    [[nodiscard]] Error refusal() const;
    [[nodiscard]] ServiceState state() const;

    /// Waits until asking may make sense again: the time of the probe has come, or someone's probe
    /// has ended; at most this long. Who wakes asks mayCall() again.
    [[nodiscard]] QCoro::Task<> nextChance(std::chrono::milliseconds atMost, std::stop_token stop);

private:
    friend class ServicePass;
    void settle(CircuitBreaker::Permit permit, CircuitBreaker::Outcome outcome);
    void wakeAll();

    QString m_address;
    Clock *m_clock;
    CircuitBreaker m_breaker;
    std::vector<OneShot<bool>> m_waiters;
};

/// One gate for each address; all executions of an engine share them.
class ServiceGates {
public:
    ServiceGates(Clock *clock, CircuitBreakerSettings settings);

    /// Where nobody is, at an empty address, there is nothing to share: a new one each time.
    [[nodiscard]] std::shared_ptr<ServiceGate> at(const QString &address);
    /// By address.
    [[nodiscard]] std::vector<ServiceState> states() const;

private:
    Clock *m_clock;
    CircuitBreakerSettings m_settings;
    std::map<QString, std::shared_ptr<ServiceGate>> m_gates;
};

} // namespace renum
