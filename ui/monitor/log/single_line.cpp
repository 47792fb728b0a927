// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/log/single_line.h"

namespace renum::ui {

namespace {

constexpr qsizetype LineCharacters = 300;

bool isSign(QChar c)
{
    const QChar::Category category = c.category();
    return category == QChar::Other_Control || category == QChar::Other_Format
        || category == QChar::Separator_Line || category == QChar::Separator_Paragraph;
}

} // namespace

QString singleLine(const QString &text)
{
    QString line;
    bool inSequence = false; // of a terminal: it ends with a letter
    for (const QChar c : text) {
        if (line.size() >= LineCharacters)
            break;
        if (inSequence) {
            inSequence = !c.isLetter();
        } else if (c == QChar(0x1b)) {
            inSequence = true;
        } else {
            line += isSign(c) ? QChar(u' ') : c;
        }
    }
    return line.simplified();
}

} // namespace renum::ui
