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

QString errorCode(const Result<void> &result)
{
    return result ? QString() : result.error().code;
}

ExecutionEvent nextEvent(EngineBench &bench, const ExecutionId &id, const char *like)
{
    ExecutionEvent event = bench.event(id, QLatin1StringView(like));
    event.seq = bench.stored(id).lastSeq + 1;
    return event;
}

void write(EngineBench &bench, const ExecutionEvent &event)
{
    const auto written = await(bench.store->append({ event }));
    QVERIFY(written && written->ok());
}

/// An event that no engine writes there: the log cannot be followed any more.
void damageLog(EngineBench &bench, const ExecutionId &id)
{
    ExecutionEvent event = nextEvent(bench, id, "step_started");
    event.eventType = u"step_approval_requested"_s;
    write(bench, event);
}

QString askForB()
{
    return u"```team-actions\n[{\"action\":\"request_from_agent\",\"target_agent\":\"b\","
           "\"request\":\"?\"}]\n```\n"_s;
}

/// Another engine over the same store and service, as after the first one's process had gone.
void restart(EngineBench &bench)
{
    bench.orchestrator.reset();
    bench.settle();
    bench.orchestrator = std::make_unique<Orchestrator>(bench.store.get(), &bench.clock, &bench.ids,
        EngineBench::standardSettings(), [](const ExecutionEvents &) {});
}

ExecutionEvents usageOf(const ExecutionEvents &events, const QString &run)
{
    ExecutionEvents found;
    for (const ExecutionEvent &event : events) {
        if (event.eventType == "step_usage"_L1 && stringAt(event.data, "agent_run_id") == run)
            found.append(event);
    }
    return found;
}

StartScript unknownStart()
{
    return { StartAnswer::Kind::Unknown, testError(ErrorCategory::NetworkError, code::TotalTimeout),
        false };
}

} // namespace

