// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulator/sim_fixture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace renum;
using namespace renum::test;

/// Enough of V4 to be recognised, after suna-api §0.1 and §8.1.
class TestSimulatorV4 : public QObject {
    Q_OBJECT

private slots:
    void saysWhatItIs_data();
    void saysWhatItIs();
    void lacksTheRoutesOfSuna();
    void tellsOfRetiredRoutes();
};

void TestSimulatorV4::saysWhatItIs_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("root") << u"/health"_s;
    QTest::newRow("prefix") << u"/v1/health"_s;
    QTest::newRow("ready") << u"/health/ready"_s;
}

void TestSimulatorV4::saysWhatItIs()
{
    QFETCH(const QString, path);
    SimFixture sim(oneAgent("[]"), u"v4-detect"_s);
    const SimAnswer answer = sim.get(path);
    QCOMPARE(answer.status, 200);
    QCOMPARE(stringAt(answer.json, "service"), u"kortix-api"_s);
    for (const char *key : { "status", "timestamp", "environment", "version", "commit" })
        QVERIFY2(stringAt(answer.json, key), key);
}

void TestSimulatorV4::lacksTheRoutesOfSuna()
{
    SimFixture sim(oneAgent("[]"), u"v4-detect"_s);
    const QByteArray missing = R"({"error":"Not Found","code":"NOT_FOUND"})";
    for (const QString &path : { u"/v1/agents"_s, u"/v1/threads"_s, u"/openapi.json"_s }) {
        const SimAnswer answer = sim.get(path);
        QCOMPARE(answer.status, 404);
        QCOMPARE(answer.body, missing);
    }
    QCOMPARE(sim.postForm(u"/v1/agent/start"_s, { { u"prompt"_s, u"x"_s } }).status, 404);
}

void TestSimulatorV4::tellsOfRetiredRoutes()
{
    SimFixture sim(oneAgent("[]"), u"v4-detect"_s);
    const SimAnswer deduct = sim.postJson(u"/v1/billing/deduct"_s, Json::object());
    QCOMPARE(deduct.status, 410);
    QCOMPARE(stringAt(deduct.json, "code"), u"ENDPOINT_RETIRED"_s);
    QCOMPARE(sim.get(u"/v1/router/models"_s).status, 410);
}

QTEST_GUILESS_MAIN(TestSimulatorV4)
#include "tst_simulator_v4.moc"
