// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/team/mcp_bench.h"

#include <QRegularExpression>
#include <QSet>
#include <QTcpServer>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QByteArray request(const QByteArray &method, const QByteArray &params = "{}")
{
    return R"({"jsonrpc":"2.0","id":1,"method":")" + method + R"(","params":)" + params + '}';
}

int codeOf(const HttpAnswer &answer)
{
    const Json json = answer.json();
    const Json *error = memberAt(json, "error");
    return error ? int(integerAt(*error, "code").value_or(0)) : 0;
}

Json withToken(Json arguments)
{
    arguments["execution_token"] = goodToken.toStdString();
    return arguments;
}

const QByteArray askBob = McpBench::call(
    "request_from_agent", withToken({ { "target_agent", "bob" }, { "request", "Well?" } }));

} // namespace

/// The server as its clients see it, over real connections and on virtual time.
class McpServerTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void settlesAVersion_data();
    void settlesAVersion();
    void answersPing();
    void listsTheTools();
    void executesACall();
    void refusesAWrongToken();
    void doesNotAskWithoutAToken();
    void acceptsNotifications_data();
    void acceptsNotifications();
    void refusesMessages_data();
    void refusesMessages();
    void refusesRequests_data();
    void refusesRequests();
    void refusesOtherPaths_data();
    void refusesOtherPaths();
    void refusesTwentyMegabytes();
    void answersBatches();
    void tellsPendingInTime();
    void tellsAnAnswerThatComesInTime();
    void givesUpOnASlowCall();
    void doesNotBeginCallsWithoutTime();
    void stopsForAPeerThatHasLeft();
    void canEndInTheMiddle();
    void keepsAConnection();
    void isReachedThroughAProxy();
    void refusesAPublicUrl_data();
    void refusesAPublicUrl();
    void reportsATakenPort();
    void neverUsesAPathTwice();
};

void McpServerTest::settlesAVersion_data()
{
    QTest::addColumn<QByteArray>("wanted");
    QTest::addColumn<QByteArray>("settled");
    for (const char *version : { "2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05" })
        QTest::newRow(version) << QByteArray(version) << QByteArray(version);
    QTest::newRow("has no handshake") << QByteArray("2026-07-28") << QByteArray("2025-11-25");
    QTest::newRow("older than all") << QByteArray("2024-01-01") << QByteArray("2025-11-25");
    QTest::newRow("nonsense") << QByteArray("x") << QByteArray("2025-11-25");
}

void McpServerTest::settlesAVersion()
{
    QFETCH(const QByteArray, wanted);
    QFETCH(const QByteArray, settled);
    const McpBench bench;
    const HttpAnswer answer = bench.exchange(bench.post(request("initialize",
        R"({"capabilities":{},"clientInfo":{"name":"t","version":"1"},"protocolVersion":")" + wanted
            + "\"}")));
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.head.contains("Content-Type: application/json"));
    QVERIFY(!answer.head.contains("Mcp-Session-Id"));
    const Json result = answer.json().at("result");
    QCOMPARE(result.at("protocolVersion"), Json(settled.toStdString()));
    QVERIFY(result.at("capabilities").contains("tools"));
    QCOMPARE(result.at("serverInfo").at("name"), Json("renum"));
}

void McpServerTest::answersPing()
{
    const McpBench bench;
    const HttpAnswer answer
        = bench.exchange(bench.post(R"({"jsonrpc":"2.0","id":"p","method":"ping"})"));
    QCOMPARE(answer.body, R"({"id":"p","jsonrpc":"2.0","result":{}})");
}

void McpServerTest::listsTheTools()
{
    const McpBench bench;
    const HttpAnswer answer = bench.exchange(bench.post(request("tools/list")));
    const Json result = answer.json().at("result");
    QCOMPARE(result.size(), size_t(1));
    QCOMPARE(result.at("tools").size(), size_t(11));
    for (const Json &tool : result.at("tools")) {
        const Json &input = tool.at("inputSchema");
        QCOMPARE(input.at("properties").at("execution_token").at("type"), Json("string"));
        QVERIFY(std::ranges::count(input.at("required"), Json("execution_token")) == 1);
    }
}

