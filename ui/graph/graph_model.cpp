// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/graph_model.h"

#include "core/workflow/step_references.h"
#include "ui/graph/graph_decor.h"
#include "ui/graph/graph_text.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <limits>
#include <tuple>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

/// What a definition's member and a plan's step have in common.
struct Member {
    AgentId agent;
    MemberKind kind = MemberKind::Agent;
    QString name;
    QString role;
    QString model;
    QString instructions;
    std::optional<InputSpec> input;
    std::vector<Condition> conditions;
    std::vector<AgentId> dependencies;
    std::optional<FeedbackSpec> feedback;
    std::optional<CanvasPosition> position;
};

struct Draft {
    WorkflowType type = WorkflowType::Sequential;
    QString finalResult;
    std::vector<Member> members;
};

Member memberOf(const WorkflowAgent &agent)
{
    return { agent.agentId, agent.kind, agent.displayName(), agent.role,
        agent.config.modelName.value_or(u""_s), agent.config.instructions, agent.input,
        agent.conditions, agent.dependencies, agent.feedback, agent.position };
}

Draft draftOf(const WorkflowDefinition &definition)
{
    Draft draft { definition.type, definition.config.finalResult.value_or(u""_s), {} };
    std::vector<const WorkflowAgent *> ordered;
    for (const WorkflowAgent &agent : definition.agents)
        ordered.push_back(&agent);
    const bool byOrder
        = definition.type == WorkflowType::Sequential || definition.type == WorkflowType::Pipeline;
    if (byOrder) {
        const auto key = [](const WorkflowAgent *agent) {
            return agent->executionOrder.value_or(std::numeric_limits<int>::max());
        };
        std::ranges::stable_sort(ordered, {}, key);
    }
    for (const WorkflowAgent *agent : ordered)
        draft.members.push_back(memberOf(*agent));
    return draft;
}

Draft draftOf(const ExecutionPlan &plan)
{
    Draft draft { plan.strategy, plan.finalResult, {} };
    QHash<AgentId, std::optional<CanvasPosition>> positions;
    for (const WorkflowAgent &agent : plan.definition.agents)
        positions.insert(agent.agentId, agent.position);
    for (const PlanStep &step : plan.steps) {
        Member member { step.agentId, step.kind, step.name, step.role, step.modelName,
            step.config.instructions, step.input, step.conditions, {}, step.feedback, {} };
        for (const StepId &id : step.requiredDependencies) {
            if (const PlanStep *other = plan.find(id))
                member.dependencies.push_back(other->agentId);
        }
        member.position = positions.value(step.agentId);
        draft.members.push_back(std::move(member));
    }
    return draft;
}

/// Builds the wires of one draft. Each pair of nodes is joined at most once in each direction.
class WireBuilder {
public:
    WireBuilder(GraphModel &graph, const Draft &draft)
        : m_graph(graph)
        , m_draft(draft)
        , m_firstInto(graph.nodes.size(), -1)
        , m_leadsOn(graph.nodes.size(), false)
    {
        for (std::size_t i = 0; i < draft.members.size(); ++i) {
            const AgentId &agent = draft.members[i].agent;
            m_known.insert(agent);
            if (!m_nodes.contains(agent))
                m_nodes.insert(agent, nodeOf(i));
        }
    }

    void build()
    {
        for (std::size_t i = 0; i < m_draft.members.size(); ++i)
            addInputs(i);
        for (std::size_t i = 0; i < m_draft.members.size(); ++i)
            addConditions(i);
        for (std::size_t i = 0; i < m_draft.members.size(); ++i)
            addEntry(i);
        for (std::size_t i = 0; i < m_draft.members.size(); ++i)
            addFeedback(i);
        addResult();
    }

private:
    [[nodiscard]] static int nodeOf(std::size_t member) { return static_cast<int>(member) + 1; }

    [[nodiscard]] int nodeOf(const AgentId &agent) const { return m_nodes.value(agent, -1); }

    GraphWire *wire(int from, int to)
    {
        if (from < 0 || to < 0 || from == to)
            return nullptr;
        const auto known = m_wires.constFind({ from, to });
        if (known != m_wires.cend())
            return &m_graph.wires[*known];
        const std::size_t index = m_graph.wires.size();
        m_wires.insert({ from, to }, index);
        m_leadsOn[static_cast<std::size_t>(from)] = true;
        int &first = m_firstInto[static_cast<std::size_t>(to)];
        if (first < 0)
            first = static_cast<int>(index);
        return &m_graph.wires.emplace_back(GraphWire { from, to, {}, {}, {}, {} });
    }

    [[nodiscard]] GraphWire *firstInto(int node)
    {
        const int index = m_firstInto[static_cast<std::size_t>(node)];
        return index < 0 ? nullptr : &m_graph.wires[static_cast<std::size_t>(index)];
    }

    void addInputs(std::size_t index)
    {
        const Member &member = m_draft.members[index];
        if (member.input) {
            for (const InputSource &source : member.input->sources) {
                if (source.kind == InputSource::Kind::AgentResult)
                    wire(nodeOf(source.agentId), nodeOf(index));
            }
        }
        for (const AgentId &dependency : member.dependencies)
            wire(nodeOf(dependency), nodeOf(index));
    }

