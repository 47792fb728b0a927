// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/http_client.h"
#include "tests/support/http_bench.h"
#include "tests/support/raw_server.h"
#include "tests/support/running_task.h"

#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using renum::HttpClient;
using renum::HttpReply;
using renum::HttpRequest;
using renum::Responder;
using renum::Result;
using renum::ServerRequest;
using renum::surelyNotSent;
using renum::test::HttpBench;
using renum::test::RawServer;
using Sending = renum::test::RunningTask<Result<HttpReply>>;

namespace {

HttpRequest get(quint16 port)
{
    HttpRequest request;
    request.url = QUrl(u"http://127.0.0.1:%1/path?token=secret-token"_s.arg(port));
    return request;
}

} // namespace

class HttpClientTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"."_s)); }

    void exchangesWithTheServer();
    void writesAProperRequest();
    void sendsALargeBody();
    void givesEveryStatus_data();
    void givesEveryStatus();
    void readsAnswers_data();
    void readsAnswers();
    void rejectsAnswers_data();
    void rejectsAnswers();
    void doesNotRepeatARequest_data();
    void doesNotRepeatARequest();
    void limitsTheReply_data();
    void limitsTheReply();
    void refusesBadRequests_data();
    void refusesBadRequests();
    void refusesALineBreakInAHeader();
    void encodesAForm();

private:
    renum::SystemClock m_clock;
};

void HttpClientTest::exchangesWithTheServer()
{
    HttpBench bench;
    HttpClient client(&m_clock);
    HttpRequest request;
    request.method = "POST";
    request.url = bench.url(u"/a/é b?q=1 2"_s);
    request.headers = { { "X-Mine", "yes" } };
    request.body = "body";
    const Sending sending(client.send(request, {}));
    QTRY_VERIFY(sending.done());
    QVERIFY(sending.value());
    QCOMPARE(sending.value()->status, 200);
    QCOMPARE(sending.value()->body, "hello");
    QCOMPARE(sending.value()->header("content-TYPE"), "text/plain");
    const ServerRequest &seen = bench.requests.constFirst();
    QCOMPARE(seen.method, "POST");
    QCOMPARE(seen.path, u"/a/é b"_s);
    QCOMPARE(seen.query.queryItemValue(u"q"_s, QUrl::FullyDecoded), u"1 2"_s);
    QCOMPARE(seen.header("x-mine"), "yes");
    QCOMPARE(seen.body, "body");
}

void HttpClientTest::writesAProperRequest()
{
    RawServer server(RawServer::say("HTTP/1.1 204 No Content\r\n\r\n"));
    HttpClient client(&m_clock);
    HttpRequest request;
    request.method = "POST";
    request.url = QUrl(u"http://127.0.0.1:%1"_s.arg(server.port()));
    request.headers = { { "host", "elsewhere" }, { "Content-Length", "99" }, { "X-A", "1" } };
    request.body = "abc";
    const Sending sending(client.send(request, {}));
    QTRY_VERIFY(sending.done());
    const QByteArray expected
        = "POST / HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(server.port())
        + "\r\nConnection: close\r\nAccept-Encoding: identity\r\nContent-Length: 3\r\n"
          "X-A: 1\r\n\r\nabc";
    QCOMPARE(server.received(), expected);
    QCOMPARE(sending.value()->status, 204);
}

void HttpClientTest::sendsALargeBody()
{
    renum::HttpServerLimits limits;
    HttpBench bench(limits);
    HttpClient client(&m_clock);
    HttpRequest request;
    request.method = "PUT";
    request.url = bench.url(u"/"_s);
    request.body = QByteArray(8 * 1024 * 1024, 'x');
    const Sending sending(client.send(request, {}));
    QTRY_VERIFY(sending.done());
    QVERIFY(sending.value());
    QVERIFY(bench.requests.constFirst().body == request.body);
}

void HttpClientTest::givesEveryStatus_data()
{
    QTest::addColumn<int>("status");
    for (const int status : { 200, 201, 304, 400, 401, 402, 403, 404, 409, 422, 429, 500, 503 })
        QTest::addRow("%d", status) << status;
}

void HttpClientTest::givesEveryStatus()
{
    QFETCH(const int, status);
    HttpBench bench;
    bench.handle = [status](const ServerRequest &, const std::shared_ptr<Responder> &to) {
        to->respond({ status, { { "WWW-Authenticate", "Basic realm=x" } }, "why" });
    };
    HttpClient client(&m_clock);
    const Sending sending(client.send(get(bench.port), {}));
    QTRY_VERIFY(sending.done());
    QVERIFY(sending.value());
    QCOMPARE(sending.value()->status, status);
    QCOMPARE(sending.value()->body, status == 304 ? "" : "why");
    QCOMPARE(bench.requests.size(), 1);
}

