// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/context/context_key_dialog.h"

#include "core/team/context_rules.h"
#include "ui/text/error_text.h"
#include "ui/theme/look.h"

#include <QComboBox>
#include <QCompleter>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int ValueLines = 8;

} // namespace

ContextKeyDialog::ContextKeyDialog(const std::optional<ContextEntry> &entry, QWidget *parent)
    : QDialog(parent)
    , m_scope(new QComboBox(this))
    , m_key(new QLineEdit(this))
    , m_kind(new QComboBox(this))
    , m_value(new QPlainTextEdit(this))
    , m_problem(new QLabel(this))
{
    build(entry);
    connect(m_key, &QLineEdit::textChanged, this, &ContextKeyDialog::check);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ContextKeyDialog::check);
    connect(m_value, &QPlainTextEdit::textChanged, this, &ContextKeyDialog::check);
    check();
}

ContextKeyDialog::ContextKeyDialog(Json memory, Json contextObject, QWidget *parent)
    : ContextKeyDialog(std::nullopt, parent)
{
    m_memory = std::move(memory);
    m_contextObject = std::move(contextObject);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Edit what the team shares"));
    m_key->setPlaceholderText(tr("One that is there, or a new one"));
    m_remove->setVisible(true);
    m_remove->setEnabled(false);
    connect(m_key, &QLineEdit::textChanged, this, &ContextKeyDialog::showKnown);
    connect(m_scope, &QComboBox::currentIndexChanged, this, [this] {
        proposeKeys();
        showKnown();
    });
    proposeKeys();
}

void ContextKeyDialog::proposeKeys()
{
    const Json &known = scope() == ContextChange::Scope::SharedMemory ? m_memory : m_contextObject;
    QStringList keys;
    for (const auto &[key, value] : known.items())
        keys << QString::fromStdString(key);
    auto *completer = new QCompleter(keys, m_key); // which takes the one before away
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    m_key->setCompleter(completer);
}

/// A key that is there brings its value, to be changed or deleted.
void ContextKeyDialog::showKnown()
{
    const Json &known = scope() == ContextChange::Scope::SharedMemory ? m_memory : m_contextObject;
    const QByteArray key = m_key->text().trimmed().toUtf8();
    const Json *value = memberAt(known, key.constData());
    m_remove->setEnabled(value);
    if (!value)
        return;
    m_kind->setCurrentIndex(static_cast<int>(kindOf(*value)));
    m_value->setPlainText(typedText(*value));
}

void ContextKeyDialog::build(const std::optional<ContextEntry> &entry)
{
    setWindowTitle(entry ? tr("Change “%1”").arg(entry->key.name) : tr("Add a key"));
    m_scope->setObjectName(u"keyScope"_s);
    m_scope->addItem(tr("Shared memory"), static_cast<int>(ContextChange::Scope::SharedMemory));
    m_scope->addItem(tr("Context object"), static_cast<int>(ContextChange::Scope::ContextObject));
    m_scope->setToolTip(tr("What agents remember for each other, or the object that is handed on"));
    m_key->setObjectName(u"keyName"_s);
    m_key->setToolTip(tr("1 to 128 letters, digits, dots, dashes or underscores"));
    m_kind->setObjectName(u"valueKind"_s);
    m_kind->addItems({ tr("Text"), tr("Number"), tr("True or false"), tr("JSON") });
    m_kind->setToolTip(tr("How the value is read"));
    m_value->setObjectName(u"keyValue"_s);
    m_value->setToolTip(tr("What agents get when they read the key"));
    m_value->setTabChangesFocus(true);
    m_value->setMinimumHeight(m_value->fontMetrics().lineSpacing() * ValueLines);
    m_problem->setObjectName(u"keyProblem"_s);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    setTextLook(m_problem, TextStyle::Label, ColorToken::Err);
    if (entry) {
        m_scope->setCurrentIndex(m_scope->findData(static_cast<int>(entry->key.scope)));
        m_key->setText(entry->key.name);
        m_scope->setEnabled(false);
        m_key->setEnabled(false);
        const Json value = entry->value ? *entry->value : Json();
        m_kind->setCurrentIndex(static_cast<int>(kindOf(value)));
        m_value->setPlainText(typedText(value));
        m_value->setFocus();
    }
    auto *form = new QFormLayout;
    form->addRow(tr("&Where"), m_scope);
    form->addRow(tr("&Key"), m_key);
    form->addRow(tr("K&ind"), m_kind);
    form->addRow(tr("&Value"), m_value);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(Theme::Space3);
    column->addLayout(form, 1);
    column->addWidget(m_problem);
    column->addWidget(buildButtons());
    m_remove->setVisible(entry.has_value());
}

QWidget *ContextKeyDialog::buildButtons()
{
    auto *buttons = new QDialogButtonBox(this);
    m_save = buttons->addButton(tr("&Save"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(u"saveKey"_s);
    m_save->setToolTip(tr("Agents that read the key from now on get this value"));
    setLook(m_save, Look::PrimaryButton);
    QPushButton *cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    cancel->setToolTip(tr("Close this and change nothing (Esc)"));
    connect(m_save, &QPushButton::clicked, this, &ContextKeyDialog::confirm);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_remove = buttons->addButton(tr("&Delete"), QDialogButtonBox::DestructiveRole);
    m_remove->setObjectName(u"deleteKey"_s);
    m_remove->setToolTip(tr("Take the key away; its history stays, and it can be restored"));
    setLook(m_remove, Look::DangerButton);
    connect(m_remove, &QPushButton::clicked, this, &ContextKeyDialog::confirmDeletion);
    return buttons;
}

ContextChange::Scope ContextKeyDialog::scope() const
{
    return static_cast<ContextChange::Scope>(m_scope->currentData().toInt());
}

Result<ContextWrite> ContextKeyDialog::write() const
{
    const QString key = m_key->text().trimmed();
    if (const auto refused = keyRefusal(key))
        return contextError(*refused, key);
    Result<Json> value
        = typedValue(static_cast<ValueKind>(m_kind->currentIndex()), m_value->toPlainText());
    if (!value)
        return value.error();
    ContextWrite write;
    write.scope = scope();
    write.key = key;
    write.value = *std::move(value);
    return write;
}

void ContextKeyDialog::check()
{
    const Result<ContextWrite> typed = write();
    m_save->setEnabled(typed.ok());
    // An empty field is not yet a mistake.
    const bool begun = !m_key->text().isEmpty() && !m_value->toPlainText().isEmpty();
    QString problem;
    if (!typed && begun) {
        const auto kind = static_cast<ValueKind>(m_kind->currentIndex());
        const bool key = keyRefusal(m_key->text().trimmed()).has_value();
        if (!key && kind == ValueKind::Number)
            problem = tr("Write a number, for example 0.23.");
        else if (!key && kind == ValueKind::Truth)
            problem = tr("Write true or false.");
        else
            problem = errorText(typed.error());
    }
    m_problem->setText(problem);
}

void ContextKeyDialog::confirm()
{
    const Result<ContextWrite> typed = write();
    if (!typed)
        return;
    emit confirmed(*typed);
    accept();
}

void ContextKeyDialog::confirmDeletion()
{
    ContextWrite write;
    write.scope = scope();
    write.key = m_key->text().trimmed();
    emit confirmed(write);
    accept();
}

} // namespace renum::ui
