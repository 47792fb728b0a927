// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/strategy_suggestion.h"

#include "core/workflow/editing/member_edits.h"
#include "core/workflow/editing/member_references.h"
#include "core/workflow/editing/strategy_conversion.h"
#include "core/workflow/step_references.h"
#include "core/workflow/strategy_rules.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <utility>

namespace renum {

namespace {

using Reason = StrategySuggestion::Reason;
using Members = std::vector<WorkflowAgent>;

constexpr std::size_t MostMembers = 200;
/// So many branches make a decision; one condition is a gate.
constexpr int LeastBranches = 2;

/// Whose results or completion the member asks for, each once; its conditions aside.
QSet<AgentId> takenFrom(const WorkflowAgent &member)
{
    QSet<AgentId> taken(member.dependencies.begin(), member.dependencies.end());
    if (member.input) {
        for (const AgentId &id : inputAgents(*member.input))
            taken.insert(id);
        for (const AgentId &id : templateAgents(*member.input))
            taken.insert(id);
    }
    return taken;
}

/// What the wires say, apart from the strategy.
struct Shape {
    Members members; ///< producers first
    std::vector<QSet<AgentId>> taken; ///< as in members
    std::vector<int> levels; ///< longest way from one that takes nothing
    bool hasWires = false;
    bool hasConditions = false;
    bool hasFeedback = false;
};

Shape shapeOf(const WorkflowDefinition &workflow)
{
    Shape shape;
    const QSet<AgentId> known = memberIds(workflow);
    QHash<AgentId, int> levelOf;
    for (const std::size_t position : flowOrder(workflow)) {
        const WorkflowAgent &member = workflow.agents[position];
        const QSet<AgentId> taken = takenFrom(member) & known;
        int level = 0;
        for (const AgentId &producer : taken)
            level = std::max(level, levelOf.value(producer, 0) + 1);
        levelOf.insert(member.agentId, level);
        shape.hasWires = shape.hasWires || !taken.isEmpty();
        shape.hasConditions = shape.hasConditions || !member.conditions.empty();
        shape.hasFeedback = shape.hasFeedback || member.feedback;
        shape.members.push_back(member);
        shape.taken.push_back(taken);
        shape.levels.push_back(level);
    }
    return shape;
}

/// The first takes no result, each of the others that of the one before and nothing else.
bool isChain(const Shape &shape)
{
    for (std::size_t i = 0; i < shape.members.size(); ++i) {
        const WorkflowAgent &member = shape.members[i];
        if (i == 0 ? !shape.taken[i].isEmpty()
                   : !member.input || !member.dependencies.empty() || member.input->templateText
                    || member.input->combined
                    || singleAgent(*member.input) != shape.members[i - 1].agentId)
            return false;
    }
    return true;
}

bool isOrdered(const Shape &shape)
{
    for (std::size_t i = 0; i < shape.levels.size(); ++i) {
        if (shape.levels[i] != static_cast<int>(i))
            return false;
    }
    return true;
}

/// Two that nothing keeps from working at the same time.
std::optional<std::pair<AgentId, AgentId>> independentPair(const Shape &shape)
{
    for (std::size_t i = 0; i < shape.members.size(); ++i) {
        for (std::size_t k = i + 1; k < shape.members.size(); ++k) {
            if (shape.levels[i] == shape.levels[k])
                return std::pair { shape.members[i].agentId, shape.members[k].agentId };
        }
    }
    return std::nullopt;
}

/// Whose result the conditions of several members ask for.
std::optional<AgentId> decider(const Shape &shape, const QSet<AgentId> &known)
{
    QHash<AgentId, int> branches;
    for (const WorkflowAgent &member : shape.members) {
        const std::vector<AgentId> asked = conditionAgents(member.conditions, known);
        for (const AgentId &agent : QSet<AgentId>(asked.begin(), asked.end())) {
            if (++branches[agent] >= LeastBranches && known.contains(agent))
                return agent;
        }
    }
    return std::nullopt;
}

/// The team as another strategy, with its wires as they are.
TeamDraft keepingWires(TeamDraft draft, const Shape &shape, WorkflowType type)
{
    WorkflowDefinition &workflow = draft.workflow;
    workflow.type = type;
    if (strategyRules(type).ordered) {
        workflow.agents = shape.members;
        int order = 0;
        for (WorkflowAgent &member : workflow.agents)
            member.executionOrder = ++order;
        settleOrder(workflow);
    } else {
        for (WorkflowAgent &member : workflow.agents)
            member.executionOrder.reset();
    }
    return draft;
}

std::optional<StrategySuggestion> suggestionFor(
    const WorkflowDefinition &workflow, const Shape &shape)
{
    using Type = WorkflowType;
    const bool isOpen = workflow.type == Type::Parallel || workflow.type == Type::Conditional;
    if (const std::optional<AgentId> who = decider(shape, memberIds(workflow))) {
        if (workflow.type == Type::Conditional)
            return std::nullopt;
        return StrategySuggestion { Type::Conditional, Reason::Decision, *who, {}, {} };
    }
    if (shape.hasConditions || !shape.hasWires)
        return std::nullopt;
    if (isChain(shape))
        return isOpen
            ? std::optional(StrategySuggestion { Type::Pipeline, Reason::Chain, {}, {}, {} })
            : std::nullopt;
    if (isOrdered(shape))
        return isOpen
            ? std::optional(StrategySuggestion { Type::Sequential, Reason::Ordered, {}, {}, {} })
            : std::nullopt;
    if (workflow.type == Type::Conditional)
        return StrategySuggestion { Type::Parallel, Reason::NoConditions, {}, {}, {} };
    const std::optional<std::pair<AgentId, AgentId>> pair = independentPair(shape);
    if (workflow.type == Type::Sequential && pair)
        return StrategySuggestion { Type::Parallel, Reason::Independent, pair->first, pair->second,
            {} };
    return std::nullopt;
}

} // namespace

std::optional<StrategySuggestion> suggestStrategy(const TeamDraft &draft)
{
    const WorkflowDefinition &workflow = draft.workflow;
    if (workflow.agents.size() < 2 || workflow.agents.size() > MostMembers)
        return std::nullopt;
    const Shape shape = shapeOf(workflow);
    std::optional<StrategySuggestion> suggestion = suggestionFor(workflow, shape);
    if (!suggestion)
        return std::nullopt;
    const StrategyRules &rules = strategyRules(suggestion->type);
    const bool losesSomething = (shape.hasFeedback && !rules.ordered)
        || (workflow.config.failFast && !rules.honoursFailFast);
    if (losesSomething)
        return std::nullopt;
    suggestion->draft = keepingWires(draft, shape, suggestion->type);
    return suggestion;
}

} // namespace renum
