// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/sim_fixture.h"

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace renum;
using namespace renum::test;

/// What a simulator finds again after it was restarted.
class TestSimulatorState : public QObject {
    Q_OBJECT

private slots:
    void init();

    void everythingIsThereAgain_data();
    void everythingIsThereAgain();
    void idsAreNotGivenTwice();
    void answersAreOnTheDiskFirst();
    void runsLoseTheirWorker_data();
    void runsLoseTheirWorker();
    void v3GivesASilentRunUp();
    void v3GivesALongRunUp();
    void changesOfAgentsStay();
    void pendingStartsStay();
    void refusesABrokenFile_data();
    void refusesABrokenFile();
    void refusesAnotherFamily();

private:
    [[nodiscard]] QString file() const { return m_dir->filePath(u"state.json"_s); }
    [[nodiscard]] std::unique_ptr<SimFixture> open(
        const QString &profile, Clock *clock = nullptr, double speed = 100)
    {
        return std::make_unique<SimFixture>(oneAgent(Steps), profile, speed, clock, file());
    }
    [[nodiscard]] static QString prefix(const QString &profile)
    {
        return profile == "v3"_L1 ? u"/v1"_s : u"/api"_s;
    }
    [[nodiscard]] static SimAnswer start(
        SimFixture &sim, const QString &profile, const QString &prompt = u"x"_s)
    {
        const bool early = profile == "v1"_L1 || profile == "v2a"_L1;
        return sim.postForm(prefix(profile) + (early ? u"/agent/initiate"_s : u"/agent/start"_s),
            { { u"prompt"_s, prompt } });
    }
    [[nodiscard]] static QString status(SimFixture &sim, qsizetype number = 0)
    {
        return stringAt(sim.get(u"/_sim/runs"_s).json["runs"][size_t(number)], "status")
            .value_or(QString());
    }

    static const QByteArray Steps;
    std::unique_ptr<QTemporaryDir> m_dir;
};

const QByteArray TestSimulatorState::Steps
    = R"([{"text":"Part one."},{"tool":{"name":"web_search","result":"3 — ok","ms":400}},)"
      R"({"text":"Part two."}])";

void TestSimulatorState::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
}

void TestSimulatorState::everythingIsThereAgain_data()
{
    QTest::addColumn<QString>("profile");
    for (const QString &profile : { u"v1"_s, u"v2a"_s, u"v2b"_s, u"v3"_s })
        QTest::addRow("%s", qPrintable(profile)) << profile;
}

void TestSimulatorState::everythingIsThereAgain()
{
    QFETCH(QString, profile);
    auto sim = open(profile);
    const SimAnswer begun = start(*sim, profile);
    const QString thread = stringAt(begun.json, "thread_id").value_or(QString());
    const QString run = stringAt(begun.json, "agent_run_id").value_or(QString());
    QTRY_COMPARE(status(*sim), u"completed"_s);
    const QStringList paths { prefix(profile) + u"/agent-run/"_s + run,
        prefix(profile) + u"/agent-run/"_s + run + u"/stream"_s,
        prefix(profile) + u"/thread/"_s + thread + u"/agent-runs"_s,
        prefix(profile) + u"/threads/"_s + thread + u"/messages?optimized=false"_s,
        u"/rest/v1/messages?thread_id=eq."_s + thread, prefix(profile) + u"/agents"_s,
        u"/_sim/ledger"_s };
    const auto answers = [&] {
        QByteArrayList bodies;
        for (const QString &path : paths)
            bodies += sim->get(path, { { "apikey", "anon" } }).body;
        return bodies;
    };
    // V2b forgets what it has replayed once; from then on it says the same each time.
    static_cast<void>(answers());
    const QByteArrayList before = answers();
    QVERIFY(before.join().contains("Part two."));
    sim.reset();
    sim = open(profile);
    const QByteArrayList after = answers();
    for (qsizetype index = 0; index < paths.size(); ++index)
        QCOMPARE(after[index], before[index]);
}

void TestSimulatorState::idsAreNotGivenTwice()
{
    auto sim = open(u"v3"_s);
    const SimAnswer first = start(*sim, u"v3"_s);
    sim.reset();
    sim = open(u"v3"_s); // the fixture's seed is always the same
    const SimAnswer second = start(*sim, u"v3"_s);
    QVERIFY(first.json["agent_run_id"] != second.json["agent_run_id"]);
    QVERIFY(first.json["thread_id"] != second.json["thread_id"]);
    QCOMPARE(sim->get(u"/_sim/runs"_s).json["runs"].size(), 2U);
}

