// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/log/clock_text.h"

#include <QRegularExpression>

namespace renum::ui {

using namespace Qt::StringLiterals;

std::optional<std::chrono::milliseconds> clockFromText(const QString &text)
{
    static const QRegularExpression form(
        u"^(?:(?:(\\d{1,4}):)?(\\d{1,4}):)?(\\d{1,6})(?:[.,](\\d{1,3}))?$"_s);
    const QRegularExpressionMatch match = form.match(text.trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    const auto number = [&match](int group) { return match.captured(group).toLongLong(); };
    const qint64 seconds = (number(1) * 60 + number(2)) * 60 + number(3);
    const qint64 thousandths = match.captured(4).leftJustified(3, u'0').toLongLong();
    return std::chrono::milliseconds(seconds * 1000 + thousandths);
}

} // namespace renum::ui
