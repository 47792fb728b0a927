// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/http_client.h"
#include "tests/support/http_bench.h"
#include "tests/support/raw_server.h"
#include "tests/support/running_task.h"
#include "tests/support/virtual_clock.h"

#include <QFile>
#include <QRegularExpression>
#include <QSslKey>
#include <QSslServer>
#include <QSslSocket>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using renum::HttpClient;
using renum::HttpReply;
using renum::HttpRequest;
using renum::Result;
using renum::surelyNotSent;
using renum::test::HttpBench;
using renum::test::RawServer;
using renum::test::VirtualClock;
using Sending = renum::test::RunningTask<Result<HttpReply>>;

namespace {

HttpRequest get(quint16 port, const QString &scheme = u"http"_s)
{
    HttpRequest request;
    request.url = QUrl(u"%1://127.0.0.1:%2/"_s.arg(scheme).arg(port));
    return request;
}

quint16 closedPort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

} // namespace

class HttpClientFailuresTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"."_s)); }

    void reportsARefusedConnection();
    void reportsAnUnknownHost();
    void reportsTlsOnAPlainPort_data();
    void reportsTlsOnAPlainPort();
    void refusesASelfSignedCertificate();
    void givesUpConnecting();
    void givesUpWhenIdle_data();
    void givesUpWhenIdle();
    void idleStartsAnewWithEveryByte();
    void givesUpInTotal();
    void waitsForEverWithoutLimits();
    void cancelsBeforeTheStart();
    void cancelsInFlight();
    void cancelsFromAnotherThread();
    void endsWhenTheClientDies();

private:
    renum::SystemClock m_clock;
};

void HttpClientFailuresTest::reportsARefusedConnection()
{
    HttpClient client(&m_clock);
    const quint16 port = closedPort();
    const Sending sending(client.send(get(port), {}));
    QTRY_VERIFY(sending.done());
    const renum::Error &error = sending.value().error();
    QCOMPARE(error.code, u"connection_refused"_s);
    QVERIFY(surelyNotSent(error));
    QVERIFY(error.message.contains(u"127.0.0.1, port %1"_s.arg(port)));
}

void HttpClientFailuresTest::reportsAnUnknownHost()
{
    HttpClient client(&m_clock);
    HttpRequest request;
    request.url = QUrl(u"http://name.invalid/"_s); // reserved by RFC 6761: never resolves
    const Sending sending(client.send(request, {}));
    QTRY_VERIFY_WITH_TIMEOUT(sending.done(), 15000);
    QCOMPARE(sending.value().error().code, u"host_not_found"_s);
    QVERIFY(surelyNotSent(sending.value().error()));
    QVERIFY(sending.value().error().message.contains(u"name.invalid"_s));
}

void HttpClientFailuresTest::reportsTlsOnAPlainPort_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("answers in plain text") << QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n");
    QTest::newRow("closes") << QByteArray();
}

void HttpClientFailuresTest::reportsTlsOnAPlainPort()
{
    QFETCH(const QByteArray, answer);
    RawServer server(RawServer::sayAndClose(answer));
    HttpClient client(&m_clock);
    const Sending sending(client.send(get(server.port(), u"https"_s), {}));
    QTRY_VERIFY(sending.done());
    QCOMPARE(sending.value().error().code, u"tls_failed"_s);
    QVERIFY(surelyNotSent(sending.value().error()));
    QVERIFY(!server.received().contains("GET"));
}

