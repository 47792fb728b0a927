// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/inspector/fields/line_input.h"

#include "ui/builder/inspector/fields/history_keys.h"

namespace renum::ui {

void LineInput::show(const QString &text)
{
    if (this->text() != text)
        setText(text);
}

bool LineInput::event(QEvent *event)
{
    if (claimsHistoryKey(event)) {
        event->ignore();
        return false;
    }
    return QLineEdit::event(event);
}

void LineInput::keyPressEvent(QKeyEvent *event)
{
    if (isHistoryKey(event)) {
        event->ignore();
        return;
    }
    if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down)
        emit stepped(event->key() == Qt::Key_Up ? 1 : -1);
    QLineEdit::keyPressEvent(event);
}

void LineInput::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    emit left();
}

} // namespace renum::ui
