// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/wire_edits.h"

#include "core/workflow/editing/member_edits.h"
#include "core/workflow/editing/member_references.h"
#include "core/workflow/planner.h"
#include "core/workflow/strategy_rules.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <utility>

namespace renum {

namespace {

using EndKind = WireEnd::Kind;

WorkflowAgent *memberOf(WorkflowDefinition &workflow, const AgentId &id)
{
    const auto found = std::ranges::find(workflow.agents, id, &WorkflowAgent::agentId);
    return found == workflow.agents.end() ? nullptr : &*found;
}

InputSource sourceOf(const WireEnd &end)
{
    if (end.kind == EndKind::Prompt)
        return {};
    return { InputSource::Kind::AgentResult, end.member, {} };
}

/// The place of a member in the order of §3.4, or the number of members.
std::size_t placeOf(const WorkflowDefinition &workflow, const AgentId &id)
{
    const std::vector<std::size_t> order = memberOrder(workflow);
    const auto found = std::ranges::find_if(
        order, [&](std::size_t position) { return workflow.agents[position].agentId == id; });
    return std::size_t(found - order.begin());
}

bool hasSource(const WorkflowAgent &member, const InputSource &source)
{
    // Without an input a member gets the prompt.
    if (!member.input || member.input->sources.empty())
        return source == InputSource {};
    return std::ranges::find(member.input->sources, source) != member.input->sources.end();
}

WireOffer refused(WireRefusal refusal)
{
    return { refusal, WireMeaning::Input };
}

WireOffer offerInOrder(
    const WorkflowDefinition &workflow, const WorkflowAgent &from, const WorkflowAgent &to)
{
    const std::size_t first = placeOf(workflow, from.agentId);
    const std::size_t second = placeOf(workflow, to.agentId);
    if (second < first) {
        const bool isThere = from.feedback && from.feedback->to == to.agentId;
        return isThere ? refused(WireRefusal::AlreadyJoined)
                       : WireOffer { WireRefusal::None, WireMeaning::Feedback };
    }
    if (!strategyRules(workflow.type).chained)
        return { WireRefusal::None, WireMeaning::Input };
    return second == first + 1 ? refused(WireRefusal::AlreadyJoined)
                               : WireOffer { WireRefusal::None, WireMeaning::Successor };
}

WireOffer offerBetweenMembers(
    const WorkflowDefinition &workflow, const WireEnd &from, const WireEnd &to)
{
    const WorkflowAgent *first = workflow.find(from.member);
    const WorkflowAgent *second = workflow.find(to.member);
    if (!first || !second)
        return refused(WireRefusal::WrongWay);
    if (first == second)
        return refused(WireRefusal::SameMember);
    const StrategyRules &rules = strategyRules(workflow.type);
    if (!rules.chained && hasSource(*second, sourceOf(from)))
        return refused(WireRefusal::AlreadyJoined);
    if (rules.ordered)
        return offerInOrder(workflow, *first, *second);
    if (leadsTo(workflow, to.member, from.member))
        return refused(WireRefusal::Cycle);
    return { WireRefusal::None, WireMeaning::Input };
}

WireOffer offerPrompt(const WorkflowDefinition &workflow, const WireEnd &to)
{
    const WorkflowAgent *member = workflow.find(to.member);
    if (!member)
        return refused(WireRefusal::WrongWay);
    if (strategyRules(workflow.type).chained && placeOf(workflow, to.member) > 0)
        return refused(WireRefusal::PipelineInput);
    if (hasSource(*member, {}))
        return refused(WireRefusal::AlreadyJoined);
    return { WireRefusal::None, WireMeaning::Input };
}

/// The first result takes the place of a prompt that nobody asked for; further ones come beside it.
void addSource(WorkflowAgent &member, const InputSource &source)
{
    if (!member.input)
        member.input.emplace();
    std::vector<InputSource> &sources = member.input->sources;
    const bool onlyPrompt
        = sources.empty() || (sources.size() == 1 && sources.front() == InputSource {});
    if (onlyPrompt && source.kind == InputSource::Kind::AgentResult)
        sources.clear();
    sources.push_back(source);
    settleInput(*member.input);
}

} // namespace

bool leadsTo(const WorkflowDefinition &workflow, const AgentId &from, const AgentId &to)
{
    const QSet<AgentId> known = memberIds(workflow);
    QHash<AgentId, const WorkflowAgent *> members;
    for (const WorkflowAgent &member : workflow.agents)
        members.insert(member.agentId, &member);
    QSet<AgentId> seen { to };
    std::vector<AgentId> open { to };
    while (!open.empty()) {
        const AgentId id = open.back();
        open.pop_back();
        const WorkflowAgent *member = members.value(id);
        if (!member)
            continue;
        for (const AgentId &producer : producersOf(*member, known)) {
            if (producer == from)
                return true;
            if (seen.contains(producer))
                continue;
            seen.insert(producer);
            open.push_back(producer);
        }
    }
    return false;
}

WireOffer offerWire(const WorkflowDefinition &workflow, const WireEnd &from, const WireEnd &to)
{
    if (to.kind == EndKind::Prompt || from.kind == EndKind::Result)
        return refused(WireRefusal::WrongWay);
    if (from.kind == EndKind::Prompt && to.kind == EndKind::Result)
        return refused(WireRefusal::NotBetweenEnds);
    if (from.kind == EndKind::Prompt)
        return offerPrompt(workflow, to);
    if (to.kind == EndKind::Member)
        return offerBetweenMembers(workflow, from, to);
    if (finalResultMember(workflow.config) == from.member)
        return refused(WireRefusal::AlreadyJoined);
    return { WireRefusal::None, WireMeaning::FinalResult };
}

TeamDraft withWire(TeamDraft draft, const WireEnd &from, const WireEnd &to)
{
    WorkflowDefinition &workflow = draft.workflow;
    const WireOffer offer = offerWire(workflow, from, to);
    if (!offer.isPossible())
        return draft;
    switch (offer.meaning) {
    case WireMeaning::Input:
        addSource(*memberOf(workflow, to.member), sourceOf(from));
        break;
    case WireMeaning::Successor:
        return withMemberAt(std::move(draft), to.member, placeOf(workflow, from.member) + 1);
    case WireMeaning::Feedback:
        memberOf(workflow, from.member)->feedback = FeedbackSpec { to.member, {}, {} };
        break;
    case WireMeaning::FinalResult:
        workflow.config.finalResult = finalResultOf(from.member);
        break;
    }
    return draft;
}

TeamDraft withoutWire(TeamDraft draft, const WireEnd &from, const WireEnd &to)
{
    WorkflowDefinition &workflow = draft.workflow;
    if (to.kind == EndKind::Result) {
        if (finalResultMember(workflow.config) == from.member)
            workflow.config.finalResult.reset();
        return draft;
    }
    WorkflowAgent *member = memberOf(workflow, to.member);
    if (!member || strategyRules(workflow.type).chained)
        return draft;
    if (from.kind == EndKind::Member) {
        std::erase(member->dependencies, from.member);
        member->conditions = conditionsWithout(
            std::move(member->conditions), { from.member }, memberIds(workflow));
    }
    if (member->input) {
        std::erase(member->input->sources, sourceOf(from));
        settleInput(*member->input);
    }
    return draft;
}

TeamDraft withoutFeedback(TeamDraft draft, const AgentId &from)
{
    if (WorkflowAgent *member = memberOf(draft.workflow, from))
        member->feedback.reset();
    return draft;
}

TeamDraft withMemberBetween(
    TeamDraft draft, WorkflowAgent member, const WireEnd &from, const WireEnd &to)
{
    const AgentId id = member.agentId;
    member.input.emplace().sources = { sourceOf(from) };
    const std::size_t place = to.kind == EndKind::Member ? placeOf(draft.workflow, to.member)
                                                         : draft.workflow.agents.size();
    draft = withMember(std::move(draft), std::move(member), place);
    WorkflowDefinition &workflow = draft.workflow;
    if (to.kind == EndKind::Result) {
        if (finalResultMember(workflow.config) == from.member)
            workflow.config.finalResult = finalResultOf(id);
        return draft;
    }
    WorkflowAgent *second = memberOf(workflow, to.member);
    if (!second || strategyRules(workflow.type).chained)
        return draft;
    std::ranges::replace(second->dependencies, from.member, id);
    // Where only the order joined them, the second goes on to get what it got.
    if (!hasSource(*second, sourceOf(from)))
        return draft;
    const InputSource result { InputSource::Kind::AgentResult, id, {} };
    if (!second->input || second->input->sources.empty())
        second->input.emplace().sources = { result };
    else
        std::ranges::replace(second->input->sources, sourceOf(from), result);
    return draft;
}

} // namespace renum
