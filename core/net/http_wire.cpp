// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/http_wire.h"

#include "core/net/logging.h"

// The only file that includes Beast: it is slow to compile.
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

#include <optional>

namespace renum {

namespace http = boost::beast::http;

namespace {

QByteArray toBytes(boost::beast::string_view text)
{
    return { text.data(), static_cast<qsizetype>(text.size()) };
}

/// `http://host/path` (absolute form, RFC 9112 §3.2.2) → `/path`.
QByteArray originForm(const QByteArray &target)
{
    const qsizetype scheme = target.indexOf("://");
    if (scheme < 0 || target.startsWith('/'))
        return target;
    const qsizetype path = target.indexOf('/', scheme + 3);
    return path < 0 ? QByteArray("/") : target.mid(path);
}

int statusFor(boost::beast::error_code error)
{
    if (error == http::error::body_limit)
        return 413;
    return error == http::error::header_limit ? 431 : 400;
}

bool breaksFraming(const QByteArray &text)
{
    return text.contains('\r') || text.contains('\n') || text.contains('\0');
}

bool isFramingHeader(const QByteArray &name)
{
    return name.compare("content-length", Qt::CaseInsensitive) == 0
        || name.compare("transfer-encoding", Qt::CaseInsensitive) == 0
        || name.compare("connection", Qt::CaseInsensitive) == 0;
}

void appendHeader(QByteArray &head, const QByteArray &name, const QByteArray &value)
{
    head += name;
    head += ": ";
    head += value;
    head += "\r\n";
}

} // namespace

class HttpRequestParser::Private {
public:
    explicit Private(const HttpServerLimits &serverLimits)
        : limits(serverLimits)
    {
        startNext();
    }

    void startNext()
    {
        parser.emplace();
        parser->eager(true);
        parser->header_limit(static_cast<std::uint32_t>(limits.maxHeaderBytes));
        parser->body_limit(static_cast<std::uint64_t>(limits.maxBodyBytes));
        state = State::Idle;
        continueTaken = false;
    }

    void parse()
    {
        while (!buffer.isEmpty() && !parser->is_done()) {
            boost::beast::error_code error;
            const auto size = static_cast<std::size_t>(buffer.size());
            const std::size_t used
                = parser->put(boost::asio::const_buffer(buffer.constData(), size), error);
            buffer.remove(0, static_cast<qsizetype>(used));
            if (error == http::error::need_more)
                return checkBuffered();
            if (error)
                return fail(statusFor(error));
        }
        if (parser->is_done())
            state = State::Complete;
    }

    // Beast bounds the header itself, but not the extensions of a chunk.
    void checkBuffered()
    {
        if (buffer.size() > limits.maxHeaderBytes)
            fail(400);
    }

    void fail(int status)
    {
        errorStatus = status;
        state = State::Failed;
        buffer.clear();
    }

    HttpServerLimits limits;
    // A parser serves one message: optional, so that it can be made anew in place.
    std::optional<http::request_parser<http::string_body>> parser;
    QByteArray buffer;
    State state = State::Idle;
    int errorStatus = 0;
    bool continueTaken = false;
};

HttpRequestParser::HttpRequestParser(const HttpServerLimits &limits)
    : d(std::make_unique<Private>(limits))
{
}

HttpRequestParser::~HttpRequestParser() = default;

HttpRequestParser::State HttpRequestParser::feed(QByteArrayView bytes)
{
    if (d->state == State::Failed)
        return d->state;
    d->buffer.append(bytes);
    if (d->state == State::Complete || d->buffer.isEmpty())
        return d->state;
    d->state = State::Receiving;
    d->parse();
    return d->state;
}

HttpRequestParser::State HttpRequestParser::state() const
{
    return d->state;
}

int HttpRequestParser::errorStatus() const
{
    return d->errorStatus;
}

bool HttpRequestParser::takeContinueWish()
{
    const auto &parser = *d->parser;
    if (d->continueTaken || d->state != State::Receiving || !parser.is_header_done())
        return false;
    d->continueTaken = true;
    return parser.get().version() >= 11
        && boost::beast::iequals(parser.get()[http::field::expect], "100-continue");
}

bool HttpRequestParser::keepAlive() const
{
    return d->parser->keep_alive();
}

bool HttpRequestParser::knowsChunks() const
{
    return d->parser->get().version() >= 11;
}

ServerRequest HttpRequestParser::takeRequest()
{
    const auto message = d->parser->release();
    ServerRequest request;
    request.method = toBytes(message.method_string());
    const QByteArray target = originForm(toBytes(message.target()));
    const qsizetype mark = target.indexOf('?');
    const QByteArray path = mark < 0 ? target : target.left(mark);
    request.path = QString::fromUtf8(QByteArray::fromPercentEncoding(path));
    if (mark >= 0)
        request.query = QUrlQuery(QString::fromUtf8(target.mid(mark + 1)));
    for (const auto &field : message)
        request.headers.emplaceBack(toBytes(field.name_string()), toBytes(field.value()));
    request.body = QByteArray::fromStdString(message.body());
    d->startNext();
    return request;
}

QByteArray responseHead(int status, const HttpHeaders &headers, const HttpHeaders &framing)
{
    QByteArray head = "HTTP/1.1 ";
    head += QByteArray::number(status);
    head += ' ';
    head += reasonPhrase(status);
    head += "\r\n";
    for (const auto &[name, value] : headers) {
        if (breaksFraming(name) || breaksFraming(value))
            qCWarning(lcNet, "Left out a response header that holds a line break");
        else if (!isFramingHeader(name))
            appendHeader(head, name, value);
    }
    for (const auto &[name, value] : framing)
        appendHeader(head, name, value);
    head += "\r\n";
    return head;
}

QByteArray reasonPhrase(int status)
{
    return toBytes(http::obsolete_reason(static_cast<http::status>(status)));
}

} // namespace renum
