// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/random_team.h"

#include "core/workflow/validation.h"

#include <array>

namespace renum::test {

using namespace Qt::StringLiterals;

namespace {

class TeamMaker {
public:
    TeamMaker(Dice &dice, int maxMembers)
        : m_dice(dice)
        , m_maxMembers(maxMembers)
    {
    }

    TeamDraft make()
    {
        TeamDraft draft;
        draft.name = u"Random team"_s;
        m_type = static_cast<WorkflowType>(m_dice.below(4));
        draft.workflow.type = m_type;
        // Small teams say the most for the time they take.
        const int count
            = std::min(m_dice.between(1, m_maxMembers), m_dice.between(1, m_maxMembers));
        for (int i = 0; i < count; ++i)
            draft.workflow.agents.push_back(member(i));
        setRules(draft.workflow.config);
        if (m_dice.oneIn(2))
            draft.config.maxExecutionSeconds = m_dice.between(60, 3600);
        if (m_dice.oneIn(2))
            draft.config.stepTimeoutSeconds = m_dice.between(5, 600);
        return draft;
    }

private:
    [[nodiscard]] AgentId earlier(int i)
    {
        return AgentId(u"a%1"_s.arg(m_dice.below(static_cast<quint64>(i))));
    }

    void setRules(WorkflowConfig &config)
    {
        if (m_dice.oneIn(2))
            config.onStepFailure = static_cast<StepFailurePolicy>(m_dice.below(3));
        config.failFast = m_dice.oneIn(4);
        config.deepMerge = m_dice.oneIn(2);
        if (m_dice.oneIn(2))
            config.maxParallel = m_dice.between(1, 4);
        if (m_dice.oneIn(3))
            config.maxIterations = m_dice.between(1, 3);
    }

    WorkflowAgent member(int i)
    {
        WorkflowAgent agent;
        agent.agentId = AgentId(u"a%1"_s.arg(i));
        agent.isActive = !m_dice.oneIn(12);
        if (m_dice.oneIn(3))
            agent.timeoutSeconds = m_dice.between(1, 900);
        if (m_dice.oneIn(3))
            agent.retry = retry();
        if (i == 0)
            return agent;
        if (m_dice.oneIn(4))
            agent.dependencies = { earlier(i) };
        if (m_type != WorkflowType::Pipeline && m_dice.oneIn(2))
            agent.input = input(i);
        if (m_dice.oneIn(4))
            agent.conditions = { condition(i) };
        const bool ordered = m_type == WorkflowType::Sequential || m_type == WorkflowType::Pipeline;
        if (ordered && m_dice.oneIn(5)) {
            agent.feedback = FeedbackSpec { earlier(i), {}, m_dice.between(1, 2), Json::object() };
            if (m_dice.oneIn(2))
                agent.feedback->conditions = { condition(i) };
        }
        return agent;
    }

    RetryConfig retry()
    {
        RetryConfig config;
        config.maxAttempts = m_dice.between(1, 5);
        config.backoffFactor = m_dice.between(1, 4);
        config.maxDelaySeconds = m_dice.between(1, 90);
        if (m_dice.oneIn(2))
            config.jitter = m_dice.between(0, 10) / 10.0;
        if (m_dice.oneIn(2)) {
            config.retryOn
                = QStringList { u"network_error"_s, u"agent_timeout"_s, u"agent_crash"_s };
        }
        return config;
    }

    InputSpec input(int i)
    {
        InputSpec input;
        input.combined = m_dice.oneIn(3);
        input.sources = { { InputSource::Kind::AgentResult, earlier(i), {} } };
        if (input.combined)
            input.sources.push_back({ InputSource::Kind::AgentResult, earlier(i), {} });
        else if (m_dice.oneIn(6))
            input.sources = { { InputSource::Kind::ContextVariable, {}, u"shared"_s } };
        return input;
    }

    Condition condition(int i)
    {
        Condition condition;
        condition.field = u"agent_%1_result.n"_s.arg(earlier(i).toString());
        static const std::array operators { u"exists"_s, u"not_exists"_s, u"less_than"_s };
        condition.op = operators.at(m_dice.below(operators.size()));
        if (condition.op == operators.back())
            condition.value = m_dice.between(0, 10);
        return condition;
    }

    Dice &m_dice;
    int m_maxMembers;
    WorkflowType m_type = WorkflowType::Sequential;
};

} // namespace

ExecutionRequest randomRequest(Dice &dice, int maxMembers)
{
    TeamDraft draft;
    do
        draft = TeamMaker(dice, maxMembers).make();
    while (!validateTeam(draft).valid());
    ExecutionRequest request;
    request.team.id = TeamId(u"22222222-0000-4000-8000-000000000000"_s);
    request.team.name = draft.name;
    request.team.workflow = draft.workflow;
    request.team.config = draft.config;
    request.initialPrompt = u"Do it"_s;
    if (dice.oneIn(3))
        request.config.initialContext["shared"] = "given";
    return request;
}

QString randomAnswer(Dice &dice)
{
    const int number = dice.between(0, 9);
    switch (dice.below(4)) {
    case 0:
        return QString();
    case 1:
        return u"Text number %1"_s.arg(number);
    case 2:
        return u"{\"n\":%1}"_s.arg(number);
    default:
        return u"{\"n\":%1,\"output_context\":{\"shared\":%1,\"deep\":{\"k%1\":1}}}"_s.arg(number);
    }
}

} // namespace renum::test
