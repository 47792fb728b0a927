// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/simulator/faults/fault_catalogue.h"
#include "app/simulator/faults/fault_reader.h"
#include "tests/simulator/sim_fixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace renum;
using namespace renum::test;

/// The numbered faults: that each can be switched on, for a route, a run, a number of times.
class TestFaultCatalogue : public QObject {
    Q_OBJECT

private slots:
    void holdsEveryFault();
    void everyVariantCanBeRead_data();
    void everyVariantCanBeRead();
    void scenarioMayChangeThem();
    void refusesWhatItDoesNotKnow_data();
    void refusesWhatItDoesNotKnow();
    void refusesWhatTheFamilyDoesNotShow();
    void hitsTheRunThatIsMeant();
    void hitsApiKeysOnly();
    void startsInTwoSteps();
    void threadsCanBePending();
    void agentsAreMade_data();
    void agentsAreMade();
    void discoveryFails_data();
    void discoveryFails();
    void localBilling();
};

namespace {

const QByteArray Hello = R"([{"text":"Hello, this is a text of some length for a stream."}])";

QByteArray faults(const QByteArray &list)
{
    return R"("faults":[)" + list + "],";
}

QList<sim::Fault> readOne(const Json &fault, Problems &problems)
{
    return sim::readFaults(Json::array({ fault }), {}, problems);
}

SimAnswer startV1(SimFixture &sim)
{
    return sim.postForm(u"/api/agent/initiate"_s, { { u"prompt"_s, u"x"_s } });
}

QStringList statuses(SimFixture &sim)
{
    QStringList list;
    const Json runs = sim.get(u"/_sim/runs"_s).json["runs"];
    for (const Json &run : runs)
        list += stringAt(run, "status").value_or(QString());
    return list;
}

} // namespace

void TestFaultCatalogue::holdsEveryFault()
{
    const QList<sim::CatalogueEntry> &entries = sim::faultCatalogue();
    QCOMPARE(entries.size(), 51);
    for (qsizetype index = 0; index < entries.size(); ++index) {
        QCOMPARE(entries[index].id, u"F%1"_s.arg(index + 1, 2, 10, QLatin1Char('0')));
        QVERIFY(!entries[index].title.isEmpty());
        QVERIFY(!entries[index].profiles.isEmpty());
        QVERIFY(!entries[index].variants.isEmpty());
    }
    SimFixture sim(oneAgent(Hello));
    QCOMPARE(sim.get(u"/_sim/catalogue"_s).json["faults"].size(), 51U);
}

void TestFaultCatalogue::everyVariantCanBeRead_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<QString>("variant");
    for (const sim::CatalogueEntry &entry : sim::faultCatalogue()) {
        for (const auto &variant : entry.variants)
            QTest::addRow("%s %s", qPrintable(entry.id), qPrintable(variant.name))
                << entry.id << variant.name;
    }
}

void TestFaultCatalogue::everyVariantCanBeRead()
{
    QFETCH(QString, id);
    QFETCH(QString, variant);
    Problems problems;
    const QList<sim::Fault> read
        = readOne({ { "fault", toJson(id) }, { "variant", toJson(variant) } }, problems);
    QVERIFY2(problems.isEmpty(), qPrintable(problems.value(0).message));
    QVERIFY(!read.isEmpty());
    // Every family that the entry names gets something to play.
    for (const QString &profile : sim::catalogueEntry(id)->profiles)
        QCOMPARE(sim::faultsNotShownBy(sim::profileByName(profile)->family, read), QStringList());
}

void TestFaultCatalogue::scenarioMayChangeThem()
{
    Problems problems;
    const QList<sim::Fault> read
        = readOne({ { "fault", "F18" }, { "after_events", 9 }, { "first", 3 }, { "run", 2 },
                      { "probability", 0.5 } },
            problems);
    QVERIFY(problems.isEmpty());
    QCOMPARE(read.size(), 1);
    QCOMPARE(read[0].id, u"F18"_s);
    QCOMPARE(read[0].afterEvents, 9);
    QVERIFY(read[0].first == 3);
    QCOMPARE(read[0].run, u"2"_s);
    QCOMPARE(read[0].probability, 0.5);
    QVERIFY(read[0].midEvent);

    SimFixture sim(oneAgent(
        Hello, faults(R"({"fault":"F07","variant":"MODEL_ACCESS_DENIED","first":1,"skip":1})")));
    const QList<QPair<QString, QString>> form { { u"prompt"_s, u"x"_s } };
    QCOMPARE(sim.postForm(u"/v1/agent/start"_s, form).status, 200);
    const SimAnswer refused = sim.postForm(u"/v1/agent/start"_s, form);
    QCOMPARE(refused.status, 402);
    QCOMPARE(
        stringAt(refused.json["detail"], "error_code"), std::optional(u"MODEL_ACCESS_DENIED"_s));
    QCOMPARE(sim.postForm(u"/v1/agent/start"_s, form).status, 200);
}

