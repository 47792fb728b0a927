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

constexpr int Limit = 120;

/// As EngineBench::advance(), with teams in teams.
void pass(EngineBench &bench, std::chrono::seconds time)
{
    bench.advance(time, time);
    bench.rest();
}

void keep(EngineBench &bench, Team team, const QString &id)
{
    team.id = TeamId(id);
    const auto stored = await(bench.store->insertTeam(team));
    QVERIFY(stored && stored->ok());
}

Team gateThenAgent()
{
    return EngineBench::team(R"({"type": "sequential", "agents": [
        {"agent_id": "gate", "kind": "approval", "execution_order": 1},
        {"agent_id": "x", "execution_order": 2,
         "input": {"source": "agent_result", "agent_id": "gate"}}]})");
}

Team teamAround(const char *inner, const char *type = "sequential", const char *more = "")
{
    return EngineBench::team(QByteArray(R"({"type": ")")
                                 .append(type)
                                 .append(R"(", "agents": [{"agent_id": "group", "kind": "team",
                                     "timeout": 3600, "execution_order": 1, "team_id": ")")
                                 .append(inner)
                                 .append("\"}")
                                 .append(more)
                                 .append("]}")
                                 .constData());
}

ExecutionId run(EngineBench &bench, const Team &team)
{
    ExecutionConfig config;
    config.maxExecutionSeconds = Limit;
    const ExecutionId id = bench.execute(team, u"Do it"_s, config);
    bench.rest();
    return id;
}

/// The execution that waits for the person, however deep.
ExecutionId innermost(EngineBench &bench, ExecutionId id)
{
    for (;;) {
        ExecutionId nested;
        for (const StepRecord &step : bench.stored(id).steps) {
            if (!step.nested.isEmpty())
                nested = step.nested;
        }
        if (nested.isEmpty())
            return id;
        id = nested;
    }
}

bool approve(EngineBench &bench, const ExecutionId &id)
{
    const auto decided = await(bench.orchestrator->decideApproval(
        innermost(bench, id), AgentId(u"gate"_s), true, u"Ana"_s, QString()));
    bench.rest();
    return decided && decided->ok();
}

} // namespace

/// The time that people take to decide is not the team's, however deep in teams they are asked.
class TestTimeOfPeople : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void decidingInAMemberTeamTakesNoTime_data()
    {
        QTest::addColumn<int>("depth");
        QTest::addColumn<bool>("restarted");
        QTest::newRow("asked by a member team") << 1 << false;
        QTest::newRow("asked by a team in a member team") << 2 << false;
        QTest::newRow("asked by a member team, with an interruption") << 1 << true;
        QTest::newRow("asked by a team in a member team, with an interruption") << 2 << true;
    }
    void decidingInAMemberTeamTakesNoTime()
    {
        QFETCH(int, depth);
        QFETCH(bool, restarted);
        EngineBench bench;
        keep(bench, gateThenAgent(), u"team-0"_s);
        keep(bench, teamAround("team-0"), u"team-1"_s);
        const ExecutionId id = run(bench, teamAround(depth == 1 ? "team-0" : "team-1"));
        pass(bench, 600s);
        if (restarted) {
            bench.restart();
            QVERIFY(bench.resume(id));
            bench.rest();
            pass(bench, 600s);
        }
        QCOMPARE(bench.count(id, "execution_deadline_reached"_L1), 0);
        QVERIFY(approve(bench, id));
        QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
    }

    void whatTheTeamTakesAfterwardsCounts()
    {
        EngineBench bench;
        keep(bench, gateThenAgent(), u"inner"_s);
        bench.backend->say(u"x"_s, { .works = true });
        const ExecutionId id = run(bench, teamAround("inner"));
        pass(bench, 600s);
        QVERIFY(approve(bench, id));
        pass(bench, std::chrono::seconds(Limit - 5));
        QCOMPARE(toString(bench.stored(id).status), u"running"_s);
        pass(bench, 6s);
        QCOMPARE(bench.count(id, "execution_deadline_reached"_L1), 1);
    }

    void timeCountsWhileAnotherStepWorks()
    {
        EngineBench bench;
        keep(bench, gateThenAgent(), u"inner"_s);
        bench.backend->say(u"y"_s, { .works = true });
        const ExecutionId id = run(
            bench, teamAround("inner", "parallel", R"(, {"agent_id": "y", "timeout": 3600})"));
        pass(bench, std::chrono::seconds(Limit + 1));
        QCOMPARE(bench.count(id, "execution_deadline_reached"_L1), 1);
    }

    void aPausedTeamOfTeamsTakesNoTime()
    {
        EngineBench bench;
        keep(bench, EngineBench::chain({ u"w"_s, u"x"_s }), u"inner"_s);
        bench.backend->say(u"w"_s, { .works = true });
        const ExecutionId id = run(bench, teamAround("inner"));
        QVERIFY(*await(bench.orchestrator->pause(id, u"Ana"_s)));
        bench.rest();
        bench.backend->finish(bench.backend->runOf(u"w"_s), u"done"_s);
        bench.rest();
        pass(bench, 600s);
        QVERIFY(*await(bench.orchestrator->goOn(id, u"Ana"_s)));
        bench.rest();
        QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
    }

    // What an engine reckons from the log is what the one before it had counted.
    void theLogTellsHowLongItWaited()
    {
        EngineBench bench;
        keep(bench, gateThenAgent(), u"inner"_s);
        bench.backend->say(u"x"_s, { .works = true });
        const ExecutionId id = run(bench, teamAround("inner"));
        pass(bench, 600s);
        QVERIFY(approve(bench, id));
        pass(bench, 60s);
        bench.restart();
        QVERIFY(bench.resume(id));
        bench.rest();
        pass(bench, 50s);
        QCOMPARE(toString(bench.stored(id).status), u"running"_s);
        bench.backend->finish(bench.backend->runOf(u"x"_s), u"done"_s);
        bench.rest();
        QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
    }
};

QTEST_GUILESS_MAIN(TestTimeOfPeople)
#include "tst_time_of_people.moc"
