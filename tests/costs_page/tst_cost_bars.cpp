// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/costs_page/sample_ledger.h"
#include "ui/costs/cost_bars.h"
#include "ui/costs/cost_chart.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;

namespace renum::ui {

/// Bars of spending over time, and the sentence that says them.
class tst_CostBars : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void nothingHasNoBars();
    void everyDayHasABar();
    void stepFollowsTheLength_data();
    void stepFollowsTheLength();
    void sumsAreKept();
    void theRestIsOneGroup();
    void sentenceNamesTheMost();
    void unpricedIsSaidAndIsNotZero();
    void strategiesAreThoseOfTheTeams();
    void moneyTicksReachTheHighest_data();
    void moneyTicksReachTheHighest();
};

namespace {

CostBars barsOf(const SampleLedger &ledger, const DayRange &days,
    CostGrouping grouping = CostGrouping::Agent, const CostNames &names = {})
{
    SpendingQuery query;
    query.filter.days = days;
    query.groups = { true, true, true, true };
    return costBars(ledger.spending(query).rows, days, grouping, names);
}

DayRange lastDays(int count)
{
    return { ledgerToday().addDays(1 - count), ledgerToday() };
}

} // namespace

void tst_CostBars::nothingHasNoBars()
{
    const CostBars none = costBars({}, {}, CostGrouping::Agent, {});
    QVERIFY(none.isEmpty());
    QVERIFY(none.buckets.isEmpty());
    QCOMPARE(costSentence(none), u"Nothing was spent."_s);
    const CostBars week = costBars({}, lastDays(7), CostGrouping::Agent, {});
    QCOMPARE(week.buckets.size(), 7);
    QCOMPARE(week.highest(), 0);
}

void tst_CostBars::everyDayHasABar()
{
    SampleLedger ledger;
    ledger.add(0, u"t"_s, u"a"_s, u"m"_s, 5);
    ledger.add(6, u"t"_s, u"a"_s, u"m"_s, 7);
    const CostBars bars = barsOf(ledger, lastDays(7));
    QCOMPARE(bars.buckets.size(), 7);
    for (qsizetype i = 1; i < bars.buckets.size(); ++i)
        QCOMPARE(bars.buckets.at(i).first, bars.buckets.at(i - 1).last.addDays(1));
    QCOMPARE(bars.sums.constFirst().cost.nanoUsd, 7);
    QCOMPARE(bars.sums.constLast().cost.nanoUsd, 5);
    QCOMPARE(bars.highest(), 7);
}

void tst_CostBars::stepFollowsTheLength_data()
{
    QTest::addColumn<int>("days");
    QTest::addColumn<int>("step");
    QTest::newRow("day") << 1 << int(CostBars::Step::Day);
    QTest::newRow("month") << 30 << int(CostBars::Step::Day);
    QTest::newRow("quarter") << 90 << int(CostBars::Step::Week);
    QTest::newRow("years") << 1000 << int(CostBars::Step::Month);
}

void tst_CostBars::stepFollowsTheLength()
{
    QFETCH(const int, days);
    SampleLedger ledger;
    ledger.add(days - 1, u"t"_s, u"a"_s, u"m"_s, 5);
    const CostBars bars = barsOf(ledger, lastDays(days));
    QTEST(int(bars.step), "step");
    QCOMPARE(bars.buckets.constFirst().first, ledgerToday().addDays(1 - days));
    QCOMPARE(bars.buckets.constLast().last, ledgerToday());
    QCOMPARE(bars.sums.constFirst().cost.nanoUsd, 5);
}

