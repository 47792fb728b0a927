// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "tests/engine/engine_bench.h"
#include "tests/support/await.h"

#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const RunScript Works { .works = true };

Error away()
{
    return testError(ErrorCategory::NetworkError, code::ConnectionRefused);
}

/// The process goes away at once, and another one comes, under another id.
void restart(EngineBench &bench)
{
    static int life = 0;
    bench.orchestrator.reset();
    bench.settle();
    EngineSettings settings = EngineBench::standardSettings();
    settings.owner = u"22222222-0000-4000-8000-%1"_s.arg(++life, 12, 10, QLatin1Char('0'));
    bench.orchestrator = std::make_unique<Orchestrator>(
        bench.store.get(), &bench.clock, &bench.ids, settings, [](const ExecutionEvents &) {});
}

void lookAfterEnded(EngineBench &bench, const QString &alive = u"nobody"_s)
{
    bench.orchestrator->lookAfterEnded(
        bench.backend, [alive](const QString &owner) { return owner == alive; });
    bench.rest();
}

qsizetype unsettled(EngineBench &bench)
{
    const auto found = await(bench.store->unsettledStarts(Timestamp(), 100));
    return found && *found ? (*found)->size() : -1;
}

/// An execution that was stopped, of which the service did not obey.
ExecutionId stoppedButWorking(EngineBench &bench)
{
    bench.backend->say(u"a"_s, Works);
    const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
    bench.backend->stopError = away();
    [[maybe_unused]] const Result<void> stopped = bench.stop(id);
    bench.advance(1s);
    return id;
}

} // namespace