void HttpClientFailuresTest::refusesASelfSignedCertificate()
{
    const auto read = [](const QString &name) {
        QFile file(QStringLiteral(RENUM_SOURCE_DIR "/tests/net/data/") + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(QSslCertificate(read(u"self_signed.crt"_s)));
    configuration.setPrivateKey(QSslKey(read(u"self_signed.key"_s), QSsl::Ec));
    QSslServer server;
    server.setSslConfiguration(configuration);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QByteArray received;
    connect(&server, &QTcpServer::pendingConnectionAvailable, this, [&] {
        QTcpSocket *socket = server.nextPendingConnection();
        connect(
            socket, &QTcpSocket::readyRead, this, [&, socket] { received += socket->readAll(); });
    });

    HttpClient client(&m_clock);
    const Sending sending(client.send(get(server.serverPort(), u"https"_s), {}));
    QTRY_VERIFY(sending.done());
    const renum::Error &error = sending.value().error();
    QCOMPARE(error.code, u"tls_failed"_s);
    QVERIFY(surelyNotSent(error));
    QVERIFY2(error.message.contains(u"certificate"_s), qPrintable(error.message));
    QVERIFY2(
        error.args.value(u"reason"_s).toString().contains(u"self"_s), qPrintable(error.message));
    QVERIFY(received.isEmpty());
}

void HttpClientFailuresTest::givesUpConnecting()
{
    // A server that accepts nothing: over TLS the connection does not stand before the handshake.
    RawServer server(RawServer::say({}));
    VirtualClock clock;
    HttpClient client(&clock);
    const Sending sending(client.send(get(server.port(), u"https"_s), {}));
    QTRY_VERIFY(!server.received().isEmpty());
    clock.advance(9999ms);
    QVERIFY(!sending.done());
    clock.advance(1ms);
    QTRY_VERIFY(sending.done());
    QCOMPARE(sending.value().error().code, u"connect_timeout"_s);
    QVERIFY(surelyNotSent(sending.value().error()));
    QCOMPARE(clock.pending(), 0);
}

void HttpClientFailuresTest::givesUpWhenIdle_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("half a head") << QByteArray("HTTP/1.1 200 OK\r\nCont");
    QTest::newRow("half a body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc");
}

void HttpClientFailuresTest::givesUpWhenIdle()
{
    QFETCH(const QByteArray, bytes);
    RawServer server(RawServer::say(bytes));
    VirtualClock clock;
    HttpClient client(&clock);
    const Sending sending(client.send(get(server.port()), {}));
    QTRY_VERIFY(!server.received().isEmpty());
    clock.advance(29s);
    QVERIFY(!sending.done());
    // What the server said may still arrive, and starts the time anew.
    QTRY_VERIFY((clock.advance(5s), sending.done()));
    QCOMPARE(sending.value().error().code, u"idle_timeout"_s);
    QVERIFY(!surelyNotSent(sending.value().error()));
    QCOMPARE(clock.pending(), 0);
}

void HttpClientFailuresTest::idleStartsAnewWithEveryByte()
{
    QTcpSocket *peer = nullptr;
    RawServer server([&peer](QTcpSocket *socket) { peer = socket; });
    VirtualClock clock;
    HttpClient client(&clock);
    HttpRequest request = get(server.port());
    request.timeouts.total = 0ms;
    QByteArray got;
    renum::HttpStreamHandler handler;
    handler.onBytes = [&got](QByteArrayView bytes) {
        got += bytes;
        return true;
    };
    const renum::test::RunningTask<Result<renum::HttpStreamEnd>> streaming(
        client.stream(request, handler, {}));
    QTRY_VERIFY(peer);
    peer->write("HTTP/1.1 200 OK\r\n\r\n");
    for (int i = 1; i <= 10; ++i) {
        peer->write("x");
        QTRY_COMPARE(got.size(), i);
        clock.advance(29s);
        QVERIFY(!streaming.done());
    }
    clock.advance(1s);
    QTRY_VERIFY(streaming.done());
    QCOMPARE(streaming.value().error().code, u"idle_timeout"_s);
}

void HttpClientFailuresTest::givesUpInTotal()
{
    RawServer server(RawServer::say({}));
    VirtualClock clock;
    HttpClient client(&clock);
    HttpRequest request = get(server.port());
    request.timeouts.idle = 0ms;
    const Sending sending(client.send(request, {}));
    QTRY_VERIFY(!server.received().isEmpty());
    clock.advance(59s);
    QVERIFY(!sending.done());
    clock.advance(1s);
    QTRY_VERIFY(sending.done());
    QCOMPARE(sending.value().error().code, u"total_timeout"_s);
    QCOMPARE(clock.pending(), 0);
}

void HttpClientFailuresTest::waitsForEverWithoutLimits()
{
    QTcpSocket *peer = nullptr;
    RawServer server([&peer](QTcpSocket *socket) { peer = socket; });
    VirtualClock clock;
    HttpClient client(&clock);
    HttpRequest request = get(server.port());
    request.timeouts = { 0ms, 0ms, 0ms };
    const Sending sending(client.send(request, {}));
    QTRY_VERIFY(peer);
    QCOMPARE(clock.pending(), 0);
    clock.advance(std::chrono::hours(1000));
    QVERIFY(!sending.done());
    peer->write("HTTP/1.1 204 No Content\r\n\r\n");
    QTRY_VERIFY(sending.done());
    QVERIFY(sending.value());
}

void HttpClientFailuresTest::cancelsBeforeTheStart()
{
    RawServer server(RawServer::say({}));
    HttpClient client(&m_clock);
    std::stop_source stop;
    stop.request_stop();
    const Sending sending(client.send(get(server.port()), stop.get_token()));
    const renum::test::RunningTask<Result<renum::HttpStreamEnd>> streaming(
        client.stream(get(server.port()), {}, stop.get_token()));
    QVERIFY(sending.done());
    QCOMPARE(sending.value().error().code, u"user_cancelled"_s);
    QVERIFY(surelyNotSent(sending.value().error()));
    QVERIFY(streaming.done());
    QCOMPARE(streaming.value().error(), sending.value().error());
    QCOMPARE(server.connections(), 0);
}

void HttpClientFailuresTest::cancelsInFlight()
{
    QPointer<QTcpSocket> peer;
    RawServer server([&peer](QTcpSocket *socket) { peer = socket; });
    HttpClient client(&m_clock);
    std::stop_source stop;
    const Sending sending(client.send(get(server.port()), stop.get_token()));
    QTRY_VERIFY(peer);
    QVERIFY(!sending.done());
    stop.request_stop();
    QVERIFY(!sending.done()); // never inside request_stop()
    QTRY_VERIFY(sending.done());
    QCOMPARE(sending.value().error().code, u"user_cancelled"_s);
    QVERIFY(sending.value().error().category == renum::ErrorCategory::UserCancelled);
    QVERIFY(!surelyNotSent(sending.value().error()));
    QTRY_COMPARE(peer->state(), QAbstractSocket::UnconnectedState);
}

void HttpClientFailuresTest::cancelsFromAnotherThread()
{
    RawServer server(RawServer::say({}));
    HttpClient client(&m_clock);
    std::stop_source stop;
    const Sending sending(client.send(get(server.port()), stop.get_token()));
    QTRY_VERIFY(!server.received().isEmpty());
    std::thread([&stop] { stop.request_stop(); }).join();
    QTRY_VERIFY(sending.done());
    QCOMPARE(sending.value().error().code, u"user_cancelled"_s);
}

void HttpClientFailuresTest::endsWhenTheClientDies()
{
    RawServer server(RawServer::say({}));
    auto client = std::make_unique<HttpClient>(&m_clock);
    const Sending started(client->send(get(server.port()), {}));
    QTRY_VERIFY(!server.received().isEmpty());
    const Sending fresh(client->send(get(server.port()), {}));
    client.reset();
    QTRY_VERIFY(started.done() && fresh.done());
    QCOMPARE(started.value().error().code, u"user_cancelled"_s);
    QCOMPARE(fresh.value().error().code, u"user_cancelled"_s);
}

QTEST_GUILESS_MAIN(HttpClientFailuresTest)
#include "tst_http_client_failures.moc"
