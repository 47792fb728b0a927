// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/suna/agent_turns.h"

#include <utility>

namespace renum {

bool AgentTurns::takeOrWait(const AgentId &agent, const OneShot<bool> &waiter)
{
    const auto taken = m_taken.find(agent);
    if (taken == m_taken.end()) {
        m_taken.insert(agent, {});
        return true;
    }
    taken->push_back(waiter);
    return false;
}

void AgentTurns::pass(const AgentId &agent)
{
    const auto taken = m_taken.find(agent);
    while (!taken->empty()) {
        const OneShot<bool> next = taken->front();
        taken->pop_front();
        if (next.isSet())
            continue; // has given up
        next.set(true);
        return;
    }
    m_taken.erase(taken);
}

AgentTurn::AgentTurn(std::shared_ptr<AgentTurns> turns, AgentId agent)
    : m_turns(std::move(turns))
    , m_agent(std::move(agent))
{
}

AgentTurn::~AgentTurn()
{
    if (m_mine)
        m_turns->pass(m_agent);
}

QCoro::Task<bool> AgentTurn::take(std::stop_token stop)
{
    const OneShot<bool> turn;
    m_mine = m_turns->takeOrWait(m_agent, turn);
    if (m_mine)
        co_return true;
    const std::stop_callback onStop(stop, [turn] { turn.set(false); });
    m_mine = co_await turn;
    co_return bool(m_mine);
}

} // namespace renum