void McpServerTest::executesACall()
{
    const McpBench bench;
    const Json arguments { { "key", "leads" }, { "value", Json::array({ 1, 2 }) } };
    const HttpAnswer answer = bench.exchange(
        bench.post(McpBench::call("set_shared_variable", withToken(arguments), 7)));
    QCOMPARE(answer.body,
        R"({"id":7,"jsonrpc":"2.0","result":{"content":[{"text":"{\"ok\":true}","type":"text"}],"isError":false}})");
    QCOMPARE(bench.team.calls.size(), 1);
    QCOMPARE(bench.team.calls.at(0).tool, u"set_shared_variable"_s);
    QCOMPARE(bench.team.calls.at(0).arguments, arguments);
}

void McpServerTest::refusesAWrongToken()
{
    const McpBench bench;
    const Json arguments { { "key", "k" }, { "execution_token", "guess" } };
    const HttpAnswer answer
        = bench.exchange(bench.post(McpBench::call("get_shared_variable", arguments)));
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.text(), u"ERROR: Not a token."_s);
    QCOMPARE(answer.json().at("result").at("isError"), Json(true));
}

void McpServerTest::doesNotAskWithoutAToken()
{
    const McpBench bench;
    for (const Json &token : { Json(), Json(1), Json(""), Json::object() }) {
        const Json arguments { { "key", "k" }, { "execution_token", token } };
        const HttpAnswer answer
            = bench.exchange(bench.post(McpBench::call("get_shared_variable", arguments)));
        QVERIFY(answer.text().startsWith(u"ERROR: The argument execution_token is missing."_s));
        QCOMPARE(answer.json().at("result").at("isError"), Json(true));
    }
    QVERIFY(bench.team.calls.isEmpty());
}

void McpServerTest::acceptsNotifications_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("initialized") << QByteArray(
        R"({"jsonrpc":"2.0","method":"notifications/initialized"})");
    QTest::newRow("cancelled") << QByteArray(
        R"({"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}})");
    QTest::newRow("unknown") << QByteArray(R"({"jsonrpc":"2.0","method":"notifications/x"})");
    QTest::newRow("a call nobody waits for") << QByteArray(
        R"({"jsonrpc":"2.0","method":"tools/call","params":{"name":"get_team_info"}})");
    QTest::newRow("a response") << QByteArray(R"({"jsonrpc":"2.0","id":4,"result":{}})");
    QTest::newRow("an error") << QByteArray(R"({"jsonrpc":"2.0","id":4,"error":{}})");
    QTest::newRow("several") << QByteArray(
        R"([{"jsonrpc":"2.0","method":"a"},{"jsonrpc":"2.0","method":"b"}])");
}

void McpServerTest::acceptsNotifications()
{
    QFETCH(const QByteArray, body);
    const McpBench bench;
    const HttpAnswer answer = bench.exchange(bench.post(body));
    QCOMPARE(answer.status, 202);
    QVERIFY(answer.body.isEmpty());
    QVERIFY(bench.team.calls.isEmpty());
}

void McpServerTest::refusesMessages_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const QByteArray &body, int status, int code) {
        QTest::newRow(name) << body << status << code;
    };
    row("nothing", "", 400, -32700);
    row("not JSON", "execute the tool, please", 400, -32700);
    row("half", R"({"jsonrpc":"2.0","id":1,"method":"ping")", 400, -32700);
    row("invalid UTF-8", "{\"jsonrpc\":\"2.0\",\"id\":\"\xff\",\"method\":\"ping\"}", 400, -32700);
    row("1,000 deep", QByteArray(1000, '[') + QByteArray(1000, ']'), 400, -32700);
    row("1,000 deep in the arguments",
        request("tools/call",
            R"({"name":"set_shared_variable","arguments":)" + QByteArray(1000, '[')
                + QByteArray(1000, ']') + '}'),
        400, -32700);
    row("a number", "1", 400, -32600);
    row("empty batch", "[]", 400, -32700);
    row("no version of JSON-RPC", R"({"id":1,"method":"ping"})", 400, -32600);
    row("no method", R"({"jsonrpc":"2.0","id":1})", 400, -32600);
    row("method is a number", R"({"jsonrpc":"2.0","id":1,"method":1})", 400, -32600);
    row("id is null", R"({"jsonrpc":"2.0","id":null,"method":"ping"})", 400, -32600);
    row("id is an object", R"({"jsonrpc":"2.0","id":{},"method":"ping"})", 400, -32600);
    row("id has a fraction", R"({"jsonrpc":"2.0","id":1.5,"method":"ping"})", 400, -32600);
    row("params is a list", request("ping", "[1]"), 400, -32602);
    row("unknown method", request("tools/run"), 200, -32601);
    row("a method of the other era", request("server/discover"), 200, -32601);
    row("initialize without a version", request("initialize"), 200, -32602);
    row("a cursor", request("tools/list", R"({"cursor":"2"})"), 200, -32602);
    row("unknown tool", request("tools/call", R"({"name":"rm"})"), 200, -32602);
    row("no tool", request("tools/call"), 200, -32602);
    row("tool is an object", request("tools/call", R"({"name":{}})"), 200, -32602);
    row("arguments are a list", request("tools/call", R"({"name":"get_team_info","arguments":[]})"),
        200, -32602);
}

