// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/endpoint_definition.h"

#include "core/model/definition_name.h"

#include <QUrl>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MaxUrlLength = 2048;
constexpr qsizetype MaxModelLength = 255;

std::optional<QString> urlProblem(const QString &text)
{
    if (text.size() > MaxUrlLength)
        return u"An address has at most %1 characters."_s.arg(MaxUrlLength);
    const QUrl url(text, QUrl::StrictMode);
    if (!url.userInfo().isEmpty())
        return u"An address holds neither user nor password. Enter the key in its own field."_s;
    if (originOf(text).isEmpty())
        return u"This is no address of a server. Write it like http://localhost:11434/v1."_s;
    return std::nullopt;
}

} // namespace

Json toJson(const EndpointDefinition &endpoint)
{
    const QUrl url(endpoint.url, QUrl::StrictMode);
    Json json = Json::object();
    json["endpoint_id"] = toJson(endpoint.id.toString());
    json["name"] = toJson(endpoint.name);
    json["url"] = toJson(url.toString(QUrl::RemoveUserInfo));
    json["model"] = toJson(endpoint.model);
    json["uses_key"] = endpoint.usesKey;
    json["version"] = endpoint.version;
    return json;
}

Problems problemsOf(const EndpointDefinition &endpoint)
{
    Problems problems;
    const auto add = [&problems](const QString &path, const std::optional<QString> &message) {
        if (message)
            problems.append({ Problem::Severity::Error, u"validation_error"_s, path, *message });
    };
    add(u"/name"_s, nameProblem(endpoint.name));
    add(u"/url"_s, urlProblem(endpoint.url));
    if (endpoint.model.size() > MaxModelLength)
        add(u"/model"_s, u"A model's name has at most %1 characters."_s.arg(MaxModelLength));
    return problems;
}

QString originOf(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const QString scheme = url.scheme().toLower();
    const bool web = scheme == "http"_L1 || scheme == "https"_L1;
    if (!url.isValid() || !web || url.host().isEmpty())
        return {};
    const int port = url.port(scheme == "https"_L1 ? 443 : 80);
    return u"%1://%2:%3"_s.arg(scheme, url.host().toLower(), QString::number(port));
}

} // namespace renum
