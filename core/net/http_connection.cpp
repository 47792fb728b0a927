// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/http_connection.h"

#include "core/net/logging.h"

#include <QDateTime>
#include <QLocale>
#include <QPointer>

#include <algorithm>
#include <exception>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

// Bounds what a peer can make us hold that sends faster than we answer.
constexpr qint64 SocketBufferBytes = 64 * 1024;
// How long a refused peer may go on sending, so that it reads our answer and not a reset.
constexpr std::chrono::seconds DrainTime { 2 };

QByteArray httpDate(Timestamp time)
{
    const auto sinceEpoch
        = std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch());
    const QDateTime date = QDateTime::fromMSecsSinceEpoch(sinceEpoch.count(), Qt::UTC);
    return QLocale::c().toString(date, u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1();
}

bool statusHasBody(int status)
{
    return status >= 200 && status != 204 && status != 304;
}

ServerResponse plainAnswer(int status)
{
    return { status, { { "Content-Type", "text/plain" } }, reasonPhrase(status) + '\n' };
}

class ConnectionResponder final : public Responder {
public:
    explicit ConnectionResponder(HttpConnection *connection)
        : m_connection(connection)
    {
    }
    ~ConnectionResponder() override
    {
        if (m_state == State::Streaming)
            ConnectionResponder::abort(); // an end that nobody meant must not look like one
        else
            ConnectionResponder::respond(plainAnswer(500));
    }

    void respond(ServerResponse response) override
    {
        if (pass(State::Fresh, State::Done))
            m_connection->respond(response);
    }
    void beginStream(int status, HttpHeaders headers) override
    {
        if (pass(State::Fresh, State::Streaming))
            m_connection->beginStream(status, headers);
    }
    void write(QByteArrayView bytes) override
    {
        if (pass(State::Streaming, State::Streaming))
            m_connection->write(bytes);
    }
    void endStream() override
    {
        if (pass(State::Streaming, State::Done))
            m_connection->endStream();
    }
    void abort() override
    {
        if (m_state != State::Done && pass(m_state, State::Done))
            m_connection->abort();
    }
    [[nodiscard]] bool peerGone() const override
    {
        return !m_connection || !m_connection->isOpen();
    }
    [[nodiscard]] qint64 pendingBytes() const override
    {
        return peerGone() ? 0 : m_connection->pendingBytes();
    }

private:
    enum class State { Fresh, Streaming, Done };

    bool pass(State from, State to)
    {
        if (m_state != from)
            return false;
        m_state = to;
        return !peerGone();
    }

    QPointer<HttpConnection> m_connection;
    State m_state = State::Fresh;
};

} // namespace

HttpConnection::HttpConnection(Clock *clock, QTcpSocket *socket,
    std::shared_ptr<const HttpServer::Handler> handler, const HttpServerLimits &limits,
    QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_socket(socket)
    , m_handler(std::move(handler))
    , m_limits(limits)
    , m_parser(limits)
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(SocketBufferBytes);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    // Queued: a handler may destroy the server, which must not happen inside the socket's signal.
    connect(
        m_socket, &QTcpSocket::readyRead, this, &HttpConnection::readMore, Qt::QueuedConnection);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &HttpConnection::onBytesWritten);
    connect(m_socket, &QTcpSocket::disconnected, this, &HttpConnection::onDisconnected);
    restartIdleTimer();
    // Bytes may have come before the connections above were made.
    QMetaObject::invokeMethod(this, &HttpConnection::readMore, Qt::QueuedConnection);
}

HttpConnection::~HttpConnection()
{
    m_socket->disconnect(this);
    m_socket->abort();
}

void HttpConnection::readMore()
{
    if (m_phase == Phase::Draining)
        m_socket->skip(m_socket->bytesAvailable());
    if (m_phase != Phase::Receiving)
        return;
    const QByteArray bytes = m_socket->readAll();
    if (!bytes.isEmpty())
        restartIdleTimer();
    const auto state = m_parser.feed(bytes);
    if (m_parser.takeContinueWish())
        m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
    if (state == HttpRequestParser::State::Failed)
        rejectRequest(m_parser.errorStatus());
    else if (state == HttpRequestParser::State::Complete)
        handleRequest();
    else if (state == HttpRequestParser::State::Receiving && !m_totalTimer)
        m_totalTimer = m_clock->startTimer(m_limits.total, [this] { onTimeout(); });
}

void HttpConnection::handleRequest()
{
    m_idleTimer.reset();
    m_totalTimer.reset();
    m_phase = Phase::Answering;
    m_keepAlive = m_parser.keepAlive();
    m_chunks = m_parser.knowsChunks();
    ServerRequest request = m_parser.takeRequest();
    m_bodyAllowed = request.method != "HEAD";
    callHandler(std::move(request));
}

