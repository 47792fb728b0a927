// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fake_cost_book.h"
#include "ui/run/budget_notes.h"
#include "ui/run/run_estimator.h"
#include "ui/run/run_prospect.h"
#include "ui/text/estimate_text.h"

#include <QLabel>
#include <QSignalSpy>
#include <QtTest>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Usd = 1'000'000'000;

RunEstimate::Step stepOf(RunEstimate::Basis basis, AmountRange nanoUsd, int runs = 0)
{
    RunEstimate::Step step;
    step.step = StepId(u"s"_s);
    step.basis = basis;
    step.nanoUsd = nanoUsd;
    step.runs = runs;
    return step;
}

RunEstimate estimateOf(const std::vector<RunEstimate::Step> &steps, int runs)
{
    RunEstimate estimate;
    estimate.steps = steps;
    estimate.runs = runs;
    for (const RunEstimate::Step &step : steps) {
        estimate.nanoUsd.add(step.nanoUsd);
        estimate.tokens.add(step.tokens);
        estimate.withoutAmount += step.basis == RunEstimate::Basis::None ? 1 : 0;
    }
    return estimate;
}

RunEstimate twelveRuns()
{
    return estimateOf({ stepOf(RunEstimate::Basis::History, { Usd, 2 * Usd, 4 * Usd }, 12) }, 12);
}

BudgetStatus budgetOf(
    Budget::Period period, qint64 limit, qint64 spent, SpendingCap::Action action = {})
{
    Budget budget;
    budget.name = u"House"_s;
    budget.period = period;
    budget.nanoUsd = limit;
    budget.action = action;
    BudgetAmount amount;
    amount.nanoUsd = spent;
    return budgetStatus(budget, amount);
}

ExecutionPlan planOf()
{
    ExecutionPlan plan;
    PlanStep agent;
    agent.id = StepId(u"a"_s);
    agent.agentId = AgentId(u"a"_s);
    PlanStep nested = agent;
    nested.id = StepId(u"b"_s);
    nested.agentId = AgentId(u"b"_s);
    nested.kind = MemberKind::Team;
    nested.teamId = TeamId(u"inner"_s);
    plan.steps = { agent, nested };
    return plan;
}

} // namespace

class tst_RunProspect : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void unknownIsNeverZero();
    void theBasisIsSaid();
    void whatIsNotInItIsSaid();
    void severalRunsCostMore();
    void timesHaveARange();
    void stepsSayTheirOwnBasis();
    void budgetsSayWhatIsLeft_data();
    void budgetsSayWhatIsLeft();
    void otherLimitsCountToo();
    void budgetsOfRunsBeginAnew();
    void questionsWaitForAPause();
    void aFailureIsUnknown();
    void keptMembersDoNotWork();
    void theDialogPartShowsBoth();
};

void tst_RunProspect::unknownIsNeverZero()
{
    const RunEstimate unknown = estimateOf({ stepOf(RunEstimate::Basis::None, {}) }, 0);
    QVERIFY(format::costEstimate(unknown).contains("unknown"_L1));
    QVERIFY(format::costFigure(unknown).isEmpty());
    QVERIFY(format::timeEstimate(unknown).isEmpty());
    QCOMPARE(format::stepCost(unknown.steps[0]), u"Unknown"_s);
    QCOMPARE(format::stepTime(unknown.steps[0]), u"Unknown"_s);
    QVERIFY(format::costEstimate(RunEstimate()).contains("costs nothing"_L1)); // nobody works
}

void tst_RunProspect::theBasisIsSaid()
{
    QCOMPARE(format::costEstimate(twelveRuns()),
        u"It will cost $1.00 to $4.00, probably $2.00. This follows from 12 run(s) of this team."_s);
    const RunEstimate::Step fromPrompt = stepOf(RunEstimate::Basis::PromptSize, { Usd, Usd, Usd });
    QVERIFY(format::costEstimate(estimateOf({ fromPrompt }, 2))
                .endsWith("This follows from prompt size and price list."_L1));
    QVERIFY(format::costEstimate(estimateOf({ fromPrompt, twelveRuns().steps[0] }, 12))
                .contains("for its newer members from prompt size"_L1));
    QVERIFY(
        format::costEstimate(estimateOf({ fromPrompt }, 0)).startsWith("It will cost $1.00,"_L1));
}

