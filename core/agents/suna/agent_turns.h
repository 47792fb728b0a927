// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "core/net/one_shot.h"

#include <QCoroTask>
#include <QHash>

#include <deque>
#include <memory>
#include <stop_token>

namespace renum {

/// Lets tasks that change one agent go one after the other. Shared by the tasks, so that it
/// outlives whoever made it.
class AgentTurns {
public:
    /// True: at once. Otherwise `waiter` is set to true when the turn comes.
    [[nodiscard]] bool takeOrWait(const AgentId &agent, const OneShot<bool> &waiter);
    void pass(const AgentId &agent);

private:
    /// An agent whose turn is taken, and who waits for it.
    QHash<AgentId, std::deque<OneShot<bool>>> m_taken;
};

/// One turn, in the frame of the task that needs it; passed on when the frame ends.
class AgentTurn {
public:
    AgentTurn(std::shared_ptr<AgentTurns> turns, AgentId agent);
    ~AgentTurn();
    AgentTurn(const AgentTurn &) = delete;
    AgentTurn &operator=(const AgentTurn &) = delete;

    /// False when stop was requested before. Once only.
    [[nodiscard]] QCoro::Task<bool> take(std::stop_token stop);

private:
    std::shared_ptr<AgentTurns> m_turns;
    AgentId m_agent;
    bool m_mine = false;
};

} // namespace renum
