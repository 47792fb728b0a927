// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/transport.h"

#include <QSslSocket>
#include <QTcpSocket>

#include <memory>

namespace renum {

/// A transport over Qt's sockets, with TLS or without.
class SocketTransport : public Transport {
    Q_OBJECT

public:
    /// With a name: TLS, and the peer's certificate must be for that name.
    explicit SocketTransport(const QString &tlsName);
    ~SocketTransport() override;

    void open(const QHostAddress &address, quint16 port) override;
    void send(const QByteArray &bytes) override;
    [[nodiscard]] QByteArray take() override;
    void abort() override;

private:
    void onOpened();

    QString m_tlsName;
    std::unique_ptr<QTcpSocket> m_socket;
    QSslSocket *m_secure = nullptr; ///< the socket, when there is TLS
};

} // namespace renum
