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

const char Fan[] = R"({"type": "parallel", "agents": [{"agent_id": "a"}, {"agent_id": "b"},
    {"agent_id": "c", "input": {"source": "combined", "sources": [
        {"type": "agent_result", "agent_id": "a"}, {"type": "agent_result", "agent_id": "b"}]}}]})";
const char Branches[] = R"({"type": "conditional", "agents": [{"agent_id": "a"},
    {"agent_id": "b", "conditions": [
        {"field": "agent_a_result.kind", "operator": "equals", "value": "b"}]},
    {"agent_id": "c", "conditions": [
        {"field": "agent_a_result.kind", "operator": "equals", "value": "c"}]}]})";

ExecutionConfig keeping(const QMap<QString, QString> &results)
{
    ExecutionConfig config;
    for (auto it = results.cbegin(); it != results.cend(); ++it)
        config.pinned.insert(AgentId(it.key()), readStepOutput(it.value()));
    return config;
}

QStringList startedAgents(const EngineBench &bench)
{
    QStringList agents;
    for (const RunRequest &start : bench.backend->starts)
        agents += start.agent.toString();
    return agents;
}

} // namespace

/// Results that a person keeps: their members do not run.
class TestKeptResults : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void standInWithoutAnyCall_data()
    {
        QTest::addColumn<Team>("team");
        QTest::newRow("sequential") << EngineBench::chain({ u"a"_s, u"b"_s, u"c"_s });
        QTest::newRow("pipeline") << EngineBench::chain({ u"a"_s, u"b"_s, u"c"_s }, "pipeline");
        QTest::newRow("parallel") << EngineBench::team(Fan);
        QTest::newRow("conditional") << EngineBench::team(Branches);
    }
    void standInWithoutAnyCall()
    {
        QFETCH(const Team, team);
        EngineBench bench;
        const ExecutionId id = bench.execute(team, u"Do it"_s,
            keeping({ { u"a"_s, u"{\"kind\": \"b\"}"_s }, { u"b"_s, u"kept text"_s } }));
        const Execution execution = bench.stored(id);
        QCOMPARE(toString(execution.status), u"completed"_s);
        QVERIFY(!startedAgents(bench).contains(u"a"_s));
        QVERIFY(!startedAgents(bench).contains(u"b"_s));
        QCOMPARE(bench.count(id, "step_reused"_L1), 2);
        QCOMPARE(boolAt(bench.event(id, "step_reused"_L1).data, "kept"), true);
        QCOMPARE(execution.step(StepId(u"b"_s))->output->result, u"kept text"_s);
        QVERIFY(!execution.step(StepId(u"b"_s))->startedAt);
        if (!startedAgents(bench).isEmpty()) {
            QCOMPARE(startedAgents(bench), QStringList { u"c"_s });
            QVERIFY(execution.step(StepId(u"c"_s))->prompt.contains(u"kept text"_s));
        }
        QCOMPARE(bench.flaw(id), QString());
        QVERIFY(bench.execution(id) == execution);
        QCOMPARE(execution.usage.requestCount, startedAgents(bench).size());
    }

    void conditionsReadThem()
    {
        EngineBench bench;
        const ExecutionId id = bench.execute(EngineBench::team(Branches), u"Do it"_s,
            keeping({ { u"a"_s, u"{\"kind\": \"c\"}"_s }, { u"b"_s, u"not its turn"_s } }));
        const Execution execution = bench.stored(id);
        QCOMPARE(startedAgents(bench), QStringList { u"c"_s });
        // It takes its turn as any other: its condition does not hold.
        QCOMPARE(toString(execution.step(StepId(u"b"_s))->status), u"skipped"_s);
    }

    void everyIterationUsesThem()
    {
        EngineBench bench;
        const ExecutionId id = bench.execute(EngineBench::team(R"({"type": "sequential", "agents": [
            {"agent_id": "a", "execution_order": 1},
            {"agent_id": "b", "execution_order": 2, "feedback": {"to": "a", "max_iterations": 2}}]})"),
            u"Do it"_s, keeping({ { u"a"_s, u"kept"_s } }));
        QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
        QCOMPARE(startedAgents(bench), (QStringList { u"b"_s, u"b"_s, u"b"_s }));
        QCOMPARE(bench.count(id, "step_reused"_L1), 3);
        QCOMPARE(bench.flaw(id), QString());
    }

    void nobodyIsAskedBeforeThem()
    {
        Team team = EngineBench::chain({ u"a"_s, u"b"_s });
        team.workflow.config.approval = ApprovalSpec { { AgentId(u"a"_s) }, {}, {}, {} };
        EngineBench bench;
        const ExecutionId id = bench.execute(team, u"Do it"_s, keeping({ { u"a"_s, u"kept"_s } }));
        QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
        QCOMPARE(bench.count(id, "step_approval_requested"_L1), 0);
        // Who runs it again wants it done, and is asked.
        const auto again
            = await(bench.orchestrator->rerun(id, StepId(u"a"_s), std::nullopt, bench.backend));
        bench.settle();
        QVERIFY(*again);
        QCOMPARE(bench.count(**again, "step_approval_requested"_L1), 1);
        QCOMPARE(bench.count(**again, "step_reused"_L1), 0);
    }

    void theyStayKeptInARetry()
    {
        EngineBench bench;
        bench.backend->say(
            u"b"_s, { .error = testError(ErrorCategory::InvalidInput, code::SunaRunFailed) });
        const ExecutionId first = bench.execute(
            EngineBench::chain({ u"a"_s, u"b"_s }), u"Do it"_s, keeping({ { u"a"_s, u"kept"_s } }));
        const auto second
            = await(bench.orchestrator->rerun(first, std::nullopt, std::nullopt, bench.backend));
        bench.settle();
        QVERIFY(*second);
        QCOMPARE(toString(bench.stored(**second).status), u"completed"_s);
        QVERIFY(!startedAgents(bench).contains(u"a"_s));
        QCOMPARE(boolAt(bench.event(**second, "step_reused"_L1).data, "kept"), true);
    }

    void aCrashChangesNothing()
    {
        EngineBench bench;
        bench.backend->say(u"b"_s, { .works = true });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s, u"c"_s }),
            u"Do it"_s, keeping({ { u"a"_s, u"kept"_s }, { u"c"_s, u"kept too"_s } }));
        bench.restart();
        QVERIFY(bench.resume(id));
        bench.backend->finish(bench.backend->runOf(u"b"_s), u"done"_s);
        bench.settle();
        const Execution execution = bench.stored(id);
        QCOMPARE(toString(execution.status), u"completed"_s);
        QCOMPARE(startedAgents(bench), QStringList { u"b"_s });
        QCOMPARE(execution.step(StepId(u"c"_s))->output->result, u"kept too"_s);
        QCOMPARE(bench.flaw(id), QString());
    }

    void aTeamIsNotAskedEither()
    {
        Team team = EngineBench::chain({ u"a"_s, u"inner"_s });
        team.workflow.agents[1].kind = MemberKind::Team;
        team.workflow.agents[1].teamId = TeamId(u"33333333-0000-4000-8000-000000000000"_s);
        Team inner = EngineBench::chain({ u"x"_s });
        inner.id = team.workflow.agents[1].teamId;
        inner.name = u"Inner"_s;
        EngineBench bench;
        const auto stored = await(bench.store->insertTeam(inner));
        QVERIFY(stored && *stored);
        const ExecutionId id
            = bench.execute(team, u"Do it"_s, keeping({ { u"inner"_s, u"kept"_s } }));
        QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
        QCOMPARE(startedAgents(bench), QStringList { u"a"_s });
    }

    void refusals()
    {
        EngineBench bench;
        const Team team = EngineBench::team(R"({"type": "sequential", "agents": [
            {"agent_id": "a", "execution_order": 1},
            {"agent_id": "ok", "kind": "approval", "execution_order": 2}]})");
        for (const QString &member : { u"ghost"_s, u"ok"_s }) {
            const Result<ExecutionId> refused
                = bench.tryExecute(team, u"Do it"_s, keeping({ { member, u"kept"_s } }));
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, QLatin1StringView(code::PinInvalid));
            QCOMPARE(refused.error().args.value(u"agent"_s).toString(), member);
        }
    }
};

QTEST_GUILESS_MAIN(TestKeptResults)
#include "tst_kept_results.moc"
