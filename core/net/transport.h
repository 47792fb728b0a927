// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractSocket>
#include <QByteArray>
#include <QHostAddress>
#include <QObject>
#include <QUrl>

#include <memory>

namespace renum {

/// The connection of one request: bytes to one address and back. One thread. Nothing is signalled
/// from inside a call to it, but a slot must not destroy it at once: connect as queued where it
/// may.
class Transport : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Dials; opened() or failed() follows. After failed() another address may be dialled.
    virtual void open(const QHostAddress &address, quint16 port) = 0;
    /// Keeps what the peer does not take yet. Does nothing unless open.
    virtual void send(const QByteArray &bytes) = 0;
    /// What has come since the last time; received() follows when there is more.
    [[nodiscard]] virtual QByteArray take() = 0;
    /// Closes at once. Nothing is signalled any more.
    virtual void abort() = 0;

signals:
    void opened();
    /// It could not be opened. Also told when an open one breaks, before closed().
    void failed(QAbstractSocket::SocketError failure, const QString &reason);
    /// The peer has taken some bytes.
    void sent();
    void received();
    /// Ended by the peer or a failure. What came before can still be taken.
    void closed();
};

/// For an URL of http or https. Where the system has epoll, what needs no TLS is read through one
/// epoll set for each thread: the event loop polls every socket each time any has something, which
/// is a third of the processor time of a thousand streams, and its sockets keep 48 KiB each.
[[nodiscard]] std::unique_ptr<Transport> makeTransport(const QUrl &url);

} // namespace renum
