// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/metrics_facts.h"
#include "core/store/connection.h"

namespace renum {

class Statement;

/// What of executions metrics follow from, on a reader's thread; for StoreAccess::read().
class MetricsReader {
public:
    /// `connection` outlives it.
    explicit MetricsReader(Connection *connection)
        : m_connection(connection)
    {
    }

    /// Of the executions that were made in a period; without a team those of all teams, but not
    /// those that work for a step of another one.
    [[nodiscard]] Result<MetricsFacts> facts(const TeamId &team, const TimeRange &range) const;
    /// What the latest completed executions of a team spent, told apart by agent and model.
    [[nodiscard]] Result<RunSpendings> latestRuns(const TeamId &team, int executions) const;
    /// What each execution spent that a person started since then or that is not over, together
    /// with the teams that worked for it.
    [[nodiscard]] Result<RunSpendings> openRuns(Timestamp since) const;
    /// The steps of these executions.
    [[nodiscard]] Result<std::vector<MeasuredStep>> latestSteps(
        const TeamId &team, int executions) const;
    /// Between the agents of one execution.
    [[nodiscard]] Result<int> messageCount(const ExecutionId &id) const;

private:
    [[nodiscard]] Result<std::vector<ExecutionFacts>> executions(
        const TeamId &team, const TimeRange &range) const;
    [[nodiscard]] Result<std::vector<MeasuredStep>> steps(
        const TeamId &team, const TimeRange &range) const;
    [[nodiscard]] Result<std::vector<MeasuredStep>> stepsWhere(
        const QString &condition, const QVariantList &values) const;
    [[nodiscard]] Result<RunSpendings> spendingWhere(
        const QString &columns, const QString &condition, const QVariantList &values) const;
    [[nodiscard]] static Result<RunSpendings> readRuns(
        Statement &select, const QVariantList &values);

    Connection *m_connection;
};

} // namespace renum