void HttpClientTest::readsAnswers_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("closes");
    QTest::addColumn<QByteArray>("body");
    const QByteArray ok = "HTTP/1.1 200 OK\r\n";
    const QByteArray chunked = ok + "Transfer-Encoding: chunked\r\n\r\n";
    const auto row
        = [](const char *name, const QByteArray &bytes, bool closes, const QByteArray &body) {
              QTest::newRow(name) << QByteArray("GET") << bytes << closes << body;
          };
    row("length", ok + "Content-Length: 3\r\n\r\nabc", false, "abc");
    row("empty", ok + "Content-Length: 0\r\n\r\n", false, "");
    row("until the close", ok + "\r\nabc", true, "abc");
    row("until the close, nothing", ok + "\r\n", true, "");
    row("chunks", chunked + "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\nT: 1\r\n\r\n", false, "abcde");
    row("chunks, then closed", chunked + "1\r\na\r\n0\r\n\r\n", true, "a");
    row("interim answers",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nA: b\r\n\r\n" + ok
            + "Content-Length: 1\r\n\r\nx",
        false, "x");
    row("HTTP/1.0", "HTTP/1.0 200 OK\r\n\r\nold", true, "old");
    row("no reason", "HTTP/1.1 200 \r\nContent-Length: 1\r\n\r\nx", false, "x");
    row("more than announced", ok + "Content-Length: 1\r\n\r\nxyz", false, "x");
    QTest::newRow("HEAD") << QByteArray("HEAD") << ok + "Content-Length: 9\r\n\r\n"
                          << false << QByteArray();
}

void HttpClientTest::readsAnswers()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, bytes);
    QFETCH(const bool, closes);
    RawServer server(closes ? RawServer::sayAndClose(bytes) : RawServer::say(bytes));
    HttpClient client(&m_clock);
    HttpRequest request = get(server.port());
    request.method = method;
    const Sending sending(client.send(request, {}));
    QTRY_VERIFY(sending.done());
    QVERIFY2(
        sending.value(), qPrintable(sending.value() ? QString() : sending.value().error().code));
    QCOMPARE(sending.value()->status, 200);
    QTEST(sending.value()->body, "body");
}

void HttpClientTest::rejectsAnswers_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("closes");
    QTest::addColumn<QString>("code");
    const QByteArray ok = "HTTP/1.1 200 OK\r\n";
    const QByteArray chunked = ok + "Transfer-Encoding: chunked\r\n\r\n";
    const auto lost = [](const char *name, const QByteArray &bytes) {
        QTest::newRow(name) << bytes << true << u"connection_lost"_s;
    };
    const auto bad = [](const char *name, const QByteArray &bytes) {
        QTest::newRow(name) << bytes << false << u"network_failed"_s;
    };
    lost("closed at once", "");
    lost("cut in the status line", "HTTP/1.");
    lost("cut in the head", ok + "Conte");
    lost("cut before the body", ok + "Content-Length: 9\r\n\r\n");
    lost("cut in the body", ok + "Content-Length: 9\r\n\r\nabc");
    lost("cut before the first chunk", chunked);
    lost("cut in a chunk header", chunked + "9");
    lost("cut in a chunk", chunked + "9\r\nabc");
    lost("cut after a chunk", chunked + "3\r\nabc\r\n");
    lost("cut in the last chunk", chunked + "3\r\nabc\r\n0\r\n");
    lost("only interim", "HTTP/1.1 100 Continue\r\n\r\n");
    bad("garbage", "\x01\x02garbage\r\n\r\n");
    bad("another protocol", "SSH-2.0-OpenSSH_9.2\r\n\r\n");
    bad("bad chunk size", chunked + "xyz\r\n");
    bad("bad length", ok + "Content-Length: much\r\n\r\n");
    bad("two lengths", ok + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab");
    bad("endless header", ok + "X: " + QByteArray(300 * 1024, 'a'));
    bad("endless chunk extension", chunked + "1;" + QByteArray(300 * 1024, 'a'));
    const QByteArray moved = "\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n";
    for (const char *status : { "301", "302", "303", "307", "308" })
        QTest::newRow(status) << QByteArray("HTTP/1.1 ") + status + " Moved" + moved << false
                              << u"unexpected_redirect"_s;
}

void HttpClientTest::rejectsAnswers()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const bool, closes);
    RawServer server(closes ? RawServer::sayAndClose(bytes) : RawServer::say(bytes));
    HttpClient client(&m_clock);
    const Sending sending(client.send(get(server.port()), {}));
    QTRY_VERIFY(sending.done());
    QVERIFY(!sending.value());
    const renum::Error &error = sending.value().error();
    QTEST(error.code, "code");
    QVERIFY(error.category == renum::ErrorCategory::NetworkError);
    QVERIFY(!surelyNotSent(error));
    QCOMPARE(error.args.value(u"host"_s).toString(), u"127.0.0.1"_s);
    QCOMPARE(error.args.value(u"port"_s).toInt(), int { server.port() });
    QVERIFY2(error.message.contains(u"127.0.0.1, port %1"_s.arg(server.port())),
        qPrintable(error.message));
    QVERIFY(!error.message.contains(u"token"_s));
    QVERIFY(!error.message.contains(u'%'));
    QCOMPARE(server.connections(), 1);
}

