// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"
#include "core/net/address_rules.h"
#include "core/net/clock.h"
#include "core/net/host_lookup.h"
#include "core/net/http_headers.h"

#include <QByteArray>
#include <QCoroTask>
#include <QList>
#include <QObject>
#include <QPair>
#include <QUrl>

#include <chrono>
#include <functional>
#include <memory>
#include <stop_token>

namespace renum {

/// Zero means no limit. Contract §4.8.
struct HttpTimeouts {
    std::chrono::milliseconds connect = std::chrono::seconds(10);
    std::chrono::milliseconds idle = std::chrono::seconds(30);
    std::chrono::milliseconds total = std::chrono::seconds(60);
};

struct HttpRequest {
    QByteArray method = "GET";
    QUrl url;
    HttpHeaders headers;
    QByteArray body;
    HttpTimeouts timeouts;
    qint64 maxReplyBytes = qint64(16) * 1024 * 1024; ///< else reply_too_large; not for streams
    AddressReach reach = AddressReach::OwnNetworks;
};

struct HttpReply {
    int status = 0;
    HttpHeaders headers;
    QByteArray body;
    /// First value of a header, name compared without case; empty when absent.
    [[nodiscard]] QByteArray header(const QByteArray &name) const;
};

/// What a stream's caller gets while it runs. Called on the client's thread; returning false ends
/// the stream with success.
struct HttpStreamHandler {
    /// Status and headers, once, before any byte; only for a status of 2xx. For any other the body
    /// (up to 64 KiB) is collected and the stream ends with it.
    std::function<bool(const HttpReply &head)> onHead;
    std::function<bool(QByteArrayView bytes)> onBytes;
};

/// How a stream ended.
struct HttpStreamEnd {
    HttpReply reply; ///< with the body for an error status
};

/// HTTP/1.1 over QTcpSocket or QSslSocket with connect, idle and total time-outs of our own, a size
/// limit, and cancellation. Not over QNetworkAccessManager, because that one repeats requests by
/// itself (even a POST), takes some streams that were cut for complete, and serves six connections
/// a host. One connection a call, no compression, no cookies. Redirects are refused
/// (`unexpected_redirect`): a token never follows one. A name is looked up once a call, every
/// address of it checked, and one of those dialled, so that a name cannot change its meaning in
/// between. Lives on one thread with an event loop; all calls from that thread. Destroying the
/// client ends its calls with `user_cancelled`. Errors: the network codes of error_codes.h.
/// `Error::args["sent"]` is false when it is certain that no byte of the request reached the peer
/// (refused, unknown host, TLS failure, connect time-out, cancelled before). `Error::args` also has
/// `host`, `port` and `reason`.
class HttpClient : public QObject {
    Q_OBJECT

public:
    explicit HttpClient(Clock *clock, QObject *parent = nullptr);
    /// With another way to look names up, which must outlive the client.
    HttpClient(Clock *clock, HostLookup *lookup, QObject *parent = nullptr);
    ~HttpClient() override;

    /// Any HTTP status is a success here.
    [[nodiscard]] QCoro::Task<Result<HttpReply>> send(HttpRequest request, std::stop_token stop);
    /// Streams the body of a GET. Ends with success when the peer closed properly or a handler
    /// returned false; `connection_lost` when it was cut.
    [[nodiscard]] QCoro::Task<Result<HttpStreamEnd>> stream(
        HttpRequest request, HttpStreamHandler handler, std::stop_token stop);

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// Did the request surely never leave? See HttpClient.
[[nodiscard]] bool surelyNotSent(const Error &error);

/// A multipart/form-data body of text fields. Returns the body and its Content-Type.
struct FormBody {
    QByteArray contentType;
    QByteArray body;
};
[[nodiscard]] FormBody multipartForm(const QList<QPair<QString, QString>> &fields);

} // namespace renum
