// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/prompt_editor.h"

#include "ui/run/prompt_history.h"

#include <QKeyEvent>
#include <QTextBlock>

namespace renum::ui {

PromptEditor::PromptEditor(const PromptHistory *history, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_history(history)
{
    setTabChangesFocus(true);
    // Who changes an earlier text writes a new one.
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        const QStringList &prompts = m_history->prompts();
        if (m_place >= 0 && (m_place >= prompts.size() || toPlainText() != prompts.at(m_place)))
            m_place = -1;
    });
}

void PromptEditor::replaceText(const QString &text)
{
    QTextCursor cursor(document());
    cursor.select(QTextCursor::Document);
    cursor.insertText(text);
    moveCursor(QTextCursor::End);
}

bool PromptEditor::walk(int step)
{
    const QStringList &prompts = m_history->prompts();
    int place = m_place + step;
    // What is there already is no earlier text.
    if (m_place < 0 && place == 0 && !prompts.isEmpty() && prompts.first() == toPlainText())
        ++place;
    if (place < -1 || place >= prompts.size())
        return false;
    if (m_place < 0)
        m_written = toPlainText();
    m_place = -1;
    replaceText(place < 0 ? m_written : prompts.at(place));
    m_place = place;
    return true;
}

void PromptEditor::keyPressEvent(QKeyEvent *event)
{
    const QTextCursor cursor = textCursor();
    const bool isPlain
        = event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier;
    QTextCursor line = cursor;
    const bool up = isPlain && event->key() == Qt::Key_Up && !line.movePosition(QTextCursor::Up);
    const bool down
        = isPlain && event->key() == Qt::Key_Down && !line.movePosition(QTextCursor::Down);
    if ((up && walk(1)) || (down && m_place >= 0 && walk(-1))) {
        event->accept();
        return;
    }
    if (event->modifiers() == Qt::ControlModifier && event->key() == Qt::Key_H) {
        emit historyRequested();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
}

} // namespace renum::ui
