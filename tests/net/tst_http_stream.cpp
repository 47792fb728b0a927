// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/http_client.h"
#include "tests/support/http_bench.h"
#include "tests/support/raw_server.h"
#include "tests/support/running_task.h"

#include <QRegularExpression>
#include <QTest>

#include <vector>

using namespace Qt::StringLiterals;
using renum::HttpClient;
using renum::HttpReply;
using renum::HttpRequest;
using renum::HttpStreamEnd;
using renum::HttpStreamHandler;
using renum::Responder;
using renum::Result;
using renum::ServerRequest;
using renum::test::HttpBench;
using renum::test::RawServer;
using Streaming = renum::test::RunningTask<Result<HttpStreamEnd>>;

namespace {

const QByteArray ChunkedHead = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

HttpRequest get(quint16 port)
{
    HttpRequest request;
    request.url = QUrl(u"http://127.0.0.1:%1/"_s.arg(port));
    return request;
}

/// Collects a stream, and can end it.
struct Collector {
    HttpStreamHandler handler()
    {
        return { [this](const HttpReply &head) {
                    heads.append(head);
                    return goOnAfterHead;
                },
            [this](QByteArrayView more) {
                bytes += more;
                ++calls;
                return bytes.size() < enough;
            } };
    }

    QList<HttpReply> heads;
    QByteArray bytes;
    int calls = 0;
    bool goOnAfterHead = true;
    qsizetype enough = 1 << 30;
};

} // namespace

class HttpStreamTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"."_s)); }

    void deliversAsItComes();
    void endsWithTheBody_data();
    void endsWithTheBody();
    void noticesACut();
    void collectsAnErrorBody();
    void boundsAnErrorBody();
    void hasNoSizeLimit();
    void endsWhenTheHandlerHasEnough();
    void worksWithoutHandlers();
    void isSilentOnceCancelled();
    void survivesAHandlerThatDestroysTheClient();
    void runsFiftyAtOnce();

private:
    renum::SystemClock m_clock;
};

void HttpStreamTest::deliversAsItComes()
{
    HttpBench bench;
    std::shared_ptr<Responder> stream;
    bench.handle = [&](const ServerRequest &, const std::shared_ptr<Responder> &to) {
        to->beginStream(200, { { "Content-Type", "text/event-stream" } });
        stream = to;
    };
    HttpClient client(&m_clock);
    Collector got;
    const Streaming streaming(client.stream(get(bench.port), got.handler(), {}));
    QTRY_COMPARE(got.heads.size(), 1);
    QCOMPARE(got.heads.at(0).status, 200);
    QCOMPARE(got.heads.at(0).header("Content-Type"), "text/event-stream");
    QCOMPARE(bench.requests.at(0).header("Accept-Encoding"), "identity");
    stream->write("one");
    QTRY_COMPARE(got.bytes, "one");
    stream->write("two");
    QTRY_COMPARE(got.bytes, "onetwo");
    QVERIFY(!streaming.done());
    stream->endStream();
    QTRY_VERIFY(streaming.done());
    QVERIFY(streaming.value());
    QCOMPARE(streaming.value()->reply.status, 200);
    QCOMPARE(streaming.value()->reply.body, "");
    QCOMPARE(got.heads.size(), 1);
}

void HttpStreamTest::endsWithTheBody_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("closes");
    QTest::newRow("chunked") << ChunkedHead + "3\r\nabc\r\n0\r\n\r\n" << false;
    QTest::newRow("length") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc")
                            << false;
    QTest::newRow("until the close") << QByteArray("HTTP/1.1 200 OK\r\n\r\nabc") << true;
}

void HttpStreamTest::endsWithTheBody()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const bool, closes);
    RawServer server(closes ? RawServer::sayAndClose(bytes) : RawServer::say(bytes));
    HttpClient client(&m_clock);
    Collector got;
    const Streaming streaming(client.stream(get(server.port()), got.handler(), {}));
    QTRY_VERIFY(streaming.done());
    QVERIFY(streaming.value());
    QCOMPARE(got.bytes, "abc");
}

void HttpStreamTest::noticesACut()
{
    for (const char *tail : { "", "3\r\nabc\r\n", "9\r\nabc", "3\r\nabc\r\n0\r\n" }) {
        RawServer server(RawServer::sayAndClose(ChunkedHead + tail));
        HttpClient client(&m_clock);
        Collector got;
        const Streaming streaming(client.stream(get(server.port()), got.handler(), {}));
        QTRY_VERIFY(streaming.done());
        QVERIFY2(!streaming.value(), tail);
        QCOMPARE(streaming.value().error().code, u"connection_lost"_s);
        QCOMPARE(got.heads.size(), 1);
        QCOMPARE(got.bytes, *tail == '\0' ? "" : "abc");
        QCOMPARE(server.connections(), 1);
    }
}

void HttpStreamTest::collectsAnErrorBody()
{
    HttpBench bench;
    bench.handle = [](const ServerRequest &, const std::shared_ptr<Responder> &to) {
        to->respond({ 404, { { "Content-Type", "application/json" } }, R"({"detail":"no run"})" });
    };
    HttpClient client(&m_clock);
    Collector got;
    const Streaming streaming(client.stream(get(bench.port), got.handler(), {}));
    QTRY_VERIFY(streaming.done());
    QVERIFY(streaming.value());
    QCOMPARE(streaming.value()->reply.status, 404);
    QCOMPARE(streaming.value()->reply.body, R"({"detail":"no run"})");
    QVERIFY(got.heads.isEmpty());
    QVERIFY(got.bytes.isEmpty());
}

