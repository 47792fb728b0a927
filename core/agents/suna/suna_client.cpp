// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/suna/suna_client.h"

#include "core/agents/service_answer.h"
#include "core/agents/suna/suna_errors.h"
#include "core/agents/suna/suna_wire.h"
#include "core/model/error_codes.h"

#include <QPointer>

#include <algorithm>
#include <optional>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr auto DetectionTimeout = std::chrono::seconds(10);

std::optional<Error> credentialsProblem(const SunaConnection &connection)
{
    const bool safe = isHeaderSafe(connection.bearerToken) && isHeaderSafe(connection.apiKey)
        && isHeaderSafe(connection.supabase.anonKey)
        && isHeaderSafe(connection.supabase.refreshToken);
    if (safe)
        return std::nullopt;
    return Error { ErrorCategory::AuthenticationError, QString::fromLatin1(code::SunaUnauthorized),
        u"The token or API key holds a space, a line break or another character that no key has. "
        "Copy it again, completely and alone."_s };
}

/// V1 has never heard of API keys and would only say that something is missing.
std::optional<Error> keyProblem(
    const SunaConnection &connection, const SupabaseSession &session, SunaFamily family)
{
    const bool keyOnly = !session.isSignedIn() && !connection.apiKey.isEmpty();
    if (family != SunaFamily::V1 || !keyOnly)
        return std::nullopt;
    return Error { ErrorCategory::AuthenticationError, QString::fromLatin1(code::SunaUnauthorized),
        u"This Suna (V1) knows no API keys. Enter the token of a signed-in session instead."_s };
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
    SunaConnection connection, Clock *clock, SunaTimings timings, HostLookup *lookup)
    : m_connection(std::move(connection))
    , m_clock(clock)
    , m_timings(timings)
    , m_http(clock, lookup)
    , m_session(m_connection, &m_http, clock, timings)
{
    m_connection.bearerToken = m_connection.bearerToken.trimmed();
    m_connection.apiKey = m_connection.apiKey.trimmed();
    m_connection.supabase.anonKey = m_connection.supabase.anonKey.trimmed();
    m_connection.supabase.refreshToken = m_connection.supabase.refreshToken.trimmed();
}

SunaClient::~SunaClient()
{
    m_alive.request_stop();
}

HttpRequest SunaClient::request(
    const QUrl &url, std::chrono::milliseconds total, const QByteArray &accept) const
{
    HttpRequest request;
    request.url = url;
    request.headers.append({ "Accept", accept });
    request.timeouts = { m_timings.connect, total, total };
    request.maxReplyBytes = SunaLargeJson.maxBytes;
    return request;
}

HttpRequest SunaClient::requestOf(const SunaCall &call, const QUrl &url) const
{
    const auto total = call.total > call.total.zero() ? call.total : m_timings.request;
    HttpRequest http = request(url, total);
    http.method = call.method;
    http.body = call.body;
    http.headers += call.headers;
    if (!call.contentType.isEmpty())
        http.headers.append({ "Content-Type", call.contentType });
    return http;
}

HttpRequest SunaClient::withCredentials(HttpRequest request, Audience audience) const
{
    // A key of Suna's is none of Supabase's business.
    if (audience == Audience::Supabase)
        request.headers.append({ "apikey", m_connection.supabase.anonKey });
    else if (!m_connection.apiKey.isEmpty())
        request.headers.append({ "X-API-Key", m_connection.apiKey });
    // Both may be sent: some reads know the bearer token only (suna-api.md §1.2).
    if (!m_session.token().isEmpty())
        request.headers.append({ "Authorization", "Bearer " + m_session.token() });
    return request;
}

/// Sends a request with credentials. When they are refused, once more with renewed ones: a request
/// that was answered with 401 has done nothing, so that even a start may be repeated.
QCoro::Task<Result<HttpReply>> SunaClient::exchange(
    HttpRequest request, Audience audience, std::stop_token stop)
{
    const QPointer<SunaClient> self(this);
    const Result<void> prepared = co_await m_session.prepare(stop);
    if (!prepared)
        co_return prepared.error();
    if (!self)
        co_return cancelledError();
    const QByteArray token = m_session.token();
    const HttpRequest first = withCredentials(request, audience);
    Result<HttpReply> reply = co_await m_http.send(first, stop);
    if (!self || !reply || reply->status != 401)
        co_return reply;
    const Result<bool> replaced = co_await m_session.replace(token, stop);
    if (!replaced)
        co_return replaced.error();
    if (!self || !*replaced)
        co_return reply;
    const HttpRequest second = withCredentials(request, audience);
    co_return co_await m_http.send(second, stop);
}

QCoro::Task<Result<Json>> SunaClient::call(SunaServer server, SunaCall call, std::stop_token stop)
{
    if (const auto problem = credentialsProblem(m_connection))
        co_return *problem;
    if (const auto problem = keyProblem(m_connection, m_session, server.family))
        co_return *problem;
    const HttpRequest http = requestOf(call, sunaUrl(server, call.path, call.query));
    const Result<HttpReply> reply = co_await exchange(http, Audience::Suna, stop);
    if (!reply)
        co_return reply.error();
    co_return decodeReply(*reply);
}

QCoro::Task<Result<Json>> SunaClient::callSupabase(SunaCall call, std::stop_token stop)
{
    if (const auto problem = credentialsProblem(m_connection))
        co_return *problem;
    const Result<QUrl> root = supabaseRoot(m_connection.supabase.url);
    if (!root)
        co_return root.error();
    const SunaServer tables { *root, u"/rest/v1"_s, SunaFamily::V1 };
    const HttpRequest http = requestOf(call, sunaUrl(tables, call.path, call.query));
    const Result<HttpReply> reply = co_await exchange(http, Audience::Supabase, stop);
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
    const HttpRequest http = request(url, total);
    if (credentials == Credentials::Withhold)
        co_return co_await m_http.send(http, stop);
    co_return co_await exchange(http, Audience::Suna, stop);
}

QCoro::Task<Result<HttpStreamEnd>> SunaClient::stream(SunaServer server, RunId run,
    QByteArray afterEvent, HttpStreamHandler handler, std::stop_token stop)
{
    if (const auto problem = credentialsProblem(m_connection))
        co_return *problem;
    const QPointer<SunaClient> self(this);
    SunaQuery query;
    if (!afterEvent.isEmpty())
        query.append({ u"last_id"_s, QString::fromLatin1(afterEvent) });
    const QStringList path { u"agent-run"_s, run.toString(), u"stream"_s };
    const HttpRequest http = request(sunaUrl(server, path, query), {}, "text/event-stream");
    const Result<void> prepared = co_await m_session.prepare(stop);
    if (!prepared)
        co_return prepared.error();
    if (!self)
        co_return cancelledError();
    const QByteArray token = m_session.token();
    const HttpRequest first = withCredentials(http, Audience::Suna);
    Result<HttpStreamEnd> ended = co_await m_http.stream(first, handler, stop);
    if (!self || !ended || ended->reply.status != 401)
        co_return ended;
    // The handler has seen nothing yet.
    const Result<bool> replaced = co_await m_session.replace(token, stop);
    if (!replaced)
        co_return replaced.error();
    if (!self || !*replaced)
        co_return ended;
    const HttpRequest second = withCredentials(http, Audience::Suna);
    co_return co_await m_http.stream(second, std::move(handler), stop);
}

} // namespace renum
