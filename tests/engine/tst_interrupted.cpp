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
        // What the run used is not known, but that it was used is.
        const ExecutionEvents booked = usageOf(bench.storedEvents(id), u"run-001"_s);
        QCOMPARE(booked.size(), 1);
        QVERIFY(!usageFromJson(booked[0].data["usage_metrics"]).tokensInput);
    }

    // The engine was gone between the usage of a run and the end of its step.
    void whatWasBookedIsNotBookedAgain()
    {
        EngineBench bench;
        bench.backend->say(u"a"_s, { .works = true });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        const qint64 last = bench.stored(id).lastSeq;
        restart(bench);
        ExecutionEvent used = bench.event(id, "step_run_bound"_L1);
        used.seq = last + 1;
        used.eventType = u"step_usage"_s;
        used.data["usage_metrics"] = { { "tokens_input", 5 }, { "request_count", 1 } };
        const auto written = await(bench.store->append({ used }));
        QVERIFY(written && written->ok());
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
