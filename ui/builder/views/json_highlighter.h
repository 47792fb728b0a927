// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSyntaxHighlighter>
#include <QTextCharFormat>

namespace renum::ui {

class Theme;

/// Colours JSON line by line: keys, words and numbers, and dim punctuation. No text of JSON goes
/// over the end of its line, so no line depends on another.
class JsonHighlighter : public QSyntaxHighlighter {
    Q_OBJECT

public:
    /// `theme` outlives this.
    JsonHighlighter(const Theme *theme, QTextDocument *document);

protected:
    void highlightBlock(const QString &text) override;

private:
    void readTheme(const Theme *theme);

    QTextCharFormat m_key;
    QTextCharFormat m_word;
    QTextCharFormat m_mark;
};

} // namespace renum::ui