/// A crash right behind an answer loses nothing that was answered.
void TestSimulatorState::answersAreOnTheDiskFirst()
{
    VirtualClock clock; // stands still: nothing is written by a timer
    const auto sim = open(u"v3"_s, &clock);
    const SimAnswer begun = start(*sim, u"v3"_s, u"remember me"_s);
    const QString copy = m_dir->filePath(u"copy.json"_s);
    QVERIFY(QFile::copy(file(), copy));
    const SimFixture other(oneAgent(Steps), u"v3"_s, 100, nullptr, copy);
    QFile stored(copy);
    QVERIFY(stored.open(QIODevice::ReadOnly));
    const QByteArray bytes = stored.readAll();
    QVERIFY(bytes.contains("remember me"));
    QVERIFY(bytes.contains(stringAt(begun.json, "agent_run_id")->toUtf8()));
}

void TestSimulatorState::runsLoseTheirWorker_data()
{
    QTest::addColumn<QString>("profile");
    for (const QString &profile : { u"v1"_s, u"v2a"_s, u"v2b"_s })
        QTest::addRow("%s", qPrintable(profile)) << profile;
}

/// Nobody notices that the worker is dead; a stop works.
void TestSimulatorState::runsLoseTheirWorker()
{
    QFETCH(QString, profile);
    VirtualClock clock;
    auto sim = open(profile, &clock, 1);
    const SimAnswer begun = start(*sim, profile);
    const QString run = prefix(profile) + u"/agent-run/"_s
        + stringAt(begun.json, "agent_run_id").value_or(QString());
    clock.advance(std::chrono::milliseconds(300));
    QCOMPARE(status(*sim), u"running"_s);
    sim.reset();
    sim = open(profile, &clock, 1);
    const auto stream = sim->open(run + u"/stream"_s);
    QTRY_VERIFY(stream->bytesAvailable() > 0); // what was stored is told
    for (int step = 0; step < 200; ++step) { // in steps, so that the sockets keep up with pings
        clock.advance(std::chrono::seconds(4));
        QCoreApplication::processEvents();
    }
    QCOMPARE(status(*sim), u"running"_s);
    QVERIFY(!stream->isFinished());
    QCOMPARE(sim->postJson(run + u"/stop"_s, Json::object()).status, 200);
    clock.advance(std::chrono::seconds(1));
    QTRY_VERIFY(stream->isFinished());
    QCOMPARE(status(*sim), u"stopped"_s);
}

/// Who resumes behind the last event gets nothing but pings, and then an end.
void TestSimulatorState::v3GivesASilentRunUp()
{
    VirtualClock clock;
    auto sim = open(u"v3"_s, &clock, 1);
    const SimAnswer begun = start(*sim, u"v3"_s);
    clock.advance(std::chrono::milliseconds(300));
    sim.reset();
    sim = open(u"v3"_s, &clock, 1);
    const QString path = u"/v1/agent-run/"_s
        + stringAt(begun.json, "agent_run_id").value_or(QString())
        + u"/stream?last_id=9999999999999-0"_s;
    const QList<Json> events = sim->liveEvents(path, clock);
    QCOMPARE(events.size(), 5); // four pings before it
    QCOMPARE(eventName(events.constLast()), u"status=error"_s);
    QCOMPARE(status(*sim), u"failed"_s);
}

void TestSimulatorState::v3GivesALongRunUp()
{
    VirtualClock clock;
    auto sim = open(u"v3"_s, &clock, 1);
    static_cast<void>(start(*sim, u"v3"_s));
    clock.advance(std::chrono::milliseconds(300));
    sim.reset();
    clock.advance(std::chrono::minutes(30));
    sim = open(u"v3"_s, &clock, 1);
    clock.advance(std::chrono::minutes(19));
    QCOMPARE(status(*sim), u"running"_s);
    clock.advance(std::chrono::minutes(2));
    QCOMPARE(status(*sim), u"failed"_s);
    const Json run = sim->get(u"/_sim/runs"_s).json["runs"][0];
    QCOMPARE(stringAt(run, "error"), std::optional(u"run_timeout (3000s)"_s));
}

