// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/suna/suna_backend.h"
#include "core/net/http_client.h"
#include "core/net/one_shot.h"
#include "core/net/task_scope.h"

#include <QCoroTask>
#include <QList>
#include <QObject>

#include <optional>
#include <stop_token>

namespace renum {

/// The root of a Supabase project, as typed: no query, no trailing slash.
[[nodiscard]] Result<QUrl> supabaseRoot(const QUrl &typed);

/// When a JWT says that it expires; none when it does not say. Its signature is the server's
/// matter.
[[nodiscard]] std::optional<Timestamp> jwtExpiry(const QByteArray &token);

/// The bearer token of a connection, and its renewal by the refresh token where one is known. A
/// refresh token is good once, so there is one renewal at a time, everybody waits for it, and
/// nobody who stops waiting ends it.
class SupabaseSession : public QObject {
    Q_OBJECT

public:
    /// `http` and `clock` are borrowed.
    SupabaseSession(const SunaConnection &connection, HttpClient *http, Clock *clock,
        SunaTimings timings, QObject *parent = nullptr);
    ~SupabaseSession() override;

    [[nodiscard]] const QByteArray &token() const { return m_tokens.access; }
    /// Is there a token, or a way to get one?
    [[nodiscard]] bool isSignedIn() const { return !m_tokens.access.isEmpty() || canRenew(); }
    /// Does the token expire so soon that a call might not get through with it?
    [[nodiscard]] bool isDue() const;

    /// Renews a token that is due. A renewal that fails matters only when the token is of no use
    /// any more; until then the call is worth a try with it.
    [[nodiscard]] QCoro::Task<Result<void>> prepare(std::stop_token stop);
    /// The service has refused `token`. True: there is another one now, try again. False: there is
    /// no way to another one, so that its answer stands.
    [[nodiscard]] QCoro::Task<Result<bool>> replace(QByteArray token, std::stop_token stop);

private:
    using Waiter = OneShot<Result<void>>;

    [[nodiscard]] bool canRenew() const;
    [[nodiscard]] bool isExpired() const;
    [[nodiscard]] bool isFresh() const;
    [[nodiscard]] QCoro::Task<Result<void>> renewed(std::stop_token stop);
    [[nodiscard]] QCoro::Task<> renew();
    [[nodiscard]] Result<HttpRequest> renewalRequest() const;
    [[nodiscard]] Result<void> accept(const Result<HttpReply> &reply);
    void finish(const Result<void> &result);
    /// Takes what another connection of this sign-in has renewed. True: there was something.
    bool adopt();

    SupabaseAccess m_access;
    SunaTokens m_tokens;
    std::shared_ptr<SunaSignIn> m_signIn;
    std::function<void(const SunaTokens &)> m_onTokens;
    HttpClient *m_http;
    Clock *m_clock;
    SunaTimings m_timings;
    std::optional<Timestamp> m_expires;
    std::optional<Timestamp> m_renewedAt;
    std::optional<Timestamp> m_failedAt; ///< the last renewal that did not get through
    std::optional<Error> m_ended; ///< Supabase renews no more
    QList<Waiter> m_waiters; ///< of the renewal that is under way
    bool m_renewing = false;
    TaskScope m_tasks;
};

} // namespace renum
