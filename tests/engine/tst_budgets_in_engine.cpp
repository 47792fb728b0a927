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

using Action = SpendingCap::Action;

Budget budgetOf(const char *id, Budget::Period period = Budget::Period::Day)
{
    Budget budget;
    budget.id = BudgetId(QString::fromLatin1(id));
    budget.name = QString::fromLatin1(id).toUpper();
    budget.period = period;
    return budget;
}

Budget ofCalls(qint64 most, Action action = Action::Pause)
{
    Budget budget = budgetOf("calls");
    budget.calls = most;
    budget.action = action;
    return budget;
}

Usage of(qint64 in, qint64 out, qint64 nanoUsd = 0)
{
    Usage usage;
    usage.tokensInput = in;
    usage.tokensOutput = out;
    usage.requestCount = 1;
    usage.cost = Cost::ofCall(CostBasis::Reported, nanoUsd);
    return usage;
}

EngineSettings manyAtOnce()
{
    EngineSettings settings = EngineBench::standardSettings();
    settings.maxConcurrentExecutions = 20;
    return settings;
}

bool holdsAtBudget(const Execution &execution)
{
    return execution.paused && execution.hold
        && execution.hold->reason == ExecutionHold::Reason::Cap && execution.error
        && execution.error->code == QLatin1StringView(code::BudgetExceeded);
}

const QStringList Three { u"a"_s, u"b"_s, u"c"_s };

} // namespace

/// Budgets over several executions, which hold (features CM-07 and CM-10).
class TestBudgetsInEngine : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void tenRaceForFiveCalls();
    void whatIsReservedOnlyDelays();
    void pauseNamesTheBudget();
    void goesOnWhenTheBudgetIsGone();
    void stops();
    void warnsOncePerLevel();
    void aNewDayLetsItGoOn();
    void survivesACrash();
    void retriesCount();
    void whatWasNotMadeIsGivenBack();
    void memberTeamsCountOnce();
    void aPersonWhoGoesOnIsHeldAgain();
};

void TestBudgetsInEngine::tenRaceForFiveCalls()
{
    EngineBench bench(manyAtOnce());
    bench.setBudgets({ ofCalls(5) });
    QList<ExecutionId> ids;
    for (int i = 0; i < 10; ++i) {
        bench.backend->say(u"a"_s, { .works = true });
        ids.append(bench.execute(EngineBench::chain({ u"a"_s })));
    }
    bench.rest();
    QCOMPARE(bench.backend->starts.size(), 5);
    QCOMPARE(bench.budget("calls").reserved.calls, qint64(5));
    for (const ExecutionId &id : std::as_const(ids))
        QVERIFY(!bench.stored(id).paused); // those at work may still give something back
    const QList<RunId> working = bench.backend->activeRuns();
    for (const RunId &run : working)
        bench.backend->finish(run, u"done"_s);
    bench.rest();
    QCOMPARE(bench.backend->starts.size(), 5);
    int completed = 0;
    int held = 0;
    for (const ExecutionId &id : std::as_const(ids)) {
        const Execution execution = bench.stored(id);
        completed += execution.status == ExecutionStatus::Completed ? 1 : 0;
        held += holdsAtBudget(execution) ? 1 : 0;
    }
    QCOMPARE(completed, 5);
    QCOMPARE(held, 5);
    QCOMPARE(bench.budget("calls").spent.calls, qint64(5));
    QCOMPARE(bench.budget("calls").reserved.calls, qint64(0));

    bench.setBudgets({ ofCalls(8) });
    QCOMPARE(bench.backend->starts.size(), 8);
}

void TestBudgetsInEngine::whatIsReservedOnlyDelays()
{
    EngineBench bench;
    Budget tokens = budgetOf("tokens");
    tokens.tokens = 2500; // for one prompt of a team, and an answer, and not for two
    bench.setBudgets({ tokens });
    bench.backend->say(u"a"_s, { .works = true, .usage = of(100, 80) });
    const ExecutionId id = bench.execute(EngineBench::team(
        R"({"type": "parallel", "agents": [{"agent_id": "a"}, {"agent_id": "b"}]})"));
    bench.rest();
    QCOMPARE(bench.backend->starts.size(), 1);
    QVERIFY(!bench.stored(id).paused);
    QCOMPARE(bench.count(id, "step_waiting"_L1), 1);
    bench.backend->finish(bench.backend->runOf(u"a"_s), u"short"_s);
    bench.rest();
    QCOMPARE(bench.backend->starts.size(), 2);
    QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
    QCOMPARE(bench.flaw(id), QString());
}

