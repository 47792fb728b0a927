// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/costs/metrics.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t MostPoints = 1000;
constexpr int LongestPeriod = 10'000; // of its unit

double secondsBetween(Timestamp from, Timestamp to)
{
    return std::chrono::duration<double>(to - from).count();
}

double shareOf(int completed, int failed)
{
    return completed + failed == 0 ? 0 : double(completed) / double(completed + failed);
}

std::optional<double> durationOf(
    const std::optional<Timestamp> &started, const std::optional<Timestamp> &completed)
{
    if (!started || !completed || *completed < *started)
        return std::nullopt;
    return secondsBetween(*started, *completed);
}

std::optional<double> durationOf(const ExecutionFacts &execution)
{
    if (execution.status != ExecutionStatus::Completed)
        return std::nullopt;
    return durationOf(execution.startedAt, execution.completedAt);
}

double average(const std::vector<double> &values)
{
    if (values.empty())
        return 0;
    return std::accumulate(values.begin(), values.end(), 0.0) / double(values.size());
}

void addSteps(TeamMetrics &metrics, const MetricsFacts &facts)
{
    QMap<AgentId, std::vector<double>> durations;
    for (const MeasuredStep &step : facts.steps) {
        AgentFigures &figures = metrics.agentExecutionTimes[step.agent];
        figures.completed += step.status == StepStatus::Completed ? 1 : 0;
        figures.failed += step.status == StepStatus::Failed ? 1 : 0;
        figures.skipped += step.status == StepStatus::Skipped ? 1 : 0;
        const int retries = std::max(step.attempts - 1, 0);
        metrics.retryCount += retries;
        metrics.errorCount += retries + (step.status == StepStatus::Failed ? 1 : 0);
        if (const auto seconds = durationOf(step.startedAt, step.completedAt))
            durations[step.agent].push_back(*seconds);
    }
    for (auto agent = metrics.agentExecutionTimes.begin();
         agent != metrics.agentExecutionTimes.end(); ++agent)
        agent->durations = durationFigures(durations.value(agent.key()));
}

/// Executions that failed although no step did: one more error each.
int failuresWithoutStep(const MetricsFacts &facts)
{
    QSet<ExecutionId> withStep;
    for (const MeasuredStep &step : facts.steps) {
        if (step.status == StepStatus::Failed)
            withStep.insert(step.execution);
    }
    return int(std::ranges::count_if(facts.executions, [&withStep](const ExecutionFacts &one) {
        return one.status == ExecutionStatus::Failed && !withStep.contains(one.id);
    }));
}

/// The first point that holds something, when the period has no beginning.
Timestamp beginOf(const TimeRange &range, const MetricsFacts &facts)
{
    Timestamp begin = range.to;
    for (const ExecutionFacts &execution : facts.executions)
        begin = std::min(begin, execution.createdAt);
    return std::max(begin, range.from);
}

std::vector<MetricsPoint> seriesOf(
    const TimeRange &range, std::chrono::seconds bucket, const MetricsFacts &facts)
{
    std::vector<MetricsPoint> series;
    if (facts.executions.empty() || bucket.count() <= 0)
        return series;
    const auto length = std::chrono::duration_cast<Timestamp::duration>(bucket).count();
    const qint64 first = toMicroseconds(beginOf(range, facts)) / length;
    const qint64 last = (toMicroseconds(range.to) - 1) / length;
    const auto count = std::min(std::size_t(std::max<qint64>(last - first + 1, 1)), MostPoints);
    series.resize(count);
    std::vector<std::vector<double>> durations(count);
    for (std::size_t i = 0; i < count; ++i)
        series[i].time = fromMicroseconds((first + qint64(i)) * length);
    for (const ExecutionFacts &execution : facts.executions) {
        const qint64 place = toMicroseconds(execution.createdAt) / length - first;
        if (place < 0 || std::size_t(place) >= count)
            continue;
        MetricsPoint &point = series[std::size_t(place)];
        point.executions.add(execution);
        point.spending.add(execution.spending);
        if (const auto seconds = durationOf(execution))
            durations[std::size_t(place)].push_back(*seconds);
    }
    for (std::size_t i = 0; i < count; ++i)
        series[i].averageDuration = average(durations[i]);
    return series;
}

std::vector<TeamFigures> figuresByTeam(const MetricsFacts &facts)
{
    std::map<TeamId, TeamFigures> teams;
    std::map<TeamId, std::vector<double>> durations;
    for (const ExecutionFacts &execution : facts.executions) {
        TeamFigures &team = teams[execution.team];
        team.team = execution.team;
        team.executions.add(execution);
        team.spending.add(execution.spending);
        if (!team.lastExecution || *team.lastExecution <= execution.createdAt) {
            team.lastExecution = execution.createdAt;
            team.name = execution.teamName;
        }
        if (const auto seconds = durationOf(execution))
            durations[execution.team].push_back(*seconds);
    }
    std::vector<TeamFigures> figures;
    for (auto &[id, team] : teams) {
        team.averageDuration = average(durations[id]);
        figures.push_back(team);
    }
    std::ranges::stable_sort(figures, std::ranges::greater(),
        [](const TeamFigures &team) { return team.spending.cost.nanoUsd; });
    return figures;
}

} // namespace

