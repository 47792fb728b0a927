// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QTcpServer>
#include <QTcpSocket>

#include <functional>

namespace renum::test {

/// A peer that says exactly the bytes a test wants, right or wrong. Collects what it received.
class RawServer {
public:
    using OnRequest = std::function<void(QTcpSocket *)>;

    /// `onRequest` runs for each connection once a whole request head has arrived, and again for
    /// each further one.
    explicit RawServer(OnRequest onRequest)
        : m_onRequest(std::move(onRequest))
    {
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] { accept(); });
        m_server.listen(QHostAddress::LocalHost);
    }

    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] const QByteArray &received() const { return m_received; }
    [[nodiscard]] int connections() const { return m_connections; }

    /// Says `bytes` and closes.
    static OnRequest sayAndClose(const QByteArray &bytes)
    {
        return [bytes](QTcpSocket *socket) {
            socket->write(bytes);
            socket->disconnectFromHost();
        };
    }
    /// Says `bytes` and stays open.
    static OnRequest say(const QByteArray &bytes)
    {
        return [bytes](QTcpSocket *socket) { socket->write(bytes); };
    }

private:
    void accept()
    {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            ++m_connections;
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                m_received += socket->readAll();
                if (m_received.endsWith("\r\n\r\n") || !m_received.startsWith("GET"))
                    m_onRequest(socket);
            });
        }
    }

    QTcpServer m_server;
    OnRequest m_onRequest;
    QByteArray m_received;
    int m_connections = 0;
};

} // namespace renum::test
