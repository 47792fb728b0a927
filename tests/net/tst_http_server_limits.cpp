// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/http_bench.h"

#include <QRegularExpression>
#include <QTcpServer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using renum::HttpServer;
using renum::HttpServerLimits;
using renum::Responder;
using renum::ServerRequest;
using renum::test::closed;
using renum::test::HttpBench;
using renum::test::smallLimits;

class HttpServerLimitsTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"."_s)); }

    void rejects_data();
    void rejects();
    void drainsAnOversizedBody();
    void timesOutARequest_data();
    void timesOutARequest();
    void closesAnIdleConnection();
    void dropsAPeerThatDoesNotRead();
    void refusesTooManyConnections();
    void reportsATakenPort();
};

void HttpServerLimitsTest::rejects_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("status");
    const QByteArray post = "POST / HTTP/1.1\r\nHost: x\r\n";
    QTest::newRow("garbage") << QByteArray("\x16\x03\x01\x02 garbage\r\n\r\n") << QByteArray("400");
    QTest::newRow("a lone line feed") << QByteArray("\n\n") << QByteArray("400");
    QTest::newRow("HTTP/3.9") << QByteArray("GET / HTTP/3.9\r\n\r\n") << QByteArray("400");
    QTest::newRow("NUL in the target")
        << QByteArray("GET /\0a HTTP/1.1\r\n\r\n", 20) << QByteArray("400");
    QTest::newRow("space before the colon")
        << QByteArray("GET / HTTP/1.1\r\nHost : x\r\n\r\n") << QByteArray("400");
    QTest::newRow("two lengths") << post + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab"
                                 << QByteArray("400");
    QTest::newRow("length and chunks")
        << post + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
        << QByteArray("400");
    QTest::newRow("negative length") << post + "Content-Length: -1\r\n\r\n" << QByteArray("400");
    QTest::newRow("bad chunk size") << post + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n"
                                    << QByteArray("400");
    QTest::newRow("endless chunk extension") << post + "Transfer-Encoding: chunked\r\n\r\n1;"
            + QByteArray(4000, 'a') << QByteArray("400");
    QTest::newRow("long target") << QByteArray("GET /") + QByteArray(4000, 'a')
                                 << QByteArray("431");
    QTest::newRow("long header") << post + "X: " + QByteArray(4000, 'a') << QByteArray("431");
    QTest::newRow("many headers") << post + QByteArray("X: y\r\n").repeated(1000)
                                  << QByteArray("431");
    QTest::newRow("large length") << post + "Content-Length: 2049\r\n\r\n" << QByteArray("413");
    QTest::newRow("large length, expecting")
        << post + "Content-Length: 2049\r\nExpect: 100-continue\r\n\r\n"
        << QByteArray("413");
    QTest::newRow("large chunk") << post + "Transfer-Encoding: chunked\r\n\r\nfff\r\n"
            + QByteArray(0xfff, 'a')
                                 << QByteArray("413");
}

void HttpServerLimitsTest::rejects()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, status);
    HttpServerLimits limits = smallLimits();
    limits.idle = 300ms; // also bounds how long it listens on after a refusal
    HttpBench bench(limits);
    const auto socket = bench.dial(bytes);
    QByteArray answer;
    TRY_READ(socket, answer, closed(socket));
    QVERIFY2(answer.startsWith(QByteArray("HTTP/1.1 " + status)), answer.constData());
    QVERIFY(answer.contains("Connection: close\r\n"));
    QCOMPARE(answer.count("HTTP/1.1"), 1);
    QCOMPARE(bench.requests.size(), 0);
    QTRY_COMPARE(bench.server->connectionCount(), 0);
}

// The peer must be able to read the 413 although it is still sending.
void HttpServerLimitsTest::drainsAnOversizedBody()
{
    HttpBench bench;
    const auto socket = bench.dial("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9000000\r\n\r\n");
    socket->write(QByteArray(9000000, 'x'));
    QByteArray answer;
    TRY_READ(socket, answer, answer.contains("413") && socket->bytesToWrite() == 0);
    socket->disconnectFromHost();
    QTRY_COMPARE(bench.server->connectionCount(), 0);
}

void HttpServerLimitsTest::timesOutARequest_data()
{
    QTest::addColumn<int>("idle");
    QTest::addColumn<int>("total");
    QTest::newRow("idle") << 30 << 100000;
    QTest::newRow("total") << 100000 << 30;
}

void HttpServerLimitsTest::timesOutARequest()
{
    QFETCH(const int, idle);
    QFETCH(const int, total);
    HttpServerLimits limits = smallLimits();
    limits.idle = std::chrono::milliseconds(idle);
    limits.total = std::chrono::milliseconds(total);
    HttpBench bench(limits);
    const auto socket = bench.dial("GET / HTTP/1.1\r\nHos");
    QByteArray answer;
    TRY_READ(socket, answer, closed(socket));
    QVERIFY2(answer.startsWith("HTTP/1.1 408 "), answer.constData());
}

void HttpServerLimitsTest::closesAnIdleConnection()
{
    HttpServerLimits limits = smallLimits();
    limits.idle = 30ms;
    HttpBench bench(limits);
    const auto silent = bench.dial();
    const auto served = bench.dial("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    QByteArray answer;
    TRY_READ(served, answer, closed(served) && closed(silent));
    QVERIFY(answer.endsWith("hello"));
    QVERIFY(silent->readAll().isEmpty());
    QTRY_COMPARE(bench.server->connectionCount(), 0);
}

void HttpServerLimitsTest::dropsAPeerThatDoesNotRead()
{
    HttpServerLimits limits = smallLimits();
    limits.idle = 50ms;
    HttpBench bench(limits);
    bench.handle = [](const ServerRequest &, const std::shared_ptr<Responder> &to) {
        to->respond({ 200, {}, QByteArray(32 * 1024 * 1024, 'x') });
    };
    const auto socket = bench.dial();
    socket->setReadBufferSize(1024);
    socket->write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    QTRY_COMPARE(bench.requests.size(), 1);
    QTRY_COMPARE(bench.server->connectionCount(), 0);
}

void HttpServerLimitsTest::refusesTooManyConnections()
{
    HttpServerLimits limits = smallLimits();
    limits.maxConnections = 1;
    HttpBench bench(limits);
    const auto first = bench.dial();
    QTRY_COMPARE(bench.server->connectionCount(), 1);
    const auto second = bench.dial();
    QByteArray answer;
    TRY_READ(second, answer, closed(second));
    QVERIFY2(answer.startsWith("HTTP/1.1 503 "), answer.constData());
    first->disconnectFromHost();
    QTRY_COMPARE(bench.server->connectionCount(), 0);
    const auto third = bench.dial("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    answer.clear();
    TRY_READ(third, answer, answer.endsWith("hello"));
}

void HttpServerLimitsTest::reportsATakenPort()
{
    QTcpServer holder;
    QVERIFY(holder.listen(QHostAddress::LocalHost));
    renum::SystemClock clock;
    HttpServer server(&clock, [](const ServerRequest &, const std::shared_ptr<Responder> &) {});
    const auto result = server.listen(QHostAddress::LocalHost, holder.serverPort());
    QVERIFY(!result);
    QCOMPARE(result.error().code, u"network_failed"_s);
    QVERIFY(result.error().message.contains(QString::number(holder.serverPort())));
    QVERIFY(result.error().message.contains(u"127.0.0.1"_s));
}

QTEST_GUILESS_MAIN(HttpServerLimitsTest)
#include "tst_http_server_limits.moc"
