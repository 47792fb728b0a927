// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/team/mcp_bench.h"

#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

namespace {

using Headers = McpBench::Headers;

Json meta(const char *version = "2026-07-28")
{
    return { { "io.modelcontextprotocol/protocolVersion", version },
        { "io.modelcontextprotocol/clientCapabilities", Json::object() } };
}

QByteArray request(const char *method, Json params = Json::object(), const Json &envelope = meta())
{
    if (!envelope.is_null())
        params["_meta"] = envelope;
    return canonicalJson(
        { { "jsonrpc", "2.0" }, { "id", 1 }, { "method", method }, { "params", params } });
}

Headers headers(const QByteArray &method, const QByteArray &name = {})
{
    return { { "MCP-Protocol-Version", "2026-07-28" }, { "Mcp-Method", method },
        { "Mcp-Name", name } };
}

Json callParams(const char *tool)
{
    return { { "name", tool },
        { "arguments", { { "key", "k" }, { "execution_token", goodToken.toStdString() } } } };
}

} // namespace

/// MCP since 2026-07-28: no handshake, every request says what it speaks.
class McpPerRequestTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void isDiscovered()
    {
        const McpBench bench;
        const HttpAnswer answer
            = bench.exchange(bench.post(request("server/discover"), headers("server/discover")));
        QCOMPARE(answer.status, 200);
        const Json result = answer.json().at("result");
        QCOMPARE(result.at("resultType"), Json("complete"));
        QCOMPARE(result.at("supportedVersions").front(), Json("2026-07-28"));
        QCOMPARE(result.at("supportedVersions").size(), size_t(5));
        QVERIFY(result.at("capabilities").at("tools").is_object());
        QVERIFY(result.at("ttlMs").is_number_integer());
        QCOMPARE(result.at("cacheScope"), Json("private"));
    }

    void listsTheTools()
    {
        const McpBench bench;
        const HttpAnswer answer
            = bench.exchange(bench.post(request("tools/list"), headers("tools/list")));
        const Json result = answer.json().at("result");
        QCOMPARE(result.at("tools").size(), size_t(11));
        QCOMPARE(result.at("resultType"), Json("complete"));
        QVERIFY(result.at("ttlMs").is_number_integer());
        QCOMPARE(
            result.at("_meta").at("io.modelcontextprotocol/serverInfo").at("name"), Json("renum"));
    }

    void executesACall_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("plain") << QByteArray("get_shared_variable");
        QTest::newRow("encoded") << QByteArray("=?base64?")
                + QByteArray("get_shared_variable").toBase64() + "?=";
    }
    void executesACall()
    {
        QFETCH(const QByteArray, name);
        const McpBench bench;
        const HttpAnswer answer = bench.exchange(bench.post(
            request("tools/call", callParams("get_shared_variable")), headers("tools/call", name)));
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.text(), u"{\"ok\":true}"_s);
        QCOMPARE(answer.json().at("result").at("resultType"), Json("complete"));
        QCOMPARE(bench.team.calls.size(), 1);
        QCOMPARE(bench.team.calls.at(0).arguments, Json({ { "key", "k" } }));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Headers>("sent");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("code");
        const auto row
            = [](const char *name, const QByteArray &body, const Headers &sent, int status,
                  int code) { QTest::newRow(name) << body << sent << status << code; };
        const QByteArray list = request("tools/list");
        const QByteArray call = request("tools/call", callParams("get_shared_variable"));
        row("no version header", list, { { "Mcp-Method", "tools/list" } }, 400, -32020);
        row("another version header", list,
            { { "MCP-Protocol-Version", "2025-11-25" }, { "Mcp-Method", "tools/list" } }, 400,
            -32020);
        row("no method header", list, { { "MCP-Protocol-Version", "2026-07-28" } }, 400, -32020);
        row("another method header", list, headers("tools/call"), 400, -32020);
        row("case matters", list, headers("Tools/List"), 400, -32020);
        row("no name header", call, headers("tools/call"), 400, -32020);
        row("another name header", call, headers("tools/call", "get_team_info"), 400, -32020);
        row("a broken name header", call, headers("tools/call", "=?base64?!?="), 400, -32020);
        row("half a sentinel", call, headers("tools/call", "=?base64?="), 400, -32020);
        row("no _meta", request("tools/list", Json::object(), Json()), headers("tools/list"), 400,
            -32602);
        row("no capabilities",
            request("tools/list", Json::object(),
                { { "io.modelcontextprotocol/protocolVersion", "2026-07-28" } }),
            headers("tools/list"), 400, -32602);
        row("a version nobody knows", request("tools/list", Json::object(), meta("2031-01-01")),
            { { "MCP-Protocol-Version", "2031-01-01" }, { "Mcp-Method", "tools/list" } }, 400,
            -32022);
        row("ping is gone", request("ping"), headers("ping"), 404, -32601);
        row("initialize is gone", request("initialize", { { "protocolVersion", "2026-07-28" } }),
            headers("initialize"), 404, -32601);
        row("unknown tool", request("tools/call", callParams("rm")), headers("tools/call", "rm"),
            200, -32602);
        row("a batch", '[' + list + ']', headers("tools/list"), 400, -32600);
    }
    void refuses()
    {
        QFETCH(const QByteArray, body);
        QFETCH(const Headers, sent);
        QFETCH(const int, status);
        QFETCH(const int, code);
        const McpBench bench;
        const HttpAnswer answer = bench.exchange(bench.post(body, sent));
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.json().at("error").at("code"), Json(code));
        QVERIFY(bench.team.calls.isEmpty());
    }

    void namesWhatItSpeaks()
    {
        const McpBench bench;
        const HttpAnswer answer
            = bench.exchange(bench.post(request("tools/list", Json::object(), meta("2031-01-01")),
                { { "MCP-Protocol-Version", "2031-01-01" }, { "Mcp-Method", "tools/list" } }));
        const Json data = answer.json().at("error").at("data");
        QCOMPARE(data.at("requested"), Json("2031-01-01"));
        QCOMPARE(data.at("supported").front(), Json("2026-07-28"));
    }

    void servesAnEarlierVersionThatIsDeclared()
    {
        const McpBench bench;
        const HttpAnswer answer
            = bench.exchange(bench.post(request("ping", Json::object(), meta("2025-11-25")),
                { { "MCP-Protocol-Version", "2025-11-25" } }));
        QCOMPARE(answer.json().at("result"), Json::object());
    }
};

QTEST_GUILESS_MAIN(McpPerRequestTest)
#include "tst_mcp_per_request.moc"