    /// A condition leads from the agent whose result it tests; without one, from whatever leads to
    /// the step. That a result merely exists is data, not a branch.
    void addConditions(std::size_t index)
    {
        const Member &member = m_draft.members[index];
        for (const Condition &condition : member.conditions) {
            const std::vector<AgentId> agents = conditionAgents({ condition }, m_known);
            const QString label = conditionText(condition, m_known);
            for (const AgentId &agent : agents)
                addLabel(wire(nodeOf(agent), nodeOf(index)), label);
            if (agents.empty())
                addLabel(firstInto(nodeOf(index)), label);
            if (agents.empty() && !firstInto(nodeOf(index)))
                addLabel(wire(0, nodeOf(index)), label);
        }
    }

    static void addLabel(GraphWire *wire, const QString &label)
    {
        if (!wire || label.isEmpty())
            return;
        wire->kind = GraphWire::Kind::Condition;
        wire->label = wire->label.isEmpty() ? label : bothText(wire->label, label);
    }

    void addEntry(std::size_t index)
    {
        if (firstInto(nodeOf(index)))
            return;
        const bool ordered
            = m_draft.type == WorkflowType::Sequential || m_draft.type == WorkflowType::Pipeline;
        wire(ordered ? nodeOf(index) - 1 : 0, nodeOf(index));
    }

    void addFeedback(std::size_t index)
    {
        const std::optional<FeedbackSpec> &feedback = m_draft.members[index].feedback;
        const int to = feedback ? nodeOf(feedback->to) : -1;
        if (to >= 0 && to != nodeOf(index)) {
            m_graph.wires.push_back({ nodeOf(index), to, GraphWire::Kind::Feedback,
                feedbackText(*feedback, m_known), {}, {} });
        }
    }

    void addResult()
    {
        const int result = static_cast<int>(m_graph.nodes.size()) - 1;
        const int chosen = chosenResult();
        for (int node = 1; node < result; ++node) {
            if (chosen > 0 ? node == chosen : !m_leadsOn[static_cast<std::size_t>(node)])
                m_graph.wires.push_back({ node, result, {}, {}, {}, {} });
        }
    }

    [[nodiscard]] int chosenResult() const
    {
        const QString prefix = u"agent:"_s;
        if (m_draft.finalResult.startsWith(prefix))
            return nodeOf(AgentId(m_draft.finalResult.mid(prefix.size())));
        return -1;
    }

    GraphModel &m_graph;
    const Draft &m_draft;
    QSet<AgentId> m_known;
    QHash<AgentId, int> m_nodes;
    QHash<std::pair<int, int>, std::size_t> m_wires; ///< by their ends; without feedback
    std::vector<int> m_firstInto; ///< by node
    std::vector<bool> m_leadsOn; ///< by node
};

GraphNode nodeOf(const Member &member, int series)
{
    GraphNode node;
    node.agent = member.agent;
    node.title = member.name.isEmpty() ? member.agent.toString() : member.name;
    node.subtitle = member.kind == MemberKind::Agent ? modelAndRole(member.model, member.role)
                                                     : kindText(member.kind);
    node.body = oneLine(member.instructions);
    node.series = series;
    if (member.position)
        node.position = drawnAt(*member.position);
    return node;
}

GraphModel build(const Draft &draft)
{
    GraphModel graph;
    GraphNode prompt;
    prompt.kind = NodeKind::Prompt;
    prompt.title = QCoreApplication::translate("Graph", "Prompt");
    GraphNode result;
    result.kind = NodeKind::Result;
    result.title = QCoreApplication::translate("Graph", "Result");

    graph.nodes.push_back(prompt);
    for (std::size_t i = 0; i < draft.members.size(); ++i)
        graph.nodes.push_back(nodeOf(draft.members[i], static_cast<int>(i)));
    graph.nodes.push_back(result);
    WireBuilder(graph, draft).build();
    return graph;
}

} // namespace

bool operator==(const GraphNode &a, const GraphNode &b)
{
    const auto key = [](const GraphNode &node) {
        return std::tie(node.kind, node.agent, node.title, node.subtitle, node.body, node.footer,
            node.live, node.status, node.look.icon, node.look.word, node.look.color, node.series,
            node.position, node.alert);
    };
    return key(a) == key(b);
}

int GraphModel::indexOf(const AgentId &agent) const
{
    const auto found = std::ranges::find_if(nodes,
        [&](const GraphNode &node) { return node.kind == NodeKind::Agent && node.agent == agent; });
    return found == nodes.end() ? -1 : static_cast<int>(found - nodes.begin());
}

GraphModel graphOf(const WorkflowDefinition &definition)
{
    GraphModel graph = build(draftOf(definition));
    addDecor(graph, definition);
    return graph;
}

GraphModel graphOf(const ExecutionPlan &plan)
{
    GraphModel graph = build(draftOf(plan));
    addDecor(graph, plan.definition);
    return graph;
}

} // namespace renum::ui
