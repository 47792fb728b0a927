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

constexpr auto Abc = R"({"type": "sequential", "agents": [{"agent_id": "a"},
    {"agent_id": "b", "input": {"source": "agent_result", "agent_id": "a"}},
    {"agent_id": "c", "input": {"source": "agent_result", "agent_id": "b"}}]})";

StepId step(const char *id)
{
    return StepId(QString::fromLatin1(id));
}

Breakpoint before(const char *agent)
{
    return { AgentId(QString::fromLatin1(agent)), Breakpoint::Place::Before, true, {} };
}

ExecutionConfig holding(const Breakpoints &breakpoints)
{
    ExecutionConfig config;
    config.breakpoints = breakpoints;
    return config;
}

} // namespace

/// What people do to single steps of a running execution, and where they let it hold (issue 6).
class TestInterventions : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void resultForAStepAtWork();
    void resultForAStepThatWaits();
    void skippedWithoutAResult();
    void resultWhenTheServiceDoesNotObey();
    void resultSurvivesACrash_data();
    void resultSurvivesACrash();
    void failedStepRunsAgain();
    void failedStepOfAPausedExecution();
    void holdSurvivesACrash();
    void breakpointsAreSetAndRefused();
    void stepOver();
    void messageReachesTheAgent();
    void messageToNobody();
    void executionsThatAreOver();
    void everyPartOfTheLogCanBeResumed();

private:
    static Result<void> give(
        EngineBench &bench, const ExecutionId &id, const char *stepId, std::optional<QString> value)
    {
        std::optional<StepOutput> output;
        if (value)
            output = readStepOutput(*value);
        return *await(bench.orchestrator->giveResult(id, step(stepId), output, u"Ana"_s));
    }
};

void TestInterventions::resultForAStepAtWork()
{
    EngineBench bench;
    bench.backend->say(u"a"_s, { .works = true });
    const ExecutionId id = bench.execute(EngineBench::team(Abc));
    const RunId run = bench.backend->runOf(u"a"_s);
    QVERIFY(give(bench, id, "a", u"mine"_s));
    bench.settle();
    QCOMPARE(bench.backend->stops, QStringList { run.toString() });
    const Execution after = bench.stored(id);
    QCOMPARE(toString(after.status), u"completed"_s);
    QCOMPARE(after.steps[0].output->result, u"mine"_s);
    QVERIFY(bench.backend->starts.at(1).prompt.contains(u"mine"_s));
    const ExecutionEvent given = bench.event(id, "step_result_given"_L1);
    QCOMPARE(stringAt(given.data, "requested_by"), u"Ana"_s);
    QVERIFY(durabilityOf(given) == Durability::Full);
    QCOMPARE(bench.count(id, "step_cancelled"_L1), 0);
    QCOMPARE(bench.count(id, "step_usage"_L1), 3); // what the stopped run used is booked
    QCOMPARE(bench.flaw(id), QString());
    QVERIFY(bench.execution(id) == after);
}

void TestInterventions::resultForAStepThatWaits()
{
    EngineBench bench;
    bench.backend->say(u"a"_s, { .works = true });
    const ExecutionId id = bench.execute(EngineBench::team(Abc));
    QVERIFY(give(bench, id, "b", u"mine"_s));
    bench.settle();
    QVERIFY(bench.stored(id).steps[1].status == StepStatus::Completed);
    QCOMPARE(give(bench, id, "b", u"again"_s).error().code, QLatin1StringView(code::StepNotHeld));
    bench.backend->finish(bench.backend->runOf(u"a"_s), u"done"_s);
    bench.settle();
    QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
    QCOMPARE(bench.backend->starts.size(), 2);
    QVERIFY(bench.execution(id) == bench.stored(id));
}

void TestInterventions::skippedWithoutAResult()
{
    EngineBench bench;
    bench.backend->say(u"a"_s, { .works = true });
    const ExecutionId id = bench.execute(EngineBench::team(Abc));
    QVERIFY(give(bench, id, "a", {}));
    bench.settle();
    const Execution after = bench.stored(id);
    QVERIFY(after.steps[0].status == StepStatus::Skipped);
    QVERIFY(!after.steps[0].skipReason);
    QCOMPARE(stringAt(bench.event(id, "step_skipped"_L1).data, "reason"), u"by_person"_s);
    QVERIFY(after.steps[1].skipReason == SkipReason::InputUnavailable);
    QVERIFY(bench.execution(id) == after);
}

