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

/// A refresh token is of use only to who signs in with a token at a known Supabase.
SunaTokens tokensOf(const ui::ConnectionChoice &choice, const ui::ConnectionSecrets &entered)
{
    SunaTokens tokens { entered.secret.trimmed(), entered.refreshToken.trimmed() };
    if (choice.secretKind == ui::SecretKind::ApiKey || choice.supabase.url.isEmpty())
        tokens.refresh.clear();
    return tokens;
}

bool wantsSignIn(const ConnectionReport &report)
{
    const auto refused = [](const std::optional<Error> &error) {
        return error && error->category == ErrorCategory::AuthenticationError;
    };
    return refused(report.error) || refused(report.agentsError);
}

} // namespace

DesktopConnection::DesktopConnection(
    LocalWorkspace *workspace, SecretStore *keychain, ui::AppSettings *settings)
    : m_workspace(workspace)
    , m_settings(settings)
    , m_keeper(keychain)
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
    SignInPtr signIn;
    if (m_current.kind == ui::ConnectionKind::Suna) {
        const QString url = m_current.url;
        const Result<SignInPtr> kept = co_await m_keeper.kept(url);
        if (!self)
            co_return;
        // Without it the server's answer says that a token is missing, which the person can act on.
        if (kept)
            signIn = *kept;
        else
            qCWarning(lcConnection) << "no secret from the keychain:" << kept.error().message;
    }
    connectTo(m_current, signIn);
}

ui::ConnectionChoice DesktopConnection::current() const
{
    return m_current;
}

QCoro::Task<Result<void>> DesktopConnection::apply(
    ui::ConnectionChoice choice, ui::ConnectionSecrets secrets, ui::SecretKeeping keeping)
{
    const QPointer<DesktopConnection> self(this);
    SignInPtr signIn;
    if (choice.kind == ui::ConnectionKind::Suna) {
        const Result<void> addresses = checkAddresses(choice);
        if (!addresses)
            co_return addresses.error();
        const SunaTokens entered = tokensOf(choice, secrets);
        auto finding = entered.isEmpty() ? m_keeper.kept(choice.url)
                                         : m_keeper.keep(choice.url, entered, keeping);
        const Result<SignInPtr> found = co_await finding;
        if (!self)
            co_return Result<void>();
        // Who does without the keychain and has entered nothing signs in with nothing.
        const bool nothing = entered.isEmpty() && keeping == ui::SecretKeeping::SessionOnly;
        if (!found && !nothing)
            co_return found.error();
        if (found)
            signIn = *found;
    }
    remember(choice);
    connectTo(choice, signIn);
    co_return Result<void>();
}

QCoro::Task<Result<ConnectionReport>> DesktopConnection::check(
    ui::ConnectionChoice choice, ui::ConnectionSecrets secrets)
{
    const QPointer<DesktopConnection> self(this);
    const Result<void> addresses = checkAddresses(choice);
    if (!addresses)
        co_return addresses.error();
    const SunaTokens entered = tokensOf(choice, secrets);
    Result<SignInPtr> used = m_keeper.toTry(choice.url, entered);
    if (entered.isEmpty())
        used = co_await m_keeper.kept(choice.url);
    if (!self)
        co_return cancelledError();
    const SunaConnection server = serverOf(choice, used ? *used : SignInPtr());
    const std::stop_token stop = m_tasks.token();
    const Result<ConnectionReport> report = co_await m_workspace->checkSunaServer(server, stop);
    // A keychain that cannot be read matters only to who needs what is in it.
    if (!used && report && wantsSignIn(*report))
        co_return used.error();
    co_return report;
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

void DesktopConnection::connectTo(const ui::ConnectionChoice &choice, const SignInPtr &signIn)
{
    if (choice.kind == ui::ConnectionKind::Demo) {
        m_workspace->setConnection(DemoConnection());
        return;
    }
    m_workspace->setToolServer(toolServerFor(choice.tools));
    m_workspace->setConnection(serverOf(choice, signIn));
}

SunaConnection DesktopConnection::serverOf(
    const ui::ConnectionChoice &choice, const SignInPtr &signIn)
{
    const SunaTokens tokens = signIn ? signIn->tokens() : SunaTokens();
    SunaConnection server;
    server.url = QUrl(choice.url, QUrl::StrictMode);
    server.supabase.url = QUrl(choice.supabase.url, QUrl::StrictMode);
    server.supabase.anonKey = choice.supabase.anonKey.toUtf8();
    if (choice.secretKind == ui::SecretKind::ApiKey) {
        server.apiKey = tokens.access;
        return server;
    }
    server.bearerToken = tokens.access;
    server.supabase.refreshToken = tokens.refresh;
    server.signIn = signIn;
    server.onTokens = m_keeper.listenerFor(choice.url);
    return server;
}

} // namespace renum::desktop
