// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "tests/simulator/sim_fixture.h"
#include "tests/workspace/workspace_bench.h"

#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;
using State = ConnectionStatus::State;

namespace {

const QByteArray TwoAgents
    = R"({"version":1,"defaults":{"chars_per_second":4000,"first_token_ms":5},
    "agents":[{"agent_id":"agt-one","name":"One","responses":[{"steps":[
        {"tool":{"name":"set_shared_variable","arguments":{"key":"colour","value":"blue"}}},
        {"text":"The sky is blue."}]}]},
    {"agent_id":"agt-two","name":"Two","responses":[{"steps":[{"text":"Second."}]}]}]})";

TeamDraft teamOf(const QStringList &agents)
{
    TeamDraft draft = WorkspaceBench::draft();
    const WorkflowAgent first = draft.workflow.agents.front();
    draft.workflow.agents.clear();
    for (const QString &id : agents) {
        WorkflowAgent agent = first;
        agent.agentId = AgentId(id);
        agent.executionOrder = static_cast<int>(draft.workflow.agents.size()) + 1;
        draft.workflow.agents.push_back(agent);
    }
    return draft;
}

} // namespace

/// A local workspace with a model endpoint, alone and beside a Suna server.
class TestLocalWorkspaceModels : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void modelsAlone()
    {
        SimFixture endpoint(TwoAgents, u"openai"_s);
        WorkspaceBench bench;
        begin(bench, endpoint);
        QTRY_COMPARE(bench->connectionStatus().state, State::Connected);
        QCOMPARE(bench->connectionStatus().service,
            u"Model endpoint v1 at "_s + endpoint.url(u"/v1"_s).toString());
        const Result<QList<AgentInfo>> agents = bench.get(bench->agents());
        QVERIFY(agents);
        QCOMPARE(agents->constLast().id.toString(), u"model:agt-two"_s);

        const Execution done = run(bench, { u"model:agt-one"_s, u"model:agt-two"_s });
        QCOMPARE(toString(done.status), u"completed"_s);
        QCOMPARE(done.steps.front().output->result, u"The sky is blue."_s);
        QCOMPARE(done.sharedMemory.value("colour", Json()), Json("blue"));
        const Json asked = endpoint.get(u"/_sim/chats"_s).json.at("chats").at(0).at("request");
        QCOMPARE(asked.at("tools").size(), size_t(11));
    }

    void besideASunaServer()
    {
        SimFixture endpoint(TwoAgents, u"openai"_s);
        SimFixture suna(oneAgent(R"([{"text":"From Suna."}])"), u"v3"_s);
        WorkspaceBench bench;
        bench.options.connection = SunaConnection { suna.url({}), {}, {} };
        begin(bench, endpoint);
        QTRY_COMPARE(bench->connectionStatus().state, State::Connected);
        QTRY_VERIFY(bench->connectionStatus().service.contains(u", models at "_s));
        const Result<QList<AgentInfo>> agents = bench.get(bench->agents());
        QVERIFY(agents);
        QCOMPARE(agents->constFirst().id.toString(), u"agt-one"_s);
        const Execution done = run(bench, { u"agt-one"_s, u"model:agt-two"_s });
        QCOMPARE(toString(done.status), u"completed"_s);
        QCOMPARE(done.steps.front().output->result, u"From Suna."_s);
        QCOMPARE(done.steps.back().output->result, u"Second."_s);
        QVERIFY(suna.get(u"/_sim/ledger"_s).json.at("counts").at("start") == 1);
        QVERIFY(endpoint.get(u"/_sim/ledger"_s).json.at("counts").at("chat") == 1);
    }

    void anEndpointThatRefusesTheKeyIsTold()
    {
        SimFixture endpoint(
            oneAgent(R"([{"text":"Hi"}])", R"("auth":{"bearer":"sk-right"},)"), u"openai"_s);
        WorkspaceBench bench;
        begin(bench, endpoint);
        QTRY_COMPARE(bench->connectionStatus().state, State::Failed);
        QCOMPARE(
            bench->connectionStatus().error->code, QString::fromLatin1(code::ModelUnauthorized));
    }

private:
    static void begin(WorkspaceBench &bench, const SimFixture &endpoint)
    {
        bench.options.models = ModelEndpoint { endpoint.url({}), {}, {} };
        bench.reopen();
    }
    static Execution run(WorkspaceBench &bench, const QStringList &agents)
    {
        const Result<Team> team = bench.get(bench->createTeam(teamOf(agents)));
        const Result<Execution> begun = bench.get(bench->execute({ team->id, u"Go"_s, {} }));
        if (!begun)
            qFatal("%s", qUtf8Printable(begun.error().message));
        Listener listener(bench->subscribe(begun->id, 0));
        const bool ended = QTest::qWaitFor(
            [&] {
                return !listener.events.isEmpty() && isTerminalEvent(listener.events.constLast());
            },
            60'000);
        if (!ended)
            qFatal("the execution does not end");
        return *bench.get(bench->execution(begun->id));
    }
};

QTEST_GUILESS_MAIN(TestLocalWorkspaceModels)
#include "tst_local_workspace_models.moc"