// Starting a run twice costs money: only the engine may decide to ask again.
void HttpClientTest::doesNotRepeatARequest_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("GET") << QByteArray("GET") << QByteArray();
    QTest::newRow("POST") << QByteArray("POST") << QByteArray("start");
    QTest::newRow("POST without body") << QByteArray("POST") << QByteArray();
}

void HttpClientTest::doesNotRepeatARequest()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, body);
    RawServer server([](QTcpSocket *socket) { socket->abort(); });
    HttpClient client(&m_clock);
    HttpRequest request = get(server.port());
    request.method = method;
    request.body = body;
    const Sending sending(client.send(request, {}));
    QTRY_VERIFY(sending.done());
    QCOMPARE(sending.value().error().code, u"connection_lost"_s);
    QVERIFY(!surelyNotSent(sending.value().error()));
    QCOMPARE(server.connections(), 1);
}

void HttpClientTest::limitsTheReply_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("accepted");
    const QByteArray ok = "HTTP/1.1 200 OK\r\n";
    const QByteArray body(1000, 'x');
    QTest::newRow("at the limit") << ok + "Content-Length: 1000\r\n\r\n" + body << true;
    QTest::newRow("announced") << ok + "Content-Length: 1001\r\n\r\n" << false;
    QTest::newRow("announced beyond all") << ok + "Content-Length: 9223372036854775807\r\n\r\n"
                                          << false;
    QTest::newRow("chunked") << ok + "Transfer-Encoding: chunked\r\n\r\n3e9\r\n" + body + 'x'
                             << false;
    QTest::newRow("unannounced") << ok + "\r\n" + body + 'x' << false;
}

void HttpClientTest::limitsTheReply()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const bool, accepted);
    RawServer server(RawServer::say(bytes));
    HttpClient client(&m_clock);
    HttpRequest request = get(server.port());
    request.maxReplyBytes = 1000;
    const Sending sending(client.send(request, {}));
    QTRY_VERIFY(sending.done());
    QCOMPARE(sending.value().ok(), accepted);
    if (!accepted)
        QCOMPARE(sending.value().error().code, u"reply_too_large"_s);
}

void HttpClientTest::refusesBadRequests_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("empty") << QString();
    QTest::newRow("no scheme") << u"localhost:8000"_s;
    QTest::newRow("another scheme") << u"ftp://localhost/"_s;
    QTest::newRow("no host") << u"http://"_s;
    QTest::newRow("only a path") << u"/v1/agents"_s;
    QTest::newRow("credentials") << u"http://user:hunter2@localhost/?token=hunter2"_s;
    QTest::newRow("bad port") << u"http://localhost:99999/"_s;
}

void HttpClientTest::refusesBadRequests()
{
    QFETCH(const QString, url);
    HttpClient client(&m_clock);
    HttpRequest request;
    request.url = QUrl(url);
    const Sending sending(client.send(request, {}));
    const renum::test::RunningTask<Result<renum::HttpStreamEnd>> streaming(
        client.stream(request, {}, {}));
    QVERIFY(sending.done());
    QVERIFY(streaming.done());
    const renum::Error &error = sending.value().error();
    QCOMPARE(error.code, u"invalid_url"_s);
    QVERIFY(error.category == renum::ErrorCategory::InvalidInput);
    QVERIFY(surelyNotSent(error));
    QVERIFY2(!error.message.contains(u"hunter2"_s), qPrintable(error.message));
    QCOMPARE(streaming.value().error(), error);
}

void HttpClientTest::refusesALineBreakInAHeader()
{
    HttpBench bench;
    HttpClient client(&m_clock);
    for (const QByteArray &value : { QByteArray("secret\n"), QByteArray("a\r\nX: y") }) {
        HttpRequest request = get(bench.port);
        request.headers = { { "Authorization", value } };
        const Sending sending(client.send(request, {}));
        QVERIFY(sending.done());
        QVERIFY(!sending.value());
        QVERIFY(surelyNotSent(sending.value().error()));
        QVERIFY(sending.value().error().message.contains(u"Authorization"_s));
        QVERIFY(!sending.value().error().message.contains(u"secret"_s));
    }
    QCOMPARE(bench.server->connectionCount(), 0);
}

void HttpClientTest::encodesAForm()
{
    const renum::FormBody form
        = renum::multipartForm({ { u"prompt"_s, u"é\r\n\"x\""_s }, { u"a\"b\r\n"_s, QString() } });
    QVERIFY(form.contentType.startsWith("multipart/form-data; boundary="));
    const QByteArray boundary = form.contentType.mid(form.contentType.indexOf('=') + 1);
    const QByteArray expected = "--" + boundary
        + "\r\nContent-Disposition: form-data; name=\"prompt\"\r\n\r\n\xC3\xA9\r\n\"x\"\r\n--"
        + boundary + "\r\nContent-Disposition: form-data; name=\"a%22b%0D%0A\"\r\n\r\n\r\n--"
        + boundary + "--\r\n";
    QCOMPARE(form.body, expected);
    QVERIFY(renum::multipartForm({}).contentType != form.contentType);
}

QTEST_GUILESS_MAIN(HttpClientTest)
#include "tst_http_client.moc"
