// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/planner.h"

#include "core/workflow/plan_schedule.h"
#include "core/workflow/step_references.h"
#include "core/workflow/strategy_rules.h"

#include <QSet>

#include <algorithm>
#include <limits>
#include <numeric>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr int DefaultStepTimeout = 600;
constexpr int DefaultMaxExecution = 3600;
constexpr int DefaultMaxParallel = 10;
constexpr int DefaultMaxIterations = 3;

template<typename T>
T firstOf(std::optional<T> first, const std::optional<T> &second, T otherwise)
{
    return first ? *std::move(first) : second.value_or(std::move(otherwise));
}

StepId stepIdOf(const AgentId &agentId)
{
    return StepId(agentId.toString());
}

InputSpec promptInput()
{
    InputSpec input;
    input.sources = { InputSource {} };
    return input;
}

/// Makes one step after the other, in order; remembers what the next one needs.
class StepMaker {
public:
    StepMaker(const TeamDraft &draft, const ExecutionConfig &config)
        : m_draft(draft)
        , m_config(config)
        , m_rules(strategyRules(draft.workflow.type))
    {
        for (const WorkflowAgent &agent : draft.workflow.agents)
            m_agents.insert(agent.agentId);
    }

    PlanStep make(const WorkflowAgent &agent)
    {
        PlanStep step = settings(agent);
        step.order = ++m_order;
        step.input = input(agent);
        addDependencies(step, agent);
        if (agent.isActive)
            m_previous = agent.agentId;
        return step;
    }

private:
    [[nodiscard]] PlanStep settings(const WorkflowAgent &agent) const
    {
        PlanStep step;
        step.id = stepIdOf(agent.agentId);
        step.agentId = agent.agentId;
        step.kind = agent.kind;
        step.teamId = agent.teamId;
        step.name = agent.displayName();
        step.role = agent.role;
        step.conditions = agent.conditions;
        step.timeoutSeconds = agent.timeoutSeconds.value_or(
            firstOf(m_config.stepTimeoutSeconds, m_draft.config.stepTimeoutSeconds,
                agent.kind == MemberKind::Team ? DefaultMaxExecution : DefaultStepTimeout));
        step.retry = agent.retry.value_or(RetryConfig());
        step.config = agent.config;
        step.config.toolsMode
            = firstOf(agent.config.toolsMode, m_draft.config.toolsMode, u"prompt"_s);
        step.modelName = agent.config.modelName.value_or(
            firstOf(m_config.modelName, m_draft.config.modelName, QString()));
        step.isActive = agent.isActive;
        step.feedback = agent.feedback;
        return step;
    }

    /// In a pipeline inactive members are treated as absent (§3.7.5): the source is the active one
    /// before, and the first active one gets the prompt when it would have had a result.
    [[nodiscard]] InputSpec input(const WorkflowAgent &agent) const
    {
        InputSpec input = agent.input.value_or(promptInput());
        if (input.sources.empty() && !input.combined)
            input.sources = promptInput().sources;
        if (!m_rules.chained || input.combined || !agent.isActive)
            return input;
        InputSource &source = input.sources.front();
        if (m_previous)
            source = { InputSource::Kind::AgentResult, *m_previous, {} };
        else if (source.kind == InputSource::Kind::AgentResult)
            source = {};
        return input;
    }

    void addDependencies(PlanStep &step, const WorkflowAgent &agent) const
    {
        QSet<StepId> seen { step.id };
        const auto add = [&](const std::vector<AgentId> &agents, std::vector<StepId> &list) {
            for (const AgentId &id : agents) {
                const StepId dependency = stepIdOf(id);
                if (!m_agents.contains(id) || seen.contains(dependency))
                    continue;
                seen.insert(dependency);
                list.push_back(dependency);
            }
        };
        add(agent.dependencies, step.requiredDependencies);
        step.dependencies = step.requiredDependencies;
        if (m_rules.ordered && m_previous)
            add({ *m_previous }, step.dependencies);
        add(inputAgents(step.input), step.dependencies);
        add(templateAgents(step.input), step.dependencies);
        add(conditionAgents(step.conditions, m_agents), step.dependencies);
    }

    const TeamDraft &m_draft;
    const ExecutionConfig &m_config;
    const StrategyRules &m_rules;
    QSet<AgentId> m_agents;
    int m_order = 0;
    std::optional<AgentId> m_previous; ///< the active member before
};

} // namespace

std::vector<size_t> memberOrder(const WorkflowDefinition &definition)
{
    std::vector<size_t> order(definition.agents.size());
    std::iota(order.begin(), order.end(), size_t(0));
    if (strategyRules(definition.type).ordered) {
        std::ranges::stable_sort(order, {}, [&definition](size_t position) {
            return definition.agents[position].executionOrder.value_or(
                std::numeric_limits<int>::max());
        });
    }
    return order;
}

ExecutionPlan planExecution(
    const TeamDraft &validDraft, const ExecutionConfig &config, const DurationHistory &history)
{
    const WorkflowDefinition &definition = validDraft.workflow;
    const StrategyRules &rules = strategyRules(definition.type);
    ExecutionPlan plan;
    plan.strategy = definition.type;
    plan.maxExecutionSeconds = firstOf(
        config.maxExecutionSeconds, validDraft.config.maxExecutionSeconds, DefaultMaxExecution);
    plan.onStepFailure
        = firstOf(config.onStepFailure, definition.config.onStepFailure, rules.onStepFailure);
    plan.failFast = definition.config.failFast && rules.honoursFailFast;
    plan.maxParallel = definition.config.maxParallel.value_or(DefaultMaxParallel);
    plan.deepMerge = definition.config.deepMerge;
    plan.finalResult
        = definition.config.finalResult.value_or(QString::fromLatin1(rules.finalResult));
    plan.maxIterations = definition.config.maxIterations.value_or(DefaultMaxIterations);
    plan.approval = definition.config.approval;
    plan.definition = definition;

    StepMaker maker(validDraft, config);
    for (const size_t position : memberOrder(definition))
        plan.steps.push_back(maker.make(definition.agents[position]));
    plan.waves = planWaves(plan);
    plan.estimatedDurationSeconds = estimateSeconds(plan, history);
    return plan;
}

} // namespace renum
