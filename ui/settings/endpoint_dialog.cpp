// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/endpoint_dialog.h"

#include "core/model/error_codes.h"
#include "ui/settings/form_look.h"
#include "ui/settings/report_view.h"
#include "ui/theme/fit_height.h"
#include "ui/theme/look.h"
#include "ui/theme/wrapped_label.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QFormLayout>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int EndpointDialogWidth = 16 * Theme::ControlHeight;
constexpr int MostLetters = 512;

QLineEdit *makeLine(QWidget *parent, const QString &name, const QString &text)
{
    auto *line = new QLineEdit(text, parent);
    line->setObjectName(name);
    line->setMaxLength(MostLetters);
    return line;
}

} // namespace

EndpointDialog::EndpointDialog(
    Workspace *workspace, Theme *theme, const EndpointDefinition &endpoint, QWidget *parent)
    : QDialog(parent)
    , m_workspace(workspace)
    , m_endpoint(endpoint)
    , m_name(makeLine(this, u"endpointName"_s, endpoint.name))
    , m_url(makeLine(this, u"endpointUrl"_s, endpoint.url))
    , m_model(makeLine(this, u"endpointModel"_s, endpoint.model))
    , m_key(makeLine(this, u"endpointKey"_s, {}))
    , m_keyHint(new WrappedLabel(this))
    , m_forgetKey(new QCheckBox(tr("Forget the stored key"), this))
    , m_report(new ReportView(theme, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(
        endpoint.id.isEmpty() ? tr("Add a model endpoint") : tr("Edit a model endpoint"));
    setMinimumWidth(EndpointDialogWidth);
    m_url->setMaxLength(4 * MostLetters);
    m_url->setPlaceholderText(u"http://localhost:11434/v1"_s);
    m_model->setPlaceholderText(tr("Empty: the only one there is"));
    m_key->setEchoMode(QLineEdit::Password);
    m_key->setToolTip(tr("Kept in the system's keychain, never in a file of Renum"));
    m_forgetKey->setObjectName(u"forgetKey"_s);
    setTextLook(m_keyHint, TextStyle::Label, ColorToken::TextDim);
    auto *hint = new WrappedLabel(
        tr("Any server that speaks as OpenAI does: llama.cpp, Ollama, vLLM, LM Studio, LiteLLM, "
           "OpenAI, OpenRouter and others."),
        this);
    setTextLook(hint, TextStyle::Body, ColorToken::TextDim);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Theme::Space6, Theme::Space6, Theme::Space6, Theme::Space4);
    layout->setSpacing(Theme::Space4);
    layout->addWidget(hint);
    layout->addLayout(makeForm());
    layout->addWidget(m_report);
    layout->addStretch();
    layout->addWidget(makeButtons());
    for (QLineEdit *line : { m_name, m_url, m_key })
        connect(line, &QLineEdit::textChanged, this, &EndpointDialog::followEntries);
    connect(m_forgetKey, &QCheckBox::toggled, this, &EndpointDialog::followEntries);
    followEntries();
    m_name->setFocus();
}

bool EndpointDialog::event(QEvent *event)
{
    const bool done = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest)
        growToFit(this);
    return done;
}

QFormLayout *EndpointDialog::makeForm()
{
    auto *form = new QFormLayout;
    form->addRow(tr("Name"), m_name);
    form->addRow(tr("Address"), m_url);
    form->addRow(tr("Model"), m_model);
    form->addRow(tr("API key"), m_key);
    form->addRow(QString(), m_keyHint);
    form->addRow(QString(), m_forgetKey);
    dressForm(form);
    return form;
}

