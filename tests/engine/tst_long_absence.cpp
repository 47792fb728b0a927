// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "tests/engine/engine_bench.h"

#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString askForB()
{
    return u"```team-actions\n[{\"action\":\"request_from_agent\",\"target_agent\":\"b\","
           "\"request\":\"?\"}]\n```\n"_s;
}

/// The engine goes away as in a crash, another one begins hours later, and at first the service
/// does not tell what it has.
void comeBackLate(EngineBench &bench)
{
    bench.restart();
    bench.clock.sleep(8h);
    bench.backend->findError = testError(ErrorCategory::NetworkError, code::ConnectionRefused);
}

void serviceAnswersAgain(EngineBench &bench)
{
    bench.advance(3s);
    bench.backend->findError.reset();
    bench.advance(12s);
}

} // namespace

/// Reliability §1.4 step 6 when nobody was there for longer than a run is looked for: a computer
/// that was off for a night.
class TestLongAbsence : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void theDoubleOfACompletedStepIsStoppedAndBooked()
    {
        EngineBench bench;
        bench.backend->say(u"b"_s, { .works = true });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s }));
        const RunId twin = bench.backend->appear(bench.backend->starts[0].thread);
        comeBackLate(bench);
        QVERIFY(bench.resume(id).ok());
        serviceAnswersAgain(bench);
        QVERIFY(bench.backend->stops.contains(twin.toString()));
        const ExecutionEvent found = bench.event(id, "step_run_duplicate"_L1);
        QCOMPARE(stringAt(found.data, "agent_run_id"), twin.toString());
        QCOMPARE(stringAt(found.data, "action"), u"stopped"_s);
        bench.backend->finish(bench.backend->runOf(u"b"_s), u"B"_s);
        bench.advance(1s);
        QCOMPARE(bench.flaw(id), QString());
    }

    void theDoubleOfARunThatWasAtWorkIsStopped()
    {
        EngineBench bench;
        bench.backend->say(u"a"_s, { .works = true });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        const RunId twin = bench.backend->appear(bench.backend->starts[0].thread);
        comeBackLate(bench);
        QVERIFY(bench.resume(id).ok());
        serviceAnswersAgain(bench);
        QCOMPARE(bench.backend->stops, QStringList { twin.toString() });
        QCOMPARE(bench.backend->activeRuns(), QList { bench.backend->runOf(u"a"_s) });
    }

    // The log is closed before the service tells of it.
    void theDoubleOfARunThatAnsweredARequestIsStoppedAfterAClose()
    {
        EngineBench bench;
        bench.backend->say(u"a"_s, { .text = askForB() });
        bench.backend->say(u"a"_s, { .works = true });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s }));
        bench.advance(2s);
        const RunId answering = bench.backend->runOf(u"b"_s);
        const RunId twin = bench.backend->appear(bench.backend->runs.at(answering).ref.thread);
        comeBackLate(bench);
        QVERIFY(bench.close(id).ok());
        serviceAnswersAgain(bench);
        QVERIFY(bench.backend->stops.contains(twin.toString()));
        QCOMPARE(bench.backend->activeRuns().size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestLongAbsence)
#include "tst_long_absence.moc"
