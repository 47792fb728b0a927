// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/simulation/simulated_world.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QHashFunctions>
#include <QLoggingCategory>
#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int UsualSeeds = 200;
constexpr int LargestTeam = 20;
constexpr int RepeatedEvery = 10;

struct Seeds {
    quint64 first = 1;
    quint64 last = UsualSeeds;
    bool chosen = false;
};

/// RENUM_SIMULATION_SEEDS=FROM..TO or one number.
Seeds seedsToRun()
{
    const QString text = qEnvironmentVariable("RENUM_SIMULATION_SEEDS");
    if (text.isEmpty())
        return {};
    const QStringList ends = text.split(u".."_s);
    return { ends.constFirst().toULongLong(), ends.constLast().toULongLong(), true };
}

/// What all worlds together came to.
struct Sum {
    QMap<QString, int> ends;
    int crashes = 0;
    int brokenStores = 0;
    qint64 events = 0;
    qint64 runs = 0;
    std::chrono::nanoseconds virtualTime {};

    void add(const Verdict &verdict)
    {
        for (auto it = verdict.ends.cbegin(); it != verdict.ends.cend(); ++it)
            ends[it.key()] += it.value();
        crashes += verdict.crashes;
        brokenStores += verdict.brokenStores;
        events += verdict.events;
        runs += verdict.runs;
        virtualTime += verdict.virtualTime;
    }
};

} // namespace

/// The whole engine in simulated worlds, one for each seed: random teams, random faults, random
/// crashes. What must hold in all of them is in execution_history.h.
class TestSimulation : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        // What the engine says about the faults is expected.
        QLoggingCategory::setFilterRules(u"renum.engine=false"_s);
    }
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void worldsKeepTheirPromises();

private:
    [[nodiscard]] Verdict simulate(quint64 seed, bool trace = false)
    {
        return SimulatedWorld(Scenario(seed, LargestTeam), &m_disk, trace).run();
    }
    [[nodiscard]] static QString replayCommand(quint64 seed)
    {
        return u"RENUM_SIMULATION_TRACE=1 RENUM_SIMULATION_SEEDS=%1 %2"_s.arg(
            QString::number(seed), QCoreApplication::applicationFilePath());
    }
    static void report(const Sum &sum, quint64 worlds, qint64 milliseconds);

    SimulatedDisk m_disk;
};

void TestSimulation::worldsKeepTheirPromises()
{
    const Seeds seeds = seedsToRun();
    const bool trace = qEnvironmentVariableIsSet("RENUM_SIMULATION_TRACE");
    QElapsedTimer timer;
    timer.start();
    Sum sum;
    int failed = 0;
    for (quint64 seed = seeds.first; seed <= seeds.last; ++seed) {
        const Verdict verdict = simulate(seed, trace);
        sum.add(verdict);
        QStringList flaws = verdict.flaws;
        if (seed % RepeatedEvery == 0) {
            // With hash tables in another order too: no log may depend on that.
            QHashSeed::setDeterministicGlobalSeed();
            if (simulate(seed).logHash != verdict.logHash)
                flaws.append(u"the second time it went another way"_s);
            QHashSeed::resetRandomGlobalSeed();
        }
        if (flaws.isEmpty())
            continue;
        ++failed;
        qInfo("seed %llu: %s\n  %s", static_cast<unsigned long long>(seed),
            qUtf8Printable(flaws.join(u"\n  "_s)), qUtf8Printable(replayCommand(seed)));
    }
    report(sum, seeds.last - seeds.first + 1, timer.elapsed());
    QCOMPARE(failed, 0);
    if (seeds.chosen)
        return;
    // A simulation in which nothing happens proves nothing.
    for (const QString &end : { u"completed"_s, u"failed"_s, u"cancelled"_s })
        QVERIFY2(sum.ends.value(end) >= UsualSeeds / 10, qUtf8Printable(end));
    QVERIFY(sum.crashes >= UsualSeeds / 10);
    QVERIFY(sum.brokenStores >= 5);
}

void TestSimulation::report(const Sum &sum, quint64 worlds, qint64 milliseconds)
{
    QStringList ends;
    for (auto it = sum.ends.cbegin(); it != sum.ends.cend(); ++it)
        ends.append(u"%1 %2"_s.arg(QString::number(it.value()), it.key()));
    const double seconds = static_cast<double>(std::max<qint64>(milliseconds, 1)) / 1000;
    const double virtualSeconds = std::chrono::duration<double>(sum.virtualTime).count();
    qInfo("%s; %d crashes, %d full disks, %lld events, %lld runs",
        qUtf8Printable(ends.join(u", "_s)), sum.crashes, sum.brokenStores,
        static_cast<long long>(sum.events), static_cast<long long>(sum.runs));
    qInfo("%.0f worlds a minute, virtual time %.0f times as fast as real time",
        static_cast<double>(worlds) * 60 / seconds, virtualSeconds / seconds);
}

QTEST_GUILESS_MAIN(TestSimulation)
#include "tst_simulation.moc"
