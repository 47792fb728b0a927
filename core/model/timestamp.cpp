// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/timestamp.h"

#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>

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

std::optional<Timestamp> fromRfc3339(const QString &text)
{
    static const QRegularExpression pattern(
        u"^(\\d{4}-\\d{2}-\\d{2})[Tt ](\\d{2}:\\d{2}:\\d{2})(?:\\.(\\d{1,9}))?"
        "(Z|z|[+-]\\d{2}:?\\d{2})?$"_s);
    const QRegularExpressionMatch match = pattern.match(text.trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    QDateTime base
        = QDateTime::fromString(match.captured(1) + u'T' + match.captured(2), Qt::ISODate);
    if (!base.isValid())
        return std::nullopt;
    base.setTimeSpec(Qt::UTC);

    const QString fraction = match.captured(3).leftJustified(6, u'0').left(6);
    qint64 micros = base.toMSecsSinceEpoch() * 1000 + fraction.toLongLong();

    const QString zone = match.captured(4);
    if (zone.size() >= 5) {
        const qint64 hours = zone.mid(1, 2).toLongLong();
        const qint64 minutes = zone.right(2).toLongLong();
        if (hours > 23 || minutes > 59)
            return std::nullopt;
        const qint64 offset = (hours * 60 + minutes) * 60'000'000;
        micros += zone.front() == u'-' ? offset : -offset;
    }
    return fromMicroseconds(micros);
}

} // namespace renum
