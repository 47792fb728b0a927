// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/condition.h"
#include "core/workflow/condition_operator.h"
#include "core/workflow/draft_check.h"
#include "core/workflow/step_references.h"

#include <algorithm>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxFieldLength = 1000;

/// What is wrong with the right-hand side, or empty.
QString valueProblem(const ConditionOperator &op, const std::optional<Json> &value)
{
    if (op.value == ConditionValue::None)
        return {};
    if (!value)
        return u"needs a value"_s;
    switch (op.value) {
    case ConditionValue::None:
    case ConditionValue::Any:
        return {};
    case ConditionValue::Number:
        return isOrderable(*value) ? QString() : u"needs a number or an ISO date"_s;
    case ConditionValue::Text:
        return value->is_string() ? QString() : u"needs a text"_s;
    case ConditionValue::List:
        return value->is_array() ? QString() : u"needs a list"_s;
    case ConditionValue::Pattern:
        break;
    }
    if (!value->is_string())
        return u"needs a regular expression"_s;
    const QString problem = patternProblem(toQString(*value));
    return problem.isEmpty() ? QString() : u"has an invalid regular expression: "_s + problem;
}

/// One list of conditions with everything inside it.
class ConditionCheck {
public:
    /// `self` must not be referred to; empty when it may be.
    ConditionCheck(const DraftCheck &check, AgentId self)
        : m_check(check)
        , m_self(std::move(self))
    {
    }

    void checkList(const std::vector<Condition> &conditions, const QString &path, int depth = 0)
    {
        for (size_t i = 0; i < conditions.size(); ++i)
            checkOne(conditions[i], path + u"/%1"_s.arg(i), depth);
    }

private:
    void checkOne(const Condition &condition, const QString &path, int depth)
    {
        if (depth > MaxConditionDepth) {
            m_check.report.error(u"W-17"_s, path,
                u"Conditions are nested too deeply. Use at most %1 levels."_s.arg(
                    MaxConditionDepth));
            return;
        }
        switch (condition.kind) {
        case Condition::Kind::Test:
            checkTest(condition, path);
            break;
        case Condition::Kind::All:
            checkList(condition.children, path + "/all"_L1, depth + 1);
            break;
        case Condition::Kind::Any:
            checkList(condition.children, path + "/any"_L1, depth + 1);
            break;
        case Condition::Kind::Not:
            for (const Condition &child : condition.children)
                checkOne(child, path + "/not"_L1, depth + 1);
            break;
        }
    }

    void checkTest(const Condition &condition, const QString &path)
    {
        checkField(condition.field, path + "/field"_L1);
        const ConditionOperator *op = findConditionOperator(condition.op);
        if (!op) {
            m_check.report.error(u"W-17"_s, path + "/operator"_L1,
                u"\"%1\" is no operator. Use for example equals, contains or exists."_s.arg(
                    condition.op),
                { { u"operator"_s, condition.op } });
            return;
        }
        if (const QString problem = valueProblem(*op, condition.value); !problem.isEmpty()) {
            m_check.report.error(u"W-17"_s, path + "/value"_L1,
                u"The operator \"%1\" %2. Change the value or the operator."_s.arg(
                    condition.op, problem),
                { { u"operator"_s, condition.op } });
        }
    }

    void checkField(const QString &field, const QString &path)
    {
        if (field.isEmpty() || field.size() > MaxFieldLength) {
            m_check.report.error(u"W-17"_s, path,
                u"A condition needs a field of 1 to %1 characters, for example "
                "agent_writer_result.category."_s.arg(MaxFieldLength));
            return;
        }
        const std::optional<ResultPath> result = parseResultPath(field, m_check.agents);
        if (!result)
            return;
        const QString id = result->agentId.toString();
        if (!m_check.agents.contains(result->agentId)) {
            m_check.report.error(u"W-15"_s, path,
                u"The condition refers to the agent \"%1\", which is not in this team. Choose one "
                "of the team."_s.arg(id),
                { { u"agent"_s, id } });
        } else if (result->agentId == m_self) {
            m_check.report.error(u"W-15"_s, path,
                u"The condition of \"%1\" refers to its own result, which is not there before it "
                "ran. Choose another agent."_s.arg(id),
                { { u"agent"_s, id } });
        }
    }

    const DraftCheck &m_check;
    AgentId m_self;
};

/// Begins in the first round whatever the others do.
bool isFree(const WorkflowAgent &agent)
{
    const InputSpec input = agent.input.value_or(InputSpec());
    return agent.conditions.empty() && agent.dependencies.empty() && inputAgents(input).empty()
        && templateAgents(input).empty();
}

void checkEntries(const DraftCheck &check)
{
    const std::vector<WorkflowAgent> &members = check.members();
    const auto conditioned = [](const WorkflowAgent &agent) { return !agent.conditions.empty(); };
    if (std::ranges::none_of(members, conditioned)) {
        check.report.warning(u"W-12"_s, u"/workflow_definition/agents"_s,
            u"No agent of this conditional team has a condition. Add one, or make the team "
            "parallel."_s);
    } else if (std::ranges::none_of(members, isFree)) {
        check.report.error(u"W-11"_s, u"/workflow_definition/agents"_s,
            u"No agent can begin: every one has conditions or waits for another. Let one start "
            "without."_s);
    }
    for (size_t i = 1; i < members.size(); ++i) {
        if (isFree(members[i])) {
            check.report.warning(u"W-11"_s, memberPath(i, u"/conditions"_s),
                u"\"%1\" has no condition and waits for nobody, so it starts in the first round."_s
                    .arg(members[i].displayName()),
                { { u"agent"_s, members[i].displayName() } });
        }
    }
}

} // namespace

void checkAllConditions(const DraftCheck &check)
{
    for (size_t i = 0; i < check.members().size(); ++i) {
        const WorkflowAgent &agent = check.members()[i];
        ConditionCheck(check, agent.agentId)
            .checkList(agent.conditions, memberPath(i, u"/conditions"_s));
        if (agent.feedback) {
            ConditionCheck(check, {}).checkList(
                agent.feedback->conditions, memberPath(i, u"/feedback/conditions"_s));
        }
    }
    if (const std::optional<ApprovalSpec> &approval = check.draft.workflow.config.approval) {
        ConditionCheck(check, {}).checkList(
            approval->autoApprove, u"/workflow_definition/config/approval/auto_approve"_s);
    }
    if (check.isOfType(WorkflowType::Conditional) && !check.members().empty())
        checkEntries(check);
}

} // namespace renum
