// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"
#include "app/cli/cost_text.h"

#include <QTest>

using namespace renum;
using namespace renum::cli;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Usd = 1'000'000'000;

Result<Arguments> parsed(const QStringList &words)
{
    auto result = parseArguments(QStringList { u"renumctl"_s } + words);
    if (!result)
        return result.error();
    if (!std::holds_alternative<Arguments>(*result))
        return Error {};
    return std::get<Arguments>(*result);
}

Cost costOf(qint64 nano, int computed, int estimated = 0, int unpriced = 0)
{
    Cost cost;
    cost.nanoUsd = nano;
    cost.computedCalls = computed;
    cost.estimatedCalls = estimated;
    cost.unpricedCalls = unpriced;
    return cost;
}

} // namespace

/// The command line about costs, and what it says.
class TestCliCosts : public QObject {
    Q_OBJECT

private slots:
    void commandsAreUnderstood()
    {
        const auto costs = parsed({ u"costs"_s, u"show"_s, u"--by"_s, u"day,agent"_s, u"--from"_s,
            u"2026-11-01"_s, u"--to"_s, u"2026-11-30"_s, u"--team"_s, u"t"_s, u"--agent"_s, u"a"_s,
            u"--model"_s, u"m"_s });
        QVERIFY2(costs.ok(), qPrintable(costs ? QString() : costs.error().message));
        QVERIFY(costs->command == Arguments::Command::CostsShow);
        const LedgerFilter &filter = costs->costs.ledger.filter;
        QVERIFY(filter.days.first == QDate(2026, 11, 1) && filter.days.last == QDate(2026, 11, 30));
        QCOMPARE(filter.team.toString(), u"t"_s);
        QCOMPARE(filter.agent.toString(), u"a"_s);
        QCOMPARE(filter.model, u"m"_s);
        QVERIFY(costs->costs.groups.day && costs->costs.groups.agent);
        QVERIFY(!costs->costs.groups.team && !costs->costs.groups.model);

        const auto calls = parsed({ u"costs"_s, u"calls"_s, u"--unpriced"_s, u"--flagged"_s,
            u"--limit"_s, u"7"_s, u"--execution"_s, u"x"_s });
        QVERIFY(calls->costs.ledger.unpricedOnly && calls->costs.ledger.flaggedOnly);
        QCOMPARE(calls->costs.ledger.page.limit, 7);
        QCOMPARE(calls->costs.ledger.execution.toString(), u"x"_s);

        const auto check = parsed({ u"budget"_s, u"--check"_s });
        QVERIFY(check->command == Arguments::Command::BudgetList && check->costs.check);
    }

    void pricesAreUnderstood()
    {
        const auto price = parsed({ u"prices"_s, u"set"_s, u"House/My-Model"_s, u"--input-price"_s,
            u"2.50"_s, u"--output-price"_s, u"10"_s, u"--cache-read-price"_s, u"0.25"_s,
            u"--provider"_s, u"House"_s, u"--prefix"_s, u"--from"_s, u"2026-01-01"_s });
        QVERIFY2(price.ok(), qPrintable(price ? QString() : price.error().message));
        const PriceEntry &entry = price->costs.price;
        QCOMPARE(entry.model, u"my-model"_s);
        QCOMPARE(entry.provider, u"house"_s);
        QCOMPARE(entry.rates.input, 5 * Usd / 2);
        QCOMPARE(entry.rates.output, 10 * Usd);
        QCOMPARE(*entry.rates.cacheRead, Usd / 4);
        QVERIFY(!entry.rates.cacheWrite);
        QVERIFY(entry.match == PriceEntry::Match::Prefix);
        QVERIFY(entry.validFrom == QDate(2026, 1, 1));
        const auto import = parsed({ u"prices"_s, u"import"_s, u"f"_s, u"--preview"_s });
        QVERIFY(import->planOnly);
    }