DurationFigures durationFigures(std::vector<double> seconds)
{
    DurationFigures figures;
    if (seconds.empty())
        return figures;
    std::ranges::sort(seconds);
    const auto percentile = [&seconds](double share) {
        const auto rank = std::size_t(std::ceil(share * double(seconds.size())));
        return seconds[std::max<std::size_t>(rank, 1) - 1];
    };
    figures.count = int(seconds.size());
    figures.average = average(seconds);
    figures.minimum = seconds.front();
    figures.maximum = seconds.back();
    figures.p50 = percentile(0.5);
    figures.p95 = percentile(0.95);
    figures.total = std::accumulate(seconds.begin(), seconds.end(), 0.0);
    return figures;
}

void ExecutionFigures::add(const ExecutionFacts &execution)
{
    ++total;
    switch (execution.status) {
    case ExecutionStatus::Pending:
        ++pending;
        break;
    case ExecutionStatus::Running:
        ++running;
        break;
    case ExecutionStatus::Completed:
        ++completed;
        completedWithErrors += execution.hasErrors ? 1 : 0;
        break;
    case ExecutionStatus::Failed:
        ++failed;
        break;
    case ExecutionStatus::Cancelled:
        ++cancelled;
        break;
    }
}

double ExecutionFigures::successRate() const
{
    return shareOf(completed, failed);
}

double AgentFigures::successRate() const
{
    return shareOf(completed, failed);
}

TeamMetrics teamMetrics(const TeamId &team, const TimeRange &range, std::chrono::seconds bucket,
    const MetricsFacts &facts)
{
    TeamMetrics metrics;
    metrics.team = team;
    metrics.range = range;
    std::vector<double> durations;
    for (const ExecutionFacts &execution : facts.executions) {
        metrics.executions.add(execution);
        metrics.messageCount += execution.messages;
        metrics.contextUpdates += std::max(execution.contextVersion - 1, 0);
        metrics.spending.add(execution.spending);
        if (const auto seconds = durationOf(execution))
            durations.push_back(*seconds);
    }
    metrics.executionDuration = durationFigures(std::move(durations));
    addSteps(metrics, facts);
    metrics.errorCount += failuresWithoutStep(facts);
    for (const SpendingRow &row : facts.spending) {
        metrics.byAgent[row.agent].add(row.spending);
        metrics.byModel[row.model].add(row.spending);
    }
    metrics.series = seriesOf(range, bucket, facts);
    return metrics;
}

Analytics analytics(
    int storedTeams, const TimeRange &range, std::chrono::seconds bucket, const MetricsFacts &facts)
{
    Analytics all;
    all.teams = storedTeams;
    all.totals = teamMetrics({}, range, bucket, facts);
    all.byTeam = figuresByTeam(facts);
    std::map<QString, int> errors;
    for (const ExecutionFacts &execution : facts.executions) {
        all.byWorkflowType[toString(execution.workflowType)].add(execution);
        if (!execution.errorType.isEmpty())
            ++errors[execution.errorType];
    }
    all.topErrors.assign(errors.begin(), errors.end());
    std::ranges::stable_sort(
        all.topErrors, std::ranges::greater(), [](const auto &error) { return error.second; });
    return all;
}

std::optional<TimeRange> periodBefore(const QString &period, Timestamp now)
{
    if (period == "all"_L1)
        return TimeRange { Timestamp(), now };
    static const QRegularExpression pattern(u"^(\\d{1,5})([hdwm])$"_s);
    const QRegularExpressionMatch match = pattern.match(period);
    const int count = match.captured(1).toInt();
    if (!match.hasMatch() || count < 1 || count > LongestPeriod)
        return std::nullopt;
    const std::map<QString, std::chrono::hours> units { { u"h"_s, std::chrono::hours(1) },
        { u"d"_s, std::chrono::hours(24) }, { u"w"_s, std::chrono::hours(24 * 7) },
        { u"m"_s, std::chrono::hours(24 * 30) } };
    const Timestamp from = now - count * units.at(match.captured(2));
    return TimeRange { std::max(from, Timestamp()), now };
}

std::chrono::seconds bucketFor(const TimeRange &range)
{
    return range.to - range.from <= std::chrono::hours(48) ? std::chrono::hours(1)
                                                           : std::chrono::hours(24);
}

} // namespace renum
