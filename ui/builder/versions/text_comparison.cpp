// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/versions/text_comparison.h"

#include "ui/theme/theme.h"

#include <QTextCursor>

namespace renum::ui {

namespace {

QTextCharFormat formatOf(TextPiece::Kind kind, const Theme &theme)
{
    QTextCharFormat format;
    format.setForeground(theme.color(ColorToken::Text));
    if (kind == TextPiece::Kind::Added) {
        format.setFontUnderline(true);
        format.setForeground(theme.color(ColorToken::Ok));
        format.setBackground(theme.color(ColorToken::OkBackground));
    } else if (kind == TextPiece::Kind::Removed) {
        format.setFontStrikeOut(true);
        format.setForeground(theme.color(ColorToken::Err));
        format.setBackground(theme.color(ColorToken::ErrBackground));
    }
    return format;
}

} // namespace

TextComparison::TextComparison(const Theme *theme, QWidget *parent)
    : QTextEdit(parent)
    , m_theme(theme)
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setAcceptRichText(false);
    connect(theme, &Theme::changed, this, &TextComparison::showPieces);
}

void TextComparison::setTexts(const QString &before, const QString &after)
{
    TextDifference pieces = wordDifference(before, after);
    if (pieces == m_pieces)
        return;
    m_pieces = std::move(pieces);
    showPieces();
}

void TextComparison::showPieces()
{
    clear();
    QTextCursor cursor(document());
    cursor.beginEditBlock();
    for (const TextPiece &piece : m_pieces)
        cursor.insertText(piece.text, formatOf(piece.kind, *m_theme));
    cursor.endEditBlock();
    moveCursor(QTextCursor::Start);
}

} // namespace renum::ui