void TestBudgetsInEngine::pauseNamesTheBudget()
{
    EngineBench bench;
    bench.setBudgets({ ofCalls(1) });
    const ExecutionId id = bench.execute(EngineBench::chain(Three));
    bench.rest();
    QCOMPARE(bench.backend->starts.size(), 1);
    const Execution held = bench.stored(id);
    QVERIFY(holdsAtBudget(held));
    QVERIFY(bench.execution(id) == held);
    QCOMPARE(held.hold->step, StepId(u"b"_s));
    QCOMPARE(held.error->args.value(u"budget"_s).toString(), u"CALLS"_s);
    const ExecutionEvent reached = bench.event(id, "execution_budget_reached"_L1);
    QCOMPARE(stringAt(reached.data, "budget"), u"CALLS"_s);
    QCOMPARE(stringAt(reached.data, "at_limit"), u"pause"_s);
    QCOMPARE(bench.count(id, "execution_held"_L1), 1);
}

void TestBudgetsInEngine::goesOnWhenTheBudgetIsGone()
{
    EngineBench bench;
    bench.setBudgets({ ofCalls(1) });
    const ExecutionId id = bench.execute(EngineBench::chain(Three));
    bench.rest();
    bench.setBudgets({});
    bench.rest();
    const Execution over = bench.stored(id);
    QCOMPARE(toString(over.status), u"completed"_s);
    QVERIFY(!over.error);
    QCOMPARE(bench.count(id, "execution_continued"_L1), 1);
    QCOMPARE(bench.flaw(id), QString());
}

void TestBudgetsInEngine::stops()
{
    EngineBench bench;
    bench.setBudgets({ ofCalls(1, Action::Stop) });
    const ExecutionId id = bench.execute(EngineBench::chain(Three));
    bench.rest();
    const Execution over = bench.stored(id);
    QCOMPARE(toString(over.status), u"failed"_s);
    QCOMPARE(over.error->code, QLatin1StringView(code::BudgetExceeded));
    QVERIFY(over.error->category == ErrorCategory::QuotaExceeded); // exit code 4
    QCOMPARE(over.error->args.value(u"budget"_s).toString(), u"CALLS"_s);
    QCOMPARE(bench.backend->starts.size(), 1);
    QCOMPARE(bench.flaw(id), QString());
}

void TestBudgetsInEngine::warnsOncePerLevel()
{
    EngineBench bench;
    Budget budget = ofCalls(4, Action::Warn);
    budget.warnAt = { 25, 50 };
    bench.setBudgets({ budget });
    const ExecutionId id
        = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s }));
    bench.rest();
    QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
    QCOMPARE(bench.count(id, "execution_budget_warning"_L1), 3); // 25, 50 and 100
    QCOMPARE(bench.count(id, "execution_held"_L1), 0);
    QCOMPARE(bench.budget("calls").spent.calls, qint64(6));
    const BudgetStatus status = bench.budget("calls");
    QCOMPARE(status.spent.calls - *status.budget.calls, qint64(2)); // shown as it is
}

void TestBudgetsInEngine::aNewDayLetsItGoOn()
{
    EngineBench bench;
    bench.setBudgets({ ofCalls(1) });
    const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s }));
    bench.rest();
    QVERIFY(holdsAtBudget(bench.stored(id)));
    bench.advance(24h, 1h);
    bench.rest();
    QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
    QCOMPARE(bench.budget("calls").spent.calls, qint64(1)); // of the new day
}

void TestBudgetsInEngine::survivesACrash()
{
    EngineBench bench;
    bench.setBudgets({ ofCalls(2) });
    const ExecutionId id = bench.execute(EngineBench::chain(Three));
    bench.rest();
    bench.restart();
    bench.rest();
    QCOMPARE(bench.budget("calls").spent.calls, qint64(2)); // from the ledger
    QVERIFY(bench.resume(id));
    bench.advance(10s);
    bench.rest();
    QCOMPARE(bench.backend->starts.size(), 2);
    QVERIFY(holdsAtBudget(bench.stored(id)));
    QCOMPARE(bench.count(id, "execution_held"_L1), 1);
    bench.setBudgets({ ofCalls(3) });
    bench.rest();
    QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
    QCOMPARE(bench.budget("calls").spent.calls, qint64(3));
}