void McpServerTest::refusesMessages()
{
    QFETCH(const QByteArray, body);
    QFETCH(const int, status);
    QFETCH(const int, code);
    const McpBench bench;
    const HttpAnswer answer = bench.exchange(bench.post(body));
    QCOMPARE(answer.status, status);
    QCOMPARE(codeOf(answer), code);
    QCOMPARE(answer.json().at("jsonrpc"), Json("2.0"));
    QVERIFY(bench.team.calls.isEmpty());
    QCOMPARE(bench.exchange(bench.post(request("ping"))).status, 200); // unharmed
}

void McpServerTest::refusesRequests_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<int>("status");
    const auto row = [](const QByteArray &header, const QByteArray &value, int status) {
        QTest::addRow("%s: %s", header.constData(), value.constData()) << header << value << status;
    };
    row("Host", "evil.example", 403);
    row("Host", "127.0.0.1", 403); // another port
    row("Host", "", 403);
    row("Origin", "http://evil.example", 403);
    row("Origin", "null", 403);
    row("Origin", "file://", 403);
    row("Content-Type", "text/plain", 415);
    row("Content-Type", "", 415);
    row("Accept", "text/html", 406);
    row("Accept", "text/event-stream", 406);
    row("Accept", "", 200);
    row("Accept", "*/*", 200);
    row("Content-Type", "Application/JSON; charset=utf-8", 200);
    row("Mcp-Session-Id", "of another server", 200);
    row("MCP-Protocol-Version", "2025-11-25", 200);
    row("MCP-Protocol-Version", "1900-01-01", 400);
    row("MCP-Protocol-Version", "2026-07-28", 400); // needs its _meta
}

void McpServerTest::refusesRequests()
{
    QFETCH(const QByteArray, header);
    QFETCH(const QByteArray, value);
    QFETCH(const int, status);
    const McpBench bench;
    const QByteArray bytes = bench.post(request("ping"), { { header, value } });
    QCOMPARE(bench.exchange(bytes).status, status);
}

void McpServerTest::refusesOtherPaths_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<int>("cut"); // bytes of the path that are replaced from behind
    QTest::addColumn<QByteArray>("tail");
    QTest::addColumn<int>("status");
    QTest::newRow("root") << QByteArray("POST") << 69 << QByteArray("/") << 404;
    QTest::newRow("folder") << QByteArray("POST") << 65 << QByteArray() << 404;
    QTest::newRow("too short") << QByteArray("POST") << 1 << QByteArray() << 404;
    QTest::newRow("too long") << QByteArray("POST") << 0 << QByteArray("0") << 404;
    QTest::newRow("near miss") << QByteArray("POST") << 1 << QByteArray("x") << 404;
    QTest::newRow("slash") << QByteArray("POST") << 0 << QByteArray("/") << 404;
    QTest::newRow("wrong, GET") << QByteArray("GET") << 1 << QByteArray("x") << 404;
    QTest::newRow("GET") << QByteArray("GET") << 0 << QByteArray() << 405;
    QTest::newRow("DELETE") << QByteArray("DELETE") << 0 << QByteArray() << 405;
    QTest::newRow("OPTIONS") << QByteArray("OPTIONS") << 0 << QByteArray() << 405;
}

void McpServerTest::refusesOtherPaths()
{
    QFETCH(const QByteArray, method);
    QFETCH(const int, cut);
    QFETCH(const QByteArray, tail);
    QFETCH(const int, status);
    const McpBench bench;
    const QByteArray path = bench.url.path().toLatin1();
    QCOMPARE(path.size(), 5 + 64); // "/mcp/" and 256 bits
    QByteArray bytes = bench.post(request("ping"));
    const QByteArray target = method + ' ' + path.chopped(cut) + tail;
    bytes.replace(0, 5 + path.size(), target);
    const HttpAnswer answer = bench.exchange(bytes);
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.head.contains("Allow: POST"), status == 405);
    QVERIFY(!answer.body.contains(path.right(64)));
}

