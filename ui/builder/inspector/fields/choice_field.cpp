// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/inspector/fields/choice_field.h"

#include "ui/builder/inspector/fields/choice_input.h"
#include "ui/builder/inspector/fields/line_input.h"

#include <QCompleter>

#include <algorithm>

namespace renum::ui {

namespace {

ChoiceInput *makeBox(ChoiceField::Kind kind)
{
    auto *box = new ChoiceInput;
    if (kind == ChoiceField::Kind::Closed)
        return box;
    box->setEditable(true);
    box->setLineEdit(new LineInput);
    box->setInsertPolicy(QComboBox::NoInsert);
    // Completing inside the line would change what the person writes.
    box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    box->completer()->setFilterMode(Qt::MatchContains);
    box->completer()->setCaseSensitivity(Qt::CaseInsensitive);
    return box;
}

} // namespace

ChoiceField::ChoiceField(Kind kind, QWidget *parent)
    : Field(makeBox(kind), parent)
    , m_box(static_cast<QComboBox *>(control()))
    , m_kind(kind)
{
    connect(m_box, &QComboBox::activated, this, [this](int index) {
        const QString value = m_box->itemData(index).toString();
        // An open list says so too when it is left with one of its texts in it.
        if (value == m_value)
            return;
        m_value = value;
        emit chosen(m_value);
    });
    auto *line = qobject_cast<LineInput *>(m_box->lineEdit());
    if (!line)
        return;
    connect(line, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_value = valueOf(text);
        emit typed(m_value);
    });
    connect(line, &LineInput::left, this, &Field::left);
}

void ChoiceField::setChoices(const std::vector<Choice> &choices)
{
    if (m_choices == choices)
        return;
    m_choices = choices;
    rebuild();
}

void ChoiceField::show(const QString &value)
{
    if (m_kind == Kind::Open) {
        const bool isTyping = m_box->lineEdit()->hasFocus() && m_value == value;
        m_value = value;
        if (!isTyping && m_box->currentText() != textOf(value))
            m_box->setEditText(textOf(value));
        return;
    }
    m_value = value;
    if (m_box->findData(value) < 0)
        rebuild();
    m_box->setCurrentIndex(m_box->findData(value));
}

void ChoiceField::setPlaceholder(const QString &text)
{
    if (m_box->lineEdit())
        m_box->lineEdit()->setPlaceholderText(text);
    else
        m_box->setPlaceholderText(text);
}

QString ChoiceField::value() const
{
    return m_value;
}

void ChoiceField::openList()
{
    m_box->setFocus();
    m_box->showPopup();
}

QString ChoiceField::valueOf(const QString &text) const
{
    const auto found = std::ranges::find_if(m_choices, [&text](const Choice &choice) {
        return choice.text.compare(text.trimmed(), Qt::CaseInsensitive) == 0;
    });
    return found == m_choices.end() ? text : found->value;
}

QString ChoiceField::textOf(const QString &value) const
{
    const auto found = std::ranges::find(m_choices, value, &Choice::value);
    return found == m_choices.end() ? value : found->text;
}

void ChoiceField::rebuild()
{
    const QString written = m_box->currentText();
    m_box->clear();
    for (const Choice &choice : m_choices) {
        m_box->addItem(choice.text, choice.value);
        m_box->setItemData(m_box->count() - 1, choice.text, Qt::ToolTipRole);
    }
    if (m_kind == Kind::Open) {
        // What is being written stays as it is; else the words may be others now.
        m_box->setCurrentIndex(-1);
        m_box->setEditText(m_box->lineEdit()->hasFocus() ? written : textOf(m_value));
        return;
    }
    if (m_box->findData(m_value) < 0 && !m_value.isEmpty())
        m_box->addItem(m_value, m_value);
    m_box->setCurrentIndex(m_box->findData(m_value));
}

} // namespace renum::ui