void TestFaultCatalogue::refusesWhatItDoesNotKnow_data()
{
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<QString>("path");
    QTest::newRow("id") << QByteArray(R"({"fault":"F99"})") << u"/0/fault"_s;
    QTest::newRow("variant") << QByteArray(R"({"fault":"F12","variant":"x"})") << u"/0/variant"_s;
    QTest::newRow("member") << QByteArray(R"({"fault":"F12","status":404})") << u"/0/status"_s;
    QTest::newRow("route") << QByteArray(R"({"fault":"F18","route":"start"})") << u"/0/route"_s;
    QTest::newRow("count") << QByteArray(R"({"fault":"F18","first":0})") << u"/0/first"_s;
    QTest::newRow("family") << QByteArray(R"({"kind":"drop","route":"*","families":"v9"})")
                            << u"/0/families"_s;
    QTest::newRow("credentials") << QByteArray(
        R"({"kind":"drop","route":"*","credentials":"none"})")
                                 << u"/0/credentials"_s;
    QTest::newRow("a run's fault")
        << QByteArray(R"({"kind":"stuck","route":"run_get"})") << u"/0/route"_s;
}

void TestFaultCatalogue::refusesWhatItDoesNotKnow()
{
    QFETCH(QByteArray, fault);
    QFETCH(QString, path);
    Problems problems;
    static_cast<void>(readOne(Json::parse(fault.toStdString()), problems));
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems[0].path, path);
    QVERIFY(!problems[0].message.isEmpty());
}

void TestFaultCatalogue::refusesWhatTheFamilyDoesNotShow()
{
    SimFixture sim(oneAgent(Hello));
    const Json fault { { "fault", "F08" } };
    const SimAnswer refused = sim.postJson(u"/_sim/faults"_s, { { "faults", { fault } } });
    QCOMPARE(refused.status, 422);
    QVERIFY(refused.body.contains("F08"));
    Problems problems;
    const auto problem = sim::faultsProblem(sim::Family::V3, readOne(fault, problems));
    QVERIFY(problem && problem->message.contains(u"F08"_s));
    QVERIFY(!sim::faultsProblem(sim::Family::V2a, readOne(fault, problems)));
}

void TestFaultCatalogue::hitsTheRunThatIsMeant()
{
    SimFixture sim(oneAgent(Hello, faults(R"({"fault":"F24","run":2})")), u"v1"_s);
    const SimAnswer first = startV1(sim);
    static_cast<void>(startV1(sim));
    static_cast<void>(startV1(sim));
    const QStringList ended { u"completed"_s, u"failed"_s, u"completed"_s };
    QTRY_COMPARE(statuses(sim), ended);
    const Json failed = sim.get(u"/_sim/runs"_s).json["runs"][1];
    const qsizetype size = stringAt(failed, "error").value_or(QString()).size();
    QVERIFY2(size > 20'000 && size < 22'000, qPrintable(QString::number(size)));

    // By its id, while it is there.
    const QString id = stringAt(first.json, "agent_run_id").value_or(QString());
    const Json fault { { "fault", "F12" }, { "variant", "plain" }, { "run", toJson(id) } };
    QCOMPARE(sim.postJson(u"/_sim/faults"_s, { { "faults", { fault } } }).status, 200);
    QCOMPARE(sim.get(u"/api/agent-run/"_s + id).status, 500);
    const QString other = stringAt(failed, "agent_run_id").value_or(QString());
    QCOMPARE(sim.get(u"/api/agent-run/"_s + other).status, 200);
}

void TestFaultCatalogue::hitsApiKeysOnly()
{
    SimFixture sim(oneAgent(Hello, faults(R"({"fault":"F02"})")), u"v1"_s);
    QCOMPARE(sim.get(u"/api/agents"_s, { { "X-API-Key", "pk_1:sk_1" } }).status, 401);
    QCOMPARE(sim.get(u"/api/agents"_s, { { "Authorization", "Bearer x" } }).status, 200);
}

