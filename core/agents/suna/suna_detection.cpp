// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/suna/suna_detection.h"

#include "core/agents/suna/suna_errors.h"
#include "core/agents/suna/suna_log.h"
#include "core/model/error_codes.h"
#include "core/net/address_rules.h"
#include "core/net/clock.h"
#include "core/net/json_limits.h"

namespace renum {

using namespace Qt::StringLiterals;

namespace {

/// OpenAPI documents nest schemas deeper than the API's own data.
constexpr JsonLimits OpenApiLimits { .maxBytes = 16 * 1024 * 1024, .maxDepth = 256 };

Error notDetected(const QString &message)
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::SunaNotDetected), message };
}

Error webPageError()
{
    return notDetected(
        u"A web page answers at this address, not Suna's backend. Enter the backend's address, "
        "usually the same host with port 8000 or with /api or /v1 at the end."_s);
}

Error nothingFoundError()
{
    return notDetected(
        u"A server answers at this address, but it is no Suna. Check the address and the port."_s);
}

bool isWebPage(const HttpReply &reply)
{
    return reply.header("Content-Type").toLower().contains("html")
        || reply.body.trimmed().startsWith('<') || (reply.status >= 300 && reply.status < 400);
}

bool hasResumeParameter(const Json &route)
{
    const Json *get = memberAt(route, "get");
    const Json *parameters = get ? memberAt(*get, "parameters") : nullptr;
    if (!parameters || !parameters->is_array())
        return false;
    for (const Json &parameter : *parameters) {
        if (stringAt(parameter, "name") == u"last_id"_s)
            return true;
    }
    return false;
}

/// Does any route of the form `<prefix>/agent-run/{…}/stream` take `last_id`?
bool resumesStreams(const Json &paths, const QString &prefix)
{
    const std::string begin = QString(prefix % u"/agent-run/"_s).toStdString();
    for (const auto &[path, route] : paths.items()) {
        if (path.starts_with(begin) && path.ends_with("/stream") && hasResumeParameter(route))
            return true;
    }
    return false;
}

} // namespace

Result<SunaAddress> normaliseSunaAddress(const QUrl &typed)
{
    if (const auto problem = typedAddressProblem(typed,
            u"This is no address of a server. Enter one that begins with http:// or https://, "
            "for example http://localhost:8000."_s))
        return *problem;

    SunaAddress address;
    address.root = typed.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment);
    QString path = address.root.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    for (const QString &prefix : { u"/v1"_s, u"/api"_s }) {
        if (path.endsWith(prefix)) {
            path.chop(prefix.size());
            address.prefixes.prepend(prefix);
        } else {
            address.prefixes.append(prefix);
        }
    }
    address.root.setPath(path, QUrl::TolerantMode);
    return address;
}

SunaHealth readSunaHealth(const HttpReply &reply)
{
    using Kind = SunaHealth::Kind;
    const Result<Json> body = parseJson(reply.body);
    if (!body || !body->is_object())
        return { isWebPage(reply) ? Kind::WebPage : Kind::Other, {} };
    // V4 says what it is even while it is degraded (503).
    if (stringAt(*body, "service") == u"kortix-api"_s)
        return { Kind::Kortix, stringAt(*body, "version").value_or(QString()) };
    const bool healthy = stringAt(*body, "status") == u"ok"_s || memberAt(*body, "instance_id");
    return { reply.status == 200 && healthy ? Kind::Suna : Kind::Other, {} };
}

std::optional<SunaFamily> sunaFamilyOf(const Json &openApi, const QString &prefix)
{
    const Json *paths = memberAt(openApi, "paths");
    if (!paths || !paths->is_object())
        return std::nullopt;
    const auto has = [paths, &prefix](const QString &route) {
        return paths->contains(QString(prefix % route).toStdString());
    };
    if (has(u"/agent/start"_s))
        return resumesStreams(*paths, prefix) ? SunaFamily::V3 : SunaFamily::V2b;
    if (has(u"/agent/initiate"_s))
        return has(u"/threads"_s) ? SunaFamily::V2a : SunaFamily::V1;
    if (has(u"/projects/{projectId}/sessions"_s))
        return SunaFamily::V4;
    return std::nullopt;
}

std::optional<Error> sunaFamilyProblem(SunaFamily family, const QString &version)
{
    if (family != SunaFamily::V4)
        return std::nullopt;
    QString sentence = u"This server is Kortix v0.9 or later (V4), which this connector does not "
                       "support. Connect to a Suna of early 2026 or before."_s;
    if (!version.isEmpty())
        sentence += u" It reports version %1."_s.arg(sunaExcerpt(version).left(64));
    return Error { ErrorCategory::InvalidInput, QString::fromLatin1(code::SunaUnsupportedVersion),
        sentence, { { u"family"_s, toString(family) }, { u"version"_s, version.left(64) } } };
}

