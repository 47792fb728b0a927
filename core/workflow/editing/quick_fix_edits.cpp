// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/member_edits.h"
#include "core/workflow/editing/member_references.h"
#include "core/workflow/editing/problem_place.h"
#include "core/workflow/editing/quick_fixes.h"
#include "core/workflow/editing/strategy_conversion.h"
#include "core/workflow/planner.h"
#include "core/workflow/strategy_rules.h"

#include <QStringList>

#include <algorithm>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

using Kind = QuickFix::Kind;
using Conditions = std::vector<Condition>;

/// The number at the end of a pointer, for what it counts.
std::optional<std::size_t> indexOf(QStringView segment, std::size_t size)
{
    bool isNumber = false;
    const qulonglong index = segment.toULongLong(&isNumber);
    return isNumber && index < size ? std::optional<std::size_t>(index) : std::nullopt;
}

template<typename T>
void eraseAt(std::vector<T> &list, QStringView segment)
{
    if (const auto index = indexOf(segment, list.size()))
        list.erase(list.begin() + std::ptrdiff_t(*index));
}

/// Removes the condition that the segments from `at` lead to; a group that is left empty as well.
void dropCondition(Conditions &conditions, const QStringList &segments, qsizetype at)
{
    if (at >= segments.size())
        return;
    const auto index = indexOf(segments[at], conditions.size());
    if (!index)
        return;
    Condition &condition = conditions[*index];
    const bool isGroup
        = condition.kind == Condition::Kind::All || condition.kind == Condition::Kind::Any;
    if (isGroup && at + 2 < segments.size()) {
        dropCondition(condition.children, segments, at + 2);
        if (!condition.children.empty())
            return;
    }
    conditions.erase(conditions.begin() + std::ptrdiff_t(*index));
}

Conditions conditionsNotOn(Conditions conditions, const QString &field)
{
    std::erase_if(conditions, [&field](Condition &condition) {
        if (condition.kind == Condition::Kind::Test)
            return condition.field == field;
        if (condition.kind != Condition::Kind::All)
            return false;
        condition.children = conditionsNotOn(std::move(condition.children), field);
        return condition.children.empty();
    });
    return conditions;
}

/// Does one fix to a draft.
class Fixer {
public:
    Fixer(TeamDraft draft, const QuickFix &fix)
        : m_draft(std::move(draft))
        , m_fix(fix)
        , m_segments(memberField(fix.path).split(u'/'))
    {
    }

    TeamDraft fixed()
    {
        switch (m_fix.kind) {
        case Kind::ListMembers:
            listMembers();
            break;
        case Kind::RemoveTwin:
            removeTwin();
            break;
        case Kind::NumberMembers:
        case Kind::ChainMembers:
            settleOrder(workflow());
            break;
        case Kind::MakeSequential:
            return convertStrategy(m_draft, WorkflowType::Sequential).draft;
        case Kind::MakeParallel:
            return convertStrategy(m_draft, WorkflowType::Parallel).draft;
        case Kind::MoveBefore:
            return withMemberAt(std::move(m_draft), m_fix.other, placeOf(m_fix.member));
        case Kind::SwitchOn:
            if (WorkflowAgent *other = find(m_fix.other))
                other->isActive = true;
            break;
        default:
            fixPart();
        }
        return std::move(m_draft);
    }

private:
    [[nodiscard]] WorkflowDefinition &workflow() { return m_draft.workflow; }

    [[nodiscard]] WorkflowAgent *find(const AgentId &id)
    {
        const auto found = std::ranges::find(workflow().agents, id, &WorkflowAgent::agentId);
        return found == workflow().agents.end() ? nullptr : &*found;
    }

    [[nodiscard]] std::size_t placeOf(const AgentId &id)
    {
        const std::vector<std::size_t> order = memberOrder(workflow());
        const auto found = std::ranges::find_if(
            order, [&](std::size_t position) { return workflow().agents[position].agentId == id; });
        return std::size_t(found - order.begin());
    }

    void listMembers()
    {
        m_draft.agentIds.clear();
        for (const WorkflowAgent &member : workflow().agents) {
            if (std::ranges::find(m_draft.agentIds, member.agentId) == m_draft.agentIds.end())
                m_draft.agentIds.push_back(member.agentId);
        }
    }

    void removeTwin()
    {
        const std::optional<std::size_t> position = memberPosition(m_fix.path);
        if (!position || *position >= workflow().agents.size())
            return;
        workflow().agents.erase(workflow().agents.begin() + std::ptrdiff_t(*position));
        settleOrder(workflow());
    }

    /// Of one member, or of the team's settings.
    void fixPart()
    {
        const std::optional<std::size_t> position = memberPosition(m_fix.path);
        if (!position)
            fixSettings();
        else if (*position < workflow().agents.size())
            fixMember(workflow().agents[*position]);
    }

