// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/suna/suna_sign_in.h"
#include "core/net/task_scope.h"
#include "core/workspace/secret_store.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <memory>

namespace renum::desktop {

using SignInPtr = std::shared_ptr<SunaSignIn>;

/// Keeps what a person signs in with at Suna servers, one sign-in an address: in the keychain, or
/// in memory for this session. Tokens that are renewed meanwhile go to the same place at once. An
/// API key is a sign-in that is never renewed.
class SignInKeeper : public QObject {
    Q_OBJECT

public:
    /// `keychain` outlives it.
    explicit SignInKeeper(SecretStore *keychain, QObject *parent = nullptr);
    ~SignInKeeper() override;

    /// What is kept for an address; empty tokens when there is nothing. Errors:
    /// keychain_unavailable, keychain_denied.
    [[nodiscard]] QCoro::Task<Result<SignInPtr>> kept(QString url);
    /// Keeps what was entered in place of what was kept. The tokens are one pair: a token that
    /// comes alone has no refresh token any more. Errors: as kept(); then nothing has changed.
    [[nodiscard]] QCoro::Task<Result<SignInPtr>> keep(
        QString url, SunaTokens entered, SecretKeeping keeping);
    /// To try what was entered without keeping it. When it is kept after all, what was renewed by
    /// trying is not lost.
    [[nodiscard]] SignInPtr toTry(const QString &url, const SunaTokens &entered);

    /// To be called, on any thread, when the tokens of an address were renewed. May outlive this
    /// object.
    [[nodiscard]] std::function<void(const SunaTokens &)> listenerFor(const QString &url);

private:
    struct Entry {
        SignInPtr signIn;
        SecretKeeping keeping = SecretKeeping::Keychain;
    };
    struct Trial {
        QString url;
        SunaTokens entered;
        SignInPtr signIn;
    };
    struct Mailbox;

    [[nodiscard]] QCoro::Task<Result<void>> write(QString url, SunaTokens tokens);
    [[nodiscard]] QCoro::Task<> keepRenewed(QString url);

    SecretStore *m_keychain;
    QHash<QString, Entry> m_entries;
    Trial m_trial;
    std::shared_ptr<Mailbox> m_mailbox;
    TaskScope m_tasks;
};

} // namespace renum::desktop
