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

constexpr auto Approved = R"({"type": "sequential", "agents": [{"agent_id": "a"},
    {"agent_id": "b"}], "config": {"approval": {"before": ["b"]}}})";

} // namespace

/// What people do to a running execution (features EX-09, EX-13).
class TestPeople : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void approvalIsAskedForAndGiven()
    {
        EngineBench bench;
        const ExecutionId id = bench.execute(EngineBench::team(Approved));
        QCOMPARE(bench.backend->starts.size(), 1);
        const Execution waiting = bench.stored(id);
        QVERIFY(waiting.steps[1].status == StepStatus::Pending);
        QVERIFY(waiting.steps[1].approval->state == ApprovalState::Waiting);
        QVERIFY(!waiting.steps[1].approval->expiresAt);
        QVERIFY(*await(bench.orchestrator->decideApproval(
            id, AgentId(u"b"_s), true, u"Ana"_s, u"Looks good"_s)));
        bench.settle();
        const Execution after = bench.stored(id);
        QCOMPARE(toString(after.status), u"completed"_s);
        QVERIFY(after.steps[1].approval->state == ApprovalState::Approved);
        QCOMPARE(after.steps[1].approval->decidedBy, u"Ana"_s);
        QCOMPARE(after.steps[1].approval->comment, u"Looks good"_s);
        QCOMPARE(bench.flaw(id), QString());
        QVERIFY(bench.execution(id) == after);
    }

    void rejectionFailsTheStep()
    {
        EngineBench bench;
        const ExecutionId id = bench.execute(EngineBench::team(Approved));
        QVERIFY(*await(bench.orchestrator->decideApproval(
            id, AgentId(u"b"_s), false, u"Ana"_s, u"Too risky"_s)));
        bench.settle();
        const Execution after = bench.stored(id);
        QCOMPARE(toString(after.status), u"failed"_s);
        QVERIFY(after.steps[1].skipReason == SkipReason::ApprovalRejected);
        QCOMPARE(bench.backend->starts.size(), 1);
    }

    void decisionsThatDoNotFitAreRefused()
    {
        EngineBench bench;
        const ExecutionId id = bench.execute(EngineBench::team(Approved));
        const auto decide = [&](const QString &agent) {
            return *await(
                bench.orchestrator->decideApproval(id, AgentId(agent), true, u"Ana"_s, QString()));
        };
        QCOMPARE(decide(u"a"_s).error().code, QLatin1StringView(code::ApprovalNotWaiting));
        QCOMPARE(decide(u"ghost"_s).error().code, QLatin1StringView(code::ApprovalNotWaiting));
        QVERIFY(decide(u"b"_s));
        bench.settle();
        QCOMPARE(decide(u"b"_s).error().code, QLatin1StringView(code::ExecutionNotActive));
    }

    void waitingForPeopleIsNotTheTeamsTime()
    {
        EngineBench bench;
        ExecutionConfig config;
        config.maxExecutionSeconds = 60;
        const ExecutionId id = bench.execute(EngineBench::team(Approved), u"Go"_s, config);
        bench.advance(1h, 1min);
        QCOMPARE(toString(bench.stored(id).status), u"running"_s);
        bench.backend->say(u"b"_s, { .works = true });
        QVERIFY(*await(
            bench.orchestrator->decideApproval(id, AgentId(u"b"_s), true, u"Ana"_s, QString())));
        bench.advance(61s);
        QCOMPARE(toString(bench.stored(id).status), u"failed"_s);
        QCOMPARE(bench.count(id, "execution_deadline_reached"_L1), 1);
    }

    void pauseAndGoOn()
    {
        EngineBench bench;
        bench.backend->say(u"a"_s, { .works = true });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s }));
        QVERIFY(*await(bench.orchestrator->pause(id, u"Ana"_s)));
        QVERIFY(*await(bench.orchestrator->pause(id, u"Ana"_s))); // it is already
        bench.backend->finish(bench.backend->runOf(u"a"_s), u"done"_s);
        bench.settle();
        QVERIFY(bench.stored(id).paused);
        QCOMPARE(bench.backend->starts.size(), 1);
        QCOMPARE(bench.count(id, "execution_paused"_L1), 1);
        QVERIFY(*await(bench.orchestrator->goOn(id, u"Ana"_s)));
        bench.settle();
        QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
        QVERIFY(bench.execution(id) == bench.stored(id));
        QCOMPARE(await(bench.orchestrator->pause(id, u"Ana"_s))->error().code,
            QLatin1StringView(code::ExecutionNotActive));
        QCOMPARE(await(bench.orchestrator->goOn(id, u"Ana"_s))->error().code,
            QLatin1StringView(code::ExecutionNotActive));
    }

    void stopWhilePaused()
    {
        EngineBench bench;
        bench.backend->say(u"a"_s, { .works = true });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s }));
        QVERIFY(*await(bench.orchestrator->pause(id, u"Ana"_s)));
        QVERIFY(bench.stop(id));
        bench.advance(11s);
        QCOMPARE(toString(bench.stored(id).status), u"cancelled"_s);
        QVERIFY(!bench.stored(id).paused);
    }
};

QTEST_GUILESS_MAIN(TestPeople)
#include "tst_people.moc"
