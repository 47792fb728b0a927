// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/clock.h"
#include "core/team/team_call_handler.h"

#include <QHostAddress>
#include <QUrl>

#include <chrono>
#include <memory>

namespace renum {

struct McpServerSettings {
    QHostAddress address = QHostAddress(QHostAddress::LocalHost);
    quint16 port = 0; ///< 0: any that is free
    /// How agents reach this server, when that is not its address and port: through a proxy or a
    /// tunnel, or when it listens on all addresses. Without the secret path.
    QUrl publicUrl = {};
    /// Callers give up after 30 s.
    std::chrono::milliseconds answerWithin = std::chrono::seconds(24);
};

/// Offers the team tools over MCP (contract §5.7.3): streamable HTTP with JSON answers, no state
/// between two requests. Speaks the revisions of mcpVersions(). Whoever knows the address may list
/// the tools; each call is executed for the agent whose execution_token it brings. Lives on one
/// thread. Destroying it ends every call and every connection.
class McpServer {
public:
    /// Both must outlive the server.
    McpServer(Clock *clock, TeamCallHandler *handler, McpServerSettings settings = {});
    ~McpServer();
    McpServer(const McpServer &) = delete;
    McpServer &operator=(const McpServer &) = delete;

    /// The address to give to agents. Its path is a secret of 256 random bits, a new one each time:
    /// never log it. Errors: validation_error for a publicUrl that is none, network_failed.
    [[nodiscard]] Result<QUrl> listen();
    /// Requests that wait for the engine.
    [[nodiscard]] int pendingRequests() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace renum