void HttpConnection::callHandler(ServerRequest request)
{
    const auto handler = m_handler; // the handler may destroy the server, and us
    const auto responder = std::make_shared<ConnectionResponder>(this);
    try {
        (*handler)(std::move(request), responder);
    } catch (const std::exception &error) {
        qCCritical(lcNet, "A request handler threw: %s", error.what());
        responder->respond(plainAnswer(500));
    } catch (...) {
        qCCritical(lcNet, "A request handler threw an unknown exception");
        responder->respond(plainAnswer(500));
    }
}

HttpHeaders HttpConnection::framing(bool chunked, qint64 length) const
{
    HttpHeaders headers { { "Date", httpDate(m_clock->now()) } };
    if (chunked)
        headers.emplaceBack("Transfer-Encoding", "chunked");
    else if (length >= 0)
        headers.emplaceBack("Content-Length", QByteArray::number(length));
    headers.emplaceBack("Connection", m_keepAlive ? "keep-alive" : "close");
    return headers;
}

void HttpConnection::respond(const ServerResponse &response)
{
    if (headerValue(response.headers, "Connection").compare("close", Qt::CaseInsensitive) == 0)
        m_keepAlive = false;
    const bool hasBody = statusHasBody(response.status);
    const qint64 length = hasBody ? response.body.size() : -1;
    m_socket->write(responseHead(response.status, response.headers, framing(false, length)));
    if (hasBody && m_bodyAllowed)
        m_socket->write(response.body);
    finishAnswer();
}

void HttpConnection::beginStream(int status, const HttpHeaders &headers)
{
    m_bodyAllowed = m_bodyAllowed && statusHasBody(status);
    // HTTP/1.0 knows no chunks: there the end of the connection is the end of the body.
    m_keepAlive = m_keepAlive && (m_chunks || !m_bodyAllowed);
    const bool chunked = m_chunks && statusHasBody(status);
    m_socket->write(responseHead(status, headers, framing(chunked, -1)));
}

void HttpConnection::write(QByteArrayView bytes)
{
    // An empty chunk would end the body.
    if (bytes.isEmpty() || !m_bodyAllowed)
        return;
    if (m_chunks)
        m_socket->write(QByteArray::number(bytes.size(), 16) + "\r\n");
    m_socket->write(bytes.data(), bytes.size());
    if (m_chunks)
        m_socket->write("\r\n");
}

void HttpConnection::endStream()
{
    if (m_chunks && m_bodyAllowed)
        m_socket->write("0\r\n\r\n");
    finishAnswer();
}

void HttpConnection::abort()
{
    m_socket->flush(); // what was written before is part of the fault that is being played
    m_socket->abort();
}

bool HttpConnection::isOpen() const
{
    return m_socket->state() == QAbstractSocket::ConnectedState;
}

qint64 HttpConnection::pendingBytes() const
{
    return m_socket->bytesToWrite();
}

void HttpConnection::finishAnswer()
{
    restartIdleTimer(); // also bounds a peer that does not read its answer
    if (!m_keepAlive) {
        m_phase = Phase::Closing;
        m_socket->disconnectFromHost();
        return;
    }
    m_phase = Phase::Receiving;
    // Queued: a long pipeline must not become a deep stack.
    QMetaObject::invokeMethod(this, &HttpConnection::readMore, Qt::QueuedConnection);
}

void HttpConnection::rejectRequest(int status)
{
    m_phase = Phase::Draining;
    m_keepAlive = false;
    m_totalTimer.reset();
    const ServerResponse answer = plainAnswer(status);
    m_socket->write(responseHead(status, answer.headers, framing(false, answer.body.size())));
    m_socket->write(answer.body);
    const bool stillSending = status == 413 || status == 431;
    if (!stillSending)
        return m_socket->disconnectFromHost();
    const auto drainTime = std::min<std::chrono::milliseconds>(m_limits.idle, DrainTime);
    m_idleTimer = m_clock->startTimer(drainTime, [this] { m_socket->disconnectFromHost(); });
}

void HttpConnection::restartIdleTimer()
{
    m_idleTimer = m_clock->startTimer(m_limits.idle, [this] { onTimeout(); });
}

void HttpConnection::onTimeout()
{
    if (m_phase == Phase::Receiving && m_parser.state() == HttpRequestParser::State::Receiving)
        rejectRequest(408);
    else
        m_socket->abort(); // idle between requests, or not reading its answer
}

void HttpConnection::onBytesWritten()
{
    if (m_phase == Phase::Receiving || m_phase == Phase::Closing)
        restartIdleTimer();
}

void HttpConnection::onDisconnected()
{
    m_idleTimer.reset();
    m_totalTimer.reset();
    emit closed();
}

void HttpConnection::refuse(QTcpSocket *socket)
{
    const ServerResponse answer = plainAnswer(503);
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    socket->write(responseHead(503, answer.headers,
        { { "Content-Length", QByteArray::number(answer.body.size()) },
            { "Connection", "close" } }));
    socket->write(answer.body);
    socket->disconnectFromHost();
}

} // namespace renum
