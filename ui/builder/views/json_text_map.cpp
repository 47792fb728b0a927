// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/views/json_text_map.h"

#include "ui/builder/views/json_text_scanner.h"

namespace renum::ui {

using namespace Qt::StringLiterals;

JsonTextMap JsonTextMap::of(QStringView text)
{
    JsonTextScanner scanner(text);
    scanner.scan();
    return scanner.takeMap();
}

qsizetype JsonTextMap::offsetOf(const QString &pointer) const
{
    for (QString around = pointer;; around.truncate(around.lastIndexOf(u'/'))) {
        const auto found = m_offsets.constFind(around);
        if (found != m_offsets.cend())
            return *found;
        if (around.isEmpty())
            return 0;
    }
}

QStringList JsonTextMap::keysOf(const QString &pointer) const
{
    return m_keys.value(pointer);
}

std::optional<JsonCursor> jsonCursorAt(QStringView text, qsizetype offset)
{
    JsonTextScanner scanner(text, offset);
    scanner.scan();
    return scanner.found();
}

QString pointerSegment(QStringView key)
{
    QString segment = key.toString();
    return segment.replace(u'~', u"~0"_s).replace(u'/', u"~1"_s);
}

} // namespace renum::ui
