// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/member_teams.h"
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

const RunScript Works { .works = true };

ExecutionId run(EngineBench &bench, const Team &team)
{
    const ExecutionId id = bench.execute(team);
    bench.rest();
    return id;
}

void keep(EngineBench &bench, Team team, const QString &id)
{
    team.id = TeamId(id);
    const auto stored = await(bench.store->insertTeam(team));
    QVERIFY(stored && stored->ok());
}

/// a, then the team `inner`, then b.
Team outer()
{
    return EngineBench::team(R"({"type": "sequential", "agents": [
        {"agent_id": "a", "execution_order": 1},
        {"agent_id": "research", "kind": "team", "team_id": "inner", "execution_order": 2,
         "input": {"source": "agent_result", "agent_id": "a"}},
        {"agent_id": "b", "execution_order": 3,
         "input": {"source": "agent_result", "agent_id": "research"}}]})");
}

Team withApproval(const char *extra = "")
{
    return EngineBench::team(QByteArray(R"({"type": "sequential", "agents": [
        {"agent_id": "a", "execution_order": 1},
        {"agent_id": "gate", "kind": "approval", "execution_order": 2,)")
                                 .append(extra)
                                 .append(R"("input": {"source": "agent_result", "agent_id": "a"}},
        {"agent_id": "b", "execution_order": 3,
         "input": {"source": "agent_result", "agent_id": "gate"}}]})")
                                 .constData());
}

QString codeOf(const Result<ExecutionId> &result)
{
    return result ? QString() : result.error().code;
}

/// The execution that a team step runs.
Execution nestedOf(EngineBench &bench, const ExecutionId &id)
{
    return bench.stored(bench.stored(id).steps[1].nested);
}

bool decide(EngineBench &bench, const ExecutionId &id, bool approved)
{
    const auto decided = await(bench.orchestrator->decideApproval(
        id, AgentId(u"gate"_s), approved, u"Ana"_s, u"looked at it"_s));
    bench.rest();
    return decided && decided->ok();
}

} // namespace

