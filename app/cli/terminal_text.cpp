// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/terminal_text.h"

namespace renum::cli {

using namespace Qt::StringLiterals;

namespace {

/// Direction overrides and the like could make one text look like another.
bool isInvisibleFormat(QChar c)
{
    return c.category() == QChar::Other_Format && c != QChar(0x200d); // emoji are joined by U+200D
}

} // namespace

QString printable(const QString &text, LineBreaks breaks)
{
    QString result;
    result.reserve(text.size());
    bool lastWasSpace = false;
    for (const QChar c : text) {
        const bool lineBreak = c == u'\n' || c == u'\t';
        if (lineBreak && breaks == LineBreaks::Keep) {
            result += c;
        } else if (c.category() == QChar::Other_Control || c == u' ' || isInvisibleFormat(c)) {
            const bool space = c == u' ' || lineBreak;
            if (space && !(lastWasSpace && breaks == LineBreaks::Fold))
                result += u' ';
            lastWasSpace = lastWasSpace || space;
            continue;
        } else {
            result += c;
        }
        lastWasSpace = false;
    }
    return result;
}

QString shortened(const QString &text, qsizetype columns, Ellipsis where)
{
    if (columns <= 0)
        return {};
    if (text.size() <= columns)
        return text;
    if (where == Ellipsis::End)
        return text.left(columns - 1) + u'…';
    return u'…' + text.right(columns - 1);
}

QString cell(const QString &text, qsizetype columns)
{
    return shortened(printable(text, LineBreaks::Fold), columns, Ellipsis::End)
        .leftJustified(columns);
}

QString durationText(double seconds)
{
    if (seconds < 60)
        return u"%1 s"_s.arg(seconds, 0, 'f', 1);
    const int whole = int(seconds + 0.5);
    const QString rest = QString::number(whole % 60).rightJustified(2, u'0');
    return u"%1 min %2 s"_s.arg(QString::number(whole / 60), rest);
}

} // namespace renum::cli
