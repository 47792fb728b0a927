// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "core/workflow/log_replay.h"
#include "tests/engine/engine_bench.h"
#include "tests/support/await.h"

#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Error crash()
{
    return testError(ErrorCategory::AgentCrash, code::SunaRunFailed);
}

} // namespace

/// The state that an engine had, from any beginning of its log (contract §4.9).
class TestLogReplay : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void everyBeginningCanBeReplayed_data();
    void everyBeginningCanBeReplayed();
    void damagedLogs_data();
    void damagedLogs();
    void startsThatWereCalledOff();
    void retriesThatWereHeld();
    void retriesWithoutTheirInput();

private:
    static ExecutionEvents logOf(EngineBench &bench, const char *workflow);
};

ExecutionEvents TestLogReplay::logOf(EngineBench &bench, const char *workflow)
{
    const ExecutionId id = bench.execute(EngineBench::team(workflow));
    for (int i = 0; i < 20 && !isTerminal(bench.execution(id).status); ++i) {
        for (const RunId &run : bench.backend->activeRuns())
            bench.backend->finish(run, u"{\"n\": 1, \"output_context\": {\"x\": 1}}"_s);
        for (const char *agent : { "a", "b", "c" })
            (void)await(bench.orchestrator->decideApproval(
                id, AgentId(QString::fromLatin1(agent)), i % 2 == 0, u"Ana"_s, QString()));
        bench.advance(10s, 5s);
    }
    return bench.storedEvents(id);
}

void TestLogReplay::everyBeginningCanBeReplayed_data()
{
    QTest::addColumn<QByteArray>("workflow");
    QTest::addColumn<int>("failures"); // of the first agent
    const auto row = [](const char *name, const char *workflow, int failures = 0) {
        QTest::newRow(name) << QByteArray(workflow) << failures;
    };
    row("sequential", R"({"type": "sequential", "agents": [{"agent_id": "a"}, {"agent_id": "b"},
        {"agent_id": "c"}]})");
    row("retries", R"({"type": "sequential", "agents": [{"agent_id": "a"}, {"agent_id": "b"}]})",
        1);
    row("failure", R"({"type": "sequential", "agents": [{"agent_id": "a"}, {"agent_id": "b"}]})",
        5);
    row("failure tolerated", R"({"type": "sequential", "agents": [{"agent_id": "a"},
        {"agent_id": "b"}], "config": {"on_step_failure": "continue"}})",
        5);
    row("parallel", R"({"type": "parallel", "agents": [{"agent_id": "a"}, {"agent_id": "b"},
        {"agent_id": "c"}], "config": {"max_parallel": 2}})");
    row("fail fast", R"({"type": "parallel", "agents": [{"agent_id": "a", "retry_config":
        {"max_attempts": 1}}, {"agent_id": "b"}, {"agent_id": "c"}],
        "config": {"fail_fast": true}})",
        5);
    row("pipeline with feedback", R"({"type": "pipeline", "agents": [{"agent_id": "a"},
        {"agent_id": "b"}, {"agent_id": "c", "feedback": {"to": "b", "conditions": [],
        "max_iterations": 2}}]})");
    row("conditional", R"({"type": "conditional", "agents": [{"agent_id": "a"},
        {"agent_id": "b", "conditions": [{"field": "agent_a_result.data.n", "operator": "eq",
        "value": 1}]}, {"agent_id": "c", "conditions": [{"field": "agent_a_result.data.n",
        "operator": "eq", "value": 2}]}]})");
    row("approvals", R"({"type": "sequential", "agents": [{"agent_id": "a"}, {"agent_id": "b"},
        {"agent_id": "c"}], "config": {"on_step_failure": "continue",
        "approval": {"before": ["b", "c"]}}})");
}

// Whatever part of the log was stored: the steps stand as its projection says, and what had not
// been done is known.
void TestLogReplay::everyBeginningCanBeReplayed()
{
    QFETCH(QByteArray, workflow);
    QFETCH(int, failures);
    EngineBench bench;
    for (int i = 0; i < failures; ++i)
        bench.backend->say(u"a"_s, { .error = crash() });
    for (const char *agent : { "b", "c" })
        bench.backend->say(QString::fromLatin1(agent), { .works = true });
    const ExecutionEvents log = logOf(bench, workflow.constData());
    QVERIFY(isTerminalEvent(log.constLast()));
    ExecutionProjection projection;
    for (qsizetype count = 1; count < log.size(); ++count) {
        projection.apply(log[count - 1]);
        const Result<Replay> replayed = replay(log.first(count));
        if (count < 2) {
            QCOMPARE(replayed.error().code, QLatin1StringView(code::ResumeImpossible));
            continue;
        }
        QVERIFY2(replayed, replayed ? "" : qPrintable(replayed.error().message));
        const Execution &execution = projection.execution();
        for (const StepRecord &record : execution.steps) {
            const ScheduledStep *step = replayed->state.step(record.id);
            const bool ahead = std::ranges::any_of(replayed->missing, [&](const auto &command) {
                return std::visit(
                    [&](const auto &concrete) {
                        if constexpr (requires { concrete.step; })
                            return concrete.step == record.id;
                        return false;
                    },
                    command);
            });
            // Feedback opens a step again before anything about that is in the log.
            const bool again = step->iteration > 1 && step->status == StepStatus::Pending;
            if (!ahead && !again)
                QCOMPARE(toString(step->status), toString(record.status));
        }
        QCOMPARE(replayed->booked.usage, execution.usage);
        QCOMPARE(replayed->lastSeq, count);
    }
    QCOMPARE(replay(log).error().code, QLatin1StringView(code::ExecutionNotActive));
}

