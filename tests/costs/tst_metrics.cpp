// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/costs/metrics.h"

#include <QtTest>

using namespace renum;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Timestamp Begin = *fromRfc3339(u"2026-11-01T00:00:00Z"_s);
const TimeRange Week { Begin, Begin + 24h * 7 };

Spending spent(qint64 nano, CostBasis basis = CostBasis::Computed)
{
    Spending spending;
    spending.bookings = 1;
    spending.tokensInput = 100;
    spending.tokensOutput = 20;
    spending.cost = Cost::ofCall(basis, nano);
    return spending;
}

ExecutionFacts execution(int number, ExecutionStatus status, int seconds = 10)
{
    ExecutionFacts facts;
    facts.id = ExecutionId(u"x%1"_s.arg(number));
    facts.team = TeamId(u"t"_s);
    facts.teamName = u"Team"_s;
    facts.status = status;
    facts.contextVersion = 3;
    facts.messages = 2;
    facts.createdAt = Begin + 1h * number;
    facts.startedAt = facts.createdAt + 1s;
    if (isTerminal(status))
        facts.completedAt = *facts.startedAt + std::chrono::seconds(seconds);
    facts.spending = spent(1'000'000 * number);
    return facts;
}

MeasuredStep step(int execution, StepStatus status, int attempts, int seconds)
{
    const Timestamp start = Begin + 1h;
    return { ExecutionId(u"x%1"_s.arg(execution)), AgentId(u"a"_s), status, attempts, start,
        start + std::chrono::seconds(seconds) };
}

StepRecord record(const char *id, int order, int from, int to)
{
    StepRecord step;
    step.id = StepId(QString::fromLatin1(id));
    step.agentId = AgentId(QString::fromLatin1(id));
    step.order = order;
    step.status = StepStatus::Completed;
    step.attempts = 1;
    step.startedAt = Begin + std::chrono::seconds(from);
    step.completedAt = Begin + std::chrono::seconds(to);
    return step;
}

PlanStep planned(const char *id, std::vector<const char *> dependencies)
{
    PlanStep step;
    step.id = StepId(QString::fromLatin1(id));
    step.agentId = AgentId(QString::fromLatin1(id));
    for (const char *dependency : dependencies)
        step.dependencies.emplace_back(QString::fromLatin1(dependency));
    return step;
}

} // namespace

/// Contract §1.6 and §7.2.
class TestMetrics : public QObject {
    Q_OBJECT

private slots:
    void M9_successRate();
    void percentilesAreOfTheNearestRank();
    void teamMetricsFollowTheFormulas();
    void nothingIsNoError();
    void errorsCountOnce();
    void seriesHasAPointForEachDay();
    void theSixNamesStay();
    void unknownCostIsNull();
    void analyticsTellsTeamsApart();
    void periods_data();
    void periods();
    void performanceOfAChain();
    void performanceOfBranches();
    void performanceOfWhatRuns();
};

void TestMetrics::M9_successRate()
{
    ExecutionFigures counts;
    for (int i = 0; i < 9; ++i)
        counts.add(execution(i, ExecutionStatus::Completed));
    counts.add(execution(10, ExecutionStatus::Failed));
    counts.add(execution(11, ExecutionStatus::Failed));
    counts.add(execution(12, ExecutionStatus::Cancelled));
    QCOMPARE(qRound(counts.successRate() * 10000), 8182);
    QCOMPARE(ExecutionFigures().successRate(), 0.0);
}

void TestMetrics::percentilesAreOfTheNearestRank()
{
    std::vector<double> values;
    for (int i = 20; i >= 1; --i)
        values.push_back(i);
    const DurationFigures figures = durationFigures(values);
    QCOMPARE(figures.count, 20);
    QCOMPARE(figures.p50, 10.0);
    QCOMPARE(figures.p95, 19.0);
    QCOMPARE(figures.minimum, 1.0);
    QCOMPARE(figures.maximum, 20.0);
    QCOMPARE(figures.average, 10.5);
    QCOMPARE(figures.total, 210.0);
    QCOMPARE(durationFigures({ 7 }).p95, 7.0);
    QCOMPARE(durationFigures({}).count, 0);
}