void McpServerTest::refusesTwentyMegabytes()
{
    const McpBench bench;
    QByteArray body = request("ping", R"({"x":")" + QByteArray(20 * 1024 * 1024, 'x') + "\"}");
    QCOMPARE(bench.exchange(bench.post(body)).status, 413);
    QCOMPARE(bench.exchange(bench.post(request("ping"))).status, 200);
}

void McpServerTest::answersBatches()
{
    const McpBench bench;
    const QByteArray call
        = McpBench::call("set_shared_variable", withToken({ { "key", "k" }, { "value", 1 } }), 2);
    const QByteArray batch = '[' + request("ping") + R"(,{"jsonrpc":"2.0","method":"x"},)" + call
        + ",7," + request("initialize", R"({"protocolVersion":"2025-03-26"})") + ']';
    for (const QByteArray &version : { QByteArray(), QByteArray("2025-03-26") }) {
        const HttpAnswer answer
            = bench.exchange(bench.post(batch, { { "MCP-Protocol-Version", version } }));
        QCOMPARE(answer.status, 200);
        const Json answers = answer.json();
        QCOMPARE(answers.size(), size_t(4));
        QCOMPARE(answers.at(0).at("result"), Json::object());
        QCOMPARE(answers.at(1).at("id"), Json(2));
        QCOMPARE(answers.at(1).at("result").at("isError"), Json(false));
        QCOMPARE(answers.at(2).at("error").at("code"), Json(-32600));
        QCOMPARE(answers.at(3).at("error").at("code"), Json(-32600));
    }
    const HttpAnswer newer
        = bench.exchange(bench.post(batch, { { "MCP-Protocol-Version", "2025-06-18" } }));
    QCOMPARE(newer.status, 400);
    QCOMPARE(codeOf(newer), -32600);
    const QByteArray ping = request("ping");
    const QByteArray many = '[' + QByteArray(ping + ',').repeated(20) + ping + ']';
    QCOMPARE(codeOf(bench.exchange(bench.post(many))), -32600);
    QCOMPARE(bench.team.calls.size(), 2);
}

void McpServerTest::tellsPendingInTime()
{
    McpBench bench;
    const auto socket = bench.send(bench.post(askBob));
    QTRY_COMPARE(bench.team.open.size(), 1);
    bench.clock.advance(23s);
    QCoreApplication::processEvents();
    QCOMPARE(arrived(*socket).status, 0);
    bench.clock.advance(1s); // of the 25 s that a caller may have to wait
    QTRY_COMPARE(arrived(*socket).status, 200);
    QCOMPARE(arrived(*socket).text(), u"{\"request_id\":\"m1\",\"status\":\"pending\"}"_s);
    QCOMPARE(arrived(*socket).json().at("result").at("isError"), Json(false));
    QTRY_VERIFY(bench.team.waits.constLast().stop_requested());
    QTRY_COMPARE(bench.server->pendingRequests(), 0);
}

void McpServerTest::tellsAnAnswerThatComesInTime()
{
    McpBench bench;
    const auto socket = bench.send(bench.post(askBob));
    QTRY_COMPARE(bench.team.open.size(), 1);
    bench.clock.advance(20s);
    bench.team.settle({ { "status", "answered" }, { "response", "Fine." } });
    QTRY_COMPARE(arrived(*socket).status, 200);
    QCOMPARE(arrived(*socket).text(), u"{\"response\":\"Fine.\",\"status\":\"answered\"}"_s);
}

void McpServerTest::givesUpOnASlowCall()
{
    McpBench bench;
    const auto socket = bench.send(bench.post(McpBench::call("get_team_info", withToken({}))));
    QTRY_COMPARE(bench.team.waits.size(), 1);
    bench.clock.advance(24s);
    QTRY_COMPARE(arrived(*socket).status, 200);
    QVERIFY(arrived(*socket).text().startsWith(u"ERROR: The team did not answer in time."_s));
    QCOMPARE(arrived(*socket).json().at("result").at("isError"), Json(true));
    QTRY_VERIFY(bench.team.waits.constLast().stop_requested());
}

