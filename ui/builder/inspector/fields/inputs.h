// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace renum::ui {

/// The controls below leave undo and redo to the document: what was typed is in its history, and a
/// second one in each control would contradict it.

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

/// Plain text over several lines; Tab leaves it.
class TextInput : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit TextInput(int visibleLines, QWidget *parent = nullptr);

    void show(const QString &text);
    using QWidget::show;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    /// By the person.
    void edited(const QString &text);
    void left();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    int m_visibleLines;
    bool m_showing = false;
};

/// A list to choose from. The wheel scrolls the panel around it rather than change a value.
class ChoiceInput : public QComboBox {
    Q_OBJECT

public:
    explicit ChoiceInput(QWidget *parent = nullptr);

protected:
    void wheelEvent(QWheelEvent *event) override;
};

} // namespace renum::ui
