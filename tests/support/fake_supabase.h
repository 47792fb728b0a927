// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/http_server.h"

#include <QUrl>

#include <chrono>
#include <memory>
#include <optional>

namespace renum::test {

/// The part of Supabase that renews sign-ins: each refresh token is good once and buys the next
/// pair `access-N` and `refresh-N`. The first refresh token is `refresh-0`.
class FakeSupabase {
public:
    FakeSupabase();

    [[nodiscard]] QUrl url() const;
    /// The access token that is good now.
    [[nodiscard]] QByteArray accessToken() const;
    [[nodiscard]] QByteArray refreshToken() const;
    /// Answers to renewals, right or wrong.
    [[nodiscard]] int renewals() const { return m_renewals; }

    /// How long a token lasts, as told.
    std::chrono::seconds lasts = std::chrono::hours(1);
    /// Said instead of anything else, as long as it is set.
    struct Answer {
        int status = 200;
        QByteArray body;
        HttpHeaders headers = { { "Content-Type", "application/json" } };
    };
    std::optional<Answer> instead;
    /// Holds answers back until release().
    bool holds = false;
    void release();

private:
    void answer(const ServerRequest &request, const std::shared_ptr<Responder> &responder);
    [[nodiscard]] Answer answerTo(const ServerRequest &request);

    SystemClock m_clock;
    int m_issued = 0;
    int m_renewals = 0;
    QList<std::pair<ServerRequest, std::shared_ptr<Responder>>> m_held;
    std::unique_ptr<HttpServer> m_server;
    quint16 m_port = 0;
};

} // namespace renum::test
