// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/team_part.h"

#include "core/workflow/editing/member_edits.h"
#include "core/workflow/editing/member_references.h"
#include "core/workflow/planner.h"
#include "core/workflow/step_references.h"
#include "core/workflow/strategy_rules.h"

#include <QHash>

#include <algorithm>
#include <utility>

namespace renum {

namespace {

using Neighbours = QHash<AgentId, std::vector<AgentId>>;

/// Whom each member waits for.
Neighbours producersByMember(const WorkflowDefinition &workflow)
{
    const QSet<AgentId> members = memberIds(workflow);
    const bool ordered = strategyRules(workflow.type).ordered;
    Neighbours producers;
    std::optional<AgentId> previous;
    for (const std::size_t position : memberOrder(workflow)) {
        const WorkflowAgent &member = workflow.agents[position];
        std::vector<AgentId> own = producersOf(member, members);
        std::erase_if(own, [&](const AgentId &id) { return !members.contains(id); });
        if (ordered && previous)
            own.push_back(*previous);
        producers.insert(member.agentId, std::move(own));
        previous = member.agentId;
    }
    return producers;
}

Neighbours reversed(const Neighbours &producers)
{
    Neighbours consumers;
    for (const auto &[member, from] : producers.asKeyValueRange()) {
        for (const AgentId &producer : from)
            consumers[producer].push_back(member);
    }
    return consumers;
}

/// Everyone that can be reached, without the member itself.
QSet<AgentId> reached(const Neighbours &neighbours, const AgentId &member)
{
    QSet<AgentId> found { member };
    std::vector<AgentId> open { member };
    while (!open.empty()) {
        const AgentId next = open.back();
        open.pop_back();
        for (const AgentId &neighbour : neighbours.value(next)) {
            if (!found.contains(neighbour)) {
                found.insert(neighbour);
                open.push_back(neighbour);
            }
        }
    }
    found.remove(member);
    return found;
}

bool isApproval(const WorkflowDefinition &workflow, const AgentId &id)
{
    const WorkflowAgent *member = workflow.find(id);
    return member && member->kind == MemberKind::Approval;
}

/// The results that can stand in: of these members, and of agents and teams only.
KeptResults standIns(
    const WorkflowDefinition &workflow, const KeptResults &results, const QSet<AgentId> &members)
{
    KeptResults kept;
    for (auto it = results.cbegin(); it != results.cend(); ++it) {
        if (members.contains(it.key()) && !isApproval(workflow, it.key()))
            kept.insert(it.key(), it.value());
    }
    return kept;
}

QSet<AgentId> keysOf(const KeptResults &kept)
{
    return { kept.keyBegin(), kept.keyEnd() };
}

/// Whose texts and completion the member asks for; its conditions aside.
std::vector<AgentId> namedBy(const WorkflowAgent &member)
{
    std::vector<AgentId> taken = member.dependencies;
    if (member.input) {
        for (const std::vector<AgentId> &more :
            { inputAgents(*member.input), templateAgents(*member.input) })
            taken.insert(taken.end(), more.begin(), more.end());
    }
    return taken;
}

TeamDraft with(TeamDraft draft, const QSet<AgentId> &stay)
{
    const QSet<AgentId> gone = memberIds(draft.workflow) - stay;
    return withoutMembers(std::move(draft), gone);
}

void endWith(TeamDraft &draft, const AgentId &member)
{
    draft.workflow.config.finalResult = finalResultOf(member);
}

PartPlan onlyThis(const TeamDraft &draft, const AgentId &id, const KeptResults &results)
{
    const QSet<AgentId> before = membersBefore(draft.workflow, id);
    PartPlan plan;
    plan.kept = standIns(draft.workflow, results, before);
    QSet<AgentId> approvals;
    for (const AgentId &member : before) {
        if (isApproval(draft.workflow, member))
            approvals.insert(member);
    }
    const TeamDraft joined = withoutMembers(draft, approvals, Healing::Join);
    const QSet<AgentId> stay = keysOf(plan.kept) + QSet<AgentId> { id };
    const QSet<AgentId> known = memberIds(joined.workflow);
    for (const AgentId &producer : namedBy(*joined.workflow.find(id))) {
        const bool isMissing = known.contains(producer) && !stay.contains(producer);
        if (isMissing && std::ranges::find(plan.missing, producer) == plan.missing.end())
            plan.missing.push_back(producer);
    }
    plan.draft = with(joined, stay);
    for (WorkflowAgent &member : plan.draft.workflow.agents) {
        member.isActive = true;
        member.conditions.clear();
        member.feedback.reset();
        // What would be asked of it is asked of nobody, but a text that names who is left out
        // would keep the team from running.
        if (member.agentId != id && member.input)
            member.input->templateText.reset();
    }
    endWith(plan.draft, id);
    return plan;
}

PartPlan untilHere(const TeamDraft &draft, const AgentId &id, const KeptResults &results)
{
    const QSet<AgentId> stay = membersBefore(draft.workflow, id) + QSet<AgentId> { id };
    PartPlan plan;
    plan.kept = standIns(draft.workflow, results, stay - QSet<AgentId> { id });
    plan.draft = with(draft, stay);
    endWith(plan.draft, id);
    return plan;
}

PartPlan fromHere(const TeamDraft &draft, const AgentId &id, const KeptResults &results)
{
    const QSet<AgentId> again = membersAfter(draft.workflow, id) + QSet<AgentId> { id };
    return { draft, standIns(draft.workflow, results, memberIds(draft.workflow) - again), {}, {} };
}

} // namespace

QSet<AgentId> membersBefore(const WorkflowDefinition &workflow, const AgentId &member)
{
    return reached(producersByMember(workflow), member);
}

QSet<AgentId> membersAfter(const WorkflowDefinition &workflow, const AgentId &member)
{
    return reached(reversed(producersByMember(workflow)), member);
}

PartPlan planPart(const TeamDraft &draft, const TeamPart &part, const KeptResults &results)
{
    if (!draft.workflow.find(part.member))
        return { draft, {}, {}, {} };
    PartPlan plan;
    switch (part.kind) {
    case TeamPart::Kind::OnlyThis:
        plan = onlyThis(draft, part.member, results);
        break;
    case TeamPart::Kind::UntilHere:
        plan = untilHere(draft, part.member, results);
        break;
    case TeamPart::Kind::FromHere:
        plan = fromHere(draft, part.member, results);
        break;
    }
    for (const WorkflowAgent &member : draft.workflow.agents) {
        if (!plan.draft.workflow.find(member.agentId))
            plan.leftOut.push_back(member.agentId);
    }
    return plan;
}

} // namespace renum
