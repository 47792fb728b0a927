// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/interventions/context_dialog.h"

#include "core/workflow/editing/typed_json.h"
#include "ui/theme/look.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

QString textOf(const Json &value)
{
    return value.is_string()
        ? toQString(value)
        : QString::fromStdString(value.dump(2, ' ', false, Json::error_handler_t::replace));
}

} // namespace

ContextDialog::ContextDialog(const Execution &execution, QWidget *parent)
    : QDialog(parent)
    , m_context(execution.contextObject)
    , m_memory(execution.sharedMemory)
    , m_scope(new QComboBox(this))
    , m_key(new QComboBox(this))
    , m_value(new QPlainTextEdit(this))
    , m_kind(new QLabel(this))
{
    setWindowTitle(tr("Edit what the team shares"));
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    offerKeys();
}

void ContextDialog::build()
{
    m_scope->setObjectName(u"contextScope"_s);
    m_scope->addItem(tr("Shared memory"));
    m_scope->addItem(tr("Context"));
    m_scope->setAccessibleName(tr("Where the value is"));
    m_key->setObjectName(u"contextKey"_s);
    m_key->setEditable(true);
    m_key->setInsertPolicy(QComboBox::NoInsert);
    m_key->setAccessibleName(tr("Key"));
    m_key->setToolTip(tr("Choose one, or write a new one"));
    m_value->setObjectName(u"contextValue"_s);
    m_value->setAccessibleName(tr("Value"));
    m_value->setToolTip(tr("JSON, or just text"));
    m_value->setTabChangesFocus(true);
    m_value->setMinimumHeight(m_value->fontMetrics().lineSpacing() * 8);
    m_kind->setObjectName(u"contextKind"_s);
    setTextLook(m_kind, TextStyle::Small, ColorToken::TextDim);

    auto *buttons = new QDialogButtonBox(this);
    m_set = buttons->addButton(tr("&Set value"), QDialogButtonBox::AcceptRole);
    m_delete = buttons->addButton(tr("&Delete key"), QDialogButtonBox::DestructiveRole);
    QPushButton *cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_set->setObjectName(u"setContextButton"_s);
    m_delete->setObjectName(u"deleteContextButton"_s);
    setLook(m_set, Look::PrimaryButton);
    setLook(m_delete, Look::DangerButton);
    cancel->setToolTip(tr("Close this and change nothing (Esc)"));
    connect(m_set, &QPushButton::clicked, this, [this] { finish(value()); });
    connect(m_delete, &QPushButton::clicked, this, [this] { finish(std::nullopt); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_scope, &QComboBox::currentIndexChanged, this, &ContextDialog::offerKeys);
    connect(m_key, &QComboBox::currentTextChanged, this, &ContextDialog::showValue);
    connect(m_value, &QPlainTextEdit::textChanged, this, &ContextDialog::check);

    auto *form = new QFormLayout(this);
    form->setVerticalSpacing(Theme::Space2);
    form->addRow(tr("&In"), m_scope);
    form->addRow(tr("&Key"), m_key);
    form->addRow(tr("&Value"), m_value);
    form->addRow(QString(), m_kind);
    form->addRow(buttons);
    setMinimumWidth(Theme::Space4 * 32);
}

const Json &ContextDialog::values() const
{
    return m_scope->currentIndex() == 0 ? m_memory : m_context;
}

void ContextDialog::offerKeys()
{
    const QString written = m_key->currentText();
    m_key->clear();
    for (const auto &[key, entry] : values().items())
        m_key->addItem(QString::fromStdString(key));
    if (!written.isEmpty())
        m_key->setEditText(written);
    showValue();
}

void ContextDialog::showValue()
{
    const QByteArray key = m_key->currentText().toUtf8();
    const Json *known = memberAt(values(), key.constData());
    if (known)
        m_value->setPlainText(textOf(*known));
    m_delete->setEnabled(known);
    m_delete->setToolTip(
        known ? tr("Take the key and its value away") : tr("There is no such key"));
    check();
}

Json ContextDialog::value() const
{
    const QString text = m_value->toPlainText();
    const Result<Json> parsed = readTypedJson(text.toUtf8());
    return parsed ? *parsed : toJson(text);
}

void ContextDialog::check()
{
    const bool hasKey = !m_key->currentText().trimmed().isEmpty();
    m_set->setEnabled(hasKey);
    m_set->setToolTip(
        hasKey ? tr("Write it as a new version of the context") : tr("Write a key first"));
    m_kind->setText(value().is_string() ? tr("Kept as text") : tr("Kept as JSON"));
}

void ContextDialog::finish(const std::optional<Json> &value)
{
    ContextWrite write;
    write.scope = m_scope->currentIndex() == 0 ? ContextChange::Scope::SharedMemory
                                               : ContextChange::Scope::ContextObject;
    write.key = m_key->currentText().trimmed();
    write.value = value;
    emit confirmed(write);
    accept();
}

} // namespace renum::ui
