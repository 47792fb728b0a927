// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/costs/cost_bars.h"

#include "ui/text/money_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 MostDayBars = 62;
constexpr qint64 MostWeekBars = 53;
constexpr int DaysOfWeek = 7;

struct BarWords {
    Q_DECLARE_TR_FUNCTIONS(CostBars)
};

DayRange boundsOf(const SpendingRows &rows, const DayRange &days)
{
    DayRange bounds = days;
    for (const SpendingRow &row : rows) {
        if (!row.day)
            continue;
        if (!days.first && (!bounds.first || *row.day < *bounds.first))
            bounds.first = row.day;
        if (!days.last && (!bounds.last || *row.day > *bounds.last))
            bounds.last = row.day;
    }
    return bounds;
}

CostBars::Step stepFor(const DayRange &days)
{
    const qint64 count = days.first->daysTo(*days.last) + 1;
    if (count <= MostDayBars)
        return CostBars::Step::Day;
    return count <= MostWeekBars * DaysOfWeek ? CostBars::Step::Week : CostBars::Step::Month;
}

QDate lastOf(QDate first, CostBars::Step step)
{
    switch (step) {
    case CostBars::Step::Day:
        return first;
    case CostBars::Step::Week:
        return first.addDays(DaysOfWeek - first.dayOfWeek());
    case CostBars::Step::Month:
        return QDate(first.year(), first.month(), first.daysInMonth());
    }
    Q_UNREACHABLE();
}

QList<CostBars::Bucket> bucketsOf(const DayRange &days, CostBars::Step step)
{
    QList<CostBars::Bucket> buckets;
    for (QDate first = *days.first; first <= *days.last;
         first = buckets.constLast().last.addDays(1))
        buckets.append({ first, std::min(lastOf(first, step), *days.last) });
    return buckets;
}

qsizetype bucketOf(const QList<CostBars::Bucket> &buckets, QDate day)
{
    const auto found = std::ranges::upper_bound(buckets, day, {}, &CostBars::Bucket::first);
    return found - buckets.begin() - 1;
}

/// The groups that are drawn; those that are too many become the last one.
QHash<QString, qsizetype> addSeries(CostBars &bars, const QList<CostGroup> &groups)
{
    const qsizetype shown = groups.size() > MostCostSeries ? MostCostSeries - 1 : groups.size();
    QHash<QString, qsizetype> places;
    const QList<Spending> none(bars.buckets.size());
    for (qsizetype i = 0; i < groups.size(); ++i) {
        const CostGroup &group = groups.at(i);
        places.insert(group.key, std::min(i, shown));
        if (i < shown) {
            bars.series.append({ group.key, group.name, 0, group.row, none });
        } else if (i == shown) {
            bars.series.append({ {}, {}, 1, {}, none });
            bars.series.last().total.spending = group.row.spending;
        } else {
            ++bars.series.last().others;
            bars.series.last().total.spending.add(group.row.spending);
        }
    }
    if (shown < groups.size()) {
        const int others = bars.series.constLast().others;
        bars.series.last().name = BarWords::tr("Other %n", "groups of a chart", others);
    }
    return places;
}

QString percentText(double share)
{
    return QLocale().toString(qRound(share * 100)) + QLocale().percent();
}

} // namespace

qint64 CostBars::highest() const
{
    qint64 most = 0;
    for (const Spending &sum : sums)
        most = std::max(most, sum.cost.nanoUsd);
    return most;
}

bool CostBars::looksLike(const CostBars &other) const
{
    const auto sameGroup = [](const Series &a, const Series &b) {
        return a.key == b.key && a.name == b.name && a.others == b.others;
    };
    return step == other.step && buckets == other.buckets
        && std::ranges::equal(series, other.series, sameGroup);
}

CostBars costBars(
    const SpendingRows &rows, const DayRange &days, CostGrouping grouping, const CostNames &names)
{
    CostBars bars;
    const DayRange bounds = boundsOf(rows, days);
    if (!bounds.first || !bounds.last || *bounds.first > *bounds.last)
        return bars;
    bars.step = stepFor(bounds);
    bars.buckets = bucketsOf(bounds, bars.step);
    bars.sums = QList<Spending>(bars.buckets.size());
    const QHash<QString, qsizetype> places = addSeries(bars, costGroups(rows, grouping, names));
    for (const SpendingRow &row : rows) {
        if (!row.day || *row.day < *bounds.first || *row.day > *bounds.last)
            continue;
        const qsizetype bucket = bucketOf(bars.buckets, *row.day);
        bars.series[places.value(names.keyOf(row, grouping))].bars[bucket].add(row.spending);
        bars.sums[bucket].add(row.spending);
        bars.total.add(row.spending);
    }
    return bars;
}

QString bucketText(const CostBars &bars, qsizetype bucket)
{
    const CostBars::Bucket &days = bars.buckets.at(bucket);
    switch (bars.step) {
    case CostBars::Step::Day:
        return dayText(days.first);
    case CostBars::Step::Week:
        return daysText({ days.first, days.last });
    case CostBars::Step::Month:
        //: a month with its year, see QLocale::toString
        return QLocale().toString(days.first, BarWords::tr("MMM yyyy"));
    }
    Q_UNREACHABLE();
}

QString costSentence(const CostBars &bars)
{
    if (bars.isEmpty())
        return BarWords::tr("Nothing was spent.");
    QStringList sentences;
    const qint64 total = bars.total.cost.nanoUsd;
    if (total > 0) {
        const auto first = std::ranges::find_if(
            bars.series, [](const CostBars::Series &series) { return series.others == 0; });
        if (bars.series.size() > 1 && first != bars.series.end()) {
            const double share = double(first->total.spending.cost.nanoUsd) / double(total);
            //: an agent, a model, a team or a strategy; its share
            sentences
                << BarWords::tr("%1 is %2 of the spending.").arg(first->name, percentText(share));
        }
        const auto highest = std::ranges::max_element(
            bars.sums, {}, [](const Spending &sum) { return sum.cost.nanoUsd; });
        if (bars.buckets.size() > 1) {
            const QString when = bucketText(bars, highest - bars.sums.begin());
            sentences << BarWords::tr("Most was spent on %1: %2.", "a day, a week or a month")
                             .arg(when, format::money(highest->cost));
        }
    }
    if (const int unpriced = bars.total.cost.unpricedCalls; unpriced > 0)
        sentences << BarWords::tr(
            "%n call(s) without a price are in no amount.", nullptr, unpriced);
    return sentences.join(u' ');
}

} // namespace renum::ui
