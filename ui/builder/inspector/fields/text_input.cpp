// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/inspector/fields/text_input.h"

#include "ui/builder/inspector/fields/history_keys.h"
#include "ui/theme/theme.h"

namespace renum::ui {

TextInput::TextInput(int visibleLines, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_visibleLines(visibleLines)
{
    setTabChangesFocus(true);
    setUndoRedoEnabled(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_showing)
            emit edited(toPlainText());
    });
}

void TextInput::show(const QString &text)
{
    if (toPlainText() == text)
        return;
    m_showing = true;
    setPlainText(text);
    m_showing = false;
}

QSize TextInput::sizeHint() const
{
    const int lines = fontMetrics().lineSpacing() * m_visibleLines;
    const int around = 2 * (frameWidth() + int(document()->documentMargin()) + Theme::Space1);
    return { Theme::TargetSize, lines + around };
}

QSize TextInput::minimumSizeHint() const
{
    return sizeHint();
}

bool TextInput::event(QEvent *event)
{
    if (claimsHistoryKey(event)) {
        event->ignore();
        return false;
    }
    return QPlainTextEdit::event(event);
}

void TextInput::keyPressEvent(QKeyEvent *event)
{
    if (isHistoryKey(event))
        event->ignore();
    else
        QPlainTextEdit::keyPressEvent(event);
}

void TextInput::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    emit left();
}

} // namespace renum::ui
