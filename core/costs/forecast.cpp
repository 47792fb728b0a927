// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/costs/forecast.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

namespace renum {

namespace {

constexpr int Window = 28; // four whole weeks, so that weekends weigh as they should
constexpr int LatelyDays = 3;
constexpr int BeforeDays = 14;
constexpr double Band = 1.28; // four of five cases of a normal distribution
constexpr qint64 WorthTelling = 10'000'000; // a cent a day

qint64 wholeNano(double value)
{
    constexpr double Most = 9e18;
    return qint64(std::clamp(value, 0.0, Most));
}

using Daily = std::map<QDate, qint64>;

/// What was spent on each of the days before `today`, from the first that has anything.
std::vector<double> windowOf(const Daily &daily, QDate today)
{
    std::vector<double> values;
    for (int back = Window; back >= 1; --back) {
        const auto day = daily.find(today.addDays(-back));
        if (day != daily.end() || !values.empty())
            values.push_back(day == daily.end() ? 0 : double(day->second));
    }
    return values;
}

double meanOf(const std::vector<double> &values)
{
    return values.empty()
        ? 0
        : std::accumulate(values.begin(), values.end(), 0.0) / double(values.size());
}

double deviationOf(const std::vector<double> &values, double mean)
{
    if (values.size() < 2)
        return 0;
    double sum = 0;
    for (const double value : values)
        sum += (value - mean) * (value - mean);
    return std::sqrt(sum / double(values.size() - 1));
}

double meanBetween(const Daily &daily, QDate first, int days)
{
    double sum = 0;
    for (int i = 0; i < days; ++i) {
        const auto day = daily.find(first.addDays(i));
        sum += day == daily.end() ? 0 : double(day->second);
    }
    return sum / days;
}

std::vector<Forecast::Change> changesOf(const std::map<AgentId, Daily> &agents, QDate today)
{
    std::vector<Forecast::Change> changes;
    for (const auto &[agent, daily] : agents) {
        const double now = meanBetween(daily, today.addDays(-LatelyDays), LatelyDays);
        const double before
            = meanBetween(daily, today.addDays(-LatelyDays - BeforeDays), BeforeDays);
        const bool differs = now > 2 * before || before > 2 * now;
        if (before > 0 && differs && std::abs(now - before) >= double(WorthTelling))
            changes.push_back({ agent, wholeNano(before), wholeNano(now) });
    }
    std::ranges::stable_sort(changes, std::ranges::greater(), [](const Forecast::Change &change) {
        return std::abs(change.nowNanoUsd - change.beforeNanoUsd);
    });
    return changes;
}

} // namespace

Forecast forecastOf(const SpendingRows &days, QDate today)
{
    Forecast forecast;
    forecast.month = QDate(today.year(), today.month(), 1);
    forecast.daysLeft = today.daysInMonth() - today.day();
    Daily daily;
    std::map<AgentId, Daily> agents;
    for (const SpendingRow &row : days) {
        if (!row.day || *row.day > today)
            continue;
        daily[*row.day] += row.spending.cost.nanoUsd;
        agents[row.agent][*row.day] += row.spending.cost.nanoUsd;
        if (*row.day >= forecast.month) {
            forecast.spentNanoUsd += row.spending.cost.nanoUsd;
            forecast.unpricedCalls += row.spending.cost.unpricedCalls;
        }
    }
    const std::vector<double> window = windowOf(daily, today);
    forecast.daysSeen = int(window.size());
    const double mean = meanOf(window);
    const auto of = daily.find(today);
    const double soFarToday = of == daily.end() ? 0 : double(of->second);
    const double restOfToday = std::max(mean - soFarToday, 0.0);
    const double likely = double(forecast.spentNanoUsd) + restOfToday + mean * forecast.daysLeft;
    const double width = Band * deviationOf(window, mean) * std::sqrt(forecast.daysLeft + 1.0);
    forecast.monthNanoUsd = { std::max(forecast.spentNanoUsd, wholeNano(likely - width)),
        wholeNano(likely), wholeNano(likely + width) };
    forecast.changes = changesOf(agents, today);
    return forecast;
}

Json toJson(const Forecast &forecast)
{
    Json changes = Json::array();
    for (const Forecast::Change &change : forecast.changes)
        changes.push_back({ { "agent_id", toJson(change.agent.toString()) },
            { "before_nano_usd_per_day", change.beforeNanoUsd },
            { "now_nano_usd_per_day", change.nowNanoUsd } });
    const AmountRange &month = forecast.monthNanoUsd;
    return { { "month", toJson(forecast.month.toString(Qt::ISODate)) },
        { "spent_nano_usd", forecast.spentNanoUsd },
        { "month_nano_usd",
            forecast.isKnown()
                ? Json({ { "low", month.low }, { "likely", month.likely }, { "high", month.high } })
                : Json() },
        { "days_seen", forecast.daysSeen }, { "days_left", forecast.daysLeft },
        { "unpriced_calls", forecast.unpricedCalls }, { "changes", std::move(changes) } };
}

} // namespace renum