void tst_RunProspect::whatIsNotInItIsSaid()
{
    const RunEstimate estimate
        = estimateOf({ twelveRuns().steps[0], stepOf(RunEstimate::Basis::None, {}) }, 12);
    QVERIFY(format::costEstimate(estimate).contains(
        "Not in it: 1 member(s) whose price is unknown."_L1));
    QCOMPARE(format::costFigure(estimate), u"≈ $2.00 + unknown"_s);
    QCOMPARE(format::costFigure(twelveRuns()), u"≈ $2.00"_s);
}

void tst_RunProspect::severalRunsCostMore()
{
    QVERIFY(format::costEstimate(twelveRuns(), 3)
                .startsWith("3 run(s) will cost $3.00 to $12.00, probably $6.00."_L1));
}

void tst_RunProspect::timesHaveARange()
{
    RunEstimate estimate = estimateOf({ twelveRuns().steps[0], twelveRuns().steps[0] }, 12);
    estimate.steps[0].timedRuns = 5;
    estimate.steps[0].milliseconds = { 1000, 2000, 90'000 };
    estimate.milliseconds = estimate.steps[0].milliseconds;
    QCOMPARE(format::timeEstimate(estimate),
        u"It will take 1.0 s to 1 min 30 s, probably 2.0 s. Not in it: 1 member(s) that never ran "
        "in this team. This follows from 5 run(s) of this team."_s);
    QCOMPARE(format::stepTime(estimate.steps[0]), u"1.0 s to 1 min 30 s (5 run(s))"_s);
}

void tst_RunProspect::stepsSayTheirOwnBasis()
{
    QCOMPARE(format::stepCost(twelveRuns().steps[0]), u"$1.00 to $4.00 (12 run(s))"_s);
    QCOMPARE(format::stepCost(stepOf(RunEstimate::Basis::PromptSize, { Usd, Usd, 2 * Usd })),
        u"$1.00 to $2.00 (prompt and prices)"_s);
}

void tst_RunProspect::budgetsSayWhatIsLeft_data()
{
    using Action = SpendingCap::Action;
    QTest::addColumn<BudgetStatus>("status");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("tight");
    QTest::newRow("fits") << budgetOf(Budget::Period::Day, 10 * Usd, 2 * Usd)
                          << u"Budget “House” leaves today $8.00 of $10.00."_s << false;
    QTest::newRow("may pass") << budgetOf(Budget::Period::Month, 10 * Usd, 7 * Usd, Action::Stop)
                              << u"Budget “House” leaves this month $3.00 of $10.00. This may pass "
                                 "it; the run then stops."_s
                              << true;
    QTest::newRow("will pass")
        << budgetOf(Budget::Period::Month, 10 * Usd, 9 * Usd)
        << u"Budget “House” leaves this month $1.00 of $10.00. This will probably pass it; the run "
           "then pauses."_s
        << true;
    QTest::newRow("used up") << budgetOf(Budget::Period::Day, 10 * Usd, 11 * Usd)
                             << u"Budget “House” leaves today $0.00 of $10.00. It is used up: the "
                                "run pauses before its first call."_s
                             << true;
    QTest::newRow("only told")
        << budgetOf(Budget::Period::Day, 10 * Usd, 11 * Usd, Action::Warn)
        << u"Budget “House” leaves today $0.00 of $10.00. It is used up; you "
           "are only told."_s
        << true;
}

void tst_RunProspect::budgetsSayWhatIsLeft()
{
    QFETCH(const BudgetStatus, status);
    const RunEstimate estimate = twelveRuns();
    const std::vector<BudgetNote> notes = budgetNotes({ status }, &estimate);
    QCOMPARE(notes.size(), size_t(1));
    QTEST(notes[0].text, "text");
    QTEST(notes[0].isTight, "tight");
}

void tst_RunProspect::otherLimitsCountToo()
{
    RunEstimate estimate = twelveRuns();
    estimate.tokens = { 10, 20, 5000 };
    BudgetStatus status = budgetOf(Budget::Period::Day, 100 * Usd, 0);
    status.budget.nanoUsd.reset();
    status.budget.tokens = 1000;
    status.budget.calls = 7;
    status.budget.seconds = 90;
    const std::vector<BudgetNote> notes = budgetNotes({ status }, &estimate);
    QVERIFY2(notes[0].text.startsWith(
                 u"Budget “House” leaves today 1.0k of 1.0k tokens, 7 of 7 calls, and "_s),
        qPrintable(notes[0].text));
    QVERIFY(notes[0].text.contains("This may pass it"_L1)); // by its tokens
    status.budget.tokens.reset();
    QVERIFY(!budgetNotes({ status }, &estimate)[0].isTight);
    QVERIFY(budgetNotes({ status }, &estimate, 8)[0].isTight); // eight runs are eight calls
    QVERIFY(!budgetNotes({ status }, nullptr)[0].isTight); // nothing is known
}

void tst_RunProspect::budgetsOfRunsBeginAnew()
{
    const RunEstimate estimate = twelveRuns();
    const BudgetStatus status = budgetOf(Budget::Period::Run, 5 * Usd, 0);
    const std::vector<BudgetNote> notes = budgetNotes({ status }, &estimate, 20);
    QCOMPARE(notes[0].text, u"Budget “House” leaves this run $5.00 of $5.00."_s);
    QVERIFY(!notes[0].isTight);
}

void tst_RunProspect::questionsWaitForAPause()
{
    FakeCostBook book;
    book.estimateAnswer = twelveRuns();
    RunEstimator estimator(&book);
    QSignalSpy changed(&estimator, &RunEstimator::changed);
    for (const QString &prompt : { u"a"_s, u"ab"_s, u"abc"_s })
        estimator.ask({ TeamId(u"t"_s), planOf(), prompt });
    QVERIFY(book.estimateQueries.isEmpty()); // not at once
    QTRY_COMPARE(changed.size(), 1);
    QCOMPARE(book.estimateQueries.size(), 1);
    QCOMPARE(book.estimateQueries[0].prompt, u"abc"_s);
    QCOMPARE(book.estimateQueries[0].team, TeamId(u"t"_s));
    QVERIFY(estimator.estimate());
    emit book.pricesChanged();
    QTRY_COMPARE(book.estimateQueries.size(), 2);
    estimator.ask({ {}, planOf(), u"abcd"_s });
    estimator.forget();
    QVERIFY(!estimator.estimate());
    emit book.pricesChanged(); // nobody wants to know
    QTest::qWait(0);
    QCOMPARE(book.estimateQueries.size(), 2);
}

void tst_RunProspect::aFailureIsUnknown()
{
    FakeCostBook book;
    RunEstimator estimator(&book);
    book.estimateAnswer = twelveRuns();
    estimator.ask({ {}, planOf(), {} });
    QTRY_VERIFY(estimator.estimate());
    book.failure = Error { ErrorCategory::SystemError, u"store_busy"_s, u"x"_s };
    estimator.ask({ {}, planOf(), {} });
    QTRY_VERIFY(!estimator.estimate());
}

void tst_RunProspect::keptMembersDoNotWork()
{
    const ExecutionPlan plan = withoutKept(planOf(), { { AgentId(u"a"_s), StepOutput() } });
    QVERIFY(!plan.steps[0].isActive);
    QVERIFY(plan.steps[1].isActive);
}

void tst_RunProspect::theDialogPartShowsBoth()
{
    FakeCostBook book;
    book.estimateAnswer = twelveRuns();
    BudgetStatus inner = budgetOf(Budget::Period::Day, 5 * Usd, 4 * Usd);
    inner.budget.scope = Budget::Scope::Team;
    inner.budget.subject = u"inner"_s;
    BudgetStatus other = inner;
    other.budget.subject = u"other"_s;
    book.budgetAnswer = { inner, other };
    Theme theme(Theme::Mode::Light);
    RunProspect prospect(&book, &theme);
    prospect.setPlan(TeamId(u"outer"_s), planOf());
    prospect.show();
    const auto notes = [&prospect] {
        QStringList texts;
        for (const QLabel *label : prospect.findChildren<QLabel *>(u"runBudget"_s))
            texts << label->text();
        return texts;
    };
    QTRY_COMPARE(notes().size(), 1); // of the team within, not of another
    QVERIFY(!notes().first().contains("pass"_L1)); // not known yet
    QTRY_VERIFY(notes().first().contains("This will probably pass it"_L1));
    auto *cost = prospect.findChild<QLabel *>(u"runCost"_s);
    QVERIFY(cost->text().startsWith("It will cost $1.00 to $4.00"_L1));
    prospect.setRuns(2);
    QVERIFY(cost->text().startsWith("2 run(s) will cost $2.00 to $8.00"_L1));
    book.budgetAnswer.clear();
    emit book.budgetsChanged();
    QTRY_VERIFY(notes().isEmpty());
}

QTEST_MAIN(tst_RunProspect)
#include "tst_run_prospect.moc"
