// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/strategy_conversion.h"

#include "core/workflow/editing/member_edits.h"
#include "core/workflow/editing/member_references.h"
#include "core/workflow/planner.h"
#include "core/workflow/strategy_rules.h"

#include <QHash>

#include <algorithm>
#include <set>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

using Loss = ConversionLoss;
using Members = std::vector<WorkflowAgent>;

/// With fewer a join would only be the second of two steps.
constexpr std::size_t LeastForJoin = 3;

InputSource resultOf(const AgentId &id)
{
    return { InputSource::Kind::AgentResult, id, {} };
}

const std::vector<InputSource> &promptOnly()
{
    static const std::vector<InputSource> sources { InputSource {} };
    return sources;
}

std::vector<InputSource> sourcesOf(const WorkflowAgent &member)
{
    return member.input && !member.input->sources.empty() ? member.input->sources : promptOnly();
}

Loss lossOf(const AgentId &member, const InputSource &source)
{
    switch (source.kind) {
    case InputSource::Kind::InitialPrompt:
        return { Loss::Kind::Prompt, member, {}, {} };
    case InputSource::Kind::AgentResult:
        return { Loss::Kind::Input, member, source.agentId, {} };
    case InputSource::Kind::ContextVariable:
        return { Loss::Kind::Variable, member, {}, source.variableName };
    }
    Q_UNREACHABLE();
}

/// One conversion while it is made.
class Converter {
public:
    Converter(TeamDraft draft, WorkflowType to)
        : m_from(draft.workflow.type)
        , m_result { std::move(draft), {} }
    {
        arrange();
        workflow().type = to;
        dropWhatHasNoPlace();
        switch (to) {
        case WorkflowType::Sequential:
            break;
        case WorkflowType::Pipeline:
            makePipeline();
            break;
        case WorkflowType::Parallel:
            if (m_from != WorkflowType::Conditional)
                makeParallel();
            break;
        case WorkflowType::Conditional:
            makeConditional();
            break;
        }
        settle();
    }

    [[nodiscard]] StrategyConversion take() { return std::move(m_result); }

private:
    [[nodiscard]] WorkflowDefinition &workflow() { return m_result.draft.workflow; }
    [[nodiscard]] Members &members() { return workflow().agents; }

    /// By the flow of the results, so that whoever counts by places finds producers first.
    void arrange()
    {
        Members arranged;
        arranged.reserve(members().size());
        for (const std::size_t position : flowOrder(workflow()))
            arranged.push_back(std::move(members()[position]));
        members() = std::move(arranged);
    }

    void dropWhatHasNoPlace()
    {
        const StrategyRules &rules = strategyRules(workflow().type);
        if (workflow().config.failFast && !rules.honoursFailFast) {
            workflow().config.failFast = false;
            m_result.losses.push_back({ Loss::Kind::FailFast, {}, {}, {} });
        }
        if (rules.ordered)
            return;
        for (WorkflowAgent &member : members()) {
            member.executionOrder.reset();
            if (!member.feedback)
                continue;
            m_result.losses.push_back(
                { Loss::Kind::Feedback, member.agentId, member.feedback->to, {} });
            member.feedback.reset();
        }
    }

    /// New sources for a member; what it got until now and gets no more is lost.
    void setSources(WorkflowAgent &member, std::vector<InputSource> sources)
    {
        for (const InputSource &old : sourcesOf(member)) {
            if (std::ranges::find(sources, old) == sources.end())
                m_result.losses.push_back(lossOf(member.agentId, old));
        }
        if (!member.input)
            member.input.emplace();
        member.input->sources = std::move(sources);
        settleInput(*member.input);
    }

    void makePipeline()
    {
        const WorkflowAgent *previous = nullptr;
        for (WorkflowAgent &member : members()) {
            if (previous)
                setSources(member, { resultOf(previous->agentId) });
            if (member.isActive)
                previous = &member;
        }
    }

    void makeParallel()
    {
        std::vector<InputSource> results;
        for (std::size_t i = 0; i < members().size(); ++i) {
            WorkflowAgent &member = members()[i];
            const bool isJoin = i + 1 == members().size() && members().size() >= LeastForJoin;
            for (const AgentId &other : isJoin ? std::vector<AgentId>() : member.dependencies)
                m_result.losses.push_back({ Loss::Kind::Dependency, member.agentId, other, {} });
            member.dependencies.clear();
            setSources(member, isJoin ? results : promptOnly());
            results.push_back(resultOf(member.agentId));
        }
    }

    void makeConditional()
    {
        if (members().empty())
            return;
        const AgentId decider = members().front().agentId;
        for (std::size_t i = 1; i < members().size(); ++i) {
            WorkflowAgent &member = members()[i];
            if (!member.conditions.empty())
                continue;
            member.conditions.push_back(whenNamed(decider, member));
            setSources(member, { resultOf(decider) });
        }
    }

    [[nodiscard]] static Condition whenNamed(const AgentId &decider, const WorkflowAgent &member)
    {
        Condition condition;
        condition.field = u"agent_"_s + decider.toString() + u"_result.result"_s;
        condition.op = u"contains"_s;
        condition.ignoreCase = true;
        condition.value = toJson(member.role.isEmpty() ? member.displayName() : member.role);
        return condition;
    }

    void settle()
    {
        if (!strategyRules(workflow().type).ordered)
            return;
        int order = 0;
        for (WorkflowAgent &member : members())
            member.executionOrder = ++order;
        settleOrder(workflow());
    }

    WorkflowType m_from;
    StrategyConversion m_result;
};

} // namespace

std::vector<std::size_t> flowOrder(const WorkflowDefinition &workflow)
{
    const std::vector<std::size_t> places = memberOrder(workflow);
    QHash<AgentId, std::size_t> placeOf;
    for (std::size_t place = 0; place < places.size(); ++place)
        placeOf.insert(workflow.agents[places[place]].agentId, place);
    std::vector<std::vector<std::size_t>> consumers(places.size());
    std::vector<int> missing(places.size(), 0);
    const QSet<AgentId> known = memberIds(workflow);
    for (std::size_t place = 0; place < places.size(); ++place) {
        for (const AgentId &producer : producersOf(workflow.agents[places[place]], known)) {
            const auto found = placeOf.constFind(producer);
            if (found == placeOf.cend() || *found == place)
                continue;
            consumers[*found].push_back(place);
            ++missing[place];
        }
    }
    std::vector<std::size_t> ordered;
    std::set<std::size_t> ready;
    std::set<std::size_t> waiting;
    for (std::size_t place = 0; place < places.size(); ++place)
        (missing[place] == 0 ? ready : waiting).insert(place);
    while (!ready.empty() || !waiting.empty()) {
        std::set<std::size_t> &from = ready.empty() ? waiting : ready;
        const std::size_t place = *from.begin();
        from.erase(from.begin());
        ordered.push_back(places[place]);
        for (const std::size_t consumer : consumers[place]) {
            if (--missing[consumer] == 0 && waiting.erase(consumer) > 0)
                ready.insert(consumer);
        }
    }
    return ordered;
}

StrategyConversion convertStrategy(const TeamDraft &draft, WorkflowType to)
{
    if (draft.workflow.type == to)
        return { draft, {} };
    return Converter(draft, to).take();
}

} // namespace renum
