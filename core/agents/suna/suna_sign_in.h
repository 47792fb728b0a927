// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <mutex>

namespace renum {

/// What a sign-in at Supabase consists of at a time. Both are secrets.
struct SunaTokens {
    QByteArray access; ///< the bearer token
    QByteArray refresh; ///< good for one renewal

    [[nodiscard]] bool isEmpty() const { return access.isEmpty() && refresh.isEmpty(); }
    friend bool operator==(const SunaTokens &, const SunaTokens &) = default;
};

/// A sign-in that several connections use, at once or one after the other. A refresh token is good
/// for one renewal, and Supabase ends the whole sign-in when it is shown again: who renews it
/// therefore leaves the new tokens here for the others. For any thread.
class SunaSignIn {
public:
    explicit SunaSignIn(SunaTokens tokens);

    [[nodiscard]] SunaTokens tokens() const;
    void renew(const SunaTokens &tokens);

private:
    mutable std::mutex m_mutex;
    SunaTokens m_tokens;
};

} // namespace renum