SunaDetector::SunaDetector(SunaClient *client)
    : m_client(client)
{
}

QCoro::Task<Result<HttpReply>> SunaDetector::fetch(
    QUrl url, SunaClient::Credentials credentials, std::stop_token stop)
{
    if (!m_client)
        co_return cancelledError();
    co_return co_await m_client->fetch(url, credentials, stop);
}

QCoro::Task<Result<SunaServer>> SunaDetector::detect(std::stop_token stop)
{
    const Result<SunaAddress> address = normaliseSunaAddress(m_client->address());
    if (!address)
        co_return address.error();
    const SunaAddress known = *address;
    const Result<SunaServer> found = co_await findPrefix(known, stop);
    if (!found)
        co_return found.error();
    SunaServer server = *found;
    const Result<SunaFamily> family = co_await findFamily(server, stop);
    if (!family)
        co_return family.error();
    if (const auto problem = sunaFamilyProblem(*family, {}))
        co_return *problem;
    server.family = *family;
    qCInfo(lcSuna, "Connected to Suna %s", qUtf8Printable(toString(server.family)));
    co_return server;
}

QCoro::Task<Result<SunaServer>> SunaDetector::findPrefix(SunaAddress address, std::stop_token stop)
{
    std::optional<Error> problem;
    for (const QString &prefix : std::as_const(address.prefixes)) {
        const SunaServer candidate { address.root, prefix, SunaFamily::V3 };
        const QUrl url = sunaUrl(candidate, { u"health"_s });
        const Result<HttpReply> reply
            = co_await fetch(url, SunaClient::Credentials::Withhold, stop);
        if (!reply && reply.error().code != QLatin1StringView(code::UnexpectedRedirect))
            co_return reply.error();
        const SunaHealth health
            = reply ? readSunaHealth(*reply) : SunaHealth { SunaHealth::Kind::WebPage, {} };
        if (health.kind == SunaHealth::Kind::Suna)
            co_return candidate;
        if (health.kind == SunaHealth::Kind::Kortix)
            co_return *sunaFamilyProblem(SunaFamily::V4, health.version);
        if (reply && reply->status >= 500)
            problem = sunaHttpError(*reply);
        else if (health.kind == SunaHealth::Kind::WebPage && !problem)
            problem = webPageError();
    }
    co_return problem.value_or(nothingFoundError());
}

QCoro::Task<Result<SunaFamily>> SunaDetector::findFamily(SunaServer server, std::stop_token stop)
{
    SunaServer root = server;
    root.prefix.clear();
    const QUrl url = sunaUrl(root, { u"openapi.json"_s });
    const Result<HttpReply> reply = co_await fetch(url, SunaClient::Credentials::Withhold, stop);
    if (reply && reply->status == 200) {
        const Result<Json> openApi = parseJson(reply->body, OpenApiLimits);
        const auto family
            = openApi ? sunaFamilyOf(*openApi, server.prefix) : std::optional<SunaFamily>();
        if (family)
            co_return *family;
    }
    if (stop.stop_requested())
        co_return cancelledError();
    co_return co_await tryRoutes(server, stop);
}

/// Without an OpenAPI document: which routes are there? Only ones that read are asked; that
/// `/agent/start` exists shows in 405, the answer to the wrong verb.
QCoro::Task<Result<SunaFamily>> SunaDetector::tryRoutes(SunaServer server, std::stop_token stop)
{
    using Credentials = SunaClient::Credentials;
    const SunaQuery oneOnly { { u"limit"_s, u"1"_s } };
    const QUrl threadsUrl = sunaUrl(server, { u"threads"_s }, oneOnly);
    const Result<HttpReply> threads = co_await fetch(threadsUrl, Credentials::Send, stop);
    if (!threads)
        co_return threads.error();
    if (threads->status == 404)
        co_return SunaFamily::V1;
    if (threads->status != 200)
        co_return sunaHttpError(*threads);

    const QUrl startUrl = sunaUrl(server, { u"agent"_s, u"start"_s });
    const Result<HttpReply> start = co_await fetch(startUrl, Credentials::Send, stop);
    if (!start)
        co_return start.error();
    if (start->status != 405)
        co_return SunaFamily::V2a;

    const QUrl accountUrl = sunaUrl(server, { u"billing"_s, u"account-state"_s, u"minimal"_s });
    const Result<HttpReply> account = co_await fetch(accountUrl, Credentials::Send, stop);
    if (!account)
        co_return account.error();
    co_return account->status == 200 ? SunaFamily::V3 : SunaFamily::V2b;
}

} // namespace renum
