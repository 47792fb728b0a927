// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/json.h"
#include "core/model/result.h"

#include <QByteArray>
#include <QString>

#include <vector>

/// JSON-RPC 2.0 as MCP uses it: ids are strings or integers, params are objects.
namespace renum {

/// Numbers of the standard, and those that MCP has added.
struct RpcCode {
    static constexpr int ParseError = -32700;
    static constexpr int InvalidRequest = -32600;
    static constexpr int MethodNotFound = -32601;
    static constexpr int InvalidParams = -32602;
    static constexpr int HeaderMismatch = -32020;
    static constexpr int UnsupportedVersion = -32022;
};

struct RpcFault {
    int code = RpcCode::InvalidRequest;
    QString message;
    Json data; ///< null: none

    friend bool operator==(const RpcFault &, const RpcFault &) = default;
};

struct RpcMessage {
    enum class Kind {
        Request,
        Notification, ///< wants no answer
        Response, ///< to something that we have never asked
        Invalid, ///< see `fault`
    };
    Kind kind = Kind::Invalid;
    Json id; ///< null when there is none that can be read
    QString method;
    Json params = Json::object();
    RpcFault fault;
};

/// One message, or a batch of them.
struct RpcBody {
    std::vector<RpcMessage> messages;
    bool batch = false;
};

/// Messages that are wrong are among the others, as Invalid. Fails when the body as a whole is not
/// JSON within the limits, or an empty batch.
[[nodiscard]] Result<RpcBody> readRpcBody(const QByteArray &bytes, qsizetype maxBytes);

[[nodiscard]] Json rpcResult(const Json &id, Json result);
[[nodiscard]] Json rpcError(const Json &id, const RpcFault &fault);

} // namespace renum