// The person does not wait longer than for a stop.
void TestInterventions::resultWhenTheServiceDoesNotObey()
{
    EngineBench bench;
    bench.backend->say(u"a"_s, { .works = true });
    const ExecutionId id = bench.execute(EngineBench::team(Abc));
    bench.backend->stopHangs = true;
    QVERIFY(give(bench, id, "a", u"mine"_s));
    bench.settle();
    QVERIFY(bench.stored(id).steps[0].status == StepStatus::Running);
    bench.advance(11s);
    QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
    QCOMPARE(bench.stored(id).steps[0].output->result, u"mine"_s);
}

void TestInterventions::resultSurvivesACrash_data()
{
    QTest::addColumn<bool>("bound");
    QTest::newRow("its run is at work") << true;
    QTest::newRow("it was not begun") << false;
}

void TestInterventions::resultSurvivesACrash()
{
    QFETCH(bool, bound);
    EngineBench bench;
    bench.backend->say(u"a"_s, { .works = true });
    bench.backend->holdPrepare = !bound;
    const ExecutionId id = bench.execute(EngineBench::team(Abc));
    bench.backend->stopHangs = true; // it dies while it waits for the stop
    QVERIFY(give(bench, id, "a", u"mine"_s));
    bench.backend->stopHangs = false;
    bench.backend->holdPrepare = false;
    bench.restart();
    QVERIFY(bench.resume(id));
    bench.advance(30s);
    const Execution after = bench.stored(id);
    QCOMPARE(toString(after.status), u"completed"_s);
    QCOMPARE(after.steps[0].output->result, u"mine"_s);
    QVERIFY(bench.backend->activeRuns().isEmpty());
    int starts = 0;
    for (const RunRequest &request : bench.backend->starts)
        starts += request.agent == AgentId(u"a"_s);
    QCOMPARE(starts, bound ? 1 : 0);
}

void TestInterventions::failedStepRunsAgain()
{
    EngineBench bench;
    bench.backend->say(
        u"a"_s, { .error = testError(ErrorCategory::InvalidInput, code::SunaRunFailed) });
    bench.backend->say(u"c"_s, { .works = true });
    const ExecutionId id = bench.execute(EngineBench::team(R"({"type": "parallel", "agents": [
        {"agent_id": "a"}, {"agent_id": "b", "input": {"source": "agent_result",
        "agent_id": "a"}}, {"agent_id": "c"}], "config": {"on_step_failure": "continue"}})"));
    QVERIFY(bench.stored(id).steps[0].status == StepStatus::Failed);
    QCOMPARE(await(bench.orchestrator->repeatStep(id, step("c"), u"Ana"_s))->error().code,
        QLatin1StringView(code::StepNotHeld));
    QVERIFY(*await(bench.orchestrator->repeatStep(id, step("a"), u"Ana"_s)));
    bench.settle();
    // At once, beside c; what builds on it waits for the round.
    QVERIFY(bench.stored(id).steps[0].status == StepStatus::Completed);
    QVERIFY(bench.stored(id).steps[1].status == StepStatus::Pending);
    QVERIFY(bench.stored(id).steps[2].status == StepStatus::Running);
    QVERIFY(bench.execution(id) == bench.stored(id));
    bench.backend->finish(bench.backend->runOf(u"c"_s), u"done"_s);
    bench.settle();
    const Execution after = bench.stored(id);
    QCOMPARE(toString(after.status), u"completed"_s);
    QVERIFY(!after.hasErrors);
    QVERIFY(after.steps[1].status == StepStatus::Completed);
    QCOMPARE(stringAt(bench.event(id, "step_started"_L1, 2).data, "step_id"), u"a#2"_s);
    QVERIFY(bench.execution(id) == after);
}

