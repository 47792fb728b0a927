// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/costs/costing.h"
#include "core/costs/metrics.h"

#include <cmath>

/// The JSON of metrics (contract §1.6): durations in seconds to 3 decimals, money to 6, rates to 4.
namespace renum {

namespace {

double rounded(double value, double steps)
{
    return std::round(value * steps) / steps;
}

double seconds(double value)
{
    return rounded(value, 1000);
}

Json maybeSeconds(const std::optional<double> &value)
{
    return value ? Json(seconds(*value)) : Json();
}

double ratio(double value)
{
    return rounded(value, 10'000);
}

/// Unknown is not zero: an amount of nothing that has a price is null.
Json knownUsd(const Cost &cost)
{
    return cost.isKnown() || cost.calls() == 0 ? Json(usdForApi(cost.nanoUsd)) : Json();
}

Json toJson(const DurationFigures &figures)
{
    return { { "avg", seconds(figures.average) }, { "min", seconds(figures.minimum) },
        { "max", seconds(figures.maximum) }, { "p50", seconds(figures.p50) },
        { "p95", seconds(figures.p95) }, { "total", seconds(figures.total) } };
}

Json toJson(const ExecutionFigures &counts)
{
    return { { "total", counts.total }, { "completed", counts.completed },
        { "completed_with_errors", counts.completedWithErrors }, { "failed", counts.failed },
        { "cancelled", counts.cancelled }, { "running", counts.running },
        { "pending", counts.pending } };
}

Json toJson(const AgentFigures &figures)
{
    return { { "count", figures.durations.count }, { "avg", seconds(figures.durations.average) },
        { "p95", seconds(figures.durations.p95) }, { "success_rate", ratio(figures.successRate()) },
        { "skipped", figures.skipped } };
}

Json costJson(const TeamMetrics &metrics)
{
    const Cost &total = metrics.spending.cost;
    const int executions = metrics.executions.total;
    Json byAgent = Json::object();
    for (const auto &[agent, spending] : metrics.byAgent)
        byAgent[agent.toString().toStdString()] = knownUsd(spending.cost);
    Json byModel = Json::object();
    for (const auto &[model, spending] : metrics.byModel)
        byModel[model.toStdString()] = knownUsd(spending.cost);
    return { { "total_usd", knownUsd(total) },
        { "avg_usd",
            executions > 0 && total.isKnown() ? Json(usdForApi(total.nanoUsd / executions))
                                              : Json() },
        { "unpriced_calls", total.unpricedCalls }, { "estimated_calls", total.estimatedCalls },
        { "by_agent", std::move(byAgent) }, { "by_model", std::move(byModel) } };
}

Json tokensJson(const Spending &spending)
{
    return { { "input", spending.tokensInput }, { "output", spending.tokensOutput },
        { "total", spending.tokensInput + spending.tokensOutput } };
}

Json toJson(const MetricsPoint &point)
{
    return { { "t", renum::toJson(toRfc3339(point.time)) },
        { "executions", point.executions.total }, { "completed", point.executions.completed },
        { "failed", point.executions.failed }, { "cost_usd", knownUsd(point.spending.cost) },
        { "tokens", point.spending.tokensInput + point.spending.tokensOutput },
        { "avg_duration", seconds(point.averageDuration) } };
}

Json toJson(const TeamFigures &team)
{
    return { { "team_id", renum::toJson(team.team.toString()) },
        { "name", renum::toJson(team.name) }, { "executions", team.executions.total },
        { "success_rate", ratio(team.executions.successRate()) },
        { "avg_duration", seconds(team.averageDuration) },
        { "cost_usd", knownUsd(team.spending.cost) },
        { "last_execution_at",
            team.lastExecution ? renum::toJson(toRfc3339(*team.lastExecution)) : Json() } };
}

Json toJson(const StepFigures &step)
{
    const auto count
        = [](const std::optional<qint64> &tokens) { return tokens ? Json(*tokens) : Json(); };
    return { { "step_id", renum::toJson(step.step.toString()) },
        { "agent_id", renum::toJson(step.agent.toString()) }, { "order", step.order },
        { "status", renum::toJson(toString(step.status)) }, { "wait_time", seconds(step.wait) },
        { "duration", seconds(step.duration) }, { "attempts", step.attempts },
        { "tokens_input", count(step.usage.tokensInput) },
        { "tokens_output", count(step.usage.tokensOutput) },
        { "cost_usd", knownUsd(step.usage.cost) } };
}

Json spendingByName(const std::map<QString, Spending> &spending, const char *name)
{
    Json list = Json::array();
    for (const auto &[key, sum] : spending)
        list.push_back({ { name, renum::toJson(key) }, { "bookings", sum.bookings },
            { "tokens", sum.tokensInput + sum.tokensOutput }, { "cost_usd", knownUsd(sum.cost) } });
    return list;
}

} // namespace

Json toJson(const TeamMetrics &metrics)
{
    Json agents = Json::object();
    for (auto agent = metrics.agentExecutionTimes.cbegin();
         agent != metrics.agentExecutionTimes.cend(); ++agent)
        agents[agent.key().toString().toStdString()] = toJson(agent.value());
    Json series = Json::array();
    for (const MetricsPoint &point : metrics.series)
        series.push_back(toJson(point));
    Json json = { { "from", toJson(toRfc3339(metrics.range.from)) },
        { "to", toJson(toRfc3339(metrics.range.to)) }, { "executions", toJson(metrics.executions) },
        { "success_rate", ratio(metrics.executions.successRate()) },
        { "execution_duration", toJson(metrics.executionDuration) },
        { "agent_execution_times", std::move(agents) }, { "message_count", metrics.messageCount },
        { "context_updates", metrics.contextUpdates }, { "error_count", metrics.errorCount },
        { "retry_count", metrics.retryCount }, { "tokens", tokensJson(metrics.spending) },
        { "cost", costJson(metrics) }, { "series", std::move(series) } };
    if (!metrics.team.isEmpty())
        json["team_id"] = toJson(metrics.team.toString());
    return json;
}

Json toJson(const Analytics &analytics)
{
    Json json = toJson(analytics.totals);
    json["totals"] = toJson(analytics.totals.executions);
    json["totals"]["teams"] = analytics.teams;
    json["totals"]["active_teams"] = int(analytics.byTeam.size());
    json["totals"]["success_rate"] = ratio(analytics.totals.executions.successRate());
    json["totals"]["tokens"] = tokensJson(analytics.totals.spending)["total"];
    json["totals"]["cost_usd"] = knownUsd(analytics.totals.spending.cost);
    json["by_team"] = Json::array();
    for (const TeamFigures &team : analytics.byTeam)
        json["by_team"].push_back(toJson(team));
    json["by_workflow_type"] = Json::object();
    for (const auto &[type, counts] : analytics.byWorkflowType)
        json["by_workflow_type"][type.toStdString()] = toJson(counts);
    std::map<QString, Spending> agents;
    for (const auto &[agent, spending] : analytics.totals.byAgent)
        agents[agent.toString()] = spending;
    json["by_agent"] = spendingByName(agents, "agent_id");
    json["by_model"] = spendingByName(analytics.totals.byModel, "model_name");
    json["top_errors"] = Json::array();
    for (const auto &[type, count] : analytics.topErrors)
        json["top_errors"].push_back({ { "error_type", toJson(type) }, { "count", count } });
    return json;
}

Json toJson(const ExecutionPerformance &performance)
{
    Json steps = Json::array();
    for (const StepFigures &step : performance.steps)
        steps.push_back(toJson(step));
    Json path = Json::array();
    for (const AgentId &agent : performance.criticalPath)
        path.push_back(toJson(agent.toString()));
    const bool isOver = performance.totalDuration.has_value();
    return { { "execution_id", toJson(performance.execution.toString()) },
        { "status", toJson(toString(performance.status)) },
        { "total_duration", maybeSeconds(performance.totalDuration) },
        { "queue_time", maybeSeconds(performance.queueTime) },
        { "coordination_overhead", seconds(performance.coordinationOverhead) },
        { "steps", std::move(steps) }, { "critical_path", std::move(path) },
        { "parallelism", rounded(performance.parallelism, 1000) },
        { "message_count", performance.messageCount },
        { "context_updates", performance.contextUpdates },
        { "error_count", performance.errorCount },
        { "estimated_duration", performance.estimatedDuration },
        { "estimation_error",
            isOver ? Json(seconds(*performance.totalDuration - performance.estimatedDuration))
                   : Json() },
        { "usage_totals", toJson(performance.usage) } };
}

} // namespace renum
