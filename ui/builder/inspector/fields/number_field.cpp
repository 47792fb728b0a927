// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/inspector/fields/number_field.h"

#include "ui/builder/inspector/fields/line_input.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <limits>

namespace renum::ui {

namespace {

constexpr int Digits = 12;

/// In the person's language, else as in JSON. Group separators are not guessed at.
std::optional<double> readNumber(const QString &text)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::RejectGroupSeparator);
    bool ok = false;
    double value = locale.toDouble(text, &ok);
    if (!ok) {
        QLocale plain = QLocale::c();
        plain.setNumberOptions(QLocale::RejectGroupSeparator);
        value = plain.toDouble(text, &ok);
    }
    return ok && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

} // namespace

NumberField::NumberField(Kind kind, const Range &range, QWidget *parent)
    : Field(new LineInput, parent)
    , m_input(static_cast<LineInput *>(control()))
    , m_kind(kind)
    , m_range(range)
{
    m_input->setInputMethodHints(Qt::ImhFormattedNumbersOnly);
    connect(m_input, &QLineEdit::textEdited, this, &NumberField::onEdited);
    connect(m_input, &LineInput::stepped, this, &NumberField::step);
    connect(m_input, &LineInput::left, this, &Field::left);
}

void NumberField::show(std::optional<double> value)
{
    const bool isTyping = m_input->hasFocus() && value == m_shown;
    m_shown = value;
    // "1." on its way to "1.5" is left alone, and so is what is no number yet.
    if (isTyping)
        return;
    m_input->show(value ? textOf(*value) : QString());
    setOwnProblem({});
}

void NumberField::setPlaceholder(const QString &text)
{
    m_input->setPlaceholderText(text);
}

void NumberField::forgetTyping()
{
    Field::forgetTyping();
    m_input->show(m_shown ? textOf(*m_shown) : QString());
}

void NumberField::onEdited(const QString &text)
{
    const std::optional<std::optional<double>> value = read(text);
    if (!value) {
        setOwnProblem(m_kind == Kind::Whole ? tr("Enter a whole number.") : tr("Enter a number."));
        return;
    }
    setOwnProblem({});
    m_shown = *value;
    emit edited(*value);
}

void NumberField::step(int direction)
{
    const double from = m_shown.value_or(m_range.usual);
    const double value
        = std::clamp(from + direction * m_range.step, m_range.lowest, m_range.highest);
    m_shown = value;
    m_input->show(textOf(value));
    setOwnProblem({});
    emit edited(value);
}

QString NumberField::textOf(double value) const
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale.toString(value, 'g', Digits);
}

std::optional<std::optional<double>> NumberField::read(const QString &text) const
{
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return std::optional<double>();
    const std::optional<double> value = readNumber(trimmed);
    if (!value)
        return std::nullopt;
    constexpr double largest = std::numeric_limits<int>::max();
    if (m_kind == Kind::Whole && (std::trunc(*value) != *value || std::abs(*value) > largest))
        return std::nullopt;
    return value;
}

std::optional<int> toInt(std::optional<double> value)
{
    return value ? std::optional(int(*value)) : std::nullopt;
}

} // namespace renum::ui