void TestMetrics::teamMetricsFollowTheFormulas()
{
    MetricsFacts facts;
    facts.executions = { execution(1, ExecutionStatus::Completed, 10),
        execution(2, ExecutionStatus::Completed, 30), execution(3, ExecutionStatus::Failed, 99),
        execution(4, ExecutionStatus::Running), execution(5, ExecutionStatus::Pending) };
    facts.executions[1].hasErrors = true;
    facts.steps = { step(1, StepStatus::Completed, 1, 5), step(2, StepStatus::Completed, 3, 15),
        step(3, StepStatus::Failed, 2, 1), step(3, StepStatus::Skipped, 0, 0) };
    SpendingRow row;
    row.agent = AgentId(u"a"_s);
    row.model = u"m"_s;
    row.spending = spent(7);
    facts.spending = { row, row };
    const TeamMetrics metrics = teamMetrics(TeamId(u"t"_s), Week, 24h, facts);
    QCOMPARE(metrics.executions.total, 5);
    QCOMPARE(metrics.executions.completedWithErrors, 1);
    QCOMPARE(metrics.executions.running, 1);
    QCOMPARE(metrics.executions.pending, 1);
    QCOMPARE(metrics.executionDuration.count, 2); // only the completed
    QCOMPARE(metrics.executionDuration.average, 20.0);
    const AgentFigures agent = metrics.agentExecutionTimes.value(AgentId(u"a"_s));
    QCOMPARE(agent.completed, 2);
    QCOMPARE(agent.failed, 1);
    QCOMPARE(agent.skipped, 1);
    QCOMPARE(qRound(agent.successRate() * 1000), 667);
    QCOMPARE(metrics.retryCount, 3);
    QCOMPARE(metrics.errorCount, 4); // three attempts that were repeated, one step
    QCOMPARE(metrics.messageCount, 10);
    QCOMPARE(metrics.contextUpdates, 10);
    QCOMPARE(metrics.spending.cost.nanoUsd, qint64(15'000'000));
    QCOMPARE(metrics.byAgent.at(AgentId(u"a"_s)).cost.nanoUsd, qint64(14));
    QCOMPARE(metrics.byModel.at(u"m"_s).bookings, qint64(2));
}

void TestMetrics::nothingIsNoError()
{
    const TeamMetrics metrics = teamMetrics(TeamId(u"t"_s), Week, 24h, {});
    QCOMPARE(metrics.executions.total, 0);
    QCOMPARE(metrics.executions.successRate(), 0.0);
    QVERIFY(metrics.series.empty());
    QVERIFY(toJson(metrics)["series"].empty());
    QVERIFY(toJson(metrics)["cost"]["avg_usd"].is_null());
}

void TestMetrics::errorsCountOnce()
{
    MetricsFacts facts;
    facts.executions = { execution(1, ExecutionStatus::Failed) };
    QCOMPARE(teamMetrics({}, Week, 24h, facts).errorCount, 1); // no step did
    facts.steps = { step(1, StepStatus::Failed, 1, 1) };
    QCOMPARE(teamMetrics({}, Week, 24h, facts).errorCount, 1);
}

