// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/service_gate.h"

#include "core/engine/logging.h"
#include "core/model/error_codes.h"

#include <algorithm>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

ServicePass::ServicePass(std::weak_ptr<ServiceGate> gate, Permit permit)
    : m_gate(std::move(gate))
    , m_permit(permit)
{
}

ServicePass::ServicePass(ServicePass &&other) noexcept
    : m_gate(std::exchange(other.m_gate, {}))
    , m_permit(other.m_permit)
{
}

ServicePass::~ServicePass()
{
    settle(Outcome::Nothing);
}

void ServicePass::settle(Outcome outcome)
{
    const std::shared_ptr<ServiceGate> gate = std::exchange(m_gate, {}).lock();
    if (gate && !isRefused())
        gate->settle(m_permit, outcome);
}

ServiceGate::ServiceGate(QString address, CircuitBreakerSettings settings, Clock *clock)
    : m_address(std::move(address))
    , m_clock(clock)
    , m_breaker(settings)
{
}

ServiceGate::~ServiceGate()
{
    wakeAll();
}

ServicePass ServiceGate::enter()
{
    return { weak_from_this(), m_breaker.request(m_clock->monotonic()) };
}

ServicePass ServiceGate::enterUrgently()
{
    return { weak_from_this(), CircuitBreaker::Permit::Call };
}

bool ServiceGate::mayCall() const
{
    return m_breaker.mayCall(m_clock->monotonic());
}

Error ServiceGate::refusal() const
{
    return { ErrorCategory::NetworkError, QString::fromLatin1(code::CircuitOpen),
        u"Circuit breaker open: %1 did not answer %2 times in a row. Check that the agent service "
        "runs and can be reached, then try again."_s.arg(m_address)
            .arg(m_breaker.failures()),
        { { u"address"_s, m_address }, { u"failures"_s, m_breaker.failures() } } };
}

ServiceState ServiceGate::state() const
{
    const auto now = m_clock->monotonic();
    ServiceState state { m_address, m_breaker.state(now), m_breaker.failures(), {} };
    if (state.circuit == CircuitBreaker::State::Open) {
        state.probeAt = m_clock->now()
            + std::chrono::ceil<std::chrono::microseconds>(m_breaker.probeAt() - now);
    }
    return state;
}

QCoro::Task<> ServiceGate::nextChance(milliseconds atMost, std::stop_token stop)
{
    const auto now = m_clock->monotonic();
    milliseconds wait = atMost;
    // While half open the probe's end wakes, there is no time to wait for.
    if (m_breaker.state(now) == CircuitBreaker::State::Open)
        wait = std::min(wait, std::chrono::ceil<milliseconds>(m_breaker.probeAt() - now));
    const OneShot<bool> woken;
    std::erase_if(m_waiters, [](const OneShot<bool> &waiter) { return waiter.isSet(); });
    m_waiters.push_back(woken);
    const std::stop_callback onStop(stop, [woken] { woken.set(false); });
    const auto timer = m_clock->startTimer(wait, [woken] { woken.set(true); });
    co_await woken;
}

void ServiceGate::settle(CircuitBreaker::Permit permit, CircuitBreaker::Outcome outcome)
{
    const auto now = m_clock->monotonic();
    const CircuitBreaker::State before = m_breaker.state(now);
    m_breaker.settle(permit, outcome, now);
    const CircuitBreaker::State after = m_breaker.state(now);
    if (before != after) {
        qCInfo(lcEngine, "Circuit of %s: %s after %d failures in a row", qUtf8Printable(m_address),
            qUtf8Printable(toString(after)), m_breaker.failures());
    }
    if (before != CircuitBreaker::State::Closed)
        wakeAll();
}

void ServiceGate::wakeAll()
{
    const std::vector<OneShot<bool>> waiters = std::exchange(m_waiters, {});
    for (const OneShot<bool> &waiter : waiters)
        waiter.set(true);
}

ServiceGates::ServiceGates(Clock *clock, CircuitBreakerSettings settings)
    : m_clock(clock)
    , m_settings(settings)
{
}

std::shared_ptr<ServiceGate> ServiceGates::at(const QString &address)
{
    if (address.isEmpty())
        return std::make_shared<ServiceGate>(address, m_settings, m_clock);
    std::shared_ptr<ServiceGate> &gate = m_gates[address];
    if (!gate)
        gate = std::make_shared<ServiceGate>(address, m_settings, m_clock);
    return gate;
}

std::vector<ServiceState> ServiceGates::states() const
{
    std::vector<ServiceState> states;
    for (const auto &[address, gate] : m_gates)
        states.push_back(gate->state());
    return states;
}

} // namespace renum
