// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/document/team_document.h"
#include "ui/builder/page/builder_page.h"

#include <QPointer>

/// What was being edited when the program ended without being asked to.
namespace renum::ui {

void BuilderPage::recover(const DraftEntries &entries)
{
    for (const DraftEntry &entry : entries) {
        if (entry.team.isEmpty())
            openRecovered(entry, {});
        else
            m_tasks.start(recoverStored(entry));
    }
}

QCoro::Task<> BuilderPage::recoverStored(DraftEntry entry)
{
    const QPointer<BuilderPage> self(this);
    const std::stop_token stop = m_tasks.token();
    const Result<Team> team = co_await m_parts.workspace->team(entry.team, stop);
    if (!self)
        co_return;
    std::optional<Team> stored;
    if (team)
        stored = *team;
    // The edits began with an older version: saving will join the two.
    if (stored && stored->version != entry.version && entry.base) {
        stored->version = entry.version;
        stored->name = entry.base->name;
        stored->description = entry.base->description;
        stored->agentIds = entry.base->agentIds;
        stored->workflow = entry.base->workflow;
        stored->config = entry.base->config;
    }
    openRecovered(entry, stored);
}

void BuilderPage::openRecovered(const DraftEntry &entry, const std::optional<Team> &stored)
{
    auto *recovered = stored ? new TeamDocument(*stored) : new TeamDocument(TeamDraft());
    recovered->edit(tr("Changes before the restart"), entry.draft);
    open(recovered, entry.key);
    emit toastRequested(
        { tr("Your changes to “%1” are back. They are not saved yet.").arg(entry.draft.name), {},
            {}, false });
}

} // namespace renum::ui
