// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/inspector/fields/long_text_field.h"

#include "ui/builder/inspector/fields/text_input.h"

namespace renum::ui {

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

} // namespace renum::ui
