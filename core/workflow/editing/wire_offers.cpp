// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/wire_offers.h"

#include "core/workflow/editing/member_references.h"
#include "core/workflow/planner.h"
#include "core/workflow/strategy_rules.h"

#include <algorithm>
#include <utility>

namespace renum {

namespace {

using EndKind = WireEnd::Kind;

WireOffer noWire(WireRefusal refusal)
{
    return { refusal, WireMeaning::Input };
}

WireOffer possible(WireMeaning meaning)
{
    return { WireRefusal::None, meaning };
}

} // namespace

WireOffers::WireOffers(const WorkflowDefinition &workflow, WireEnd given, Given side)
    : m_workflow(workflow)
    , m_given(std::move(given))
    , m_side(side)
{
    for (const WorkflowAgent &member : workflow.agents) {
        if (!m_members.contains(member.agentId))
            m_members.insert(member.agentId, &member);
    }
    const std::vector<std::size_t> order = memberOrder(workflow);
    for (std::size_t place = 0; place < order.size(); ++place) {
        const AgentId &id = workflow.agents[order[place]].agentId;
        if (!m_places.contains(id))
            m_places.insert(id, place);
    }
    if (!strategyRules(workflow.type).ordered && m_given.kind == EndKind::Member)
        follow();
}

/// Producers of producers when the wire begins at the given end, else consumers of consumers.
void WireOffers::follow()
{
    const QSet<AgentId> known = memberIds(m_workflow);
    QHash<AgentId, std::vector<AgentId>> next;
    for (const WorkflowAgent &member : m_workflow.agents) {
        for (const AgentId &producer : producersOf(member, known)) {
            if (m_side == Given::From)
                next[member.agentId].push_back(producer);
            else
                next[producer].push_back(member.agentId);
        }
    }
    std::vector<AgentId> open { m_given.member };
    while (!open.empty()) {
        const AgentId id = open.back();
        open.pop_back();
        for (const AgentId &other : next.value(id)) {
            if (m_reached.contains(other))
                continue;
            m_reached.insert(other);
            open.push_back(other);
        }
    }
}

WireOffer WireOffers::offer(const WireEnd &other) const
{
    return m_side == Given::From ? between(m_given, other) : between(other, m_given);
}

WireOffer WireOffers::between(const WireEnd &from, const WireEnd &to) const
{
    if (to.kind == EndKind::Prompt || from.kind == EndKind::Result)
        return noWire(WireRefusal::WrongWay);
    if (from.kind == EndKind::Prompt && to.kind == EndKind::Result)
        return noWire(WireRefusal::NotBetweenEnds);
    const WorkflowAgent *second = m_members.value(to.member);
    const StrategyRules &rules = strategyRules(m_workflow.type);
    if (to.kind == EndKind::Result) {
        return finalResultMember(m_workflow.config) == from.member
            ? noWire(WireRefusal::AlreadyJoined)
            : possible(WireMeaning::FinalResult);
    }
    if (!second)
        return noWire(WireRefusal::WrongWay);
    if (from.kind == EndKind::Prompt) {
        if (rules.chained && m_places.value(to.member) > 0)
            return noWire(WireRefusal::PipelineInput);
        return hasSource(*second, from) ? noWire(WireRefusal::AlreadyJoined)
                                        : possible(WireMeaning::Input);
    }
    const WorkflowAgent *first = m_members.value(from.member);
    if (!first)
        return noWire(WireRefusal::WrongWay);
    if (first == second)
        return noWire(WireRefusal::SameMember);
    if (!rules.chained && hasSource(*second, from))
        return noWire(WireRefusal::AlreadyJoined);
    if (rules.ordered)
        return inOrder(*first, *second);
    return closesCircle(m_side == Given::From ? to.member : from.member)
        ? noWire(WireRefusal::Cycle)
        : possible(WireMeaning::Input);
}

WireOffer WireOffers::inOrder(const WorkflowAgent &from, const WorkflowAgent &to) const
{
    const std::size_t first = m_places.value(from.agentId);
    const std::size_t second = m_places.value(to.agentId);
    if (second < first) {
        const bool isThere = from.feedback && from.feedback->to == to.agentId;
        return isThere ? noWire(WireRefusal::AlreadyJoined) : possible(WireMeaning::Feedback);
    }
    if (!strategyRules(m_workflow.type).chained)
        return possible(WireMeaning::Input);
    return second == first + 1 ? noWire(WireRefusal::AlreadyJoined)
                               : possible(WireMeaning::Successor);
}

/// With the wire the work would come round to where it was.
bool WireOffers::closesCircle(const AgentId &other) const
{
    return m_reached.contains(other);
}

bool WireOffers::hasSource(const WorkflowAgent &member, const WireEnd &from) const
{
    InputSource source;
    if (from.kind == EndKind::Member)
        source = { InputSource::Kind::AgentResult, from.member, {} };
    // Without an input a member gets the prompt.
    if (!member.input || member.input->sources.empty())
        return source == InputSource {};
    return std::ranges::find(member.input->sources, source) != member.input->sources.end();
}

} // namespace renum