void TestBudgetsInEngine::retriesCount()
{
    EngineBench bench;
    bench.setBudgets({ ofCalls(1) });
    bench.backend->say(
        u"a"_s, { .error = testError(ErrorCategory::AgentCrash, code::SunaRunFailed) });
    const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
    bench.advance(20s);
    bench.rest();
    QCOMPARE(bench.backend->starts.size(), 1);
    QVERIFY(holdsAtBudget(bench.stored(id)));
}

void TestBudgetsInEngine::whatWasNotMadeIsGivenBack()
{
    EngineBench bench;
    bench.setBudgets({ ofCalls(1) });
    bench.backend->startScripts.enqueue({ .kind = StartAnswer::Kind::Rejected,
        .error = testError(ErrorCategory::InvalidInput, code::ValidationError),
        .makesRun = false });
    const ExecutionId refused = bench.execute(EngineBench::chain({ u"a"_s }));
    bench.rest();
    QCOMPARE(toString(bench.stored(refused).status), u"failed"_s);
    QVERIFY(bench.budget("calls").reserved == BudgetAmount());
    const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
    bench.rest();
    QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
}

void TestBudgetsInEngine::memberTeamsCountOnce()
{
    EngineBench bench;
    Team inner = EngineBench::chain(Three);
    inner.id = TeamId(u"inner"_s);
    QVERIFY(*await(bench.store->insertTeam(inner)));
    Budget all = budgetOf("all");
    all.calls = 100;
    Budget ofInner = budgetOf("inner");
    ofInner.scope = Budget::Scope::Team;
    ofInner.subject = u"inner"_s;
    ofInner.calls = 2;
    Budget run = budgetOf("run", Budget::Period::Run);
    run.calls = 3;
    run.action = Action::Warn;
    bench.setBudgets({ all, ofInner, run });
    const Team outer = EngineBench::team(R"({"type": "sequential", "agents": [{"agent_id": "x"},
        {"agent_id": "t", "kind": "team", "team_id": "inner"}]})");
    const ExecutionId id = bench.execute(outer);
    bench.rest();
    QCOMPARE(bench.backend->starts.size(), 3); // x, and the first two of the inner team
    QVERIFY(holdsAtBudget(bench.stored(id)));
    QCOMPARE(bench.budget("all").spent.calls, qint64(3));
    QCOMPARE(bench.budget("inner").spent.calls, qint64(2));
    QCOMPARE(bench.budget("run").spent.calls, qint64(3)); // both teams are one run
    QVERIFY(*await(bench.keeper->reload())); // as the ledger has it
    QCOMPARE(bench.budget("all").spent.calls, qint64(3));
    QCOMPARE(bench.budget("inner").spent.calls, qint64(2));
    QCOMPARE(bench.budget("run").spent.calls, qint64(3));
    bench.setBudgets({ all });
    bench.rest();
    QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
    QCOMPARE(bench.budget("all").spent.calls, qint64(4));
}

void TestBudgetsInEngine::aPersonWhoGoesOnIsHeldAgain()
{
    EngineBench bench;
    bench.setBudgets({ ofCalls(1) });
    const ExecutionId id = bench.execute(EngineBench::chain(Three));
    bench.rest();
    QVERIFY(*await(bench.orchestrator->goOn(id, u"Ana"_s)));
    bench.rest();
    QCOMPARE(bench.backend->starts.size(), 1);
    QVERIFY(holdsAtBudget(bench.stored(id)));
    QCOMPARE(bench.count(id, "execution_held"_L1), 2);
    QVERIFY(bench.stop(id));
    bench.rest();
    QCOMPARE(toString(bench.stored(id).status), u"cancelled"_s);
    QVERIFY(bench.budget("calls").reserved == BudgetAmount());
}

QTEST_GUILESS_MAIN(TestBudgetsInEngine)
#include "tst_budgets_in_engine.moc"
