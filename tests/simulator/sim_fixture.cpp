// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/sim_fixture.h"

#include "app/simulator/scenario/scenario_reader.h"
#include "core/net/http_client.h"

#include <QHostAddress>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTest>

namespace renum::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int AnswerTimeout = 20'000;

Json parsed(const QByteArray &text)
{
    return Json::parse(text.constBegin(), text.constEnd(), nullptr, false);
}

} // namespace

SimFixture::SimFixture(const QByteArray &scenario, const QString &profile, double speed,
    Clock *clock, const QString &stateFile)
{
    const Result<sim::Scenario> parsedScenario = sim::parseScenario(scenario, u"test"_s);
    if (!parsedScenario)
        qFatal("%s", qUtf8Printable(parsedScenario.error().message));
    m_simulator = std::make_unique<sim::Simulator>(clock ? clock : &m_clock,
        sim::SimulatorOptions {
            *sim::profileByName(profile), *parsedScenario, 42, speed, stateFile });
    if (const Result<void> restored = m_simulator->restore(); !restored)
        qFatal("%s", qUtf8Printable(restored.error().message));
    const Result<quint16> port = m_simulator->listen(0);
    if (!port)
        qFatal("%s", qUtf8Printable(port.error().message));
    m_port = *port;
}

QUrl SimFixture::url(const QString &path) const
{
    return QUrl(u"http://127.0.0.1:%1%2"_s.arg(m_port).arg(path));
}

SimAnswer SimFixture::finished(QNetworkReply *reply)
{
    const std::unique_ptr<QNetworkReply> owner(reply);
    QSignalSpy spy(reply, &QNetworkReply::finished);
    if (!reply->isFinished() && !spy.wait(AnswerTimeout))
        return {};
    SimAnswer answer;
    answer.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    answer.contentType = reply->rawHeader("Content-Type");
    answer.body = reply->readAll();
    answer.error = reply->error();
    answer.json = parsed(answer.body);
    return answer;
}

SimAnswer SimFixture::get(const QString &path, const Headers &headers)
{
    QNetworkRequest request(url(path));
    request.setAttribute(
        QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    for (const auto &[name, value] : headers)
        request.setRawHeader(name, value);
    return finished(m_manager.get(request));
}

SimAnswer SimFixture::postJson(const QString &path, const Json &body, const Headers &headers)
{
    QNetworkRequest request(url(path));
    for (const auto &[name, value] : headers)
        request.setRawHeader(name, value);
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
    return finished(m_manager.post(request, canonicalJson(body)));
}

SimAnswer SimFixture::putJson(const QString &path, const Json &body)
{
    QNetworkRequest request(url(path));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArray("application/json"));
    return finished(m_manager.put(request, canonicalJson(body)));
}

SimAnswer SimFixture::postForm(const QString &path, const QList<QPair<QString, QString>> &fields)
{
    QByteArray body;
    for (const auto &[name, value] : fields)
        body += "--XX\r\nContent-Disposition: form-data; name=\"" + name.toUtf8() + "\"\r\n\r\n"
            + value.toUtf8() + "\r\n";
    body += "--XX--\r\n";
    QNetworkRequest request(url(path));
    request.setHeader(
        QNetworkRequest::ContentTypeHeader, QByteArray("multipart/form-data; boundary=XX"));
    return finished(m_manager.post(request, body));
}

std::unique_ptr<QNetworkReply> SimFixture::open(const QString &path)
{
    return std::unique_ptr<QNetworkReply>(m_manager.get(QNetworkRequest(url(path))));
}

QList<Json> SimFixture::events(const QString &path)
{
    return eventsIn(get(path).body);
}

QList<Json> SimFixture::liveEvents(const QString &path, VirtualClock &clock)
{
    const auto reply = open(path);
    const bool connected
        = QTest::qWaitFor([&reply] { return !reply->rawHeaderList().isEmpty(); }, AnswerTimeout);
    if (!connected)
        return {};
    // In small steps, so that the sockets keep up and no time-out of theirs comes due.
    static_cast<void>(QTest::qWaitFor(
        [&] {
            clock.advance(std::chrono::milliseconds(100));
            return reply->isFinished();
        },
        AnswerTimeout));
    clock.advance(std::chrono::seconds(1)); // the stored status follows the last event
    return eventsIn(reply->readAll());
}

QByteArray SimFixture::sendOnce(const QString &path, const QByteArray &urlEncodedForm)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, m_port);
    socket.write("POST " + path.toUtf8() + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
        + QByteArray::number(urlEncodedForm.size()) + "\r\n\r\n" + urlEncodedForm);
    bool wasConnected = false;
    static_cast<void>(QTest::qWaitFor(
        [&] {
            wasConnected = wasConnected || socket.state() == QAbstractSocket::ConnectedState;
            return wasConnected && socket.state() == QAbstractSocket::UnconnectedState;
        },
        AnswerTimeout));
    return socket.readAll();
}

QList<Json> eventsIn(const QByteArray &stream)
{
    QList<Json> events;
    const QByteArrayList lines = stream.split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("data: "))
            events.append(parsed(line.mid(6)));
    }
    return events;
}

Json inner(const Json &event, const char *key)
{
    const Json *text = memberAt(event, key);
    return text && text->is_string() ? parsed(toQString(*text).toUtf8()) : Json();
}

QString eventName(const Json &event)
{
    const QString type = stringAt(event, "type").value_or(QString());
    if (const auto status = stringAt(event, "status"))
        return type + u'=' + *status;
    if (const auto kind = stringAt(inner(event, "content"), "status_type")) {
        const auto reason = stringAt(inner(event, "content"), "finish_reason");
        return type + u':' + *kind + (reason ? u'/' + *reason : QString());
    }
    const auto stage = stringAt(inner(event, "metadata"), "stream_status");
    return stage ? type + u':' + *stage : type;
}

QByteArray oneAgent(const QByteArray &steps, const QByteArray &furtherMembers)
{
    return R"({"version":1,)" + furtherMembers
        + R"("defaults":{"chars_per_second":4000,"first_token_ms":50},)"
          R"("agents":[{"agent_id":"agt-one","name":"One","responses":[{"steps":)"
        + steps + "}]}]}";
}

} // namespace renum::test
