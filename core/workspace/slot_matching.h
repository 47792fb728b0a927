// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/agent.h"
#include "core/model/team.h"

#include <QHash>
#include <QList>
#include <QStringList>

namespace renum {

/// Which agent may fill which place of a template.
struct SlotMatch {
    QHash<QString, AgentId> assigned; ///< by slot name
    QStringList missing; ///< slots without an agent, in the template's order
};

/// Proposes an agent for each slot by the words of its name and description, without regard to
/// case. Each agent fills one slot at most; a name counts for more than a description.
[[nodiscard]] SlotMatch matchSlots(const TeamTemplate &source, const QList<AgentInfo> &agents);

/// An agent, and how well its words fit a place; 0 is not at all.
struct RankedAgent {
    AgentInfo agent;
    int score = 0;
};
/// All agents for one place, the best first; those that fit equally well in the order that they
/// have.
[[nodiscard]] QList<RankedAgent> rankedAgents(
    const TemplateSlot &place, const QList<AgentInfo> &agents);

} // namespace renum
