// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/costs/cost_scope.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int WeekDays = 7;
constexpr int MonthDays = 30;

struct ScopeWords {
    Q_DECLARE_TR_FUNCTIONS(CostScope)
};

DayRange lastDays(QDate today, int count)
{
    return { today.addDays(1 - count), today };
}

} // namespace

QDate ledgerToday()
{
    return QDateTime::currentDateTimeUtc().date();
}

DayRange CostPeriod::days(QDate today) const
{
    switch (kind) {
    case Kind::Day:
        return lastDays(today, 1);
    case Kind::Week:
        return lastDays(today, WeekDays);
    case Kind::Month:
        return lastDays(today, MonthDays);
    case Kind::Custom:
        return custom;
    }
    Q_UNREACHABLE();
}

DayRange CostScope::days(QDate today) const
{
    return stretch.first ? stretch : period.days(today);
}

LedgerFilter CostScope::filter(QDate today) const
{
    return { days(today), team, agent, model };
}

bool CostScope::isNarrowed() const
{
    return stretch.first || !team.isEmpty() || !agent.isEmpty() || !model.isEmpty();
}

QString dayText(QDate day)
{
    const bool thisYear = day.year() == ledgerToday().year();
    //: a day without its year, see QLocale::toString
    const QString shortForm = ScopeWords::tr("d MMM");
    //: a day with its year, see QLocale::toString
    return QLocale().toString(day, thisYear ? shortForm : ScopeWords::tr("d MMM yyyy"));
}

QString daysText(const DayRange &days)
{
    if (days.first && days.last) {
        return *days.first == *days.last
            ? dayText(*days.first)
            : ScopeWords::tr("%1 – %2", "days").arg(dayText(*days.first), dayText(*days.last));
    }
    if (days.first)
        return ScopeWords::tr("since %1").arg(dayText(*days.first));
    if (days.last)
        return ScopeWords::tr("until %1").arg(dayText(*days.last));
    return ScopeWords::tr("all days");
}

QString groupingWord(CostGrouping grouping)
{
    switch (grouping) {
    case CostGrouping::Agent:
        return ScopeWords::tr("agent");
    case CostGrouping::Model:
        return ScopeWords::tr("model");
    case CostGrouping::Team:
        return ScopeWords::tr("team");
    case CostGrouping::Strategy:
        return ScopeWords::tr("strategy");
    }
    Q_UNREACHABLE();
}

} // namespace renum::ui
