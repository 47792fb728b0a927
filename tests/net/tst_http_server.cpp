// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/http_bench.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using renum::Responder;
using renum::ServerRequest;
using renum::test::closed;
using renum::test::HttpBench;

class HttpServerTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"."_s)); }

    void answersARequest();
    void decodesTheTarget_data();
    void decodesTheTarget();
    void takesBytesOneByOne();
    void keepsTheConnection();
    void answersAPipelineInOrder();
    void survivesALongPipeline();
    void closesWhenAsked_data();
    void closesWhenAsked();
    void sendsNoBodyWhereNoneBelongs_data();
    void sendsNoBodyWhereNoneBelongs();
    void saysContinue();
    void readsAChunkedBody();
};

void HttpServerTest::answersARequest()
{
    HttpBench bench;
    const auto socket = bench.dial("GET / HTTP/1.1\r\nHost: x\r\nX-Two: b\r\n\r\n");
    QByteArray answer;
    TRY_READ(socket, answer, answer.endsWith("hello"));
    QVERIFY2(answer.startsWith("HTTP/1.1 200 OK\r\n"), answer.constData());
    QVERIFY(answer.contains("\r\nContent-Length: 5\r\n"));
    QVERIFY(answer.contains("\r\nConnection: keep-alive\r\n"));
    QVERIFY(answer.contains("\r\nContent-Type: text/plain\r\n"));
    QVERIFY(answer.contains(" GMT\r\n"));
    QCOMPARE(bench.requests.size(), 1);
    QCOMPARE(bench.requests.at(0).method, "GET");
    QCOMPARE(bench.requests.at(0).path, u"/"_s);
    QCOMPARE(bench.requests.at(0).header("x-two"), "b");
    QCOMPARE(bench.requests.at(0).header("x-three"), "");
    QCOMPARE(bench.server->connectionCount(), 1);
}

void HttpServerTest::decodesTheTarget_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("value");
    QTest::newRow("plain") << QByteArray("/a/b") << u"/a/b"_s << QString();
    QTest::newRow("query") << QByteArray("/a?q=1&r=2") << u"/a"_s << u"1"_s;
    QTest::newRow("escaped") << QByteArray("/%C3%A9%20b?q=a%26b") << u"/é b"_s << u"a&b"_s;
    QTest::newRow("absolute") << QByteArray("http://h:1/p?q=2") << u"/p"_s << u"2"_s;
    QTest::newRow("absolute without path") << QByteArray("http://h") << u"/"_s << QString();
    QTest::newRow("invalid UTF-8") << QByteArray("/%FF?q=%") << u"/\uFFFD"_s << u"%"_s;
    QTest::newRow("url in the query")
        << QByteArray("/p?q=http://x/y") << u"/p"_s << u"http://x/y"_s;
    QTest::newRow("dots stay") << QByteArray("/../etc") << u"/../etc"_s << QString();
}

void HttpServerTest::decodesTheTarget()
{
    QFETCH(const QByteArray, target);
    HttpBench bench;
    const auto socket = bench.dial("GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n");
    QTRY_COMPARE(bench.requests.size(), 1);
    QTEST(bench.requests.at(0).path, "path");
    QTEST(bench.requests.at(0).query.queryItemValue(u"q"_s, QUrl::FullyDecoded), "value");
}

void HttpServerTest::takesBytesOneByOne()
{
    HttpBench bench;
    const auto socket = bench.dial();
    QTRY_COMPARE(socket->state(), QAbstractSocket::ConnectedState);
    const QByteArray request = "POST /x HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nabc";
    for (const char c : request) {
        socket->write(&c, 1);
        socket->flush();
        QTest::qWait(0); // lets the server take the byte by itself
    }
    QTRY_COMPARE(bench.requests.size(), 1);
    QCOMPARE(bench.requests.at(0).body, "abc");
}

void HttpServerTest::keepsTheConnection()
{
    HttpBench bench;
    const auto socket = bench.dial();
    for (int i = 1; i <= 3; ++i) {
        QByteArray answer;
        socket->write("GET /" + QByteArray::number(i) + " HTTP/1.1\r\nHost: x\r\n\r\n");
        TRY_READ(socket, answer, answer.endsWith("hello"));
    }
    QCOMPARE(bench.requests.size(), 3);
    QCOMPARE(bench.requests.at(2).path, u"/3"_s);
    QCOMPARE(bench.server->connectionCount(), 1);
    socket->disconnectFromHost();
    QTRY_COMPARE(bench.server->connectionCount(), 0);
}

