// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/epoll_transport.h"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

namespace renum {

namespace {

/// One answer of the system, and how many of them at most before others have their turn.
constexpr std::size_t PieceBytes = 64 * 1024;
constexpr qsizetype MostBytesAtOnce = 1024 * 1024;

QAbstractSocket::SocketError failureOf(int error)
{
    switch (error) {
    case ECONNREFUSED:
        return QAbstractSocket::ConnectionRefusedError;
    case ETIMEDOUT:
        return QAbstractSocket::SocketTimeoutError;
    case ECONNRESET:
    case EPIPE:
        return QAbstractSocket::RemoteHostClosedError;
    case EMFILE:
    case ENFILE:
    case ENOBUFS:
    case ENOMEM:
        return QAbstractSocket::SocketResourceError;
    default:
        return QAbstractSocket::NetworkError;
    }
}

socklen_t toSystem(const QHostAddress &address, quint16 port, sockaddr_storage &storage)
{
    storage = {};
    if (address.protocol() == QAbstractSocket::IPv4Protocol) {
        auto *v4 = reinterpret_cast<sockaddr_in *>(&storage);
        v4->sin_family = AF_INET;
        v4->sin_port = htons(port);
        v4->sin_addr.s_addr = htonl(address.toIPv4Address());
        return sizeof(sockaddr_in);
    }
    auto *v6 = reinterpret_cast<sockaddr_in6 *>(&storage);
    v6->sin6_family = AF_INET6;
    v6->sin6_port = htons(port);
    v6->sin6_scope_id = address.scopeId().toUInt();
    const Q_IPV6ADDR bytes = address.toIPv6Address();
    std::memcpy(&v6->sin6_addr, &bytes, sizeof bytes);
    return sizeof(sockaddr_in6);
}

} // namespace

EpollTransport::EpollTransport()
    : m_set(EpollSet::ofThisThread())
{
}

EpollTransport::~EpollTransport()
{
    close();
}

void EpollTransport::open(const QHostAddress &address, quint16 port)
{
    close();
    const int error = dial(address, port);
    if (error == 0) {
        m_state = State::Waiting;
        return;
    }
    close();
    QMetaObject::invokeMethod(
        this,
        [this, error, period = m_period] {
            if (period == m_period)
                refuse(error);
        },
        Qt::QueuedConnection);
}

/// 0, or why not. The system answers later whether the peer did.
int EpollTransport::dial(const QHostAddress &address, quint16 port)
{
    if (!m_set)
        return EMFILE;
    sockaddr_storage peer {};
    const socklen_t size = toSystem(address, port, peer);
    m_file = ::socket(peer.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (m_file < 0)
        return errno;
    const int on = 1;
    ::setsockopt(m_file, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    ::setsockopt(m_file, SOL_SOCKET, SO_KEEPALIVE, &on, sizeof on);
    if (::connect(m_file, reinterpret_cast<const sockaddr *>(&peer), size) != 0
        && errno != EINPROGRESS)
        return errno;
    m_ticket = m_set->watch(m_file, this);
    return m_ticket == 0 ? ENOMEM : 0;
}

void EpollTransport::refuse(int error)
{
    emit failed(failureOf(error), qt_error_string(error));
}

void EpollTransport::onReady(quint32 events)
{
    if (m_state == State::Waiting)
        return onAnswered();
    if (events & EPOLLOUT)
        flush();
    if (m_state == State::Open && (events & ~quint32(EPOLLOUT)))
        emit received();
}

void EpollTransport::onAnswered()
{
    int error = 0;
    socklen_t size = sizeof error;
    if (::getsockopt(m_file, SOL_SOCKET, SO_ERROR, &error, &size) != 0)
        error = errno;
    if (error != 0) {
        close();
        return refuse(error);
    }
    m_state = State::Open;
    // The answer of a hasty peer may be there before the question; its edge was this one.
    QMetaObject::invokeMethod(this, &Transport::received, Qt::QueuedConnection);
    emit opened();
}

void EpollTransport::send(const QByteArray &bytes)
{
    if (m_state != State::Open)
        return;
    m_unsent += bytes;
    flush();
}

void EpollTransport::flush()
{
    qsizetype done = 0;
    while (m_state == State::Open && done < m_unsent.size()) {
        const ssize_t taken = ::send(m_file, m_unsent.constData() + done,
            std::size_t(m_unsent.size() - done), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (taken < 0)
            break; // later, or the next take() tells that it has ended
        done += taken;
    }
    if (done == 0)
        return;
    m_unsent = m_unsent.sliced(done);
    QMetaObject::invokeMethod(this, &Transport::sent, Qt::QueuedConnection);
}

QByteArray EpollTransport::take()
{
    static thread_local std::array<char, PieceBytes> piece;
    QByteArray bytes;
    while (m_state == State::Open) {
        const ssize_t got = ::recv(m_file, piece.data(), piece.size(), MSG_DONTWAIT);
        if (got > 0) {
            bytes.append(piece.data(), got);
            if (bytes.size() < MostBytesAtOnce)
                continue;
            QMetaObject::invokeMethod(this, &Transport::received, Qt::QueuedConnection);
            break;
        }
        if (got < 0 && errno == EINTR)
            continue;
        if (got == 0 || (errno != EAGAIN && errno != EWOULDBLOCK))
            end();
        break;
    }
    return bytes;
}

/// The peer has ended it.
void EpollTransport::end()
{
    close();
    m_state = State::Ended;
    QMetaObject::invokeMethod(
        this,
        [this, period = m_period] {
            if (period == m_period)
                emit closed();
        },
        Qt::QueuedConnection);
}

void EpollTransport::abort()
{
    close();
}

void EpollTransport::close()
{
    ++m_period;
    m_state = State::Closed;
    m_unsent = QByteArray();
    if (m_ticket != 0)
        m_set->forget(std::exchange(m_ticket, 0));
    if (m_file >= 0)
        ::close(std::exchange(m_file, -1));
}

} // namespace renum
