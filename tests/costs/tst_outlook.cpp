// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/costs/billing.h"
#include "core/costs/forecast.h"
#include "core/costs/run_estimate.h"

#include <QtTest>

using namespace renum;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Usd = 1'000'000'000;
const QDate Today(2026, 11, 20);

ExecutionPlan planOf(const QString &model)
{
    ExecutionPlan plan;
    for (const char *id : { "a", "b" }) {
        PlanStep step;
        step.id = StepId(QString::fromLatin1(id));
        step.agentId = AgentId(QString::fromLatin1(id));
        step.modelName = model;
        if (!plan.steps.empty())
            step.dependencies = { plan.steps.front().id };
        plan.steps.push_back(step);
    }
    return plan;
}

PriceTable tableOf(const QString &model)
{
    PriceEntry entry;
    entry.model = model;
    entry.rates = { Usd, 2 * Usd, {}, {}, {}, {} };
    return { u"t"_s, { entry } };
}

SpendingRow spentBy(const char *agent, qint64 nano, std::optional<QDate> day = {})
{
    SpendingRow row;
    row.day = day;
    row.agent = AgentId(QString::fromLatin1(agent));
    row.model = u"m"_s;
    row.spending.bookings = 1;
    row.spending.tokensInput = nano / 1000;
    row.spending.cost = Cost::ofCall(CostBasis::Computed, nano);
    return row;
}

RunSpendings historyOf(const std::vector<qint64> &amounts)
{
    RunSpendings history;
    for (std::size_t i = 0; i < amounts.size(); ++i) {
        const ExecutionId run(u"x%1"_s.arg(i));
        history.append({ run, spentBy("a", amounts[i]) });
        history.append({ run, spentBy("b", 2 * amounts[i]) });
    }
    return history;
}

LedgerRow rowOf(const char *agent, qint64 nano, QDate day)
{
    LedgerRow row;
    row.time = Timestamp(std::chrono::days(QDate(1970, 1, 1).daysTo(day)));
    row.team = TeamId(u"t"_s);
    row.agent = AgentId(QString::fromLatin1(agent));
    row.usage.modelName = u"=cmd|' /C calc'!A0"_s;
    row.usage.tokensInput = 10;
    row.usage.cost = Cost::ofCall(CostBasis::Computed, nano);
    return row;
}

} // namespace

/// Estimates before a run, forecasts of a month, and invoices.
class TestOutlook : public QObject {
    Q_OBJECT

private slots:
    void historyGivesTheRange();
    void fewRunsAreNoHistory();
    void runsWithoutPriceAreNoHistory();
    void withoutPriceNobodyKnows();
    void longerPromptsCostMore();
    void inactiveMembersCostNothing();
    void peopleCostNothing();
    void timesComeFromEarlierRuns();
    void whatNeverRanHasNoTime();
    void steadySpendingGoesOn();
    void unsteadySpendingHasAWideBand();
    void forecastIsNeverBelowWhatIsSpent();
    void tooFewDaysSayNothing();
    void changesNameTheAgent();
    void theLastDayOfAMonth();
    void billingIsReproducible();
    void billingAddsUp();
    void cellsAreNoFormulas();
};

void TestOutlook::historyGivesTheRange()
{
    const RunEstimate estimate
        = estimateRun(planOf(u"m"_s), 100, historyOf({ 5, 1, 9, 3, 7 }), {}, Today);
    QCOMPARE(estimate.runs, 5);
    QCOMPARE(estimate.steps.size(), size_t(2));
    QVERIFY(estimate.steps[0].basis == RunEstimate::Basis::History);
    QVERIFY((estimate.steps[0].nanoUsd == AmountRange { 1, 5, 9 }));
    QVERIFY((estimate.nanoUsd == AmountRange { 3, 15, 27 }));
    QVERIFY(estimate.isKnown());
    QCOMPARE(toJson(estimate)["steps"][0]["basis"], Json("history"));
}

