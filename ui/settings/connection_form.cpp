// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/connection_form.h"

#include "core/model/error_codes.h"
#include "ui/settings/form_look.h"
#include "ui/settings/report_view.h"
#include "ui/settings/supabase_fields.h"
#include "ui/settings/tool_consent.h"
#include "ui/text/connection_text.h"
#include "ui/text/error_text.h"
#include "ui/theme/look.h"
#include "ui/theme/wrapped_label.h"

#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

struct StatusSign {
    QString icon;
    ColorToken color;
};

bool isWhole(const ConnectionStatus &status)
{
    return std::ranges::none_of(
        status.parts, [](const ConnectionPart &part) { return part.error.has_value(); });
}

StatusSign signOf(const ConnectionStatus &status)
{
    switch (status.state) {
    case ConnectionStatus::State::Unconfigured:
        return { u"plug"_s, ColorToken::Neutral };
    case ConnectionStatus::State::Connecting:
        return { u"pending"_s, ColorToken::Warn };
    case ConnectionStatus::State::Connected:
        return isWhole(status) ? StatusSign { u"check"_s, ColorToken::Ok }
                               : StatusSign { u"alert"_s, ColorToken::Warn };
    case ConnectionStatus::State::Failed:
        return { u"alert"_s, ColorToken::Err };
    }
    Q_UNREACHABLE();
}

} // namespace

ConnectionForm::ConnectionForm(
    Workspace *workspace, ConnectionController *controller, Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_controller(controller)
    , m_theme(theme)
    , m_demo(new QRadioButton(this))
    , m_suna(new QRadioButton(this))
    , m_demoHint(new QLabel(this))
{
    m_sunaFields = makeSunaFields();
    m_demo->setObjectName(u"useDemo"_s);
    m_suna->setObjectName(u"useSuna"_s);
    m_demoHint->setWordWrap(true);
    m_demoHint->setContentsMargins(Theme::Space6, 0, 0, 0); // under the words of its button
    setTextLook(m_demoHint, TextStyle::Label, ColorToken::TextDim);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(Theme::Space2);
    layout->addWidget(m_demo);
    layout->addWidget(m_demoHint);
    layout->addWidget(m_suna);
    layout->addWidget(m_sunaFields);
    layout->addWidget(makeOffer());
    layout->addWidget(makeStatus());
    m_report = new ReportView(theme, this);
    layout->addWidget(m_report);
    connect(m_suna, &QRadioButton::toggled, m_sunaFields, &QWidget::setVisible);
    connect(m_suna, &QRadioButton::toggled, m_check, &QWidget::setVisible);
    connect(m_suna, &QRadioButton::toggled, m_report, &ReportView::clear);
    connect(m_workspace, &Workspace::connectionStatusChanged, this, &ConnectionForm::showStatus);
    retranslate();
    showChoice(controller->current());
    showStatus(workspace->connectionStatus());
}

QWidget *ConnectionForm::makeSunaFields()
{
    auto *fields = new QWidget(this);
    m_url = new QLineEdit(fields);
    m_url->setObjectName(u"sunaUrl"_s);
    m_url->setPlaceholderText(u"https://suna.example.com"_s);
    m_kind = new QComboBox(fields);
    m_kind->addItem({}, QVariant::fromValue(SecretKind::Token));
    m_kind->addItem({}, QVariant::fromValue(SecretKind::ApiKey));
    m_secret = new QLineEdit(fields);
    m_secret->setObjectName(u"sunaSecret"_s);
    m_secret->setEchoMode(QLineEdit::Password);
    m_urlLabel = new QLabel(fields);
    m_kindLabel = new QLabel(fields);
    m_secretLabel = new QLabel(fields);
    auto *form = new QFormLayout(fields);
    form->setContentsMargins(Theme::Space6, 0, 0, 0);
    form->addRow(m_urlLabel, m_url);
    form->addRow(m_kindLabel, m_kind);
    form->addRow(m_secretLabel, m_secret);
    dressForm(form);
    m_tools = new ToolConsent(fields);
    form->addRow(m_tools);
    m_supabase = new SupabaseFields(fields);
    form->addRow(m_supabase);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ConnectionForm::retranslate);
    return fields;
}

