// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "tests/engine/engine_bench.h"
#include "tests/support/await.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const RunScript Works { .works = true };

EngineSettings consenting()
{
    EngineSettings settings = EngineBench::standardSettings();
    settings.toolServer.mayChangeAgents = true;
    return settings;
}

Team mcpTeam(const QStringList &agents)
{
    Team team = EngineBench::chain(agents);
    team.config.toolsMode = u"mcp"_s;
    return team;
}

/// The token that an agent was sent.
QString tokenOf(const EngineBench &bench, int start)
{
    static const QRegularExpression token(u"\"execution_token\": \"([^\"]+)\""_s);
    return token.match(bench.backend->starts.value(start).prompt).captured(1);
}

/// Calls a tool as an agent's service would, and gives the text of the answer.
QString callTool(EngineBench &bench, const AgentId &agent, const char *tool, Json arguments)
{
    Json request = { { "jsonrpc", "2.0" }, { "id", 1 }, { "method", "tools/call" } };
    request["params"] = { { "name", tool }, { "arguments", std::move(arguments) } };
    QNetworkRequest post(bench.backend->tools.value(agent).url);
    post.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    post.setRawHeader("Accept", "application/json, text/event-stream");
    post.setRawHeader("MCP-Protocol-Version", "2025-06-18");
    QNetworkAccessManager network;
    const std::unique_ptr<QNetworkReply> reply(
        network.post(post, QByteArray::fromStdString(request.dump())));
    const bool finished = QTest::qWaitFor([&] { return reply->isFinished(); }, 10'000);
    bench.settle();
    const QByteArray body = finished ? reply->readAll() : QByteArray();
    const Json answer = Json::parse(body.begin(), body.end(), nullptr, false);
    const Json *result = answer.is_object() ? memberAt(answer, "result") : nullptr;
    const Json *content = result ? memberAt(*result, "content") : nullptr;
    if (!content || !content->is_array() || content->empty())
        return QString::fromUtf8(body);
    return stringAt(content->front(), "text").value_or(QString());
}

} // namespace

