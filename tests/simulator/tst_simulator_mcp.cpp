// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/team/mcp_server.h"
#include "tests/interop/toolbox_handler.h"
#include "tests/simulator/mcp_session_server.h"
#include "tests/simulator/sim_fixture.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace renum;
using namespace renum::test;

/// F48: simulated agents that call MCP servers, above all ours.
class TestSimulatorMcp : public QObject {
    Q_OBJECT

private slots:
    void callsOurTools_data();
    void callsOurTools();
    void opensASessionForEachCall();
    void callsNobodyWithoutTheFault();
    void tellsWhatWentWrong();
    void runEndsWhenTheServerIsSilent();
};

namespace {

QByteArray scenario(const QByteArray &tool, const QByteArray &faults)
{
    return oneAgent("[{\"text\":\"Hi\"},{\"tool\":" + tool + "},{\"text\":\"Bye\"}]",
        "\"faults\":[" + faults + "],");
}

/// Gives the agent a server, starts it and waits until it has said all.
QString runWith(SimFixture &sim, const QString &url, const char *tool)
{
    const Json entry { { "name", "renum" }, { "type", "http" }, { "customType", "http" },
        { "config", { { "url", url.toStdString() }, { "headers", { { "X-Secret", "1" } } } } },
        { "enabledTools", { tool } } };
    static_cast<void>(sim.putJson(
        u"/v1/agents/agt-one"_s, { { "custom_mcps", { entry } }, { "replace_mcps", true } }));
    const Json begun = sim.postForm(u"/v1/agent/start"_s, { { u"prompt"_s, u"x"_s } }).json;
    const QString run = stringAt(begun, "agent_run_id").value_or(QString());
    static_cast<void>(QTest::qWaitFor(
        [&] { return stringAt(sim.get(u"/v1/agent-run/"_s + run).json, "status") != u"running"_s; },
        20'000));
    return run;
}

Json calls(SimFixture &sim)
{
    return sim.get(u"/_sim/tool_calls"_s).json["calls"];
}

} // namespace

void TestSimulatorMcp::callsOurTools_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<int>("count");
    QTest::newRow("F48 session_each") << QByteArray(R"({"fault":"F48"})") << 1;
    QTest::newRow("F48 in_parallel")
        << QByteArray(R"({"fault":"F48","variant":"in_parallel"})") << 2;
}

void TestSimulatorMcp::callsOurTools()
{
    QFETCH(QByteArray, fault);
    QFETCH(int, count);
    SystemClock clock;
    ToolboxHandler team(&clock);
    McpServer server(&clock, &team);
    const Result<QUrl> url = server.listen();
    QVERIFY(url);
    const QByteArray arguments
        = "{\"execution_token\":\"" + team.tokenOf(u"ann"_s).toLatin1() + "\"}";
    SimFixture sim(scenario(
        R"({"name":"get_team_info","ms":5,"result":"scripted","arguments":)" + arguments + "}",
        fault));
    const QString run = runWith(sim, url->toString(), "get_team_info");
    QTRY_COMPARE(calls(sim).size(), size_t(count));
    for (size_t index = 0; index < size_t(count); ++index)
        QTRY_VERIFY2(calls(sim)[index]["text"].is_string(), calls(sim).dump().c_str());
    const Json first = calls(sim)[0];
    QCOMPARE(stringAt(first, "agent_run_id"), std::optional(run));
    QVERIFY2(first["text"].dump().find("Bob") != std::string::npos, first.dump().c_str());
}

void TestSimulatorMcp::opensASessionForEachCall()
{
    SessionServer server;
    SimFixture sim(scenario(R"({"name":"look","ms":5,"arguments":{"q":"x"}})",
        R"({"fault":"F48","variant":"in_parallel"})"));
    static_cast<void>(runWith(sim, server.url(), "look"));
    QTRY_COMPARE(server.asked.size(), 6);
    QTRY_VERIFY(calls(sim)[1]["text"].is_string());
    QSet<QString> sessions;
    const Json made = calls(sim);
    for (const Json &call : made) {
        QCOMPARE(stringAt(call, "text"), std::optional(u"one\ntwo"_s));
        sessions.insert(stringAt(call, "session").value_or(QString()));
    }
    QCOMPARE(sessions, (QSet<QString> { u"session-1"_s, u"session-2"_s }));
    QCOMPARE(server.methods().count(u"initialize"_s), 2);
    QCOMPARE(server.methods().count(u"notifications/initialized"_s), 2);
    QCOMPARE(server.methods().count(u"tools/call"_s), 2);
    for (const ServerRequest &request : std::as_const(server.asked)) {
        QVERIFY(request.header("X-Secret").isEmpty()); // over http no headers are sent
        const bool greets = request.body.contains("\"initialize\"");
        QCOMPARE(request.header("Mcp-Session-Id").isEmpty(), greets);
    }
}

void TestSimulatorMcp::callsNobodyWithoutTheFault()
{
    SessionServer server;
    SimFixture sim(scenario(R"({"name":"look","ms":5})", {}));
    static_cast<void>(runWith(sim, server.url(), "look"));
    QVERIFY(calls(sim).empty());
    QVERIFY(server.asked.isEmpty());
}

void TestSimulatorMcp::tellsWhatWentWrong()
{
    SimFixture sim(scenario(R"({"name":"look","ms":5})", R"({"fault":"F48"})"));
    // Its own address is no MCP server.
    static_cast<void>(runWith(sim, sim.url(u"/v1/health"_s).toString(), "look"));
    QTRY_VERIFY(calls(sim)[0]["error"].is_string());
    QVERIFY(calls(sim)[0]["text"].is_null());
    // A tool that is not enabled there is not called.
    static_cast<void>(runWith(sim, sim.url(u"/v1/health"_s).toString(), "other"));
    QCOMPARE(calls(sim).size(), 1U);
}

/// The run goes on without its tools, and nobody tells the client.
void TestSimulatorMcp::runEndsWhenTheServerIsSilent()
{
    SystemClock clock;
    QList<std::shared_ptr<Responder>> kept; // so that the connection stays open
    HttpServer silent(
        &clock, [&kept](const ServerRequest &, const auto &responder) { kept.append(responder); });
    const Result<quint16> port = silent.listen(QHostAddress(QHostAddress::LocalHost), 0);
    QVERIFY(port);
    SimFixture sim(scenario(R"({"name":"look","ms":5})", R"({"fault":"F48"})"));
    const QString run = runWith(sim, u"http://127.0.0.1:%1/"_s.arg(*port), "look");
    QCOMPARE(
        stringAt(sim.get(u"/v1/agent-run/"_s + run).json, "status"), std::optional(u"completed"_s));
    QVERIFY(calls(sim)[0]["text"].is_null() && calls(sim)[0]["error"].is_null());
    QCOMPARE(sim.postJson(u"/_sim/reset"_s, Json::object()).status, 200); // ends the call
    QVERIFY(calls(sim).empty());
}

QTEST_GUILESS_MAIN(TestSimulatorMcp)
#include "tst_simulator_mcp.moc"
