// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/agent_backend.h"
#include "core/agents/suna/suna_sign_in.h"
#include "core/net/clock.h"
#include "core/net/host_lookup.h"

#include <QByteArray>
#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>

namespace renum {

/// The Supabase project behind a Suna. It issues the tokens (suna-api.md §1.2), and V1 keeps
/// threads and messages nowhere else (§3.2).
struct SupabaseAccess {
    QUrl url; ///< empty: not known
    QByteArray anonKey; ///< public, sent with every request
    QByteArray refreshToken = {}; ///< empty: signed in only until the bearer token expires

    [[nodiscard]] bool isKnown() const { return !url.isEmpty() && !anonKey.isEmpty(); }
};

/// How to reach a Suna server. Secrets live in memory only; the keychain holds them at rest.
struct SunaConnection {
    QUrl url; ///< as typed, with or without /api or /v1
    QByteArray bearerToken; ///< a JWT, or empty
    QByteArray apiKey; ///< `pk_…:sk_…` for X-API-Key, or empty
    SupabaseAccess supabase = {};
    /// Called on the backend's thread whenever Supabase has issued new tokens. Keep them at once:
    /// the refresh token before is used up, and without the new one the person has to sign in
    /// again.
    std::function<void(const SunaTokens &tokens)> onTokens = {};
    /// Where connections of one sign-in find each other's new tokens. Its own count, not those
    /// above, which it may have outlived. Null: nobody else has this sign-in.
    std::shared_ptr<SunaSignIn> signIn = {};
};

/// Time limits and pacing; tests shorten them.
struct SunaTimings {
    std::chrono::milliseconds connect = std::chrono::seconds(10);
    std::chrono::milliseconds request = std::chrono::seconds(60);
    std::chrono::milliseconds start = std::chrono::seconds(180);
    std::chrono::milliseconds silenceBeforePoll = std::chrono::seconds(30);
    std::chrono::milliseconds poll = std::chrono::seconds(5);
    std::chrono::milliseconds reconnectBase = std::chrono::seconds(1);
    std::chrono::milliseconds settle = std::chrono::seconds(5); ///< terminal event to stored status
    std::chrono::milliseconds stopWait = std::chrono::seconds(10);
    /// How long a run may be unreachable before observing it fails.
    std::chrono::milliseconds giveUp = std::chrono::minutes(2);
};

/// Suna, families V1 to V3 (suna-api.md §4, §5, §9). V4 is detected and refused with a sentence
/// that says so. On V1 a thread cannot be made before its first run, and further turns need
/// Supabase.
class SunaBackend : public QObject, public AgentBackend {
    Q_OBJECT

public:
    SunaBackend(SunaConnection connection, Clock *clock, SunaTimings timings = {},
        QObject *parent = nullptr);
    /// With another way to look names up, which must outlive the backend.
    SunaBackend(SunaConnection connection, Clock *clock, SunaTimings timings, HostLookup *lookup);
    ~SunaBackend() override;

    [[nodiscard]] QString address() const override;
    [[nodiscard]] QCoro::Task<Result<BackendInfo>> probe(std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<QList<AgentInfo>>> listAgents(std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<ThreadRef>> prepareThread(
        QString title, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<StartAnswer> startRun(
        RunRequest request, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<RunOutcome>> observeRun(
        RunRef run, RunEventSink sink, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<void>> stopRun(RunRef run, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<Usage>> runUsage(RunRef run, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<QList<RunSummary>>> findRuns(
        ThreadRef thread, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<ToolRegistration>> registerTools(
        AgentId agent, ToolServer server, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<void>> unregisterTools(
        ToolRegistration registration, std::stop_token stop) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace renum
