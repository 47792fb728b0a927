// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/http_call.h"

#include "core/model/error_codes.h"
#include "core/net/network_errors.h"

#include <algorithm>
#include <array>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace {

constexpr qint64 MaxErrorBodyBytes = 64 * 1024;

bool isRedirect(const HttpReply &head)
{
    constexpr std::array redirects { 301, 302, 303, 307, 308 };
    return std::find(redirects.begin(), redirects.end(), head.status) != redirects.end()
        && !head.header("Location").isEmpty();
}

/// Host and port as the Host header wants them.
QByteArray authority(const QUrl &url)
{
    QString host = url.host(QUrl::FullyEncoded);
    if (host.contains(u':'))
        host = u'[' % host % u']';
    if (url.port() != -1)
        host += u':' % QString::number(url.port());
    return host.toLatin1();
}

QByteArray target(const QUrl &url)
{
    QString path = url.path(QUrl::FullyEncoded);
    if (path.isEmpty())
        path = u"/"_s;
    if (url.hasQuery())
        path += u'?' % url.query(QUrl::FullyEncoded);
    return path.toLatin1();
}

HttpResponseParser::Method parserMethod(const QByteArray &method)
{
    return method == "HEAD" ? HttpResponseParser::Method::Head : HttpResponseParser::Method::Other;
}

} // namespace

HttpCall::HttpCall(
    Clock *clock, HostLookup *lookup, HttpRequest request, std::optional<HttpStreamHandler> handler)
    : m_clock(clock)
    , m_request(std::move(request))
    , m_handler(std::move(handler))
    , m_transport(makeTransport(m_request.url))
    , m_parser(parserMethod(m_request.method))
{
    watchTransport();
    startTimers();
    findHost(lookup);
}

HttpCall::~HttpCall()
{
    m_transport->disconnect(this);
    m_transport->abort();
}

void HttpCall::watchTransport()
{
    Transport *transport = m_transport.get();
    connect(transport, &Transport::opened, this, &HttpCall::sendRequest);
    connect(transport, &Transport::failed, this, &HttpCall::onFailed);
    connect(transport, &Transport::sent, this, &HttpCall::noteActivity);
    // Queued: a stream's handler may destroy the client, and we must not be inside the transport
    // then.
    connect(transport, &Transport::received, this, &HttpCall::readMore, Qt::QueuedConnection);
    connect(transport, &Transport::closed, this, &HttpCall::onClosed, Qt::QueuedConnection);
}

void HttpCall::startTimers()
{
    const HttpTimeouts &limits = m_request.timeouts;
    if (limits.connect > milliseconds::zero())
        m_connectTimer
            = m_clock->startTimer(limits.connect, [this] { fail(code::ConnectTimeout); });
    if (limits.total > milliseconds::zero())
        m_totalTimer = m_clock->startTimer(limits.total, [this] { fail(code::TotalTimeout); });
}

void HttpCall::findHost(HostLookup *lookup)
{
    if (const auto address = literalAddress(m_request.url))
        return onHostFound({ *address });
    lookup->find(m_request.url.host(), this,
        [this](const QList<QHostAddress> &addresses) { onHostFound(addresses); });
}

void HttpCall::onHostFound(const QList<QHostAddress> &addresses)
{
    if (m_outcome.isSet())
        return;
    if (addresses.isEmpty())
        return fail(code::HostNotFound);
    const auto permitted = permittedAddresses(m_request.url, addresses, m_request.reach);
    if (!permitted) {
        Error error = permitted.error();
        error.args.insert(u"sent"_s, false);
        return end(std::move(error));
    }
    m_addresses = *permitted;
    dialNext();
}

/// Dials an address that was checked, never the name.
void HttpCall::dialNext()
{
    if (m_outcome.isSet())
        return;
    m_transport->open(m_addresses.takeFirst(), portOf(m_request.url));
}

QByteArray HttpCall::head() const
{
    HttpHeaders framing { { "Host", authority(m_request.url) }, { "Connection", "close" },
        // A compressed stream would come in bursts, and a small answer could unpack to a huge one.
        { "Accept-Encoding", "identity" } };
    const bool bodyExpected = m_request.method != "GET" && m_request.method != "HEAD";
    if (bodyExpected || !m_request.body.isEmpty())
        framing.emplaceBack("Content-Length", QByteArray::number(m_request.body.size()));
    return requestHead(m_request.method, target(m_request.url), m_request.headers, framing);
}

