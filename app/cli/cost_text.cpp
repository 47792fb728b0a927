// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cost_text.h"

#include "app/cli/terminal_text.h"

#include <QLocale>

namespace renum::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype CostNameColumns = 28;
constexpr qint64 NanoPerUsd = 1'000'000'000;
constexpr double MsPerSecond = 1000;

QString name(const QString &text)
{
    return printable(text, LineBreaks::Fold);
}

QString costCell(const QString &text, qsizetype columns)
{
    return shortened(name(text), columns, Ellipsis::End).leftJustified(columns);
}

QString count(qint64 number)
{
    static const QLocale english(QLocale::English); // the C locale does not group digits
    return english.toString(number);
}

QString percent(double share)
{
    return QString::number(share * 100, 'f', 1) + u'%';
}

QString tokensText(const Spending &spending)
{
    return u"%1 in, %2 out"_s.arg(count(spending.tokensInput), count(spending.tokensOutput));
}

QString whoText(const SpendingRow &row)
{
    QStringList parts;
    if (row.day)
        parts.append(row.day->toString(Qt::ISODate));
    for (const QString &part : { row.team.toString(), row.agent.toString(), row.model }) {
        if (!part.isEmpty())
            parts.append(name(part));
    }
    return parts.join(u"  "_s);
}

QString executionsText(const ExecutionFigures &counts)
{
    return u"%1 executions: %2 completed, %3 failed, %4 cancelled, %5 active; success rate %6"_s
        .arg(QString::number(counts.total), QString::number(counts.completed),
            QString::number(counts.failed), QString::number(counts.cancelled),
            QString::number(counts.running + counts.pending), percent(counts.successRate()));
}

QString rangeText(const AmountRange &range)
{
    return u"%1 to %2, probably %3"_s.arg(
        usdText(range.low), usdText(range.high), usdText(range.likely));
}

QString timeText(const AmountRange &milliseconds)
{
    return u"%1 to %2"_s.arg(durationText(double(milliseconds.low) / MsPerSecond),
        durationText(double(milliseconds.high) / MsPerSecond));
}

QString timeLine(const RunEstimate &estimate)
{
    if (!estimate.isTimeKnown())
        return u"How long it takes is unknown: no step has run in this team."_s;
    if (estimate.withoutTime() == 0)
        return u"It will take %1."_s.arg(timeText(estimate.milliseconds));
    return u"It will take %1 and what %2 steps need that never ran in this team."_s.arg(
        timeText(estimate.milliseconds), QString::number(estimate.withoutTime()));
}

QString limitText(
    const char *what, const std::optional<qint64> &limit, const QString &spent, const QString &of)
{
    return limit ? u"  %1 of %2 %3"_s.arg(spent, of, QString::fromLatin1(what)) : QString();
}

} // namespace

QString usdText(qint64 nanoUsd)
{
    const double usd = double(nanoUsd) / double(NanoPerUsd);
    return u'$' + QString::number(usd, 'f', nanoUsd < NanoPerUsd ? 4 : 2);
}

QString costText(const Cost &cost)
{
    if (cost.calls() == 0)
        return usdText(0);
    if (!cost.isKnown())
        return u"unpriced"_s;
    const QString text = cost.isApproximate() ? u"\u2248 "_s : QString();
    if (cost.unpricedCalls > 0)
        return text + u"%1 and %2 unpriced"_s.arg(usdText(cost.nanoUsd), count(cost.unpricedCalls));
    return text + usdText(cost.nanoUsd);
}

QStringList spendingLines(const SpendingReport &report)
{
    QStringList lines { u"%1 in %2 bookings; tokens: %3"_s.arg(
        costText(report.total.cost), count(report.total.bookings), tokensText(report.total)) };
    if (report.before)
        lines.append(u"In the period before: %1 in %2 bookings"_s.arg(
            costText(report.before->cost), count(report.before->bookings)));
    if (report.total.flagged > 0)
        lines.append(u"%1 bookings deserve a look: see `renumctl costs calls --flagged`."_s.arg(
            count(report.total.flagged)));
    for (const SpendingRow &row : report.rows) {
        if (const QString who = whoText(row); !who.isEmpty())
            lines.append(u"%1  %2  %3"_s.arg(costCell(costText(row.spending.cost), 14),
                costCell(who, 2 * CostNameColumns), tokensText(row.spending)));
    }
    return lines;
}

