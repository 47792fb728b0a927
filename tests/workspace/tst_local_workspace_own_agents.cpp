// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "tests/simulator/sim_fixture.h"
#include "tests/workspace/workspace_bench.h"

#include <QFile>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

#include <algorithm>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;
using State = ConnectionStatus::State;

namespace {

const QByteArray Speaker = R"([{"text":"Spoken."}])";

/// A keychain that can be out of order, and counts.
class Keychain : public MemorySecretStore {
public:
    [[nodiscard]] QCoro::Task<Result<QByteArray>> read(QString key) override
    {
        ++reads;
        const Result<QByteArray> secret = co_await MemorySecretStore::read(key);
        co_return secret;
    }
    [[nodiscard]] QCoro::Task<Result<void>> write(QString key, QByteArray secret) override
    {
        if (broken)
            co_return Error { ErrorCategory::SystemError,
                QString::fromLatin1(code::KeychainUnavailable), u"Broken."_s };
        const Result<void> written = co_await MemorySecretStore::write(key, secret);
        co_return written;
    }
    bool broken = false;
    int reads = 0;
};

QUrl closedAddress()
{
    QTcpServer server;
    if (!server.listen(QHostAddress::LocalHost))
        qFatal("no free port");
    return QUrl(u"http://127.0.0.1:%1"_s.arg(server.serverPort()));
}

template<typename T>
QString codeOf(const Result<T> &result)
{
    return result ? QString() : result.error().code;
}

EndpointDefinition endpointAt(const QUrl &url, const QString &name)
{
    EndpointDefinition endpoint;
    endpoint.name = name;
    endpoint.url = url.toString();
    return endpoint;
}

EndpointKey keySet(const QByteArray &secret)
{
    return { EndpointKey::Change::Set, secret, SecretKeeping::Keychain };
}

LocalAgent agentAt(const EndpointDefinition &endpoint, const QString &name)
{
    LocalAgent agent;
    agent.endpoint = endpoint.id;
    agent.name = name;
    agent.model = u"agt-one"_s; // as the simulator calls what its agent says
    agent.instructions = u"Speak as "_s + name;
    return agent;
}

} // namespace

