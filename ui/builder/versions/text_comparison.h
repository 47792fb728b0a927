// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/text_difference.h"

#include <QTextEdit>

namespace renum::ui {

class Theme;

/// Two texts as one: what was removed struck through, what was added underlined, both on a colour
/// of their own.
class TextComparison : public QTextEdit {
    Q_OBJECT

public:
    /// `theme` outlives this.
    explicit TextComparison(const Theme *theme, QWidget *parent = nullptr);

    void setTexts(const QString &before, const QString &after);

private:
    void showPieces();

    const Theme *m_theme;
    TextDifference m_pieces;
};

} // namespace renum::ui
