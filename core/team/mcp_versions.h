// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/team/json_rpc.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

/// The revisions of MCP that we speak. They fall into two eras that one server can serve side by
/// side: up to 2025-11-25 a client opens with `initialize`; since 2026-07-28 each request says in
/// its `_meta` what it speaks, and repeats it in HTTP headers.
namespace renum {

enum class McpEra { Handshake, PerRequest };

/// All of them, newest first.
[[nodiscard]] const QStringList &mcpVersions();
/// What `initialize` settles on: the version asked for when we speak it, else our newest that knows
/// `initialize`.
[[nodiscard]] QString settledVersion(const QString &wanted);

/// What a request says about itself in its HTTP headers; empty when it does not.
struct McpHeaders {
    QByteArray version; ///< MCP-Protocol-Version
    QByteArray method; ///< Mcp-Method
    QByteArray name; ///< Mcp-Name
};

/// Several messages in one body were a feature of 2025-03-26, whose clients sent no version yet.
[[nodiscard]] bool allowsBatches(const McpHeaders &headers);

/// A request that cannot be served: a JSON-RPC error, and the HTTP status that goes with it.
struct McpRefusal {
    int status = 400;
    RpcFault fault;
};
/// By which rules a request is to be answered.
[[nodiscard]] std::variant<McpEra, McpRefusal> eraOf(
    const RpcMessage &request, const McpHeaders &headers);

} // namespace renum
