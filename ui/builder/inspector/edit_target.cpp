// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/inspector/edit_target.h"

#include "ui/builder/document/team_document.h"

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

EditTarget::EditTarget(TeamDocument *document)
    : m_document(document)
{
}

const TeamDraft &EditTarget::draft() const
{
    return m_document->draft();
}

const WorkflowDefinition &EditTarget::workflow() const
{
    return m_document->workflow();
}

const WorkflowAgent *EditTarget::member() const
{
    return m_member.isEmpty() ? nullptr : workflow().find(m_member);
}

QString EditTarget::pointer() const
{
    const std::vector<WorkflowAgent> &agents = workflow().agents;
    const auto found = std::ranges::find(agents, m_member, &WorkflowAgent::agentId);
    if (m_member.isEmpty() || found == agents.end())
        return {};
    return u"/workflow_definition/agents/%1"_s.arg(found - agents.begin());
}

void EditTarget::edit(
    const QString &step, const QString &key, const std::function<void(TeamDraft &)> &change) const
{
    TeamDraft next = draft();
    change(next);
    m_document->edit(step, next, key.isEmpty() ? QString() : key + u':' + m_member.toString());
}

void EditTarget::editMember(const QString &step, const QString &key,
    const std::function<void(WorkflowAgent &)> &change) const
{
    edit(step, key, [this, &change](TeamDraft &next) {
        const auto found
            = std::ranges::find(next.workflow.agents, m_member, &WorkflowAgent::agentId);
        if (found != next.workflow.agents.end())
            change(*found);
    });
}

void EditTarget::endMerging() const
{
    m_document->endMerging();
}

} // namespace renum::ui
