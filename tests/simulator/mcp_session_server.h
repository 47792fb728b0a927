// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/json.h"
#include "core/net/http_server.h"

#include <QHostAddress>
#include <QList>
#include <QStringList>

namespace renum::test {

/// A foreign MCP server that has sessions and streams its answers, and keeps what it was asked.
class SessionServer {
public:
    SessionServer()
        : m_server(&m_clock, [this](const ServerRequest &request, const auto &responder) {
            asked.append(request);
            responder->respond(answerTo(request));
        })
    {
        m_port = *m_server.listen(QHostAddress(QHostAddress::LocalHost), 0);
    }

    [[nodiscard]] QString url() const
    {
        return QStringLiteral("http://127.0.0.1:%1/mcp").arg(m_port);
    }
    [[nodiscard]] QStringList methods() const
    {
        QStringList names;
        for (const ServerRequest &request : asked)
            names
                += stringAt(Json::parse(request.body.toStdString()), "method").value_or(QString());
        return names;
    }

    QList<ServerRequest> asked;

private:
    ServerResponse answerTo(const ServerRequest &request)
    {
        const Json message = Json::parse(request.body.toStdString());
        if (!message.contains("id"))
            return { 202, {}, {} };
        const bool first = stringAt(message, "method") == QStringLiteral("initialize");
        Json result { { "content",
            Json::array({ { { "type", "text" }, { "text", "one" } }, { { "type", "image" } },
                { { "type", "text" }, { "text", "two" } } }) } };
        if (first)
            result = { { "protocolVersion", "2025-03-26" } };
        const Json answer { { "jsonrpc", "2.0" }, { "id", message["id"] }, { "result", result } };
        ServerResponse response { 200, { { "Content-Type", "text/event-stream" } },
            "event: message\ndata: " + canonicalJson(answer) + "\n\n" };
        if (first)
            response.headers.emplaceBack(
                "Mcp-Session-Id", "session-" + QByteArray::number(++m_sessions));
        return response;
    }

    SystemClock m_clock;
    HttpServer m_server;
    quint16 m_port = 0;
    int m_sessions = 0;
};

} // namespace renum::test
