// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/mcp_server.h"

#include "core/model/error_codes.h"
#include "core/net/http_server.h"
#include "core/net/task_scope.h"
#include "core/team/logging.h"
#include "core/team/mcp_calls.h"
#include "core/team/mcp_endpoint.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds PeerInterval { 1 };
/// Each call of a batch has its turn within one time limit.
constexpr size_t MaxBatch = 20;

/// The largest value of a shared variable has 256 KiB, which JSON may write six times as long.
constexpr HttpServerLimits Limits { .maxHeaderBytes = qint64(16) * 1024,
    .maxBodyBytes = qint64(2) * 1024 * 1024,
    .idle = std::chrono::seconds(30),
    .maxConnections = 256,
    .total = std::chrono::seconds(30) };

using Peer = std::shared_ptr<Responder>;

/// Requests stop when the server ends or the peer has left, which nothing tells by itself.
class PeerWatch {
public:
    PeerWatch(Clock *clock, Peer peer, const std::stop_token &server)
        : m_clock(clock)
        , m_peer(std::move(peer))
        , m_onServer(server, [this] { m_stop.request_stop(); })
    {
        look();
    }
    PeerWatch(const PeerWatch &) = delete;
    PeerWatch &operator=(const PeerWatch &) = delete;

    [[nodiscard]] std::stop_token token() const { return m_stop.get_token(); }

private:
    void look()
    {
        if (m_peer->peerGone())
            m_stop.request_stop();
        else
            m_timer = m_clock->startTimer(PeerInterval, [this] { look(); });
    }

    Clock *m_clock;
    Peer m_peer;
    std::stop_source m_stop;
    std::stop_callback<std::function<void()>> m_onServer;
    std::unique_ptr<Clock::Timer> m_timer;
};

McpHeaders headersOf(const ServerRequest &request)
{
    return { request.header("MCP-Protocol-Version"), request.header("Mcp-Method"),
        request.header("Mcp-Name") };
}

ServerResponse plain(int status, const QByteArray &text, HttpHeaders headers = {})
{
    headers.emplaceBack("Content-Type", "text/plain");
    return { status, headers, text + '\n' };
}

ServerResponse json(int status, const Json &body)
{
    return { status, { { "Content-Type", "application/json" }, { "Cache-Control", "no-store" } },
        canonicalJson(body) };
}

/// A field of several values, without regard to parameters and case.
bool lists(const QByteArray &field, const QList<QByteArray> &values)
{
    const QList<QByteArray> parts = field.toLower().split(',');
    return std::ranges::any_of(parts, [&values](const QByteArray &part) {
        return values.contains(part.split(';').constFirst().trimmed());
    });
}

/// What is wrong with the request before its body is looked at.
std::optional<ServerResponse> httpRefusal(const McpEndpoint &endpoint, const ServerRequest &request)
{
    const McpEndpoint::Verdict verdict = endpoint.judge(request);
    if (verdict == McpEndpoint::Verdict::Unknown)
        return plain(404, "Not Found");
    if (verdict == McpEndpoint::Verdict::Foreign)
        return plain(403, "This Host or Origin is not allowed");
    // There is no stream to listen to and no session to end.
    if (request.method != "POST")
        return plain(405, "Method Not Allowed", { { "Allow", "POST" } });
    if (!lists(request.header("Content-Type"), { "application/json" }))
        return plain(415, "Content-Type must be application/json");
    const QByteArray accept = request.header("Accept");
    if (!accept.isEmpty() && !lists(accept, { "application/json", "application/*", "*/*" }))
        return plain(406, "Answers are application/json");
    return std::nullopt;
}

std::optional<RpcFault> batchFault(const RpcBody &body, const McpHeaders &headers)
{
    if (!body.batch)
        return std::nullopt;
    if (!allowsBatches(headers))
        return RpcFault { RpcCode::InvalidRequest, u"This version has no batches"_s, {} };
    if (body.messages.size() > MaxBatch)
        return RpcFault { RpcCode::InvalidRequest, u"A batch has at most 20 messages"_s, {} };
    return std::nullopt;
}

/// What is said about a message without asking the engine; none for what wants no answer.
std::optional<McpReaction> reactionTo(
    const RpcMessage &message, const McpHeaders &headers, bool batch)
{
    switch (message.kind) {
    case RpcMessage::Kind::Notification:
    case RpcMessage::Kind::Response:
        return std::nullopt;
    case RpcMessage::Kind::Invalid:
        return McpReply { 400, rpcError(message.id, message.fault) };
    case RpcMessage::Kind::Request:
        break;
    }
    if (batch && message.method == "initialize"_L1) {
        const RpcFault fault { RpcCode::InvalidRequest, u"initialize comes alone"_s, {} };
        return McpReply { 400, rpcError(message.id, fault) };
    }
    return react(message, headers);
}