/// Members that are no agents: people and teams.
class TestMemberKinds : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    // --- teams ---------------------------------------------------------------------------------

    void teamWorksAsAStep()
    {
        EngineBench bench;
        keep(bench, EngineBench::chain({ u"x"_s, u"y"_s }), u"inner"_s);
        bench.backend->say(u"a"_s, { .text = u"from a"_s });
        bench.backend->say(u"y"_s, { .text = u"from y"_s });
        const ExecutionId id = run(bench, outer());
        const Execution execution = bench.stored(id);
        QCOMPARE(toString(execution.status), u"completed"_s);
        QCOMPARE(execution.steps[1].output->result, u"from y"_s);
        QVERIFY(execution.steps[2].prompt.startsWith(u"from y"_s));
        const Execution nested = nestedOf(bench, id);
        QCOMPARE(toString(nested.status), u"completed"_s);
        QCOMPARE(nested.initialPrompt, u"from a"_s); // no envelope
        QCOMPARE(nested.parent->execution, id);
        QCOMPARE(bench.flaw(id), QString());
        QCOMPARE(bench.flaw(nested.id), QString());
    }

    void costsNestAndAreBookedOnce()
    {
        EngineBench bench;
        keep(bench, EngineBench::chain({ u"x"_s }), u"inner"_s);
        Usage seven;
        seven.tokensInput = 7;
        seven.requestCount = 1;
        for (const QString &agent : { u"a"_s, u"x"_s, u"b"_s })
            bench.backend->say(agent, { .usage = seven });
        const ExecutionId id = run(bench, outer());
        const Execution execution = bench.stored(id);
        QCOMPARE(execution.usage.tokensInput, std::optional<qint64>(21));
        QCOMPARE(execution.steps[1].usage.tokensInput, std::optional<qint64>(7));
        QCOMPARE(bench.count(id, "step_usage"_L1), 2); // the third is in the other log
        QCOMPARE(bench.execution(id).usage, execution.usage);
    }

    void listsShowTheOuterExecution()
    {
        EngineBench bench;
        keep(bench, EngineBench::chain({ u"x"_s }), u"inner"_s);
        const ExecutionId id = run(bench, outer());
        ExecutionQuery ofInner;
        ofInner.team = TeamId(u"inner"_s);
        const auto page = await(bench.store->executions(ofInner));
        QCOMPARE(page->value().items.size(), 0);
        ofInner.withNested = true;
        const auto all = await(bench.store->executions(ofInner));
        QCOMPARE(all->value().items.size(), 1);
        QCOMPARE(all->value().items[0].parent->execution, id);
    }

    void failureOfTheTeamIsTheSteps()
    {
        EngineBench bench;
        keep(bench, EngineBench::chain({ u"x"_s }), u"inner"_s);
        bench.backend->say(
            u"x"_s, { .error = testError(ErrorCategory::InvalidInput, code::SunaRunFailed) });
        const ExecutionId id = run(bench, outer());
        const Execution execution = bench.stored(id);
        QCOMPARE(toString(execution.status), u"failed"_s);
        QCOMPARE(toString(execution.steps[1].status), u"failed"_s);
        QCOMPARE(bench.backend->starts.size(), 2); // the team is not run again by itself
        QVERIFY(execution.steps[1].error->message.contains(u"failed"_s));
    }

    void stoppingStopsTheTeamToo()
    {
        EngineBench bench;
        keep(bench, EngineBench::chain({ u"x"_s }), u"inner"_s);
        bench.backend->say(u"x"_s, Works);
        const ExecutionId id = run(bench, outer());
        QCOMPARE(bench.backend->activeRuns().size(), 1);
        QVERIFY(bench.stop(id));
        bench.advance(2s);
        bench.rest();
        QCOMPARE(bench.backend->activeRuns().size(), 0);
        QCOMPARE(toString(bench.stored(id).status), u"cancelled"_s);
        QCOMPARE(toString(nestedOf(bench, id).status), u"cancelled"_s);
    }

    void pausingPausesTheTeamToo()
    {
        EngineBench bench;
        keep(bench, EngineBench::chain({ u"x"_s, u"y"_s }), u"inner"_s);
        bench.backend->say(u"x"_s, Works);
        const ExecutionId id = run(bench, outer());
        QVERIFY(await(bench.orchestrator->pause(id, u"Ana"_s)));
        bench.rest();
        QVERIFY(nestedOf(bench, id).paused);
        bench.backend->finish(bench.backend->runOf(u"x"_s), u"x"_s);
        bench.rest();
        QCOMPARE(bench.backend->starts.size(), 2); // y waits
        QVERIFY(await(bench.orchestrator->goOn(id, u"Ana"_s)));
        bench.rest();
        QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
    }

    void teamIsTakenOverAfterARestart()
    {
        EngineBench bench;
        keep(bench, EngineBench::chain({ u"x"_s }), u"inner"_s);
        bench.backend->say(u"x"_s, Works);
        const ExecutionId id = run(bench, outer());
        const ExecutionId nested = bench.stored(id).steps[1].nested;
        bench.restart();
        QVERIFY(bench.resume(id));
        bench.rest();
        bench.backend->finish(bench.backend->runOf(u"x"_s), u"late"_s);
        bench.rest();
        const Execution execution = bench.stored(id);
        QCOMPARE(toString(execution.status), u"completed"_s);
        QCOMPARE(execution.steps[1].nested, nested); // the same one
        QCOMPARE(execution.steps[1].output->result, u"late"_s);
        QCOMPARE(bench.backend->starts.size(), 3);
        QCOMPARE(bench.flaw(id), QString());
    }

    // The nested one ended while nobody drove the outer one.
    void endedTeamIsCollected()
    {
        EngineBench bench;
        keep(bench, EngineBench::chain({ u"x"_s }), u"inner"_s);
        bench.backend->say(u"x"_s, Works);
        const ExecutionId id = run(bench, outer());
        const ExecutionId nested = bench.stored(id).steps[1].nested;
        bench.restart();
        QVERIFY(bench.resume(nested));
        bench.rest();
        bench.backend->finish(bench.backend->runOf(u"x"_s), u"alone"_s);
        bench.rest();
        QCOMPARE(toString(bench.stored(nested).status), u"completed"_s);
        QVERIFY(bench.resume(id));
        bench.rest();
        QCOMPARE(bench.stored(id).steps[1].output->result, u"alone"_s);
        QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
    }

    void editingTheTeamMeanwhileChangesNothing()
    {
        EngineBench bench;
        keep(bench, EngineBench::chain({ u"x"_s }), u"inner"_s);
        bench.backend->say(u"a"_s, Works);
        const ExecutionId id = run(bench, outer());
        const auto inner = await(bench.store->team(TeamId(u"inner"_s)));
        Team changed = inner->value();
        changed.workflow = EngineBench::chain({ u"z"_s }).workflow;
        QVERIFY(await(bench.store->updateTeam(changed, changed.version)));
        bench.backend->finish(bench.backend->runOf(u"a"_s), u"a"_s);
        bench.rest();
        QCOMPARE(bench.backend->starts[1].agent, AgentId(u"x"_s)); // frozen with the plan
        QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
    }

    void impossibleTeamsAreRefused()
    {
        EngineBench bench;
        QCOMPARE(codeOf(bench.tryExecute(outer())), u"workflow_invalid"_s); // missing
        keep(bench, outer(), u"inner"_s); // which has itself as a member
        QCOMPARE(codeOf(bench.tryExecute(outer())), u"workflow_invalid"_s);
        const auto found = await(memberTeams(bench.store.get(), outer().workflow, {}));
        QCOMPARE(found->value().problems.size(), 1);
        QCOMPARE(found->value().problems[0].code, u"team_recursive"_s);
        QCOMPARE(found->value().problems[0].path, u"/workflow_definition/agents/1/team_id"_s);
    }

    void nestedOnesDoNotCountAgainstTheLimit()
    {
        EngineSettings settings = EngineBench::standardSettings();
        settings.maxConcurrentExecutions = 1;
        EngineBench bench(settings);
        keep(bench, EngineBench::chain({ u"x"_s }), u"inner"_s);
        const ExecutionId id = run(bench, outer());
        QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
    }

    // --- people --------------------------------------------------------------------------------

    void personHandsTheInputOn()
    {
        EngineBench bench;
        bench.backend->say(u"a"_s, { .text = u"draft"_s });
        const ExecutionId id = run(bench, withApproval());
        QCOMPARE(bench.backend->starts.size(), 1);
        QVERIFY(bench.stored(id).steps[1].approval);
        QVERIFY(decide(bench, id, true));
        const Execution execution = bench.stored(id);
        QCOMPARE(toString(execution.status), u"completed"_s);
        QCOMPARE(execution.steps[1].output->result, u"draft"_s);
        QCOMPARE(execution.steps[1].approval->comment, u"looked at it"_s);
        QVERIFY(execution.steps[2].prompt.startsWith(u"draft"_s));
        QCOMPARE(bench.backend->starts.size(), 2); // nothing ran for the person
        QCOMPARE(bench.flaw(id), QString());
    }

    void rejectionEndsItThere()
    {
        EngineBench bench;
        const ExecutionId id = run(bench, withApproval());
        QVERIFY(decide(bench, id, false));
        QCOMPARE(toString(bench.stored(id).steps[1].status), u"skipped"_s);
        QCOMPARE(bench.backend->starts.size(), 1);
        QVERIFY(isTerminal(bench.stored(id).status));
    }

    void personsMayRunOutOfTime()
    {
        EngineBench bench;
        const ExecutionId id = run(bench, withApproval(R"("timeout": 60,)"));
        bench.advance(61s);
        QCOMPARE(bench.stored(id).steps[1].skipReason, std::optional(SkipReason::ApprovalTimeout));
    }

    void waitingForAPersonSurvivesARestart()
    {
        EngineBench bench;
        const ExecutionId id = run(bench, withApproval());
        bench.restart();
        QVERIFY(bench.resume(id));
        bench.rest();
        QVERIFY(decide(bench, id, true));
        bench.restart(); // after all is over there is nothing to resume
        QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
        QCOMPARE(bench.flaw(id), QString());
    }

    // The person agreed and the engine went away before the next step could begin.
    void agreementIsKept()
    {
        EngineBench bench;
        bench.backend->say(u"b"_s, Works);
        const ExecutionId id = run(bench, withApproval());
        QVERIFY(decide(bench, id, true));
        bench.restart();
        QVERIFY(bench.resume(id));
        bench.rest();
        bench.backend->finish(bench.backend->runOf(u"b"_s), u"done"_s);
        bench.rest();
        QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
        QCOMPARE(bench.count(id, "step_approval_requested"_L1), 1);
    }
};

QTEST_GUILESS_MAIN(TestMemberKinds)
#include "tst_member_kinds.moc"
