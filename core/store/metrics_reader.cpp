// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/metrics_reader.h"

#include "core/store/ledger_sums.h"
#include "core/store/statement.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace renum {

namespace {

/// The latest completed executions of a team; takes the team and how many.
constexpr QLatin1StringView LatestExecutions
    = "SELECT execution_id FROM renum_team_executions WHERE team_id = ? "
      "AND status = 'completed' ORDER BY created_at DESC, execution_id DESC LIMIT ?"_L1;

/// The executions of a period, as a condition on renum_team_executions called x.
QString chosen(const TeamId &team)
{
    return team.isEmpty()
        ? u"x.parent_execution_id = '' AND x.created_at >= ? AND x.created_at < ?"_s
        : u"x.team_id = ? AND x.created_at >= ? AND x.created_at < ?"_s;
}

QVariantList valuesFor(const TeamId &team, const TimeRange &range)
{
    QVariantList values { bound::value(range.from), bound::value(range.to) };
    if (!team.isEmpty())
        values.prepend(bound::value(team));
    return values;
}

ExecutionFacts readFacts(const Statement &select)
{
    ExecutionFacts facts;
    facts.id = select.id<ExecutionId>(0);
    facts.team = select.id<TeamId>(1);
    facts.teamName = select.text(2);
    facts.workflowType = workflowTypeFromString(select.text(3)).value_or(WorkflowType::Sequential);
    facts.status = executionStatusFromString(select.text(4));
    facts.hasErrors = select.flag(5);
    facts.isNested = !select.text(6).isEmpty();
    facts.contextVersion = select.number(7);
    facts.createdAt = select.time(8);
    facts.startedAt = select.optionalTime(9);
    facts.completedAt = select.optionalTime(10);
    if (!select.isNull(11))
        facts.errorType = stringAt(select.json(11), "error_type").value_or(QString());
    facts.messages = select.number(12);
    return facts;
}

} // namespace

Result<MetricsFacts> MetricsReader::facts(const TeamId &team, const TimeRange &range) const
{
    Result<std::vector<ExecutionFacts>> executionFacts = executions(team, range);
    if (!executionFacts)
        return executionFacts.error();
    Result<std::vector<MeasuredStep>> stepFacts = steps(team, range);
    if (!stepFacts)
        return stepFacts.error();
    const auto spending
        = spendingWhere(u"x.execution_id, u.team_id, u.agent_id, u.model_provider, u.model_name"_s,
            chosen(team), valuesFor(team, range));
    if (!spending)
        return spending.error();
    MetricsFacts facts { *std::move(executionFacts), *std::move(stepFacts), {} };
    QHash<ExecutionId, Spending> byExecution;
    for (const auto &[id, row] : *spending) {
        byExecution[id].add(row.spending);
        facts.spending.append(row);
    }
    for (ExecutionFacts &execution : facts.executions)
        execution.spending = byExecution.value(execution.id);
    return facts;
}

Result<std::vector<ExecutionFacts>> MetricsReader::executions(
    const TeamId &team, const TimeRange &range) const
{
    Statement select(m_connection,
        u"SELECT x.execution_id, x.team_id, x.team_name, x.workflow_type, x.status, x.has_errors, "
        "x.parent_execution_id, x.context_version, x.created_at, x.started_at, x.completed_at, "
        "CAST(x.error_detail AS BLOB), (SELECT count(*) FROM renum_execution_events e "
        "WHERE e.execution_key = x.execution_key AND e.type = 'team_message' "
        "AND e.event_type = '') FROM renum_team_executions x WHERE "_s
            + chosen(team) + u" ORDER BY x.created_at, x.execution_id"_s);
    if (const Result<void> ran = select.runWith(valuesFor(team, range)); !ran)
        return ran.error();
    std::vector<ExecutionFacts> facts;
    while (select.next())
        facts.push_back(readFacts(select));
    if (const Result<void> finished = select.finish(); !finished)
        return finished.error();
    return facts;
}

Result<std::vector<MeasuredStep>> MetricsReader::steps(
    const TeamId &team, const TimeRange &range) const
{
    return stepsWhere(chosen(team), valuesFor(team, range));
}

