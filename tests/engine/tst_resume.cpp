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

Usage sevenTokens()
{
    Usage usage;
    usage.tokensInput = 7;
    usage.requestCount = 1;
    return usage;
}

QString statusOf(EngineBench &bench, const ExecutionId &id)
{
    return toString(bench.stored(id).status);
}

} // namespace

/// Contract §4.9: an engine goes away at some moment, another one goes on.
class TestResume : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    // The engine went away after a step had ended and before its run's usage was known.
    void whatAnEarlierEngineDidNotBookIsBooked_data()
    {
        QTest::addColumn<bool>("told");
        QTest::newRow("the service tells") << true;
        QTest::newRow("the service does not answer before the end") << false;
    }
    void whatAnEarlierEngineDidNotBookIsBooked()
    {
        QFETCH(bool, told);
        EngineBench bench;
        Usage seven;
        seven.tokensInput = 7;
        seven.tokensOutput = 1;
        seven.requestCount = 1;
        bench.backend->say(u"a"_s, { .works = true, .usage = seven });
        bench.backend->say(u"b"_s, { .works = true });
        const ExecutionId id = bench.execute(EngineBench::team(
            R"({"type": "parallel", "agents": [{"agent_id": "a"}, {"agent_id": "b"}]})"));
        const QString run = bench.backend->runOf(u"a"_s).toString();
        bench.orchestrator.reset();
        ExecutionEvent failed = bench.event(id, "step_started"_L1);
        failed.eventType = u"step_failed"_s;
        failed.seq = bench.stored(id).lastSeq + 1;
        failed.data["error"] = "No.";
        failed.data["error_detail"]
            = errorDetail(testError(ErrorCategory::InvalidInput, code::SunaRunFailed));
        const auto written = await(bench.store->append({ failed }));
        QVERIFY(written && written->ok());
        bench.restart();
        if (!told)
            bench.backend->stopError = testError(ErrorCategory::NetworkError, code::TotalTimeout);
        QVERIFY(bench.resume(id));
        bench.backend->finish(bench.backend->runOf(u"b"_s), u"done"_s);
        bench.settle();
        QVERIFY(isTerminal(bench.stored(id).status));
        const ExecutionEvents log = bench.storedEvents(id);
        QList<Usage> booked;
        for (const ExecutionEvent &event : log) {
            if (event.eventType == "step_usage"_L1 && stringAt(event.data, "agent_run_id") == run)
                booked.append(usageFromJson(*memberAt(event.data, "usage_metrics")));
        }
        QCOMPARE(booked.size(), 1);
        QCOMPARE(booked[0].estimated, !told);
        QCOMPARE(booked[0].tokensInput == 7, told);
        bench.backend->stopError.reset();
        bench.advance(10s);
        QCOMPARE(bench.backend->activeRuns(), QList<RunId>());
    }

    void S11_runThatIsStillThereIsFollowed()
    {
        EngineBench bench;
        bench.backend->say(u"b"_s, { .works = true, .usage = sevenTokens() });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s, u"c"_s }));
        bench.restart();
        QVERIFY(bench.resume(id));
        QCOMPARE(bench.count(id, "execution_resumed"_L1), 1);
        bench.backend->finish(bench.backend->runOf(u"b"_s), u"late"_s);
        bench.settle();
        QCOMPARE(statusOf(bench, id), u"completed"_s);
        QCOMPARE(bench.backend->starts.size(), 3); // nothing was started again
        QCOMPARE(bench.flaw(id), QString());
        const Execution execution = bench.stored(id);
        QCOMPARE(execution.steps[1].output->result, u"late"_s);
        QVERIFY(execution.steps[2].prompt.contains(u"late"_s));
    }

    void runThatEndedMeanwhileIsCollected()
    {
        EngineBench bench;
        bench.backend->say(u"a"_s, Works);
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s }));
        bench.orchestrator.reset();
        bench.backend->finish(bench.backend->runOf(u"a"_s), u"meanwhile"_s);
        bench.restart();
        QVERIFY(bench.resume(id));
        QCOMPARE(statusOf(bench, id), u"completed"_s);
        QCOMPARE(bench.stored(id).steps[0].output->result, u"meanwhile"_s);
        QCOMPARE(bench.backend->starts.size(), 2);
    }

    // A full service is no failure, whoever waits for it.
    void busyServiceIsAskedAgain()
    {
        EngineBench bench;
        bench.backend->startScripts.enqueue({ .kind = StartAnswer::Kind::Busy,
            .error = testError(ErrorCategory::ResourceExhausted, code::SunaBusy) });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        QCOMPARE(bench.count(id, "step_run_rejected"_L1), 1);
        bench.restart();
        QVERIFY(bench.resume(id));
        QCOMPARE(bench.backend->starts.size(), 2);
        QCOMPARE(bench.backend->starts[1].thread, bench.backend->starts[0].thread);
        QCOMPARE(statusOf(bench, id), u"completed"_s);
        QCOMPARE(bench.stored(id).steps[0].attempts, 1);
        QCOMPARE(bench.flaw(id), QString());
    }

    void unansweredStartIsFoundAndAdopted()
    {
        EngineBench bench;
        bench.backend->startScripts.enqueue({ .held = true });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        bench.restart();
        bench.backend->releaseStart(); // the request had arrived
        bench.settle();
        QVERIFY(bench.resume(id));
        QCOMPARE(statusOf(bench, id), u"completed"_s);
        QCOMPARE(bench.backend->starts.size(), 1);
        QCOMPARE(boolAt(bench.event(id, "step_run_bound"_L1).data, "adopted"), true);
    }

    void startThatNeverArrivedIsSentAgainIntoTheSameThread()
    {
        EngineBench bench;
        bench.backend->startScripts.enqueue({ .held = true });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        bench.restart();
        QVERIFY(bench.resume(id));
        bench.advance(235s, 5s);
        QCOMPARE(bench.backend->starts.size(), 1); // it may still be answered, or appear
        bench.advance(15s);
        QCOMPARE(statusOf(bench, id), u"completed"_s);
        QCOMPARE(bench.backend->starts.size(), 2);
        QVERIFY(bench.backend->starts[1].repeated);
        QVERIFY(bench.backend->starts[1].thread == bench.backend->starts[0].thread);
    }

    void intentWithoutARequestIsSentAtOnce()
    {
        EngineBench bench;
        bench.backend->prepareError
            = testError(ErrorCategory::NetworkError, code::ConnectionRefused);
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        bench.restart(); // while it waits for its second attempt
        bench.backend->prepareError.reset();
        QVERIFY(bench.resume(id));
        bench.advance(2s);
        QCOMPARE(statusOf(bench, id), u"completed"_s);
        QCOMPARE(bench.backend->starts.size(), 1);
        QCOMPARE(bench.stored(id).steps[0].attempts, 2);
    }

    void retryIsWaitedFor()
    {
        EngineBench bench;
        bench.backend->say(
            u"a"_s, { .error = testError(ErrorCategory::AgentCrash, code::SunaRunFailed) });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        bench.advance(2s);
        bench.restart();
        QVERIFY(bench.resume(id));
        QCOMPARE(bench.backend->starts.size(), 1); // 5 s, of which 2 have passed
        bench.advance(4s);
        QCOMPARE(statusOf(bench, id), u"completed"_s);
        QCOMPARE(bench.backend->starts.size(), 2);
    }

    void lostRunIsTriedAgain()
    {
        EngineBench bench;
        bench.backend->say(u"a"_s,
            { .lost = testError(ErrorCategory::AgentCrash, code::SunaRunLost), .works = true });
        bench.backend->startScripts.enqueue({ .held = true });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        bench.restart();
        bench.backend->releaseStart();
        bench.settle();
        QVERIFY(bench.resume(id));
        bench.advance(30s);
        QCOMPARE(statusOf(bench, id), u"completed"_s);
        QCOMPARE(bench.stored(id).steps[0].attempts, 2);
        QVERIFY(bench.backend->activeRuns().isEmpty());
    }

    void feedbackGoesOnInItsIteration()
    {
        EngineBench bench;
        const Team team = EngineBench::team(R"({"type": "sequential", "agents": [
            {"agent_id": "a"}, {"agent_id": "b", "feedback": {"to": "a", "conditions": [],
            "max_iterations": 1}}]})");
        bench.backend->say(u"a"_s, {});
        bench.backend->say(u"a"_s, Works);
        const ExecutionId id = bench.execute(team);
        bench.restart();
        QVERIFY(bench.resume(id));
        bench.backend->finish(bench.backend->runOf(u"a"_s, 1), u"again"_s);
        bench.settle();
        QCOMPARE(statusOf(bench, id), u"completed"_s);
        QCOMPARE(bench.backend->starts.size(), 4);
        QCOMPARE(bench.flaw(id), QString());
    }

    void stopIsCarriedOut()
    {
        EngineBench bench;
        bench.backend->say(u"a"_s, Works);
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s }));
        bench.backend->stopHangs = true;
        QVERIFY(bench.stop(id));
        bench.restart();
        bench.backend->stopHangs = false;
        QVERIFY(bench.resume(id));
        bench.advance(1s);
        QCOMPARE(statusOf(bench, id), u"cancelled"_s);
        QVERIFY(bench.backend->activeRuns().isEmpty());
    }

    void pauseSurvives()
    {
        EngineBench bench;
        bench.backend->say(u"a"_s, Works);
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s }));
        QVERIFY(*await(bench.orchestrator->pause(id, u"tester"_s)));
        bench.restart();
        QVERIFY(bench.resume(id));
        bench.backend->finish(bench.backend->runOf(u"a"_s), u"done"_s);
        bench.advance(10s);
        QCOMPARE(bench.backend->starts.size(), 1);
        QVERIFY(bench.stored(id).paused);
        QVERIFY(*await(bench.orchestrator->goOn(id, u"tester"_s)));
        bench.settle();
        QCOMPARE(statusOf(bench, id), u"completed"_s);
        QVERIFY(!bench.stored(id).paused);
    }

    void approvalSurvivesWithItsTime()
    {
        EngineBench bench;
        const Team team = EngineBench::team(R"({"type": "sequential", "agents": [
            {"agent_id": "a"}, {"agent_id": "b"}],
            "config": {"approval": {"before": ["b"], "timeout_seconds": 60}}})");
        const ExecutionId id = bench.execute(team);
        bench.advance(40s);
        bench.restart();
        QVERIFY(bench.resume(id));
        bench.advance(15s);
        QCOMPARE(statusOf(bench, id), u"running"_s);
        bench.advance(6s);
        QCOMPARE(statusOf(bench, id), u"failed"_s);
        QVERIFY(bench.stored(id).steps[1].approval->state == ApprovalState::Expired);
    }

    void timeWithoutAnEngineDoesNotCount()
    {
        EngineBench bench;
        bench.backend->say(u"a"_s, Works);
        ExecutionConfig config;
        config.maxExecutionSeconds = 100;
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }), u"Go"_s, config);
        bench.advance(59s);
        bench.backend->show(bench.backend->runOf(u"a"_s), RunTextDelta { 0, u"so far"_s });
        bench.advance(1s); // it is in the log that an engine was there until now
        bench.orchestrator.reset();
        bench.advance(1h, 10min);
        bench.restart();
        QVERIFY(bench.resume(id));
        bench.advance(35s);
        QCOMPARE(statusOf(bench, id), u"running"_s);
        bench.advance(10s);
        QCOMPARE(statusOf(bench, id), u"failed"_s);
        QCOMPARE(bench.stored(id).error->code, QLatin1StringView(code::ExecutionTimeout));
    }

    void textThatComesAgainIsShownOnce()
    {
        EngineBench bench;
        bench.backend->say(u"a"_s, Works);
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        const RunId run = bench.backend->runOf(u"a"_s);
        bench.backend->show(run, RunTextDelta { 0, u"Once upon"_s });
        bench.advance(1s);
        bench.restart();
        QVERIFY(bench.resume(id));
        bench.backend->show(run, RunTextDelta { 0, u"Once upon"_s });
        bench.backend->show(run, RunTextDelta { 0, u" a time"_s });
        bench.advance(1s);
        QCOMPARE(bench.execution(id).steps[0].liveText, u"Once upon a time"_s);
    }

    void whatWasBookedIsNotBookedAgain()
    {
        EngineBench bench;
        // The run fails, its usage is booked, and the engine goes away before the step's end is in.
        bench.backend->say(u"a"_s, { .works = true, .usage = sevenTokens() });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        bench.orchestrator.reset();
        ExecutionEvents events = bench.storedEvents(id);
        ExecutionEvent booked = bench.event(id, "step_run_bound"_L1);
        booked.seq = events.constLast().seq + 1;
        booked.eventType = u"step_usage"_s;
        booked.data["usage_metrics"] = toJson(sevenTokens());
        QVERIFY(*await(bench.store->append({ booked })));
        bench.backend->finish(bench.backend->runOf(u"a"_s), u"done"_s);
        bench.restart();
        QVERIFY(bench.resume(id));
        QCOMPARE(statusOf(bench, id), u"completed"_s);
        QCOMPARE(bench.stored(id).usage.tokensInput, 7);
    }

    void sameResultAsWithoutInterruption()
    {
        const Team team = EngineBench::chain({ u"a"_s, u"b"_s, u"c"_s }, "pipeline");
        EngineBench calm;
        const ExecutionId undisturbed = calm.execute(team);
        EngineBench bench;
        for (const QString &agent : { u"a"_s, u"b"_s, u"c"_s })
            bench.backend->say(agent, { .text = agent.toUpper(), .works = true });
        const ExecutionId id = bench.execute(team);
        for (const QString &agent : { u"a"_s, u"b"_s, u"c"_s }) {
            bench.restart();
            QVERIFY(bench.resume(id));
            bench.backend->finish(bench.backend->runOf(agent), agent.toUpper());
            bench.settle();
        }
        const Execution after = bench.stored(id);
        const Execution expected = calm.stored(undisturbed);
        QCOMPARE(toString(after.status), u"completed"_s);
        QVERIFY(after.finalResult->at("result") == expected.finalResult->at("result"));
        QCOMPARE(after.contextVersion, expected.contextVersion);
        for (size_t i = 0; i < after.steps.size(); ++i)
            QCOMPARE(after.steps[i].prompt, expected.steps[i].prompt);
        QCOMPARE(bench.backend->starts.size(), 3);
    }

    void previewSaysWhatWouldHappen()
    {
        EngineBench bench;
        bench.backend->say(u"b"_s, Works);
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s, u"c"_s }));
        QVERIFY(!*await(bench.orchestrator->previewResume(id))); // it is running
        bench.restart();
        const Result<ResumePlan> plan = *await(bench.orchestrator->previewResume(id));
        QVERIFY(plan);
        QStringList actions;
        for (const ResumeStep &step : plan->steps)
            actions.append(toString(step.action));
        QCOMPARE(actions.join(u", "_s), u"kept, collected, waits"_s);
        QVERIFY(!plan->steps[0].mayRepeat);
        QVERIFY(plan->steps[1].mayRepeat);
        QCOMPARE(bench.count(id, "execution_resumed"_L1), 0); // it changes nothing
    }

    void whatIsOverStaysOver()
    {
        EngineBench bench;
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        bench.restart();
        const Result<void> resumed = bench.resume(id);
        QVERIFY(!resumed);
        QCOMPARE(resumed.error().code, QLatin1StringView(code::ExecutionNotActive));
        const Result<void> nothing = bench.resume(ExecutionId(u"none"_s));
        QVERIFY(!nothing);
        QCOMPARE(nothing.error().code, QLatin1StringView(code::NotFound));
    }

    void engineThatWasAliveAfterAllKeepsIt()
    {
        EngineBench bench;
        bench.backend->say(u"a"_s, Works);
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        const Result<void> resumed = bench.resume(id);
        QVERIFY(!resumed);
        QCOMPARE(resumed.error().code, QLatin1StringView(code::ExecutionNotActive));
        bench.backend->finish(bench.backend->runOf(u"a"_s), u"done"_s);
        bench.settle();
        QCOMPARE(statusOf(bench, id), u"completed"_s);
    }
};

QTEST_GUILESS_MAIN(TestResume)
#include "tst_resume.moc"
