// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/team_lint.h"

#include "core/workflow/editing/member_references.h"
#include "core/workflow/planner.h"
#include "core/workflow/step_references.h"
#include "core/workflow/strategy_rules.h"

#include <QHash>
#include <QSet>

#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

/// Keys that are there from the start (contract §3.6, §3.7.3).
const QSet<QString> &seededKeys()
{
    static const QSet<QString> keys { u"initial_prompt"_s, u"initial_input"_s, u"team_id"_s,
        u"execution_id"_s, u"workflow_type"_s, u"pipeline_input"_s };
    return keys;
}

QString pathOf(std::size_t position, const QString &rest = {})
{
    return u"/workflow_definition/agents/%1"_s.arg(position) + rest;
}

class Linter {
public:
    explicit Linter(const TeamDraft &draft)
        : m_workflow(draft.workflow)
        , m_known(memberIds(draft.workflow))
    {
        for (const WorkflowAgent &member : m_workflow.agents)
            m_members.insert(member.agentId, &member);
    }

    Problems lint()
    {
        findIdle();
        for (std::size_t i = 0; i < m_workflow.agents.size(); ++i) {
            const WorkflowAgent &member = m_workflow.agents[i];
            checkConditions(member.conditions, pathOf(i, u"/conditions"_s), member);
            checkReach(i);
            checkKeys(i);
            checkFeedback(i);
        }
        return std::move(m_problems);
    }

private:
    void warn(const QString &code, const QString &path, const QString &message, QVariantMap args)
    {
        m_problems.append({ Problem::Severity::Warning, code, path, message, std::move(args) });
    }

    /// Whose end a member cannot do without (contract §3.7.4 rule 2).
    [[nodiscard]] std::vector<AgentId> needs(const WorkflowAgent &member) const
    {
        std::vector<AgentId> needed = member.dependencies;
        // In a pipeline inactive ones are passed over.
        if (!member.input || strategyRules(m_workflow.type).chained)
            return needed;
        if (const auto single = singleAgent(*member.input))
            needed.push_back(*single);
        return needed;
    }

    /// Members that never run: inactive ones, and whoever needs one that never runs.
    void findIdle()
    {
        QHash<AgentId, std::vector<AgentId>> dependents;
        std::vector<AgentId> open;
        for (const WorkflowAgent &member : m_workflow.agents) {
            if (!member.isActive || excludedField(member.conditions))
                open.push_back(member.agentId);
            for (const AgentId &id : needs(member))
                dependents[id].push_back(member.agentId);
        }
        while (!open.empty()) {
            const AgentId id = open.back();
            open.pop_back();
            if (m_idle.contains(id))
                continue;
            m_idle.insert(id);
            const std::vector<AgentId> blocked = dependents.value(id);
            open.insert(open.end(), blocked.begin(), blocked.end());
        }
    }

    [[nodiscard]] std::optional<AgentId> blocker(const WorkflowAgent &member) const
    {
        for (const AgentId &id : needs(member)) {
            if (m_idle.contains(id))
                return id;
        }
        return std::nullopt;
    }

    void checkReach(std::size_t position)
    {
        const WorkflowAgent &member = m_workflow.agents[position];
        const auto blocked = blocker(member);
        if (!member.isActive || !blocked)
            return;
        const QString name = member.displayName();
        const WorkflowAgent *other = m_members.value(*blocked);
        const QString otherName = other ? other->displayName() : blocked->toString();
        warn(u"L-01"_s, pathOf(position),
            u"\"%1\" never runs, because it waits for \"%2\", which never runs."_s.arg(
                name, otherName),
            { { u"agent"_s, name }, { u"other"_s, otherName },
                { u"other_id"_s, blocked->toString() } });
    }

    void checkConditions(
        const std::vector<Condition> &conditions, const QString &path, const WorkflowAgent &member)
    {
        const auto field = excludedField(conditions);
        if (!field)
            return;
        warn(u"L-04"_s, path,
            u"The conditions of \"%1\" can never hold: those on \"%2\" exclude each other."_s.arg(
                member.displayName(), *field),
            { { u"agent"_s, member.displayName() }, { u"field"_s, *field } });
    }

    void checkKeys(std::size_t position)
    {
        const WorkflowAgent &member = m_workflow.agents[position];
        if (!member.input || !isFirst(position))
            return;
        const QStringList keys = keysOf(*member.input);
        for (const QString &key : keys) {
            if (seededKeys().contains(key))
                continue;
            warn(u"L-02"_s, pathOf(position, u"/input"_s),
                u"\"%1\" reads \"%2\" from the context, but nobody runs before it who could write "
                "it."_s.arg(member.displayName(), key),
                { { u"agent"_s, member.displayName() }, { u"key"_s, key } });
        }
    }

    /// Whether nobody runs before it.
    [[nodiscard]] bool isFirst(std::size_t position) const
    {
        const WorkflowAgent &member = m_workflow.agents[position];
        if (!producersOf(member, m_known).empty())
            return false;
        if (!strategyRules(m_workflow.type).ordered)
            return true;
        for (const std::size_t earlier : memberOrder(m_workflow)) {
            if (earlier == position)
                return true;
            if (m_workflow.agents[earlier].isActive)
                return false;
        }
        return true;
    }

    [[nodiscard]] static QStringList keysOf(const InputSpec &input)
    {
        QStringList keys;
        for (const InputSource &source : input.sources) {
            if (source.kind == InputSource::Kind::ContextVariable)
                keys += source.variableName;
        }
        const QStringList names = placeholders(input.templateText.value_or(QString()));
        for (const QString &name : names) {
            for (const QLatin1StringView prefix : { "context."_L1, "memory."_L1 }) {
                if (name.startsWith(prefix))
                    keys += name.sliced(prefix.size());
            }
        }
        keys.removeDuplicates();
        return keys;
    }

    void checkFeedback(std::size_t position)
    {
        const WorkflowAgent &member = m_workflow.agents[position];
        if (!member.feedback)
            return;
        const QString path = pathOf(position, u"/feedback"_s);
        checkConditions(member.feedback->conditions, path + u"/conditions"_s, member);
        if (member.feedback->maxIterations || m_workflow.config.maxIterations)
            return;
        warn(u"L-03"_s, path,
            u"\"%1\" sends work back without a limit of its own, so up to the usual number of "
            "rounds. Each round is paid for: set how many there may be."_s.arg(
                member.displayName()),
            { { u"agent"_s, member.displayName() } });
    }

    const WorkflowDefinition &m_workflow;
    QSet<AgentId> m_known;
    QHash<AgentId, const WorkflowAgent *> m_members;
    QSet<AgentId> m_idle;
    Problems m_problems;
};

} // namespace

Problems missingAgentProblems(const TeamDraft &draft, const std::vector<AgentId> &missing)
{
    const QSet<AgentId> gone(missing.begin(), missing.end());
    Problems problems;
    for (std::size_t i = 0; i < draft.workflow.agents.size(); ++i) {
        const WorkflowAgent &member = draft.workflow.agents[i];
        if (member.kind != MemberKind::Agent || !gone.contains(member.agentId))
            continue;
        problems.append({ Problem::Severity::Warning, u"L-05"_s, pathOf(i, u"/agent_id"_s),
            u"No connected service has the agent of \"%1\". Replace it, or connect its service."_s
                .arg(member.displayName()),
            { { u"agent"_s, member.displayName() } } });
    }
    return problems;
}

Problems lintTeam(const TeamDraft &draft)
{
    return Linter(draft).lint();
}

} // namespace renum
