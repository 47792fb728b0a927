// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/http_server.h"

#include <QList>
#include <QTcpSocket>

#include <memory>

namespace renum::test {

/// Limits that a test reaches with little data.
[[nodiscard]] HttpServerLimits smallLimits();

/// An HttpServer on a free port that records what it was asked and answers by a replaceable
/// handler, with raw sockets to talk to it.
class HttpBench {
public:
    explicit HttpBench(const HttpServerLimits &limits = smallLimits());

    /// A new connection that sends `firstBytes` once it stands.
    [[nodiscard]] std::unique_ptr<QTcpSocket> dial(const QByteArray &firstBytes = {}) const;
    /// `http://127.0.0.1:PORT` and the path.
    [[nodiscard]] QUrl url(const QString &path) const;

    SystemClock clock;
    /// Says 200 "hello" until replaced.
    HttpServer::Handler handle;
    QList<ServerRequest> requests;
    std::unique_ptr<HttpServer> server;
    quint16 port = 0;
};

[[nodiscard]] bool closed(const std::unique_ptr<QTcpSocket> &socket);

} // namespace renum::test

/// Appends what arrives at `socket` to the QByteArray `into` until `condition` holds.
#define TRY_READ(socket, into, condition)                                                          \
    QTRY_VERIFY2(((into) += (socket)->readAll(), (condition)), (into).constData())
