// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"
#include "core/net/clock.h"
#include "core/net/http_headers.h"

#include <QByteArray>
#include <QHostAddress>
#include <QObject>
#include <QString>
#include <QUrlQuery>

#include <chrono>
#include <functional>
#include <memory>

namespace renum {

struct ServerRequest {
    QByteArray method;
    QString path; ///< decoded, without the query
    QUrlQuery query;
    HttpHeaders headers;
    QByteArray body;
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
};

struct ServerResponse {
    int status = 200;
    HttpHeaders headers;
    QByteArray body;
};

/// One answer to one request. Survives the peer: after it has left, every call is a no-op and
/// peerGone() is true. Answer once: respond(), or beginStream() … endStream(). Dropping it without
/// an answer says 500; dropping it within a stream cuts the connection.
class Responder {
public:
    Responder() = default;
    Responder(const Responder &) = delete;
    Responder &operator=(const Responder &) = delete;
    virtual ~Responder() = default;

    virtual void respond(ServerResponse response) = 0;
    /// Sends status and headers of a chunked body.
    virtual void beginStream(int status, HttpHeaders headers) = 0;
    virtual void write(QByteArrayView bytes) = 0;
    virtual void endStream() = 0;
    /// Cuts the connection without a proper end, for fault injection. What was written before is
    /// still sent as far as the system takes it at once.
    virtual void abort() = 0;
    [[nodiscard]] virtual bool peerGone() const = 0;
    /// Unsent bytes; the handler slows down or gives up when they grow.
    [[nodiscard]] virtual qint64 pendingBytes() const = 0;
};

struct HttpServerLimits {
    qint64 maxHeaderBytes = 64 * 1024; ///< else 431
    qint64 maxBodyBytes = 16 * 1024 * 1024; ///< else 413
    std::chrono::milliseconds idle
        = std::chrono::seconds(30); ///< while a request arrives, else 408
    int maxConnections = 4096; ///< else 503
    std::chrono::milliseconds total = std::chrono::minutes(2); ///< for one request, else 408
};

/// A small HTTP/1.1 server: QTcpServer for I/O, Boost.Beast's parser and serializer for the
/// protocol. Keep-alive; pipelined requests are answered in order. Lives on one thread. The handler
/// is called for each complete request and may answer at once or later; what it throws becomes 500.
class HttpServer : public QObject {
    Q_OBJECT

public:
    using Handler = std::function<void(ServerRequest, std::shared_ptr<Responder>)>;

    explicit HttpServer(
        Clock *clock, Handler handler, HttpServerLimits limits = {}, QObject *parent = nullptr);
    ~HttpServer() override;

    /// Port 0 picks a free one; the answer is the port.
    [[nodiscard]] Result<quint16> listen(const QHostAddress &address, quint16 port);
    [[nodiscard]] int connectionCount() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace renum
