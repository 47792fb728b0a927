// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/document/draft_command.h"

#include "ui/builder/document/team_document.h"

#include <utility>

namespace renum::ui {

namespace {
constexpr int NeverMerged = -1;
constexpr int MayBeMerged = 1;
} // namespace

DraftCommand::DraftCommand(
    TeamDocument *document, const QString &text, DraftPatch patch, const QString &mergeKey)
    : QUndoCommand(text)
    , m_document(document)
    , m_patch(std::move(patch))
    , m_mergeKey(mergeKey)
{
}

void DraftCommand::redo()
{
    m_document->apply(m_patch);
}

void DraftCommand::undo()
{
    m_document->revert(m_patch);
}

int DraftCommand::id() const
{
    return m_mergeKey.isEmpty() ? NeverMerged : MayBeMerged;
}

bool DraftCommand::mergeWith(const QUndoCommand *next)
{
    const auto *command = dynamic_cast<const DraftCommand *>(next);
    if (!command || command->m_mergeKey != m_mergeKey)
        return false;
    // The stack has done the next one already.
    const TeamDraft &after = m_document->draft();
    TeamDraft before = after;
    command->m_patch.revert(before);
    m_patch.revert(before);
    m_patch = DraftPatch::between(before, after);
    setObsolete(m_patch.isEmpty());
    return true;
}

} // namespace renum::ui
