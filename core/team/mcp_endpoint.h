// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/http_server.h"

#include <QByteArray>
#include <QList>
#include <QUrl>

namespace renum {

/// Where an MCP server can be reached, and who may. The path holds 256 random bits and stands in
/// for a password; names of hosts and origins are checked so that a web page cannot reach a server
/// on this computer through a name of its own (DNS rebinding).
class McpEndpoint {
public:
    /// `publicUrl` is how others reach `address` and `port`, through a proxy or a tunnel, without
    /// the secret path; empty when directly.
    McpEndpoint(const QHostAddress &address, quint16 port, const QUrl &publicUrl);

    /// Holds the secret: never to be logged.
    [[nodiscard]] QUrl url() const { return m_url; }

    enum class Verdict {
        Welcome,
        Unknown, ///< another path; says nothing about ours
        Foreign, ///< the right path, but by a host name or from an origin that is not ours
    };
    [[nodiscard]] Verdict judge(const ServerRequest &request) const;

private:
    void addHost(const QByteArray &scheme, const QByteArray &host, int port);

    QUrl m_url;
    QList<QByteArray> m_paths;
    QList<QByteArray> m_hosts; ///< what `Host` may say
    QList<QByteArray> m_origins; ///< what `Origin` may say, if anything
};

/// Why a server that listens on `address` cannot be reached by this publicUrl; empty when it can.
[[nodiscard]] QString publicUrlProblem(const QHostAddress &address, const QUrl &publicUrl);

} // namespace renum
