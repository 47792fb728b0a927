// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agents/openai/chat_client.h"

#include "core/agents/openai/chat_errors.h"
#include "core/agents/service_answer.h"
#include "core/model/error_codes.h"
#include "core/net/json_limits.h"
#include "core/net/sse_parser.h"

#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

constexpr JsonLimits ListLimits { 16 * 1024 * 1024, 64 };
/// An event is small; its limit bounds what a hostile endpoint can make us keep.
constexpr qsizetype MaxEventBytes = qsizetype(16) * 1024 * 1024;
constexpr qsizetype MaxWholeBytes = qsizetype(16) * 1024 * 1024;

/// One answer as it comes in: a stream of events, or JSON in one piece from endpoints that do not
/// stream.
class Reception {
public:
    Reception(ChatClient::Listener listener, const ModelLimits &limits)
        : m_listener(std::move(listener))
        , m_reader(m_listener.onDelta, limits.maxAnswerBytes, limits.maxCallsPerAnswer)
        , m_parser([this](const SseEvent &event) { onEvent(event); }, MaxEventBytes)
    {
    }
    Reception(const Reception &) = delete;
    Reception &operator=(const Reception &) = delete;

    bool onHead(const HttpReply &head)
    {
        const QByteArray type = head.header("Content-Type").toLower();
        m_streams = type.contains("event-stream");
        m_isWebPage = type.contains("html");
        if (!m_isWebPage && m_listener.onHead)
            m_listener.onHead();
        return !m_isWebPage;
    }

    bool onBytes(QByteArrayView bytes)
    {
        if (m_streams) {
            m_tooLarge = !m_parser.feed(bytes);
        } else {
            m_whole += bytes;
            m_tooLarge = m_whole.size() > MaxWholeBytes;
        }
        return m_goesOn && !m_tooLarge;
    }

    /// `ended`: how the connection did.
    Result<ChatReply> finish(const Result<HttpStreamEnd> &ended)
    {
        if (ended && (ended->reply.status < 200 || ended->reply.status > 299))
            return modelHttpError(ended->reply);
        if (m_isWebPage)
            return modelNotJsonError(200);
        if (m_tooLarge) {
            return Error { ErrorCategory::NetworkError, QString::fromLatin1(code::ReplyTooLarge),
                u"The model's answer is larger than is accepted. Ask it for less."_s };
        }
        if (ended && !m_streams)
            readWhole();
        // What the model had finished counts, however the connection ended then.
        if (!ended && !m_reader.isComplete() && !m_reader.error())
            return ended.error();
        return m_reader.take();
    }

private:
    void onEvent(const SseEvent &event)
    {
        if (m_goesOn)
            m_goesOn = m_reader.event(event.data);
    }

    // Some stream without saying so.
    void readWhole()
    {
        if (m_whole.trimmed().startsWith("data:"))
            m_tooLarge = !m_parser.feed(m_whole);
        else
            m_reader.whole(m_whole);
    }

    ChatClient::Listener m_listener;
    ChatReplyReader m_reader;
    SseParser m_parser;
    QByteArray m_whole;
    bool m_streams = false;
    bool m_isWebPage = false;
    bool m_tooLarge = false;
    bool m_goesOn = true;
};

} // namespace

ChatClient::ChatClient(
    ModelEndpoint endpoint, Clock *clock, ModelTimings timings, ModelLimits limits, QObject *parent)
    : QObject(parent)
    , m_endpoint(std::move(endpoint))
    , m_clock(clock)
    , m_timings(timings)
    , m_limits(limits)
    , m_http(clock)
{
    m_endpoint.apiKey = m_endpoint.apiKey.trimmed();
}

std::optional<Error> ChatClient::keyProblem() const
{
    if (isHeaderSafe(m_endpoint.apiKey))
        return std::nullopt;
    return Error { ErrorCategory::AuthenticationError, QString::fromLatin1(code::ModelUnauthorized),
        u"The API key holds a space, a line break or another character that no key has. Copy it "
        "again, completely and alone."_s };
}

HttpRequest ChatClient::request(const QUrl &url) const
{
    HttpRequest http;
    http.url = url;
    if (!m_endpoint.apiKey.isEmpty())
        http.headers.emplaceBack("Authorization", QByteArray("Bearer " + m_endpoint.apiKey));
    http.timeouts.connect = m_timings.connect;
    return http;
}

QCoro::Task<Result<QStringList>> ChatClient::models(QUrl base, std::stop_token stop)
{
    if (const auto problem = keyProblem())
        co_return *problem;
    HttpRequest http = request(endpointUrl(base, u"/models"_s));
    http.headers.emplaceBack("Accept", "application/json");
    http.timeouts.idle = m_timings.request;
    http.timeouts.total = m_timings.request;
    const Result<HttpReply> reply = co_await m_http.send(http, stop);
    if (!reply)
        co_return reply.error();
    if (reply->status < 200 || reply->status > 299)
        co_return modelHttpError(*reply);
    const Result<Json> json = parseJson(reply->body, ListLimits);
    if (!json)
        co_return modelNotJsonError(reply->status);
    co_return readModelList(*json);
}

QCoro::Task<Result<ChatReply>> ChatClient::complete(
    QUrl base, Json body, Listener listener, std::stop_token stop)
{
    if (const auto problem = keyProblem())
        co_return *problem;
    HttpRequest http = request(endpointUrl(base, u"/chat/completions"_s));
    http.method = "POST";
    http.headers.emplaceBack("Content-Type", "application/json");
    http.headers.emplaceBack("Accept", "text/event-stream, application/json");
    http.body = canonicalJson(body);
    http.timeouts.idle = m_timings.silence;
    http.timeouts.total = std::chrono::milliseconds::zero();
    const auto reception = std::make_shared<Reception>(std::move(listener), m_limits);
    HttpStreamHandler handler;
    handler.onHead = [reception](const HttpReply &head) { return reception->onHead(head); };
    handler.onBytes = [reception](QByteArrayView bytes) { return reception->onBytes(bytes); };
    const Result<HttpStreamEnd> ended = co_await m_http.stream(http, handler, stop);
    co_return reception->finish(ended);
}

} // namespace renum
