// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/inspector/fields/json_field.h"

#include "core/workflow/editing/typed_json.h"
#include "ui/builder/inspector/fields/text_input.h"
#include "ui/text/error_text.h"

namespace renum::ui {

using namespace Qt::StringLiterals;

JsonField::JsonField(int visibleLines, QWidget *parent)
    : Field(new TextInput(visibleLines), parent)
    , m_input(static_cast<TextInput *>(control()))
{
    connect(m_input, &TextInput::edited, this, &JsonField::onEdited);
    connect(m_input, &TextInput::left, this, &Field::left);
}

void JsonField::show(const std::optional<Json> &value)
{
    // What is no JSON yet stays while it is being written.
    const bool isTyping = m_input->hasFocus() && value == m_shown;
    m_shown = value;
    if (isTyping)
        return;
    m_input->show(textOf(value));
    setOwnProblem({});
}

void JsonField::setPlaceholder(const QString &text)
{
    m_input->setPlaceholderText(text);
}

void JsonField::forgetTyping()
{
    Field::forgetTyping();
    m_input->show(textOf(m_shown));
}

void JsonField::onEdited(const QString &text)
{
    if (text.trimmed().isEmpty()) {
        setOwnProblem({});
        m_shown.reset();
        emit edited(std::nullopt);
        return;
    }
    const QByteArray bytes = text.toUtf8();
    const Result<Json> json = readTypedJson(bytes);
    setOwnProblem(json ? QString() : jsonProblem(bytes));
    if (!json)
        return;
    m_shown = *json;
    emit edited(m_shown);
}

QString JsonField::textOf(const std::optional<Json> &value)
{
    return value ? QString::fromUtf8(prettyJson(*value)) : QString();
}

QString jsonProblem(const QByteArray &text)
{
    const Result<Json> json = readTypedJson(text);
    if (json)
        return {};
    bool known = false;
    const qsizetype offset = json.error().args.value(u"offset"_s).toLongLong(&known);
    if (!known)
        return errorText(json.error());
    const qsizetype line = text.first(std::min(offset, text.size())).count('\n') + 1;
    return JsonField::tr("Line %1 is no valid JSON.").arg(line);
}

} // namespace renum::ui
