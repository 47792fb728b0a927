// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/agent_backend.h"
#include "core/engine/team_hub.h"
#include "core/team/team_action_reader.h"
#include "core/workflow/team_so_far.h"

#include <vector>

namespace renum {

/// One turn of an agent that speaks the team protocol (contract §5.7.3): finds the blocks in what
/// its run streams, has them carried out at once, and knows what it is told in the next turn.
class TeamTurn {
public:
    /// `done`: what the turn did before an interruption. The hub outlives it.
    TeamTurn(TeamHub *hub, ActionSource source, const TurnActions &done = {});

    void show(const RunEvent &event);
    /// The run has ended with this text.
    void finish(const QString &finalText);

    [[nodiscard]] bool needsFollowUp() const { return renum::needsFollowUp(m_records); }
    /// Waits until everything it asked has its answer.
    [[nodiscard]] QCoro::Task<Result<void>> answered(std::stop_token stop);
    /// What the agent is told next; after answered().
    [[nodiscard]] QString followUp() const;
    /// What it contributes to the context.
    [[nodiscard]] Json outputContext() const { return outputContextOf(m_records); }

private:
    void carryOut(const std::vector<TeamBlock> &blocks);

    TeamHub *m_hub;
    ActionSource m_source;
    TeamActionReader m_reader;
    std::vector<ToolRecord> m_records;
    int m_lastSegment = 0;
};

} // namespace renum
