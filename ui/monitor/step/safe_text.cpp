// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/step/safe_text.h"

#include <algorithm>

namespace renum::ui {

namespace {

constexpr QChar Escape(0x1B);
constexpr QChar Bell(0x07);
/// Where the pictures of control characters begin in Unicode, and that of "delete".
constexpr char16_t Pictures = 0x2400;
constexpr char16_t DeletePicture = 0x2421;
constexpr QChar Delete(0x7F);

bool isHidden(QChar c)
{
    return (c < QChar(u' ') && c != QChar(u'\n') && c != QChar(u'\t')) || c == Delete;
}

/// Behind the code that begins at `from` with an escape character.
qsizetype endOfCode(const QString &text, qsizetype from)
{
    qsizetype at = from + 1;
    if (at >= text.size())
        return at;
    const QChar kind = text.at(at++);
    if (kind == QChar(u'[')) { // parameters, then one letter
        while (at < text.size() && (text.at(at) < QChar(u'@') || text.at(at) > QChar(u'~')))
            ++at;
        return std::min(at + 1, text.size());
    }
    if (kind == QChar(u']')) { // a title or a link, until a bell or the next escape
        while (at < text.size() && text.at(at) != Bell && text.at(at) != Escape)
            ++at;
        const bool closed = at + 1 < text.size() && text.at(at) == Escape;
        return std::min(at + (closed ? 2 : 1), text.size());
    }
    return at;
}

} // namespace

QString withoutTerminalCodes(const QString &text)
{
    if (std::none_of(text.cbegin(), text.cend(), isHidden))
        return text;
    QString clean;
    clean.reserve(text.size());
    for (qsizetype at = 0; at < text.size();) {
        if (text.at(at) == Escape) {
            at = endOfCode(text, at);
            continue;
        }
        if (!isHidden(text.at(at)))
            clean += text.at(at);
        ++at;
    }
    return clean;
}

QString withVisibleControls(const QString &text)
{
    if (std::none_of(text.cbegin(), text.cend(), isHidden))
        return text;
    QString visible = text;
    for (QChar &c : visible) {
        if (c == Delete)
            c = QChar(DeletePicture);
        else if (isHidden(c))
            c = QChar(static_cast<char16_t>(Pictures + c.unicode()));
    }
    return visible;
}

} // namespace renum::ui
