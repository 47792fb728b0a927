// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/routes/auth.h"

#include "app/simulator/protocol/error_bodies.h"

namespace renum::sim {

using namespace Qt::StringLiterals;

namespace {

ServerResponse unauthorized(const QString &text)
{
    ServerResponse response = detail(401, text);
    response.headers.emplaceBack("WWW-Authenticate", "Bearer");
    return response;
}

std::optional<ServerResponse> checkApiKey(const QString &expected, const QByteArray &key)
{
    const QString text = QString::fromUtf8(key);
    if (!text.startsWith("pk_"_L1) || !text.contains(":sk_"_L1))
        return unauthorized(u"Invalid API key format. Expected format: pk_xxx:sk_xxx"_s);
    if (text != expected)
        return unauthorized(u"Invalid API key"_s);
    return std::nullopt;
}

/// Without an Authorization header a key cannot be wrong, only missing.
std::optional<ServerResponse> checkModelKey(const QString &expected, const QString &key)
{
    if (key.isEmpty())
        return chatError(401,
            u"You didn't provide an API key. You need to provide your API key in an Authorization "
            "header using Bearer auth."_s,
            "invalid_request_error");
    if (key != expected)
        return chatError(
            401, u"Incorrect API key provided."_s, "invalid_request_error", u"invalid_api_key"_s);
    return std::nullopt;
}

QString bearerToken(const RouteCall &call, Access access)
{
    const QByteArray header = call.request.header("Authorization");
    if (header.startsWith("Bearer "))
        return QString::fromUtf8(header.mid(7));
    return access == Access::Stream ? call.query(u"token"_s) : QString();
}

} // namespace

std::optional<ServerResponse> refuseCredentials(
    const ScenarioAuth &auth, Family family, Access access, const RouteCall &call)
{
    if (!auth.required() || access == Access::Open)
        return std::nullopt;
    // V1 has never heard of keys (suna-api §1.2).
    const QByteArray apiKey
        = family == Family::V1 ? QByteArray() : call.request.header("X-API-Key");
    const QString token = bearerToken(call, access);
    if (family == Family::OpenAi)
        return checkModelKey(auth.bearer, token);
    // Optional-auth routes read the bearer header only (suna-api §1.2, the trap).
    const bool bearerOnly = access == Access::OptionalAuth && family == Family::V3;
    if (bearerOnly && token.isEmpty())
        return detail(403, u"Authentication required for private threads"_s);
    // The key is looked at before the bearer header, where it is looked at.
    if (!apiKey.isEmpty() && !bearerOnly)
        return checkApiKey(auth.apiKey, apiKey);
    if (token.isEmpty())
        return unauthorized(access == Access::Stream
                ? u"Authentication required"_s
                : u"No valid authentication credentials found"_s);
    if (auth.bearer.isEmpty() || token != auth.bearer)
        return unauthorized(
            family == Family::V3 ? u"Invalid token signature"_s : u"Invalid token"_s);
    return std::nullopt;
}

} // namespace renum::sim
