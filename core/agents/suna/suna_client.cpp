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
    const bool safe = isHeaderSafe(connection.bearerToken) && isHeaderSafe(connection.apiKey)
        && isHeaderSafe(connection.supabase.anonKey);
    if (safe)
        return std::nullopt;
    return Error { ErrorCategory::AuthenticationError, QString::fromLatin1(code::SunaUnauthorized),
        u"The token or API key holds a space, a line break or another character that no key has. "
        "Copy it again, completely and alone."_s };
}

/// V1 has never heard of API keys and would only say that something is missing.
std::optional<Error> keyProblem(const SunaConnection &connection, SunaFamily family)
{
    const bool keyOnly = connection.bearerToken.isEmpty() && !connection.apiKey.isEmpty();
    if (family != SunaFamily::V1 || !keyOnly)
        return std::nullopt;
    return Error { ErrorCategory::AuthenticationError, QString::fromLatin1(code::SunaUnauthorized),
        u"This Suna (V1) knows no API keys. Enter the token of a signed-in session instead."_s };
}

Result<QUrl> supabaseRoot(const QUrl &typed)
{
    const QString scheme = typed.scheme().toLower();
    if (!typed.isValid() || typed.host().isEmpty() || (scheme != "http"_L1 && scheme != "https"_L1))
        return Error { ErrorCategory::InvalidInput, QString::fromLatin1(code::InvalidUrl),
            u"The address of Supabase is none. Enter one that begins with https://, for example "
            "https://abcd.supabase.co."_s };
    QUrl root = typed.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
    QString path = root.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    root.setPath(path, QUrl::TolerantMode);
    return root;
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
    m_connection.supabase.anonKey = m_connection.supabase.anonKey.trimmed();
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

HttpRequest SunaClient::requestOf(const SunaCall &call, const QUrl &url) const
{
    const auto total = call.total > call.total.zero() ? call.total : m_timings.request;
    HttpRequest http = request(url, Credentials::Send, total);
    http.method = call.method;
    http.body = call.body;
    http.headers += call.headers;
    if (!call.contentType.isEmpty())
        http.headers.append({ "Content-Type", call.contentType });
    return http;
}

QCoro::Task<Result<Json>> SunaClient::call(SunaServer server, SunaCall call, std::stop_token stop)
{
    if (const auto problem = credentialsProblem(m_connection))
        co_return *problem;
    if (const auto problem = keyProblem(m_connection, server.family))
        co_return *problem;
    const HttpRequest http = requestOf(call, sunaUrl(server, call.path, call.query));
    const Result<HttpReply> reply = co_await m_http.send(http, stop);
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
    HttpRequest http = requestOf(call, sunaUrl(tables, call.path, call.query));
    // A key of Suna's is none of Supabase's business.
    http.headers.removeIf([](const auto &header) { return header.first == "X-API-Key"; });
    http.headers.append({ "apikey", m_connection.supabase.anonKey });
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
