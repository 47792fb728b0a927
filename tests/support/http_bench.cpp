// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/http_bench.h"

#include <QUrl>

namespace renum::test {

using namespace Qt::StringLiterals;

HttpServerLimits smallLimits()
{
    HttpServerLimits limits;
    limits.maxHeaderBytes = 1024;
    limits.maxBodyBytes = 2048;
    return limits;
}

HttpBench::HttpBench(const HttpServerLimits &limits)
    : handle([](const ServerRequest &, const std::shared_ptr<Responder> &to) {
        to->respond({ 200, { { "Content-Type", "text/plain" } }, "hello" });
    })
    , server(std::make_unique<HttpServer>(
          &clock,
          [this](const ServerRequest &request, std::shared_ptr<Responder> responder) {
              requests.append(request);
              handle(request, std::move(responder));
          },
          limits))
{
    const Result<quint16> listening = server->listen(QHostAddress::LocalHost, 0);
    port = listening ? *listening : 0;
}

std::unique_ptr<QTcpSocket> HttpBench::dial(const QByteArray &firstBytes) const
{
    auto socket = std::make_unique<QTcpSocket>();
    socket->connectToHost(QHostAddress::LocalHost, port);
    socket->write(firstBytes);
    return socket;
}

QUrl HttpBench::url(const QString &path) const
{
    return QUrl(u"http://127.0.0.1:%1%2"_s.arg(port).arg(path));
}

bool closed(const std::unique_ptr<QTcpSocket> &socket)
{
    return socket->state() == QAbstractSocket::UnconnectedState;
}

} // namespace renum::test
