// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/tool_registration.h"

#include "core/model/error_codes.h"

#include <QCryptographicHash>

namespace renum {

using namespace Qt::StringLiterals;

QString digestOfUrl(const QString &url)
{
    const QByteArray digest = QCryptographicHash::hash(url.toUtf8(), QCryptographicHash::Sha256);
    return QString::fromLatin1(digest.toHex());
}

ToolRegistration registrationOf(const AgentId &agent, const ToolServer &server)
{
    return { agent, server.name, digestOfUrl(server.url.toString(QUrl::FullyEncoded)) };
}

Json toJson(const ToolRegistration &registration)
{
    Json json = Json::object();
    json["agent_id"] = toJson(registration.agent.toString());
    json["name"] = toJson(registration.name);
    json["url_sha256"] = toJson(registration.urlDigest);
    return json;
}

Result<ToolRegistration> toolRegistrationFromJson(const Json &json)
{
    const auto agent = stringAt(json, "agent_id");
    const auto name = stringAt(json, "name");
    const auto digest = stringAt(json, "url_sha256");
    if (!agent || !name || !digest) {
        return Error { ErrorCategory::SystemError, QString::fromLatin1(code::StoreCorrupt),
            u"A stored registration of team tools cannot be read."_s };
    }
    return ToolRegistration { AgentId(*agent), *name, *digest };
}

} // namespace renum
