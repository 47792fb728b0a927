// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/timestamp.h"

#include <QDateTime>
#include <QRegularExpression>

namespace renum {

using namespace Qt::StringLiterals;
using std::chrono::microseconds;

qint64 toMicroseconds(Timestamp time)
{
    return time.time_since_epoch().count();
}

Timestamp fromMicroseconds(qint64 value)
{
    return Timestamp(microseconds(value));
}

QString toRfc3339(Timestamp time)
{
    const auto milliseconds = std::chrono::floor<std::chrono::milliseconds>(time);
    const QDateTime utc
        = QDateTime::fromMSecsSinceEpoch(milliseconds.time_since_epoch().count(), Qt::UTC);
    return utc.toString(u"yyyy-MM-ddTHH:mm:ss.zzz'Z'"_s);
}

namespace {

/// The calendar's moment; none for a day or a time of day that does not exist.
std::optional<std::chrono::sys_seconds> momentOf(QStringView date, QStringView time)
{
    using namespace std::chrono;
    const auto number = [](QStringView text, qsizetype at, qsizetype size) {
        return text.sliced(at, size).toInt();
    };
    const year_month_day day(year(number(date, 0, 4)), month(unsigned(number(date, 5, 2))),
        std::chrono::day(unsigned(number(date, 8, 2))));
    const hours hour(number(time, 0, 2));
    const minutes minute(number(time, 3, 2));
    const seconds second(number(time, 6, 2));
    if (!day.ok() || day.year() < year(1) || hour >= days(1) || minute >= hours(1)
        || second >= minutes(1))
        return std::nullopt;
    return sys_days(day) + hour + minute + second;
}

} // namespace

// Every piece of a stream brings one: QDateTime would take a third of the time of reading it.
std::optional<Timestamp> fromRfc3339(const QString &text)
{
    static const QRegularExpression pattern(
        u"^(\\d{4}-\\d{2}-\\d{2})[Tt ](\\d{2}:\\d{2}:\\d{2})(?:\\.(\\d{1,9}))?"
        "(Z|z|[+-]\\d{2}:?\\d{2})?$"_s);
    const QRegularExpressionMatch match = pattern.match(text.trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    const std::optional<std::chrono::sys_seconds> moment
        = momentOf(match.capturedView(1), match.capturedView(2));
    if (!moment)
        return std::nullopt;
    const QString fraction = match.captured(3).leftJustified(6, u'0').left(6);
    const Timestamp local = *moment + microseconds(fraction.toLongLong());

    const QStringView zone = match.capturedView(4);
    if (zone.size() < 5)
        return local;
    const std::chrono::hours hours(zone.sliced(1, 2).toInt());
    const std::chrono::minutes minutes(zone.last(2).toInt());
    if (hours >= std::chrono::days(1) || minutes >= std::chrono::hours(1))
        return std::nullopt;
    return zone.front() == u'-' ? local + hours + minutes : local - hours - minutes;
}

} // namespace renum