/// Endpoints and agents that are stored with the workspace, and used while it is open.
class TestLocalWorkspaceOwnAgents : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        m_keychain = std::make_unique<Keychain>();
        m_bench = std::make_unique<WorkspaceBench>();
        m_bench->options.secrets = m_keychain.get();
        m_bench->reopen();
    }
    void cleanup() { m_bench.reset(); }

    void areUsedWithoutARestart()
    {
        SimFixture endpoint(oneAgent(Speaker), u"openai"_s);
        WorkspaceBench &bench = *m_bench;
        QTRY_COMPARE(bench->connectionStatus().state, State::Unconfigured);
        QSignalSpy changed(bench.workspace.get(), &Workspace::ownAgentsChanged);
        const EndpointDefinition stored = add(endpointAt(endpoint.url({}), u"Here"_s));
        QTRY_COMPARE(bench->connectionStatus().state, State::Connected);
        QCOMPARE(bench->connectionStatus().parts.size(), 1);
        const Result<LocalAgent> agent = bench.get(bench->addLocalAgent(agentAt(stored, u"Ana"_s)));
        QVERIFY(agent);
        QVERIFY(!agent->id.isEmpty());
        QTRY_COMPARE(changed.size(), 2);
        const QStringList ids = agentIds();
        QVERIFY(ids.contains(agent->id.toString()));
        QVERIFY(ids.contains(u"model@%1:agt-one"_s.arg(stored.id.toString())));
        const Execution done = run({ agent->id.toString() });
        QCOMPARE(toString(done.status), u"completed"_s);
        QCOMPARE(done.steps.front().output->result, u"Spoken."_s);
        const Json asked = endpoint.get(u"/_sim/chats"_s).json.at("chats").at(0).at("request");
        QCOMPARE(asked.at("messages").at(0).at("content"), Json("Speak as Ana"));
    }

    void areThereAfterARestart()
    {
        SimFixture endpoint(oneAgent(Speaker, R"("auth":{"bearer":"sk-right"},)"), u"openai"_s);
        WorkspaceBench &bench = *m_bench;
        const EndpointDefinition stored
            = add(endpointAt(endpoint.url({}), u"Here"_s), keySet("sk-right"));
        QVERIFY(stored.usesKey);
        QVERIFY(bench.get(bench->addLocalAgent(agentAt(stored, u"Ana"_s))));
        bench.reopen();
        QTRY_COMPARE(bench->connectionStatus().state, State::Connected);
        QCOMPARE(bench.get(bench->modelEndpoints())->size(), 1);
        const Result<LocalAgentList> agents = bench.get(bench->localAgents());
        QCOMPARE(agents->size(), 1);
        QCOMPARE(toString(run({ agents->constFirst().id.toString() }).status), u"completed"_s);
        // Neither the database nor its log holds the key.
        bench.workspace.reset();
        for (const QString &name : { u"renum.db"_s, u"renum.db-wal"_s }) {
            QFile file(bench.dir.filePath(name));
            if (file.open(QIODevice::ReadOnly))
                QVERIFY(!file.readAll().contains("sk-right"));
        }
    }

    void severalEndpointsAndASunaInOneTeam()
    {
        SimFixture one(oneAgent(R"([{"text":"One."}])"), u"openai"_s);
        SimFixture two(oneAgent(R"([{"text":"Two."}])"), u"openai"_s);
        SimFixture suna(oneAgent(R"([{"text":"Suna."}])"), u"v3"_s);
        WorkspaceBench &bench = *m_bench;
        const EndpointDefinition first = add(endpointAt(one.url({}), u"First"_s));
        const EndpointDefinition second = add(endpointAt(two.url({}), u"Second"_s));
        const Result<LocalAgent> a = bench.get(bench->addLocalAgent(agentAt(first, u"A"_s)));
        const Result<LocalAgent> b = bench.get(bench->addLocalAgent(agentAt(second, u"B"_s)));
        (*bench).setConnection(SunaConnection { suna.url({}), {}, {} });
        QTRY_VERIFY(allConnected(3));
        const Execution done = run({ u"agt-one"_s, a->id.toString(), b->id.toString() });
        QCOMPARE(toString(done.status), u"completed"_s);
        QStringList said;
        for (const StepRecord &step : done.steps)
            said.append(step.output->result);
        QCOMPARE(said, QStringList({ u"Suna."_s, u"One."_s, u"Two."_s }));
    }

    void aPartThatFailsIsToldAndTheOthersWork()
    {
        SimFixture suna(oneAgent(Speaker), u"v3"_s);
        WorkspaceBench &bench = *m_bench;
        const EndpointDefinition gone = add(endpointAt(closedAddress(), u"Attic"_s));
        QTRY_COMPARE(bench->connectionStatus().state, State::Failed);
        const Result<LocalAgent> stranded
            = bench.get(bench->addLocalAgent(agentAt(gone, u"Stranded"_s)));
        QVERIFY(stranded);
        (*bench).setConnection(SunaConnection { suna.url({}), {}, {} });
        QTRY_COMPARE(bench->connectionStatus().state, State::Connected);
        QTRY_COMPARE(bench->connectionStatus().parts.size(), 2);
        QVERIFY(!bench->connectionStatus().parts.constFirst().error);
        QTRY_VERIFY(bench->connectionStatus().parts.constLast().error);
        const ConnectionPart part = bench->connectionStatus().parts.constLast();
        QCOMPARE(part.name, u"Attic"_s);
        QCOMPARE(part.error->code, QString::fromLatin1(code::ConnectionRefused));
        // Its agents can still be put into teams; those of the other part run.
        const QStringList ids = agentIds();
        QCOMPARE(ids, QStringList({ u"agt-one"_s, stranded->id.toString() }));
        QCOMPARE(toString(run({ u"agt-one"_s }).status), u"completed"_s);
        QVERIFY(bench.get(bench->removeLocalAgent(stranded->id)));
        QVERIFY(bench.get(bench->removeModelEndpoint(gone.id)));
        QTRY_COMPARE(bench->connectionStatus().parts.size(), 1);
    }

    void anEndpointThatComesBackIsUsed()
    {
        WorkspaceBench &bench = *m_bench;
        EndpointDefinition endpoint = add(endpointAt(closedAddress(), u"Here"_s));
        QTRY_COMPARE(bench->connectionStatus().state, State::Failed);
        SimFixture real(oneAgent(Speaker), u"openai"_s);
        endpoint.url = real.url({}).toString();
        const Result<EndpointDefinition> changed
            = bench.get(bench->updateModelEndpoint(endpoint, {}));
        QVERIFY(changed);
        QCOMPARE(changed->version, 2);
        QTRY_COMPARE(bench->connectionStatus().state, State::Connected);
        QCOMPARE(codeOf(bench.get(bench->updateModelEndpoint(endpoint, {}))),
            QString::fromLatin1(code::VersionConflict));
    }

    void keysFollowTheirServerAlone()
    {
        SimFixture first(oneAgent(Speaker, R"("auth":{"bearer":"sk-right"},)"), u"openai"_s);
        SimFixture second(oneAgent(Speaker, R"("auth":{"bearer":"sk-right"},)"), u"openai"_s);
        WorkspaceBench &bench = *m_bench;
        EndpointDefinition endpoint = add(endpointAt(first.url({}), u"Here"_s), keySet("sk-right"));
        QTRY_COMPARE(bench->connectionStatus().state, State::Connected);
        endpoint.url = second.url({}).toString();
        const Result<EndpointDefinition> moved
            = bench.get(bench->updateModelEndpoint(endpoint, {}));
        QVERIFY(moved);
        QVERIFY(!moved->usesKey);
        QTRY_COMPARE(bench->connectionStatus().state, State::Failed);
        QCOMPARE(
            bench->connectionStatus().error->code, QString::fromLatin1(code::ModelUnauthorized));
        const Result<EndpointDefinition> entered
            = bench.get(bench->updateModelEndpoint(*moved, keySet("sk-right")));
        QVERIFY(entered && entered->usesKey);
        QTRY_COMPARE(bench->connectionStatus().state, State::Connected);
        EndpointKey forget;
        forget.change = EndpointKey::Change::Forget;
        QVERIFY(!bench.get(bench->updateModelEndpoint(*entered, forget))->usesKey);
        QTRY_COMPARE(bench->connectionStatus().state, State::Failed);
    }

    void aBrokenKeychainChangesNothing()
    {
        WorkspaceBench &bench = *m_bench;
        m_keychain->broken = true;
        const EndpointDefinition endpoint = endpointAt(closedAddress(), u"Here"_s);
        QCOMPARE(codeOf(bench.get(bench->addModelEndpoint(endpoint, keySet("sk")))),
            QString::fromLatin1(code::KeychainUnavailable));
        QVERIFY(bench.get(bench->modelEndpoints())->isEmpty());
        EndpointKey session = keySet("sk");
        session.keeping = SecretKeeping::SessionOnly;
        QVERIFY(bench.get(bench->addModelEndpoint(endpoint, session)));
    }

    void keysOfRefusedChangesAreTakenBack()
    {
        WorkspaceBench &bench = *m_bench;
        const QUrl url = closedAddress();
        const EndpointDefinition first = add(endpointAt(url, u"Here"_s), keySet("first"));
        QCOMPARE(codeOf(bench.get(
                     bench->addModelEndpoint(endpointAt(url, u"here"_s), keySet("second")))),
            QString::fromLatin1(code::NameTaken));
        EndpointDefinition late = first;
        late.version = 7;
        QCOMPARE(codeOf(bench.get(bench->updateModelEndpoint(late, keySet("third")))),
            QString::fromLatin1(code::VersionConflict));
        const QString entry = u"models/%1/%2"_s.arg(first.id.toString(), originOf(first.url));
        QCOMPARE(**await(m_keychain->read(entry)), QByteArray("first"));
        QVERIFY(bench.get(bench->removeModelEndpoint(first.id)));
        QCOMPARE(**await(m_keychain->read(entry)), QByteArray());
    }

    void badInputIsRefusedWithEverythingThatIsWrong()
    {
        WorkspaceBench &bench = *m_bench;
        EndpointDefinition endpoint;
        endpoint.url = u"file:///etc/passwd"_s;
        const Result<EndpointDefinition> refused = bench.get(bench->addModelEndpoint(endpoint, {}));
        QCOMPARE(codeOf(refused), QString::fromLatin1(code::EndpointInvalid));
        QVERIFY(refused.error().message.contains(u"name"_s)
            && refused.error().message.contains(u"address"_s));
        LocalAgent agent;
        agent.temperature = 9;
        QCOMPARE(codeOf(bench.get(bench->addLocalAgent(agent))),
            QString::fromLatin1(code::LocalAgentInvalid));
        agent = agentAt(endpoint, u"A"_s);
        agent.endpoint = EndpointId(u"nowhere"_s);
        QCOMPARE(codeOf(bench.get(bench->addLocalAgent(agent))),
            QString::fromLatin1(code::EndpointUnknown));
        QCOMPARE(codeOf(bench.get(bench->removeLocalAgent(AgentId(u"x"_s)))),
            QString::fromLatin1(code::NotFound));
        QCOMPARE(codeOf(bench.get(bench->removeModelEndpoint(EndpointId(u"x"_s)))),
            QString::fromLatin1(code::NotFound));
    }

    void checksUseTheStoredKey()
    {
        SimFixture real(oneAgent(Speaker, R"("auth":{"bearer":"sk-right"},)"), u"openai"_s);
        WorkspaceBench &bench = *m_bench;
        EndpointDefinition endpoint = add(endpointAt(real.url({}), u"Here"_s), keySet("sk-right"));
        QVERIFY(bench.get(bench->checkModelEndpoint(endpoint, {}))->isUsable());
        const Result<ConnectionReport> wrong
            = bench.get(bench->checkModelEndpoint(endpoint, keySet("sk-wrong")));
        QCOMPARE(wrong->error->code, QString::fromLatin1(code::ModelUnauthorized));
        endpoint.url = closedAddress().toString();
        endpoint.name.clear();
        QCOMPARE(bench.get(bench->checkModelEndpoint(endpoint, {}))->error->code,
            QString::fromLatin1(code::ConnectionRefused));
        endpoint.url = u"nonsense"_s;
        QCOMPARE(codeOf(bench.get(bench->checkModelEndpoint(endpoint, {}))),
            QString::fromLatin1(code::EndpointInvalid));
        SimFixture suna(oneAgent(Speaker), u"v2a"_s);
        const auto report
            = bench.get((*bench).checkSunaServer(SunaConnection { suna.url({}), "token", {} }));
        QCOMPARE(report->family, u"V2a"_s);
    }

    void whoRunsNothingConnectsToNothing()
    {
        WorkspaceBench &bench = *m_bench;
        add(endpointAt(closedAddress(), u"Here"_s), keySet("sk"));
        bench.options.useStoredEndpoints = false;
        m_keychain->reads = 0;
        bench.reopen();
        QCOMPARE(bench->connectionStatus().state, State::Unconfigured);
        QCOMPARE(bench.get(bench->modelEndpoints())->size(), 1);
        QCOMPARE(m_keychain->reads, 0);
        QCOMPARE(bench->connectionStatus().state, State::Unconfigured);
    }

