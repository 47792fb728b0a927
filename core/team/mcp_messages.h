// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/team/mcp_versions.h"
#include "core/team/team_call_handler.h"

#include <QString>

#include <variant>

/// What an MCP server that offers the team tools says, without HTTP and without time.
namespace renum {

/// A tools/call: the tool without the token that says who calls.
struct McpToolCall {
    Json id; ///< of the request
    McpEra era = McpEra::Handshake;
    QString executionToken;
    TeamCall call; ///< refused when there is no token
};

/// An answer that is known at once, or a call that has to be executed.
struct McpReply {
    int status = 200; ///< of HTTP, when the message came alone
    Json body;
};
using McpReaction = std::variant<McpReply, McpToolCall>;

/// How a request is answered: initialize, ping, server/discover, tools/list, tools/call. Anything
/// else is an error of JSON-RPC.
[[nodiscard]] McpReaction react(const RpcMessage &request, const McpHeaders &headers);
/// The answer to a tools/call.
[[nodiscard]] Json mcpToolResult(const McpToolCall &call, const ToolAnswer &answer);

} // namespace renum
