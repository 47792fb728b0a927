// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/suna/suna_server.h"

#include <QUrlQuery>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

/// `.` and `..` have a meaning in a path that no encoding takes away, since servers decode first.
/// Encoded twice they are an id that nothing has.
QString segment(const QString &text)
{
    if (text == "."_L1 || text == ".."_L1)
        return u"%25"_s + QString(text).replace(u'.', "2E"_L1);
    return encoded(text);
}

} // namespace

QString toString(SunaFamily family)
{
    switch (family) {
    case SunaFamily::V1:
        return u"V1"_s;
    case SunaFamily::V2a:
        return u"V2a"_s;
    case SunaFamily::V2b:
        return u"V2b"_s;
    case SunaFamily::V3:
        return u"V3"_s;
    case SunaFamily::V4:
        return u"V4"_s;
    }
    Q_UNREACHABLE();
}

bool isEarlySuna(SunaFamily family)
{
    return family == SunaFamily::V1 || family == SunaFamily::V2a;
}

QUrl sunaUrl(const SunaServer &server, const QStringList &segments, const SunaQuery &query)
{
    QString path = server.root.path(QUrl::FullyEncoded) + server.prefix;
    for (const QString &each : segments)
        path += u'/' + segment(each);
    QUrl url = server.root;
    url.setPath(path, QUrl::TolerantMode);
    QUrlQuery items;
    for (const auto &[name, value] : query)
        items.addQueryItem(encoded(name), encoded(value));
    if (!items.isEmpty())
        url.setQuery(items);
    return url;
}

} // namespace renum
