// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/member_moves.h"

#include "core/workflow/editing/member_edits.h"
#include "core/workflow/strategy_rules.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <utility>

namespace renum {

namespace {

/// The members stand as the person wants them: makes that the order.
void keepAsTheyStand(WorkflowDefinition &workflow)
{
    if (!strategyRules(workflow.type).ordered)
        return;
    int order = 0;
    for (WorkflowAgent &member : workflow.agents)
        member.executionOrder = ++order;
    settleOrder(workflow);
}

} // namespace

TeamDraft withMembersAt(TeamDraft draft, const QSet<AgentId> &ids, std::size_t place)
{
    WorkflowDefinition &workflow = draft.workflow;
    settleOrder(workflow);
    std::vector<WorkflowAgent> &agents = workflow.agents;
    const auto isMoved
        = [&ids](const WorkflowAgent &member) { return ids.contains(member.agentId); };
    const auto middle = agents.begin() + std::ptrdiff_t(std::min(place, agents.size()));
    std::stable_partition(agents.begin(), middle, std::not_fn(isMoved));
    std::stable_partition(middle, agents.end(), isMoved);
    keepAsTheyStand(workflow);
    return draft;
}

TeamDraft withMembersMoved(TeamDraft draft, const QSet<AgentId> &ids, MoveWay way)
{
    WorkflowDefinition &workflow = draft.workflow;
    settleOrder(workflow);
    const auto moveOn = [&ids](auto first, auto last) {
        for (auto it = first; it != last && std::next(it) != last; ++it) {
            if (!ids.contains(it->agentId) && ids.contains(std::next(it)->agentId))
                std::iter_swap(it, std::next(it));
        }
    };
    if (way == MoveWay::Earlier)
        moveOn(workflow.agents.begin(), workflow.agents.end());
    else
        moveOn(workflow.agents.rbegin(), workflow.agents.rend());
    keepAsTheyStand(workflow);
    return draft;
}

} // namespace renum
