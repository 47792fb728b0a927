// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/event_factory.h"
#include "core/store/store.h"
#include "core/workspace/owner_lock.h"
#include "tests/agents/fake_suna.h"
#include "tests/workspace/workspace_bench.h"

#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

namespace {

const ExecutionId Known(u"44444444-0000-4000-8000-000000000000"_s);
const QString Owner = u"55555555-0000-4000-8000-000000000000"_s;
const auto ListRuns = u"GET /thread/t1/agent-runs"_s;
const auto StopRun = u"POST /agent-run/r1/stop"_s;

/// An execution that was cancelled while the service was being asked to stop its run.
void writeEnded(const QString &dataDir)
{
    SystemClock clock;
    const auto store = Store::open({ QString(dataDir + u"/renum.db"_s) }, &clock);
    ExecutionEvents events = openExecution(Known, WorkspaceBench::draft(), Owner, 0);
    const EventFactory factory(Known, events.constFirst().teamId);
    PlanStep step;
    step.agentId = AgentId(u"a"_s);
    step.id = StepId(u"a"_s);
    const ThreadRef thread { ThreadId(u"t1"_s), ProjectId(u"p1"_s) };
    events += { factory.runIntent(step, { 1, 1 }, u"hash"_s, u"Suna V3"_s, QString()),
        factory.runSent(step, 1, thread, clock.now()),
        factory.runBound(step, 1, { RunId(u"r1"_s), thread }, false),
        factory.cancelled(u"user"_s) };
    qint64 seq = 0;
    for (ExecutionEvent &event : events) {
        event.seq = ++seq;
        event.timestamp = clock.now();
    }
    for (const ExecutionEvent &event : std::as_const(events)) { // as an engine does
        const ExecutionEvents one(1, event);
        const auto stored = await((*store)->append(one));
        QVERIFY(stored && stored->ok());
    }
}

QByteArray runs(const char *status)
{
    return QByteArray(R"({"agent_runs":[{"id":"r1","thread_id":"t1","status":")")
        .append(status)
        .append("\"}]}");
}

} // namespace

/// What a workspace does first when it opens: it looks for runs that an earlier process left.
class TestLocalWorkspaceAftercare : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void runsOfADeadProcessAreStopped()
    {
        FakeSuna suna;
        suna.on(ListRuns, runs("running"));
        suna.on(StopRun, "{\"status\":\"stopped\"}");
        WorkspaceBench bench;
        writeEnded(bench.options.dataDir);
        (*bench).setConnection(SunaConnection { suna.url(), {}, {} });
        QTRY_COMPARE_WITH_TIMEOUT(suna.count(StopRun), 1, 20'000);
        QCOMPARE(bench.get(bench->execution(Known))->lastSeq, 7); // its log is closed
    }

    void runsOfALivingProcessAreLeftAlone()
    {
        FakeSuna suna;
        suna.on(ListRuns, runs("running"));
        suna.on(u"GET /agents"_s, R"({"agents":[],"pagination":{"pages":1}})");
        WorkspaceBench bench;
        writeEnded(bench.options.dataDir);
        const auto lock = OwnerLock::acquire(bench.options.dataDir, Owner);
        QVERIFY(lock);
        QVERIFY(OwnerLock::isHeld(bench.options.dataDir, Owner));
        (*bench).setConnection(SunaConnection { suna.url(), {}, {} });
        QTRY_COMPARE_WITH_TIMEOUT(
            bench->connectionStatus().state, ConnectionStatus::State::Connected, 20'000);
        for (int i = 0; i < 5; ++i) { // answered after what the start asked of the store
            QVERIFY(bench.get(bench->executions({})));
            QCoreApplication::processEvents();
        }
        QCOMPARE(suna.count(ListRuns), 0);
    }

    void whatIsKnownToBeOverIsNotAskedAboutAgain()
    {
        FakeSuna suna;
        suna.on(ListRuns, runs("completed"));
        WorkspaceBench bench(SunaConnection { suna.url(), {}, {} });
        bench.workspace.reset();
        writeEnded(bench.options.dataDir);
        bench.reopen();
        QTRY_COMPARE_WITH_TIMEOUT(suna.count(ListRuns), 1, 20'000);
        SystemClock clock;
        const auto store
            = Store::open({ QString(bench.options.dataDir + u"/renum.db"_s), true }, &clock);
        const auto isSettled = [&store] {
            const auto open = await((*store)->unsettledStarts(Timestamp(), 10));
            return open && *open && (*open)->isEmpty();
        };
        QTRY_VERIFY_WITH_TIMEOUT(isSettled(), 20'000);
        QCOMPARE(suna.count(StopRun), 0);
    }
};

QTEST_GUILESS_MAIN(TestLocalWorkspaceAftercare)
#include "tst_local_workspace_aftercare.moc"