QString ledgerLine(const LedgerRow &row)
{
    const auto tokens
        = [](const std::optional<qint64> &known) { return known ? count(*known) : u"?"_s; };
    return u"%1  %2  %3  %4  %5 in, %6 out  %7"_s.arg(toRfc3339(row.time),
        costCell(costText(row.usage.cost), 12), costCell(row.agent.toString(), CostNameColumns),
        costCell(row.usage.modelName, CostNameColumns), tokens(row.usage.tokensInput),
        tokens(row.usage.tokensOutput), name(row.flags.join(u' ')));
}

QString unpricedLine(const SpendingRow &row)
{
    return u"%1  %2 bookings  %3"_s.arg(costCell(row.model, CostNameColumns),
        count(row.spending.cost.unpricedCalls), tokensText(row.spending));
}

QStringList metricsLines(const TeamMetrics &metrics)
{
    const DurationFigures &duration = metrics.executionDuration;
    QStringList lines { executionsText(metrics.executions),
        u"Duration: %1 on average, median %2, 95% within %3"_s.arg(
            durationText(duration.average), durationText(duration.p50), durationText(duration.p95)),
        u"Cost: %1; tokens: %2"_s.arg(
            costText(metrics.spending.cost), tokensText(metrics.spending)),
        u"%1 messages, %2 context updates, %3 errors, %4 retries"_s.arg(
            QString::number(metrics.messageCount), QString::number(metrics.contextUpdates),
            QString::number(metrics.errorCount), QString::number(metrics.retryCount)) };
    for (auto agent = metrics.agentExecutionTimes.cbegin();
         agent != metrics.agentExecutionTimes.cend(); ++agent) {
        const auto spent = metrics.byAgent.find(agent.key());
        lines.append(u"  %1  %2 on average, success rate %3, %4"_s.arg(
            costCell(agent.key().toString(), CostNameColumns),
            durationText(agent->durations.average), percent(agent->successRate()),
            costText(spent == metrics.byAgent.end() ? Cost() : spent->second.cost)));
    }
    return lines;
}

QStringList analyticsLines(const Analytics &analytics)
{
    QStringList lines { u"%1 teams, %2 of them at work"_s.arg(
        QString::number(analytics.teams), QString::number(analytics.byTeam.size())) };
    lines.append(metricsLines(analytics.totals));
    for (const TeamFigures &team : analytics.byTeam)
        lines.append(u"  %1  %2  %3 executions, success rate %4"_s.arg(
            costCell(team.name, CostNameColumns), costCell(costText(team.spending.cost), 12),
            QString::number(team.executions.total), percent(team.executions.successRate())));
    for (const auto &[type, number] : analytics.topErrors)
        lines.append(u"  %1 failed with %2"_s.arg(QString::number(number), name(type)));
    return lines;
}

QStringList performanceLines(const ExecutionPerformance &performance)
{
    QStringList path;
    for (const AgentId &agent : performance.criticalPath)
        path.append(name(agent.toString()));
    QStringList lines;
    if (performance.totalDuration)
        lines.append(u"Took %1, waited %2 before; %3 at once on average"_s.arg(
            durationText(*performance.totalDuration),
            durationText(performance.queueTime.value_or(0)),
            QString::number(performance.parallelism, 'f', 2)));
    lines.append(u"Between steps: %1; longest chain: %2"_s.arg(
        durationText(performance.coordinationOverhead), path.join(u" > "_s)));
    for (const StepFigures &step : performance.steps)
        lines.append(
            u"  %1  %2  %3, %4 attempts, %5"_s.arg(costCell(step.agent.toString(), CostNameColumns),
                costCell(toString(step.status), 10), durationText(step.duration),
                QString::number(step.attempts), costText(step.usage.cost)));
    return lines;
}

QStringList forecastLines(const Forecast &forecast)
{
    QStringList lines { u"Spent this month: %1"_s.arg(usdText(forecast.spentNanoUsd)) };
    lines.append(forecast.isKnown()
            ? u"At its end: %1 (from the last %2 days)"_s.arg(
                rangeText(forecast.monthNanoUsd), QString::number(forecast.daysSeen))
            : u"There are too few days with bookings to say what the month will cost."_s);
    if (forecast.unpricedCalls > 0)
        lines.append(
            u"Without %1 bookings that have no price."_s.arg(count(forecast.unpricedCalls)));
    for (const Forecast::Change &change : forecast.changes)
        lines.append(u"%1 lately costs %2 a day, before %3."_s.arg(name(change.agent.toString()),
            usdText(change.nowNanoUsd), usdText(change.beforeNanoUsd)));
    return lines;
}