void TestLogReplay::damagedLogs_data()
{
    QTest::addColumn<QString>("without");
    QTest::newRow("no plan") << u"plan_created"_s;
    QTest::newRow("no beginning") << u"execution_started"_s;
    QTest::newRow("an attempt from nowhere") << u"step_started"_s;
    QTest::newRow("a retry from nowhere") << u"step_retrying"_s;
}

void TestLogReplay::damagedLogs()
{
    QFETCH(QString, without);
    EngineBench bench;
    bench.backend->say(u"a"_s, { .error = crash() });
    ExecutionEvents log = logOf(
        bench, R"({"type": "sequential", "agents": [{"agent_id": "a"}, {"agent_id": "b"}]})");
    log.removeLast();
    QVERIFY(replay(log));
    const auto missing = std::ranges::find(log, without, &ExecutionEvent::eventType);
    QVERIFY(missing != log.end());
    log.erase(missing);
    const Result<Replay> replayed = replay(log);
    QVERIFY(!replayed);
    QCOMPARE(replayed.error().code, QLatin1StringView(code::ResumeImpossible));
    QVERIFY(!replay({}));
}

// An engine died before it could begin the step; the next one was only to stop.
void TestLogReplay::startsThatWereCalledOff()
{
    EngineBench bench;
    ExecutionEvents log = logOf(
        bench, R"({"type": "sequential", "agents": [{"agent_id": "a"}, {"agent_id": "b"}]})");
    const auto begins = std::ranges::find_if(log, [](const ExecutionEvent &event) {
        return event.eventType == "step_started"_L1 && event.agentId == AgentId(u"b"_s);
    });
    log.erase(begins, log.end());
    QCOMPARE(replay(log)->missing.size(), size_t(1));
    const auto append = [&log](const char *type, const char *eventType, const Json &data) {
        ExecutionEvent event = log.constLast();
        ++event.seq;
        event.type = QString::fromLatin1(type);
        event.eventType = QString::fromLatin1(eventType);
        event.data = data;
        log.append(event);
    };
    append("execution_update", "execution_stop_requested", { { "requested_by", "Ana" } });
    append("step_update", "step_cancelled", { { "step_id", "b" } });
    const Result<Replay> replayed = replay(log);
    QVERIFY(replayed);
    QCOMPARE(
        toString(replayed->state.step(StepId(u"b"_s))->status), toString(StepStatus::Cancelled));
    QCOMPARE(replayed->missing.size(), size_t(1));
    QVERIFY(std::holds_alternative<FinishExecution>(replayed->missing.front()));
}

// a was due again while it held before b; going on by one step began a and b, and held before c.
void TestLogReplay::retriesThatWereHeld()
{
    EngineBench bench;
    bench.backend->say(u"a"_s, { .error = crash() });
    ExecutionConfig config;
    config.breakpoints = { { AgentId(u"b"_s), Breakpoint::Place::Before, true, {} } };
    const ExecutionId id
        = bench.execute(EngineBench::team(R"({"type": "parallel", "agents": [{"agent_id": "a"},
            {"agent_id": "b"}, {"agent_id": "c"}]})"),
            u"Do it"_s, config);
    bench.advance(20s, 5s);
    QCOMPARE(bench.execution(id).steps[0].attempts, 1);
    QVERIFY(*await(bench.orchestrator->goOnToNext(id, u"Ana"_s)));
    bench.advance(1s);
    const ExecutionEvents log = bench.storedEvents(id);
    const auto held = std::ranges::count(log, u"execution_held"_s, &ExecutionEvent::eventType);
    QCOMPARE(held, 2);
    for (qsizetype count = 2; count <= log.size(); ++count) {
        const Result<Replay> replayed = replay(log.first(count));
        QVERIFY2(replayed, replayed ? "" : qPrintable(replayed.error().message));
    }
    const Result<Replay> replayed = replay(log);
    QCOMPARE(replayed->state.step(StepId(u"a"_s))->attempts, 2);
    QVERIFY(replayed->retries.empty());
    QVERIFY(replayed->missing.empty());
}

// The value that a takes was deleted while it waited for its second attempt.
void TestLogReplay::retriesWithoutTheirInput()
{
    EngineBench bench;
    bench.backend->say(u"a"_s, { .error = crash() });
    bench.backend->say(u"b"_s, { .works = true });
    ExecutionConfig config;
    config.initialMemory = Json { { "v", "x" } };
    const ExecutionId id = bench.execute(
        EngineBench::team(R"({"type": "parallel", "agents": [{"agent_id": "a", "input":
            {"source": "context_variable", "variable_name": "v"}}, {"agent_id": "b"}]})"),
        u"Do it"_s, config);
    bench.advance(1s);
    ContextWrite gone;
    gone.key = u"v"_s;
    QVERIFY(*await(bench.orchestrator->writeContext(id, { gone }, u"Ana"_s)));
    bench.advance(20s, 5s);
    const ExecutionEvents log = bench.storedEvents(id);
    QCOMPARE(toString(bench.execution(id).steps[0].status), toString(StepStatus::Failed));
    const Result<Replay> replayed = replay(log);
    QVERIFY2(replayed, replayed ? "" : qPrintable(replayed.error().message));
    QCOMPARE(toString(replayed->state.step(StepId(u"a"_s))->status), toString(StepStatus::Failed));
    QVERIFY(replayed->retries.empty());
}

QTEST_GUILESS_MAIN(TestLogReplay)
#include "tst_log_replay.moc"