QWidget *ConnectionForm::makeOffer()
{
    m_offer = new QWidget(this);
    setLook(m_offer, Look::WarnBanner);
    m_offerText = new QLabel(m_offer);
    m_offerText->setObjectName(u"keychainProblem"_s);
    m_offerText->setWordWrap(true);
    setTextLook(m_offerText, TextStyle::Body, ColorToken::Warn);
    m_sessionOnly = new QPushButton(m_offer);
    m_sessionOnly->setObjectName(u"sessionOnly"_s);
    auto *layout = new QHBoxLayout(m_offer);
    layout->setContentsMargins(Theme::Space3, Theme::Space2, Theme::Space3, Theme::Space2);
    layout->setSpacing(Theme::Space3);
    layout->addWidget(m_offerText, 1);
    layout->addWidget(m_sessionOnly);
    connect(
        m_sessionOnly, &QPushButton::clicked, this, [this] { apply(SecretKeeping::SessionOnly); });
    m_offer->hide();
    return m_offer;
}

QWidget *ConnectionForm::makeStatus()
{
    auto *bar = new QWidget(this);
    m_test = new QPushButton(bar);
    m_test->setObjectName(u"testConnection"_s);
    setLook(m_test, Look::PrimaryButton);
    m_check = new QPushButton(bar);
    m_check->setObjectName(u"checkConnection"_s);
    m_statusIcon = new QLabel(bar);
    m_status = new WrappedLabel(bar);
    m_status->setObjectName(u"connectionResult"_s);
    m_status->setTextFormat(Qt::PlainText);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(Theme::Space3);
    buttons->addWidget(m_test);
    buttons->addWidget(m_check);
    buttons->addStretch();
    auto *status = new QHBoxLayout;
    status->setSpacing(Theme::Space2);
    status->addWidget(m_statusIcon, 0, Qt::AlignTop);
    status->addWidget(m_status, 1);
    auto *layout = new QVBoxLayout(bar);
    layout->setContentsMargins(0, Theme::Space2, 0, 0);
    layout->setSpacing(Theme::Space3);
    layout->addLayout(buttons);
    layout->addLayout(status);
    connect(m_check, &QPushButton::clicked, this, &ConnectionForm::check);
    connect(m_test, &QPushButton::clicked, this, [this] { apply(SecretKeeping::Keychain); });
    return bar;
}

void ConnectionForm::showChoice(const ConnectionChoice &choice)
{
    const bool suna = choice.kind == ConnectionKind::Suna;
    (suna ? m_suna : m_demo)->setChecked(true);
    m_sunaFields->setVisible(suna);
    m_check->setVisible(suna);
    m_url->setText(choice.url);
    m_kind->setCurrentIndex(m_kind->findData(QVariant::fromValue(choice.secretKind)));
    m_tools->setTools(choice.tools);
    m_supabase->setSupabase(choice.supabase);
}

ConnectionChoice ConnectionForm::entered() const
{
    ConnectionChoice choice;
    choice.kind = m_suna->isChecked() ? ConnectionKind::Suna : ConnectionKind::Demo;
    choice.url = m_url->text().trimmed();
    choice.secretKind = m_kind->currentData().value<SecretKind>();
    choice.tools = m_tools->tools();
    choice.supabase = m_supabase->supabase();
    return choice;
}

ConnectionSecrets ConnectionForm::enteredSecrets() const
{
    return { m_secret->text().trimmed().toUtf8(), m_supabase->refreshToken() };
}

void ConnectionForm::apply(SecretKeeping keeping)
{
    setBusy(true);
    m_offer->hide();
    m_report->clear();
    m_tasks.start(applyNow(entered(), enteredSecrets(), keeping));
}

