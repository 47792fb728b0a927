// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/socket_transport.h"

#include <utility>

namespace renum {

namespace {

// Bounds what may pile up between two turns of the event loop.
constexpr qint64 StreamBufferBytes = 1024 * 1024;

} // namespace

// Only what needs TLS loads it: that takes as long as the rest of a short call.
SocketTransport::SocketTransport(const QString &tlsName)
    : m_tlsName(tlsName)
{
    if (tlsName.isEmpty()) {
        m_socket = std::make_unique<QTcpSocket>();
        connect(m_socket.get(), &QTcpSocket::connected, this, &SocketTransport::onOpened);
    } else {
        auto secure = std::make_unique<QSslSocket>();
        m_secure = secure.get();
        m_socket = std::move(secure);
        connect(m_secure, &QSslSocket::encrypted, this, &SocketTransport::onOpened);
    }
    m_socket->setReadBufferSize(StreamBufferBytes);
    // TLS errors are not ignored, so they arrive here as SslHandshakeFailedError.
    connect(m_socket.get(), &QTcpSocket::errorOccurred, this,
        [this](QAbstractSocket::SocketError failure) {
            emit failed(failure, m_socket->errorString());
        });
    connect(m_socket.get(), &QTcpSocket::bytesWritten, this, &Transport::sent);
    connect(m_socket.get(), &QTcpSocket::readyRead, this, &Transport::received);
    connect(m_socket.get(), &QTcpSocket::disconnected, this, &Transport::closed);
}

SocketTransport::~SocketTransport()
{
    abort();
}

void SocketTransport::open(const QHostAddress &address, quint16 port)
{
    if (m_secure)
        m_secure->connectToHostEncrypted(address.toString(), port, m_tlsName);
    else
        m_socket->connectToHost(address, port);
}

void SocketTransport::onOpened()
{
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    m_socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    emit opened();
}

void SocketTransport::send(const QByteArray &bytes)
{
    if (m_socket->state() == QAbstractSocket::ConnectedState)
        m_socket->write(bytes);
}

QByteArray SocketTransport::take()
{
    return m_socket->readAll();
}

void SocketTransport::abort()
{
    m_socket->disconnect(this);
    m_socket->abort();
}

} // namespace renum
