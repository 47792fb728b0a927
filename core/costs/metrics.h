// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"
#include "core/model/metrics_facts.h"

#include <QMap>

#include <map>
#include <vector>

namespace renum {

/// Of several durations, in seconds; percentiles by nearest rank.
struct DurationFigures {
    int count = 0;
    double average = 0;
    double minimum = 0;
    double maximum = 0;
    double p50 = 0;
    double p95 = 0;
    double total = 0;
};
[[nodiscard]] DurationFigures durationFigures(std::vector<double> seconds);

struct ExecutionFigures {
    int total = 0;
    int completed = 0;
    int completedWithErrors = 0; ///< of the completed
    int failed = 0;
    int cancelled = 0;
    int running = 0;
    int pending = 0;

    void add(const ExecutionFacts &execution);
    /// Completed of completed and failed; 0 when there are none (vector M9).
    [[nodiscard]] double successRate() const;
};

struct AgentFigures {
    DurationFigures durations; ///< of steps that ended
    int completed = 0;
    int failed = 0;
    int skipped = 0;

    [[nodiscard]] double successRate() const;
};

/// One point of a series.
struct MetricsPoint {
    Timestamp time;
    ExecutionFigures executions;
    double averageDuration = 0;
    Spending spending;
};

/// Contract §1.6.1; the names of its JSON are fixed.
struct TeamMetrics {
    TeamId team; ///< empty: of all teams
    TimeRange range;
    ExecutionFigures executions;
    DurationFigures executionDuration;
    QMap<AgentId, AgentFigures> agentExecutionTimes;
    int messageCount = 0;
    int contextUpdates = 0;
    int errorCount = 0;
    int retryCount = 0;
    Spending spending;
    std::map<AgentId, Spending> byAgent;
    std::map<QString, Spending> byModel;
    std::vector<MetricsPoint> series;
};
/// `bucket` is the length of a point of the series.
[[nodiscard]] TeamMetrics teamMetrics(const TeamId &team, const TimeRange &range,
    std::chrono::seconds bucket, const MetricsFacts &facts);
[[nodiscard]] Json toJson(const TeamMetrics &metrics);

/// Contract §1.6.3.
struct TeamFigures {
    TeamId team;
    QString name;
    ExecutionFigures executions;
    double averageDuration = 0;
    std::optional<Timestamp> lastExecution;
    Spending spending;
};
struct Analytics {
    int teams = 0; ///< that are stored
    TeamMetrics totals; ///< of all executions that nobody but a person asked for
    std::vector<TeamFigures> byTeam; ///< the most expensive first
    std::map<QString, ExecutionFigures> byWorkflowType;
    std::vector<std::pair<QString, int>> topErrors; ///< the most frequent first
};
[[nodiscard]] Analytics analytics(int storedTeams, const TimeRange &range,
    std::chrono::seconds bucket, const MetricsFacts &facts);
[[nodiscard]] Json toJson(const Analytics &analytics);

/// Contract §1.6.2.
struct StepFigures {
    StepId step;
    AgentId agent;
    int order = 1;
    StepStatus status = StepStatus::Pending;
    double wait = 0; ///< from the end of what it waited for to its start, in seconds
    double duration = 0;
    int attempts = 0;
    Usage usage = {};
};
struct ExecutionPerformance {
    ExecutionId execution;
    ExecutionStatus status = ExecutionStatus::Pending;
    std::optional<double> totalDuration; ///< once it has ended, in seconds, as everything here
    std::optional<double> queueTime;
    double coordinationOverhead = 0;
    std::vector<StepFigures> steps;
    std::vector<AgentId> criticalPath;
    double parallelism = 0;
    int messageCount = 0;
    int contextUpdates = 0;
    int errorCount = 0;
    int estimatedDuration = 0;
    Usage usage;
};
[[nodiscard]] ExecutionPerformance performanceOf(const Execution &execution, int messages);
[[nodiscard]] Json toJson(const ExecutionPerformance &performance);

/// `7d`, `24h`, `2w`, `3m`: back from a moment; `all`: from the beginning. None for other text.
[[nodiscard]] std::optional<TimeRange> periodBefore(const QString &period, Timestamp now);
/// Hours for short periods, days for others, so that there are not too many points.
[[nodiscard]] std::chrono::seconds bucketFor(const TimeRange &range);

} // namespace renum
