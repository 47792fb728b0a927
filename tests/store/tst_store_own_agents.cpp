// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "tests/store/raw_database.h"
#include "tests/store/store_fixture.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

namespace {

EndpointDefinition endpointOf(int number, const QString &name)
{
    EndpointDefinition endpoint;
    endpoint.id = EndpointId(uuidOf(number));
    endpoint.name = name;
    endpoint.url = u"http://localhost:%1/v1"_s.arg(number);
    endpoint.model = u"llama"_s;
    endpoint.usesKey = true;
    return endpoint;
}

LocalAgent agentOf(int number, const QString &name, const EndpointDefinition &endpoint)
{
    LocalAgent agent;
    agent.id = AgentId(uuidOf(number));
    agent.endpoint = endpoint.id;
    agent.name = name;
    agent.description = name;
    agent.instructions = u"Say:\n"_s + name;
    agent.model = name;
    return agent;
}

} // namespace

/// Stored model endpoints and agents of one's own.
class TestStoreOwnAgents : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        QTest::failOnWarning(QRegularExpression(u".?"_s));
        m_dir = std::make_unique<QTemporaryDir>();
        m_store = openStore(m_dir->filePath(u"renum.db"_s));
        QVERIFY(m_store);
    }
    void cleanup() { m_store.reset(); }

    void keepsThemUnchanged_data();
    void keepsThemUnchanged();
    void keepsWhatIsNotChosen();
    void listsInTheOrderOfMaking();
    void namesAreUnique();
    void updatesTheExpectedVersionOnly();
    void knowsNoUnknownOnes();
    void endpointInUseStays();
    void agentNeedsAnEndpoint();
    void agentNeedsAnIdOfItsOwn();
    void noKeyIsInTheDatabase();

private:
    Result<void> insert(const EndpointDefinition &endpoint)
    {
        m_now += std::chrono::seconds(1);
        return answerOf(m_store->insertEndpoint(endpoint, m_now));
    }
    Result<void> insert(const LocalAgent &agent)
    {
        m_now += std::chrono::seconds(1);
        return answerOf(m_store->insertOwnAgent(agent, m_now));
    }
    EndpointDefinitionList endpoints() { return answerOf(m_store->endpoints()).value(); }
    LocalAgentList agents() { return answerOf(m_store->ownAgents()).value(); }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Store> m_store;
    Timestamp m_now = fromMicroseconds(1'700'000'000'000'000);
};

void TestStoreOwnAgents::keepsThemUnchanged_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << u"Writer"_s;
    QTest::newRow("quotes") << u"'; DROP TABLE renum_own_agents; --"_s;
    QTest::newRow("right to left") << u"\u202Eretirw\u202C اسم"_s;
    QTest::newRow("emoji") << u"👩‍🚀🚲"_s;
    QTest::newRow("255") << u"ß"_s.repeated(255);
}

void TestStoreOwnAgents::keepsThemUnchanged()
{
    QFETCH(QString, name);
    const EndpointDefinition endpoint = endpointOf(1, name);
    LocalAgent agent = agentOf(2, name, endpoint);
    agent.temperature = 0.1;
    agent.teamTools = false;
    agent.outputSchema = Json { { "type", "object" }, { "title", name.toStdString() } };
    QVERIFY(insert(endpoint).ok());
    QVERIFY(insert(agent).ok());
    m_store = openStore(m_store->file());
    QVERIFY(endpoints() == EndpointDefinitionList { endpoint });
    QVERIFY(agents() == LocalAgentList { agent });
}

void TestStoreOwnAgents::keepsWhatIsNotChosen()
{
    EndpointDefinition endpoint = endpointOf(1, u"E"_s);
    endpoint.model.clear();
    endpoint.usesKey = false;
    LocalAgent agent;
    agent.id = AgentId(u"a"_s);
    agent.endpoint = endpoint.id;
    agent.name = u"A"_s;
    QVERIFY(insert(endpoint).ok());
    QVERIFY(insert(agent).ok());
    QVERIFY(endpoints().constFirst() == endpoint);
    QVERIFY(agents().constFirst() == agent);
    QVERIFY(!agents().constFirst().temperature);
    QVERIFY(agents().constFirst().outputSchema.is_null());
}

void TestStoreOwnAgents::listsInTheOrderOfMaking()
{
    for (int number : { 3, 1, 2 })
        QVERIFY(insert(endpointOf(number, QString::number(number))).ok());
    QStringList names;
    for (const EndpointDefinition &endpoint : endpoints())
        names.append(endpoint.name);
    QCOMPARE(names, QStringList({ u"3"_s, u"1"_s, u"2"_s }));
}