/// Whatever is told apart: the pieces of the bars, the bars and the total are the same money.
void tst_CostBars::sumsAreKept()
{
    QRandomGenerator random(7);
    SampleLedger ledger;
    for (int i = 0; i < 500; ++i) {
        const QString agent = u"agent%1"_s.arg(random.bounded(12));
        const std::optional<qint64> amount
            = random.bounded(5) == 0 ? std::nullopt : std::optional<qint64>(random.bounded(90'000));
        ledger.add(random.bounded(200), u"team%1"_s.arg(random.bounded(3)), agent,
            u"model%1"_s.arg(random.bounded(4)), amount);
    }
    for (const int days : { 1, 20, 100, 200 }) {
        LedgerFilter filter;
        filter.days = lastDays(days);
        const qint64 expected = ledger.sum(filter);
        for (const CostGrouping grouping : { CostGrouping::Agent, CostGrouping::Model,
                 CostGrouping::Team, CostGrouping::Strategy }) {
            const CostBars bars = barsOf(ledger, filter.days, grouping);
            qint64 ofSums = 0;
            qint64 ofPieces = 0;
            qint64 ofTotals = 0;
            for (const Spending &sum : bars.sums)
                ofSums += sum.cost.nanoUsd;
            for (const CostBars::Series &series : bars.series) {
                ofTotals += series.total.spending.cost.nanoUsd;
                for (const Spending &piece : series.bars)
                    ofPieces += piece.cost.nanoUsd;
            }
            QCOMPARE(bars.total.cost.nanoUsd, expected);
            QCOMPARE(ofSums, expected);
            QCOMPARE(ofPieces, expected);
            QCOMPARE(ofTotals, expected);
        }
    }
}

void tst_CostBars::theRestIsOneGroup()
{
    SampleLedger ledger;
    for (int i = 0; i < 10; ++i)
        ledger.add(0, u"t"_s, u"agent%1"_s.arg(i), u"m"_s, 100 - i);
    const CostBars bars = barsOf(ledger, lastDays(1));
    QCOMPARE(bars.series.size(), MostCostSeries);
    QCOMPARE(bars.series.constFirst().name, u"agent0"_s);
    QCOMPARE(bars.series.constLast().others, 10 - (MostCostSeries - 1));
    QVERIFY(bars.series.constLast().key.isEmpty());
    QVERIFY(bars.series.constLast().name.startsWith(u"Other"_s));
}

void tst_CostBars::sentenceNamesTheMost()
{
    SampleLedger ledger;
    ledger.add(2, u"t"_s, u"reporter"_s, u"m"_s, 3'000'000'000);
    ledger.add(0, u"t"_s, u"analyst"_s, u"m"_s, 1'000'000'000);
    const QString sentence = costSentence(barsOf(ledger, lastDays(7)));
    QVERIFY2(sentence.contains(u"reporter is 75% of the spending."_s), qPrintable(sentence));
    QVERIFY2(sentence.contains(dayText(ledgerToday().addDays(-2))), qPrintable(sentence));
    QVERIFY2(sentence.contains(u"$3.00"_s), qPrintable(sentence));
}

void tst_CostBars::unpricedIsSaidAndIsNotZero()
{
    SampleLedger ledger;
    ledger.add(0, u"t"_s, u"a"_s, u"m"_s, std::nullopt);
    const CostBars bars = barsOf(ledger, lastDays(1));
    QVERIFY(!bars.isEmpty());
    const QString sentence = costSentence(bars);
    QVERIFY2(sentence.contains(u"without a price"_s), qPrintable(sentence));
    QVERIFY2(!sentence.contains(u"$0"_s), qPrintable(sentence));
}

void tst_CostBars::strategiesAreThoseOfTheTeams()
{
    SampleLedger ledger;
    ledger.add(0, u"t1"_s, u"a"_s, u"m"_s, 4);
    ledger.add(0, u"t2"_s, u"a"_s, u"m"_s, 3);
    ledger.add(0, u"gone"_s, u"a"_s, u"m"_s, 2);
    CostNames names;
    for (const QString &id : { u"t1"_s, u"t2"_s }) {
        Team team;
        team.id = TeamId(id);
        team.workflow.type = WorkflowType::Parallel;
        names.add(team);
    }
    const CostBars bars = barsOf(ledger, lastDays(1), CostGrouping::Strategy, names);
    QCOMPARE(bars.series.size(), 2);
    QCOMPARE(bars.series.at(0).name, u"Parallel"_s);
    QCOMPARE(bars.series.at(0).total.spending.cost.nanoUsd, 7);
    QCOMPARE(bars.series.at(1).name, u"Deleted teams"_s);
}

void tst_CostBars::moneyTicksReachTheHighest_data()
{
    QTest::addColumn<qint64>("highest");
    for (const qint64 highest : { 1LL, 3LL, 999LL, 1'000'000LL, 5'870'000'000LL,
             12'345'678'901'234LL, 1'000'000'000'000'000'000LL })
        QTest::newRow(qPrintable(QString::number(highest))) << qint64(highest);
}

void tst_CostBars::moneyTicksReachTheHighest()
{
    QFETCH(const qint64, highest);
    const QList<qint64> ticks = moneyTicks(highest);
    QCOMPARE(ticks.constFirst(), 0);
    QVERIFY(ticks.constLast() >= highest);
    QVERIFY(ticks.size() <= 6);
    for (qsizetype i = 2; i < ticks.size(); ++i)
        QCOMPARE(ticks.at(i) - ticks.at(i - 1), ticks.at(1));
}

} // namespace renum::ui

QTEST_MAIN(renum::ui::tst_CostBars)
#include "tst_cost_bars.moc"