class TestInterrupted : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void boundRunsAreStoppedAndBooked()
    {
        EngineBench bench;
        Usage told;
        told.tokensInput = 5;
        bench.backend->say(u"b"_s, { .works = true, .usage = told });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s, u"c"_s }));
        restart(bench);
        QCOMPARE(errorCode(bench.close(id)), QString());
        const Execution execution = bench.stored(id);
        QCOMPARE(toString(execution.status), u"cancelled"_s);
        QCOMPARE(toString(execution.steps[0].status), u"completed"_s);
        QCOMPARE(toString(execution.steps[1].status), u"cancelled"_s);
        QCOMPARE(toString(execution.steps[2].status), u"cancelled"_s);
        QCOMPARE(execution.steps[1].usage.tokensInput, std::optional<qint64>(5));
        QCOMPARE(bench.backend->activeRuns().size(), 0);
        QCOMPARE(errorCode(bench.close(id)), QString()); // closed is closed
        const ExecutionEvents events = bench.storedEvents(id);
        QCOMPARE(events.constLast().eventType, u"execution_cancelled"_s);
        QCOMPARE(events.constLast().seq, events.size());
    }

    void uncertainStartsAreLookedForAndStopped()
    {
        EngineBench bench;
        bench.backend->startScripts.enqueue(unknownStart());
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        restart(bench);
        const RunId there = bench.backend->appear(bench.backend->starts[0].thread);
        QCOMPARE(errorCode(bench.close(id)), QString());
        QCOMPARE(bench.backend->stops, QStringList { there.toString() });
        QCOMPARE(bench.stored(id).steps[0].runId, there); // it is on record
        const RunId late = bench.backend->appear(bench.backend->starts[0].thread);
        bench.advance(61s);
        QVERIFY(bench.backend->stops.contains(late.toString()));
        QCOMPARE(bench.backend->activeRuns().size(), 0);
    }

    void silentServiceDoesNotHoldTheCloseUp()
    {
        EngineBench bench;
        bench.backend->say(u"a"_s, { .works = true });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        restart(bench);
        bench.backend->stopHangs = true;
        auto closing = bench.orchestrator->closeInterrupted(id, u"tester"_s, bench.backend);
        QTRY_COMPARE(bench.backend->stops.size(), 1);
        QCOMPARE(toString(bench.stored(id).status), u"running"_s);
        QVERIFY(bench.stored(id).stopRequested);
        bench.advance(11s);
        QCOMPARE(toString(bench.stored(id).status), u"cancelled"_s);
        const auto answer = await(std::move(closing));
        QVERIFY(answer && answer->ok());
        // What the run used is not known, but that it was used is.
        const ExecutionEvents booked = usageOf(bench.storedEvents(id), u"run-001"_s);
        QCOMPARE(booked.size(), 1);
        QVERIFY(usageFromJson(booked[0].data["usage_metrics"]).estimated);
    }

    // The engine was gone between the usage of a run and the end of its step.
    void whatWasBookedIsNotBookedAgain()
    {
        EngineBench bench;
        bench.backend->say(u"a"_s, { .works = true });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        restart(bench);
        ExecutionEvent used = nextEvent(bench, id, "step_run_bound");
        used.eventType = u"step_usage"_s;
        used.data["usage_metrics"] = { { "tokens_input", 5 }, { "request_count", 1 } };
        write(bench, used);
        QCOMPARE(errorCode(bench.close(id)), QString());
        QCOMPARE(usageOf(bench.storedEvents(id), u"run-001"_s).size(), 1);
        QCOMPARE(bench.stored(id).usage.tokensInput, std::optional<qint64>(5));
    }

    // Reliability 1.4 step 6 is not lost with the engine that began to wait for it.
    void secondRunsOfCompletedStepsAreStopped()
    {
        EngineBench bench;
        bench.backend->say(u"b"_s, { .works = true });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s }));
        const RunId twin = bench.backend->appear(bench.backend->starts[0].thread);
        restart(bench);
        QCOMPARE(errorCode(bench.close(id)), QString());
        bench.advance(250s, 10s);
        QVERIFY(bench.backend->stops.contains(twin.toString()));
        QCOMPARE(bench.backend->activeRuns().size(), 0);
    }

    void withoutAServiceOnlyTheRecordIsClosed()
    {
        EngineBench bench;
        bench.backend->say(u"a"_s, { .works = true });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        restart(bench);
        bench.backend.reset();
        QCOMPARE(errorCode(bench.close(id)), QString());
        QCOMPARE(toString(bench.stored(id).status), u"cancelled"_s);
        bench.advance(300s, 60s);
        QVERIFY(!bench.orchestrator->isBusy()); // there is nobody to ask again
        QVERIFY(bench.orchestrator->services().empty());
    }

    void nothingNewIsStarted()
    {
        EngineBench bench;
        bench.backend->say(
            u"a"_s, { .error = testError(ErrorCategory::NetworkError, code::NetworkFailed) });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s }));
        QCOMPARE(bench.count(id, "step_retrying"_L1), 1);
        restart(bench);
        QCOMPARE(errorCode(bench.close(id)), QString());
        QCOMPARE(toString(bench.stored(id).status), u"cancelled"_s);
        bench.advance(60s);
        QCOMPARE(bench.backend->starts.size(), 1);
    }

    void whatWasOnlyMeantIsNotStarted()
    {
        EngineBench bench;
        bench.backend->holdPrepare = true;
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s }));
        QCOMPARE(bench.count(id, "step_run_intent"_L1), 1);
        restart(bench);
        QCOMPARE(errorCode(bench.close(id)), QString());
        QCOMPARE(toString(bench.stored(id).status), u"cancelled"_s);
        QCOMPARE(bench.backend->prepares, 1);
        QCOMPARE(bench.backend->starts.size(), 0);
    }

    void runsThatAnswerRequestsAreStoppedAndBooked()
    {
        EngineBench bench;
        Usage told;
        told.tokensInput = 5;
        bench.backend->say(u"a"_s, { .text = askForB() });
        bench.backend->say(u"b"_s, { .works = true, .usage = told });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s }));
        bench.advance(2s);
        QCOMPARE(bench.backend->activeRuns().size(), 1);
        restart(bench);
        QCOMPARE(errorCode(bench.close(id)), QString());
        QCOMPARE(bench.backend->activeRuns().size(), 0);
        QCOMPARE(toString(bench.stored(id).status), u"cancelled"_s);
        const QString run = bench.backend->runOf(u"b"_s).toString();
        QCOMPARE(usageOf(bench.storedEvents(id), run).size(), 1);
    }

    // Contract 4.6: all at once, steps and runs that answer requests.
    void silentServiceDoesNotHoldTheirStopUp()
    {
        EngineBench bench;
        bench.backend->say(u"a"_s, { .text = askForB() });
        bench.backend->say(u"b"_s, { .works = true });
        bench.backend->say(u"c"_s, { .works = true });
        bench.backend->say(u"b"_s, { .works = true });
        const ExecutionId id = bench.execute(EngineBench::team(R"({"type": "parallel",
            "agents": [{"agent_id": "a"}, {"agent_id": "b"}, {"agent_id": "c"}]})"));
        bench.advance(16s); // half the patience of the request
        restart(bench);
        bench.backend->stopHangs = true;
        auto closing = bench.orchestrator->closeInterrupted(id, u"tester"_s, bench.backend);
        QTRY_COMPARE(bench.backend->stops.size(), 3);
        bench.advance(11s);
        const auto answer = await(std::move(closing));
        QVERIFY(answer && answer->ok());
        QCOMPARE(toString(bench.stored(id).status), u"cancelled"_s);
    }

    void slowCloseIsAnsweredInTime()
    {
        EngineSettings settings = EngineBench::standardSettings();
        settings.closeAnswer = 5s;
        EngineBench bench(settings);
        bench.backend->say(u"a"_s, { .works = true });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        bench.restart();
        bench.backend->stopHangs = true;
        auto closing = bench.orchestrator->closeInterrupted(id, u"tester"_s, bench.backend);
        QTRY_COMPARE(bench.backend->stops.size(), 1);
        bench.advance(6s);
        const auto answer = await(std::move(closing));
        QVERIFY(answer && answer->ok());
        QCOMPARE(toString(bench.stored(id).status), u"running"_s);
        bench.advance(5s); // it goes on all the same
        QCOMPARE(toString(bench.stored(id).status), u"cancelled"_s);
    }

    // Contract 4.9.
    void whatCannotBeFollowedFails()
    {
        EngineBench bench;
        bench.backend->say(u"b"_s, { .works = true });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s, u"c"_s }));
        restart(bench);
        damageLog(bench, id);
        QCOMPARE(errorCode(bench.resume(id)), QString::fromLatin1(code::ResumeImpossible));
        QCOMPARE(errorCode(bench.close(id)), QString());
        const Execution execution = bench.stored(id);
        QCOMPARE(toString(execution.status), u"failed"_s);
        QVERIFY(execution.error);
        QCOMPARE(execution.error->code, QString::fromLatin1(code::OrchestratorRestarted));
        QCOMPARE(execution.error->message, u"Orchestrator restarted"_s);
        QCOMPARE(toString(execution.steps[0].status), u"completed"_s);
        QCOMPARE(toString(execution.steps[1].status), u"cancelled"_s);
        QCOMPARE(toString(execution.steps[2].status), u"cancelled"_s);
        bench.settle();
        QCOMPARE(bench.backend->activeRuns().size(), 0);
        const QString run = bench.backend->runOf(u"b"_s).toString();
        QCOMPARE(usageOf(bench.storedEvents(id), run).size(), 1);
        QCOMPARE(errorCode(bench.close(id)), QString::fromLatin1(code::ExecutionNotActive));
    }

    void lateRunsOfWhatCannotBeFollowedAreStopped()
    {
        EngineBench bench;
        bench.backend->startScripts.enqueue(unknownStart());
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        restart(bench);
        damageLog(bench, id);
        bench.backend->findError = testError(ErrorCategory::NetworkError, code::NetworkFailed);
        QCOMPARE(errorCode(bench.close(id)), QString());
        bench.backend->findError.reset();
        const RunId late = bench.backend->appear(bench.backend->starts[0].thread);
        bench.advance(61s);
        QVERIFY(bench.backend->stops.contains(late.toString()));
        QCOMPARE(toString(bench.stored(id).status), u"failed"_s);
    }

    // The wish comes while the engine is still recording that it goes on with it.
    void stopWhileItIsTakenOver()
    {
        EngineBench bench;
        bench.backend->say(u"a"_s, { .works = true });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s }));
        restart(bench);
        auto resuming = bench.orchestrator->resume(id, bench.backend);
        QTRY_VERIFY(bench.orchestrator->drives(id));
        QCOMPARE(errorCode(bench.stop(id)), QString());
        const auto resumed = await(std::move(resuming));
        QVERIFY(resumed && resumed->ok());
        bench.settle();
        QCOMPARE(toString(bench.stored(id).status), u"cancelled"_s);
        QCOMPARE(bench.backend->starts.size(), 1);
        QCOMPARE(bench.backend->activeRuns().size(), 0);
    }

    void whatEndedStaysAsItEnded()
    {
        EngineBench bench;
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        QCOMPARE(errorCode(bench.close(id)), QString::fromLatin1(code::ExecutionNotActive));
        QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
        QCOMPARE(errorCode(bench.close(ExecutionId(u"33333333-0000-4000-8000-000000000000"_s))),
            QString::fromLatin1(code::NotFound));
    }

    void aDrivenExecutionIsStoppedTheUsualWay()
    {
        EngineBench bench;
        bench.backend->say(u"a"_s, { .works = true });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        QCOMPARE(errorCode(bench.close(id)), QString());
        QCOMPARE(bench.flaw(id), QString());
        QCOMPARE(toString(bench.stored(id).status), u"cancelled"_s);
    }

    void destroyedWhileClosingAnswers()
    {
        EngineBench bench;
        bench.backend->say(u"a"_s, { .works = true });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        restart(bench);
        bench.backend->stopHangs = true;
        auto closing = bench.orchestrator->closeInterrupted(id, u"tester"_s, bench.backend);
        QTRY_COMPARE(bench.backend->stops.size(), 1);
        bench.orchestrator.reset();
        const auto answer = await(std::move(closing));
        QVERIFY(answer);
        QCOMPARE(errorCode(*answer), QString::fromLatin1(code::UserCancelled));
    }

    // A task that is still in the middle must not use what the engine was lent.
    void nothingIsToldAfterTheEngineIsGone()
    {
        EngineBench bench;
        bench.backend->say(u"a"_s, { .works = true });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        bench.orchestrator.reset();
        bench.settle();
        bench.backend->stopHangs = true; // it stays in the middle
        int told = 0;
        bench.orchestrator
            = std::make_unique<Orchestrator>(bench.store.get(), &bench.clock, &bench.ids,
                EngineBench::standardSettings(), [&told](const ExecutionEvents &) { ++told; });
        auto closing = bench.orchestrator->closeInterrupted(id, u"tester"_s, bench.backend);
        QTRY_COMPARE(told, 1); // the request; the end is on its way
        bench.orchestrator.reset();
        const auto answer = await(std::move(closing));
        QVERIFY(answer);
        bench.settle();
        QCOMPARE(told, 1);
    }
};

QTEST_GUILESS_MAIN(TestInterrupted)
#include "tst_interrupted.moc"
