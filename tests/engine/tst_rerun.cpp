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

RunScript broken()
{
    return { .error = testError(ErrorCategory::InvalidInput, code::SunaRunFailed) };
}

} // namespace

/// New executions that keep what an ended one finished (feature EX-11, contract §1.5.12).
class TestRerun : public QObject {
    Q_OBJECT

private:
    static Result<ExecutionId> rerun(EngineBench &bench, const ExecutionId &id,
        std::optional<StepId> from = {}, std::optional<QString> input = {})
    {
        const auto started = await(bench.orchestrator->rerun(id, from, input, bench.backend));
        bench.settle();
        return *started;
    }

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void EX11_retryKeepsWhatCompleted()
    {
        EngineBench bench;
        bench.backend->say(u"b"_s, broken());
        const ExecutionId first = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s, u"c"_s }));
        QCOMPARE(toString(bench.stored(first).status), u"failed"_s);
        const Result<ExecutionId> second = rerun(bench, first);
        QVERIFY(second);
        const Execution execution = bench.stored(*second);
        QCOMPARE(toString(execution.status), u"completed"_s);
        QCOMPARE(bench.backend->starts.size(), 4); // a, b, b again, c
        QCOMPARE(execution.steps[0].output->result, u"A"_s);
        QVERIFY(execution.steps[1].prompt.contains(u"A"_s));
        QCOMPARE(bench.count(*second, "step_reused"_L1), 1);
        // What was kept took no time here: estimates learn from where it was done.
        QVERIFY(!bench.stored(*second).steps.front().startedAt);
        QCOMPARE(bench.flaw(*second), QString());
        QVERIFY(bench.execution(*second) == execution);
        QCOMPARE(stringAt(bench.event(*second, "execution_created"_L1).data, "retry_of"),
            first.toString());
        // The old one is as it was.
        QCOMPARE(toString(bench.stored(first).status), u"failed"_s);
    }

    void retryOfACancelledOne()
    {
        EngineBench bench;
        bench.backend->say(u"b"_s, { .works = true });
        const ExecutionId first = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s }));
        QVERIFY(bench.stop(first));
        bench.advance(1s);
        const Result<ExecutionId> second = rerun(bench, first);
        QVERIFY(second);
        QCOMPARE(toString(bench.stored(*second).status), u"completed"_s);
        QCOMPARE(bench.backend->starts.size(), 3);
    }

    void forkGivesOneStepAnotherInput()
    {
        EngineBench bench;
        const ExecutionId first = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s, u"c"_s }));
        const Result<ExecutionId> second
            = rerun(bench, first, StepId(u"b"_s), u"Quite another matter"_s);
        QVERIFY(second);
        const Execution execution = bench.stored(*second);
        QCOMPARE(toString(execution.status), u"completed"_s);
        QCOMPARE(bench.backend->starts.size(), 5);
        QVERIFY(execution.steps[1].prompt.contains(u"Quite another matter"_s));
        QCOMPARE(stringAt(bench.event(*second, "execution_created"_L1).data, "forked_from"),
            first.toString());
    }

    void forkKeepsWhatDoesNotBuildOnTheStep()
    {
        EngineBench bench;
        const ExecutionId first
            = bench.execute(EngineBench::team(R"({"type": "parallel", "agents": [
            {"agent_id": "a"}, {"agent_id": "b"}, {"agent_id": "c", "dependencies": ["a"]}]})"));
        const Result<ExecutionId> second = rerun(bench, first, StepId(u"a"_s));
        QVERIFY(second);
        QCOMPARE(bench.count(*second, "step_reused"_L1), 1); // b
        QCOMPARE(bench.backend->starts.size(), 5);
    }

    void interruptedRetryGoesOn()
    {
        EngineBench bench;
        bench.backend->say(u"b"_s, broken());
        bench.backend->say(u"b"_s, { .works = true });
        const ExecutionId first = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s, u"c"_s }));
        const Result<ExecutionId> second = rerun(bench, first);
        QVERIFY(second);
        bench.restart();
        QVERIFY(bench.resume(*second));
        bench.backend->finish(bench.backend->runOf(u"b"_s, 1), u"done"_s);
        bench.settle();
        QCOMPARE(toString(bench.stored(*second).status), u"completed"_s);
        QCOMPARE(bench.backend->starts.size(), 4);
    }

    void refusals()
    {
        EngineBench bench;
        bench.backend->say(u"b"_s, { .works = true });
        const ExecutionId completed = bench.execute(EngineBench::chain({ u"a"_s }));
        const ExecutionId running = bench.execute(EngineBench::chain({ u"b"_s }));
        const auto refusal = [&](const ExecutionId &id, std::optional<StepId> from = {}) {
            const Result<ExecutionId> started = rerun(bench, id, std::move(from));
            return started ? QString() : started.error().code;
        };
        QCOMPARE(refusal(completed), QLatin1StringView(code::ExecutionNotRetryable));
        QCOMPARE(refusal(running), QLatin1StringView(code::ExecutionNotOver));
        QCOMPARE(refusal(completed, StepId(u"ghost"_s)), QLatin1StringView(code::NotFound));
        QCOMPARE(refusal(ExecutionId(u"none"_s)), QLatin1StringView(code::NotFound));
    }
};

QTEST_GUILESS_MAIN(TestRerun)
#include "tst_rerun.moc"
