// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/inspector/fields/text_field.h"

#include "ui/builder/inspector/fields/inputs.h"

#include <QTextBoundaryFinder>

namespace renum::ui {

TextField::TextField(QWidget *parent)
    : Field(new LineInput, parent)
    , m_input(static_cast<LineInput *>(control()))
{
    connect(m_input, &QLineEdit::textEdited, this, &TextField::edited);
    connect(m_input, &LineInput::left, this, &Field::left);
}

void TextField::show(const QString &text)
{
    m_input->show(text);
}

void TextField::setPlaceholder(const QString &text)
{
    m_input->setPlaceholderText(text);
}

QString TextField::text() const
{
    return m_input->text();
}

LongTextField::LongTextField(int visibleLines, QWidget *parent)
    : Field(new TextInput(visibleLines), parent)
    , m_input(static_cast<TextInput *>(control()))
{
    connect(m_input, &TextInput::edited, this, &LongTextField::edited);
    connect(m_input, &TextInput::left, this, &Field::left);
}

void LongTextField::show(const QString &text)
{
    m_input->show(text);
}

void LongTextField::setPlaceholder(const QString &text)
{
    m_input->setPlaceholderText(text);
}

QString LongTextField::text() const
{
    return m_input->toPlainText();
}

void LongTextField::insert(const QString &text)
{
    m_input->insertPlainText(text);
}

int characterCount(const QString &text)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    int count = 0;
    while (finder.toNextBoundary() >= 0)
        ++count;
    return count;
}

} // namespace renum::ui
