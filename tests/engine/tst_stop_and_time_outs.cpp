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

constexpr char OneQuickStep[] = R"({"type": "sequential", "agents": [
  {"agent_id": "a", "execution_order": 1, "timeout": 30, "input": {"source": "initial_prompt"},
   "retry_config": {"jitter": 0}}]})";

QString errorCode(const Result<void> &result)
{
    return result ? QString() : result.error().code;
}

} // namespace

/// Contract §4.5, §4.6 and §4.8.
class TestStopAndTimeOuts : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void stepTimeOutStopsTheRunAndRetries()
    {
        EngineBench bench;
        bench.backend->say(u"a"_s, { .works = true });
        const ExecutionId id = bench.execute(EngineBench::team(OneQuickStep));
        bench.advance(29s);
        QCOMPARE(bench.backend->stops.size(), 0);
        bench.advance(1s);
        QCOMPARE(bench.backend->stops, QStringList { u"run-001"_s });
        const ExecutionEvent retrying = bench.event(id, "step_retrying"_L1);
        QCOMPARE(stringAt(retrying.data, "reason"), u"agent_timeout"_s);
        QCOMPARE(numberAt(retrying.data, "delay_seconds"), 1.0);
        QCOMPARE(integerAt(retrying.data, "attempt"), 2);
        QCOMPARE(bench.count(id, "step_usage"_L1), 1); // the stopped run is paid for
        bench.advance(1s);
        QCOMPARE(toString(bench.stored(id).status), toString(ExecutionStatus::Completed));
        QCOMPARE(bench.stored(id).steps[0].attempts, 2);
        QCOMPARE(bench.flaw(id), QString());
    }

    void M1_retriesEndAfterThreeAttempts()
    {
        EngineBench bench;
        for (int i = 0; i < 3; ++i)
            bench.backend->say(u"a"_s, { .works = true });
        const ExecutionId id = bench.execute(EngineBench::team(OneQuickStep));
        bench.advance(100s);
        QCOMPARE(bench.backend->starts.size(), 3);
        QCOMPARE(numberAt(bench.event(id, "step_retrying"_L1, 0).data, "delay_seconds"), 1.0);
        QCOMPARE(numberAt(bench.event(id, "step_retrying"_L1, 1).data, "delay_seconds"), 2.0);
        QCOMPARE(toString(bench.stored(id).status), toString(ExecutionStatus::Failed));
        QCOMPARE(bench.stored(id).steps[0].error->code, QString::fromLatin1(code::AgentTimeout));
        QCOMPARE(bench.backend->activeRuns().size(), 0);
        QCOMPARE(bench.flaw(id), QString());
    }

    void jitterStaysWithinItsShare()
    {
        EngineBench bench;
        bench.backend->say(
            u"a"_s, { .error = testError(ErrorCategory::NetworkError, code::ConnectionLost) });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        const double delay
            = numberAt(bench.event(id, "step_retrying"_L1).data, "delay_seconds").value_or(0);
        QVERIFY(delay >= 0.9 && delay <= 1.1);
        QVERIFY(delay != 1.0);
    }

    void theServicesWishToWaitIsHonoured()
    {
        EngineBench bench;
        Error full = testError(ErrorCategory::NetworkError, code::SunaServerError);
        full.args.insert(u"retry_after"_s, 20);
        bench.backend->say(u"a"_s, { .error = full });
        const ExecutionId id = bench.execute(EngineBench::team(OneQuickStep));
        QCOMPARE(numberAt(bench.event(id, "step_retrying"_L1).data, "delay_seconds"), 20.0);
    }

    void executionTimeOutCancelsWhatRuns()
    {
        EngineBench bench;
        bench.backend->say(u"a"_s, { .works = true });
        ExecutionConfig config;
        config.maxExecutionSeconds = 20;
        const ExecutionId id
            = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s }), u"Go"_s, config);
        bench.advance(19s);
        QCOMPARE(toString(bench.stored(id).status), toString(ExecutionStatus::Running));
        bench.advance(1s);
        const Execution execution = bench.stored(id);
        QCOMPARE(toString(execution.status), toString(ExecutionStatus::Failed));
        QCOMPARE(execution.error->code, QString::fromLatin1(code::ExecutionTimeout));
        QCOMPARE(toString(execution.steps[0].status), toString(StepStatus::Cancelled));
        QVERIFY(isTerminal(execution.steps[1].status));
        QCOMPARE(bench.backend->activeRuns().size(), 0);
        QCOMPARE(bench.flaw(id), QString());
    }

    void S10_stopDuringTheSecondStep()
    {
        EngineBench bench;
        bench.backend->say(u"b"_s, { .works = true });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s, u"c"_s }));
        bench.backend->show(bench.backend->runOf(u"b"_s), RunTextDelta { 0, u"half an ans"_s });
        QCOMPARE(errorCode(bench.stop(id)), QString());

        const Execution execution = bench.stored(id);
        QCOMPARE(toString(execution.status), toString(ExecutionStatus::Cancelled));
        QCOMPARE(execution.errorMessage, u"Execution cancelled by user"_s);
        QCOMPARE(toString(execution.steps[0].status), toString(StepStatus::Completed));
        QCOMPARE(toString(execution.steps[1].status), toString(StepStatus::Cancelled));
        QCOMPARE(toString(execution.steps[2].status), toString(StepStatus::Cancelled));
        QCOMPARE(execution.steps[1].liveText, u"half an ans"_s);
        QCOMPARE(bench.backend->activeRuns().size(), 0);
        QCOMPARE(bench.count(id, "step_usage"_L1), 2);
        QCOMPARE(bench.flaw(id), QString());
        QCOMPARE(stringAt(bench.published(id).constLast().data, "cancelled_by"), u"tester"_s);
    }

    void stopIsAnsweredOnceAndLastingly()
    {
        EngineBench bench;
        bench.backend->say(u"a"_s, { .works = true });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        QCOMPARE(errorCode(bench.stop(id)), QString());
        QCOMPARE(errorCode(bench.stop(id)), QString());
        QCOMPARE(bench.count(id, "execution_stop_requested"_L1), 1);
        const ExecutionId done = bench.execute(EngineBench::chain({ u"b"_s }));
        QCOMPARE(errorCode(bench.stop(done)), QString::fromLatin1(code::ExecutionNotActive));
        QCOMPARE(errorCode(bench.stop(ExecutionId(u"33333333-0000-4000-8000-000000000000"_s))),
            QString::fromLatin1(code::NotFound));
    }

    void stopWhileTheStartIsUnanswered()
    {
        EngineBench bench;
        bench.backend->startScripts.enqueue({ .held = true });
        bench.backend->say(u"a"_s, { .works = true });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        QCOMPARE(errorCode(bench.stop(id)), QString());
        QCOMPARE(toString(bench.stored(id).status), toString(ExecutionStatus::Running));
        bench.backend->releaseStart();
        bench.settle();
        QCOMPARE(toString(bench.stored(id).status), toString(ExecutionStatus::Cancelled));
        QCOMPARE(bench.backend->activeRuns().size(), 0);
        QCOMPARE(bench.flaw(id), QString());
    }

    void startAnsweredOnlyAfterTheStopGaveUp()
    {
        EngineBench bench;
        bench.backend->startScripts.enqueue({ .held = true });
        bench.backend->say(u"a"_s, { .works = true });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        QCOMPARE(errorCode(bench.stop(id)), QString());
        bench.advance(11s);
        QCOMPARE(toString(bench.stored(id).status), toString(ExecutionStatus::Cancelled));
        bench.backend->releaseStart();
        bench.advance(1s);
        QCOMPARE(bench.backend->runs.size(), size_t(1));
        QCOMPARE(bench.backend->activeRuns().size(), 0);
        QCOMPARE(bench.flaw(id), QString());
    }

    void stopWhileTheStartIsUnknown()
    {
        EngineBench bench;
        bench.backend->startScripts.enqueue({ StartAnswer::Kind::Unknown,
            testError(ErrorCategory::NetworkError, code::TotalTimeout), false });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        QCOMPARE(errorCode(bench.stop(id)), QString());
        QCOMPARE(toString(bench.stored(id).status), toString(ExecutionStatus::Cancelled));
        bench.backend->appear(bench.backend->starts[0].thread); // the lost request arrives late
        bench.advance(10s);
        QCOMPARE(bench.backend->activeRuns().size(), 0);
        QCOMPARE(bench.flaw(id), QString());
    }

    void stopWhileWaitingForTheNextAttempt()
    {
        EngineBench bench;
        bench.backend->say(
            u"a"_s, { .error = testError(ErrorCategory::NetworkError, code::ConnectionLost) });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        QCOMPARE(bench.count(id, "step_retrying"_L1), 1);
        QCOMPARE(errorCode(bench.stop(id)), QString());
        QCOMPARE(toString(bench.stored(id).status), toString(ExecutionStatus::Cancelled));
        bench.advance(5s);
        QCOMPARE(bench.backend->starts.size(), 1);
        QCOMPARE(bench.flaw(id), QString());
    }

    void silentServiceDoesNotHoldTheStopUp()
    {
        EngineBench bench;
        bench.backend->say(u"a"_s, { .works = true });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        bench.backend->stopHangs = true;
        QCOMPARE(errorCode(bench.stop(id)), QString());
        bench.advance(9s);
        QCOMPARE(toString(bench.stored(id).status), toString(ExecutionStatus::Running));
        bench.advance(1s);
        QCOMPARE(toString(bench.stored(id).status), toString(ExecutionStatus::Cancelled));
        QCOMPARE(bench.flaw(id), QString());
    }

    void runThatCannotBeStoppedIsAskedForTenMinutes()
    {
        EngineBench bench;
        bench.backend->say(u"a"_s, { .works = true });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        bench.backend->stopError = testError(ErrorCategory::NetworkError, code::ConnectionRefused);
        QCOMPARE(errorCode(bench.stop(id)), QString());
        QCOMPARE(toString(bench.stored(id).status), toString(ExecutionStatus::Cancelled));
        bench.advance(9min, 5s);
        QVERIFY(bench.orchestrator->isBusy());
        bench.backend->stopError.reset();
        bench.advance(6s);
        QCOMPARE(bench.backend->activeRuns().size(), 0);
        QVERIFY(!bench.orchestrator->isBusy());
    }

    void theReaperGivesUpAndSaysSo()
    {
        EngineBench bench;
        bench.backend->say(u"a"_s, { .works = true });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        bench.backend->stopError = testError(ErrorCategory::NetworkError, code::ConnectionRefused);
        QCOMPARE(errorCode(bench.stop(id)), QString());
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"could not be stopped"_s));
        bench.advance(11min, 5s);
        QVERIFY(!bench.orchestrator->isBusy());
    }
};

QTEST_GUILESS_MAIN(TestStopAndTimeOuts)
#include "tst_stop_and_time_outs.moc"
