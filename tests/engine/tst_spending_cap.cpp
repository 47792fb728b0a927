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

SpendingCap calls(int most, Action action = Action::Pause)
{
    SpendingCap cap;
    cap.calls = most;
    cap.action = action;
    return cap;
}

SpendingCap tokens(qint64 most, Action action = Action::Pause)
{
    SpendingCap cap;
    cap.tokens = most;
    cap.action = action;
    return cap;
}

ExecutionConfig with(const SpendingCap &cap)
{
    ExecutionConfig config;
    config.cap = cap;
    return config;
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

const QStringList Three { u"a"_s, u"b"_s, u"c"_s };
constexpr auto Parallel = R"({"type": "parallel", "agents": [{"agent_id": "a"},
    {"agent_id": "b"}, {"agent_id": "c"}]})";

} // namespace

/// What an execution may spend (feature CM-10).
class TestSpendingCap : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }
    void pausesBeforeTheCall_data();
    void pausesBeforeTheCall();
    void callsAreNeverPassed();
    void goingOnWithoutRaisingHoldsAgain();
    void stops();
    void warnsOnce();
    void tooLow();
    void personsTimeIsNotTheTeams();
    void holdSurvivesACrash();
    void stopWhileItWaits();
    void retriesCount();
    void memberTeamsSpendIt();
};