QDialogButtonBox *EndpointDialog::makeButtons()
{
    auto *buttons = new QDialogButtonBox(this);
    m_test = buttons->addButton(tr("Test connection"), QDialogButtonBox::ActionRole);
    m_test->setObjectName(u"testEndpoint"_s);
    m_sessionOnly
        = buttons->addButton(tr("Use the key for this session only"), QDialogButtonBox::ActionRole);
    m_sessionOnly->setObjectName(u"keyForSession"_s);
    m_sessionOnly->hide();
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_save = buttons->addButton(tr("Save"), QDialogButtonBox::AcceptRole);
    m_save->setObjectName(u"saveEndpoint"_s);
    m_save->setDefault(true);
    setLook(m_save, Look::PrimaryButton);
    connect(m_test, &QPushButton::clicked, this, &EndpointDialog::test);
    connect(
        m_sessionOnly, &QPushButton::clicked, this, [this] { save(SecretKeeping::SessionOnly); });
    connect(buttons, &QDialogButtonBox::accepted, this, [this] { save(SecretKeeping::Keychain); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

EndpointDefinition EndpointDialog::entered() const
{
    EndpointDefinition endpoint = m_endpoint;
    endpoint.name = m_name->text().trimmed();
    endpoint.url = m_url->text().trimmed();
    endpoint.model = m_model->text().trimmed();
    return endpoint;
}

EndpointKey EndpointDialog::enteredKey(SecretKeeping keeping) const
{
    EndpointKey key;
    key.keeping = keeping;
    key.secret = m_key->text().trimmed().toUtf8();
    if (!key.secret.isEmpty())
        key.change = EndpointKey::Change::Set;
    else if (m_forgetKey->isChecked())
        key.change = EndpointKey::Change::Forget;
    return key;
}

// A key belongs to the server that it was entered for.
bool EndpointDialog::keepsKey() const
{
    return m_endpoint.usesKey && originOf(m_endpoint.url) == originOf(m_url->text().trimmed());
}

void EndpointDialog::followEntries()
{
    const bool kept = keepsKey();
    m_forgetKey->setVisible(kept && m_key->text().isEmpty());
    m_key->setPlaceholderText(
        kept ? tr("Leave empty to keep the one that is stored") : tr("Empty: none is sent"));
    const bool lost = m_endpoint.usesKey && !kept && !m_url->text().trimmed().isEmpty();
    m_keyHint->setText(lost
            ? tr("The address is another server's: the stored key is not sent there and will be "
                 "forgotten.")
            : QString());
    m_keyHint->setVisible(lost);
    const bool complete = !m_name->text().trimmed().isEmpty() && !m_url->text().trimmed().isEmpty();
    m_save->setEnabled(complete);
    m_test->setEnabled(!m_url->text().trimmed().isEmpty());
    m_report->clear();
    m_sessionOnly->hide();
}

void EndpointDialog::test()
{
    setBusy(true);
    m_report->showChecking();
    m_tasks.start(testNow(entered(), enteredKey(SecretKeeping::SessionOnly)));
}

QCoro::Task<> EndpointDialog::testNow(EndpointDefinition endpoint, EndpointKey key)
{
    const QPointer<EndpointDialog> self(this);
    const std::stop_token stop = m_tasks.token();
    const Result<ConnectionReport> report
        = co_await m_workspace->checkModelEndpoint(endpoint, key, stop);
    if (!self)
        co_return;
    setBusy(false);
    // It has passed to another button while this one was disabled.
    m_test->setFocus();
    if (report)
        m_report->showReport(*report);
    else
        m_report->showError(report.error());
}

void EndpointDialog::save(SecretKeeping keeping)
{
    setBusy(true);
    m_tasks.start(saveNow(entered(), enteredKey(keeping)));
}

QCoro::Task<> EndpointDialog::saveNow(EndpointDefinition endpoint, EndpointKey key)
{
    const QPointer<EndpointDialog> self(this);
    const std::stop_token stop = m_tasks.token();
    const bool isNew = endpoint.id.isEmpty();
    QCoro::Task<Result<EndpointDefinition>> saving = isNew
        ? m_workspace->addModelEndpoint(endpoint, key, stop)
        : m_workspace->updateModelEndpoint(endpoint, key, stop);
    const Result<EndpointDefinition> saved = co_await saving;
    if (!self)
        co_return;
    setBusy(false);
    if (saved)
        accept();
    else
        showFailure(saved.error());
}

void EndpointDialog::showFailure(const Error &error)
{
    m_report->showError(error);
    m_sessionOnly->setVisible(error.code == QLatin1StringView(code::KeychainUnavailable)
        || error.code == QLatin1StringView(code::KeychainDenied));
}

void EndpointDialog::setBusy(bool busy)
{
    for (QPushButton *button : { m_test, m_sessionOnly, m_save })
        button->setEnabled(!busy);
}

} // namespace renum::ui