void TestStoreOwnAgents::namesAreUnique()
{
    const EndpointDefinition first = endpointOf(1, u"Ollama"_s);
    QVERIFY(insert(first).ok());
    const Result<void> same = insert(endpointOf(2, u" OLLAMA"_s));
    QCOMPARE(same.error().code, QLatin1StringView(code::NameTaken));
    EndpointDefinition second = endpointOf(2, u"Other"_s);
    QVERIFY(insert(second).ok());
    second.name = u"ollama"_s;
    QCOMPARE(
        answerOf(m_store->updateEndpoint(second)).error().code, QLatin1StringView(code::NameTaken));
    // Its own name is no obstacle.
    QVERIFY(answerOf(m_store->updateEndpoint(first)).ok());

    QVERIFY(insert(agentOf(3, u"Writer"_s, first)).ok());
    QCOMPARE(
        insert(agentOf(4, u"WRITER"_s, second)).error().code, QLatin1StringView(code::NameTaken));
    LocalAgent other = agentOf(5, u"Critic"_s, first);
    QVERIFY(insert(other).ok());
    other.name = u"writer"_s;
    QCOMPARE(
        answerOf(m_store->updateOwnAgent(other)).error().code, QLatin1StringView(code::NameTaken));
    QCOMPARE(agents().size(), 2);
}

void TestStoreOwnAgents::updatesTheExpectedVersionOnly()
{
    EndpointDefinition endpoint = endpointOf(1, u"E"_s);
    LocalAgent agent = agentOf(2, u"A"_s, endpoint);
    QVERIFY(insert(endpoint).ok());
    QVERIFY(insert(agent).ok());
    endpoint.url = u"http://other"_s;
    agent.temperature = 2;
    QVERIFY(answerOf(m_store->updateEndpoint(endpoint)).ok());
    QVERIFY(answerOf(m_store->updateOwnAgent(agent)).ok());
    const Result<void> late = answerOf(m_store->updateEndpoint(endpoint));
    QCOMPARE(late.error().code, QLatin1StringView(code::VersionConflict));
    QCOMPARE(late.error().args.value(u"found"_s).toInt(), 2);
    QCOMPARE(answerOf(m_store->updateOwnAgent(agent)).error().code,
        QLatin1StringView(code::VersionConflict));
    endpoint.version = 2;
    agent.version = 2;
    QVERIFY(endpoints().constFirst() == endpoint);
    QVERIFY(agents().constFirst() == agent);
}

void TestStoreOwnAgents::knowsNoUnknownOnes()
{
    const EndpointDefinition endpoint = endpointOf(1, u"E"_s);
    const QString notFound = QString::fromLatin1(code::NotFound);
    QCOMPARE(answerOf(m_store->updateEndpoint(endpoint)).error().code, notFound);
    QCOMPARE(answerOf(m_store->deleteEndpoint(endpoint.id)).error().code, notFound);
    const LocalAgent agent = agentOf(2, u"A"_s, endpoint);
    QCOMPARE(answerOf(m_store->updateOwnAgent(agent)).error().code, notFound);
    QCOMPARE(answerOf(m_store->deleteOwnAgent(agent.id)).error().code, notFound);
}

void TestStoreOwnAgents::endpointInUseStays()
{
    const EndpointDefinition endpoint = endpointOf(1, u"E"_s);
    const LocalAgent agent = agentOf(2, u"Writer"_s, endpoint);
    QVERIFY(insert(endpoint).ok());
    QVERIFY(insert(agent).ok());
    const Result<void> used = answerOf(m_store->deleteEndpoint(endpoint.id));
    QCOMPARE(used.error().code, QLatin1StringView(code::EndpointInUse));
    QVERIFY(used.error().message.contains(u"Writer"_s));
    QVERIFY(answerOf(m_store->deleteOwnAgent(agent.id)).ok());
    QVERIFY(answerOf(m_store->deleteEndpoint(endpoint.id)).ok());
    QVERIFY(endpoints().isEmpty() && agents().isEmpty());
}

void TestStoreOwnAgents::agentNeedsAnEndpoint()
{
    const EndpointDefinition endpoint = endpointOf(1, u"E"_s);
    LocalAgent agent = agentOf(2, u"A"_s, endpoint);
    QCOMPARE(insert(agent).error().code, QLatin1StringView(code::EndpointUnknown));
    QVERIFY(insert(endpoint).ok());
    QVERIFY(insert(agent).ok());
    agent.endpoint = EndpointId(uuidOf(9));
    QCOMPARE(answerOf(m_store->updateOwnAgent(agent)).error().code,
        QLatin1StringView(code::EndpointUnknown));
}

// What it may hold is whether there is one.
void TestStoreOwnAgents::agentNeedsAnIdOfItsOwn()
{
    const EndpointDefinition endpoint = endpointOf(1, u"E"_s);
    const LocalAgent first = agentOf(2, u"First"_s, endpoint);
    QVERIFY(insert(endpoint).ok());
    QVERIFY(insert(first).ok());
    LocalAgent second = agentOf(2, u"Second"_s, endpoint);
    const Result<void> refused = insert(second);
    QCOMPARE(refused.error().code, QString::fromLatin1(code::LocalAgentInvalid));
    QVERIFY(refused.error().message.contains(second.id.toString()));
    QVERIFY(!refused.error().args.value(u"problems"_s).toString().isEmpty());
    QVERIFY(agents() == LocalAgentList { first });
}

void TestStoreOwnAgents::noKeyIsInTheDatabase()
{
    RawDatabase raw(m_store->file());
    QCOMPARE(raw.number("SELECT count(*) FROM pragma_table_info('renum_model_endpoints') "
                        "WHERE name LIKE '%key%' AND name NOT IN ('name_key', 'uses_key')"),
        0);
}

QTEST_GUILESS_MAIN(TestStoreOwnAgents)
#include "tst_store_own_agents.moc"