Result<std::vector<MeasuredStep>> MetricsReader::latestSteps(
    const TeamId &team, int executions) const
{
    return stepsWhere(
        u"x.execution_id IN ("_s + LatestExecutions + u')', { bound::value(team), executions });
}

Result<std::vector<MeasuredStep>> MetricsReader::stepsWhere(
    const QString &condition, const QVariantList &values) const
{
    Statement select(m_connection,
        u"SELECT x.execution_id, s.agent_id, s.status, s.attempts, s.started_at, s.completed_at "
        "FROM renum_team_executions x JOIN renum_team_agent_executions s "
        "ON s.execution_key = x.execution_key WHERE "_s
            + condition);
    if (const Result<void> ran = select.runWith(values); !ran)
        return ran.error();
    std::vector<MeasuredStep> facts;
    while (select.next()) {
        facts.push_back({ select.id<ExecutionId>(0), select.id<AgentId>(1),
            stepStatusFromString(select.text(2)), select.number(3), select.optionalTime(4),
            select.optionalTime(5) });
    }
    if (const Result<void> finished = select.finish(); !finished)
        return finished.error();
    return facts;
}

Result<RunSpendings> MetricsReader::latestRuns(const TeamId &team, int executions) const
{
    return spendingWhere(u"x.execution_id, u.team_id, u.agent_id, u.model_provider, u.model_name"_s,
        u"x.execution_id IN ("_s + LatestExecutions + u')', { bound::value(team), executions });
}

Result<RunSpendings> MetricsReader::openRuns(Timestamp since) const
{
    Statement select(m_connection,
        u"WITH RECURSIVE part(id, root) AS (SELECT execution_id, execution_id "
        "FROM renum_team_executions WHERE parent_execution_id = '' "
        "AND (created_at >= ? OR status IN ('pending', 'running')) "
        "UNION ALL SELECT x.execution_id, part.root FROM renum_team_executions x JOIN part "
        "ON x.parent_execution_id = part.id AND x.parent_execution_id <> '') "
        "SELECT part.root, u.team_id, u.agent_id, '', '', "_s
            + ledgerSums()
            + u" FROM part JOIN renum_ai_usage_logs u ON u.execution_id = part.id "
              "GROUP BY part.root, u.team_id, u.agent_id"_s);
    return readRuns(select, { bound::value(since) });
}

Result<RunSpendings> MetricsReader::spendingWhere(
    const QString &columns, const QString &condition, const QVariantList &values) const
{
    Statement select(m_connection,
        u"SELECT "_s + columns + u", "_s + ledgerSums()
            + u" FROM renum_team_executions x CROSS JOIN renum_ai_usage_logs u "
              "ON u.execution_id = x.execution_id WHERE "_s
            + condition + u" GROUP BY "_s + columns);
    return readRuns(select, values);
}

Result<RunSpendings> MetricsReader::readRuns(Statement &select, const QVariantList &values)
{
    if (const Result<void> ran = select.runWith(values); !ran)
        return ran.error();
    RunSpendings runs;
    while (select.next()) {
        SpendingRow row;
        row.team = select.id<TeamId>(1);
        row.agent = select.id<AgentId>(2);
        row.provider = select.text(3);
        row.model = select.text(4);
        row.spending = readSums(select, 5);
        runs.append({ select.id<ExecutionId>(0), row });
    }
    if (const Result<void> finished = select.finish(); !finished)
        return finished.error();
    return runs;
}

Result<int> MetricsReader::messageCount(const ExecutionId &id) const
{
    Statement select(m_connection,
        "SELECT count(*) FROM renum_execution_events e JOIN renum_team_executions x "
        "ON x.execution_key = e.execution_key WHERE x.execution_id = ? "
        "AND e.type = 'team_message' AND e.event_type = ''");
    if (const Result<void> ran = select.run(id); !ran)
        return ran.error();
    const int count = select.next() ? select.number(0) : 0;
    if (const Result<void> finished = select.finish(); !finished)
        return finished.error();
    return count;
}

} // namespace renum
