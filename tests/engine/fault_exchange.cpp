// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/fault_exchange.h"

#include "tests/engine/fault_proxy.h"

#include <utility>

namespace renum::test {

using namespace Qt::StringLiterals;
using Fault = NetworkFault;

namespace {

/// So much of a stream is passed on before a fault ends it.
constexpr qsizetype SomeBytes = 400;
constexpr auto DripPause = std::chrono::milliseconds(20);
constexpr qsizetype TooMuch = qsizetype(100) * 1024 * 1024;
constexpr qsizetype PieceOfTooMuch = qsizetype(1024) * 1024;

QByteArray head(const QByteArray &status, const QByteArray &type, const QByteArray &framing)
{
    return "HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\n" + framing
        + "Connection: close\r\n\r\n";
}

QByteArray chunk(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

} // namespace

FaultExchange::FaultExchange(FaultProxy *proxy, QTcpSocket *client)
    : QObject(proxy)
    , m_proxy(proxy)
    , m_client(client)
{
    client->setParent(this);
    connect(client, &QTcpSocket::readyRead, this, &FaultExchange::readRequest);
    connect(client, &QTcpSocket::bytesWritten, this, &FaultExchange::sendMore);
    connect(client, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    connect(&m_service, &QTcpSocket::readyRead, this, &FaultExchange::onAnswer);
    connect(&m_service, &QTcpSocket::disconnected, this, &FaultExchange::onAnswerEnd);
    connect(&m_pace, &QTimer::timeout, this, &FaultExchange::passSlowly);
    if (client->bytesAvailable() > 0)
        readRequest();
}

FaultExchange::~FaultExchange()
{
    m_service.disconnect(this); // it tells of its end when half of this is gone
}

void FaultExchange::readRequest()
{
    const QByteArray bytes = m_client->isOpen() ? m_client->readAll() : QByteArray();
    m_requestBytes += bytes;
    if (m_asked || m_parser.feed(bytes) != HttpRequestParser::State::Complete)
        return;
    m_asked = true;
    m_request = m_parser.takeRequest();
    m_fault = m_proxy->meets(m_request);
    if (m_fault == Fault::ResetBefore)
        return reset();
    if (m_fault == Fault::NoResponse)
        return;
    if (m_fault == Fault::ServerError)
        return refuse(503, R"({"detail":"Service Unavailable"})");
    if (m_fault == Fault::Busy)
        return refuse(429, R"({"detail":{"message":"Too many runs","running_count":1,"limit":1}})");
    if (m_fault == Fault::Quota)
        return refuse(
            402, R"({"detail":{"error_code":"INSUFFICIENT_CREDITS","message":"No credits left"}})");
    forward();
}

void FaultExchange::refuse(int status, const QByteArray &body)
{
    const QByteArray line = QByteArray::number(status) + ' ' + reasonPhrase(status);
    const QByteArray length = "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    m_client->write(head(line, "application/json", length) + body);
    close();
}

void FaultExchange::forward()
{
    m_service.connectToHost(QHostAddress(QHostAddress::LocalHost), m_proxy->service());
    m_service.write(m_requestBytes);
}

void FaultExchange::onAnswer()
{
    const QByteArray bytes = m_service.isOpen() ? m_service.readAll() : QByteArray();
    if (m_done)
        return;
    if (!m_fault && isStream())
        return pass(bytes);
    m_answer += bytes;
    if (m_fault && enough())
        misbehave();
}

void FaultExchange::onAnswerEnd()
{
    onAnswer();
    m_ended = true;
    if (!m_done && !m_answer.isEmpty())
        m_proxy->noteAnswer(m_request, m_answer);
    if (m_done)
        return;
    if (m_fault)
        return misbehave();
    pass(std::exchange(m_answer, {}));
    close();
}

/// A stream lasts as long as its run, so that its faults do not wait for the end.
bool FaultExchange::enough() const
{
    return m_ended || (isStream() && m_answer.size() >= SomeBytes)
        || m_fault == Fault::DuplicateEvent || m_fault == Fault::ReorderedEvent || m_began;
}

void FaultExchange::misbehave()
{
    switch (*m_fault) {
    case Fault::ResetAfter:
        return reset();
    case Fault::LateResponse:
        m_done = true; // the client leaves first
        return;
    case Fault::Silent:
        pass(m_answer.first(isStream() ? m_answer.size() : m_answer.size() / 4));
        m_done = true;
        return;
    case Fault::Truncated:
        pass(m_answer.chopped(isStream() ? 3 : m_answer.size() / 4));
        return close();
    case Fault::SlowDrip:
    case Fault::Slices:
        m_began = true;
        if (!m_pace.isActive())
            m_pace.start(m_fault == Fault::SlowDrip ? DripPause : std::chrono::milliseconds(0));
        return;
    case Fault::DuplicateEvent:
    case Fault::ReorderedEvent:
        return passEvents(m_ended);
    case Fault::WrongType:
        return sendWebPage();
    case Fault::Oversize:
        return sendTooMuch();
    default:
        Q_UNREACHABLE();
    }
}

void FaultExchange::pass(const QByteArray &bytes)
{
    if (m_client->state() == QAbstractSocket::ConnectedState && !bytes.isEmpty())
        m_client->write(bytes);
}

void FaultExchange::passSlowly()
{
    if (!m_answer.isEmpty()) {
        pass(m_answer.first(1));
        m_client->flush();
        m_answer.remove(0, 1);
    } else if (m_ended) {
        m_pace.stop();
        close();
    }
}

/// Passes events on twice, or each pair the wrong way round.
void FaultExchange::passEvents(bool whole)
{
    m_reader.feed(std::exchange(m_answer, {}));
    m_events += m_reader.takeBody();
    if (!std::exchange(m_began, true))
        pass(head("200 OK", "text/event-stream", "Transfer-Encoding: chunked\r\n"));
    for (;;) {
        const qsizetype first = m_events.indexOf("\n\n") + 2;
        const qsizetype second = first < 2 ? 1 : m_events.indexOf("\n\n", first) + 2;
        if (second < 2)
            break;
        const QByteArray one = m_events.first(first);
        const QByteArray other = m_events.sliced(first, second - first);
        const bool twice = m_fault == Fault::DuplicateEvent;
        pass(chunk(twice ? QByteArray(one + one + other + other) : QByteArray(other + one)));
        m_events.remove(0, second);
    }
    if (!whole)
        return;
    pass(m_events.isEmpty() ? QByteArray("0\r\n\r\n") : QByteArray(chunk(m_events) + "0\r\n\r\n"));
    close();
}

void FaultExchange::sendWebPage()
{
    const QByteArray page = "<!DOCTYPE html><html><title>Sign in</title></html>";
    const QByteArray length = "Content-Length: " + QByteArray::number(page.size()) + "\r\n";
    pass(head("200 OK", "text/html", length) + page);
    close();
}

void FaultExchange::sendTooMuch()
{
    const QByteArray length = "Content-Length: " + QByteArray::number(TooMuch) + "\r\n";
    pass(head("200 OK", isStream() ? "text/event-stream" : "application/json", length));
    pass(isStream() ? "data: " : "{\"a\": \"");
    m_done = true;
    sendMore();
}

void FaultExchange::sendMore()
{
    if (m_done && m_fault == Fault::Oversize && m_client->bytesToWrite() < PieceOfTooMuch)
        pass(QByteArray(PieceOfTooMuch, 'x'));
}

void FaultExchange::reset()
{
    m_done = true;
    m_client->abort();
}

void FaultExchange::close()
{
    m_done = true;
    m_client->disconnectFromHost();
}

} // namespace renum::test
