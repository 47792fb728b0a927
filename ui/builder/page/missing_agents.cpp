// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/page/missing_agents.h"

#include "ui/builder/document/agent_catalog.h"
#include "ui/builder/document/problem_list.h"
#include "ui/builder/document/team_document.h"
#include "ui/builder/page/agent_mapping_dialog.h"

namespace renum::ui {

MissingAgents::MissingAgents(const AgentCatalog *catalog, TeamDocument *document)
    : QObject(document)
    , m_catalog(catalog)
    , m_document(document)
{
    connect(catalog, &AgentCatalog::changed, this, &MissingAgents::update);
    connect(document, &TeamDocument::changed, this, &MissingAgents::update);
    // Later: nobody listens yet.
    QMetaObject::invokeMethod(this, &MissingAgents::update, Qt::QueuedConnection);
}

std::vector<AgentId> MissingAgents::members() const
{
    std::vector<AgentId> missing;
    if (m_catalog->state() != AgentCatalog::State::Ready)
        return missing;
    QSet<AgentId> there;
    for (const AgentInfo &agent : m_catalog->agents())
        there.insert(agent.id);
    for (const WorkflowAgent &member : m_document->workflow().agents) {
        if (member.kind == MemberKind::Agent && !there.contains(member.agentId))
            missing.push_back(member.agentId);
    }
    return missing;
}

void MissingAgents::update()
{
    if (m_catalog->state() != AgentCatalog::State::Ready)
        return;
    const std::vector<AgentId> missing = members();
    const QSet<AgentId> now(missing.begin(), missing.end());
    const bool isMore = !m_known.contains(now);
    const bool isOther = now != m_known;
    m_known = now;
    ProblemList::of(m_document)->setMissing(missing);
    if (isOther)
        emit changed();
    if (isMore)
        emit appeared(static_cast<int>(missing.size()));
}

void MissingAgents::askAndReplace(QWidget *window)
{
    const std::vector<AgentId> missing = members();
    if (missing.empty())
        return;
    auto *dialog
        = new AgentMappingDialog(m_document->draft(), missing, m_catalog->agents(), window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("agentMapping"));
    connect(dialog, &QDialog::accepted, m_document, [document = m_document, dialog] {
        document->edit(tr("Replace missing agents"), dialog->replaced(document->draft()));
    });
    dialog->open();
}

} // namespace renum::ui
