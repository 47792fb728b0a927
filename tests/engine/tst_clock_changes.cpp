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
using std::chrono::milliseconds;

namespace {

const RunScript Works { .works = true };

StartScript unansweredStart()
{
    return { StartAnswer::Kind::Unknown, testError(ErrorCategory::NetworkError, code::TotalTimeout),
        false };
}

} // namespace

/// Somebody sets the wall clock while teams work: no wait gets longer or shorter by it.
class TestClockChanges : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void anUnansweredStartIsWatchedAsLong_data() { clockChanges(); }
    void anUnansweredStartIsWatchedAsLong()
    {
        QFETCH(milliseconds, by);
        EngineBench bench;
        bench.backend->startScripts.enqueue(unansweredStart());
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        bench.clock.jump(by);
        bench.advance(59s);
        QCOMPARE(bench.backend->starts.size(), 1); // the window is open
        bench.advance(2s);
        QCOMPARE(bench.backend->starts.size(), 2); // and now it is not
        QCOMPARE(bench.backend->starts[1].thread, bench.backend->starts[0].thread);
        QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
    }

    void aLateRunIsAdoptedAllTheSame_data() { clockChanges(); }
    void aLateRunIsAdoptedAllTheSame()
    {
        QFETCH(milliseconds, by);
        EngineBench bench;
        bench.backend->startScripts.enqueue(unansweredStart());
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        bench.clock.jump(by);
        bench.advance(40s);
        const RunId late = bench.backend->appear(bench.backend->starts[0].thread);
        bench.advance(6s);
        QCOMPARE(bench.execution(id).steps[0].runId, late);
        QCOMPARE(bench.backend->starts.size(), 1);
    }

    void theThreadIsCheckedWhenItsWindowCloses_data() { clockChanges(); }
    void theThreadIsCheckedWhenItsWindowCloses()
    {
        QFETCH(milliseconds, by);
        EngineBench bench;
        bench.backend->say(u"a"_s, Works);
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        bench.advance(10s);
        bench.clock.jump(by);
        const RunId late = bench.backend->appear(bench.backend->starts[0].thread);
        bench.advance(48s);
        QVERIFY(bench.backend->activeRuns().contains(late));
        bench.advance(4s);
        QVERIFY(!bench.backend->activeRuns().contains(late));
        QVERIFY(bench.backend->activeRuns().contains(bench.backend->runOf(u"a"_s)));
        QVERIFY(bench.stop(id));
        bench.advance(1s);
        QVERIFY(!bench.orchestrator->isBusy()); // nobody watches for longer than that
    }

    void aRunThatDoesNotObeyIsAskedAsLong_data() { clockChanges(); }
    void aRunThatDoesNotObeyIsAskedAsLong()
    {
        QFETCH(milliseconds, by);
        EngineBench bench;
        bench.backend->say(u"a"_s, Works);
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        bench.backend->stopError = testError(ErrorCategory::NetworkError, code::ConnectionLost);
        QVERIFY(bench.stop(id));
        bench.clock.jump(by);
        bench.advance(9min, 5s);
        bench.backend->stopError.reset();
        bench.advance(6s);
        QCOMPARE(bench.backend->activeRuns(), QList<RunId>());
        QVERIFY(!bench.orchestrator->isBusy());
    }

    void aServiceThatIsAwayIsWaitedForAsLong_data() { clockChanges(); }
    void aServiceThatIsAwayIsWaitedForAsLong()
    {
        QFETCH(milliseconds, by);
        EngineSettings settings = EngineBench::standardSettings();
        settings.circuitBreaker = { 1, 10min };
        EngineBench bench(settings);
        bench.backend->prepareError
            = testError(ErrorCategory::NetworkError, code::ConnectionRefused);
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        bench.advance(2s); // the second attempt finds the circuit open, and waits
        bench.clock.jump(by);
        bench.advance(115s);
        QCOMPARE(bench.count(id, "step_retrying"_L1), 1);
        bench.advance(10s);
        QCOMPARE(bench.count(id, "step_retrying"_L1), 2); // that one had waited long enough
    }

private:
    static void clockChanges()
    {
        QTest::addColumn<milliseconds>("by");
        QTest::newRow("not at all") << milliseconds(0);
        QTest::newRow("set forward") << milliseconds(2h);
        QTest::newRow("set back") << milliseconds(-2h);
    }
};

QTEST_GUILESS_MAIN(TestClockChanges)
#include "tst_clock_changes.moc"
