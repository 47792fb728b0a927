// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/runs/tool_caller.h"

#include "core/model/error_codes.h"
#include "core/net/json_limits.h"
#include "core/net/sse_parser.h"

#include <QStringList>

#include <utility>

namespace renum::sim {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t KeptCalls = 1000;
constexpr HttpTimeouts CallLimits { std::chrono::seconds(15), std::chrono::seconds(30),
    std::chrono::seconds(30) };
constexpr const char *Protocol = "2025-03-26";

Error answerError(const QString &message)
{
    return { ErrorCategory::NetworkError, QString::fromLatin1(code::SunaInvalidAnswer), message };
}

/// The JSON of an answer that came as it is, or as the only event of a stream.
QByteArray messageIn(const HttpReply &reply)
{
    if (!reply.header("Content-Type").startsWith("text/event-stream"))
        return reply.body;
    QByteArray message;
    SseParser parser([&message](const SseEvent &event) { message = event.data.toByteArray(); });
    return parser.feed(reply.body) ? message : QByteArray();
}

/// Only the texts of a result are used, and nobody looks whether it is an error.
QString textOf(const Json &result)
{
    QStringList texts;
    const Json *content = memberAt(result, "content");
    if (!content || !content->is_array())
        return {};
    for (const Json &item : *content) {
        if (stringAt(item, "type") == u"text"_s)
            texts += stringAt(item, "text").value_or(QString());
    }
    return texts.join(u'\n');
}

Json request(int id, const char *method, Json params)
{
    return { { "jsonrpc", "2.0" }, { "id", id }, { "method", method },
        { "params", std::move(params) } };
}

Json hello()
{
    Json params = Json::object();
    params["protocolVersion"] = Protocol;
    params["capabilities"] = Json::object();
    params["clientInfo"] = { { "name", "mcp" }, { "version", "0.1.0" } };
    return request(0, "initialize", std::move(params));
}

} // namespace

struct ToolCaller::Record {
    ToolOrder order;
    QByteArray session;
    std::optional<QString> text;
    QString error;
};

struct ToolCaller::Session {
    QUrl url;
    QByteArray id; ///< empty: the server has none
    QByteArray version; ///< empty: not agreed yet
};

ToolCaller::ToolCaller(Clock *clock)
    : m_http(clock)
    , m_tasks(std::make_unique<TaskScope>())
{
}

void ToolCaller::call(const ToolOrder &order)
{
    const auto record = std::make_shared<Record>(Record { order, {}, {}, {} });
    m_records.push_back(record);
    if (m_records.size() > KeptCalls)
        m_records.pop_front();
    m_tasks->start(perform(order, record, m_tasks->token()));
}

QCoro::Task<> ToolCaller::perform(
    ToolOrder order, std::shared_ptr<Record> record, std::stop_token stop)
{
    const Result<QString> text = co_await callInSession(std::move(order), record, stop);
    if (text)
        record->text = *text;
    else
        record->error = text.error().message;
}

/// Connect, initialize, call, leave: nothing is kept for the next call.
QCoro::Task<Result<QString>> ToolCaller::callInSession(
    ToolOrder order, std::shared_ptr<Record> record, std::stop_token stop)
{
    Session session { order.url, {}, {} };
    const Json first = hello();
    const Result<Json> greeted = co_await post(&session, first, stop);
    if (!greeted)
        co_return greeted.error();
    record->session = session.id;
    const QString version = stringAt(*greeted, "protocolVersion").value_or(QString());
    session.version = version.toLatin1();
    const Json ready { { "jsonrpc", "2.0" }, { "method", "notifications/initialized" } };
    const Result<Json> noted = co_await post(&session, ready, stop);
    if (!noted)
        co_return noted.error();
    Json params = Json::object();
    params["name"] = renum::toJson(order.tool);
    params["arguments"] = order.arguments;
    const Json ask = request(1, "tools/call", std::move(params));
    const Result<Json> result = co_await post(&session, ask, stop);
    if (!result)
        co_return result.error();
    co_return Result<QString>(textOf(*result));
}

/// The result of a request; an empty object for a message that gets none. Once it is stopped this
/// object may be gone, and nothing more is asked.
QCoro::Task<Result<Json>> ToolCaller::post(Session *session, Json message, std::stop_token stop)
{
    HttpRequest request;
    request.method = "POST";
    request.url = session->url;
    request.headers = { { "Content-Type", "application/json" },
        { "Accept", "application/json, text/event-stream" } };
    if (!session->id.isEmpty())
        request.headers.emplaceBack("Mcp-Session-Id", session->id);
    if (!session->version.isEmpty())
        request.headers.emplaceBack("MCP-Protocol-Version", session->version);
    request.body = canonicalJson(message);
    request.timeouts = CallLimits;
    const Result<HttpReply> reply = co_await m_http.send(request, stop);
    if (stop.stop_requested())
        co_return cancelledError();
    if (!reply)
        co_return reply.error();
    if (reply->status >= 300)
        co_return answerError(u"The MCP server answered %1."_s.arg(reply->status));
    if (const QByteArray id = reply->header("Mcp-Session-Id"); !id.isEmpty())
        session->id = id;
    if (!message.contains("id"))
        co_return Result<Json>(Json::object());
    const Result<Json> answer = parseJson(messageIn(*reply));
    if (!answer)
        co_return answer.error();
    const Json *result = memberAt(*answer, "result");
    if (!result)
        co_return answerError(u"The MCP server refused the call."_s);
    co_return Result<Json>(*result);
}

WireJson ToolCaller::toJson() const
{
    WireJson calls = WireJson::array();
    for (const auto &record : m_records)
        calls.push_back({ { "agent_run_id", utf8(record->order.runId) },
            { "tool", utf8(record->order.tool) }, { "session", record->session.toStdString() },
            { "text", record->text ? WireJson(utf8(*record->text)) : WireJson() },
            { "error", textOrNull(record->error) } });
    return { { "calls", calls } };
}

void ToolCaller::clear()
{
    m_tasks = std::make_unique<TaskScope>();
    m_records.clear();
}

} // namespace renum::sim