ServerResponse answerTo(const RpcBody &body, int status, std::vector<Json> answers)
{
    if (answers.empty())
        return { 202, {}, {} };
    return body.batch ? json(200, Json(std::move(answers))) : json(status, answers.front());
}

} // namespace

class McpServer::Private {
public:
    Private(Clock *serverClock, TeamCallHandler *callHandler, McpServerSettings serverSettings)
        : clock(serverClock)
        , handler(callHandler)
        , settings(std::move(serverSettings))
        , http(
              serverClock,
              [this](const ServerRequest &request, const Peer &peer) { receive(request, peer); },
              Limits)
    {
    }

    void receive(const ServerRequest &request, const Peer &peer);
    /// Touches nothing of the server but what it is given: it may end in between.
    static QCoro::Task<> serve(Clock *clock, TeamCallHandler *handler,
        std::chrono::milliseconds limit, RpcBody body, McpHeaders headers, Peer peer,
        std::stop_token server);

    Clock *clock;
    TeamCallHandler *handler;
    McpServerSettings settings;
    std::unique_ptr<McpEndpoint> endpoint;
    HttpServer http;
    TaskScope tasks; ///< ends first
};

McpServer::McpServer(Clock *clock, TeamCallHandler *handler, McpServerSettings settings)
    : d(std::make_unique<Private>(clock, handler, std::move(settings)))
{
}

McpServer::~McpServer() = default;

Result<QUrl> McpServer::listen()
{
    const McpServerSettings &settings = d->settings;
    const QString problem = publicUrlProblem(settings.address, settings.publicUrl);
    if (!problem.isEmpty()) {
        return Error { ErrorCategory::InvalidInput, QString::fromLatin1(code::ValidationError),
            u"The public address for team tools cannot be used. "_s + problem };
    }
    const Result<quint16> port = d->http.listen(settings.address, settings.port);
    if (!port)
        return port.error();
    d->endpoint = std::make_unique<McpEndpoint>(settings.address, *port, settings.publicUrl);
    qCInfo(lcTeam, "Team tools are offered over MCP on %s, port %d",
        qUtf8Printable(settings.address.toString()), int(*port));
    return d->endpoint->url();
}

int McpServer::pendingRequests() const
{
    return d->tasks.running();
}

void McpServer::Private::receive(const ServerRequest &request, const Peer &peer)
{
    if (const auto refused = httpRefusal(*endpoint, request)) {
        qCDebug(lcTeam, "An MCP request was refused with %d", refused->status);
        peer->respond(*refused);
        return;
    }
    Result<RpcBody> body = readRpcBody(request.body, Limits.maxBodyBytes);
    if (!body) {
        const RpcFault fault { RpcCode::ParseError, body.error().message, {} };
        peer->respond(json(400, rpcError({}, fault)));
        return;
    }
    const McpHeaders headers = headersOf(request);
    if (const auto fault = batchFault(*body, headers)) {
        peer->respond(json(400, rpcError({}, *fault)));
        return;
    }
    tasks.start(serve(
        clock, handler, settings.answerWithin, std::move(*body), headers, peer, tasks.token()));
}

QCoro::Task<> McpServer::Private::serve(Clock *clock, TeamCallHandler *handler,
    std::chrono::milliseconds limit, RpcBody body, McpHeaders headers, Peer peer,
    std::stop_token server)
{
    PeerWatch watch(clock, peer, server);
    McpCalls calls(clock, handler, limit, watch.token());
    std::vector<Json> answers;
    int status = 200;
    for (const RpcMessage &message : body.messages) {
        const std::optional<McpReaction> reaction = reactionTo(message, headers, body.batch);
        if (!reaction)
            continue;
        if (const auto *reply = std::get_if<McpReply>(&*reaction)) {
            status = reply->status;
            answers.push_back(reply->body);
            continue;
        }
        const McpToolCall &call = std::get<McpToolCall>(*reaction);
        const ToolAnswer answer = co_await calls.execute(call);
        answers.push_back(mcpToolResult(call, answer));
    }
    peer->respond(answerTo(body, status, std::move(answers)));
}

} // namespace renum
