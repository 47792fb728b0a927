// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/document/team_directory.h"

#include "core/workspace/workspace.h"
#include "ui/text/error_text.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace renum::ui {

TeamDirectory *TeamDirectory::of(Workspace *workspace)
{
    auto *known = workspace->findChild<TeamDirectory *>({}, Qt::FindDirectChildrenOnly);
    return known ? known : new TeamDirectory(workspace);
}

TeamDirectory::TeamDirectory(Workspace *workspace)
    : QObject(workspace)
    , m_workspace(workspace)
{
    connect(workspace, &Workspace::teamsChanged, this, [this] {
        if (m_state == State::Unread)
            return;
        m_changedMeanwhile = m_state == State::Loading;
        if (m_changedMeanwhile)
            return;
        m_state = State::Unread;
        load();
    });
}

bool TeamDirectory::isMissing(const TeamId &team) const
{
    return m_state == State::Ready
        && std::ranges::find(m_teams, team, &KnownTeam::id) == m_teams.end();
}

void TeamDirectory::load()
{
    if (m_state == State::Loading || m_state == State::Ready)
        return;
    m_state = State::Loading;
    m_tasks.start(read());
}

QCoro::Task<> TeamDirectory::read()
{
    const QPointer<TeamDirectory> self(this);
    const std::stop_token stop = m_tasks.token();
    std::vector<KnownTeam> teams;
    TeamQuery query;
    for (;;) {
        const Result<Page<Team>> page = co_await m_workspace->teams(query, stop);
        if (!self)
            co_return;
        if (!page) {
            m_state = State::Failed;
            m_problem = errorText(page.error());
            emit changed();
            co_return;
        }
        for (const Team &team : page->items)
            teams.push_back({ team.id, team.name, team.workflow.type, team.isActive });
        if (page->next.isEmpty())
            break;
        query.page.after = page->next;
    }
    m_teams = std::move(teams);
    m_state = State::Ready;
    m_problem.clear();
    emit changed();
    if (std::exchange(m_changedMeanwhile, false)) {
        m_state = State::Unread;
        load();
    }
}

} // namespace renum::ui