void HttpServerTest::answersAPipelineInOrder()
{
    HttpBench bench;
    QList<std::shared_ptr<Responder>> waiting;
    bench.handle
        = [&](const ServerRequest &, const std::shared_ptr<Responder> &to) { waiting.append(to); };
    const QByteArray get = "GET /x HTTP/1.1\r\nHost: x\r\n\r\n";
    const auto socket = bench.dial(get + get + get);
    QByteArray answer;
    for (const char *body : { "one", "two", "three" }) {
        QTRY_COMPARE(waiting.size(), 1);
        waiting.takeFirst()->respond({ 200, {}, body });
    }
    TRY_READ(socket, answer, answer.endsWith("three"));
    QVERIFY(answer.indexOf("one") < answer.indexOf("two"));
    QVERIFY(answer.indexOf("two") < answer.indexOf("three"));
}

void HttpServerTest::survivesALongPipeline()
{
    HttpBench bench;
    const QByteArray get = "GET /x HTTP/1.1\r\nHost: x\r\n\r\n";
    const auto socket = bench.dial(get.repeated(20000));
    QByteArray answer;
    TRY_READ(socket, answer, answer.count("hello") == 20000);
}

void HttpServerTest::closesWhenAsked_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<QByteArray>("answerHeader");
    QTest::newRow("peer") << QByteArray("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                          << QByteArray();
    QTest::newRow("HTTP/1.0") << QByteArray("GET / HTTP/1.0\r\n\r\n") << QByteArray();
    QTest::newRow("handler") << QByteArray("GET / HTTP/1.1\r\nHost: x\r\n\r\n")
                             << QByteArray("close");
}

void HttpServerTest::closesWhenAsked()
{
    QFETCH(const QByteArray, request);
    QFETCH(const QByteArray, answerHeader);
    HttpBench bench;
    bench.handle = [&](const ServerRequest &, const std::shared_ptr<Responder> &to) {
        to->respond({ 200, { { "Connection", answerHeader } }, "bye" });
    };
    const auto socket = bench.dial(request);
    QByteArray answer;
    TRY_READ(socket, answer, closed(socket));
    QVERIFY2(answer.contains("Connection: close\r\n"), answer.constData());
    QVERIFY(answer.endsWith("bye"));
    QTRY_COMPARE(bench.server->connectionCount(), 0);
}

void HttpServerTest::sendsNoBodyWhereNoneBelongs_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("streamed");
    QTest::addColumn<QByteArray>("framing");
    QTest::newRow("HEAD") << QByteArray("HEAD") << 200 << false << QByteArray("Content-Length: 5");
    QTest::newRow("204") << QByteArray("GET") << 204 << false << QByteArray();
    QTest::newRow("304") << QByteArray("GET") << 304 << false << QByteArray();
    QTest::newRow("HEAD of a stream")
        << QByteArray("HEAD") << 200 << true << QByteArray("Transfer-Encoding: chunked");
    QTest::newRow("204 of a stream") << QByteArray("GET") << 204 << true << QByteArray();
}

void HttpServerTest::sendsNoBodyWhereNoneBelongs()
{
    QFETCH(const QByteArray, method);
    QFETCH(const int, status);
    QFETCH(const bool, streamed);
    QFETCH(const QByteArray, framing);
    HttpBench bench;
    bench.handle = [=](const ServerRequest &, const std::shared_ptr<Responder> &to) {
        if (!streamed)
            return to->respond({ status, {}, "hello" });
        to->beginStream(status, {});
        to->write("hello");
        to->endStream();
    };
    const auto socket = bench.dial(method + " / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    QByteArray answer;
    TRY_READ(socket, answer, closed(socket));
    QVERIFY2(answer.endsWith("\r\n\r\n"), answer.constData());
    QVERIFY(!answer.contains("hello"));
    QCOMPARE(answer.contains("Content-Length") || answer.contains("Transfer-Encoding"),
        !framing.isEmpty());
    QVERIFY2(answer.contains(framing), answer.constData());
}

void HttpServerTest::saysContinue()
{
    HttpBench bench;
    const auto socket = bench.dial("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\n"
                                   "Expect: 100-continue\r\n\r\n");
    QByteArray answer;
    TRY_READ(socket, answer, answer == "HTTP/1.1 100 Continue\r\n\r\n");
    QCOMPARE(bench.requests.size(), 0);
    socket->write("body");
    answer.clear();
    TRY_READ(socket, answer, answer.endsWith("hello"));
    QVERIFY(!answer.contains("100 Continue"));
    QCOMPARE(bench.requests.at(0).body, "body");
}

void HttpServerTest::readsAChunkedBody()
{
    HttpBench bench;
    const auto socket
        = bench.dial("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
                     "5;note=1\r\nhello\r\n1\r\n!\r\n0\r\nTrailer: t\r\n\r\n"
                     "GET /next HTTP/1.1\r\nHost: x\r\n\r\n");
    QTRY_COMPARE(bench.requests.size(), 2);
    QCOMPARE(bench.requests.at(0).body, "hello!");
    QCOMPARE(bench.requests.at(1).path, u"/next"_s);
}

QTEST_GUILESS_MAIN(HttpServerTest)
#include "tst_http_server.moc"
