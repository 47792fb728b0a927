// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "core/model/execution_projection.h"
#include "core/workspace/execution_controls.h"
#include "core/workspace/slot_matching.h"
#include "tests/workspace/workspace_bench.h"

#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;
using State = ConnectionStatus::State;

namespace {

AgentConnection demo(double speed)
{
    DemoConnection connection;
    connection.simulatorProgram = QString::fromLatin1(SUNA_SIM);
    connection.speed = speed;
    return connection;
}

/// The market team of the template, with the demo's agents.
Team marketTeam(WorkspaceBench &bench)
{
    const Result<QList<TeamTemplate>> templates = bench.get(bench->templates());
    const Result<QList<AgentInfo>> agents = bench.get(bench->agents());
    if (!agents)
        qFatal("agents: %s", qUtf8Printable(agents.error().message));
    const TeamTemplate &market = templates->constFirst();
    const SlotMatch match = matchSlots(market, *agents);
    if (!match.missing.isEmpty())
        qFatal("the demo lacks: %s", qUtf8Printable(match.missing.join(u' ')));
    const Result<Team> team = bench.get(bench->instantiateTemplate(market.id, {}, match.assigned));
    if (!team)
        qFatal("team: %s", qUtf8Printable(team.error().message));
    return *team;
}

bool ended(const Listener &listener)
{
    return !listener.events.isEmpty() && isTerminalEvent(listener.events.constLast());
}

/// Runs to the end and tells what came out.
Execution finished(WorkspaceBench &bench, const Result<Execution> &started)
{
    if (!started)
        qFatal("start: %s", qUtf8Printable(started.error().message));
    const Listener listener(bench->subscribe(started->id, 0));
    if (!QTest::qWaitFor([&listener] { return ended(listener); }, 60'000))
        qFatal("it did not end");
    return *bench.get(bench->execution(started->id));
}

} // namespace

/// The whole engine against the simulator, as in the product's demo.
class TestLocalWorkspaceDemo : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void CU001_runsFromEndToEnd()
    {
        WorkspaceBench bench(demo(50));
        const Team team = marketTeam(bench);
        QCOMPARE(bench->connectionStatus().state, State::Connected);
        QVERIFY(bench->connectionStatus().service.startsWith(u"Suna V3 at http://127.0.0.1:"_s));
        const Result<Execution> started
            = bench.get(bench->execute({ team.id, u"Electric bicycles in Brazil"_s, {} }));
        QVERIFY(started.ok());
        const Listener listener(bench->subscribe(started->id, 0));
        QTRY_VERIFY_WITH_TIMEOUT(ended(listener), 60'000);

        QCOMPARE(listener.flaw(), QString());
        ExecutionProjection projection;
        for (const ExecutionEvent &event : listener.events)
            projection.apply(event);
        const Execution &execution = projection.execution();
        QCOMPARE(toString(execution.status), toString(ExecutionStatus::Completed));
        QCOMPARE(execution.completedSteps, 3);
        const QString research = execution.steps[0].output->result;
        const QString analysis = execution.steps[1].output->result;
        QVERIFY(!research.isEmpty());
        QVERIFY(execution.steps[1].prompt.contains(research));
        QVERIFY(execution.steps[2].prompt.contains(research));
        QVERIFY(execution.steps[2].prompt.contains(analysis));
        QVERIFY(execution.usage.tokensOutput.value_or(0) > 0);

        bench.reopen(); // another process start sees the same
        const auto stored = bench.get(bench->events(started->id, 0, 10'000));
        QCOMPARE(*stored, listener.events);
        QCOMPARE(toString(bench.get(bench->execution(started->id))->status),
            toString(ExecutionStatus::Completed));
    }

    void partsOfATeamRunOnKeptResults()
    {
        WorkspaceBench bench(demo(50));
        const Team team = marketTeam(bench);
        ExecuteRequest request { team.id, u"Electric bicycles"_s, {} };
        ExecutionControls *controls = bench->executionControls();
        const AgentId second = team.workflow.agents[1].agentId;
        const Execution until = finished(bench,
            bench.get(controls->executePart(request, { TeamPart::Kind::UntilHere, second })));
        QCOMPARE(toString(until.status), toString(ExecutionStatus::Completed));
        QCOMPARE(until.steps.size(), std::size_t(2));
        QVERIFY(until.finalResult);

        for (const StepRecord &step : until.steps)
            request.config.pinned.insert(step.agentId, *step.output);
        const AgentId last = team.workflow.agents[2].agentId;
        const Execution only = finished(
            bench, bench.get(controls->executePart(request, { TeamPart::Kind::OnlyThis, last })));
        QCOMPARE(toString(only.status), toString(ExecutionStatus::Completed));
        QCOMPARE(only.usage.requestCount, only.steps[2].usage.requestCount);
        QVERIFY(only.steps[2].prompt.contains(until.steps[1].output->result));
        QVERIFY(!only.steps[0].startedAt);

        const Result<Execution> nobody = bench.get(
            controls->executePart(request, { TeamPart::Kind::OnlyThis, AgentId(u"nobody"_s) }));
        QCOMPARE(nobody.error().code, QString::fromLatin1(code::NotFound));
        const Team stored = *bench.get(bench->team(team.id));
        QVERIFY(stored == team);
    }

    void stoppedInTheMiddle()
    {
        WorkspaceBench bench(demo(1));
        const Team team = marketTeam(bench);
        const Result<Execution> started
            = bench.get(bench->execute({ team.id, u"Electric bicycles"_s, {} }));
        const Listener listener(bench->subscribe(started->id, 0));
        QTRY_VERIFY_WITH_TIMEOUT(
            std::ranges::any_of(listener.events,
                [](const ExecutionEvent &event) { return event.eventType == "step_output"_L1; }),
            30'000);
        QVERIFY(bench.get(bench->stopExecution(started->id)).ok());
        QTRY_VERIFY_WITH_TIMEOUT(ended(listener), 20'000);
        QCOMPARE(listener.events.constLast().eventType, u"execution_cancelled"_s);
        QCOMPARE(listener.flaw(), QString());
    }

    void closedInTheMiddleIsInterrupted()
    {
        WorkspaceBench bench(demo(1));
        const Team team = marketTeam(bench);
        const Result<Execution> started
            = bench.get(bench->execute({ team.id, u"Electric bicycles"_s, {} }));
        QVERIFY(!bench.get(bench->execution(started->id))->interrupted);
        bench.reopen();
        const Result<Execution> left = bench.get(bench->execution(started->id));
        QVERIFY(left->interrupted);
        QVERIFY(!isTerminal(left->status));
    }
};

QTEST_GUILESS_MAIN(TestLocalWorkspaceDemo)
#include "tst_local_workspace_demo.moc"
