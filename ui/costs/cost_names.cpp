// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/costs/cost_names.h"

#include "ui/text/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace renum::ui {

namespace {

struct NameWords {
    Q_DECLARE_TR_FUNCTIONS(CostNames)
};

template<typename Id>
QList<std::pair<QString, QString>> choicesOf(const QHash<Id, QString> &names)
{
    QList<std::pair<QString, QString>> choices;
    for (auto it = names.cbegin(); it != names.cend(); ++it)
        choices.append({ it.value(), it.key().toString() });
    std::ranges::sort(choices, [](const auto &a, const auto &b) {
        const int order = QString::localeAwareCompare(a.first, b.first);
        return order == 0 ? a.second < b.second : order < 0;
    });
    return choices;
}

} // namespace

void CostNames::add(const Team &team)
{
    m_teams.insert(team.id, team.name);
    m_strategies.insert(team.id, team.workflow.type);
    for (const WorkflowAgent &member : team.workflow.agents) {
        if (!member.name.isEmpty() && !m_members.contains(member.agentId))
            m_members.insert(member.agentId, member.name);
    }
}

void CostNames::add(const AgentInfo &agent)
{
    m_agents.insert(agent.id, agent.name);
}

void CostNames::add(const LocalAgent &agent)
{
    m_agents.insert(agent.id, agent.name);
}

QString CostNames::team(const TeamId &id) const
{
    if (id.isEmpty())
        return NameWords::tr("No team");
    return m_teams.value(id, id.toString());
}

QString CostNames::agent(const AgentId &id) const
{
    if (id.isEmpty())
        return NameWords::tr("No agent");
    const auto known = m_agents.constFind(id);
    return known != m_agents.cend() ? *known : m_members.value(id, id.toString());
}

QString CostNames::model(const QString &name)
{
    return name.isEmpty() || name == QLatin1String("unknown") ? NameWords::tr("Unknown model")
                                                              : name;
}

QString CostNames::strategy(const TeamId &id) const
{
    const auto known = m_strategies.constFind(id);
    return known == m_strategies.cend() ? NameWords::tr("Deleted teams")
                                        : format::workflowType(*known);
}

QList<std::pair<QString, QString>> CostNames::teamChoices() const
{
    return choicesOf(m_teams);
}

QList<std::pair<QString, QString>> CostNames::agentChoices() const
{
    QHash<AgentId, QString> all = m_members;
    all.insert(m_agents);
    return choicesOf(all);
}

QString CostNames::keyOf(const SpendingRow &row, CostGrouping grouping) const
{
    switch (grouping) {
    case CostGrouping::Agent:
        return row.agent.toString();
    case CostGrouping::Model:
        return row.model;
    case CostGrouping::Team:
        return row.team.toString();
    case CostGrouping::Strategy:
        return strategy(row.team);
    }
    Q_UNREACHABLE();
}

QString CostNames::nameOf(const SpendingRow &row, CostGrouping grouping) const
{
    switch (grouping) {
    case CostGrouping::Agent:
        return agent(row.agent);
    case CostGrouping::Model:
        return model(row.model);
    case CostGrouping::Team:
        return team(row.team);
    case CostGrouping::Strategy:
        return strategy(row.team);
    }
    Q_UNREACHABLE();
}

QList<CostGroup> costGroups(const SpendingRows &rows, CostGrouping grouping, const CostNames &names)
{
    QList<CostGroup> groups;
    QHash<QString, qsizetype> places;
    for (const SpendingRow &row : rows) {
        const QString key = names.keyOf(row, grouping);
        const auto place = places.constFind(key);
        if (place == places.cend()) {
            places.insert(key, groups.size());
            groups.append({ key, names.nameOf(row, grouping), row });
        } else {
            groups[*place].row.spending.add(row.spending);
        }
    }
    std::ranges::stable_sort(groups, std::ranges::greater(),
        [](const CostGroup &group) { return group.row.spending.cost.nanoUsd; });
    return groups;
}

} // namespace renum::ui
