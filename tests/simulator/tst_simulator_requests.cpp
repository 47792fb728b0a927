// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/sim_fixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace renum;
using namespace renum::test;

/// The admin view of what the service was asked.
class TestSimulatorRequests : public QObject {
    Q_OBJECT

private slots:
    void countsByRouteAndAnswer();
    void tellsWhatHasNoAnswerYet();
    void keepsTheLatestInOrder();
    void forgetsWithAReset();
};

namespace {

const QByteArray Faulty
    = R"("faults":[{"route":"start","kind":"status","status":503,"first":1},)"
      R"({"route":"start","kind":"drop","skip":1,"first":1},{"route":"billing","kind":"hang"}],)";

Json requests(SimFixture &sim)
{
    return sim.get(u"/_sim/requests"_s).json;
}

SimAnswer start(SimFixture &sim)
{
    return sim.postForm(u"/v1/agent/start"_s, { { u"prompt"_s, u"x"_s } });
}

} // namespace

void TestSimulatorRequests::countsByRouteAndAnswer()
{
    SimFixture sim(oneAgent(R"([{"text":"Hi"}])", Faulty));
    QCOMPARE(start(sim).status, 503);
    QCOMPARE(sim.sendOnce(u"/v1/agent/start"_s, "prompt=x"), QByteArray());
    const SimAnswer begun = start(sim);
    QCOMPARE(begun.status, 200);
    const QString run
        = u"/v1/agent-run/"_s + stringAt(begun.json, "agent_run_id").value_or(QString());
    QVERIFY(!sim.events(run + u"/stream"_s).isEmpty());
    QCOMPARE(sim.get(u"/v1/moon"_s).status, 404);
    const Json routes = requests(sim)["routes"];
    QCOMPARE(routes["start"].dump(), R"({"answers":{"200":1,"503":1,"cut":1},"asked":3})");
    QCOMPARE(routes["run_stream"].dump(), R"({"answers":{"200":1},"asked":1})");
    QCOMPARE(routes["unknown"].dump(), R"({"answers":{"404":1},"asked":1})");
    // The view does not count itself.
    QCOMPARE(requests(sim)["total"].get<int>(), 5);
}

void TestSimulatorRequests::tellsWhatHasNoAnswerYet()
{
    SimFixture sim(oneAgent(R"([{"text":"Hi"}])", Faulty));
    const auto waiting = sim.open(u"/v1/billing/account-state"_s);
    QTRY_COMPARE(requests(sim)["routes"].value("billing", Json::object()).value("asked", 0), 1);
    QVERIFY(requests(sim)["routes"]["billing"]["answers"].empty());
    QVERIFY(requests(sim)["latest"][0]["answer"].is_null());
}

void TestSimulatorRequests::keepsTheLatestInOrder()
{
    SimFixture sim(oneAgent(R"([{"text":"Hi"}])"));
    QCOMPARE(sim.get(u"/v1/health"_s).status, 200);
    QCOMPARE(sim.get(u"/v1/agents"_s).status, 200);
    const Json latest = requests(sim)["latest"];
    QCOMPARE(latest.size(), 2U);
    QCOMPARE(stringAt(latest[0], "path"), std::optional(u"/v1/health"_s));
    QCOMPARE(stringAt(latest[1], "route"), std::optional(u"agents_list"_s));
    QCOMPARE(stringAt(latest[1], "method"), std::optional(u"GET"_s));
    QCOMPARE(stringAt(latest[1], "answer"), std::optional(u"200"_s));
}

void TestSimulatorRequests::forgetsWithAReset()
{
    SimFixture sim(oneAgent(R"([{"text":"Hi"}])"));
    QCOMPARE(sim.get(u"/v1/health"_s).status, 200);
    QCOMPARE(sim.postJson(u"/_sim/reset"_s, Json::object()).status, 200);
    QCOMPARE(requests(sim)["total"].get<int>(), 0);
    QVERIFY(requests(sim)["latest"].empty());
}

QTEST_GUILESS_MAIN(TestSimulatorRequests)
#include "tst_simulator_requests.moc"
