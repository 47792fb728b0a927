// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/sample_data.h"

namespace renum::ui::sample {

using namespace Qt::StringLiterals;

namespace {

const Timestamp FirstDay { std::chrono::seconds(1'767'261'600) }; // 2026-01-01 10:00 UTC

WorkflowAgent member(const QString &id, const QString &name, const QString &instructions)
{
    WorkflowAgent agent;
    agent.agentId = AgentId(id);
    agent.name = name;
    agent.role = u"member"_s;
    agent.config.instructions = instructions;
    agent.config.modelName = u"claude-sonnet"_s;
    return agent;
}

InputSpec resultOf(const std::vector<AgentId> &ids)
{
    InputSpec input;
    input.combined = ids.size() > 1;
    for (const AgentId &id : ids)
        input.sources.push_back({ InputSource::Kind::AgentResult, id, {} });
    return input;
}

Condition categoryIs(const AgentId &agent, const char *category)
{
    Condition condition;
    condition.field = u"result.%1.category"_s.arg(agent.toString());
    condition.op = u"equals"_s;
    condition.value = Json(category);
    return condition;
}

TeamTemplate withSlots(TeamTemplate teamTemplate)
{
    for (WorkflowAgent &agent : teamTemplate.workflow.agents) {
        const QString slot = agent.agentId.toString().sliced(5);
        teamTemplate.slotList.push_back({ slot, agent.role, agent.config.instructions, {} });
    }
    return teamTemplate;
}

TeamTemplate marketAnalysis()
{
    TeamTemplate result;
    result.id = TemplateId(u"market-analysis"_s);
    result.name = u"Market analysis"_s;
    result.description = u"Researches a market, finds its trends and writes a report."_s;
    result.category = u"research"_s;
    const AgentId researcher(u"slot:researcher"_s);
    const AgentId analyst(u"slot:analyst"_s);
    auto first = member(researcher.toString(), u"Researcher"_s, u"Collect sources."_s);
    auto second = member(analyst.toString(), u"Analyst"_s, u"Find trends and segments."_s);
    auto third = member(u"slot:reporter"_s, u"Reporter"_s, u"Write the report."_s);
    second.input = resultOf({ researcher });
    third.input = resultOf({ researcher, analyst });
    result.workflow.agents = { first, second, third };
    result.samplePrompts = { u"Electric bicycles in Brazil"_s, u"Home solar panels in Chile"_s };
    return withSlots(result);
}

TeamTemplate softwareDevelopment()
{
    TeamTemplate result;
    result.id = TemplateId(u"software-dev"_s);
    result.name = u"Software development"_s;
    result.description = u"Designs, writes and tests a small program."_s;
    result.category = u"engineering"_s;
    result.workflow.type = WorkflowType::Pipeline;
    const AgentId architect(u"slot:architect"_s);
    const AgentId developer(u"slot:developer"_s);
    auto first = member(architect.toString(), u"Architect"_s, u"Design the program."_s);
    auto second = member(developer.toString(), u"Developer"_s, u"Write the program."_s);
    auto third = member(u"slot:tester"_s, u"Tester"_s, u"Test it."_s);
    second.dependencies = { architect };
    third.dependencies = { developer };
    result.workflow.agents = { first, second, third };
    result.samplePrompts = { u"A command line to-do list"_s };
    return withSlots(result);
}

TeamTemplate customerService()
{
    TeamTemplate result;
    result.id = TemplateId(u"customer-service"_s);
    result.name = u"Customer service"_s;
    result.description = u"Sorts a request and lets the right specialist answer."_s;
    result.category = u"support"_s;
    result.workflow.type = WorkflowType::Conditional;
    const AgentId triage(u"slot:triage"_s);
    auto first = member(triage.toString(), u"Triage"_s, u"Classify the request."_s);
    auto technical = member(u"slot:technical"_s, u"Technical specialist"_s, u"Solve it."_s);
    auto billing = member(u"slot:billing"_s, u"Billing specialist"_s, u"Explain the charge."_s);
    auto last = member(u"slot:follow-up"_s, u"Follow-up"_s, u"Check satisfaction."_s);
    technical.dependencies = { triage };
    technical.conditions = { categoryIs(triage, "technical") };
    billing.dependencies = { triage };
    billing.conditions = { categoryIs(triage, "billing") };
    last.dependencies = { technical.agentId, billing.agentId };
    result.workflow.agents = { first, technical, billing, last };
    result.samplePrompts = { u"I was charged twice in March"_s };
    return withSlots(result);
}

AgentInfo agent(const QString &id, const QString &name, const QString &model)
{
    AgentInfo info;
    info.id = AgentId(id);
    info.name = name;
    info.description = u"Works as %1."_s.arg(name.toLower());
    info.model = model;
    return info;
}

} // namespace

QList<AgentInfo> agents()
{
    return { agent(u"a-researcher"_s, u"Researcher"_s, u"claude-sonnet"_s),
        agent(u"a-analyst"_s, u"Analyst"_s, u"gpt-4o"_s),
        agent(u"a-reporter"_s, u"Reporter"_s, u"claude-sonnet"_s),
        agent(u"a-helper"_s, u"General helper"_s, {}),
        agent(u"a-translator"_s, u"Translator"_s, u"gpt-4o-mini"_s) };
}

QList<TeamTemplate> templates()
{
    return { marketAnalysis(), softwareDevelopment(), customerService() };
}

WorkflowDefinition sequentialWorkflow()
{
    WorkflowDefinition workflow;
    workflow.agents = { member(u"a-researcher"_s, u"Researcher"_s, u"Collect 12 to 18 sources."_s),
        member(u"a-analyst"_s, u"Analyst"_s, u"Find trends, segments and prices."_s),
        member(u"a-reporter"_s, u"Reporter"_s, u"Write a report for managers."_s) };
    workflow.agents.at(1).input = resultOf({ workflow.agents.at(0).agentId });
    workflow.agents.at(2).input
        = resultOf({ workflow.agents.at(0).agentId, workflow.agents.at(1).agentId });
    return workflow;
}

Team team(int number)
{
    Team result;
    result.id = TeamId(u"00000000-0000-4000-8000-%1"_s.arg(number, 12, 10, '0'_L1));
    result.name = u"Team %1"_s.arg(number);
    result.description = u"Analyses market number %1 and writes a report."_s.arg(number);
    result.workflow = sequentialWorkflow();
    for (const WorkflowAgent &agent : result.workflow.agents)
        result.agentIds.push_back(agent.agentId);
    result.createdAt = FirstDay + std::chrono::hours(number);
    result.updatedAt = result.createdAt;
    return result;
}

ExecutionPlan plan(const WorkflowDefinition &definition)
{
    ExecutionPlan result;
    result.strategy = definition.type;
    result.definition = definition;
    result.finalResult = u"last"_s;
    result.estimatedDurationSeconds = 90;
    for (const WorkflowAgent &agent : definition.agents) {
        PlanStep step;
        step.id = StepId(agent.agentId.toString());
        step.agentId = agent.agentId;
        step.name = agent.displayName();
        step.order = static_cast<int>(result.steps.size()) + 1;
        step.role = agent.role;
        step.input = agent.input.value_or(InputSpec());
        step.config = agent.config;
        step.modelName = agent.config.modelName.value_or(QString());
        if (!result.steps.empty())
            step.dependencies = { result.steps.back().id };
        result.waves.push_back({ step.id });
        result.steps.push_back(step);
    }
    return result;
}

Execution execution(const Team &team, const QString &id, const QString &prompt)
{
    Execution result;
    result.id = ExecutionId(id);
    result.teamId = team.id;
    result.teamName = team.name;
    result.workflowType = team.workflow.type;
    result.initialPrompt = prompt;
    result.plan = plan(team.workflow);
    result.createdAt = FirstDay;
    result.updatedAt = FirstDay;
    for (const PlanStep &planned : result.plan->steps) {
        StepRecord step;
        step.id = planned.id;
        step.agentId = planned.agentId;
        step.name = planned.name;
        step.role = planned.role;
        step.modelName = planned.modelName;
        step.order = planned.order;
        result.steps.push_back(step);
    }
    result.totalSteps = static_cast<int>(result.steps.size());
    return result;
}

} // namespace renum::ui::sample
