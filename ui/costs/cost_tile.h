// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace renum::ui {

/// One figure with what it is and a note below, on a card.
class CostTile : public QFrame {
    Q_OBJECT

public:
    explicit CostTile(const QString &objectName, QWidget *parent = nullptr);

    void showFigure(const QString &title, const QString &figure, const QString &note,
        ColorToken noteColor = ColorToken::TextDim);
    /// A link behind the note; empty: none.
    void setAction(const QString &text, const QString &toolTip);

    [[nodiscard]] QString figure() const;
    [[nodiscard]] QString note() const;

signals:
    void actionTriggered();

private:
    QLabel *m_title;
    QLabel *m_figure;
    QLabel *m_note;
    QPushButton *m_action;
};

} // namespace renum::ui