    void budgetsAreUnderstood()
    {
        const auto budget = parsed({ u"budget"_s, u"add"_s, u"--name"_s, u"Month"_s, u"--usd"_s,
            u"12.5"_s, u"--tokens"_s, u"100"_s, u"--calls"_s, u"7"_s, u"--seconds"_s, u"60"_s,
            u"--every"_s, u"day"_s, u"--team"_s, u"t"_s, u"--at-limit"_s, u"stop"_s });
        QVERIFY2(budget.ok(), qPrintable(budget ? QString() : budget.error().message));
        const Budget &wanted = budget->costs.budget;
        QCOMPARE(*wanted.nanoUsd, 25 * Usd / 2);
        QCOMPARE(*wanted.tokens, qint64(100));
        QCOMPARE(*wanted.calls, qint64(7));
        QCOMPARE(*wanted.seconds, qint64(60));
        QCOMPARE(toString(wanted.period), u"day"_s);
        QCOMPARE(toString(wanted.scope), u"team"_s);
        QCOMPARE(wanted.subject, u"t"_s);
        QCOMPARE(toString(wanted.action), u"stop"_s);
        QCOMPARE(wanted.name, u"Month"_s);
    }

    void mistakesAreNamed_data()
    {
        QTest::addColumn<QString>("line");
        for (const char *line : { "costs show --by week", "costs show --from soon",
                 "costs show --from 2026-02-30", "costs show --from 2026-02-02 --to 2026-02-01",
                 "costs metrics", "costs billing", "costs billing --from 2026-01-01",
                 "costs billing --from 2026-01-01 --to 2026-01-02 --export x.pdf", "prices set m",
                 "prices set m --input-price 1", "prices set m --input-price -1 --output-price 1",
                 "prices set m --input-price a --output-price 1", "prices import",
                 "budget add --usd lots", "budget add --tokens 0", "budget add --every year",
                 "budget add --at-limit explode", "budget add --team t --agent a --usd 1",
                 "budget remove" })
            QTest::newRow(line) << QString::fromLatin1(line);
    }
    void mistakesAreNamed()
    {
        QFETCH(QString, line);
        const auto result = parsed(line.split(u' '));
        QVERIFY(!result);
        QVERIFY(!result.error().message.isEmpty());
    }

    void unknownIsNotZero()
    {
        QCOMPARE(costText({}), u"$0.0000"_s);
        QCOMPARE(costText(costOf(12'300'000, 1)), u"$0.0123"_s);
        QCOMPARE(costText(costOf(12 * Usd, 1)), u"$12.00"_s);
        QCOMPARE(costText(costOf(Usd, 1, 1)), u"\u2248 $1.00"_s);
        QCOMPARE(costText(costOf(0, 0, 0, 3)), u"unpriced"_s);
        QCOMPARE(costText(costOf(Usd, 1, 0, 2)), u"\u2248 $1.00 and 2 unpriced"_s);
    }

    void textsAreSafeToPrint()
    {
        SpendingRow row;
        row.agent = AgentId(u"evil\x1b[31m"_s);
        row.model = u"m\nodel"_s;
        row.spending.cost = costOf(Usd, 1);
        row.spending.flagged = 2;
        SpendingReport report;
        report.rows = { row };
        report.total = row.spending;
        report.before = Spending();
        const QString text = spendingLines(report).join(u'\n');
        QVERIFY(!text.contains(u'\x1b'));
        QVERIFY(text.contains(u"m odel"));
        QVERIFY(text.contains(u"--flagged"));
        QVERIFY(text.contains(u"before"));
        LedgerRow booking;
        booking.agent = row.agent;
        booking.flags = { u"unknown_type:\x1b"_s };
        QVERIFY(!ledgerLine(booking).contains(u'\x1b'));
        QVERIFY(ledgerLine(booking).contains(u"? in"));
    }

    void budgetsSayWhatIsUsed()
    {
        Budget budget;
        budget.name = u"Month"_s;
        budget.nanoUsd = 10 * Usd;
        budget.tokens = 5000;
        BudgetStatus status = budgetStatus(budget, { 4 * Usd, 100, 0, 0 });
        status.unpricedCalls = 3;
        const QString text = budgetLines(status).join(u'\n');
        QVERIFY(text.contains(u"40% used"));
        QVERIFY(text.contains(u"$4.00 of $10.00"));
        QVERIFY(text.contains(u"100 of 5,000 tokens"));
        QVERIFY(text.contains(u"3 bookings without a price"));
    }

