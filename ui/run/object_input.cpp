// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/run/object_input.h"

#include "core/workflow/editing/typed_json.h"
#include "ui/builder/inspector/fields/json_field.h"
#include "ui/builder/views/json_highlighter.h"
#include "ui/theme/look.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int Lines = 4;
} // namespace

ObjectInput::ObjectInput(const QString &name, const QString &example, Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_text(new QPlainTextEdit(this))
    , m_problem(new QLabel(this))
{
    m_text->setObjectName(u"objectText"_s);
    m_text->setAccessibleName(name);
    m_text->setPlaceholderText(example);
    m_text->setTabChangesFocus(true);
    setTextLook(m_text, TextStyle::Mono);
    m_text->setFixedHeight(Lines * m_text->fontMetrics().lineSpacing() + 2 * Theme::Space3);
    new JsonHighlighter(theme, m_text->document());
    m_problem->setObjectName(u"objectProblem"_s);
    m_problem->setWordWrap(true);
    m_problem->setTextFormat(Qt::PlainText);
    setTextLook(m_problem, TextStyle::Label, ColorToken::Err);
    m_problem->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::Space1);
    layout->addWidget(m_text);
    layout->addWidget(m_problem);
    setFocusProxy(m_text);
    connect(m_text, &QPlainTextEdit::textChanged, this, &ObjectInput::check);
}

std::optional<Json> ObjectInput::value() const
{
    return m_value;
}

void ObjectInput::focusText()
{
    m_text->setFocus();
}

void ObjectInput::check()
{
    const QByteArray text = m_text->toPlainText().toUtf8();
    QString problem;
    if (text.trimmed().isEmpty()) {
        m_value = Json::object();
    } else if (const Result<Json> json = readTypedJson(text); !json) {
        m_value.reset();
        problem = jsonProblem(text);
    } else if (!json->is_object()) {
        m_value.reset();
        problem
            = tr("Write an object: names and values in braces, such as {\"region\": \"Brazil\"}.");
    } else {
        m_value = *json;
    }
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    m_text->setAccessibleDescription(problem);
    emit changed();
}

} // namespace renum::ui
