// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/inspector/fields/text_field.h"

#include "ui/builder/inspector/fields/line_input.h"

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

int characterCount(const QString &text)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    int count = 0;
    while (finder.toNextBoundary() >= 0)
        ++count;
    return count;
}

} // namespace renum::ui
