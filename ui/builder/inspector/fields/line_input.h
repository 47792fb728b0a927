// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>

namespace renum::ui {

/// One line of text. Leaves undo and redo to the document: what was typed is in its history, and a
/// second one here would contradict it.
class LineInput : public QLineEdit {
    Q_OBJECT

public:
    using QLineEdit::QLineEdit;

    /// Shows the text without moving the cursor when it is there already.
    void show(const QString &text);
    using QWidget::show;

signals:
    void left();
    /// Up or down was pressed.
    void stepped(int direction);

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
};

} // namespace renum::ui
