// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/page_key.h"

#include "core/model/error_codes.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace renum {

namespace {

constexpr int LargestPage = 1000;

} // namespace

QString PageKey::toText() const
{
    const QByteArray plain = QByteArray::number(toMicroseconds(time)) + '/' + id.toUtf8();
    return QString::fromLatin1(
        plain.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

Result<PageKey> PageKey::fromText(const QString &text)
{
    if (text.isEmpty())
        return PageKey { fromMicroseconds(std::numeric_limits<qint64>::max()), QString() };
    const auto decoded = QByteArray::fromBase64Encoding(
        text.toLatin1(), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    const QByteArray plain = decoded ? *decoded : QByteArray();
    const qsizetype slash = plain.indexOf('/');
    bool isNumber = false;
    const qint64 microseconds = plain.first(std::max<qsizetype>(slash, 0)).toLongLong(&isNumber);
    if (!isNumber) {
        return Error { ErrorCategory::InvalidInput, QString::fromLatin1(code::ValidationError),
            u"The position in the list is not one that this program gave. Begin at the first "
            "page."_s };
    }
    return PageKey { fromMicroseconds(microseconds), QString::fromUtf8(plain.sliced(slash + 1)) };
}

int pageLimit(int asked)
{
    return std::clamp(asked, 1, LargestPage);
}

} // namespace renum
