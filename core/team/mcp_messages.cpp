// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/mcp_messages.h"

#include "core/model/error_codes.h"
#include "core/team/team_tools.h"

#include <QHash>

#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr char TokenKey[] = "execution_token";
/// The tools do not change while we run; a client asks again after an hour.
constexpr int CacheMilliseconds = 3'600'000;
constexpr int NotFoundStatus = 404;

Json serverInfo()
{
    return { { "name", "renum" }, { "title", "Renum team tools" }, { "version", RENUM_VERSION } };
}

Json capabilities()
{
    return { { "tools", Json::object() } };
}

constexpr char Instructions[]
    = "Tools for working in a team: a memory that all agents of the team share, and messages "
      "between them. Each call takes the execution_token from your prompt. A request that stays "
      "pending is answered later: look for the answer with get_team_messages.";

Json cacheable(Json result)
{
    result["ttlMs"] = CacheMilliseconds;
    result["cacheScope"] = "private";
    return result;
}

/// What the newer era adds to each result.
Json withEra(Json result, McpEra era)
{
    if (era == McpEra::PerRequest) {
        result["resultType"] = "complete";
        result["_meta"] = { { "io.modelcontextprotocol/serverInfo", serverInfo() } };
    }
    return result;
}

McpReply fault(const RpcMessage &request, int code, const QString &message, int status = 200)
{
    return { status, rpcError(request.id, { code, message, {} }) };
}

McpReply done(const RpcMessage &request, McpEra era, Json result)
{
    return { 200, rpcResult(request.id, withEra(std::move(result), era)) };
}

McpReaction initialize(const RpcMessage &request, McpEra era)
{
    const std::optional<QString> wanted = stringAt(request.params, "protocolVersion");
    if (!wanted)
        return fault(request, RpcCode::InvalidParams, u"protocolVersion must be a string"_s);
    Json result = Json::object();
    result["protocolVersion"] = toJson(settledVersion(*wanted));
    result["capabilities"] = capabilities();
    result["serverInfo"] = serverInfo();
    result["instructions"] = Instructions;
    return done(request, era, std::move(result));
}

McpReaction ping(const RpcMessage &request, McpEra era)
{
    return done(request, era, Json::object());
}

McpReaction discover(const RpcMessage &request, McpEra era)
{
    Json result = Json::object();
    result["supportedVersions"] = Json::array();
    for (const QString &version : mcpVersions())
        result["supportedVersions"].push_back(toJson(version));
    result["capabilities"] = capabilities();
    result["serverInfo"] = serverInfo();
    result["instructions"] = Instructions;
    return done(request, era, cacheable(std::move(result)));
}

McpReaction listTools(const RpcMessage &request, McpEra era)
{
    // There is one page, so that we have never given out a cursor.
    if (const Json *cursor = memberAt(request.params, "cursor"); cursor && !cursor->is_null())
        return fault(request, RpcCode::InvalidParams, u"There is no page with this cursor"_s);
    Json result = { { "tools", mcpToolList() } };
    if (era == McpEra::PerRequest)
        result = cacheable(std::move(result));
    return done(request, era, std::move(result));
}

Error tokenMissing()
{
    return { ErrorCategory::AuthenticationError, QString::fromLatin1(code::TeamTokenInvalid),
        u"The argument execution_token is missing. Use the one from your prompt, unchanged."_s };
}

McpReaction callTool(const RpcMessage &request, McpEra era)
{
    const std::optional<QString> name = stringAt(request.params, "name");
    if (!name)
        return fault(request, RpcCode::InvalidParams, u"name must be a string"_s);
    if (!findTeamTool(*name))
        return fault(request, RpcCode::InvalidParams, u"Unknown tool: "_s + name->left(64));
    const Json *given = memberAt(request.params, "arguments");
    Json arguments = given && !given->is_null() ? *given : Json::object();
    if (!arguments.is_object())
        return fault(request, RpcCode::InvalidParams, u"arguments must be an object"_s);
    McpToolCall call;
    call.id = request.id;
    call.era = era;
    call.executionToken = stringAt(arguments, TokenKey).value_or(QString());
    arguments.erase(TokenKey);
    call.call.tool = *name;
    call.call.arguments = std::move(arguments);
    if (call.executionToken.isEmpty())
        call.call.refusal = tokenMissing();
    return call;
}

using Method = McpReaction (*)(const RpcMessage &, McpEra);

Method methodOf(const QString &name, McpEra era)
{
    static const QHash<QString, Method> handshake { { u"initialize"_s, &initialize },
        { u"ping"_s, &ping }, { u"tools/list"_s, &listTools }, { u"tools/call"_s, &callTool } };
    static const QHash<QString, Method> perRequest { { u"server/discover"_s, &discover },
        { u"tools/list"_s, &listTools }, { u"tools/call"_s, &callTool } };
    return (era == McpEra::Handshake ? handshake : perRequest).value(name);
}

} // namespace

McpReaction react(const RpcMessage &request, const McpHeaders &headers)
{
    const auto spoken = eraOf(request, headers);
    if (const auto *refusal = std::get_if<McpRefusal>(&spoken))
        return McpReply { refusal->status, rpcError(request.id, refusal->fault) };
    const McpEra era = std::get<McpEra>(spoken);
    if (const Method method = methodOf(request.method, era))
        return method(request, era);
    return fault(request, RpcCode::MethodNotFound,
        u"There is no method "_s + request.method.left(64),
        era == McpEra::PerRequest ? NotFoundStatus : 200);
}

Json mcpToolResult(const McpToolCall &call, const ToolAnswer &answer)
{
    Json text = Json::object();
    text["type"] = "text";
    text["text"] = toJson(answerText(answer));
    Json result = Json::object();
    result["content"] = Json::array({ std::move(text) });
    result["isError"] = answer.error.has_value();
    return rpcResult(call.id, withEra(std::move(result), call.era));
}

} // namespace renum
