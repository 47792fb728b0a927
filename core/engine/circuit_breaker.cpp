// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/circuit_breaker.h"

#include "core/model/error_codes.h"

#include <algorithm>
#include <array>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array InfrastructureCodes { code::ConnectionRefused, code::HostNotFound,
    code::TlsFailed, code::ConnectTimeout, code::IdleTimeout, code::TotalTimeout,
    code::ConnectionLost, code::NetworkFailed, code::SunaServerError };

/// Made on this side: nothing was asked.
constexpr std::array OwnCodes { code::UserCancelled, code::CircuitOpen, code::InvalidUrl,
    code::NotConnected };

template<size_t N>
bool isOneOf(const std::array<const char *, N> &codes, const QString &errorCode)
{
    return std::ranges::any_of(
        codes, [&errorCode](const char *each) { return errorCode == QLatin1StringView(each); });
}

} // namespace

CircuitBreaker::CircuitBreaker(CircuitBreakerSettings settings)
    : m_settings(settings)
{
}

CircuitBreaker::Permit CircuitBreaker::request(Time now)
{
    if (!mayCall(now))
        return Permit::Refused;
    if (!m_open)
        return Permit::Call;
    m_probing = true;
    return Permit::Probe;
}

void CircuitBreaker::settle(Permit permit, Outcome outcome, Time now)
{
    const bool wasProbe = permit == Permit::Probe && m_probing;
    if (wasProbe)
        m_probing = false;
    if (outcome == Outcome::Answered) {
        m_open = false;
        m_probing = false;
        m_failures = 0;
    } else if (outcome == Outcome::Failed && (wasProbe || !m_open)) {
        ++m_failures;
        if (wasProbe || m_failures >= m_settings.failureThreshold)
            open(now);
    }
}

void CircuitBreaker::open(Time now)
{
    m_open = true;
    m_probeAt = now + m_settings.openFor;
}

CircuitBreaker::State CircuitBreaker::state(Time now) const
{
    if (!m_open)
        return State::Closed;
    return now < m_probeAt ? State::Open : State::HalfOpen;
}

bool CircuitBreaker::mayCall(Time now) const
{
    return !m_open || (now >= m_probeAt && !m_probing);
}

QString toString(CircuitBreaker::State state)
{
    static const std::array names { u"closed"_s, u"open"_s, u"half_open"_s };
    return names.at(static_cast<size_t>(state));
}

CircuitBreaker::Outcome circuitOutcome(const Error &error)
{
    if (isOneOf(InfrastructureCodes, error.code))
        return CircuitBreaker::Outcome::Failed;
    if (isOneOf(OwnCodes, error.code))
        return CircuitBreaker::Outcome::Nothing;
    return CircuitBreaker::Outcome::Answered;
}

} // namespace renum
