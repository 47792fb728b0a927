// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/document/team_document.h"

#include "core/workflow/editing/draft_patch.h"
#include "ui/builder/document/draft_command.h"

#include <utility>

namespace renum::ui {

TeamDocument::TeamDocument(TeamDraft draft, QObject *parent)
    : QObject(parent)
    , m_draft(std::move(draft))
{
    connect(&m_history, &QUndoStack::cleanChanged, this,
        [this](bool clean) { emit modifiedChanged(!clean); });
    validate();
}

TeamDocument::TeamDocument(const Team &team, QObject *parent)
    : TeamDocument(team.draft(), parent)
{
    m_stored = team;
}

TeamDocument::~TeamDocument()
{
    // A history that is emptied at the end tells of it as of any other change.
    m_history.disconnect(this);
}

void TeamDocument::edit(const QString &text, const TeamDraft &next, const QString &mergeKey)
{
    DraftPatch patch = DraftPatch::between(m_draft, next);
    if (patch.isEmpty())
        return;
    const QString key
        = mergeKey.isEmpty() ? QString() : mergeKey + u' ' + QString::number(m_mergePeriod);
    m_history.push(new DraftCommand(this, text, std::move(patch), key));
}

void TeamDocument::endMerging()
{
    ++m_mergePeriod;
}

int TeamDocument::beginStoring()
{
    endMerging();
    return m_history.index();
}

void TeamDocument::setStored(const Team &team, int point)
{
    m_stored = team;
    endMerging();
    if (point == m_history.index())
        m_history.setClean();
    else
        m_history.resetClean();
}

void TeamDocument::rebase(const Team &team)
{
    m_stored = team;
    m_history.resetClean();
}

void TeamDocument::apply(const DraftPatch &patch)
{
    patch.apply(m_draft);
    validate();
    emit changed();
}

void TeamDocument::revert(const DraftPatch &patch)
{
    patch.revert(m_draft);
    validate();
    emit changed();
}

void TeamDocument::validate()
{
    m_validation = validateTeam(m_draft);
}

} // namespace renum::ui
