// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/document/member_selection.h"

#include "core/workflow/editing/member_references.h"
#include "ui/builder/document/team_document.h"

#include <utility>

namespace renum::ui {

MemberSelection::MemberSelection(const TeamDocument *document, QObject *parent)
    : QObject(parent)
    , m_document(document)
{
    connect(document, &TeamDocument::changed, this, &MemberSelection::forgetMissing);
}

AgentId MemberSelection::single() const
{
    return m_members.size() == 1 ? *m_members.cbegin() : AgentId();
}

void MemberSelection::setMembers(QSet<AgentId> members)
{
    members.intersect(memberIds(m_document->workflow()));
    if (members == m_members)
        return;
    m_members = std::move(members);
    emit changed();
}

void MemberSelection::select(const AgentId &id)
{
    setMembers({ id });
}

void MemberSelection::clear()
{
    setMembers({});
}

void MemberSelection::selectAll()
{
    setMembers(memberIds(m_document->workflow()));
}

void MemberSelection::forgetMissing()
{
    if (!m_members.isEmpty())
        setMembers(m_members);
}

} // namespace renum::ui