void TestSpendingCap::pausesBeforeTheCall_data()
{
    QTest::addColumn<SpendingCap>("cap");
    QTest::addColumn<SpendingCap>("more");
    SpendingCap money;
    money.nanoUsd = 1'000;
    SpendingCap moreMoney;
    moreMoney.nanoUsd = 100'000;
    QTest::newRow("calls") << calls(1) << calls(10);
    QTest::newRow("tokens") << tokens(150) << tokens(10'000);
    QTest::newRow("money") << money << moreMoney;
}

void TestSpendingCap::pausesBeforeTheCall()
{
    QFETCH(SpendingCap, cap);
    QFETCH(SpendingCap, more);
    EngineBench bench;
    bench.backend->say(u"a"_s, { .usage = of(100, 80, 1'500) });
    const ExecutionId id = bench.execute(EngineBench::chain(Three), u"Do it"_s, with(cap));
    QCOMPARE(bench.backend->starts.size(), 1);
    const Execution held = bench.stored(id);
    QVERIFY(held.paused);
    QVERIFY(held.hold->reason == ExecutionHold::Reason::Cap);
    QCOMPARE(held.hold->step, StepId(u"b"_s));
    const ExecutionEvent reached = bench.event(id, "execution_cap_reached"_L1);
    QCOMPARE(integerAt(*memberAt(reached.data, "spent"), "tokens").value_or(0), 180);
    QCOMPARE(integerAt(*memberAt(reached.data, "spent"), "nano_usd").value_or(0), 1'500);
    QCOMPARE(integerAt(reached.data, "calls_at_work").value_or(-1), 0);
    QVERIFY(bench.execution(id) == held);
    QVERIFY(*await(bench.orchestrator->setCap(id, more, u"Ana"_s)));
    bench.settle();
    QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
    QVERIFY(bench.stored(id).cap == more);
    QVERIFY(bench.execution(id) == bench.stored(id));
    QCOMPARE(bench.flaw(id), QString());
}

void TestSpendingCap::callsAreNeverPassed()
{
    EngineBench bench;
    for (const QString &agent : Three)
        bench.backend->say(agent, { .works = true });
    const ExecutionId id = bench.execute(EngineBench::team(Parallel), u"Do it"_s, with(calls(2)));
    QCOMPARE(bench.backend->starts.size(), 2);
    QCOMPARE(
        integerAt(bench.event(id, "execution_cap_reached"_L1).data, "calls_at_work").value_or(0),
        2);
    for (const RunId &run : bench.backend->activeRuns())
        bench.backend->finish(run, u"done"_s);
    bench.settle();
    QCOMPARE(bench.backend->starts.size(), 2);
    QVERIFY(*await(bench.orchestrator->setCap(id, calls(3), u"Ana"_s)));
    bench.settle();
    QCOMPARE(bench.backend->starts.size(), 3);
}

void TestSpendingCap::goingOnWithoutRaisingHoldsAgain()
{
    EngineBench bench;
    const ExecutionId id = bench.execute(EngineBench::chain(Three), u"Do it"_s, with(calls(1)));
    QVERIFY(*await(bench.orchestrator->goOn(id, u"Ana"_s)));
    bench.settle();
    QVERIFY(bench.stored(id).hold->reason == ExecutionHold::Reason::Cap);
    QCOMPARE(bench.count(id, "execution_held"_L1), 2);
    QCOMPARE(bench.backend->starts.size(), 1);
}

void TestSpendingCap::stops()
{
    EngineBench bench;
    const ExecutionId id
        = bench.execute(EngineBench::chain(Three), u"Do it"_s, with(calls(1, Action::Stop)));
    const Execution after = bench.stored(id);
    QCOMPARE(toString(after.status), u"failed"_s);
    QCOMPARE(after.error->code, QLatin1StringView(code::BudgetExceeded));
    QCOMPARE(bench.backend->starts.size(), 1);
    QCOMPARE(stringAt(bench.event(id, "step_cancelled"_L1).data, "reason"), u"budget_exceeded"_s);
    QCOMPARE(bench.flaw(id), QString());
    QVERIFY(bench.execution(id) == after);
}

void TestSpendingCap::warnsOnce()
{
    EngineBench bench;
    const ExecutionId id
        = bench.execute(EngineBench::chain(Three), u"Do it"_s, with(calls(1, Action::Warn)));
    QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
    QCOMPARE(bench.count(id, "execution_cap_reached"_L1), 1);
}

void TestSpendingCap::tooLow()
{
    EngineBench bench;
    bench.backend->say(u"b"_s, { .works = true });
    bench.backend->say(u"a"_s, { .usage = of(100, 80) });
    const ExecutionId id = bench.execute(EngineBench::chain(Three));
    QCOMPARE(await(bench.orchestrator->setCap(id, tokens(180), u"Ana"_s))->error().code,
        QLatin1StringView(code::CapTooLow));
    QVERIFY(*await(bench.orchestrator->setCap(id, tokens(181), u"Ana"_s)));
    QVERIFY(*await(bench.orchestrator->setCap(id, {}, u"Ana"_s))); // none at all
    QVERIFY(!bench.stored(id).cap.isSet());
}

void TestSpendingCap::personsTimeIsNotTheTeams()
{
    EngineBench bench;
    ExecutionConfig config = with(calls(1));
    config.maxExecutionSeconds = 60;
    const ExecutionId id = bench.execute(EngineBench::chain(Three), u"Do it"_s, config);
    bench.advance(1h, 1min);
    QCOMPARE(toString(bench.stored(id).status), u"running"_s);
    QVERIFY(*await(bench.orchestrator->setCap(id, calls(9), u"Ana"_s)));
    bench.settle();
    QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
}

void TestSpendingCap::holdSurvivesACrash()
{
    EngineBench bench;
    const ExecutionId id = bench.execute(EngineBench::chain(Three), u"Do it"_s, with(calls(1)));
    bench.restart();
    QVERIFY(bench.resume(id));
    bench.advance(10s);
    QCOMPARE(bench.backend->starts.size(), 1);
    QVERIFY(bench.stored(id).hold->reason == ExecutionHold::Reason::Cap);
    QCOMPARE(bench.count(id, "execution_held"_L1), 1);
    QVERIFY(*await(bench.orchestrator->setCap(id, calls(2), u"Ana"_s)));
    bench.advance(5s);
    QCOMPARE(bench.backend->starts.size(), 2);
    QCOMPARE(bench.count(id, "execution_held"_L1), 2);
    bench.restart();
    QVERIFY(bench.resume(id));
    bench.advance(5s);
    QCOMPARE(bench.backend->starts.size(), 2); // the raised cap counts, and what was spent
}

void TestSpendingCap::stopWhileItWaits()
{
    EngineBench bench;
    const ExecutionId id = bench.execute(EngineBench::chain(Three), u"Do it"_s, with(calls(1)));
    QVERIFY(bench.stop(id));
    bench.settle();
    QCOMPARE(toString(bench.stored(id).status), u"cancelled"_s);
    QVERIFY(!bench.stored(id).hold);
}

void TestSpendingCap::retriesCount()
{
    EngineBench bench;
    bench.backend->say(
        u"a"_s, { .error = testError(ErrorCategory::AgentCrash, code::SunaRunFailed) });
    const ExecutionId id
        = bench.execute(EngineBench::chain({ u"a"_s }), u"Do it"_s, with(calls(1)));
    bench.advance(20s);
    QCOMPARE(bench.backend->starts.size(), 1);
    QVERIFY(bench.stored(id).hold->reason == ExecutionHold::Reason::Cap);
}

void TestSpendingCap::memberTeamsSpendIt()
{
    EngineBench bench;
    Team inner = EngineBench::chain(Three);
    inner.id = TeamId(u"inner"_s);
    QVERIFY(*await(bench.store->insertTeam(inner)));
    const Team outer = EngineBench::team(R"({"type": "sequential", "agents": [{"agent_id": "x"},
        {"agent_id": "t", "kind": "team", "team_id": "inner"}]})");
    const ExecutionId id = bench.execute(outer, u"Do it"_s, with(calls(2)));
    bench.rest();
    QCOMPARE(bench.backend->starts.size(), 2); // x, and the first of the inner team
    QVERIFY(bench.stored(id).hold->reason == ExecutionHold::Reason::Cap);
    QVERIFY(*await(bench.orchestrator->setCap(id, calls(4), u"Ana"_s)));
    bench.rest();
    QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
    QCOMPARE(bench.backend->starts.size(), 4);
}

QTEST_GUILESS_MAIN(TestSpendingCap)
#include "tst_spending_cap.moc"
