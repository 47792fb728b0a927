// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace renum::ui {

/// Plain text over several lines; Tab leaves it. Leaves undo and redo to the document: what was
/// typed is in its history, and a second one here would contradict it.
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

} // namespace renum::ui
