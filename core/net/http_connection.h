// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/http_server.h"
#include "core/net/http_wire.h"

#include <QObject>
#include <QTcpSocket>

#include <memory>

namespace renum {

/// One peer of an HttpServer: reads a request, hands it out, sends its answer, and only then reads
/// the next, so that pipelined requests are answered in order. Owns the socket.
class HttpConnection : public QObject {
    Q_OBJECT

public:
    HttpConnection(Clock *clock, QTcpSocket *socket,
        std::shared_ptr<const HttpServer::Handler> handler, const HttpServerLimits &limits,
        QObject *parent);
    ~HttpConnection() override;

    // What a Responder asks for. Only the responder of the current request calls these.
    void respond(const ServerResponse &response);
    void beginStream(int status, const HttpHeaders &headers);
    void write(QByteArrayView bytes);
    void endStream();
    void abort();
    [[nodiscard]] bool isOpen() const;
    [[nodiscard]] qint64 pendingBytes() const;

    /// Says 503 and closes, for a peer above the limit. The socket deletes itself.
    static void refuse(QTcpSocket *socket);

signals:
    /// The peer has left; the connection may be deleted, but not inside the signal.
    void closed();

private:
    enum class Phase {
        Receiving,
        Answering,
        Closing, ///< the last answer is on its way
        Draining, ///< an error was said; what still comes is thrown away
    };

    void readMore();
    void handleRequest();
    void callHandler(ServerRequest request);
    void finishAnswer();
    void rejectRequest(int status);
    void restartIdleTimer();
    void onTimeout();
    void onBytesWritten();
    void onDisconnected();
    [[nodiscard]] HttpHeaders framing(bool chunked, qint64 length) const;

    Clock *m_clock;
    QTcpSocket *m_socket;
    std::shared_ptr<const HttpServer::Handler> m_handler;
    HttpServerLimits m_limits;
    HttpRequestParser m_parser;
    std::unique_ptr<Clock::Timer> m_idleTimer;
    std::unique_ptr<Clock::Timer> m_totalTimer;
    Phase m_phase = Phase::Receiving;
    bool m_keepAlive = true;
    bool m_chunks = true;
    bool m_bodyAllowed = true;
};

} // namespace renum
