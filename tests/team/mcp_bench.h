// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/team/mcp_server.h"
#include "tests/support/virtual_clock.h"

#include <QList>
#include <QPair>
#include <QTcpSocket>

#include <memory>

namespace renum::test {

/// An engine that knows one token and does what the test says. `request_from_agent` stays open
/// until the test settles it; `get_team_info` is never answered.
class FakeTeam final : public TeamCallHandler {
public:
    [[nodiscard]] QCoro::Task<ToolAnswer> call(
        QString executionToken, TeamCall call, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<ToolAnswer> answerTo(
        QString executionToken, MessageId request, std::stop_token stop) override;

    /// Answers every request that is open.
    void settle(const Json &result);

    QList<TeamCall> calls;
    QList<std::stop_token> waits;
    QList<std::function<void(ToolAnswer)>> open;
};

struct HttpAnswer {
    int status = 0;
    QByteArray head;
    QByteArray body;
    [[nodiscard]] Json json() const;
    /// The text of a tool result.
    [[nodiscard]] QString text() const;
};

/// An MCP server on loopback and on virtual time, with raw sockets to talk to it.
class McpBench {
public:
    explicit McpBench(McpServerSettings settings = {});

    using Headers = QList<QPair<QByteArray, QByteArray>>;
    /// A POST of `body` to the server's path, with the headers that a proper client sends; those
    /// given replace them, and one without a value is left out.
    [[nodiscard]] QByteArray post(const QByteArray &body, const Headers &headers = {}) const;
    [[nodiscard]] static QByteArray call(
        const QByteArray &tool, const Json &arguments, const Json &id = 1);

    [[nodiscard]] std::unique_ptr<QTcpSocket> send(const QByteArray &bytes) const;
    /// Sends and waits for the answer; status 0 when none comes.
    [[nodiscard]] HttpAnswer exchange(const QByteArray &bytes) const;

    VirtualClock clock;
    FakeTeam team;
    std::unique_ptr<McpServer> server;
    QUrl url;
};

/// The answer that has arrived at a socket; status 0 until it is complete.
[[nodiscard]] HttpAnswer arrived(QTcpSocket &socket);

inline const QByteArray goodToken = "token-of-ann";

} // namespace renum::test