void McpServerTest::doesNotBeginCallsWithoutTime()
{
    McpBench bench;
    const QByteArray slow = McpBench::call("get_team_info", withToken({}));
    const auto socket = bench.send(bench.post('[' + slow + ',' + slow + ']'));
    QTRY_COMPARE(bench.team.waits.size(), 1);
    bench.clock.advance(24s);
    QTRY_COMPARE(arrived(*socket).status, 200);
    QVERIFY(arrived(*socket).body.contains("Nothing of it was done"));
    QCOMPARE(bench.team.calls.size(), 1);
}

void McpServerTest::stopsForAPeerThatHasLeft()
{
    McpBench bench;
    auto socket = bench.send(bench.post(askBob));
    QTRY_COMPARE(bench.team.open.size(), 1);
    socket->abort();
    socket.reset();
    // The news travels over a real connection.
    QTRY_VERIFY((bench.clock.advance(1s), bench.team.waits.constLast().stop_requested()));
    QTRY_COMPARE(bench.server->pendingRequests(), 0);
    QVERIFY(bench.clock.monotonic() < 24s);
}

void McpServerTest::canEndInTheMiddle()
{
    McpBench bench;
    const auto socket = bench.send(bench.post(askBob));
    QTRY_COMPARE(bench.team.open.size(), 1);
    bench.server.reset();
    QVERIFY(bench.team.waits.constLast().stop_requested());
    QTRY_COMPARE(socket->state(), QAbstractSocket::UnconnectedState);
    bench.team.settle({ { "status", "answered" } }); // to nobody
    bench.clock.advance(30s);
    QCoreApplication::processEvents();
    QCOMPARE(arrived(*socket).status, 0);
}

void McpServerTest::keepsAConnection()
{
    const McpBench bench;
    const QByteArray ping = bench.post(request("ping"));
    const auto socket = bench.send(ping + ping);
    QTRY_COMPARE(socket->peek(65'536).count("HTTP/1.1 200"), 2);
}

void McpServerTest::isReachedThroughAProxy()
{
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    McpServerSettings settings;
    settings.port = taken.serverPort();
    settings.publicUrl = QUrl(u"https://Team.Example/tools/"_s);
    taken.close();
    McpBench bench(settings);
    QVERIFY(bench.url.toString().startsWith("https://team.example/tools/mcp/"_L1));
    const QByteArray kept = bench.post(request("ping"), { { "Origin", "https://team.example" } });
    bench.url.setPort(settings.port); // where the proxy would connect to
    const QByteArray stripped = QByteArray(kept).replace("POST /tools/mcp/", "POST /mcp/");
    const QByteArray renamed = QByteArray(kept).replace("Host: team.example", "Host: evil.example");
    QCOMPARE(bench.exchange(kept).status, 200);
    QCOMPARE(bench.exchange(stripped).status, 200);
    QCOMPARE(bench.exchange(renamed).status, 403);
}

void McpServerTest::refusesAPublicUrl_data()
{
    QTest::addColumn<QString>("url");
    QTest::newRow("none, on all addresses") << QString();
    for (const char *url : { "ftp://a.example", "a.example", "https://", "https://u:p@a.example",
             "https://a.example/?x", "https://a.example/#x" })
        QTest::newRow(url) << QString::fromLatin1(url);
}

void McpServerTest::refusesAPublicUrl()
{
    QFETCH(const QString, url);
    VirtualClock clock;
    FakeTeam team;
    McpServerSettings settings;
    settings.publicUrl = QUrl(url);
    settings.address = QHostAddress(QHostAddress::AnyIPv4);
    McpServer server(&clock, &team, settings);
    const Result<QUrl> listening = server.listen();
    QVERIFY(!listening);
    QCOMPARE(listening.error().code, u"validation_error"_s);
}

void McpServerTest::reportsATakenPort()
{
    const McpBench bench;
    VirtualClock clock;
    FakeTeam team;
    McpServerSettings settings;
    settings.port = quint16(bench.url.port());
    McpServer server(&clock, &team, settings);
    const Result<QUrl> listening = server.listen();
    QVERIFY(!listening);
    QCOMPARE(listening.error().code, u"network_failed"_s);
}

void McpServerTest::neverUsesAPathTwice()
{
    QSet<QString> paths;
    for (int i = 0; i < 20; ++i)
        paths += McpBench().url.path();
    QCOMPARE(paths.size(), 20);
}

QTEST_GUILESS_MAIN(McpServerTest)
#include "tst_mcp_server.moc"
