// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/agent.h"
#include "core/model/ledger.h"
#include "core/model/local_agent.h"
#include "core/model/team.h"
#include "ui/costs/cost_scope.h"

#include <QHash>

namespace renum::ui {

/// What bookings call by id, in words. What is not known any more keeps its id.
class CostNames {
public:
    void add(const Team &team);
    void add(const AgentInfo &agent);
    void add(const LocalAgent &agent);

    [[nodiscard]] QString team(const TeamId &id) const;
    [[nodiscard]] QString agent(const AgentId &id) const;
    [[nodiscard]] static QString model(const QString &name);
    /// The strategy that a team has now: bookings do not keep the one they were made under.
    [[nodiscard]] QString strategy(const TeamId &id) const;

    /// Ids by name, for choosing one.
    [[nodiscard]] QList<std::pair<QString, QString>> teamChoices() const;
    [[nodiscard]] QList<std::pair<QString, QString>> agentChoices() const;

    /// What tells groups apart: an id, a model's name, a strategy's word.
    [[nodiscard]] QString keyOf(const SpendingRow &row, CostGrouping grouping) const;
    [[nodiscard]] QString nameOf(const SpendingRow &row, CostGrouping grouping) const;

private:
    QHash<TeamId, QString> m_teams;
    QHash<TeamId, WorkflowType> m_strategies;
    QHash<AgentId, QString> m_agents;
    QHash<AgentId, QString> m_members; ///< as teams call them
};

/// Sums of rows of the same group, the most expensive first.
struct CostGroup {
    QString key;
    QString name;
    SpendingRow row; ///< ids and sums
};
[[nodiscard]] QList<CostGroup> costGroups(
    const SpendingRows &rows, CostGrouping grouping, const CostNames &names);

} // namespace renum::ui
