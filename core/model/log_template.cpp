// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/log_template.h"

namespace renum {

QString plain(const Json *value)
{
    if (!value || value->is_null())
        return {};
    return value->is_string() ? toQString(*value) : compactJsonText(*value);
}

QString filled(const char *sentence, const Json &data)
{
    const QString form = QString::fromLatin1(sentence);
    QString text;
    for (qsizetype at = 0; at < form.size();) {
        const qsizetype open = form.indexOf(u'{', at);
        const qsizetype close = open < 0 ? -1 : form.indexOf(u'}', open);
        if (close < 0)
            return text + form.mid(at);
        const QByteArray key = form.mid(open + 1, close - open - 1).toLatin1();
        text += form.mid(at, open - at) + plain(memberAt(data, key.constData()));
        at = close + 1;
    }
    return text;
}

} // namespace renum
