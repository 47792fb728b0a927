// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/file_name.h"

namespace renum::ui {

QString fileNameFor(const QString &team)
{
    // No system takes more than 255 bytes; a character has up to three.
    constexpr int most = 80;
    QString name;
    for (const QChar character : team.simplified().left(most))
        name.append(character.isLetterOrNumber() || character == u'-' ? character : u'-');
    return name.isEmpty() ? QStringLiteral("team") : name;
}

} // namespace renum::ui