QStringList estimateLines(const RunEstimate &estimate)
{
    QStringList lines { estimate.isKnown()
            ? u"A run will cost %1"_s.arg(rangeText(estimate.nanoUsd))
            : u"Nobody knows what a run will cost: the models have no price."_s };
    if (estimate.isKnown() && estimate.withoutAmount > 0)
        lines.append(u"Without %1 steps whose models have no price."_s.arg(
            QString::number(estimate.withoutAmount)));
    lines.append(timeLine(estimate));
    for (const RunEstimate::Step &step : estimate.steps) {
        QString why = u"no price"_s;
        if (step.basis == RunEstimate::Basis::History)
            why = u"from %1 earlier runs"_s.arg(step.runs);
        else if (step.basis == RunEstimate::Basis::PromptSize)
            why = u"from the length of the prompt"_s;
        if (step.timedRuns > 0)
            why += u"; %1"_s.arg(timeText(step.milliseconds));
        lines.append(u"  %1  %2  %3"_s.arg(costCell(step.agent.toString(), CostNameColumns),
            step.basis == RunEstimate::Basis::None ? u"unknown"_s : rangeText(step.nanoUsd), why));
    }
    return lines;
}

QString priceLine(const PriceEntry &price)
{
    const QString family = price.match == PriceEntry::Match::Prefix ? u"*"_s : QString();
    QString line = u"%1  %2 in, %3 out"_s.arg(costCell(price.model + family, CostNameColumns),
        usdText(price.rates.input), usdText(price.rates.output));
    if (price.rates.cacheRead)
        line += u", %1 from a cache"_s.arg(usdText(*price.rates.cacheRead));
    if (!price.tiers.empty())
        line += u", other prices above %1 tokens"_s.arg(
            count(price.tiers.front().abovePromptTokens));
    if (!price.provider.isEmpty())
        line += u", at %1"_s.arg(name(price.provider));
    if (price.validFrom)
        line += u", from %1"_s.arg(price.validFrom->toString(Qt::ISODate));
    if (price.validUntil)
        line += u", until %1"_s.arg(price.validUntil->toString(Qt::ISODate));
    if (price.sourceDate)
        line += u" (as of %1)"_s.arg(price.sourceDate->toString(Qt::ISODate));
    return line;
}

QStringList importLines(const PriceImport &import)
{
    QStringList lines { u"%1 new, %2 changed, %3 as before, %4 without a usable price"_s.arg(
        QString::number(import.diff.added.size()), QString::number(import.diff.changed.size()),
        QString::number(import.diff.unchanged), QString::number(import.skipped.size())) };
    for (const PriceDiff::Change &change : import.diff.changed) {
        lines.append(u"- "_s + priceLine(change.before));
        lines.append(u"+ "_s + priceLine(change.after));
    }
    for (const PriceEntry &price : import.diff.added)
        lines.append(u"+ "_s + priceLine(price));
    return lines;
}

QStringList budgetLines(const BudgetStatus &status)
{
    const Budget &budget = status.budget;
    const QString title = budget.name.isEmpty() ? budget.id.toString() : name(budget.name);
    QStringList lines { u"%1  %2% used, each %3, then %4  (%5)"_s.arg(title,
        QString::number(status.percent), toString(budget.period), toString(budget.action),
        budget.id.toString()) };
    lines.append({ limitText("spent", budget.nanoUsd, usdText(status.spent.nanoUsd),
                       usdText(budget.nanoUsd.value_or(0))),
        limitText(
            "tokens", budget.tokens, count(status.spent.tokens), count(budget.tokens.value_or(0))),
        limitText(
            "calls", budget.calls, count(status.spent.calls), count(budget.calls.value_or(0))),
        limitText("seconds of work", budget.seconds, count(status.spent.seconds),
            count(budget.seconds.value_or(0))) });
    lines.removeAll(QString());
    if (budget.nanoUsd && status.unpricedCalls > 0)
        lines.append(u"  and %1 bookings without a price, which a limit of tokens would hold"_s.arg(
            count(status.unpricedCalls)));
    return lines;
}

} // namespace renum::cli
