// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "core/model/json.h"
#include "core/model/result.h"

#include <QString>
#include <QStringList>
#include <QUrl>

namespace renum {

/// An MCP server that an agent shall be able to use.
struct ToolServer {
    QString name; ///< letters and digits; no other server of the agent may have it
    QUrl url; ///< as the agent service reaches it; its path is a secret
    QStringList enabledTools;
};

/// What registerTools has left at an agent: enough to find it again after a restart and take it
/// away. Holds no secret, so that it can be stored; it can be stored before the change is made.
struct ToolRegistration {
    AgentId agent;
    QString name;
    QString urlDigest; ///< SHA-256 in hexadecimal

    friend bool operator==(const ToolRegistration &, const ToolRegistration &) = default;
};

[[nodiscard]] ToolRegistration registrationOf(const AgentId &agent, const ToolServer &server);
[[nodiscard]] QString digestOfUrl(const QString &url);

/// {agent_id, name, url_sha256}.
[[nodiscard]] Json toJson(const ToolRegistration &registration);
/// Errors: store_corrupt.
[[nodiscard]] Result<ToolRegistration> toolRegistrationFromJson(const Json &json);

} // namespace renum
