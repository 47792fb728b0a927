// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/teams/team_list_model.h"

#include <QPointer>
#include <QSet>

#include <algorithm>

namespace renum::ui {

namespace {

constexpr int PageSize = 25; // more than a screen shows

QStringList agentNames(const Team &team)
{
    QStringList names;
    for (const WorkflowAgent &agent : team.workflow.agents)
        names.append(agent.displayName());
    return names;
}

} // namespace

TeamListModel::TeamListModel(Workspace *workspace, QObject *parent)
    : QAbstractListModel(parent)
    , m_workspace(workspace)
{
}

void TeamListModel::reload()
{
    begin({ std::max(PageSize, static_cast<int>(m_teams.size())), {} });
}

void TeamListModel::setSearch(const QString &text)
{
    if (text == m_search)
        return;
    m_search = text;
    begin({ PageSize, {} });
}

void TeamListModel::begin(const PageRequest &page)
{
    m_fetching = true;
    if (page.after.isEmpty()) {
        ++m_generation;
        if (m_teams.isEmpty())
            setState(State::Loading);
    }
    TeamQuery query;
    query.search = m_search;
    query.page = page;
    m_tasks.start(load(query, m_generation));
}

QCoro::Task<> TeamListModel::load(TeamQuery query, int generation)
{
    const QPointer<TeamListModel> self(this);
    const std::stop_token stop = m_tasks.token();
    const Result<Page<Team>> page = co_await m_workspace->teams(query, stop);
    if (!self || generation != m_generation)
        co_return;
    m_fetching = false;
    if (!page) {
        m_error = page.error();
        setState(State::Failed);
        co_return;
    }
    m_next = page->next;
    if (query.page.after.isEmpty())
        replaceRows(page->items);
    else
        append(page->items);
    setState(State::Ready);
}

void TeamListModel::setState(State state)
{
    m_state = state;
    emit stateChanged();
}

void TeamListModel::replaceRows(const QList<Team> &teams)
{
    QSet<TeamId> wanted;
    for (const Team &team : teams)
        wanted.insert(team.id);
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (wanted.contains(m_teams.at(row).id))
            continue;
        beginRemoveRows({}, row, row);
        m_teams.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < teams.size(); ++row) {
        const Team &team = teams.at(row);
        const int old = indexOf(team.id).row();
        if (old < 0) {
            beginInsertRows({}, row, row);
            m_teams.insert(row, team);
            endInsertRows();
            continue;
        }
        if (old != row) {
            beginMoveRows({}, old, old, {}, row);
            m_teams.move(old, row);
            endMoveRows();
        }
        if (m_teams.at(row) != team) {
            m_teams[row] = team;
            emit dataChanged(index(row), index(row));
        }
    }
}

void TeamListModel::append(const QList<Team> &teams)
{
    QList<Team> fresh;
    std::ranges::copy_if(teams, std::back_inserter(fresh),
        [this](const Team &team) { return !indexOf(team.id).isValid(); });
    if (fresh.isEmpty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(fresh.size()) - 1);
    m_teams += fresh;
    endInsertRows();
}

const Team *TeamListModel::team(const QModelIndex &index) const
{
    const bool known = index.isValid() && index.model() == this && index.row() < rowCount();
    return known ? &m_teams.at(index.row()) : nullptr;
}

QModelIndex TeamListModel::indexOf(const TeamId &id) const
{
    const auto found = std::ranges::find(m_teams, id, &Team::id);
    return found == m_teams.cend() ? QModelIndex()
                                   : index(static_cast<int>(found - m_teams.cbegin()));
}

int TeamListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_teams.size());
}

QVariant TeamListModel::data(const QModelIndex &index, int role) const
{
    const Team *row = team(index);
    if (!row)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return row->name;
    case Qt::AccessibleDescriptionRole:
    case DescriptionRole:
        return row->description;
    case IdRole:
        return row->id.toString();
    case TypeRole:
        return static_cast<int>(row->workflow.type);
    case AgentCountRole:
        return static_cast<int>(row->workflow.agents.size());
    case AgentNamesRole:
        return agentNames(*row);
    case UpdatedRole:
        return toMicroseconds(row->updatedAt);
    case ActiveRole:
        return row->isActive;
    default:
        return {};
    }
}

bool TeamListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_next.isEmpty() && !m_fetching;
}

void TeamListModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        begin({ PageSize, m_next });
}

} // namespace renum::ui
