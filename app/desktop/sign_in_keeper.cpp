// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/sign_in_keeper.h"

#include "core/net/clock.h"

#include <QLoggingCategory>
#include <QPointer>

#include <mutex>

namespace renum::desktop {

using namespace Qt::StringLiterals;

namespace {

Q_LOGGING_CATEGORY(lcSignIn, "renum.desktop.signin", QtInfoMsg)

/// Each server has its own secrets, so that changing the address never sends one to a stranger.
QString accessKey(const QString &url)
{
    return u"suna/"_s + url;
}

QString refreshKey(const QString &url)
{
    return u"suna-refresh/"_s + url;
}

} // namespace

/// Where a listener finds the keeper, as long as there is one.
struct SignInKeeper::Mailbox {
    std::mutex mutex;
    SignInKeeper *keeper = nullptr;
};

SignInKeeper::SignInKeeper(SecretStore *keychain, QObject *parent)
    : QObject(parent)
    , m_keychain(keychain)
    , m_mailbox(std::make_shared<Mailbox>())
{
    m_mailbox->keeper = this;
}

SignInKeeper::~SignInKeeper()
{
    const std::scoped_lock lock(m_mailbox->mutex);
    m_mailbox->keeper = nullptr;
}

QCoro::Task<Result<SignInPtr>> SignInKeeper::kept(QString url)
{
    const QPointer<SignInKeeper> self(this);
    if (const auto known = m_entries.constFind(url); known != m_entries.cend())
        co_return Result<SignInPtr>(known->signIn);
    const Result<QByteArray> access = co_await m_keychain->read(accessKey(url));
    if (!self)
        co_return cancelledError();
    if (!access)
        co_return access.error();
    const Result<QByteArray> refresh = co_await m_keychain->read(refreshKey(url));
    if (!self)
        co_return cancelledError();
    if (!refresh)
        co_return refresh.error();
    // Somebody else may have asked, or kept others, meanwhile.
    if (const auto known = m_entries.constFind(url); known != m_entries.cend())
        co_return Result<SignInPtr>(known->signIn);
    const auto signIn = std::make_shared<SunaSignIn>(SunaTokens { *access, *refresh });
    if (!signIn->tokens().isEmpty())
        m_entries.insert(url, { signIn, SecretKeeping::Keychain });
    co_return Result<SignInPtr>(signIn);
}

QCoro::Task<Result<SignInPtr>> SignInKeeper::keep(
    QString url, SunaTokens entered, SecretKeeping keeping)
{
    const QPointer<SignInKeeper> self(this);
    const SignInPtr signIn = toTry(url, entered);
    if (keeping == SecretKeeping::Keychain) {
        const SunaTokens tokens = signIn->tokens();
        const Result<void> written = co_await write(url, tokens);
        if (!self)
            co_return cancelledError();
        if (!written)
            co_return written.error();
    }
    m_entries.insert(url, { signIn, keeping });
    m_trial = {};
    co_return Result<SignInPtr>(signIn);
}

SignInPtr SignInKeeper::toTry(const QString &url, const SunaTokens &entered)
{
    if (!m_trial.signIn || m_trial.url != url || m_trial.entered != entered)
        m_trial = { url, entered, std::make_shared<SunaSignIn>(entered) };
    return m_trial.signIn;
}

/// The refresh token first: with it an older token can be renewed, but not the other way round.
QCoro::Task<Result<void>> SignInKeeper::write(QString url, SunaTokens tokens)
{
    const QPointer<SignInKeeper> self(this);
    Result<void> done;
    if (tokens.refresh.isEmpty())
        done = co_await m_keychain->remove(refreshKey(url));
    else
        done = co_await m_keychain->write(refreshKey(url), tokens.refresh);
    if (!self)
        co_return cancelledError();
    if (!done)
        co_return done;
    co_return co_await m_keychain->write(accessKey(url), tokens.access);
}

std::function<void(const SunaTokens &)> SignInKeeper::listenerFor(const QString &url)
{
    return [mailbox = m_mailbox, url](const SunaTokens &) {
        const std::scoped_lock lock(mailbox->mutex);
        SignInKeeper *keeper = mailbox->keeper;
        if (keeper)
            QMetaObject::invokeMethod(
                keeper, [keeper, url] { keeper->m_tasks.start(keeper->keepRenewed(url)); },
                Qt::QueuedConnection);
    };
}

QCoro::Task<> SignInKeeper::keepRenewed(QString url)
{
    const QPointer<SignInKeeper> self(this);
    const Entry entry = m_entries.value(url);
    // Of what was only tried nothing is kept, nor of a sign-in that another one has replaced.
    if (!entry.signIn || entry.keeping != SecretKeeping::Keychain)
        co_return;
    const SunaTokens tokens = entry.signIn->tokens();
    const Result<void> written = co_await write(url, tokens);
    if (self && !written)
        qCWarning(lcSignIn) << "the renewed sign-in was not kept:" << written.error().message;
}

} // namespace renum::desktop
