// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/http_wire.h"
#include "tests/engine/network_fault.h"

#include <QTcpSocket>
#include <QTimer>

#include <optional>

namespace renum::test {

class FaultProxy;

/// One connection through the proxy, with one request. Deletes itself when the client has left.
class FaultExchange : public QObject {
    Q_OBJECT

public:
    FaultExchange(FaultProxy *proxy, QTcpSocket *client);
    ~FaultExchange() override;

private:
    void readRequest();
    void refuse(int status, const QByteArray &body);
    void forward();
    void onAnswer();
    void onAnswerEnd();
    [[nodiscard]] bool isStream() const
    {
        return m_request.path.endsWith(QLatin1String("/stream"));
    }
    [[nodiscard]] bool enough() const;
    void misbehave();
    void pass(const QByteArray &bytes);
    void passSlowly();
    void passEvents(bool whole);
    void sendWebPage();
    void sendTooMuch();
    void sendMore();
    void reset();
    void close();

    FaultProxy *m_proxy;
    QTcpSocket *m_client;
    QTcpSocket m_service;
    HttpRequestParser m_parser { HttpServerLimits() };
    QByteArray m_requestBytes;
    ServerRequest m_request;
    std::optional<NetworkFault> m_fault;
    QByteArray m_answer; ///< what is held back of it
    HttpResponseParser m_reader { HttpResponseParser::Method::Other };
    QByteArray m_events;
    QTimer m_pace;
    bool m_asked = false;
    bool m_began = false;
    bool m_ended = false;
    bool m_done = false; ///< the fault has happened, nothing more is passed on
};

} // namespace renum::test
