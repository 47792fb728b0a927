// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/epoll_set.h"
#include "core/net/transport.h"

#include <memory>

namespace renum {

/// A transport over a plain socket of the system, watched by the thread's EpollSet. Keeps nothing
/// that was received: what is not taken waits in the system. Linux, without TLS.
class EpollTransport : public Transport, private EpollSet::Watcher {
    Q_OBJECT

public:
    EpollTransport();
    ~EpollTransport() override;

    void open(const QHostAddress &address, quint16 port) override;
    void send(const QByteArray &bytes) override;
    [[nodiscard]] QByteArray take() override;
    void abort() override;

private:
    /// Waiting ends when the system says whether the peer has answered.
    enum class State { Closed, Waiting, Open, Ended };

    void onReady(quint32 events) override;
    void onAnswered();
    [[nodiscard]] int dial(const QHostAddress &address, quint16 port);
    void refuse(int error);
    void flush();
    void end();
    void close();

    std::shared_ptr<EpollSet> m_set;
    EpollSet::Ticket m_ticket = 0;
    int m_file = -1;
    State m_state = State::Closed;
    QByteArray m_unsent;
    quint64 m_period = 0; ///< grows with every open() and close(): what was queued before is void
};

} // namespace renum