void TestMetrics::seriesHasAPointForEachDay()
{
    MetricsFacts facts;
    facts.executions = { execution(1, ExecutionStatus::Completed, 10),
        execution(2, ExecutionStatus::Failed), execution(50, ExecutionStatus::Completed, 20) };
    const TeamMetrics metrics = teamMetrics({}, Week, 24h, facts);
    QCOMPARE(metrics.series.size(), size_t(7));
    QVERIFY(metrics.series[0].time == Begin);
    QCOMPARE(metrics.series[0].executions.total, 2);
    QCOMPARE(metrics.series[0].averageDuration, 10.0);
    QCOMPARE(metrics.series[1].executions.total, 0);
    QCOMPARE(metrics.series[2].executions.completed, 1);
    QCOMPARE(metrics.series[2].spending.cost.nanoUsd, qint64(50'000'000));
    int sum = 0;
    for (const MetricsPoint &point : metrics.series)
        sum += point.executions.total;
    QCOMPARE(sum, metrics.executions.total);
}

void TestMetrics::theSixNamesStay()
{
    MetricsFacts facts;
    facts.executions = { execution(1, ExecutionStatus::Completed) };
    facts.steps = { step(1, StepStatus::Completed, 1, 5) };
    const Json json = toJson(teamMetrics(TeamId(u"t"_s), Week, 24h, facts));
    for (const char *name : { "execution_duration", "agent_execution_times", "message_count",
             "context_updates", "error_count", "success_rate" })
        QVERIFY2(json.contains(name), name);
    QCOMPARE(json["agent_execution_times"]["a"]["avg"], Json(5.0));
    QCOMPARE(json["execution_duration"]["p50"], Json(10.0));
    QCOMPARE(json["tokens"]["total"], Json(120));
    QCOMPARE(json["cost"]["total_usd"], Json(0.001));
    QCOMPARE(json["team_id"], Json("t"));
}

void TestMetrics::unknownCostIsNull()
{
    MetricsFacts facts;
    facts.executions = { execution(1, ExecutionStatus::Completed) };
    facts.executions[0].spending = spent(0, CostBasis::Unpriced);
    const Json json = toJson(teamMetrics({}, Week, 24h, facts));
    QVERIFY(json["cost"]["total_usd"].is_null());
    QCOMPARE(json["cost"]["unpriced_calls"], Json(1));
}

void TestMetrics::analyticsTellsTeamsApart()
{
    MetricsFacts facts;
    facts.executions = { execution(1, ExecutionStatus::Completed),
        execution(2, ExecutionStatus::Failed), execution(3, ExecutionStatus::Failed) };
    facts.executions[0].team = TeamId(u"cheap"_s);
    facts.executions[1].errorType = u"network_error"_s;
    facts.executions[2].errorType = u"network_error"_s;
    const Analytics all = analytics(4, Week, 24h, facts);
    QCOMPARE(all.byTeam.size(), size_t(2));
    QCOMPARE(all.byTeam[0].team.toString(), u"t"_s); // the dearer
    QCOMPARE(all.byTeam[0].executions.failed, 2);
    QVERIFY(all.byTeam[0].lastExecution == facts.executions[2].createdAt);
    QCOMPARE(all.topErrors.size(), size_t(1));
    QCOMPARE(all.topErrors[0].second, 2);
    const Json json = toJson(all);
    QCOMPARE(json["totals"]["teams"], Json(4));
    QCOMPARE(json["totals"]["active_teams"], Json(2));
    QCOMPARE(json["by_workflow_type"]["sequential"]["total"], Json(3));
    qint64 sum = 0;
    for (const TeamFigures &team : all.byTeam)
        sum += team.spending.cost.nanoUsd;
    QCOMPARE(sum, all.totals.spending.cost.nanoUsd);
}

void TestMetrics::periods_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("hours");
    QTest::newRow("24h") << u"24h"_s << 24;
    QTest::newRow("7d") << u"7d"_s << 7 * 24;
    QTest::newRow("2w") << u"2w"_s << 14 * 24;
    QTest::newRow("3m") << u"3m"_s << 90 * 24;
    QTest::newRow("none") << u"7"_s << -1;
    QTest::newRow("nothing") << QString() << -1;
    QTest::newRow("zero") << u"0d"_s << -1;
    QTest::newRow("negative") << u"-1d"_s << -1;
    QTest::newRow("years") << u"1y"_s << -1;
    QTest::newRow("too many") << u"99999m"_s << -1;
}

