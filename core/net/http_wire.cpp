// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/http_wire.h"

#include "core/net/logging.h"

// The only file that includes Beast: it is slow to compile.
#include <boost/beast/core/buffers_range.hpp>
#include <boost/beast/http/parser.hpp>

#include <limits>
#include <optional>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;
namespace http = boost::beast::http;

namespace {

QByteArray toBytes(boost::beast::string_view text)
{
    return { text.data(), static_cast<qsizetype>(text.size()) };
}

/// A body in a QByteArray. Unlike Beast's string_body it reserves nothing on the peer's word.
struct BytesBody {
    using value_type = QByteArray; // NOLINT(readability-identifier-naming): Beast's names

    class reader { // NOLINT(readability-identifier-naming)
    public:
        template<bool isRequest, class Fields>
        reader(http::header<isRequest, Fields> &, value_type &body)
            : m_body(body)
        {
        }
        void init(const boost::optional<std::uint64_t> &, boost::beast::error_code &error)
        {
            error = {};
        }
        template<class Buffers>
        std::size_t put(const Buffers &buffers, boost::beast::error_code &error)
        {
            error = {};
            const qsizetype before = m_body.size();
            for (const boost::asio::const_buffer part : boost::beast::buffers_range_ref(buffers))
                m_body.append(
                    static_cast<const char *>(part.data()), static_cast<qsizetype>(part.size()));
            return static_cast<std::size_t>(m_body.size() - before);
        }
        void finish(boost::beast::error_code &error) { error = {}; }

    private:
        value_type &m_body;
    };
};

/// Parses what is buffered, up to the end of one message.
template<class Parser>
boost::beast::error_code parseBuffered(Parser &parser, QByteArray &buffer)
{
    boost::beast::error_code error;
    while (!buffer.isEmpty() && !parser.is_done() && !error) {
        const auto size = static_cast<std::size_t>(buffer.size());
        const std::size_t used
            = parser.put(boost::asio::const_buffer(buffer.constData(), size), error);
        buffer.remove(0, static_cast<qsizetype>(used));
    }
    return error;
}

template<class Message>
HttpHeaders headersOf(const Message &message)
{
    HttpHeaders headers;
    for (const auto &field : message)
        headers.emplaceBack(toBytes(field.name_string()), toBytes(field.value()));
    return headers;
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
        const boost::beast::error_code error = parseBuffered(*parser, buffer);
        if (error && error != http::error::need_more)
            return fail(statusFor(error));
        if (parser->is_done())
            state = State::Complete;
        else
            checkBuffered();
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
    std::optional<http::request_parser<BytesBody>> parser;
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
    auto message = d->parser->release();
    ServerRequest request;
    request.method = toBytes(message.method_string());
    const QByteArray target = originForm(toBytes(message.target()));
    const qsizetype mark = target.indexOf('?');
    const QByteArray path = mark < 0 ? target : target.left(mark);
    request.path = QString::fromUtf8(QByteArray::fromPercentEncoding(path));
    if (mark >= 0)
        request.query = QUrlQuery(QString::fromUtf8(target.mid(mark + 1)));
    request.headers = headersOf(message);
    request.body = std::move(message.body());
    d->startNext();
    return request;
}

class HttpResponseParser::Private {
public:
    explicit Private(Method askedMethod)
        : method(askedMethod)
    {
        startNext();
    }

    void startNext()
    {
        parser.emplace();
        parser->eager(true);
        parser->skip(method == Method::Head);
        parser->header_limit(MaxResponseHeadBytes);
        // The caller counts, because a stream has no limit. Boost 1.74 takes none for zero.
        parser->body_limit(std::numeric_limits<std::uint64_t>::max());
        state = State::Head;
    }

    void settle(boost::beast::error_code error)
    {
        if (error && error != http::error::need_more)
            return fail(QString::fromStdString(error.message()));
        if (error && buffer.size() > qsizetype { MaxResponseHeadBytes })
            return fail(u"a chunk header is too long"_s);
        if (parser->is_header_done())
            state = parser->is_done() ? State::Complete : State::Body;
    }

    void fail(const QString &why)
    {
        problem = why;
        state = State::Failed;
    }

    [[nodiscard]] bool isInterim() const
    {
        const int status = parser->get().result_int();
        return state == State::Complete && status >= 100 && status < 200 && status != 101;
    }

    static constexpr std::uint32_t MaxResponseHeadBytes = 256 * 1024;
    Method method;
    std::optional<http::response_parser<BytesBody>> parser;
    QByteArray buffer;
    State state = State::Head;
    QString problem;
};

HttpResponseParser::HttpResponseParser(Method method)
    : d(std::make_unique<Private>(method))
{
}

HttpResponseParser::~HttpResponseParser() = default;

HttpResponseParser::State HttpResponseParser::feed(QByteArrayView bytes)
{
    d->buffer.append(bytes);
    while (d->state == State::Head || d->state == State::Body) {
        d->settle(parseBuffered(*d->parser, d->buffer));
        if (!d->isInterim())
            break;
        d->startNext();
    }
    // Streams are many and mostly wait: they keep no room for what has not come yet.
    if (d->buffer.isEmpty())
        d->buffer = QByteArray();
    return d->state;
}

HttpResponseParser::State HttpResponseParser::finish()
{
    if (d->state == State::Complete || d->state == State::Failed)
        return d->state;
    boost::beast::error_code error;
    if (d->parser->got_some())
        d->parser->put_eof(error);
    const bool properEnd = !error && d->state == State::Body && d->parser->is_done();
    d->state = properEnd ? State::Complete : State::Failed;
    return d->state;
}

HttpResponseParser::State HttpResponseParser::state() const
{
    return d->state;
}

int HttpResponseParser::status() const
{
    return d->parser->is_header_done() ? static_cast<int>(d->parser->get().result_int()) : 0;
}

HttpHeaders HttpResponseParser::headers() const
{
    return headersOf(d->parser->get().base());
}

QByteArray HttpResponseParser::takeBody()
{
    return std::exchange(d->parser->get().body(), {});
}

QString HttpResponseParser::problem() const
{
    return d->problem;
}

bool breaksFraming(const QByteArray &text)
{
    return text.contains('\r') || text.contains('\n') || text.contains('\0');
}

QByteArray requestHead(const QByteArray &method, const QByteArray &target,
    const HttpHeaders &headers, const HttpHeaders &framing)
{
    QByteArray head = method;
    head += ' ';
    head += target;
    head += " HTTP/1.1\r\n";
    for (const auto &[name, value] : framing)
        appendHeader(head, name, value);
    for (const auto &[name, value] : headers) {
        if (headerValue(framing, name).isEmpty())
            appendHeader(head, name, value);
    }
    head += "\r\n";
    return head;
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
