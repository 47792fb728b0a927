// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/views/json_highlighter.h"

#include "ui/theme/theme.h"

#include <algorithm>

namespace renum::ui {

namespace {

/// Longer lines stay plain: colouring them would be felt with every key.
constexpr qsizetype LongestLine = 20'000;

bool isMark(QChar c)
{
    return QStringView(u"{}[]:,").contains(c);
}

/// Behind the closing quote of the text that begins here, or the end of the line.
int endOfText(const QString &line, int begin)
{
    int end = begin + 1;
    while (end < line.size() && line[end] != u'"')
        end += line[end] == u'\\' ? 2 : 1;
    return std::min(end + 1, int(line.size()));
}

bool isKey(const QString &line, int behind)
{
    const auto rest
        = std::find_if(line.cbegin() + behind, line.cend(), [](QChar c) { return !c.isSpace(); });
    return rest != line.cend() && *rest == u':';
}

} // namespace

JsonHighlighter::JsonHighlighter(const Theme *theme, QTextDocument *document)
    : QSyntaxHighlighter(document)
{
    readTheme(theme);
    connect(theme, &Theme::changed, this, [this, theme] {
        readTheme(theme);
        rehighlight();
    });
}

void JsonHighlighter::readTheme(const Theme *theme)
{
    m_key.setForeground(theme->color(ColorToken::AccentStrong));
    m_word.setForeground(theme->color(ColorToken::Text));
    m_word.setFontWeight(theme->font(TextStyle::BodyStrong).weight());
    m_mark.setForeground(theme->color(ColorToken::TextDim));
}

void JsonHighlighter::highlightBlock(const QString &text)
{
    if (text.size() > LongestLine)
        return;
    for (int at = 0; at < int(text.size());) {
        const QChar c = text[at];
        int end = at + 1;
        if (c == u'"') {
            end = endOfText(text, at);
            if (isKey(text, end))
                setFormat(at, end - at, m_key);
        } else if (isMark(c)) {
            setFormat(at, 1, m_mark);
        } else if (!c.isSpace()) {
            while (end < text.size() && !isMark(text[end]) && !text[end].isSpace())
                ++end;
            setFormat(at, end - at, m_word);
        }
        at = end;
    }
}

} // namespace renum::ui
