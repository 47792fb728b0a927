// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/engine_bench.h"
#include "tests/simulation/simulated_world.h"

#include <QLoggingCategory>
#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int Members = 20;
/// Instants between two deaths that CTest tries; RENUM_CRASH_POINTS=all tries every one, a number
/// only that one, and tells its story.
constexpr quint64 UsualStride = 41;
constexpr int UsualKills = 200;

/// Twenty members of one shape, none of which fails by itself.
Team shape(const QString &type)
{
    Json agents = Json::array();
    for (int i = 1; i <= Members; ++i) {
        Json agent = { { "agent_id", toJson(u"agent-%1"_s.arg(i)) } };
        const bool ordered = type == "sequential"_L1 || type == "pipeline"_L1;
        if (ordered)
            agent["execution_order"] = i;
        if (i > 1 && type != "parallel"_L1) {
            agent["input"] = { { "source", "agent_result" },
                { "agent_id", toJson(u"agent-%1"_s.arg(i - 1)) } };
        }
        if (i > 1 && type == "conditional"_L1) {
            agent["conditions"]
                = Json::array({ { { "field", "result" }, { "operator", "exists" } } });
        }
        agents.push_back(std::move(agent));
    }
    const Json workflow = { { "type", toJson(type) }, { "agents", std::move(agents) } };
    return EngineBench::team(workflow.dump().c_str());
}

/// Fair weather, but for what the test does itself.
Scenario fairWeather(const QString &type)
{
    Scenario scenario(1, 1);
    scenario.rates = {};
    scenario.capabilities = { true, true, true, true };
    scenario.jumps.clear();
    scenario.crashes.clear();
    scenario.stopAfter.reset();
    scenario.storeFailsFrom.reset();
    scenario.slowStore = false;
    scenario.talkative = 0;
    scenario.interventions.clear();
    scenario.alwaysResumes = true;
    ExecutionRequest request;
    request.team = shape(type);
    request.team.config.maxExecutionSeconds = 36'000;
    request.team.config.stepTimeoutSeconds = 30'000; // some agents take their time
    request.initialPrompt = u"Do it"_s;
    scenario.starts.clear();
    scenario.starts.push_back({ std::move(request), 1ms });
    return scenario;
}

QString flawsOf(const Verdict &verdict)
{
    QStringList flaws = verdict.flaws;
    if (verdict.ends.value(u"completed"_s) != 1 && !verdict.ends.isEmpty())
        flaws.append(u"it did not complete"_s);
    return flaws.join(u"; "_s);
}

} // namespace

/// Reliability R1 and R1b: the process dies before and after every durable write and at every
/// request of a team of twenty, and is started again; nothing is lost, nothing is done twice.
class TestCrashPoints : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { QLoggingCategory::setFilterRules(u"renum.engine=false"_s); }
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void R1_anyInstant_data()
    {
        QTest::addColumn<QString>("type");
        for (const QString &type :
            { u"sequential"_s, u"parallel"_s, u"pipeline"_s, u"conditional"_s })
            QTest::newRow(qPrintable(type)) << type;
    }
    void R1_anyInstant()
    {
        QFETCH(QString, type);
        const Verdict whole = SimulatedWorld(fairWeather(type), &m_disk, false).run();
        QCOMPARE(flawsOf(whole), QString());
        QCOMPARE(whole.runs, Members);
        QVERIFY(whole.instants > quint64(Members) * 10);
        const QString chosen = qEnvironmentVariable("RENUM_CRASH_POINTS");
        const quint64 only = chosen.toULongLong();
        const quint64 stride = chosen == "all"_L1 ? 1 : UsualStride;
        int tried = 0;
        for (quint64 instant = only > 0 ? only : 1; instant <= whole.instants;
             instant += only > 0 ? whole.instants : stride) {
            Scenario scenario = fairWeather(type);
            scenario.crashes.push_back({ instant, 10s });
            const Verdict verdict = SimulatedWorld(std::move(scenario), &m_disk, only > 0).run();
            QVERIFY2(flawsOf(verdict).isEmpty(),
                qPrintable(u"dying at instant %1: %2"_s.arg(instant).arg(flawsOf(verdict))));
            QVERIFY2(verdict.runs <= Members,
                qPrintable(u"dying at instant %1: %2 runs"_s.arg(instant).arg(verdict.runs)));
            ++tried;
        }
        qInfo("%s: %d of %llu instants", qPrintable(type), tried,
            static_cast<unsigned long long>(whole.instants));
    }

    // Also while it recovers from an earlier death.
    void R1b_randomKills()
    {
        bool ok = false;
        const int chosen = qEnvironmentVariableIntValue("RENUM_RANDOM_KILLS", &ok);
        const int kills = ok ? chosen : UsualKills;
        int died = 0;
        for (quint64 seed = 1; died < kills; ++seed) {
            Dice dice(seed * 7919);
            Scenario scenario = fairWeather(dice.oneIn(2) ? u"sequential"_s : u"parallel"_s);
            const int deaths = dice.between(2, 5);
            for (int i = 0; i < deaths; ++i)
                scenario.crashes.push_back(
                    { 1 + dice.below(i == 0 ? 600 : 120), dice.spread(10ms, 30s) });
            const Verdict verdict = SimulatedWorld(std::move(scenario), &m_disk, false).run();
            QVERIFY2(flawsOf(verdict).isEmpty(),
                qPrintable(u"seed %1: %2"_s.arg(seed).arg(flawsOf(verdict))));
            died += verdict.crashes;
        }
        qInfo("%d kills", died);
    }

private:
    SimulatedDisk m_disk;
};

QTEST_GUILESS_MAIN(TestCrashPoints)
#include "tst_crash_points.moc"
