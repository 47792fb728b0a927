// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "core/store/store.h"
#include "core/workspace/cost_book.h"
#include "tests/support/event_by_hand.h"
#include "tests/workspace/workspace_bench.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Usd = 1'000'000'000;
const ExecutionId Known(QString::fromLatin1(EventScript::Id));

Json usageOf(const char *model, const Cost &cost)
{
    Usage usage;
    usage.modelName = QString::fromLatin1(model);
    usage.tokensInput = 1'000'000;
    usage.tokensOutput = 100'000;
    usage.requestCount = 1;
    usage.cost = cost;
    return toJson(usage);
}

/// An execution of now, so that it is in the present day and month.
ExecutionEvents story()
{
    EventScript script;
    const auto used = [&script](const char *agent, const char *model, const Cost &cost) {
        return script.step("step_usage", agent,
            { { "attempt", 1 }, { "agent_run_id", agent },
                { "usage_metrics", usageOf(model, cost) } });
    };
    ExecutionEvents events { script.created(), script.planned({ u"a"_s, u"b"_s }),
        script.execution("execution_started", { { "owner", "nobody" } }),
        script.step("step_started", "a", { { "attempt", 1 } }),
        used("a", "gpt-4o", Cost::ofCall(CostBasis::Computed, 3 * Usd)),
        script.step("step_completed", "a", { { "attempt", 1 }, { "result", Json::object() } }),
        script.step("step_started", "b", { { "attempt", 1 } }),
        used("b", "house-model", Cost::ofCall(CostBasis::Unpriced, 0)),
        script.step("step_completed", "b", { { "attempt", 1 }, { "result", Json::object() } }),
        script.execution("execution_completed", { { "result", Json::object() } }) };
    const Timestamp now = SystemClock().now();
    for (qsizetype i = 0; i < events.size(); ++i)
        events[i].timestamp = now - std::chrono::seconds(events.size() - i);
    return events;
}

/// A workspace that finds the story stored.
class Costs : public WorkspaceBench {
public:
    Costs()
    {
        SystemClock clock;
        const auto store = Store::open({ QString(options.dataDir + u"/renum.db"_s) }, &clock);
        if (!store || !await((*store)->append(story()))->ok())
            qFatal("the events cannot be stored");
    }
    [[nodiscard]] CostBook *book() const { return workspace->costBook(); }
};

PriceEntry priceOf(const char *model, qint64 input)
{
    PriceEntry price;
    price.model = QString::fromLatin1(model);
    price.rates.input = input;
    price.rates.output = input;
    return price;
}

QString codeOf(const Error &error)
{
    return error.code;
}

} // namespace