void TestOutlook::fewRunsAreNoHistory()
{
    const RunEstimate estimate
        = estimateRun(planOf(u"m"_s), 400, historyOf({ 5, 7 }), tableOf(u"m"_s), Today);
    QVERIFY(estimate.steps[0].basis == RunEstimate::Basis::PromptSize);
    QVERIFY(estimate.steps[0].nanoUsd.low > 0);
    QVERIFY(estimate.steps[0].nanoUsd.low < estimate.steps[0].nanoUsd.likely);
    QVERIFY(estimate.steps[0].nanoUsd.likely < estimate.steps[0].nanoUsd.high);
    QVERIFY(estimate.steps[1].nanoUsd.likely > estimate.steps[0].nanoUsd.likely); // it reads more
}

void TestOutlook::runsWithoutPriceAreNoHistory()
{
    RunSpendings history = historyOf({ 5, 7, 9 });
    for (auto &[run, row] : history)
        row.spending.cost = Cost::ofCall(CostBasis::Unpriced, 0);
    const RunEstimate estimate = estimateRun(planOf({}), 4, history, tableOf(u"m"_s), Today);
    QVERIFY(estimate.steps[0].basis == RunEstimate::Basis::PromptSize);
    QCOMPARE(estimate.steps[0].model, u"m"_s); // as it was before
    QCOMPARE(estimate.steps[0].runs, 3);
}

void TestOutlook::withoutPriceNobodyKnows()
{
    const RunEstimate estimate = estimateRun(planOf(u"m"_s), 4, {}, tableOf(u"other"_s), Today);
    QCOMPARE(estimate.withoutAmount, 2);
    QVERIFY(!estimate.isKnown());
    QVERIFY(estimate.tokens.likely > 0);
    QVERIFY(toJson(estimate)["nano_usd"].is_null());
    QVERIFY(toJson(estimate)["steps"][1]["nano_usd"].is_null());
}

