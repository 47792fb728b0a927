// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "core/model/execution_projection.h"
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