void TestInterventions::failedStepOfAPausedExecution()
{
    EngineBench bench;
    bench.backend->say(u"a"_s, { .works = true });
    const ExecutionId id = bench.execute(EngineBench::team(Abc));
    QVERIFY(*await(bench.orchestrator->pause(id, u"Ana"_s)));
    bench.backend->interrupt(bench.backend->runOf(u"a"_s));
    bench.settle();
    QVERIFY(bench.stored(id).steps[0].status == StepStatus::Failed);
    bench.restart();
    QVERIFY(bench.resume(id));
    bench.settle();
    QCOMPARE(toString(bench.stored(id).status), u"running"_s);
    QVERIFY(give(bench, id, "a", u"mine"_s));
    QVERIFY(*await(bench.orchestrator->goOn(id, u"Ana"_s)));
    bench.settle();
    QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
    QCOMPARE(bench.stored(id).steps[0].output->result, u"mine"_s);
}

void TestInterventions::holdSurvivesACrash()
{
    EngineBench bench;
    const ExecutionId id
        = bench.execute(EngineBench::team(Abc), u"Do it"_s, holding({ before("b") }));
    const Execution held = bench.stored(id);
    QVERIFY(held.paused);
    QCOMPARE(held.hold->step, step("b"));
    QVERIFY(held.hold->place == Breakpoint::Place::Before);
    QVERIFY(held.breakpoints == Breakpoints { before("b") });
    QVERIFY(bench.execution(id) == held);
    bench.restart();
    QVERIFY(bench.resume(id));
    bench.advance(2h, 10min); // a person's time is not the team's
    QCOMPARE(bench.backend->starts.size(), 1);
    QCOMPARE(bench.count(id, "execution_held"_L1), 1);
    QVERIFY(*await(bench.orchestrator->goOn(id, u"Ana"_s)));
    bench.settle();
    QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
    QVERIFY(!bench.stored(id).hold);
}

void TestInterventions::breakpointsAreSetAndRefused()
{
    EngineBench bench;
    QCOMPARE(bench.tryExecute(EngineBench::team(Abc), u"Do it"_s, holding({ before("ghost") }))
                 .error()
                 .code,
        QLatin1StringView(code::BreakpointInvalid));
    bench.backend->say(u"a"_s, { .works = true });
    const ExecutionId id = bench.execute(EngineBench::team(Abc));
    const auto set = [&](const Breakpoints &breakpoints) {
        return *await(bench.orchestrator->setBreakpoints(id, breakpoints, u"Ana"_s));
    };
    QCOMPARE(set({ before("ghost") }).error().code, QLatin1StringView(code::BreakpointInvalid));
    QVERIFY(set({ before("c") }));
    bench.restart(); // they are not only in the engine's memory
    QVERIFY(bench.resume(id));
    bench.settle();
    QVERIFY(bench.stored(id).breakpoints == Breakpoints { before("c") });
    bench.backend->finish(bench.backend->runOf(u"a"_s), u"done"_s);
    bench.advance(5s);
    QCOMPARE(bench.stored(id).hold->step, step("c"));
}

void TestInterventions::stepOver()
{
    EngineBench bench;
    const ExecutionId id
        = bench.execute(EngineBench::team(Abc), u"Do it"_s, holding({ before("a") }));
    for (const char *next : { "a", "b", "c" }) {
        QCOMPARE(bench.stored(id).hold->step, step(next));
        QVERIFY(*await(bench.orchestrator->goOnToNext(id, u"Ana"_s)));
        bench.settle();
    }
    QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
    QCOMPARE(bench.flaw(id), QString());
}

void TestInterventions::messageReachesTheAgent()
{
    EngineBench bench;
    bench.backend->say(u"a"_s, { .works = true });
    const ExecutionId id = bench.execute(EngineBench::team(Abc));
    QVERIFY(
        *await(bench.orchestrator->tellAgent(id, AgentId(u"b"_s), u"Mind the tides"_s, u"Ana"_s)));
    const ExecutionEvents log = bench.storedEvents(id);
    const auto told = std::ranges::find(log, u"team_message"_s, &ExecutionEvent::type);
    QVERIFY(told != log.end());
    QCOMPARE(stringAt(told->data, "sender_type"), u"person"_s);
    QVERIFY(durabilityOf(*told) == Durability::Full);
    bench.restart();
    QVERIFY(bench.resume(id));
    bench.settle();
    bench.backend->finish(bench.backend->runOf(u"a"_s), u"done"_s);
    bench.advance(5s);
    QVERIFY(bench.backend->starts.at(1).prompt.contains(u"Mind the tides"_s));
    QVERIFY(bench.backend->starts.at(1).prompt.contains(u"\"from\":\"a person\""_s));
    QVERIFY(!bench.backend->starts.at(2).prompt.contains(u"Mind the tides"_s));
}

