// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/team/mcp_bench.h"

#include "core/model/error_codes.h"
#include "core/net/one_shot.h"

#include <QTest>

#include <functional>

namespace renum::test {

using namespace Qt::StringLiterals;

namespace {

QCoro::Task<ToolAnswer> untilSet(OneShot<ToolAnswer> answer, std::stop_token stop)
{
    const std::stop_callback onStop(stop, [answer] { answer.set({ {}, cancelledError() }); });
    co_return co_await answer;
}

} // namespace

QCoro::Task<ToolAnswer> FakeTeam::call(QString executionToken, TeamCall call, std::stop_token stop)
{
    calls += call;
    if (executionToken != QString::fromLatin1(goodToken)) {
        co_return ToolAnswer { {},
            Error { ErrorCategory::AuthenticationError, QString::fromLatin1(code::TeamTokenInvalid),
                u"Not a token."_s } };
    }
    if (call.tool == "request_from_agent"_L1) {
        co_return ToolAnswer { { { "status", "pending" }, { "request_id", "m1" } }, {},
            MessageId(u"m1"_s) };
    }
    if (call.tool == "get_team_info"_L1) {
        waits += stop;
        const OneShot<ToolAnswer> never;
        co_return co_await untilSet(never, stop);
    }
    co_return ToolAnswer { { { "ok", true } } };
}

QCoro::Task<ToolAnswer> FakeTeam::answerTo(
    QString /*executionToken*/, MessageId /*request*/, std::stop_token stop)
{
    waits += stop;
    const OneShot<ToolAnswer> answer;
    open += [answer](const ToolAnswer &value) { answer.set(value); };
    co_return co_await untilSet(answer, stop);
}

void FakeTeam::settle(const Json &result)
{
    for (const auto &answer : std::exchange(open, {}))
        answer(ToolAnswer { result });
}

Json HttpAnswer::json() const
{
    return Json::parse(body.begin(), body.end(), nullptr, false);
}

QString HttpAnswer::text() const
{
    const Json answer = json();
    const Json *result = memberAt(answer, "result");
    const Json *content = result ? memberAt(*result, "content") : nullptr;
    if (!content || !content->is_array() || content->size() != 1)
        return {};
    return stringAt(content->front(), "text").value_or(QString());
}

McpBench::McpBench(McpServerSettings settings)
    : server(std::make_unique<McpServer>(&clock, &team, std::move(settings)))
{
    url = server->listen().value();
}

QByteArray McpBench::post(const QByteArray &body, const Headers &headers) const
{
    Headers all { { "Host", url.authority().toLatin1() }, { "Content-Type", "application/json" },
        { "Accept", "application/json, text/event-stream" },
        { "Content-Length", QByteArray::number(body.size()) } };
    for (const auto &[name, value] : headers) {
        erase_if(all, [&name = name](const auto &header) { return header.first == name; });
        all.append({ name, value });
    }
    QByteArray bytes = "POST " + url.path().toLatin1() + " HTTP/1.1\r\n";
    for (const auto &[name, value] : std::as_const(all)) {
        if (!value.isEmpty())
            bytes += name + ": " + value + "\r\n";
    }
    return bytes + "\r\n" + body;
}

QByteArray McpBench::call(const QByteArray &tool, const Json &arguments, const Json &id)
{
    Json params = Json::object();
    params["name"] = tool.toStdString();
    params["arguments"] = arguments;
    Json request = Json::object();
    request["jsonrpc"] = "2.0";
    request["id"] = id;
    request["method"] = "tools/call";
    request["params"] = params;
    return canonicalJson(request);
}

std::unique_ptr<QTcpSocket> McpBench::send(const QByteArray &bytes) const
{
    auto socket = std::make_unique<QTcpSocket>();
    QTcpSocket *raw = socket.get();
    QObject::connect(raw, &QTcpSocket::connected, raw, [raw, bytes] { raw->write(bytes); });
    const int port = url.port() > 0 ? url.port() : 0;
    socket->connectToHost(QHostAddress(QHostAddress::LocalHost), quint16(port));
    return socket;
}

HttpAnswer McpBench::exchange(const QByteArray &bytes) const
{
    const auto socket = send(bytes);
    HttpAnswer answer;
    static_cast<void>(QTest::qWaitFor(
        [&] {
            answer = arrived(*socket);
            return answer.status != 0;
        },
        20'000));
    return answer;
}

HttpAnswer arrived(QTcpSocket &socket)
{
    const QByteArray bytes = socket.peek(socket.bytesAvailable());
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return {};
    HttpAnswer answer;
    answer.head = bytes.left(end);
    answer.body = bytes.sliced(end + 4);
    const qsizetype length = answer.head.indexOf("Content-Length: ");
    const qint64 expected
        = length < 0 ? 0 : answer.head.sliced(length + 16).split('\r').constFirst().toLongLong();
    if (answer.body.size() >= expected)
        answer.status = answer.head.split(' ').value(1).toInt();
    return answer;
}

} // namespace renum::test
