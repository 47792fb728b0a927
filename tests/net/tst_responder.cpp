// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/http_bench.h"

#include <QRegularExpression>
#include <QTest>

#include <stdexcept>

using namespace Qt::StringLiterals;
using renum::Responder;
using renum::ServerRequest;
using renum::test::closed;
using renum::test::HttpBench;

class ResponderTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"."_s)); }

    void streamsInChunks();
    void streamsToHttp10UntilTheEnd();
    void cutsAStream();
    void countsUnsentBytes();
    void answersOnce();
    void survivesAPeerThatLeft();
    void noticesADroppedResponder();
    void cutsADroppedStream();
    void turnsAnExceptionInto500_data();
    void turnsAnExceptionInto500();
    void leavesOutHeadersThatBreakFraming();
    void mayBeDestroyedByItsHandler();
};

void ResponderTest::streamsInChunks()
{
    HttpBench bench;
    std::shared_ptr<Responder> stream;
    bench.handle = [&](const ServerRequest &, const std::shared_ptr<Responder> &to) {
        to->beginStream(200, { { "Content-Type", "text/event-stream" } });
        stream = to;
    };
    const auto socket = bench.dial("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    QByteArray answer;
    TRY_READ(socket, answer, answer.endsWith("\r\n\r\n"));
    QVERIFY(answer.contains("Transfer-Encoding: chunked\r\n"));
    answer.clear();
    stream->write("data: 1\n\n");
    TRY_READ(socket, answer, answer == "9\r\ndata: 1\n\n\r\n");
    answer.clear();
    stream->write("");
    stream->write("abcdefghijklmnop");
    stream->endStream();
    TRY_READ(socket, answer, answer == "10\r\nabcdefghijklmnop\r\n0\r\n\r\n");
    QVERIFY(!stream->peerGone());
    answer.clear();
    bench.handle = [](const ServerRequest &, const std::shared_ptr<Responder> &to) {
        to->respond({ 200, {}, "again" });
    };
    socket->write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    TRY_READ(socket, answer, answer.endsWith("again"));
}

void ResponderTest::streamsToHttp10UntilTheEnd()
{
    HttpBench bench;
    bench.handle = [](const ServerRequest &, const std::shared_ptr<Responder> &to) {
        to->beginStream(200, {});
        to->write("one");
        to->write("two");
        to->endStream();
    };
    const auto socket = bench.dial("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
    QByteArray answer;
    TRY_READ(socket, answer, closed(socket));
    QVERIFY2(answer.endsWith("\r\n\r\nonetwo"), answer.constData());
    QVERIFY(answer.contains("Connection: close"));
}

void ResponderTest::cutsAStream()
{
    HttpBench bench;
    std::shared_ptr<Responder> stream;
    bench.handle = [&](const ServerRequest &, const std::shared_ptr<Responder> &to) {
        stream = to;
        to->beginStream(200, {});
        to->write("half");
        to->abort();
    };
    const auto socket = bench.dial("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    QByteArray answer;
    TRY_READ(socket, answer, closed(socket));
    QVERIFY2(answer.endsWith("4\r\nhalf\r\n"), answer.constData());
    QVERIFY(stream->peerGone());
    stream->abort();
    QTRY_COMPARE(bench.server->connectionCount(), 0);
}

void ResponderTest::countsUnsentBytes()
{
    HttpBench bench;
    std::shared_ptr<Responder> stream;
    bench.handle = [&](const ServerRequest &, const std::shared_ptr<Responder> &to) {
        to->beginStream(200, {});
        stream = to;
    };
    const auto socket = bench.dial();
    socket->setReadBufferSize(1024);
    socket->write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    QTRY_VERIFY(stream);
    stream->write(QByteArray(64 * 1024 * 1024, 'x'));
    QTRY_VERIFY(stream->pendingBytes() < 64 * 1024 * 1024); // the system took what it could
    QVERIFY(stream->pendingBytes() > 1024 * 1024);
    socket->setReadBufferSize(0);
    socket->readAll();
    QTRY_COMPARE(stream->pendingBytes(), 0);
}

void ResponderTest::answersOnce()
{
    HttpBench bench;
    bench.handle = [](const ServerRequest &, const std::shared_ptr<Responder> &to) {
        to->write("too early");
        to->endStream();
        to->respond({ 200, {}, "first" });
        to->respond({ 200, {}, "second" });
        to->beginStream(200, {});
        to->write("third");
        to->abort();
    };
    const auto socket = bench.dial("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    QByteArray answer;
    TRY_READ(socket, answer, closed(socket));
    QVERIFY2(answer.endsWith("\r\n\r\nfirst"), answer.constData());
    QCOMPARE(answer.count("HTTP/1.1"), 1);
}

void ResponderTest::survivesAPeerThatLeft()
{
    HttpBench bench;
    std::shared_ptr<Responder> late;
    bench.handle = [&](const ServerRequest &, const std::shared_ptr<Responder> &to) { late = to; };
    const auto socket = bench.dial("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    QTRY_VERIFY(late);
    QVERIFY(!late->peerGone());
    socket->abort();
    QTRY_VERIFY(late->peerGone());
    QTRY_COMPARE(bench.server->connectionCount(), 0);
    late->respond({ 200, {}, "nobody listens" });
    QCOMPARE(late->pendingBytes(), 0);
}

void ResponderTest::noticesADroppedResponder()
{
    HttpBench bench;
    bench.handle = [](const ServerRequest &, const std::shared_ptr<Responder> &) {};
    const auto socket = bench.dial("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    QByteArray answer;
    TRY_READ(socket, answer, answer.startsWith("HTTP/1.1 500 "));
}

void ResponderTest::cutsADroppedStream()
{
    HttpBench bench;
    bench.handle = [](const ServerRequest &, const std::shared_ptr<Responder> &to) {
        to->beginStream(200, {});
    };
    const auto socket = bench.dial("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    QByteArray answer;
    TRY_READ(socket, answer, closed(socket));
    QVERIFY2(answer.endsWith("\r\n\r\n"), answer.constData());
    QVERIFY(!answer.endsWith("0\r\n\r\n"));
}

void ResponderTest::turnsAnExceptionInto500_data()
{
    QTest::addColumn<bool>("standard");
    QTest::addColumn<QString>("logged");
    QTest::newRow("std") << true << u"A request handler threw: out of ideas"_s;
    QTest::newRow("other") << false << u"A request handler threw an unknown exception"_s;
}

void ResponderTest::turnsAnExceptionInto500()
{
    QFETCH(const bool, standard);
    QFETCH(const QString, logged);
    HttpBench bench;
    bench.handle = [standard](const ServerRequest &, const std::shared_ptr<Responder> &) {
        if (standard)
            throw std::runtime_error("out of ideas");
        throw 42; // NOLINT(hicpp-exception-baseclass): that is the case under test
    };
    QTest::ignoreMessage(QtCriticalMsg, logged.toUtf8().constData());
    const auto socket = bench.dial("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    QByteArray answer;
    TRY_READ(socket, answer, answer.startsWith("HTTP/1.1 500 "));
    QVERIFY(!answer.contains("ideas"));
}

void ResponderTest::leavesOutHeadersThatBreakFraming()
{
    HttpBench bench;
    bench.handle = [](const ServerRequest &, const std::shared_ptr<Responder> &to) {
        to->respond({ 200,
            { { "X-Good", "1" }, { "X-Bad", "a\r\nSet-Cookie: b" }, { "Content-Length", "1" },
                { "transfer-encoding", "chunked" } },
            "hello" });
    };
    QTest::ignoreMessage(QtWarningMsg, "Left out a response header that holds a line break");
    const auto socket = bench.dial("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    QByteArray answer;
    TRY_READ(socket, answer, answer.endsWith("hello"));
    QVERIFY(answer.contains("X-Good: 1"));
    QVERIFY(!answer.contains("Set-Cookie"));
    QVERIFY(!answer.contains("chunked"));
    QCOMPARE(answer.count("Content-Length: 5"), 1);
}

void ResponderTest::mayBeDestroyedByItsHandler()
{
    HttpBench bench;
    std::shared_ptr<Responder> late;
    bench.handle = [&](const ServerRequest &, const std::shared_ptr<Responder> &to) {
        late = to;
        bench.server.reset();
    };
    const auto socket = bench.dial("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    QTRY_VERIFY(late);
    QVERIFY(late->peerGone());
    late->respond({ 200, {}, "too late" });
    QTRY_VERIFY(closed(socket));
    QVERIFY(socket->readAll().isEmpty());
}

QTEST_GUILESS_MAIN(ResponderTest)
#include "tst_responder.moc"
