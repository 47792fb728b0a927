// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/service_answer.h"

#include "core/net/redact.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>

namespace renum {

using namespace Qt::StringLiterals;

QString serviceExcerpt(const QString &text)
{
    // Cut before redacting: an error body may be megabytes, and a secret that is cut in half is
    // recognised by its beginning. Redaction may lengthen, hence the second cut.
    const QString clean = redact(text.trimmed().left(ServiceExcerptChars));
    return clean.size() > ServiceExcerptChars ? clean.left(ServiceExcerptChars) : clean;
}

bool isHeaderSafe(const QByteArray &secret)
{
    return std::all_of(secret.cbegin(), secret.cend(), [](char c) { return c > ' ' && c < 0x7f; });
}

std::optional<qint64> retryAfterOf(const HttpReply &reply)
{
    const QByteArray value = reply.header("Retry-After").trimmed();
    bool isNumber = false;
    const qint64 seconds = value.toLongLong(&isNumber);
    if (isNumber)
        return seconds;
    const auto date = [](const QByteArray &text) {
        return QLocale::c().toDateTime(
            QString::fromLatin1(text.trimmed()), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    };
    const QDateTime until = date(value);
    const QDateTime from = date(reply.header("Date"));
    if (!until.isValid() || !from.isValid())
        return std::nullopt;
    return from.secsTo(until);
}

bool looksLikeHtml(const HttpReply &reply)
{
    return reply.header("Content-Type").toLower().contains("html")
        || reply.body.trimmed().startsWith('<');
}

} // namespace renum
