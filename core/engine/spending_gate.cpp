// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/spending_gate.h"

#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

SpendingGate::Call::Call(std::shared_ptr<AtWork> atWork, SpendingLimits::ReservationPtr reservation)
    : m_atWork(std::move(atWork))
    , m_reservation(std::move(reservation))
{
    m_atWork->insert(this);
}

SpendingGate::Call::~Call()
{
    m_atWork->erase(this);
}

SpendingGate::SpendingGate(Start start, Listener listener)
    : m_execution(std::move(start.execution))
    , m_cap(start.cap)
    , m_spent(std::move(start.spent))
    , m_limits(std::move(start.limits))
    , m_capTold(start.capTold)
    , m_budgetTold(start.budgetTold)
    , m_listener(std::move(listener))
{
}

void SpendingGate::setCap(const SpendingCap &cap)
{
    m_cap = cap;
    m_capTold = false;
}

QList<BudgetStatus> SpendingGate::book(const Wish &who, const RunId &run, const Usage &usage)
{
    book(usage);
    if (!m_limits)
        return {};
    return m_limits->book(planned(who).who, { who.execution, run }, usage);
}

PlannedCall SpendingGate::planned(const Wish &wish) const
{
    return { { wish.team, wish.agent, m_execution }, wish.modelName, wish.promptLength };
}

Usage SpendingGate::used() const
{
    Usage sum = m_spent;
    for (const Call *call : *m_atWork) {
        if (call->m_soFar.requestCount > 0)
            sum.add(call->m_soFar);
    }
    return sum;
}

bool SpendingGate::capIsPassed(const Wish &wish, int callsAtWork)
{
    if (!isReached(m_cap, used(), callsAtWork))
        return false;
    if (!std::exchange(m_capTold, true) && m_listener.capReached)
        m_listener.capReached(wish);
    return m_cap.action != SpendingCap::Action::Warn;
}

SpendingGate::Entry SpendingGate::enter(const Wish &wish)
{
    if (capIsPassed(wish, callsAtWork()))
        return { nullptr, Wait {} };
    SpendingLimits::Leave leave;
    if (m_limits)
        leave = m_limits->reserve(planned(wish));
    if (leave.refusal)
        return { nullptr, refused(*leave.refusal, wish) };
    Entry entry { std::make_unique<Call>(m_atWork, std::move(leave.reservation)), {} };
    allowed();
    return entry;
}

SpendingGate::CallPtr SpendingGate::occupy(const Wish &wish) const
{
    return std::make_unique<Call>(m_atWork, m_limits ? m_limits->occupy(planned(wish)) : nullptr);
}

std::optional<SpendingGate::Wait> SpendingGate::goOn(
    Call &call, const Wish &wish, const Usage &soFar)
{
    call.m_soFar = soFar;
    if (capIsPassed(wish, callsAtWork() - 1)) // its own latest has ended
        return Wait {};
    if (!call.m_reservation)
        return std::nullopt;
    if (const auto refusal = call.m_reservation->extend(soFar))
        return refused(*refusal, wish);
    allowed();
    return std::nullopt;
}

SpendingGate::Wait SpendingGate::refused(const SpendingLimits::Refusal &refusal, const Wish &wish)
{
    const QString name = refusal.error.args.value(u"budget"_s).toString();
    if (!refusal.lasts)
        return { false, name };
    if (!std::exchange(m_budgetTold, true) && m_listener.budgetReached)
        m_listener.budgetReached(refusal, wish);
    return { true, name };
}

void SpendingGate::allowed()
{
    if (std::exchange(m_budgetTold, false) && m_listener.budgetAllows)
        m_listener.budgetAllows();
}

OneShot<bool> SpendingGate::nextChance()
{
    const OneShot<bool> chance;
    m_waiters.push_back(chance);
    if (m_limits)
        m_limits->whenChanged(chance);
    return chance;
}

void SpendingGate::reconsider()
{
    ++m_round;
    if (m_cap.action == SpendingCap::Action::Pause)
        m_capTold = false; // whoever goes on without raising it is told again
    m_budgetTold = false;
    for (const OneShot<bool> &waiter : std::exchange(m_waiters, {}))
        waiter.set(true);
}

} // namespace renum