    void fixSettings()
    {
        WorkflowConfig &config = workflow().config;
        const QString field = m_fix.path.section(u'/', -1);
        const bool isApproval = m_fix.path.contains("/approval/"_L1);
        if (isApproval && config.approval) {
            fixApproval(*config.approval, field);
            if (config.approval->before.empty())
                config.approval.reset();
        } else if (field == "final_result"_L1) {
            config.finalResult.reset();
        } else if (field == "max_parallel"_L1) {
            config.maxParallel.reset();
        } else if (field == "max_iterations"_L1) {
            config.maxIterations.reset();
        } else if (field == "step_timeout_seconds"_L1) {
            m_draft.config.stepTimeoutSeconds.reset();
        } else if (field == "max_execution_seconds"_L1) {
            m_draft.config.maxExecutionSeconds.reset();
        } else if (field == "tools_mode"_L1) {
            m_draft.config.toolsMode.reset();
        }
    }

    void fixApproval(ApprovalSpec &approval, const QString &field)
    {
        if (field == "timeout_seconds"_L1)
            approval.timeoutSeconds.reset();
        else if (m_fix.path.contains("/auto_approve/"_L1))
            dropCondition(
                approval.autoApprove, m_fix.path.section(u"/auto_approve/"_s, 1).split(u'/'), 0);
        else
            eraseAt(approval.before, field);
    }

    void fixMember(WorkflowAgent &member)
    {
        switch (m_fix.kind) {
        case Kind::UsePrompt:
            if (!member.input)
                member.input.emplace();
            member.input->sources.clear();
            settleInput(*member.input);
            break;
        case Kind::DropReference:
            dropReference(member);
            break;
        case Kind::StopWaiting:
            stopWaiting(member);
            break;
        case Kind::DropCondition:
        case Kind::DropConditionsOn:
            fixConditions(member);
            break;
        case Kind::UseDefault:
            useDefault(member);
            break;
        case Kind::LimitRounds:
            if (member.feedback)
                member.feedback->maxIterations = DefaultRounds;
            break;
        case Kind::DropKey:
            dropSources(member, { InputSource::Kind::ContextVariable, {}, m_fix.text });
            break;
        default:
            break;
        }
    }

    static void dropSources(WorkflowAgent &member, const InputSource &gone)
    {
        if (!member.input)
            return;
        std::erase(member.input->sources, gone);
        settleInput(*member.input);
    }

    void dropReference(WorkflowAgent &member)
    {
        const QString field = m_segments.value(1);
        if (field == "dependencies"_L1) {
            eraseAt(member.dependencies, m_segments.value(2));
        } else if (field == "feedback"_L1 && m_segments.value(2) != "conditions"_L1) {
            member.feedback.reset();
        } else if (field == "feedback"_L1 || field == "conditions"_L1) {
            fixConditions(member);
        } else if (field == "input"_L1 && member.input) {
            if (m_segments.value(2) == "sources"_L1)
                eraseAt(member.input->sources, m_segments.value(3));
            else
                member.input->sources.clear();
            settleInput(*member.input);
            settleOrder(workflow()); // a pipeline's inputs follow from its order
        }
    }

    void stopWaiting(WorkflowAgent &member)
    {
        std::erase(member.dependencies, m_fix.other);
        member.conditions = conditionsWithout(
            std::move(member.conditions), { m_fix.other }, memberIds(workflow()));
        if (!strategyRules(workflow().type).chained)
            dropSources(member, { InputSource::Kind::AgentResult, m_fix.other, {} });
    }

    /// The list is the member's own or that of its feedback.
    void fixConditions(WorkflowAgent &member)
    {
        const bool isFeedback = m_segments.value(1) == "feedback"_L1;
        if (isFeedback && !member.feedback)
            return;
        Conditions &conditions = isFeedback ? member.feedback->conditions : member.conditions;
        if (m_fix.kind == Kind::DropConditionsOn)
            conditions = conditionsNotOn(std::move(conditions), m_fix.text);
        else
            dropCondition(conditions, m_segments, isFeedback ? 3 : 2);
    }

    void useDefault(WorkflowAgent &member)
    {
        const QString field = m_segments.value(1);
        if (field == "timeout"_L1)
            member.timeoutSeconds.reset();
        else if (field == "retry_config"_L1 && member.retry)
            useRetryDefault(*member.retry);
        else if (field == "feedback"_L1 && member.feedback)
            member.feedback->maxIterations.reset();
        else if (field == "agent_config"_L1)
            member.config.toolsMode.reset();
    }

    void useRetryDefault(RetryConfig &retry)
    {
        const QString field = m_segments.value(2);
        if (field == "max_attempts"_L1)
            retry.maxAttempts.reset();
        else if (field == "initial_delay"_L1)
            retry.initialDelaySeconds.reset();
        else if (field == "backoff_factor"_L1)
            retry.backoffFactor.reset();
        else if (field == "max_delay"_L1)
            retry.maxDelaySeconds.reset();
        else if (field == "jitter"_L1)
            retry.jitter.reset();
        else if (field == "delay_seconds"_L1)
            retry.delaySeconds.reset();
        else if (field == "retry_on"_L1)
            retry.retryOn.reset();
    }

    TeamDraft m_draft;
    const QuickFix &m_fix;
    QStringList m_segments; ///< of what follows the member; the first is empty
};

} // namespace

TeamDraft withQuickFix(TeamDraft draft, const QuickFix &fix)
{
    return Fixer(std::move(draft), fix).fixed();
}

} // namespace renum