void HttpStreamTest::boundsAnErrorBody()
{
    RawServer server(RawServer::say("HTTP/1.1 500 Oops\r\n\r\n" + QByteArray(200 * 1024, 'x')));
    HttpClient client(&m_clock);
    const Streaming streaming(client.stream(get(server.port()), {}, {}));
    QTRY_VERIFY(streaming.done());
    QVERIFY(streaming.value());
    QCOMPARE(streaming.value()->reply.status, 500);
    QCOMPARE(streaming.value()->reply.body.size(), 64 * 1024);
}

void HttpStreamTest::hasNoSizeLimit()
{
    HttpBench bench;
    bench.handle = [](const ServerRequest &, const std::shared_ptr<Responder> &to) {
        to->respond({ 200, {}, QByteArray(5'000'000, 'x') });
    };
    HttpClient client(&m_clock);
    HttpRequest request = get(bench.port);
    request.maxReplyBytes = 10;
    Collector got;
    const Streaming streaming(client.stream(request, got.handler(), {}));
    QTRY_VERIFY(streaming.done());
    QVERIFY(streaming.value());
    QCOMPARE(got.bytes.size(), 5'000'000);
}

void HttpStreamTest::endsWhenTheHandlerHasEnough()
{
    HttpBench bench;
    std::shared_ptr<Responder> stream;
    bench.handle = [&](const ServerRequest &, const std::shared_ptr<Responder> &to) {
        to->beginStream(200, {});
        to->write("abc");
        stream = to;
    };
    HttpClient client(&m_clock);
    Collector afterBytes;
    afterBytes.enough = 3;
    const Streaming first(client.stream(get(bench.port), afterBytes.handler(), {}));
    QTRY_VERIFY(first.done());
    QVERIFY(first.value());
    QCOMPARE(afterBytes.bytes, "abc");
    QTRY_VERIFY(stream->peerGone());

    Collector afterHead;
    afterHead.goOnAfterHead = false;
    const Streaming second(client.stream(get(bench.port), afterHead.handler(), {}));
    QTRY_VERIFY(second.done());
    QVERIFY(second.value());
    QCOMPARE(second.value()->reply.status, 200);
    QVERIFY(afterHead.bytes.isEmpty());
}

void HttpStreamTest::worksWithoutHandlers()
{
    HttpBench bench;
    HttpClient client(&m_clock);
    const Streaming streaming(client.stream(get(bench.port), {}, {}));
    QTRY_VERIFY(streaming.done());
    QVERIFY(streaming.value());
}

void HttpStreamTest::isSilentOnceCancelled()
{
    HttpBench bench;
    std::shared_ptr<Responder> stream;
    bench.handle = [&](const ServerRequest &, const std::shared_ptr<Responder> &to) {
        to->beginStream(200, {});
        to->write("first");
        stream = to;
    };
    HttpClient client(&m_clock);
    Collector got;
    std::stop_source stop;
    const Streaming streaming(client.stream(get(bench.port), got.handler(), stop.get_token()));
    QTRY_COMPARE(got.bytes, "first");
    stop.request_stop();
    QTRY_VERIFY(streaming.done());
    QCOMPARE(streaming.value().error().code, u"user_cancelled"_s);
    stream->write("second");
    QTRY_VERIFY(stream->peerGone());
    QCOMPARE(got.bytes, "first");
}

void HttpStreamTest::survivesAHandlerThatDestroysTheClient()
{
    HttpBench bench;
    bench.handle = [](const ServerRequest &, const std::shared_ptr<Responder> &to) {
        to->beginStream(200, {});
        to->write("abc");
        to->write("def");
        to->endStream();
    };
    auto client = std::make_unique<HttpClient>(&m_clock);
    int calls = 0;
    HttpStreamHandler handler;
    handler.onBytes = [&](QByteArrayView) {
        ++calls;
        client.reset();
        return true;
    };
    const Streaming streaming(client->stream(get(bench.port), handler, {}));
    QTRY_VERIFY(streaming.done());
    QCOMPARE(streaming.value().error().code, u"user_cancelled"_s);
    QCOMPARE(calls, 1);
}

void HttpStreamTest::runsFiftyAtOnce()
{
    constexpr int Count = 50;
    HttpBench bench;
    QList<std::shared_ptr<Responder>> open;
    bench.handle = [&](const ServerRequest &request, const std::shared_ptr<Responder> &to) {
        to->beginStream(200, {});
        to->write(request.path.toUtf8());
        open.append(to);
    };
    HttpClient client(&m_clock);
    std::vector<Collector> got(Count);
    std::vector<std::unique_ptr<Streaming>> running;
    for (int i = 0; i < Count; ++i) {
        HttpRequest request = get(bench.port);
        request.url.setPath(u"/%1"_s.arg(i));
        running.push_back(std::make_unique<Streaming>(
            client.stream(request, got[static_cast<std::size_t>(i)].handler(), {})));
    }
    // All flow at the same time: none has ended yet.
    for (int i = 0; i < Count; ++i)
        QTRY_COMPARE(got[static_cast<std::size_t>(i)].bytes, QByteArray::number(i).prepend('/'));
    QCOMPARE(open.size(), Count);
    for (const auto &stream : std::as_const(open))
        stream->endStream();
    for (const auto &stream : running) {
        QTRY_VERIFY(stream->done());
        QVERIFY(stream->value());
    }
}

QTEST_GUILESS_MAIN(HttpStreamTest)
#include "tst_http_stream.moc"