void TestMetrics::periods()
{
    QFETCH(QString, text);
    QFETCH(int, hours);
    const std::optional<TimeRange> range = periodBefore(text, Begin);
    QCOMPARE(range.has_value(), hours >= 0);
    if (range)
        QVERIFY(range->to == Begin && range->to - range->from == 1h * hours);
    QVERIFY(periodBefore(u"all"_s, Begin)->from == Timestamp());
    QVERIFY(bucketFor({ Begin, Begin + 24h }) == 1h);
    QVERIFY(bucketFor(Week) == 24h);
}

void TestMetrics::performanceOfAChain()
{
    Execution execution;
    execution.status = ExecutionStatus::Completed;
    execution.createdAt = Begin - 2s;
    execution.startedAt = Begin;
    execution.completedAt = Begin + 100s;
    execution.contextVersion = 4;
    execution.plan = ExecutionPlan();
    execution.plan->steps = { planned("a", {}), planned("b", { "a" }) };
    execution.plan->estimatedDurationSeconds = 90;
    execution.steps = { record("a", 1, 1, 41), record("b", 2, 43, 100) };
    execution.steps[1].attempts = 3;
    const ExecutionPerformance performance = performanceOf(execution, 5);
    QCOMPARE(*performance.totalDuration, 100.0);
    QCOMPARE(*performance.queueTime, 2.0);
    QCOMPARE(performance.coordinationOverhead, 2.0); // what b waited after a
    QCOMPARE(performance.steps[0].wait, 1.0);
    QCOMPARE(performance.steps[1].duration, 57.0);
    QCOMPARE(performance.parallelism, 0.97);
    QCOMPARE(performance.criticalPath.size(), size_t(2));
    QCOMPARE(performance.errorCount, 2);
    QCOMPARE(performance.contextUpdates, 3);
    const Json json = toJson(performance);
    QCOMPARE(json["estimation_error"], Json(10.0));
    QCOMPARE(json["critical_path"], Json({ "a", "b" }));
    QCOMPARE(json["message_count"], Json(5));
    QVERIFY(json["steps"][0]["tokens_input"].is_null());
}

void TestMetrics::performanceOfBranches()
{
    Execution execution;
    execution.status = ExecutionStatus::Failed;
    execution.createdAt = execution.updatedAt = Begin;
    execution.startedAt = Begin;
    execution.completedAt = Begin + 60s;
    execution.plan = ExecutionPlan();
    execution.plan->steps = { planned("a", {}), planned("b", {}), planned("c", { "a", "b" }),
        planned("never", { "c" }) };
    execution.steps = { record("a", 1, 0, 10), record("b", 1, 0, 40), record("c", 2, 40, 60) };
    StepRecord never;
    never.id = StepId(u"never"_s);
    execution.steps.push_back(never);
    const ExecutionPerformance performance = performanceOf(execution, 0);
    QCOMPARE(performance.criticalPath, (std::vector<AgentId> { AgentId(u"b"_s), AgentId(u"c"_s) }));
    QCOMPARE(qRound(performance.parallelism * 1000), 1167);
    QCOMPARE(performance.coordinationOverhead, 0.0);
    QCOMPARE(performance.errorCount, 1);
}

void TestMetrics::performanceOfWhatRuns()
{
    Execution execution;
    execution.createdAt = Begin;
    const ExecutionPerformance performance = performanceOf(execution, 0);
    QVERIFY(!performance.totalDuration && !performance.queueTime);
    QVERIFY(performance.criticalPath.empty());
    const Json json = toJson(performance);
    QVERIFY(json["total_duration"].is_null());
    QVERIFY(json["estimation_error"].is_null());
}

QTEST_APPLESS_MAIN(TestMetrics)
#include "tst_metrics.moc"