void TestInterventions::messageToNobody()
{
    EngineBench bench;
    bench.backend->say(u"a"_s, { .works = true });
    const ExecutionId id = bench.execute(EngineBench::team(Abc));
    const auto tell = [&](const QString &agent, const QString &text) {
        return await(bench.orchestrator->tellAgent(id, AgentId(agent), text, u"Ana"_s))
            ->error()
            .code;
    };
    QCOMPARE(tell(u"ghost"_s, u"Hello"_s), QLatin1StringView(code::RecipientUnknown));
    QCOMPARE(tell(u"b"_s, QString(70'000, u'x')), QLatin1StringView(code::MessageTooLarge));
}

void TestInterventions::executionsThatAreOver()
{
    EngineBench bench;
    const ExecutionId id = bench.execute(EngineBench::team(Abc));
    QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
    Orchestrator &engine = *bench.orchestrator;
    const auto notActive = QLatin1StringView(code::ExecutionNotActive);
    QCOMPARE(give(bench, id, "a", u"x"_s).error().code, notActive);
    QCOMPARE(await(engine.repeatStep(id, step("a"), u"Ana"_s))->error().code, notActive);
    QCOMPARE(await(engine.setBreakpoints(id, {}, u"Ana"_s))->error().code, notActive);
    QCOMPARE(await(engine.goOnToNext(id, u"Ana"_s))->error().code, notActive);
    QCOMPARE(await(engine.setCap(id, {}, u"Ana"_s))->error().code, notActive);
    QCOMPARE(
        await(engine.tellAgent(id, AgentId(u"a"_s), u"x"_s, u"Ana"_s))->error().code, notActive);
}

// One history with all of it, cut after every event.
void TestInterventions::everyPartOfTheLogCanBeResumed()
{
    EngineBench bench;
    bench.backend->say(u"a"_s, { .works = true });
    bench.backend->say(
        u"b"_s, { .error = testError(ErrorCategory::InvalidInput, code::SunaRunFailed) });
    const ExecutionId id = bench.execute(EngineBench::team(R"({"type": "sequential", "agents": [
        {"agent_id": "a"}, {"agent_id": "b"}, {"agent_id": "c"}, {"agent_id": "d"}],
        "config": {"on_step_failure": "continue"}})"),
        u"Do it"_s, holding({ before("c") }));
    QVERIFY(give(bench, id, "a", u"mine"_s));
    bench.settle();
    QVERIFY(bench.stored(id).hold);
    QVERIFY(*await(bench.orchestrator->repeatStep(id, step("b"), u"Ana"_s)));
    QVERIFY(give(bench, id, "d", {}));
    QVERIFY(*await(bench.orchestrator->goOnToNext(id, u"Ana"_s)));
    bench.settle();
    while (bench.stored(id).hold) {
        QVERIFY(*await(bench.orchestrator->goOn(id, u"Ana"_s)));
        bench.settle();
    }
    QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
    const ExecutionEvents log = bench.storedEvents(id);
    ExecutionProjection projection;
    for (qsizetype count = 1; count < log.size(); ++count) {
        projection.apply(log[count - 1]);
        if (count < 2)
            continue;
        const Result<Replay> replayed = replay(log.first(count));
        QVERIFY2(replayed, qPrintable(u"after %1"_s.arg(log[count - 1].eventType)));
        QCOMPARE(replayed->state.paused, projection.execution().paused || replayed->state.hold);
    }
}

QTEST_GUILESS_MAIN(TestInterventions)
#include "tst_interventions.moc"