void TestFaultCatalogue::startsInTwoSteps()
{
    VirtualClock clock;
    SimFixture sim(oneAgent(Hello, faults(R"({"fault":"F15"})")), u"v2b"_s, 1, &clock);
    const SimAnswer early = sim.postForm(u"/api/agent/start"_s, { { u"prompt"_s, u"x"_s } });
    QCOMPARE(early.status, 200);
    QVERIFY(early.json["agent_run_id"].is_null());
    QCOMPARE(stringAt(early.json, "status"), std::optional(u"pending"_s));
    QVERIFY(statuses(sim).isEmpty());
    const QString path = u"/api/thread/"_s + stringAt(early.json, "thread_id").value_or(QString())
        + u"/start-agent"_s;
    QCOMPARE(sim.postJson(path, Json::object()).status, 409);
    clock.advance(std::chrono::seconds(2));
    const SimAnswer begun = sim.postJson(path, Json::object());
    QCOMPARE(begun.status, 200);
    QVERIFY(begun.json["agent_run_id"].is_string());
    QCOMPARE(sim.postJson(path, Json::object()).status, 400);
    QCOMPARE(sim.postJson(u"/api/thread/none/start-agent"_s, Json::object()).status, 404);
    QCOMPARE(statuses(sim).size(), 1);
}

void TestFaultCatalogue::threadsCanBePending()
{
    SimFixture sim(oneAgent(Hello, faults(R"({"fault":"F17"})")));
    const SimAnswer begun = sim.postForm(u"/v1/agent/start"_s, { { u"prompt"_s, u"x"_s } });
    const QString path = u"/v1/threads/"_s + stringAt(begun.json, "thread_id").value_or(QString())
        + u"/messages"_s;
    for (int time = 0; time < 2; ++time)
        QCOMPARE(sim.get(path).body, QByteArray(R"({"messages":[],"_pending":true})"));
    QVERIFY(!sim.get(path).json["messages"].empty());
}

void TestFaultCatalogue::agentsAreMade_data()
{
    QTest::addColumn<QString>("profile");
    QTest::addColumn<QString>("path");
    QTest::addColumn<bool>("keepsPrompt");
    QTest::newRow("v1") << u"v1"_s << u"/api/agents"_s << true;
    QTest::newRow("v3 (F46)") << u"v3"_s << u"/v1/agents"_s << false;
}

void TestFaultCatalogue::agentsAreMade()
{
    QFETCH(QString, profile);
    QFETCH(QString, path);
    QFETCH(bool, keepsPrompt);
    SimFixture sim(oneAgent(Hello), profile);
    const Json wish { { "name", "Helper" }, { "system_prompt", "You help." } };
    const SimAnswer made = sim.postJson(path, wish);
    QCOMPARE(made.status, 200);
    const QString id = stringAt(made.json, "agent_id").value_or(QString());
    const Json stored = sim.get(path + u'/' + id).json;
    QCOMPARE(stringAt(stored, "name"), std::optional(u"Helper"_s));
    QCOMPARE(stringAt(stored, "system_prompt") == u"You help."_s, keepsPrompt);
    QCOMPARE(sim.get(path).json["agents"].size(), 2U);
    QCOMPARE(sim.postJson(path, Json { { "system_prompt", "x" } }).status, 422);
    const QString start = keepsPrompt ? u"/api/agent/initiate"_s : u"/v1/agent/start"_s;
    QCOMPARE(sim.postForm(start, { { u"prompt"_s, u"x"_s }, { u"agent_id"_s, id } }).status, 200);
}

void TestFaultCatalogue::discoveryFails_data()
{
    QTest::addColumn<QString>("profile");
    QTest::addColumn<int>("status");
    QTest::newRow("v1 (F47)") << u"v1"_s << 200;
    QTest::newRow("v3 (F47)") << u"v3"_s << 403;
}

void TestFaultCatalogue::discoveryFails()
{
    QFETCH(QString, profile);
    QFETCH(int, status);
    SimFixture sim(oneAgent(Hello), profile);
    const QString prefix = profile == "v3"_L1 ? u"/v1"_s : u"/api"_s;
    const Json server { { "type", "http" }, { "config", { { "url", "https://x.example.org" } } } };
    const SimAnswer answer = sim.postJson(prefix + u"/mcp/discover-custom-tools"_s, server);
    QCOMPARE(answer.status, status);
    if (status == 200)
        QCOMPARE(answer.json["success"].get<bool>(), false);
}

void TestFaultCatalogue::localBilling()
{
    SimFixture sim(oneAgent(Hello, faults(R"({"fault":"F42"})")), u"v1"_s);
    static_cast<void>(startV1(sim));
    QTRY_COMPARE(statuses(sim), QStringList { u"completed"_s });
    const Json logs = sim.get(u"/api/billing/usage-logs"_s).json;
    QVERIFY(logs["logs"].empty());
    QVERIFY(logs.contains("message"));
    const Json model = sim.get(u"/api/billing/available-models"_s).json["models"][0];
    QVERIFY(!model.contains("input_cost_per_million_tokens"));
}

QTEST_GUILESS_MAIN(TestFaultCatalogue)
#include "tst_fault_catalogue.moc"