void HttpCall::sendRequest()
{
    if (m_outcome.isSet())
        return;
    m_connectTimer.reset();
    m_sent = true;
    m_lastActivity = m_clock->monotonic();
    if (m_request.timeouts.idle > milliseconds::zero())
        m_idleTimer = m_clock->startTimer(m_request.timeouts.idle, [this] { checkIdle(); });
    m_transport->send(head() + m_request.body);
}

// Only remembers the time: restarting a timer for every chunk of a fast stream would cost more.
void HttpCall::noteActivity()
{
    m_lastActivity = m_clock->monotonic();
}

void HttpCall::checkIdle()
{
    const auto quiet = std::chrono::floor<milliseconds>(m_clock->monotonic() - m_lastActivity);
    const milliseconds left = m_request.timeouts.idle - quiet;
    if (left <= milliseconds::zero())
        fail(code::IdleTimeout);
    else
        m_idleTimer = m_clock->startTimer(left, [this] { checkIdle(); });
}

void HttpCall::onFailed(QAbstractSocket::SocketError failure, const QString &reason)
{
    // Once the request is out, the end of the connection says what matters: see onClosed().
    if (m_sent)
        return;
    const bool handshaking = failure == QAbstractSocket::SslHandshakeFailedError
        || failure == QAbstractSocket::RemoteHostClosedError;
    if (m_addresses.isEmpty() || handshaking)
        return fail(connectErrorCode(failure, m_request.url), reason);
    // The transport is still busy telling of the failure.
    QMetaObject::invokeMethod(this, &HttpCall::dialNext, Qt::QueuedConnection);
}

void HttpCall::readMore()
{
    if (m_outcome.isSet())
        return;
    const QByteArray bytes = m_transport->take();
    if (bytes.isEmpty())
        return;
    noteActivity();
    m_parser.feed(bytes);
    settle();
}

void HttpCall::onClosed()
{
    readMore();
    if (m_outcome.isSet())
        return;
    m_parser.finish();
    settle();
}

/// Acts on what the parser has found so far.
void HttpCall::settle()
{
    takeHead();
    takeBody();
    if (m_outcome.isSet())
        return;
    if (m_parser.state() == HttpResponseParser::State::Complete)
        end(m_answer);
    else if (m_parser.state() == HttpResponseParser::State::Failed)
        fail(m_parser.problem().isEmpty() ? code::ConnectionLost : code::NetworkFailed,
            u"the answer is not valid HTTP (%1)"_s.arg(m_parser.problem()));
}

void HttpCall::takeHead()
{
    if (m_answer.status != 0 || m_parser.status() == 0)
        return;
    m_answer.status = m_parser.status();
    m_answer.headers = m_parser.headers();
    if (isRedirect(m_answer))
        return fail(code::UnexpectedRedirect);
    if (!m_handler && m_answer.header("Content-Length").toLongLong() > m_request.maxReplyBytes)
        return fail(code::ReplyTooLarge);
    if (streaming() && m_handler->onHead && !m_handler->onHead(m_answer))
        end(m_answer);
}

void HttpCall::takeBody()
{
    if (m_outcome.isSet() || m_answer.status == 0)
        return;
    const QByteArray bytes = m_parser.takeBody();
    if (bytes.isEmpty())
        return;
    if (!streaming())
        return collect(bytes);
    if (m_handler->onBytes && !m_handler->onBytes(bytes))
        end(m_answer);
}

void HttpCall::collect(const QByteArray &bytes)
{
    m_answer.body += bytes;
    if (!m_handler && m_answer.body.size() > m_request.maxReplyBytes)
        return fail(code::ReplyTooLarge);
    if (m_handler && m_answer.body.size() >= MaxErrorBodyBytes) {
        m_answer.body.truncate(MaxErrorBodyBytes);
        end(m_answer);
    }
}

bool HttpCall::streaming() const
{
    return m_handler && m_answer.status >= 200 && m_answer.status < 300;
}

void HttpCall::fail(const char *code, const QString &reason)
{
    end(networkError(code, m_request.url, m_sent, reason));
}

void HttpCall::cancel()
{
    Error error = cancelledError();
    error.args.insert(u"sent"_s, m_sent);
    end(std::move(error));
}

void HttpCall::cancelLater()
{
    QMetaObject::invokeMethod(this, &HttpCall::cancel, Qt::QueuedConnection);
}

void HttpCall::end(Result<HttpReply> result)
{
    if (m_outcome.isSet())
        return;
    m_outcome.set(std::move(result));
    m_connectTimer.reset();
    m_idleTimer.reset();
    m_totalTimer.reset();
    m_transport->disconnect(this);
    m_transport->abort();
}

} // namespace renum