void ConnectionForm::check()
{
    setBusy(true);
    m_report->showChecking();
    m_tasks.start(checkNow(entered(), enteredSecrets()));
}

QCoro::Task<> ConnectionForm::checkNow(ConnectionChoice choice, ConnectionSecrets secrets)
{
    const QPointer<ConnectionForm> self(this);
    const Result<ConnectionReport> report = co_await m_controller->check(choice, secrets);
    if (!self)
        co_return;
    setBusy(false);
    if (report)
        m_report->showReport(*report);
    else
        m_report->showError(report.error());
}

QCoro::Task<> ConnectionForm::applyNow(
    ConnectionChoice choice, ConnectionSecrets secrets, SecretKeeping keeping)
{
    const QPointer<ConnectionForm> self(this);
    const Result<void> applied = co_await m_controller->apply(choice, secrets, keeping);
    if (!self)
        co_return;
    setBusy(false);
    if (!applied) {
        showFailure(applied.error());
        co_return;
    }
    m_secret->clear();
    m_supabase->clearRefreshToken();
    showStatus(m_workspace->connectionStatus());
}

void ConnectionForm::showStatus(const ConnectionStatus &status)
{
    const StatusSign sign = signOf(status);
    m_statusIcon->setPixmap(
        m_theme->icon(sign.icon, sign.color).pixmap(Theme::SmallIconSize, Theme::SmallIconSize));
    setTextLook(m_status, TextStyle::Body, sign.color);
    m_status->setText(connectionSentence(status));
}

void ConnectionForm::showFailure(const Error &error)
{
    const bool keychain = error.code == QLatin1StringView(code::KeychainUnavailable)
        || error.code == QLatin1StringView(code::KeychainDenied);
    m_offer->setVisible(keychain);
    m_offerText->setText(errorText(error));
    if (!keychain)
        showStatus({ ConnectionStatus::State::Failed, {}, {}, false, error });
}

/// A button that is disabled would pass its focus on to what follows, and the page would scroll
/// there: meanwhile the form keeps it.
void ConnectionForm::setBusy(bool busy)
{
    if (busy) {
        QWidget *focused = QApplication::focusWidget();
        m_pressed = focused && isAncestorOf(focused) ? focused : nullptr;
        if (m_pressed)
            setFocus();
    }
    for (QPushButton *button : { m_test, m_check, m_sessionOnly })
        button->setEnabled(!busy);
    if (!busy && m_pressed && hasFocus())
        m_pressed->setFocus();
}

void ConnectionForm::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showStatus(m_workspace->connectionStatus());
    }
    QWidget::changeEvent(event);
}

void ConnectionForm::retranslate()
{
    m_demo->setText(tr("Demo on this computer"));
    m_suna->setText(tr("A Suna server"));
    m_demoHint->setText(tr("Simulated agents: no account, no network, no cost."));
    m_urlLabel->setText(tr("Address"));
    m_kindLabel->setText(tr("Sign in with"));
    m_kind->setItemText(0, tr("Access token"));
    m_kind->setItemText(1, tr("API key"));
    const bool token = m_kind->currentData().value<SecretKind>() == SecretKind::Token;
    m_secretLabel->setText(token ? tr("Token") : tr("Key"));
    m_supabase->setRenewing(token);
    m_secret->setPlaceholderText(tr("Leave empty to keep the one that is stored"));
    m_secret->setToolTip(tr("Kept in the system's keychain, never in a file of Renum"));
    m_url->setAccessibleName(m_urlLabel->text());
    m_secret->setAccessibleName(m_secretLabel->text());
    m_kind->setAccessibleName(m_kindLabel->text());
    if (m_test) {
        m_test->setText(tr("Save and test connection"));
        m_check->setText(tr("Test without saving"));
        m_sessionOnly->setText(tr("Use for this session only"));
    }
    // The parts of the form hear of another language after this.
    QMetaObject::invokeMethod(
        m_sunaFields, [fields = m_sunaFields] { alignForms(fields); }, Qt::QueuedConnection);
}

} // namespace renum::ui
