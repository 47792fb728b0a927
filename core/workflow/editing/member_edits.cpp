// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/member_edits.h"

#include "core/workflow/editing/member_references.h"
#include "core/workflow/planner.h"
#include "core/workflow/strategy_rules.h"

#include <algorithm>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

using Members = std::vector<WorkflowAgent>;

void sortByOrder(WorkflowDefinition &workflow)
{
    const std::vector<std::size_t> order = memberOrder(workflow);
    Members sorted;
    sorted.reserve(order.size());
    for (const std::size_t position : order)
        sorted.push_back(std::move(workflow.agents[position]));
    workflow.agents = std::move(sorted);
}

void number(WorkflowDefinition &workflow)
{
    int order = 0;
    for (WorkflowAgent &member : workflow.agents)
        member.executionOrder = ++order;
}

/// Contract §3.7.3. What a person wrote around the input stays.
void chain(WorkflowDefinition &workflow)
{
    const WorkflowAgent *previous = nullptr;
    for (WorkflowAgent &member : workflow.agents) {
        if (previous) {
            if (!member.input)
                member.input.emplace();
            member.input->sources = { { InputSource::Kind::AgentResult, previous->agentId, {} } };
            member.input->combined = false;
        } else if (member.input) {
            std::erase_if(member.input->sources, [](const InputSource &source) {
                return source.kind == InputSource::Kind::AgentResult;
            });
            settleInput(*member.input);
        }
        if (member.isActive)
            previous = &member;
    }
}

void addUnique(std::vector<InputSource> &sources, const InputSource &source)
{
    if (std::ranges::find(sources, source) == sources.end())
        sources.push_back(source);
}

/// Puts what `gone` got in the place of its result.
void joinInput(InputSpec &input, const WorkflowAgent &gone)
{
    std::vector<InputSource> joined;
    for (const InputSource &source : input.sources) {
        if (source.kind != InputSource::Kind::AgentResult || source.agentId != gone.agentId) {
            addUnique(joined, source);
            continue;
        }
        if (!gone.input)
            addUnique(joined, {});
        else
            for (const InputSource &own : gone.input->sources)
                addUnique(joined, own);
    }
    input.sources = std::move(joined);
    settleInput(input);
}

void joinNeighbours(WorkflowDefinition &workflow, const WorkflowAgent &gone)
{
    for (WorkflowAgent &member : workflow.agents) {
        if (member.input)
            joinInput(*member.input, gone);
        const auto dependency = std::ranges::find(member.dependencies, gone.agentId);
        if (dependency == member.dependencies.end())
            continue;
        member.dependencies.erase(dependency);
        for (const AgentId &before : gone.dependencies) {
            if (std::ranges::find(member.dependencies, before) == member.dependencies.end())
                member.dependencies.push_back(before);
        }
    }
}

} // namespace

void settleOrder(WorkflowDefinition &workflow)
{
    const StrategyRules &rules = strategyRules(workflow.type);
    if (!rules.ordered)
        return;
    sortByOrder(workflow);
    number(workflow);
    if (rules.chained)
        chain(workflow);
}

TeamDraft withMember(TeamDraft draft, WorkflowAgent member, std::optional<std::size_t> place)
{
    WorkflowDefinition &workflow = draft.workflow;
    settleOrder(workflow);
    if (!draft.agentIds.empty())
        draft.agentIds.push_back(member.agentId);
    const std::size_t at = std::min(place.value_or(workflow.agents.size()), workflow.agents.size());
    workflow.agents.insert(workflow.agents.begin() + std::ptrdiff_t(at), std::move(member));
    if (strategyRules(workflow.type).ordered)
        number(workflow);
    settleOrder(workflow);
    return draft;
}

TeamDraft withoutMembers(TeamDraft draft, const QSet<AgentId> &ids, Healing healing)
{
    WorkflowDefinition &workflow = draft.workflow;
    if (healing == Healing::Join) {
        // Copied one by one: joining around one changes what the next one got.
        for (std::size_t i = 0; i < workflow.agents.size(); ++i) {
            if (ids.contains(workflow.agents[i].agentId))
                joinNeighbours(workflow, WorkflowAgent(workflow.agents[i]));
        }
    }
    std::erase_if(
        workflow.agents, [&](const WorkflowAgent &member) { return ids.contains(member.agentId); });
    std::erase_if(draft.agentIds, [&](const AgentId &id) { return ids.contains(id); });
    forgetReferences(workflow, ids);
    settleOrder(workflow);
    return draft;
}

TeamDraft withMemberAt(TeamDraft draft, const AgentId &id, std::size_t place)
{
    WorkflowDefinition &workflow = draft.workflow;
    settleOrder(workflow);
    const auto found = std::ranges::find(workflow.agents, id, &WorkflowAgent::agentId);
    if (found == workflow.agents.end())
        return draft;
    WorkflowAgent member = std::move(*found);
    workflow.agents.erase(found);
    const std::size_t at = std::min(place, workflow.agents.size());
    workflow.agents.insert(workflow.agents.begin() + std::ptrdiff_t(at), std::move(member));
    if (strategyRules(workflow.type).ordered)
        number(workflow);
    settleOrder(workflow);
    return draft;
}

TeamDraft withAgentReplaced(
    TeamDraft draft, const AgentId &old, const AgentId &now, const QString &name)
{
    renameReferences(draft.workflow, old, now);
    std::ranges::replace(draft.agentIds, old, now);
    for (WorkflowAgent &member : draft.workflow.agents) {
        if (member.agentId != old)
            continue;
        member.agentId = now;
        member.name = name;
    }
    return draft;
}

AgentId freeMemberId(const WorkflowDefinition &workflow, const QString &wish)
{
    AgentId id(wish);
    for (int number = 2; workflow.find(id); ++number)
        id = AgentId(wish + u'-' + QString::number(number));
    return id;
}

} // namespace renum