/// Runs of executions that ended while their process was going away.
class TestRunAftercare : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void whatWasStillBeingStoppedIsStopped()
    {
        EngineBench bench;
        const ExecutionId id = stoppedButWorking(bench);
        QCOMPARE(toString(bench.stored(id).status), u"cancelled"_s);
        const ExecutionEvents log = bench.storedEvents(id);
        restart(bench);
        bench.backend->stopError.reset();
        lookAfterEnded(bench);
        QCOMPARE(bench.backend->activeRuns(), QList<RunId>());
        bench.advance(5min, 5s);
        bench.rest();
        QVERIFY(!bench.orchestrator->isBusy());
        QCOMPARE(unsettled(bench), 0);
        QCOMPARE(bench.storedEvents(id), log); // which was closed
    }

    void whatDoesNotObeyIsAskedAgain()
    {
        EngineBench bench;
        stoppedButWorking(bench);
        restart(bench);
        lookAfterEnded(bench);
        bench.advance(3min, 5s);
        QCOMPARE(bench.backend->activeRuns().size(), 1);
        bench.backend->stopError.reset();
        bench.advance(10s);
        QCOMPARE(bench.backend->activeRuns(), QList<RunId>());
    }

    void aStartThatComesLateIsStopped()
    {
        EngineBench bench;
        bench.backend->startScripts.enqueue({ StartAnswer::Kind::Unknown, away(), false });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        QVERIFY(bench.stop(id));
        QCOMPARE(toString(bench.stored(id).status), u"cancelled"_s);
        restart(bench);
        lookAfterEnded(bench);
        bench.backend->appear(bench.backend->starts[0].thread);
        bench.advance(62s);
        QCOMPARE(bench.backend->activeRuns(), QList<RunId>());
        bench.advance(10s);
        bench.rest();
        QCOMPARE(unsettled(bench), 0);
    }

    void aDoubleOfARunThatCompletedIsStopped()
    {
        EngineBench bench;
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
        restart(bench);
        const RunId twin = bench.backend->appear(bench.backend->starts[0].thread);
        lookAfterEnded(bench);
        QCOMPARE(bench.backend->activeRuns(), QList<RunId>());
        QCOMPARE(bench.backend->stops, QStringList { twin.toString() });
    }

    void whatIsKnownToBeOverIsNotAskedAboutAgain()
    {
        EngineBench bench;
        bench.execute(EngineBench::chain({ u"a"_s, u"b"_s }));
        restart(bench);
        bench.clock.advance(1h);
        QCOMPARE(unsettled(bench), 2);
        lookAfterEnded(bench);
        QCOMPARE(unsettled(bench), 0);
        QVERIFY(!bench.orchestrator->isBusy());
        QCOMPARE(bench.backend->stops, QStringList());
        const int asked = bench.backend->finds;
        restart(bench);
        lookAfterEnded(bench);
        QCOMPARE(bench.backend->finds, asked);
    }

    void executionsOfALivingProcessAreLeftAlone()
    {
        EngineBench bench;
        stoppedButWorking(bench);
        restart(bench);
        const qsizetype asked = bench.backend->stops.size();
        lookAfterEnded(bench, EngineBench::standardSettings().owner);
        QVERIFY(!bench.orchestrator->isBusy());
        QCOMPARE(bench.backend->stops.size(), asked);
        QCOMPARE(unsettled(bench), 1);
    }

    void itsOwnExecutionsAreLeftAlone() // the janitor has them
    {
        EngineBench bench;
        bench.execute(EngineBench::chain({ u"a"_s }));
        const int asked = bench.backend->finds;
        lookAfterEnded(bench);
        QCOMPARE(bench.backend->finds, asked);
        QCOMPARE(unsettled(bench), 1);
    }

    void executionsThatHaveNotEndedAreLeftAlone()
    {
        EngineBench bench;
        bench.backend->say(u"a"_s, Works);
        bench.execute(EngineBench::chain({ u"a"_s }));
        restart(bench);
        lookAfterEnded(bench);
        QVERIFY(!bench.orchestrator->isBusy());
        QCOMPARE(bench.backend->activeRuns().size(), 1);
    }

    void executionsThatEndedLongAgoAreLeftAlone()
    {
        EngineBench bench;
        stoppedButWorking(bench);
        restart(bench);
        bench.clock.advance(25h);
        const qsizetype asked = bench.backend->stops.size();
        lookAfterEnded(bench);
        QVERIFY(!bench.orchestrator->isBusy());
        QCOMPARE(bench.backend->stops.size(), asked);
    }

    // A person may go on talking in the thread of an agent.
    void whatAPersonBeganLaterIsLeftAlone()
    {
        EngineBench bench;
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
        restart(bench);
        bench.clock.advance(10min);
        const RunId later = bench.backend->appear(bench.backend->starts[0].thread);
        lookAfterEnded(bench);
        QCOMPARE(bench.backend->activeRuns(), QList<RunId> { later });
        QCOMPARE(unsettled(bench), 0);
    }

    void aServiceThatIsAwayIsAskedLater_data()
    {
        QTest::addColumn<bool>("answersProbes");
        QTest::newRow("it answers nothing") << false;
        QTest::newRow("it cannot list runs now") << true;
    }
    void aServiceThatIsAwayIsAskedLater()
    {
        QFETCH(bool, answersProbes);
        EngineBench bench;
        stoppedButWorking(bench);
        restart(bench);
        bench.backend->stopError.reset();
        (answersProbes ? bench.backend->findError : bench.backend->probeError) = away();
        lookAfterEnded(bench);
        bench.advance(2min, 5s);
        QCOMPARE(bench.backend->activeRuns().size(), 1);
        bench.backend->findError.reset();
        bench.backend->probeError.reset();
        bench.advance(70s, 5s); // the circuit may have to close first
        QCOMPARE(bench.backend->activeRuns(), QList<RunId>());
    }

    void aServiceThatStaysAwayIsLeftToTheNextStart()
    {
        EngineBench bench;
        stoppedButWorking(bench);
        restart(bench);
        bench.backend->probeError = away();
        QTest::ignoreMessage(
            QtWarningMsg, QRegularExpression(u"Runs of 1 starts may still cost money"_s));
        lookAfterEnded(bench);
        bench.advance(15min, 30s);
        QVERIFY(!bench.orchestrator->isBusy());
        QCOMPARE(unsettled(bench), 1);
        restart(bench);
        bench.backend->probeError.reset();
        bench.backend->stopError.reset();
        lookAfterEnded(bench);
        QCOMPARE(bench.backend->activeRuns(), QList<RunId>());
    }

    void anotherServiceIsNotTakenForThisOne()
    {
        EngineBench bench;
        stoppedButWorking(bench);
        restart(bench);
        bench.backend->findError = testError(ErrorCategory::InvalidInput, code::SunaNotFound);
        lookAfterEnded(bench);
        QVERIFY(!bench.orchestrator->isBusy());
        QCOMPARE(unsettled(bench), 1);
    }

    void aServiceThatListsNothingIsToldToStop_data()
    {
        QTest::addColumn<bool>("completes");
        QTest::newRow("a run that was not seen to end") << false;
        QTest::newRow("a run that completed") << true;
    }
    void aServiceThatListsNothingIsToldToStop()
    {
        QFETCH(bool, completes);
        EngineBench bench;
        bench.backend->capabilities.listsRuns = false;
        if (completes)
            bench.execute(EngineBench::chain({ u"a"_s }));
        else
            stoppedButWorking(bench);
        restart(bench);
        bench.backend->stopError.reset();
        bench.backend->stops.clear();
        lookAfterEnded(bench);
        QCOMPARE(bench.backend->stops.size(), completes ? 0 : 1);
        QCOMPARE(bench.backend->activeRuns(), QList<RunId>());
        QCOMPARE(unsettled(bench), 0);
        QCOMPARE(bench.backend->finds, 0);
    }

    void theEngineMayGoAwayMeanwhile()
    {
        EngineBench bench;
        stoppedButWorking(bench);
        restart(bench);
        bench.backend->stopHangs = true;
        lookAfterEnded(bench);
        QVERIFY(bench.orchestrator->isBusy());
        bench.orchestrator.reset();
        bench.settle();
        QCOMPARE(bench.clock.pending(), 0);
    }
};

QTEST_GUILESS_MAIN(TestRunAftercare)
#include "tst_run_aftercare.moc"