/// Contract §5.7.3, mode `mcp`, on the engine.
class TestTeamToolsMcp : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void withoutConsentNoAgentIsChanged()
    {
        EngineBench bench;
        const ExecutionId id = bench.execute(mcpTeam({ u"a"_s }));
        QCOMPARE(bench.count(id, "team_tools_given"_L1), 0);
        QVERIFY(bench.backend->starts[0].prompt.contains(u"--- TEAM PROTOCOL ---"_s));
        QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
    }

    void consentCountsForWhatBeginsLater()
    {
        EngineBench bench;
        bench.backend->say(u"a"_s, Works);
        const ExecutionId before = bench.execute(mcpTeam({ u"a"_s }));
        bench.orchestrator->setToolServer(consenting().toolServer);
        const ExecutionId after = bench.execute(mcpTeam({ u"b"_s }));
        QCOMPARE(bench.count(before, "team_tools_given"_L1), 0);
        QCOMPARE(bench.count(after, "team_tools_given"_L1), 1);
        bench.orchestrator->setToolServer({});
        const ExecutionId withdrawn = bench.execute(mcpTeam({ u"c"_s }));
        QCOMPARE(bench.count(withdrawn, "team_tools_given"_L1), 0);
        QCOMPARE(bench.count(after, "team_tools_taken"_L1), 1);
    }

    void agentsHaveTheToolsWhileTheyWork()
    {
        EngineBench bench(consenting());
        bench.backend->say(u"a"_s, Works);
        const ExecutionId id = bench.execute(mcpTeam({ u"a"_s, u"b"_s }));
        QCOMPARE(bench.backend->tools.size(), 2);
        QVERIFY(bench.backend->starts[0].prompt.contains(u"--- TEAM TOOLS ---"_s));
        QVERIFY(tokenOf(bench, 0).size() > 30);
        bench.backend->finish(bench.backend->runOf(u"a"_s), u"done"_s);
        bench.settle();
        QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
        QCOMPARE(bench.backend->tools.size(), 0); // as they were before
        QCOMPARE(bench.count(id, "team_tools_taken"_L1), 2);
        QCOMPARE(bench.flaw(id), QString());
    }

    void tokensAreNotInTheLog()
    {
        EngineBench bench(consenting());
        const ExecutionId id = bench.execute(mcpTeam({ u"a"_s }));
        const QString token = tokenOf(bench, 0);
        QVERIFY(!token.isEmpty());
        for (const ExecutionEvent &event : bench.storedEvents(id))
            QVERIFY(!QString::fromUtf8(canonicalJson(event.data)).contains(token));
    }

    void callsAreCarriedOut()
    {
        EngineBench bench(consenting());
        bench.backend->say(u"a"_s, Works);
        const ExecutionId id = bench.execute(mcpTeam({ u"a"_s, u"b"_s }));
        const QString token = tokenOf(bench, 0);
        const AgentId a(u"a"_s);
        callTool(bench, a, "set_shared_variable",
            { { "execution_token", toJson(token) }, { "key", "k" }, { "value", 42 } });
        QCOMPARE(bench.stored(id).sharedMemory["k"], Json(42));
        QCOMPARE(callTool(bench, a, "get_shared_variable",
                     { { "execution_token", toJson(token) }, { "key", "k" } }),
            u"42"_s);
        callTool(bench, a, "set_context",
            { { "execution_token", toJson(token) }, { "context", { { "found", true } } } });
        callTool(bench, a, "send_message_to_agent",
            { { "execution_token", toJson(token) }, { "target_agent", "b" },
                { "message", "mind the gap" } });
        bench.backend->finish(bench.backend->runOf(u"a"_s), u"done"_s);
        bench.settle();
        const Execution execution = bench.stored(id);
        QCOMPARE(execution.contextObject["found"], Json(true));
        QVERIFY(execution.steps[1].prompt.contains(u"mind the gap"_s));
        QCOMPARE(bench.count(id, "step_team_action"_L1), 4);
        QCOMPARE(bench.flaw(id), QString());
    }

    void foreignAndOldTokensAreWorthNothing()
    {
        EngineBench bench(consenting());
        bench.backend->say(u"a"_s, Works);
        const ExecutionId id = bench.execute(mcpTeam({ u"a"_s, u"b"_s }));
        const AgentId a(u"a"_s);
        const ToolServer server = bench.backend->tools.value(a);
        const Json set = { { "execution_token", "guessed" }, { "key", "k" }, { "value", 1 } };
        QVERIFY(callTool(bench, a, "set_shared_variable", set).startsWith(u"ERROR:"_s));
        Json mine = set;
        mine["execution_token"] = toJson(tokenOf(bench, 0));
        bench.backend->finish(bench.backend->runOf(u"a"_s), u"done"_s);
        bench.settle();
        bench.backend->tools.insert(a, server);
        QVERIFY(callTool(bench, a, "set_shared_variable", mine).startsWith(u"ERROR:"_s));
        QVERIFY(!bench.stored(id).sharedMemory.contains("k"));
    }

    // A colleague that got hold of it cannot act for an agent that does not work.
    void theTokenOfAnotherAgentIsWorthNothing()
    {
        EngineBench bench(consenting());
        bench.backend->say(u"a"_s, Works);
        bench.backend->say(u"b"_s, Works);
        const ExecutionId id = bench.execute(mcpTeam({ u"a"_s, u"b"_s }));
        bench.backend->finish(bench.backend->runOf(u"a"_s), u"done"_s);
        bench.settle();
        QVERIFY(tokenOf(bench, 0) != tokenOf(bench, 1));
        Json set = { { "key", "k" }, { "value", 1 } };
        set["execution_token"] = toJson(tokenOf(bench, 0));
        const AgentId b(u"b"_s);
        QVERIFY(callTool(bench, b, "set_shared_variable", set).startsWith(u"ERROR:"_s));
        QVERIFY(!bench.stored(id).sharedMemory.contains("k"));
        set["execution_token"] = toJson(tokenOf(bench, 1));
        QVERIFY(!callTool(bench, b, "set_shared_variable", set).startsWith(u"ERROR:"_s));
        QCOMPARE(bench.stored(id).sharedMemory["k"], Json(1));
    }

    void agentsThatCannotHaveThemSpeakTheProtocol()
    {
        EngineBench bench(consenting());
        bench.backend->refusesTools = true;
        const ExecutionId id = bench.execute(mcpTeam({ u"a"_s }));
        QVERIFY(bench.backend->starts[0].prompt.contains(u"--- TEAM PROTOCOL ---"_s));
        QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
    }

    void whatACrashLeftBehindIsTakenAway()
    {
        EngineBench bench(consenting());
        bench.backend->say(u"a"_s, Works);
        const ExecutionId id = bench.execute(mcpTeam({ u"a"_s }));
        const QUrl before = bench.backend->tools.value(AgentId(u"a"_s)).url;
        bench.restart();
        QVERIFY(bench.resume(id));
        QVERIFY(bench.backend->tools.value(AgentId(u"a"_s)).url != before);
        bench.backend->finish(bench.backend->runOf(u"a"_s), u"done"_s);
        bench.settle();
        QCOMPARE(bench.backend->tools.size(), 0);
        QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
    }

    void twoExecutionsShareTheTools()
    {
        EngineBench bench(consenting());
        bench.backend->say(u"a"_s, Works);
        bench.backend->say(u"a"_s, Works);
        const ExecutionId first = bench.execute(mcpTeam({ u"a"_s }));
        bench.execute(mcpTeam({ u"a"_s }));
        bench.backend->finish(bench.backend->runOf(u"a"_s), u"done"_s);
        bench.settle();
        QCOMPARE(toString(bench.stored(first).status), u"completed"_s);
        QCOMPARE(bench.backend->tools.size(), 1); // the other one still needs them
        bench.backend->finish(bench.backend->runOf(u"a"_s, 1), u"done"_s);
        bench.settle();
        QCOMPARE(bench.backend->tools.size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestTeamToolsMcp)
#include "tst_team_tools_mcp.moc"
