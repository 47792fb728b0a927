// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/host_lookup.h"
#include "core/net/http_server.h"
#include "tests/engine/network_fault.h"

#include <QSslServer>
#include <QUrl>

#include <map>
#include <optional>

namespace renum::test {

/// Stands between a client and a Suna V3 on loopback, passes everything on, and lets one request
/// meet a fault.
class FaultProxy : public QSslServer {
    Q_OBJECT

public:
    FaultProxy(quint16 service, FaultPlan plan);

    /// The address for the client, and what it looks its host up with.
    [[nodiscard]] QUrl url() const;
    [[nodiscard]] HostLookup *lookup() { return &m_lookup; }

    [[nodiscard]] int hits() const { return m_hits; }
    [[nodiscard]] int requests() const { return m_requests; }
    [[nodiscard]] int count(Operation operation) const;
    /// The next request is the one that does not get through.
    void armNow() { m_armed = isBeforeConnection(m_plan.fault); }

    // For its connections.
    /// What this request meets; none: nothing.
    [[nodiscard]] std::optional<NetworkFault> meets(const ServerRequest &request);
    /// The answer to a request is about to be passed on.
    void noteAnswer(const ServerRequest &request, QByteArrayView answer);
    [[nodiscard]] quint16 service() const { return m_service; }

protected:
    void incomingConnection(qintptr handle) override;

private:
    /// Says where the proxy is, or what the plan says instead.
    class Lookup : public HostLookup {
    public:
        explicit Lookup(FaultProxy *proxy)
            : m_proxy(proxy)
        {
        }
        void find(const QString &host, QObject *context, Then then) override;

    private:
        FaultProxy *m_proxy;
    };

    [[nodiscard]] bool takeArmed(NetworkFault fault);
    [[nodiscard]] bool comesNext(Operation answered) const;
    void serve(QTcpSocket *socket);

    quint16 m_service;
    FaultPlan m_plan;
    Lookup m_lookup { this };
    std::map<Operation, int> m_counts;
    QString m_startedThread; ///< of the start that was made ambiguous, for faults of lists
    int m_ends = 0; ///< answers that told the end of a run
    int m_requests = 0;
    int m_hits = 0;
    bool m_armed = false;
};

} // namespace renum::test
