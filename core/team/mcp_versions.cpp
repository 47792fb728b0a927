// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/mcp_versions.h"

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr char VersionKey[] = "io.modelcontextprotocol/protocolVersion";
constexpr char CapabilitiesKey[] = "io.modelcontextprotocol/clientCapabilities";
constexpr QLatin1StringView PerRequestVersion = "2026-07-28"_L1;

const QStringList &handshakeVersions()
{
    static const QStringList versions { u"2025-11-25"_s, u"2025-06-18"_s, u"2025-03-26"_s,
        u"2024-11-05"_s };
    return versions;
}

McpRefusal mismatch(const char *header)
{
    return { 400,
        { RpcCode::HeaderMismatch,
            u"Header mismatch: %1 must be there and say what the body says"_s.arg(
                QLatin1StringView(header)),
            {} } };
}

McpRefusal unsupported(const QString &requested)
{
    Json data = Json::object();
    data["supported"] = Json::array();
    for (const QString &version : mcpVersions())
        data["supported"].push_back(toJson(version));
    data["requested"] = toJson(requested);
    return { 400,
        { RpcCode::UnsupportedVersion, u"Unsupported protocol version"_s, std::move(data) } };
}

McpRefusal incomplete(const char *key)
{
    return { 400,
        { RpcCode::InvalidParams, u"params._meta must have %1"_s.arg(QLatin1StringView(key)),
            {} } };
}

/// A header value that is no plain ASCII comes as `=?base64?…?=`.
QString headerText(const QByteArray &value)
{
    constexpr QByteArrayView prefix = "=?base64?";
    constexpr QByteArrayView suffix = "?=";
    if (!value.startsWith(prefix) || !value.endsWith(suffix)
        || value.size() < prefix.size() + suffix.size())
        return QString::fromLatin1(value);
    const QByteArray inner = value.mid(prefix.size()).chopped(suffix.size());
    return QString::fromUtf8(QByteArray::fromBase64(inner));
}

/// Of a request whose `_meta` declares no version.
std::variant<McpEra, McpRefusal> eraByHeader(const RpcMessage &request, const McpHeaders &headers)
{
    const QString version = QString::fromLatin1(headers.version);
    // `initialize` settles the version by its own params, whatever the header says.
    const bool handshake = version.isEmpty() || handshakeVersions().contains(version)
        || request.method == "initialize"_L1;
    if (handshake)
        return McpEra::Handshake;
    if (version == PerRequestVersion)
        return incomplete(VersionKey);
    return unsupported(version);
}

} // namespace

const QStringList &mcpVersions()
{
    static const QStringList versions = QStringList { PerRequestVersion } + handshakeVersions();
    return versions;
}

QString settledVersion(const QString &wanted)
{
    return handshakeVersions().contains(wanted) ? wanted : handshakeVersions().constFirst();
}

bool allowsBatches(const McpHeaders &headers)
{
    return headers.version.isEmpty() || headers.version == "2025-03-26"
        || headers.version == "2024-11-05";
}

std::variant<McpEra, McpRefusal> eraOf(const RpcMessage &request, const McpHeaders &headers)
{
    const Json *meta = memberAt(request.params, "_meta");
    const std::optional<QString> declared = meta ? stringAt(*meta, VersionKey) : std::nullopt;
    if (!declared)
        return eraByHeader(request, headers);
    if (handshakeVersions().contains(*declared))
        return McpEra::Handshake;
    if (QString::fromLatin1(headers.version) != *declared)
        return mismatch("MCP-Protocol-Version");
    if (*declared != PerRequestVersion)
        return unsupported(*declared);
    if (QString::fromLatin1(headers.method) != request.method)
        return mismatch("Mcp-Method");
    if (request.method == "tools/call"_L1
        && headerText(headers.name) != stringAt(request.params, "name"))
        return mismatch("Mcp-Name");
    const Json *capabilities = memberAt(*meta, CapabilitiesKey);
    if (!capabilities || !capabilities->is_object())
        return incomplete(CapabilitiesKey);
    return McpEra::PerRequest;
}

} // namespace renum
