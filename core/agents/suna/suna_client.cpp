// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/suna/suna_client.h"

#include "core/agents/service_answer.h"
#include "core/agents/suna/suna_errors.h"
#include "core/agents/suna/suna_wire.h"
#include "core/model/error_codes.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr auto DetectionTimeout = std::chrono::seconds(10);

std::optional<Error> credentialsProblem(const SunaConnection &connection)
{
    if (isHeaderSafe(connection.bearerToken) && isHeaderSafe(connection.apiKey))
        return std::nullopt;
    return Error { ErrorCategory::AuthenticationError, QString::fromLatin1(code::SunaUnauthorized),
        u"The token or API key holds a space, a line break or another character that no key has. "
        "Copy it again, completely and alone."_s };
}

SunaCall withJson(const QByteArray &method, QStringList path, const Json &body)
{
    SunaCall call;
    call.method = method;
    call.path = std::move(path);
    call.contentType = "application/json";
    call.body = canonicalJson(body);
    return call;
}

Result<Json> decodeReply(const HttpReply &reply)
{
    if (reply.status < 200 || reply.status > 299)
        return sunaHttpError(reply);
    Result<Json> json = parseJson(reply.body, SunaLargeJson);
    if (!json)
        return sunaNotJsonError(reply.status);
    return json;
}

} // namespace

SunaCall sunaGet(QStringList path, SunaQuery query)
{
    SunaCall call;
    call.path = std::move(path);
    call.query = std::move(query);
    return call;
}

SunaCall sunaPost(QStringList path, const Json &body)
{
    return withJson("POST", std::move(path), body);
}

SunaCall sunaPut(QStringList path, const Json &body)
{
    return withJson("PUT", std::move(path), body);
}

SunaCall sunaPostForm(QStringList path, const QList<QPair<QString, QString>> &fields)
{
    const FormBody form = multipartForm(fields);
    SunaCall call;
    call.method = "POST";
    call.path = std::move(path);
    call.contentType = form.contentType;
    call.body = form.body;
    return call;
}

SunaClient::SunaClient(
    SunaConnection connection, Clock *clock, SunaTimings timings, QObject *parent)
    : QObject(parent)
    , m_connection(std::move(connection))
    , m_clock(clock)
    , m_timings(timings)
    , m_http(clock)
{
    m_connection.bearerToken = m_connection.bearerToken.trimmed();
    m_connection.apiKey = m_connection.apiKey.trimmed();
}

SunaClient::~SunaClient()
{
    m_alive.request_stop();
}

HttpRequest SunaClient::request(const QUrl &url, Credentials credentials,
    std::chrono::milliseconds total, const QByteArray &accept) const
{
    HttpRequest request;
    request.url = url;
    request.headers.append({ "Accept", accept });
    if (credentials == Credentials::Send && !m_connection.apiKey.isEmpty())
        request.headers.append({ "X-API-Key", m_connection.apiKey });
    // Both may be sent: some reads know the bearer token only (suna-api.md §1.2).
    if (credentials == Credentials::Send && !m_connection.bearerToken.isEmpty())
        request.headers.append({ "Authorization", "Bearer " + m_connection.bearerToken });
    request.timeouts = { m_timings.connect, total, total };
    request.maxReplyBytes = SunaLargeJson.maxBytes;
    return request;
}

QCoro::Task<Result<Json>> SunaClient::call(SunaServer server, SunaCall call, std::stop_token stop)
{
    if (const auto problem = credentialsProblem(m_connection))
        co_return *problem;
    const auto total = call.total > call.total.zero() ? call.total : m_timings.request;
    HttpRequest http = request(sunaUrl(server, call.path, call.query), Credentials::Send, total);
    http.method = call.method;
    http.body = call.body;
    if (!call.contentType.isEmpty())
        http.headers.append({ "Content-Type", call.contentType });
    const Result<HttpReply> reply = co_await m_http.send(http, stop);
    if (!reply)
        co_return reply.error();
    co_return decodeReply(*reply);
}

QCoro::Task<Result<HttpReply>> SunaClient::fetch(
    QUrl url, Credentials credentials, std::stop_token stop)
{
    const auto problem = credentialsProblem(m_connection);
    if (problem && credentials == Credentials::Send)
        co_return *problem;
    const auto total = std::min<std::chrono::milliseconds>(DetectionTimeout, m_timings.request);
    const HttpRequest http = request(url, credentials, total);
    co_return co_await m_http.send(http, stop);
}

QCoro::Task<Result<HttpStreamEnd>> SunaClient::stream(SunaServer server, RunId run,
    QByteArray afterEvent, HttpStreamHandler handler, std::stop_token stop)
{
    if (const auto problem = credentialsProblem(m_connection))
        co_return *problem;
    SunaQuery query;
    if (!afterEvent.isEmpty())
        query.append({ u"last_id"_s, QString::fromLatin1(afterEvent) });
    const QStringList path { u"agent-run"_s, run.toString(), u"stream"_s };
    const HttpRequest http
        = request(sunaUrl(server, path, query), Credentials::Send, {}, "text/event-stream");
    co_return co_await m_http.stream(http, std::move(handler), stop);
}

} // namespace renum
