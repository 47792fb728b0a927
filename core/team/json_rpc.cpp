// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/json_rpc.h"

#include "core/model/error_codes.h"
#include "core/net/json_limits.h"

#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr int MaxDepth = 64;

bool isId(const Json &id)
{
    return id.is_string() || id.is_number_integer();
}

RpcMessage withError(RpcMessage message, int code, const QString &why)
{
    message.kind = RpcMessage::Kind::Invalid;
    message.fault = { code, why, {} };
    return message;
}

RpcMessage call(RpcMessage message, const Json &json)
{
    const Json *params = memberAt(json, "params");
    if (params && !params->is_object())
        return withError(std::move(message), RpcCode::InvalidParams, u"params must be an object"_s);
    if (params)
        message.params = *params;
    message.kind
        = message.id.is_null() ? RpcMessage::Kind::Notification : RpcMessage::Kind::Request;
    return message;
}

RpcMessage readMessage(const Json &json)
{
    RpcMessage message;
    if (!json.is_object())
        return withError({}, RpcCode::InvalidRequest, u"A message is a JSON object"_s);
    const Json *id = memberAt(json, "id");
    if (id && isId(*id))
        message.id = *id;
    if (stringAt(json, "jsonrpc") != u"2.0"_s)
        return withError(std::move(message), RpcCode::InvalidRequest, u"jsonrpc must be \"2.0\""_s);
    const Json *method = memberAt(json, "method");
    if (!method && (json.contains("result") || json.contains("error"))) {
        message.kind = RpcMessage::Kind::Response;
        return message;
    }
    if (!method || !method->is_string())
        return withError(std::move(message), RpcCode::InvalidRequest, u"method must be a string"_s);
    if (id && message.id.is_null()) {
        return withError(
            std::move(message), RpcCode::InvalidRequest, u"id must be a string or an integer"_s);
    }
    message.method = toQString(*method);
    return call(std::move(message), json);
}

} // namespace

Result<RpcBody> readRpcBody(const QByteArray &bytes, qsizetype maxBytes)
{
    const Result<Json> json = parseJson(bytes, { maxBytes, MaxDepth });
    if (!json)
        return json.error();
    RpcBody body;
    body.batch = json->is_array();
    if (!body.batch) {
        body.messages.push_back(readMessage(*json));
        return body;
    }
    if (json->empty()) {
        return Error { ErrorCategory::InvalidInput, QString::fromLatin1(code::JsonInvalid),
            u"A batch holds at least one message."_s };
    }
    for (const Json &element : *json)
        body.messages.push_back(readMessage(element));
    return body;
}

Json rpcResult(const Json &id, Json result)
{
    Json json = Json::object();
    json["jsonrpc"] = "2.0";
    json["id"] = id;
    json["result"] = std::move(result);
    return json;
}

Json rpcError(const Json &id, const RpcFault &fault)
{
    Json error = Json::object();
    error["code"] = fault.code;
    error["message"] = toJson(fault.message);
    if (!fault.data.is_null())
        error["data"] = fault.data;
    Json json = Json::object();
    json["jsonrpc"] = "2.0";
    json["id"] = id;
    json["error"] = std::move(error);
    return json;
}

} // namespace renum
