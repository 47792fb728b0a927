// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/guarded_backend.h"
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

constexpr char OneAttempt[]
    = R"({"type":"sequential","agents":[{"agent_id":"a","retry_config":{"max_attempts":1}}]})";
constexpr char OneShortAttempt[] = R"({"type":"sequential","agents":[{"agent_id":"a","timeout":30,
          "retry_config":{"max_attempts":1}}]})";

Error refused()
{
    return testError(ErrorCategory::NetworkError, code::ConnectionRefused);
}

EngineSettings manyExecutions()
{
    EngineSettings settings = EngineBench::standardSettings();
    settings.maxConcurrentExecutions = 20;
    return settings;
}

/// Five executions whose only call is refused.
void openTheCircuit(EngineBench &bench)
{
    bench.backend->prepareError = refused();
    for (int i = 0; i < 5; ++i)
        (void)bench.execute(EngineBench::team(OneAttempt));
}

CircuitBreaker::State circuit(const EngineBench &bench)
{
    return bench.orchestrator->services().at(0).circuit;
}

StepRecord firstStep(EngineBench &bench, const ExecutionId &id)
{
    return bench.execution(id).steps.at(0);
}

} // namespace

/// Contract §4.5: one breaker for each service address, seen from executions.
class TestBreakerInEngine : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void fiveFailuresOfDifferentExecutionsOpenIt()
    {
        EngineBench bench(manyExecutions());
        bench.backend->prepareError = refused();
        for (int i = 0; i < 4; ++i)
            (void)bench.execute(EngineBench::team(OneAttempt));
        QCOMPARE(toString(circuit(bench)), u"closed"_s);
        (void)bench.execute(EngineBench::team(OneAttempt));
        const ServiceState state = bench.orchestrator->services().at(0);
        QCOMPARE(state.address, u"memory"_s);
        QCOMPARE(toString(state.circuit), u"open"_s);
        QCOMPARE(state.failures, 5);
        QCOMPARE(*state.probeAt, bench.clock.now() + 60s);
        QCOMPARE(bench.backend->prepares, 5);
    }

    void agentFailuresAndRefusalsDoNotCount()
    {
        EngineBench bench(manyExecutions());
        bench.backend->prepareError = refused();
        for (int i = 0; i < 4; ++i)
            (void)bench.execute(EngineBench::team(OneAttempt));
        bench.backend->prepareError.reset();
        for (int i = 0; i < 6; ++i) {
            bench.backend->say(u"a"_s,
                { .error = testError(ErrorCategory::NetworkError, code::ConnectionRefused) });
            (void)bench.execute(EngineBench::team(OneAttempt));
        }
        for (const char *each : { code::SunaPaymentRequired, code::SunaInvalidRequest }) {
            for (int i = 0; i < 6; ++i) {
                bench.backend->startScripts.enqueue(
                    { StartAnswer::Kind::Rejected, testError(ErrorCategory::QuotaExceeded, each) });
                (void)bench.execute(EngineBench::team(OneAttempt));
            }
        }
        QCOMPARE(toString(circuit(bench)), u"closed"_s);
        QCOMPARE(bench.orchestrator->services().at(0).failures, 0);
    }

    void aStepWaitsVisiblyThenOneProbeAndAllGoOn()
    {
        EngineBench bench(manyExecutions());
        openTheCircuit(bench);
        bench.backend->prepareError.reset();
        QList<ExecutionId> waiting;
        for (int i = 0; i < 3; ++i)
            waiting.append(bench.execute(EngineBench::team(OneAttempt)));
        bench.advance(30s);
        QCOMPARE(bench.backend->prepares, 5); // nothing is sent
        for (const ExecutionId &id : std::as_const(waiting)) {
            const StepRecord step = firstStep(bench, id);
            QVERIFY(step.waiting.has_value());
            QCOMPARE(toString(step.waiting->reason), u"circuit_open"_s);
            QCOMPARE(*step.waiting->nextTry - *step.startedAt, 60s);
            QCOMPARE(*step.waiting->until - *step.startedAt, 120s);
            QCOMPARE(bench.stored(id).steps[0].waiting, step.waiting);
            QCOMPARE(bench.count(id, "step_waiting"_L1), 1);
        }
        bench.advance(29s);
        QCOMPARE(bench.backend->prepares, 5);
        bench.backend->holdPrepare = true;
        bench.advance(1s);
        QCOMPARE(bench.backend->prepares, 6); // one probe, everyone else goes on waiting
        QCOMPARE(toString(circuit(bench)), u"half_open"_s);
        bench.advance(5s);
        QCOMPARE(bench.backend->prepares, 6);
        QCOMPARE(bench.backend->starts.size(), 0);
        bench.backend->releasePrepare();
        bench.settle();
        QCOMPARE(toString(circuit(bench)), u"closed"_s);
        QCOMPARE(bench.backend->starts.size(), 3);
        for (const ExecutionId &id : std::as_const(waiting)) {
            QCOMPARE(toString(bench.stored(id).status), toString(ExecutionStatus::Completed));
            QVERIFY(!firstStep(bench, id).waiting);
            QCOMPARE(bench.flaw(id), QString());
        }
    }

    void aFailedProbeOpensItAgain()
    {
        EngineBench bench(manyExecutions());
        openTheCircuit(bench);
        const ExecutionId first = bench.execute(EngineBench::team(OneAttempt));
        const ExecutionId second = bench.execute(EngineBench::team(OneAttempt));
        bench.advance(61s);
        QCOMPARE(bench.backend->prepares, 6);
        QCOMPARE(toString(circuit(bench)), u"open"_s);
        // The one that asked has its own answer, the other goes on waiting.
        QCOMPARE(firstStep(bench, first).error->code, QString::fromLatin1(code::ConnectionRefused));
        QVERIFY(firstStep(bench, second).waiting.has_value());
        bench.backend->prepareError.reset();
        bench.advance(60s);
        QCOMPARE(toString(bench.stored(second).status), toString(ExecutionStatus::Completed));
    }

    void waitingHasALimit_data()
    {
        QTest::addColumn<QByteArray>("workflow");
        QTest::addColumn<int>("seconds");
        QTest::newRow("120 s") << QByteArray(OneAttempt) << 120;
        QTest::newRow("the step's own") << QByteArray(OneShortAttempt) << 30;
    }

    void waitingHasALimit()
    {
        QFETCH(QByteArray, workflow);
        QFETCH(int, seconds);
        EngineSettings settings = manyExecutions();
        settings.circuitBreaker.openFor = 500s;
        EngineBench bench(settings);
        openTheCircuit(bench);
        const ExecutionId id = bench.execute(EngineBench::team(workflow.constData()));
        bench.advance(std::chrono::seconds(seconds - 1));
        QVERIFY(firstStep(bench, id).waiting.has_value());
        bench.advance(1s);
        const StepRecord step = bench.stored(id).steps[0];
        QCOMPARE(toString(step.status), toString(StepStatus::Failed));
        QCOMPARE(step.error->code, QString::fromLatin1(code::CircuitOpen));
        QCOMPARE(toString(step.error->category), u"network_error"_s);
        QVERIFY(step.error->message.startsWith(u"Circuit breaker open"_s));
        QVERIFY(!step.waiting);
        QCOMPARE(bench.backend->prepares, 5);
        QCOMPARE(bench.flaw(id), QString());
    }

    void stoppingWhileItWaits()
    {
        EngineBench bench(manyExecutions());
        openTheCircuit(bench);
        const ExecutionId id = bench.execute(EngineBench::team(OneAttempt));
        bench.advance(10s);
        QVERIFY(bench.stop(id));
        QCOMPARE(toString(bench.stored(id).status), toString(ExecutionStatus::Cancelled));
        QCOMPARE(bench.backend->prepares, 5);
        QCOMPARE(bench.orchestrator->runsAtWork(), 0);
        QCOMPARE(bench.flaw(id), QString());
    }

    void runsAreStoppedEvenWhileItIsOpen()
    {
        EngineBench bench(manyExecutions());
        bench.backend->say(u"a"_s, { .works = true });
        const ExecutionId working = bench.execute(EngineBench::team(OneAttempt));
        openTheCircuit(bench);
        QVERIFY(bench.stop(working));
        QCOMPARE(bench.backend->activeRuns().size(), 0);
        QCOMPARE(toString(circuit(bench)), u"closed"_s); // it answered
    }

    void otherServicesGoOn()
    {
        EngineBench bench(manyExecutions());
        openTheCircuit(bench);
        bench.backend = std::make_shared<FakeBackend>(&bench.clock);
        bench.backend->where = u"elsewhere"_s;
        const ExecutionId id = bench.execute(EngineBench::team(OneAttempt));
        QCOMPARE(toString(bench.stored(id).status), toString(ExecutionStatus::Completed));
        QCOMPARE(bench.orchestrator->services().size(), size_t(2));
    }

    void aServiceThatNeverAnsweredWaitsBeforeItIsProbed()
    {
        EngineBench bench(manyExecutions());
        bench.backend->probeError = refused();
        for (int i = 0; i < 5; ++i)
            (void)bench.execute(EngineBench::team(OneAttempt));
        QCOMPARE(toString(circuit(bench)), u"open"_s);
        const ExecutionId id = bench.execute(EngineBench::team(OneAttempt));
        QVERIFY(firstStep(bench, id).waiting.has_value());
        bench.backend->probeError.reset();
        bench.advance(60s);
        QCOMPARE(toString(bench.stored(id).status), toString(ExecutionStatus::Completed));
    }

    void destroyingTheEngineWhileStepsWait()
    {
        EngineBench bench(manyExecutions());
        openTheCircuit(bench);
        (void)bench.execute(EngineBench::team(OneAttempt));
        bench.orchestrator.reset();
        bench.settle();
        bench.clock.advance(200s);
        bench.settle();
        QCOMPARE(bench.backend->prepares, 5);
    }

    void withoutItsGateABackendPassesCallsOn()
    {
        EngineBench bench;
        std::shared_ptr<ServiceGate> gate
            = std::make_shared<ServiceGate>(u"memory"_s, CircuitBreakerSettings {}, &bench.clock);
        GuardedBackend backend(bench.backend, gate);
        gate.reset();
        const auto thread = await(backend.prepareThread(u"title"_s, {}));
        QVERIFY(thread && *thread);
        const auto agents = await(backend.listAgents({}));
        QVERIFY(agents && *agents);
        QCOMPARE(backend.address(), u"memory"_s);
    }
};

QTEST_GUILESS_MAIN(TestBreakerInEngine)
#include "tst_breaker_in_engine.moc"