    void outlooksSayWhatTheyKnow()
    {
        QVERIFY(forecastLines({}).join(u'\n').contains(u"too few days"));
        Forecast forecast;
        forecast.daysSeen = 28;
        forecast.spentNanoUsd = Usd;
        forecast.monthNanoUsd = { Usd, 2 * Usd, 3 * Usd };
        forecast.unpricedCalls = 4;
        forecast.changes = { { AgentId(u"writer"_s), Usd, 3 * Usd } };
        const QString text = forecastLines(forecast).join(u'\n');
        QVERIFY(text.contains(u"$1.00 to $3.00, probably $2.00"));
        QVERIFY(text.contains(u"writer lately costs $3.00 a day, before $1.00"));
        QVERIFY(text.contains(u"4 bookings"));
        RunEstimate estimate;
        estimate.steps.resize(2);
        estimate.steps[0].agent = AgentId(u"a"_s);
        estimate.steps[0].basis = RunEstimate::Basis::History;
        estimate.steps[0].runs = 7;
        estimate.withoutAmount = 1;
        const QString lines = estimateLines(estimate).join(u'\n');
        QVERIFY(lines.contains(u"from 7 earlier runs"));
        QVERIFY(lines.contains(u"no price"));
        estimate.withoutAmount = 2;
        QVERIFY(estimateLines(estimate).first().contains(u"Nobody knows"));
        QVERIFY(estimateLines(estimate).at(1).contains(u"How long it takes is unknown"));
        estimate.milliseconds = { 1000, 2000, 90'000 };
        estimate.steps[0].timedRuns = 3;
        estimate.steps[0].milliseconds = estimate.milliseconds;
        const QString timed = estimateLines(estimate).join(u'\n');
        QVERIFY2(timed.contains(u"what 1 steps need"), qPrintable(timed));
        QVERIFY2(timed.contains(u"from 7 earlier runs; "), qPrintable(timed));
    }

    void pricesSayWhenAndWhere()
    {
        PriceEntry price;
        price.model = u"m"_s;
        price.match = PriceEntry::Match::Prefix;
        price.provider = u"p"_s;
        price.rates = { 2 * Usd, 8 * Usd, Usd / 2, {}, {}, {} };
        price.tiers = { { 200'000, price.rates } };
        price.validFrom = QDate(2026, 1, 1);
        price.validUntil = QDate(2026, 12, 31);
        price.sourceDate = QDate(2026, 1, 2);
        const QString line = priceLine(price);
        for (const char *part :
            { "m*", "$2.00 in, $8.00 out", "$0.5000 from a cache", "above 200,000 tokens", "at p",
                "from 2026-01-01", "until 2026-12-31", "as of 2026-01-02" })
            QVERIFY2(line.contains(QString::fromLatin1(part)), part);
        PriceImport import;
        import.diff.changed = { { price, price } };
        import.diff.added = { price };
        QCOMPARE(importLines(import).size(), 4);
    }

    void figuresAreTold()
    {
        Analytics analytics;
        analytics.byTeam.resize(1);
        analytics.byTeam[0].name = u"Writers"_s;
        analytics.topErrors = { { u"network_error"_s, 2 } };
        analytics.totals.agentExecutionTimes[AgentId(u"a"_s)].completed = 1;
        const QString text = analyticsLines(analytics).join(u'\n');
        QVERIFY(text.contains(u"Writers"));
        QVERIFY(text.contains(u"2 failed with network_error"));
        ExecutionPerformance performance;
        performance.totalDuration = 12.5;
        performance.criticalPath = { AgentId(u"a"_s), AgentId(u"b"_s) };
        performance.steps.resize(1);
        QVERIFY(performanceLines(performance).join(u'\n').contains(u"a > b"));
        SpendingRow unpriced;
        unpriced.model = u"house"_s;
        unpriced.spending.cost.unpricedCalls = 5;
        QVERIFY(unpricedLine(unpriced).contains(u"5 bookings"));
    }
};

QTEST_APPLESS_MAIN(TestCliCosts)
#include "tst_cli_costs.moc"