void TestSimulatorState::changesOfAgentsStay()
{
    auto sim = open(u"v1"_s);
    const QString agent = u"/api/agents/agt-one"_s;
    const Json entry { { "name", "tools" }, { "type", "http" },
        { "config", { { "url", "https://tools.example.org" } } }, { "enabledTools", { "a" } } };
    QCOMPARE(
        sim->putJson(agent, { { "custom_mcps", { entry } }, { "name", "Other" } }).status, 200);
    const SimAnswer made
        = sim->postJson(u"/api/agents"_s, { { "name", "Made" }, { "system_prompt", "Go." } });
    const QString id = stringAt(made.json, "agent_id").value_or(QString());
    const QByteArray before = sim->get(agent).body + sim->get(u"/api/agents/"_s + id).body;
    const QByteArray versions = sim->get(agent + u"/versions"_s).body;
    sim.reset();
    sim = open(u"v1"_s);
    QCOMPARE(sim->get(agent).body + sim->get(u"/api/agents/"_s + id).body, before);
    QCOMPARE(sim->get(agent + u"/versions"_s).body, versions);
    const SimAnswer begun = sim->postForm(
        u"/api/agent/initiate"_s, { { u"prompt"_s, u"x"_s }, { u"agent_id"_s, id } });
    QCOMPARE(begun.status, 200);
}

void TestSimulatorState::pendingStartsStay()
{
    auto sim = open(u"v2b"_s);
    QCOMPARE(
        sim->postJson(u"/_sim/faults"_s, { { "faults", { { { "fault", "F15" }, { "ms", 0 } } } } })
            .status,
        200);
    const SimAnswer early = start(*sim, u"v2b"_s);
    QVERIFY(early.json["agent_run_id"].is_null());
    sim.reset();
    sim = open(u"v2b"_s);
    const QString path = u"/api/thread/"_s + stringAt(early.json, "thread_id").value_or(QString())
        + u"/start-agent"_s;
    QCOMPARE(sim->postJson(path, Json::object()).status, 200);
}

void TestSimulatorState::refusesABrokenFile_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("word");
    QTest::newRow("empty") << QByteArray() << u"state.json"_s;
    QTest::newRow("half") << QByteArray(R"({"version":1,"thr)") << u"state.json"_s;
    QTest::newRow("no object") << QByteArray("[1,2]") << u"must be an object"_s;
    QTest::newRow("version") << QByteArray(R"({"version":2,"family":"v3"})") << u"/version"_s;
    QTest::newRow("wrong types") << QByteArray(
        R"({"version":1,"family":"v3","threads":[{"id":1}]})")
                                 << u"/threads/0"_s;
    QTest::newRow("a run without its thread")
        << QByteArray(R"({"version":1,"family":"v3","id_position":1,"run_count":1,)"
                      R"("runs":[{"id":"r","thread_id":"t","status":"running"}]})")
        << u"unknown thread"_s;
    QTest::newRow("deep") << QByteArray(100, '[') + QByteArray(100, ']') << u"state.json"_s;
    QTest::newRow("bytes") << QByteArray("\xff\xfe\x00", 3) << u"state.json"_s;
}

void TestSimulatorState::refusesABrokenFile()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, word);
    QFile stored(file());
    QVERIFY(stored.open(QIODevice::WriteOnly));
    stored.write(content);
    stored.close();
    SystemClock clock;
    {
        sim::SimulatorOptions options { *sim::profileByName(u"v3"_s), {}, 1, 1, file() };
        options.scenario.agents.append(sim::ScriptedAgent());
        sim::Simulator simulator(&clock, std::move(options));
        const Result<void> restored = simulator.restore();
        QVERIFY(!restored);
        QVERIFY2(restored.error().message.contains(word), qPrintable(restored.error().message));
        QVERIFY(restored.error().message.contains(u"Move it away"_s));
    }
    // It is left as it is, so that somebody can look at it.
    QVERIFY(stored.open(QIODevice::ReadOnly));
    QCOMPARE(stored.readAll(), content);
}

void TestSimulatorState::refusesAnotherFamily()
{
    auto sim = open(u"v3"_s);
    static_cast<void>(start(*sim, u"v3"_s));
    sim.reset();
    SystemClock clock;
    sim::SimulatorOptions options { *sim::profileByName(u"v1"_s), {}, 1, 1, file() };
    options.scenario.agents.append(sim::ScriptedAgent());
    sim::Simulator simulator(&clock, std::move(options));
    const Result<void> restored = simulator.restore();
    QVERIFY(!restored);
    QVERIFY2(restored.error().message.contains(u"v3"_s), qPrintable(restored.error().message));
}

QTEST_GUILESS_MAIN(TestSimulatorState)
#include "tst_simulator_state.moc"
