// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/agents/observe_script.h"
#include "tests/support/fake_supabase.h"

/// What the tests of renewing a sign-in have in common.
namespace renum::test {

inline const QString agentsRoute = u"GET /agents"_s;
inline const QString startRoute = u"POST /agent/start"_s;
inline const QByteArray noAgents = R"({"agents":[]})";

inline FakeAnswer refusal()
{
    return json(R"({"detail":"Token has expired"})", 401);
}

/// A token that says when it expires.
inline QByteArray jwt(Timestamp expiry)
{
    const auto seconds
        = std::chrono::duration_cast<std::chrono::seconds>(expiry.time_since_epoch());
    const QByteArray claims = R"({"sub":"u1","exp":)" + QByteArray::number(seconds.count()) + "}";
    return "eyJhbGciOiJIUzI1NiJ9." + claims.toBase64(QByteArray::Base64UrlEncoding) + ".c2ln";
}

/// A Suna and the Supabase behind it, for connections whose first tokens are `access-0` and
/// `refresh-0`.
class SignInBench {
public:
    SignInBench() { suna.on(agentsRoute, noAgents); }
    SignInBench(const SignInBench &) = delete;
    SignInBench &operator=(const SignInBench &) = delete;

    [[nodiscard]] SunaConnection connection(const QByteArray &token = "access-0")
    {
        SunaConnection connection { suna.url(), token, {} };
        connection.supabase = { supabase.url(), " anon\n", "refresh-0\n" };
        connection.onTokens = [this](const SunaTokens &tokens) { kept += tokens; };
        return connection;
    }
    [[nodiscard]] std::unique_ptr<SunaBackend> backend(
        const QByteArray &token = "access-0", Clock *otherClock = nullptr)
    {
        return std::make_unique<SunaBackend>(
            connection(token), otherClock ? otherClock : &clock, quickTimings());
    }
    [[nodiscard]] QByteArray lastBearer(const QString &route) const
    {
        return suna.asked(route).constLast().header("Authorization");
    }

    SystemClock clock;
    FakeSuna suna;
    FakeSupabase supabase;
    QList<SunaTokens> kept; ///< what was handed out to be kept
};

} // namespace renum::test
