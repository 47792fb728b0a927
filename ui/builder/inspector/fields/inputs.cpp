// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/inspector/fields/inputs.h"

#include "ui/theme/theme.h"

#include <QKeyEvent>
#include <QWheelEvent>

namespace renum::ui {

namespace {

bool isHistoryKey(const QKeyEvent *event)
{
    return event->matches(QKeySequence::Undo) || event->matches(QKeySequence::Redo);
}

/// Whether the event asks if the control wants a key of the history for itself.
bool claimsHistoryKey(const QEvent *event)
{
    return event->type() == QEvent::ShortcutOverride
        && isHistoryKey(static_cast<const QKeyEvent *>(event));
}

} // namespace

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

ChoiceInput::ChoiceInput(QWidget *parent)
    : QComboBox(parent)
{
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(1);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ChoiceInput::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

} // namespace renum::ui