/// What the workspace tells of costs, and what can be set about them.
class TestLocalWorkspaceCosts : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void spendingIsTheSumOfItsRows() // CM-01
    {
        Costs bench;
        SpendingQuery query;
        query.groups.agent = true;
        const auto report = bench.get(bench.book()->spending(query));
        QVERIFY(report.ok());
        QCOMPARE(report->rows.size(), 2);
        QCOMPARE(report->total.cost.nanoUsd, 3 * Usd);
        QCOMPARE(report->total.cost.unpricedCalls, 1);
        QVERIFY(!report->before); // there is no beginning
        const QDate today = QDateTime::currentDateTimeUtc().date();
        query.filter.days = { today.addDays(-1), today };
        const auto recent = bench.get(bench.book()->spending(query));
        QVERIFY(recent->before.has_value());
        QCOMPARE(recent->before->bookings, qint64(0));
        QVERIFY(recent->total == report->total);
    }

    void ledgerAndUnpricedModels() // CM-06
    {
        Costs bench;
        LedgerQuery query;
        query.page.limit = 1;
        const auto first = bench.get(bench.book()->ledger(query));
        QCOMPARE(first->items.size(), 1);
        QCOMPARE(first->items[0].agent.toString(), u"b"_s);
        query.page.after = first->next;
        const auto second = bench.get(bench.book()->ledger(query));
        QCOMPARE(second->items[0].agent.toString(), u"a"_s);
        QVERIFY(second->next.isEmpty());
        const auto unpriced = bench.get(bench.book()->unpricedModels({}));
        QCOMPARE(unpriced->size(), 1);
        QCOMPARE(unpriced->at(0).model, u"house-model"_s);
    }

    void aPriceOfOnesOwn() // CM-08
    {
        Costs bench;
        const auto before = bench.get(bench.book()->prices());
        QVERIFY(before->own.empty());
        QVERIFY(before->builtIn.size() > 20);
        QSignalSpy changed(bench.book(), &CostBook::pricesChanged);
        const auto set = bench.get(bench.book()->setPrice(priceOf("House-Model", Usd)));
        QVERIFY(set.ok());
        QCOMPARE(set->own.size(), size_t(1));
        QCOMPARE(set->own[0].model, u"house-model"_s);
        QVERIFY(set->version != before->version);
        QTRY_COMPARE(changed.size(), 1);
        bench.reopen();
        const auto after = bench.get(bench.book()->prices());
        QCOMPARE(after->version, set->version);
        const auto removed = bench.get(bench.book()->removePrice(after->own[0].key()));
        QCOMPARE(removed->version, before->version);
        QCOMPARE(codeOf(bench.get(bench.book()->removePrice(u"x"_s)).error()),
            QString::fromLatin1(code::NotFound));
        QCOMPARE(codeOf(bench.get(bench.book()->setPrice(priceOf("m", -1))).error()),
            QString::fromLatin1(code::PriceInvalid));
    }

    void repricingChangesNothing()
    {
        Costs bench;
        QVERIFY(bench.get(bench.book()->setPrice(priceOf("house-model", Usd))).ok());
        const auto repriced = bench.get(bench.book()->reprice({}));
        QVERIFY(repriced.ok());
        QCOMPARE(repriced->recorded.cost.nanoUsd, 3 * Usd);
        QCOMPARE(repriced->recorded.cost.unpricedCalls, 1);
        QCOMPARE(repriced->repriced.cost.unpricedCalls, 0);
        // gpt-4o: 2.50 and a tenth of 10; the house model: a dollar, and a tenth of one.
        QCOMPARE(repriced->repriced.cost.nanoUsd, 7 * Usd / 2 + 11 * Usd / 10);
        RepricingQuery other;
        other.otherModel = u"gpt-4o-mini"_s;
        const auto cheap = bench.get(bench.book()->reprice(other));
        QCOMPARE(cheap->repriced.cost.nanoUsd, 2 * (3 * Usd / 20 + 3 * Usd / 50));
        const auto report = bench.get(bench.book()->spending({}));
        QCOMPARE(report->total.cost.nanoUsd, 3 * Usd);
    }

    void pricesAreImportedAndExported()
    {
        Costs bench;
        const QByteArray file = R"({"house-model":{"input_cost_per_token":1e-06,
            "output_cost_per_token":2e-06},"picture":{"output_cost_per_image":1}})";
        const auto preview = bench.get(bench.book()->previewImport(file, u"test"_s));
        QVERIFY(preview.ok());
        QCOMPARE(preview->diff.added.size(), size_t(1));
        QCOMPARE(preview->skipped, QStringList({ u"picture"_s }));
        QVERIFY(bench.get(bench.book()->prices())->own.empty());
        const auto imported = bench.get(bench.book()->importPrices(file, u"test"_s));
        QVERIFY(imported.ok());
        QCOMPARE(bench.get(bench.book()->prices())->own.size(), size_t(1));
        const auto again = bench.get(bench.book()->previewImport(file, u"test"_s));
        QVERIFY(again->diff.isEmpty());
        const auto exported = bench.get(bench.book()->exportPrices(PriceFormat::Renum));
        QVERIFY(exported.ok());
        const auto same = bench.get(bench.book()->previewImport(*exported, u"test"_s));
        QVERIFY2(same.ok(), qPrintable(same ? QString() : same.error().message));
        QVERIFY(same->diff.isEmpty());
        const auto map = bench.get(bench.book()->exportPrices(PriceFormat::LiteLlm));
        QVERIFY(map->contains("house-model"));
        QCOMPARE(codeOf(bench.get(bench.book()->importPrices("[]", {})).error()),
            QString::fromLatin1(code::PriceFileInvalid));
        QVERIFY(!bench.get(bench.book()->importPrices("{", {})));
    }

    void budgets() // CM-07, CM-10
    {
        Costs bench;
        QSignalSpy changed(bench.book(), &CostBook::budgetsChanged);
        Budget month;
        month.name = u" Month "_s;
        month.nanoUsd = 4 * Usd;
        const auto saved = bench.get(bench.book()->saveBudget(month));
        QVERIFY(saved.ok());
        QVERIFY(!saved->id.isEmpty());
        QCOMPARE(saved->name, u"Month"_s);
        Budget run;
        run.period = Budget::Period::Run;
        run.tokens = 1'000'000;
        QVERIFY(bench.get(bench.book()->saveBudget(run)).ok());
        Budget day;
        day.period = Budget::Period::Day;
        day.scope = Budget::Scope::Agent;
        day.subject = u"a"_s;
        day.calls = 100;
        day.seconds = 1000;
        QVERIFY(bench.get(bench.book()->saveBudget(day)).ok());
        Budget other = run;
        other.scope = Budget::Scope::Team;
        other.subject = u"another"_s;
        QVERIFY(bench.get(bench.book()->saveBudget(other)).ok());
        const auto status = bench.get(bench.book()->budgets());
        QCOMPARE(status->size(), 4);
        QCOMPARE(status->at(0).percent, 75);
        QCOMPARE(status->at(0).unpricedCalls, qint64(1));
        QVERIFY(status->at(1).level == BudgetStatus::Level::Reached);
        QCOMPARE(status->at(1).percent, 220);
        QVERIFY(status->at(2).spent.calls <= 1); // midnight may have come in between
        QCOMPARE(status->at(3).percent, 0);
        const BudgetQuery query { { TeamId(u"team"_s) }, { AgentId(u"a"_s) } };
        const auto left = bench.get(bench.book()->budgetsFor(query));
        QCOMPARE(left->size(), 3); // not that of another team
        QCOMPARE(left->at(0).budget.id, saved->id); // nearest to its limit
        QCOMPARE(leftOf(left->at(0)).nanoUsd, std::optional(Usd));
        const auto ofRuns = std::ranges::find(
            *left, Budget::Period::Run, [](const BudgetStatus &one) { return one.budget.period; });
        QVERIFY(ofRuns != left->cend());
        QCOMPARE(leftOf(*ofRuns).tokens, run.tokens); // a new run has all of it
        QTRY_COMPARE(changed.size(), 4);
        QVERIFY(bench.get(bench.book()->removeBudget(saved->id)).ok());
        QCOMPARE(bench.get(bench.book()->budgets())->size(), 3);
        QCOMPARE(codeOf(bench.get(bench.book()->removeBudget(saved->id)).error()),
            QString::fromLatin1(code::NotFound));
        QCOMPARE(codeOf(bench.get(bench.book()->saveBudget({})).error()),
            QString::fromLatin1(code::ValidationError));
    }

    void metrics() // CM-02 to CM-05
    {
        Costs bench;
        const auto metrics = bench.get(bench.book()->teamMetrics(TeamId(u"team"_s), u"7d"_s));
        QVERIFY2(metrics.ok(), qPrintable(metrics ? QString() : metrics.error().message));
        QCOMPARE(metrics->executions.completed, 1);
        QCOMPARE(metrics->agentExecutionTimes.size(), 2);
        QCOMPARE(metrics->spending.cost.nanoUsd, 3 * Usd);
        QCOMPARE(metrics->byModel.at(u"gpt-4o"_s).cost.nanoUsd, 3 * Usd);
        const auto none = bench.get(bench.book()->teamMetrics(TeamId(u"x"_s), u"all"_s));
        QCOMPARE(none->executions.total, 0);
        const auto all = bench.get(bench.book()->analytics(u"30d"_s));
        QCOMPARE(all->byTeam.size(), size_t(1));
        QCOMPARE(all->byTeam[0].name, u"Writers"_s);
        const auto performance = bench.get(bench.book()->performance(Known));
        QCOMPARE(performance->steps.size(), size_t(2));
        QVERIFY(*performance->totalDuration > 0);
        const QString invalid = QString::fromLatin1(code::ValidationError);
        QCOMPARE(codeOf(bench.get(bench.book()->analytics(u"soon"_s)).error()), invalid);
        QCOMPARE(codeOf(bench.get(bench.book()->teamMetrics({}, u"1"_s)).error()), invalid);
        QCOMPARE(codeOf(bench.get(bench.book()->performance(ExecutionId(u"x"_s))).error()),
            QString::fromLatin1(code::NotFound));
    }

    void estimateForecastAndBilling() // CM-09
    {
        Costs bench;
        ExecutionPlan plan;
        PlanStep step;
        step.id = StepId(u"a"_s);
        step.agentId = AgentId(u"a"_s);
        step.modelName = u"gpt-4o"_s;
        plan.steps = { step };
        const auto estimate
            = bench.get(bench.book()->estimate(TeamId(u"team"_s), plan, u"Do it"_s));
        QVERIFY(estimate.ok());
        QCOMPARE(estimate->runs, 1);
        QVERIFY(estimate->steps[0].basis == RunEstimate::Basis::PromptSize);
        const auto forecast = bench.get(bench.book()->forecast({}));
        QVERIFY(forecast.ok());
        QVERIFY(!forecast->isKnown());
        const QDate today = QDateTime::currentDateTimeUtc().date();
        const auto billing = bench.get(bench.book()->billing({ today.addDays(-1), today }));
        QCOMPARE(billing->lines.size(), 2);
        QCOMPARE(billing->total.cost.nanoUsd, 3 * Usd);
        QCOMPARE(codeOf(bench.get(bench.book()->billing({})).error()),
            QString::fromLatin1(code::ValidationError));
    }

    void stopEndsALongQuestion()
    {
        Costs bench;
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(codeOf(bench.get(bench.book()->reprice({}, stop.get_token())).error()),
            QString::fromLatin1(code::UserCancelled));
    }
};

QTEST_GUILESS_MAIN(TestLocalWorkspaceCosts)
#include "tst_local_workspace_costs.moc"
