// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/execution_arguments.h"

#include "app/cli/record_arguments.h"

#include <QCommandLineParser>
#include <QDate>
#include <QDateTime>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace renum::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr double NanoPerDollar = 1e9;
constexpr double LargestCost = 1e9;

constexpr std::array Groups {
    std::pair { "all"_L1, ExecutionGroup::All },
    std::pair { "active"_L1, ExecutionGroup::Active },
    std::pair { "waiting"_L1, ExecutionGroup::WaitingForMe },
    std::pair { "completed"_L1, ExecutionGroup::Completed },
    std::pair { "failed"_L1, ExecutionGroup::Failed },
};

constexpr std::array Statuses { ExecutionStatus::Pending, ExecutionStatus::Running,
    ExecutionStatus::Completed, ExecutionStatus::Failed, ExecutionStatus::Cancelled };

Result<void> readGroup(const QString &name, ExecutionFilter &filter)
{
    for (const auto &[known, group] : Groups) {
        if (name == known) {
            filter.group = group;
            return {};
        }
    }
    return usageError(u"--group takes all, active, waiting, completed or failed."_s);
}

Result<void> readStatuses(const QStringList &names, ExecutionFilter &filter)
{
    for (const QString &name : names) {
        const auto status = std::ranges::find_if(
            Statuses, [&name](ExecutionStatus each) { return toString(each) == name; });
        if (status == Statuses.end())
            return usageError(
                u"--status takes pending, running, completed, failed or cancelled."_s);
        filter.statuses.append(*status);
    }
    return {};
}

/// A time of RFC 3339, or a day in local time: its begin, or its end.
std::optional<Timestamp> timeOf(const QString &text, bool end)
{
    const QDate day = QDate::fromString(text, u"yyyy-MM-dd"_s); // ISODate ignores what follows
    if (!day.isValid())
        return fromRfc3339(text);
    const QDateTime moment = end ? day.endOfDay() : day.startOfDay();
    return fromMicroseconds(moment.toMSecsSinceEpoch() * 1000);
}

Result<void> readTime(const QCommandLineParser &parser, const QString &option, bool end,
    std::optional<Timestamp> &time)
{
    if (!parser.isSet(option))
        return {};
    time = timeOf(parser.value(option), end);
    if (!time)
        return usageError(
            u"--%1 takes a day such as 2026-01-31, or a time such as 2026-01-31T12:00:00Z."_s.arg(
                option));
    return {};
}

Result<void> readCost(
    const QCommandLineParser &parser, const QString &option, std::optional<qint64> &nanoUsd)
{
    if (!parser.isSet(option))
        return {};
    bool ok = false;
    const double dollars = parser.value(option).toDouble(&ok);
    if (!ok || !(dollars >= 0 && dollars <= LargestCost))
        return usageError(u"--%1 takes an amount in US dollars, such as 0.05."_s.arg(option));
    nanoUsd = std::llround(dollars * NanoPerDollar);
    return {};
}

} // namespace

void addExecutionOptions(QCommandLineParser &parser)
{
    parser.addOptions({
        { u"group"_s, u"executions list: all, active, waiting, completed or failed."_s,
            u"GROUP"_s },
        { u"status"_s, u"executions list: only of this status; may be given several times."_s,
            u"STATUS"_s },
        { u"team"_s,
            u"executions list, audit, errors statistics, costs, budget: only of this team."_s,
            u"TEAM_ID"_s },
        { u"since"_s,
            u"executions list, audit, errors statistics: created on that day or at that time, or "
            "later."_s,
            u"TIME"_s },
        { u"until"_s,
            u"executions list, audit, errors statistics: created on that day or at that time, or "
            "earlier."_s,
            u"TIME"_s },
        { u"min-cost"_s, u"executions list: that cost at least so many US dollars."_s, u"USD"_s },
        { u"max-cost"_s, u"executions list: that cost at most so many US dollars."_s, u"USD"_s },
        { u"parent"_s, u"executions list: those that worked for this one."_s, u"EXECUTION_ID"_s },
    });
}

Result<void> readExecutionOptions(const QCommandLineParser &parser, Arguments &arguments)
{
    using Command = Arguments::Command;
    const bool looksForThem = arguments.command == Command::ExecutionsList
        || arguments.command == Command::ErrorStatistics || arguments.command == Command::Audit;
    if (!looksForThem)
        return {};
    ExecutionFilter &filter = arguments.executions;
    filter.text = parser.value(u"search"_s).trimmed();
    filter.team = TeamId(parser.value(u"team"_s));
    filter.parent = ExecutionId(parser.value(u"parent"_s));
    filter.page.limit = arguments.limit;
    Result<void> read;
    if (parser.isSet(u"group"_s))
        read = readGroup(parser.value(u"group"_s), filter);
    if (read)
        read = readStatuses(parser.values(u"status"_s), filter);
    if (read)
        read = readTime(parser, u"since"_s, false, filter.since);
    if (read)
        read = readTime(parser, u"until"_s, true, filter.until);
    if (read)
        read = readCost(parser, u"min-cost"_s, filter.costFrom);
    if (read)
        read = readCost(parser, u"max-cost"_s, filter.costTo);
    return read;
}

} // namespace renum::cli
