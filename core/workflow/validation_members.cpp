// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/draft_check.h"

#include <algorithm>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxAgentIdLength = 255;
constexpr qsizetype MaxRoleLength = 50;

/// Ids and roles stand in headings of prompts and in paths: one printable line.
bool isOneLine(const QString &text)
{
    return std::ranges::none_of(
        text, [](QChar c) { return c.category() == QChar::Other_Control || c == u'\u2028'; });
}

void checkCount(const DraftCheck &check)
{
    const int count = int(check.members().size());
    if (count == 0) {
        check.report.error(u"W-01"_s, u"/workflow_definition/agents"_s,
            u"The team has no agents. Add at least one."_s);
    }
    if (count > check.limits.maxAgents) {
        check.report.error(u"W-02"_s, u"/workflow_definition/agents"_s,
            u"The team has %1 agents, but at most %2 are allowed. Remove some or split the team."_s
                .arg(count)
                .arg(check.limits.maxAgents),
            { { u"count"_s, count }, { u"limit"_s, check.limits.maxAgents } });
    }
}

void checkIdentity(const DraftCheck &check, size_t i)
{
    const WorkflowAgent &agent = check.members()[i];
    const QString &id = agent.agentId.toString();
    if (id.isEmpty() || id.size() > MaxAgentIdLength || !isOneLine(id)) {
        check.report.error(u"validation_error"_s, memberPath(i, u"/agent_id"_s),
            u"An agent id has 1 to 255 printable characters. Choose an agent for this place."_s);
    }
    if (agent.kind == MemberKind::Team && agent.teamId.isEmpty()) {
        check.report.error(u"validation_error"_s, memberPath(i, u"/team_id"_s),
            u"This member is a team, but not said which. Choose the team."_s);
    }
    if (agent.role.size() > MaxRoleLength || !isOneLine(agent.role)) {
        check.report.error(u"validation_error"_s, memberPath(i, u"/role"_s),
            u"A role has at most 50 printable characters. Shorten it."_s);
    }
}

void checkListedIds(const DraftCheck &check, const QSet<AgentId> &listed)
{
    QSet<AgentId> seen;
    for (size_t i = 0; i < check.members().size(); ++i) {
        const AgentId &id = check.members()[i].agentId;
        if (!listed.isEmpty() && !listed.contains(id) && !id.isEmpty()) {
            check.report.error(u"W-03"_s, memberPath(i, u"/agent_id"_s),
                u"The agent \"%1\" is not in \"agent_ids\". Add it there or remove it here."_s.arg(
                    id.toString()),
                { { u"agent"_s, id.toString() } });
        }
        if (seen.contains(id) && !id.isEmpty()) {
            check.report.error(u"W-06"_s, memberPath(i, u"/agent_id"_s),
                u"The agent \"%1\" is in the team twice. Remove one of them; to run an agent "
                "again, use feedback."_s.arg(id.toString()),
                { { u"agent"_s, id.toString() } });
        }
        seen.insert(id);
    }
}

/// An order after all others where everyone has one.
std::optional<int> nextOrder(const std::vector<WorkflowAgent> &members)
{
    int highest = 0;
    for (const WorkflowAgent &agent : members) {
        if (!agent.executionOrder)
            return std::nullopt;
        highest = std::max(highest, *agent.executionOrder);
    }
    return highest + 1;
}

void appendMember(DraftCheck &check, const AgentId &id, const QString &path)
{
    WorkflowAgent agent;
    agent.agentId = id;
    agent.executionOrder = check.isOrdered() ? nextOrder(check.members()) : std::nullopt;
    check.members().push_back(std::move(agent));
    check.report.warning(u"W-04"_s, path,
        u"The agent \"%1\" was not in the workflow and was added at its end. Give it a place and "
        "an input, or remove it from \"agent_ids\"."_s.arg(id.toString()),
        { { u"agent"_s, id.toString() } });
}

void checkAgentIds(DraftCheck &check, QSet<AgentId> present)
{
    const bool hasMembers = !check.members().empty();
    QSet<AgentId> seen;
    for (size_t i = 0; i < check.draft.agentIds.size(); ++i) {
        const AgentId &id = check.draft.agentIds[i];
        const QString path = u"/agent_ids/%1"_s.arg(i);
        if (id.isEmpty()) {
            check.report.error(u"validation_error"_s, path,
                u"An agent id must not be empty. Remove this entry."_s);
        } else if (seen.contains(id)) {
            check.report.error(u"W-05"_s, path,
                u"The agent \"%1\" is listed twice. Remove this entry."_s.arg(id.toString()),
                { { u"agent"_s, id.toString() } });
        } else if (hasMembers && !present.contains(id)) {
            appendMember(check, id, path);
            present.insert(id);
        }
        seen.insert(id);
    }
}

} // namespace

void checkMembers(DraftCheck &check)
{
    checkCount(check);
    for (size_t i = 0; i < check.members().size(); ++i)
        checkIdentity(check, i);
    checkListedIds(check, { check.draft.agentIds.begin(), check.draft.agentIds.end() });
    QSet<AgentId> present;
    for (const WorkflowAgent &agent : check.members())
        present.insert(agent.agentId);
    checkAgentIds(check, present);
    const bool derive = check.draft.agentIds.empty();
    for (size_t i = 0; i < check.members().size(); ++i) {
        const AgentId &id = check.members()[i].agentId;
        if (id.isEmpty() || check.agents.contains(id))
            continue;
        check.agents.insert(id);
        check.positions.insert(id, i);
        if (derive)
            check.draft.agentIds.push_back(id);
    }
}

} // namespace renum