private:
    EndpointDefinition add(const EndpointDefinition &endpoint, const EndpointKey &key = {})
    {
        const Result<EndpointDefinition> added
            = m_bench->get((*m_bench)->addModelEndpoint(endpoint, key));
        if (!added)
            qFatal("%s", qUtf8Printable(added.error().message));
        return *added;
    }
    bool allConnected(qsizetype count)
    {
        const QList<ConnectionPart> parts = (*m_bench)->connectionStatus().parts;
        return parts.size() == count && std::ranges::all_of(parts, [](const ConnectionPart &part) {
            return part.state == ConnectionPart::State::Connected;
        });
    }
    QStringList agentIds()
    {
        const Result<QList<AgentInfo>> agents = m_bench->get((*m_bench)->agents());
        QStringList ids;
        for (const AgentInfo &agent : agents ? *agents : QList<AgentInfo>())
            ids.append(agent.id.toString());
        return ids;
    }
    Execution run(const QStringList &agents)
    {
        WorkspaceBench &bench = *m_bench;
        TeamDraft draft = WorkspaceBench::draft();
        const WorkflowAgent first = draft.workflow.agents.front();
        draft.workflow.agents.clear();
        for (const QString &id : agents) {
            WorkflowAgent agent = first;
            agent.agentId = AgentId(id);
            agent.executionOrder = static_cast<int>(draft.workflow.agents.size()) + 1;
            draft.workflow.agents.push_back(agent);
        }
        const Result<Team> team = bench.get(bench->createTeam(draft));
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

    std::unique_ptr<Keychain> m_keychain;
    std::unique_ptr<WorkspaceBench> m_bench;
};

QTEST_GUILESS_MAIN(TestLocalWorkspaceOwnAgents)
#include "tst_local_workspace_own_agents.moc"