void TestOutlook::longerPromptsCostMore()
{
    const PriceTable table = tableOf(u"m"_s);
    const auto likely = [&table](qsizetype length) {
        return estimateRun(planOf(u"m"_s), length, {}, table, Today).nanoUsd.likely;
    };
    // Each of the two steps reads it: 4000 tokens, a thousandth of a cent each hundred.
    QCOMPARE(likely(16'000) - likely(0), qint64(2 * 4000 * 1000));
}

void TestOutlook::inactiveMembersCostNothing()
{
    ExecutionPlan plan = planOf(u"m"_s);
    plan.steps[1].isActive = false;
    QCOMPARE(estimateRun(plan, 4, {}, tableOf(u"m"_s), Today).steps.size(), size_t(1));
}

void TestOutlook::peopleCostNothing()
{
    ExecutionPlan plan = planOf(u"m"_s);
    plan.steps[1].kind = MemberKind::Approval;
    const RunEstimate estimate = estimateRun(plan, 4, {}, tableOf(u"m"_s), Today);
    QCOMPARE(estimate.withoutAmount, 0);
    QVERIFY(estimate.find(plan.steps[0].id));
    QVERIFY(!estimate.find(plan.steps[1].id));
}

void TestOutlook::timesComeFromEarlierRuns()
{
    ExecutionPlan plan = planOf(u"m"_s);
    PlanStep beside = plan.steps[1];
    beside.id = StepId(u"c"_s);
    beside.agentId = AgentId(u"c"_s);
    plan.steps.push_back(beside); // b and c both wait for a
    std::vector<MeasuredStep> history;
    const auto took = [&history](const char *agent, int seconds) {
        MeasuredStep step;
        step.agent = AgentId(QString::fromLatin1(agent));
        step.status = StepStatus::Completed;
        step.startedAt = Timestamp();
        step.completedAt = Timestamp() + std::chrono::seconds(seconds);
        history.push_back(step);
    };
    for (const int seconds : { 3, 1, 2 }) {
        took("a", seconds);
        took("b", 10 * seconds);
        took("c", 5 * seconds);
    }
    took("a", -7); // a clock that was set back
    history.push_back(history.front());
    history.back().status = StepStatus::Failed;
    RunEstimate estimate = estimateRun(plan, 4, {}, tableOf(u"m"_s), Today);
    addTimes(estimate, plan, history);
    QCOMPARE(estimate.steps[0].timedRuns, 3);
    QVERIFY((estimate.steps[0].milliseconds == AmountRange { 1000, 2000, 3000 }));
    QVERIFY((estimate.milliseconds == AmountRange { 11'000, 22'000, 33'000 }));
    QVERIFY(estimate.isTimeKnown());
    QCOMPARE(toJson(estimate)["milliseconds"]["high"], Json(33'000));
}

void TestOutlook::whatNeverRanHasNoTime()
{
    RunEstimate estimate = estimateRun(planOf(u"m"_s), 4, {}, tableOf(u"m"_s), Today);
    addTimes(estimate, planOf(u"m"_s), {});
    QCOMPARE(estimate.withoutTime(), 2);
    QVERIFY(!estimate.isTimeKnown());
    QVERIFY(toJson(estimate)["milliseconds"].is_null());
    QVERIFY(toJson(estimate)["steps"][0]["milliseconds"].is_null());
}

void TestOutlook::steadySpendingGoesOn()
{
    SpendingRows days;
    for (int back = 0; back <= 28; ++back)
        days.append(spentBy("a", Usd, Today.addDays(-back)));
    const Forecast forecast = forecastOf(days, Today);
    QCOMPARE(forecast.spentNanoUsd, 20 * Usd);
    QCOMPARE(forecast.daysLeft, 10);
    QCOMPARE(forecast.daysSeen, 28);
    QVERIFY((forecast.monthNanoUsd == AmountRange { 30 * Usd, 30 * Usd, 30 * Usd }));
    QVERIFY(forecast.changes.empty());
    QVERIFY(forecast.isKnown());
}

void TestOutlook::unsteadySpendingHasAWideBand()
{
    SpendingRows days;
    for (int back = 1; back <= 28; ++back)
        days.append(spentBy("a", back % 2 == 0 ? 2 * Usd : 0, Today.addDays(-back)));
    const Forecast forecast = forecastOf(days, Today);
    QVERIFY(forecast.monthNanoUsd.low < forecast.monthNanoUsd.likely);
    QVERIFY(forecast.monthNanoUsd.likely < forecast.monthNanoUsd.high);
    QVERIFY(forecast.monthNanoUsd.low >= forecast.spentNanoUsd);
}

void TestOutlook::forecastIsNeverBelowWhatIsSpent()
{
    SpendingRows days { spentBy("a", 100 * Usd, Today) };
    for (int back = 1; back <= 28; ++back)
        days.append(spentBy("a", back == 28 ? Usd : 0, Today.addDays(-back)));
    const Forecast forecast = forecastOf(days, Today);
    QVERIFY(forecast.monthNanoUsd.low >= 100 * Usd);
}

void TestOutlook::tooFewDaysSayNothing()
{
    const Forecast forecast
        = forecastOf({ spentBy("a", Usd, Today), spentBy("a", Usd, Today.addDays(-1)) }, Today);
    QVERIFY(!forecast.isKnown());
    QVERIFY(toJson(forecast)["month_nano_usd"].is_null());
    QCOMPARE(forecast.spentNanoUsd, 2 * Usd);
    QVERIFY(!forecastOf({}, Today).isKnown());
}

void TestOutlook::changesNameTheAgent()
{
    SpendingRows days;
    for (int back = 1; back <= 17; ++back) {
        days.append(spentBy("steady", Usd, Today.addDays(-back)));
        days.append(spentBy("doubled", back <= 3 ? 5 * Usd : 2 * Usd, Today.addDays(-back)));
        days.append(spentBy("saved", back <= 3 ? Usd / 10 : Usd, Today.addDays(-back)));
        days.append(spentBy("tiny", back <= 3 ? 900 : 1, Today.addDays(-back)));
    }
    const Forecast forecast = forecastOf(days, Today);
    QCOMPARE(forecast.changes.size(), size_t(2));
    QCOMPARE(forecast.changes[0].agent.toString(), u"doubled"_s);
    QCOMPARE(forecast.changes[0].beforeNanoUsd, 2 * Usd);
    QCOMPARE(forecast.changes[0].nowNanoUsd, 5 * Usd);
    QCOMPARE(forecast.changes[1].agent.toString(), u"saved"_s);
}

void TestOutlook::theLastDayOfAMonth()
{
    const QDate last(2026, 2, 28);
    SpendingRows days;
    for (int back = 1; back <= 28; ++back)
        days.append(spentBy("a", Usd, last.addDays(-back)));
    const Forecast forecast = forecastOf(days, last);
    QCOMPARE(forecast.daysLeft, 0);
    QCOMPARE(forecast.monthNanoUsd.likely, 28 * Usd); // today is still to come
}

void TestOutlook::billingIsReproducible()
{
    QList<LedgerRow> rows { rowOf("b", 5, Today), rowOf("a", 7, Today),
        rowOf("a", 9, Today.addDays(-1)), rowOf("a", 11, Today) };
    const auto bytesOf = [&rows](BillingFormat format) {
        BillingBuilder builder;
        for (const LedgerRow &row : std::as_const(rows))
            builder.add(row);
        return exported(builder.billing({ Today.addDays(-1), Today }, u"user"_s), format);
    };
    const QByteArray csv = bytesOf(BillingFormat::AsCsv);
    const QByteArray json = bytesOf(BillingFormat::AsJson);
    std::ranges::reverse(rows);
    QCOMPARE(bytesOf(BillingFormat::AsCsv), csv);
    QCOMPARE(bytesOf(BillingFormat::AsJson), json);
    QCOMPARE(csv.count("\r\n"), 4); // the header, two agents today, one before
    const Json parsed = Json::parse(json.toStdString());
    QCOMPARE(parsed["lines"].size(), size_t(3));
    QCOMPARE(parsed["lines"][0]["date"], Json("2026-11-19"));
    QCOMPARE(parsed["totals"]["cost_nano_usd"], Json(32));
}

void TestOutlook::billingAddsUp()
{
    BillingBuilder builder;
    LedgerRow unpriced = rowOf("a", 0, Today);
    unpriced.usage.cost = Cost::ofCall(CostBasis::Unpriced, 0);
    unpriced.usage.tokensInput = -5;
    builder.add(unpriced);
    builder.add(rowOf("a", 7, Today));
    builder.add(rowOf("b", 8, Today));
    const Billing billing = builder.billing({ Today, Today }, {});
    Spending sum;
    for (const BillingLine &line : billing.lines)
        sum.add(line.spending);
    QVERIFY(sum == billing.total);
    QCOMPARE(sum.cost.nanoUsd, qint64(15));
    QCOMPARE(sum.cost.unpricedCalls, 1);
    QCOMPARE(sum.tokensInput, qint64(20));
}

void TestOutlook::cellsAreNoFormulas()
{
    LedgerRow row = rowOf("+a", 7, Today);
    row.flags = { u"@x"_s };
    const QByteArray line = ledgerCsvLine(row);
    QVERIFY(line.contains("\"'=cmd|"));
    QVERIFY(line.contains("\"'+a\""));
    QVERIFY(line.contains("\"'@x\""));
    QCOMPARE(ledgerCsvHeader().count(','), line.count(','));
    row.usage.cost = Cost::ofCall(CostBasis::Unpriced, 0);
    QVERIFY(ledgerCsvLine(row).contains(",\"\",\"unpriced\",")); // unknown is not zero
}

QTEST_APPLESS_MAIN(TestOutlook)
#include "tst_outlook.moc"
