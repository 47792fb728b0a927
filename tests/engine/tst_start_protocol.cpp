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

StartScript unknownStart(bool makesRun)
{
    return { StartAnswer::Kind::Unknown, testError(ErrorCategory::NetworkError, code::TotalTimeout),
        makesRun };
}

StartScript rejectedStart(ErrorCategory category, const char *errorCode)
{
    return { StartAnswer::Kind::Rejected, testError(category, errorCode) };
}

} // namespace

/// Reliability §1.4, step by step.
class TestStartProtocol : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void intentAndSentAreStoredBeforeTheRequestLeaves()
    {
        EngineBench bench;
        QStringList known;
        bench.backend->onStart = [&](const RunRequest &request) {
            const ExecutionId id(u"00000000-0000-4000-8000-000000000001"_s);
            known = bench.story(id);
            QCOMPARE(request.thread.thread, ThreadId(u"thread-1"_s));
            QVERIFY(!request.repeated);
        };
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        QCOMPARE(id.toString(), u"00000000-0000-4000-8000-000000000001"_s);
        // Published means acknowledged by the store.
        QVERIFY(known.contains(u"step_run_intent"_s));
        QCOMPARE(known.constLast(), u"step_run_sent"_s);
        QCOMPARE(stringAt(bench.event(id, "step_run_intent"_L1).data, "backend"), u"Fake 1"_s);
        QCOMPARE(stringAt(bench.event(id, "step_run_intent"_L1).data, "payload_hash")->size(), 64);
        QCOMPARE(stringAt(bench.event(id, "step_run_sent"_L1).data, "thread_id"), u"thread-1"_s);
    }

    void eachAttemptHasAThreadOfItsOwn()
    {
        EngineBench bench;
        bench.backend->say(
            u"a"_s, { .error = testError(ErrorCategory::NetworkError, code::ConnectionLost) });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        bench.advance(2s);
        QCOMPARE(bench.backend->threads.size(), 2);
        QCOMPARE(bench.backend->starts[1].thread.thread, ThreadId(u"thread-2"_s));
        QVERIFY(!bench.backend->starts[1].repeated);
        QCOMPARE(toString(bench.stored(id).status), toString(ExecutionStatus::Completed));
        QCOMPARE(bench.stored(id).steps[0].attempts, 2);
        // The log keeps the run of every attempt.
        for (int i = 0; i < 2; ++i) {
            const Json bound = bench.event(id, "step_run_bound"_L1, i).data;
            QCOMPARE(integerAt(bound, "attempt"), i + 1);
            QCOMPARE(stringAt(bound, "agent_run_id"), u"run-00%1"_s.arg(i + 1));
        }
    }

    void unknownStartIsAdopted()
    {
        EngineBench bench;
        bench.backend->startScripts.enqueue(unknownStart(true));
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        QCOMPARE(bench.flaw(id), QString());
        QCOMPARE(bench.backend->starts.size(), 1);
        QCOMPARE(bench.count(id, "step_run_unknown"_L1), 1);
        const ExecutionEvent bound = bench.event(id, "step_run_bound"_L1);
        QCOMPARE(boolAt(bound.data, "adopted"), true);
        QCOMPARE(stringAt(bound.data, "agent_run_id"), u"run-001"_s);
        QCOMPARE(toString(bench.stored(id).status), toString(ExecutionStatus::Completed));
    }

    void lateRunIsFoundWithinTheWindow()
    {
        EngineBench bench;
        bench.backend->startScripts.enqueue(unknownStart(false));
        bench.backend->say(u"a"_s, { .works = true });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        bench.advance(50s);
        QCOMPARE(bench.backend->starts.size(), 1);
        QCOMPARE(toString(bench.execution(id).steps[0].runState), toString(RunState::Unknown));
        const RunId late = bench.backend->appear(bench.backend->starts[0].thread);
        bench.advance(5s);
        QCOMPARE(bench.execution(id).steps[0].runId, late);
        QCOMPARE(bench.backend->starts.size(), 1);
    }

    void nothingThereIsAskedAgainInTheSameThreadAfterTheWindow()
    {
        EngineBench bench;
        bench.backend->startScripts.enqueue(unknownStart(false));
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        bench.advance(59s);
        QCOMPARE(bench.backend->starts.size(), 1);
        bench.advance(2s);
        QCOMPARE(bench.backend->starts.size(), 2);
        QVERIFY(bench.backend->starts[1].repeated);
        QCOMPARE(bench.backend->starts[1].thread, bench.backend->starts[0].thread);
        QCOMPARE(bench.backend->starts[1].prompt, bench.backend->starts[0].prompt);
        QCOMPARE(bench.count(id, "step_run_sent"_L1), 2);
        QCOMPARE(toString(bench.stored(id).status), toString(ExecutionStatus::Completed));
        QCOMPARE(bench.stored(id).steps[0].attempts, 1); // still the first attempt
    }

    void ofSeveralRunsTheOldestIsAdoptedAndTheOthersStopped()
    {
        EngineBench bench;
        StartScript script = unknownStart(true);
        script.extraRuns = 2;
        bench.backend->startScripts.enqueue(script);
        bench.backend->say(u"a"_s, { .works = true });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        QCOMPARE(stringAt(bench.event(id, "step_run_bound"_L1).data, "agent_run_id"), u"run-001"_s);
        QCOMPARE(bench.count(id, "step_run_duplicate"_L1), 2);
        QCOMPARE(stringAt(bench.event(id, "step_run_duplicate"_L1).data, "action"), u"stopped"_s);
        QCOMPARE(bench.backend->activeRuns(), QList<RunId> { RunId(u"run-001"_s) });
        QCOMPARE(bench.count(id, "step_usage"_L1), 2); // what the others cost is booked
        bench.advance(61s); // the post-check does not report them again
        QCOMPARE(bench.count(id, "step_run_duplicate"_L1), 2);
    }

    void postCheckStopsALateFirstRequest()
    {
        EngineBench bench;
        bench.backend->say(u"a"_s, { .works = true });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        const RunId late = bench.backend->appear(bench.backend->starts[0].thread);
        bench.advance(58s);
        QVERIFY(bench.backend->activeRuns().contains(late));
        bench.advance(4s);
        QVERIFY(!bench.backend->activeRuns().contains(late));
        QCOMPARE(stringAt(bench.event(id, "step_run_duplicate"_L1).data, "agent_run_id"),
            late.toString());
        QVERIFY(bench.backend->activeRuns().contains(bench.backend->runOf(u"a"_s)));
    }

    void eachStartIsPostCheckedAtItsTime()
    {
        EngineBench bench;
        bench.backend->say(u"a"_s, { .works = true });
        bench.backend->say(u"b"_s, { .works = true });
        bench.execute(EngineBench::chain({ u"a"_s, u"b"_s }));
        bench.advance(30s);
        bench.backend->finish(bench.backend->runOf(u"a"_s), u"done"_s);
        bench.settle();
        const RunId first = bench.backend->appear(bench.backend->starts[0].thread);
        const RunId second = bench.backend->appear(bench.backend->starts[1].thread);
        bench.advance(32s);
        QVERIFY(!bench.backend->activeRuns().contains(first));
        QVERIFY(bench.backend->activeRuns().contains(second));
        bench.advance(30s);
        QVERIFY(!bench.backend->activeRuns().contains(second));
    }

    void postCheckComesAlsoAfterTheEnd()
    {
        EngineBench bench;
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        QCOMPARE(toString(bench.stored(id).status), toString(ExecutionStatus::Completed));
        bench.backend->appear(bench.backend->starts[0].thread);
        bench.advance(62s);
        QCOMPARE(bench.backend->activeRuns().size(), 0);
        QCOMPARE(bench.flaw(id), QString()); // nothing follows the terminal event
    }

    void busyServiceIsWaitedFor()
    {
        EngineBench bench;
        for (int i = 0; i < 3; ++i) {
            bench.backend->startScripts.enqueue({ StartAnswer::Kind::Busy,
                testError(ErrorCategory::ResourceExhausted, code::SunaBusy) });
        }
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        QCOMPARE(toString(bench.execution(id).steps[0].runState), toString(RunState::Rejected));
        bench.advance(25s);
        QCOMPARE(bench.backend->starts.size(), 3);
        bench.advance(6s);
        QCOMPARE(bench.backend->starts.size(), 4);
        QCOMPARE(bench.backend->threads.size(), 1);
        QCOMPARE(toString(bench.stored(id).status), toString(ExecutionStatus::Completed));
        QCOMPARE(bench.stored(id).steps[0].attempts, 1);
        QCOMPARE(bench.count(id, "step_waiting"_L1), 3);
        QCOMPARE(stringAt(bench.event(id, "step_waiting"_L1).data, "reason"), u"service_busy"_s);
    }

    void whatWaitsEndsWithTheEngine()
    {
        EngineBench bench;
        bench.backend->startScripts.enqueue({ StartAnswer::Kind::Busy,
            testError(ErrorCategory::ResourceExhausted, code::SunaBusy) });
        bench.execute(EngineBench::chain({ u"a"_s }));
        QVERIFY(bench.clock.pending() > 0);
        bench.orchestrator.reset();
        bench.settle();
        QCOMPARE(bench.clock.pending(), 0);
    }

    void busyServiceSaysHowLong()
    {
        EngineBench bench;
        Error busy = testError(ErrorCategory::ResourceExhausted, code::SunaBusy);
        busy.args.insert(u"retry_after"_s, 40);
        bench.backend->startScripts.enqueue({ StartAnswer::Kind::Busy, busy });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        const StepRecord step = bench.execution(id).steps[0];
        QVERIFY(step.waiting.has_value());
        QCOMPARE(*step.waiting->nextTry - *step.startedAt, 40s);
        bench.advance(39s);
        QCOMPARE(bench.backend->starts.size(), 1);
        bench.advance(1s);
        QCOMPARE(bench.backend->starts.size(), 2);
        QVERIFY(!bench.execution(id).steps[0].waiting);
    }

    void rejectedStartEndsTheStep_data()
    {
        QTest::addColumn<int>("category");
        QTest::addColumn<QString>("errorCode");
        QTest::newRow("401") << int(ErrorCategory::AuthenticationError) << u"suna_unauthorized"_s;
        QTest::newRow("402") << int(ErrorCategory::QuotaExceeded) << u"suna_payment_required"_s;
        QTest::newRow("422") << int(ErrorCategory::InvalidInput) << u"suna_invalid_request"_s;
    }
    void rejectedStartEndsTheStep()
    {
        QFETCH(int, category);
        QFETCH(QString, errorCode);
        EngineBench bench;
        bench.backend->startScripts.enqueue(
            rejectedStart(static_cast<ErrorCategory>(category), qPrintable(errorCode)));
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s }));
        QCOMPARE(bench.flaw(id), QString());
        QCOMPARE(bench.backend->starts.size(), 1);
        const Execution execution = bench.stored(id);
        QCOMPARE(toString(execution.status), toString(ExecutionStatus::Failed));
        QCOMPARE(toString(execution.steps[0].runState), toString(RunState::Rejected));
        QCOMPARE(execution.steps[0].error->code, errorCode);
        QCOMPARE(bench.count(id, "step_usage"_L1), 0); // nothing ran, nothing was used
    }

    void rejectedForTheNetworkIsRetriedInANewThread()
    {
        EngineBench bench;
        bench.backend->startScripts.enqueue(
            rejectedStart(ErrorCategory::NetworkError, code::ConnectionRefused));
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        bench.advance(2s);
        QCOMPARE(bench.backend->threads.size(), 2);
        QCOMPARE(bench.count(id, "step_retrying"_L1), 1);
        QCOMPARE(toString(bench.stored(id).status), toString(ExecutionStatus::Completed));
    }

    void unknownStartWithoutThreadsIsNotRepeated()
    {
        EngineBench bench;
        bench.backend->capabilities.threadBeforeStart = false;
        bench.backend->capabilities.listsRuns = false;
        bench.backend->startScripts.enqueue(unknownStart(true));
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        bench.advance(10min, 30s);
        QCOMPARE(bench.backend->starts.size(), 1);
        QCOMPARE(bench.backend->finds, 0);
        QCOMPARE(toString(bench.stored(id).status), toString(ExecutionStatus::Failed));
        QCOMPARE(bench.stored(id).steps[0].error->code, QString::fromLatin1(code::SunaRunLost));
    }

    void unreachableListingIsNeverTakenForNothingThere()
    {
        EngineBench bench;
        bench.backend->startScripts.enqueue(unknownStart(true));
        bench.backend->findError = testError(ErrorCategory::NetworkError, code::ConnectionRefused);
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        bench.advance(9min, 5s);
        QCOMPARE(bench.backend->starts.size(), 1);
        QCOMPARE(toString(bench.stored(id).status), toString(ExecutionStatus::Running));
        bench.advance(2min, 5s); // the step's 600 seconds are over
        QCOMPARE(bench.backend->starts.size(), 1);
        QCOMPARE(toString(bench.stored(id).status), toString(ExecutionStatus::Failed));
        QCOMPARE(bench.stored(id).steps[0].error->code, QString::fromLatin1(code::SunaRunLost));
    }

    // The step is given up as nobody could be asked about its run; the others go on meanwhile.
    void aRunThatIsFoundAfterItsStepWasGivenUpIsStoppedAndBooked()
    {
        EngineBench bench;
        Usage seven;
        seven.tokensInput = 7;
        seven.requestCount = 1;
        bench.backend->startScripts.enqueue({}); // of b
        bench.backend->startScripts.enqueue(unknownStart(true));
        bench.backend->say(u"a"_s, { .works = true, .usage = seven });
        bench.backend->say(u"b"_s, { .works = true });
        bench.backend->findError = testError(ErrorCategory::NetworkError, code::ConnectionRefused);
        const ExecutionId id = bench.execute(EngineBench::team(R"({"type": "parallel", "agents": [
            {"agent_id": "b", "timeout": 3600}, {"agent_id": "a"}]})"));
        QTest::ignoreMessage(QtWarningMsg, // the thread of b, in which nothing is the matter
            QRegularExpression(u"Thread thread-1 could not be searched"_s));
        bench.advance(11min, 5s);
        QCOMPARE(bench.stored(id).steps[1].error->code, QString::fromLatin1(code::SunaRunLost));
        bench.backend->findError.reset();
        bench.advance(40s, 5s);
        const QString lost = bench.backend->runOf(u"a"_s).toString();
        QVERIFY(!bench.backend->activeRuns().contains(RunId(lost)));
        QCOMPARE(stringAt(bench.event(id, "step_run_duplicate"_L1).data, "agent_run_id")
                     .value_or(QString()),
            lost);
        QCOMPARE(bench.stored(id).steps[1].usage.tokensInput, std::optional<qint64>(7));
        QVERIFY(bench.backend->activeRuns().contains(bench.backend->runOf(u"b"_s)));
        bench.backend->finish(bench.backend->runOf(u"b"_s), u"done"_s);
        bench.settle();
        QCOMPARE(bench.count(id, "step_run_duplicate"_L1), 1);
        QCOMPARE(bench.flaw(id), QString());
    }

    void aThreadThatCannotBeMadeIsAFailureBeforeTheStart()
    {
        EngineBench bench;
        bench.backend->prepareError
            = testError(ErrorCategory::AuthenticationError, code::SunaUnauthorized);
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        QCOMPARE(bench.backend->starts.size(), 0);
        QCOMPARE(bench.count(id, "step_run_sent"_L1), 0);
        QCOMPARE(toString(bench.stored(id).status), toString(ExecutionStatus::Failed));
    }

    void aServiceThatDoesNotAnswerIsRetried()
    {
        EngineBench bench;
        bench.backend->probeError = testError(ErrorCategory::NetworkError, code::HostNotFound);
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        QCOMPARE(bench.count(id, "step_run_intent"_L1), 0);
        bench.backend->probeError.reset();
        bench.advance(2s);
        QCOMPARE(toString(bench.stored(id).status), toString(ExecutionStatus::Completed));
    }
};

QTEST_GUILESS_MAIN(TestStartProtocol)
#include "tst_start_protocol.moc"
