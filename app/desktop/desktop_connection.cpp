// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop_connection.h"

#include "core/model/error_codes.h"

#include <QLoggingCategory>
#include <QPointer>
#include <QUrl>

namespace renum::desktop {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcConnection, "renum.desktop.connection", QtInfoMsg)

/// Each server has its own secret, so that changing the address never sends one to a stranger.
QString secretKey(const ui::ConnectionChoice &choice)
{
    return u"suna/"_s + choice.url;
}

ToolServerSettings toolServerFor(const ui::TeamToolsChoice &tools)
{
    ToolServerSettings server;
    server.mayChangeAgents = tools.mayChangeAgents;
    if (!tools.url.isEmpty()) {
        server.publicUrl = QUrl(tools.url, QUrl::StrictMode);
        server.address = QHostAddress(QHostAddress::Any);
    }
    return server;
}

Result<QUrl> readUrl(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool web = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    if (!url.isValid() || !web || url.host().isEmpty() || !url.userInfo().isEmpty()) {
        return Error { ErrorCategory::InvalidInput, QLatin1StringView(code::InvalidUrl),
            u"This is no address of a server. Write it like https://suna.example.com."_s };
    }
    return url;
}

/// Errors: invalid_url, for any of its addresses.
Result<void> checkAddresses(const ui::ConnectionChoice &choice)
{
    QStringList addresses { choice.url };
    for (const QString &optional : { choice.tools.url, choice.supabase.url }) {
        if (!optional.isEmpty())
            addresses.append(optional);
    }
    for (const QString &address : std::as_const(addresses)) {
        if (const Result<QUrl> url = readUrl(address); !url)
            return url.error();
    }
    return {};
}

SunaConnection serverOf(const ui::ConnectionChoice &choice, const QByteArray &secret)
{
    SunaConnection server;
    server.url = QUrl(choice.url, QUrl::StrictMode);
    if (choice.secretKind == ui::SecretKind::ApiKey)
        server.apiKey = secret;
    else
        server.bearerToken = secret;
    server.supabase.url = QUrl(choice.supabase.url, QUrl::StrictMode);
    server.supabase.anonKey = choice.supabase.anonKey.toUtf8();
    return server;
}

} // namespace

DesktopConnection::DesktopConnection(
    LocalWorkspace *workspace, SecretStore *keychain, ui::AppSettings *settings)
    : m_workspace(workspace)
    , m_keychain(keychain)
    , m_settings(settings)
{
    m_current.kind = settings->value(ui::settings::Connection);
    m_current.url = settings->value(ui::settings::ConnectionUrl);
    m_current.secretKind = settings->value(ui::settings::ConnectionSecret);
    m_current.tools
        = { settings->value(ui::settings::ToolsAllowed), settings->value(ui::settings::ToolsUrl) };
    m_current.supabase = { settings->value(ui::settings::SupabaseUrl),
        settings->value(ui::settings::SupabaseKey) };
}

void DesktopConnection::connectAsRemembered()
{
    m_tasks.start(connectRemembered());
}

void DesktopConnection::useDemo()
{
    m_current.kind = ui::ConnectionKind::Demo;
    connectTo(m_current, {});
}

QCoro::Task<> DesktopConnection::connectRemembered()
{
    const QPointer<DesktopConnection> self(this);
    QByteArray secret;
    if (m_current.kind == ui::ConnectionKind::Suna) {
        const QString key = secretKey(m_current);
        const Result<QByteArray> stored = co_await m_keychain->read(key);
        if (!self)
            co_return;
        // Without it the server's answer says that a token is missing, which the person can act on.
        if (stored)
            secret = *stored;
        else
            qCWarning(lcConnection) << "no secret from the keychain:" << stored.error().message;
    }
    connectTo(m_current, secret);
}

ui::ConnectionChoice DesktopConnection::current() const
{
    return m_current;
}

QCoro::Task<Result<void>> DesktopConnection::apply(
    ui::ConnectionChoice choice, QByteArray secret, ui::SecretKeeping keeping)
{
    const QPointer<DesktopConnection> self(this);
    QByteArray used;
    if (choice.kind == ui::ConnectionKind::Suna) {
        const Result<void> addresses = checkAddresses(choice);
        if (!addresses)
            co_return addresses.error();
        const QString key = secretKey(choice);
        const Result<QByteArray> kept = co_await secretFor(key, secret, keeping);
        if (!self)
            co_return Result<void>();
        if (!kept)
            co_return kept.error();
        used = *kept;
    }
    remember(choice);
    connectTo(choice, used);
    co_return Result<void>();
}

QCoro::Task<Result<QByteArray>> DesktopConnection::secretFor(
    QString key, QByteArray entered, ui::SecretKeeping keeping)
{
    SecretStore *store = m_keychain;
    if (keeping == ui::SecretKeeping::SessionOnly)
        store = &m_session;
    if (!entered.isEmpty()) {
        const Result<void> written = co_await store->write(key, entered);
        if (!written)
            co_return written.error();
        co_return entered;
    }
    co_return co_await keptSecret(key);
}

QCoro::Task<Result<QByteArray>> DesktopConnection::keptSecret(QString key)
{
    const QPointer<DesktopConnection> self(this);
    const Result<QByteArray> ofSession = co_await m_session.read(key);
    if (!self || (ofSession && !ofSession->isEmpty()))
        co_return ofSession;
    const Result<QByteArray> stored = co_await m_keychain->read(key);
    co_return stored;
}

QCoro::Task<Result<ConnectionReport>> DesktopConnection::check(
    ui::ConnectionChoice choice, QByteArray secret)
{
    const QPointer<DesktopConnection> self(this);
    const Result<void> addresses = checkAddresses(choice);
    if (!addresses)
        co_return addresses.error();
    QByteArray used = secret;
    if (used.isEmpty()) {
        const QString key = secretKey(choice);
        const Result<QByteArray> kept = co_await keptSecret(key);
        if (!self)
            co_return cancelledError();
        if (!kept)
            co_return kept.error();
        used = *kept;
    }
    const SunaConnection server = serverOf(choice, used);
    const std::stop_token stop = m_tasks.token();
    co_return co_await m_workspace->checkSunaServer(server, stop);
}

void DesktopConnection::remember(const ui::ConnectionChoice &choice)
{
    m_current = choice;
    m_settings->setValue(ui::settings::Connection, choice.kind);
    m_settings->setValue(ui::settings::ConnectionUrl, choice.url);
    m_settings->setValue(ui::settings::ConnectionSecret, choice.secretKind);
    m_settings->setValue(ui::settings::SupabaseUrl, choice.supabase.url);
    m_settings->setValue(ui::settings::SupabaseKey, choice.supabase.anonKey);
    m_settings->setValue(ui::settings::ToolsAllowed, choice.tools.mayChangeAgents);
    m_settings->setValue(ui::settings::ToolsUrl, choice.tools.url);
}

void DesktopConnection::connectTo(const ui::ConnectionChoice &choice, const QByteArray &secret)
{
    if (choice.kind == ui::ConnectionKind::Demo) {
        m_workspace->setConnection(DemoConnection());
        return;
    }
    m_workspace->setToolServer(toolServerFor(choice.tools));
    m_workspace->setConnection(serverOf(choice, secret));
}

} // namespace renum::desktop
