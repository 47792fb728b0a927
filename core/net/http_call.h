// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/http_client.h"
#include "core/net/http_wire.h"
#include "core/net/one_shot.h"
#include "core/net/transport.h"

#include <QObject>

#include <memory>
#include <optional>

namespace renum {

/// One request on a connection of its own: connects, sends once, watches time-outs and size, and
/// says once how it ended. Destroying it closes the connection.
class HttpCall : public QObject {
    Q_OBJECT

public:
    using Outcome = OneShot<Result<HttpReply>>;

    /// Starts at once. With a handler the body of a 2xx answer goes there.
    HttpCall(Clock *clock, HostLookup *lookup, HttpRequest request,
        std::optional<HttpStreamHandler> handler);
    ~HttpCall() override;

    [[nodiscard]] Outcome outcome() const { return m_outcome; }
    /// Ends with `user_cancelled`.
    void cancel();
    /// The same from any thread, by the event loop.
    void cancelLater();

private:
    void watchTransport();
    void startTimers();
    void findHost(HostLookup *lookup);
    void onHostFound(const QList<QHostAddress> &addresses);
    void dialNext();
    void sendRequest();
    void readMore();
    void onFailed(QAbstractSocket::SocketError failure, const QString &reason);
    void onClosed();
    void noteActivity();
    void checkIdle();
    void takeHead();
    void takeBody();
    void collect(const QByteArray &bytes);
    void settle();
    void fail(const char *code, const QString &reason = {});
    void end(Result<HttpReply> result);
    [[nodiscard]] QByteArray head() const;
    [[nodiscard]] bool streaming() const;

    Clock *m_clock;
    HttpRequest m_request;
    std::optional<HttpStreamHandler> m_handler;
    std::unique_ptr<Transport> m_transport;
    QList<QHostAddress> m_addresses; ///< not tried yet
    HttpResponseParser m_parser;
    Outcome m_outcome;
    HttpReply m_answer;
    std::chrono::nanoseconds m_lastActivity {};
    std::unique_ptr<Clock::Timer> m_connectTimer;
    std::unique_ptr<Clock::Timer> m_idleTimer;
    std::unique_ptr<Clock::Timer> m_totalTimer;
    bool m_sent = false;
};

} // namespace renum
