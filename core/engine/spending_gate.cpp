// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/spending_gate.h"

#include <utility>

namespace renum {

SpendingGate::SpendingGate(SpendingCap cap, const Usage &spent, bool alreadyTold, Reached reached)
    : m_cap(cap)
    , m_spent(spent)
    , m_told(alreadyTold)
    , m_reached(std::move(reached))
{
}

void SpendingGate::setCap(const SpendingCap &cap)
{
    m_cap = cap;
    m_told = false;
}

std::unique_ptr<SpendingGate::Call> SpendingGate::enter(
    const ExecutionId &execution, const StepId &step)
{
    if (!isReached(m_cap, m_spent, *m_atWork))
        return occupy();
    if (!std::exchange(m_told, true) && m_reached)
        m_reached(execution, step);
    return m_cap.action == SpendingCap::Action::Warn ? occupy() : nullptr;
}

OneShot<bool> SpendingGate::nextChance()
{
    const OneShot<bool> chance;
    m_waiters.push_back(chance);
    return chance;
}

void SpendingGate::reconsider()
{
    if (m_cap.action == SpendingCap::Action::Pause)
        m_told = false; // whoever goes on without raising it is told again
    for (const OneShot<bool> &waiter : std::exchange(m_waiters, {}))
        waiter.set(true);
}

} // namespace renum
