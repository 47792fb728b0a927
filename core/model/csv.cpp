// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/csv.h"

namespace renum {

using namespace Qt::StringLiterals;

namespace {

/// What a spreadsheet would calculate begins with one of these, or with blanks before it.
bool looksLikeFormula(const QString &field)
{
    static const QString beginnings = u"=+-@\t\r\n|%"_s;
    if (field.isEmpty())
        return false;
    if (beginnings.contains(field.front()))
        return true;
    const QString trimmed = field.trimmed();
    return !trimmed.isEmpty() && beginnings.contains(trimmed.front());
}

QString csvField(QString field)
{
    field.remove(QChar(u'\0'));
    if (looksLikeFormula(field))
        field.prepend(u'\'');
    field.replace(u'"', u"\"\""_s);
    return u'"' + field + u'"';
}

} // namespace

QByteArray csvLine(const QStringList &fields)
{
    QStringList quoted;
    for (const QString &field : fields)
        quoted.append(csvField(field));
    return quoted.join(u',').toUtf8() + "\r\n";
}

} // namespace renum
