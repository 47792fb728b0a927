// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/http_server.h"

#include "core/model/error_codes.h"
#include "core/net/http_connection.h"
#include "core/net/logging.h"

#include <QTcpServer>

#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr int Backlog = 512;
// After an accept failed, usually for want of file handles.
constexpr std::chrono::milliseconds AcceptPause { 200 };

} // namespace

QByteArray ServerRequest::header(const QByteArray &name) const
{
    return headerValue(headers, name);
}

class HttpServer::Private {
public:
    Private(Clock *serverClock, Handler serverHandler, HttpServerLimits serverLimits)
        : clock(serverClock)
        , handler(std::make_shared<const Handler>(std::move(serverHandler)))
        , limits(serverLimits)
    {
    }

    void acceptPending(HttpServer *owner);
    void pauseAccepting();

    Clock *clock;
    std::shared_ptr<const Handler> handler;
    HttpServerLimits limits;
    QTcpServer server;
    std::unique_ptr<Clock::Timer> resumeTimer;
    int connections = 0;
};

void HttpServer::Private::acceptPending(HttpServer *owner)
{
    while (QTcpSocket *socket = server.nextPendingConnection()) {
        if (connections >= limits.maxConnections) {
            HttpConnection::refuse(socket);
            continue;
        }
        ++connections;
        auto *connection = new HttpConnection(clock, socket, handler, limits, owner);
        QObject::connect(connection, &HttpConnection::closed, owner, [this, connection] {
            --connections;
            connection->deleteLater();
        });
    }
}

void HttpServer::Private::pauseAccepting()
{
    qCWarning(lcNet) << "Could not accept a connection:" << server.errorString();
    // QTcpServer stops accepting for good when accept() fails.
    resumeTimer = clock->startTimer(AcceptPause, [this] { server.resumeAccepting(); });
}

HttpServer::HttpServer(Clock *clock, Handler handler, HttpServerLimits limits, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(clock, std::move(handler), limits))
{
    d->server.setListenBacklogSize(Backlog);
    d->server.setMaxPendingConnections(Backlog);
    connect(&d->server, &QTcpServer::newConnection, this, [this] { d->acceptPending(this); });
    connect(&d->server, &QTcpServer::acceptError, this, [this] { d->pauseAccepting(); });
}

HttpServer::~HttpServer()
{
    // Before `d`: a dying connection must find the handler and the counter no more.
    const auto connections = findChildren<HttpConnection *>(Qt::FindDirectChildrenOnly);
    qDeleteAll(connections);
}

Result<quint16> HttpServer::listen(const QHostAddress &address, quint16 port)
{
    if (d->server.listen(address, port))
        return d->server.serverPort();
    const QString reason = d->server.errorString();
    return Error { ErrorCategory::SystemError, QString::fromLatin1(code::NetworkFailed),
        u"Could not listen on %1, port %2: %3. Choose another port, or stop the program that "
        "uses it."_s.arg(address.toString())
            .arg(port)
            .arg(reason),
        { { u"host"_s, address.toString() }, { u"port"_s, port }, { u"reason"_s, reason } } };
}

int HttpServer::connectionCount() const
{
    return d->connections;
}

} // namespace renum
