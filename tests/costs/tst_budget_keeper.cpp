// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/costs/budget_keeper.h"
#include "core/store/cost_store.h"
#include "core/store/store.h"
#include "core/store/store_access.h"
#include "tests/support/await.h"
#include "tests/support/event_by_hand.h"
#include "tests/support/virtual_clock.h"

#include <QTemporaryDir>
#include <QTest>

#include <semaphore>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Usage used(int calls = 1)
{
    Usage usage;
    usage.modelName = u"gpt-4o"_s;
    usage.tokensInput = 100;
    usage.tokensOutput = 50;
    usage.requestCount = calls;
    usage.cost = Cost::ofCall(CostBasis::Reported, 1000);
    return usage;
}

PlannedCall planned(const char *agent = "a")
{
    PlannedCall call;
    call.who = { TeamId(u"team"_s), AgentId(QString::fromLatin1(agent)),
        ExecutionId(QString::fromLatin1(EventScript::Id)) };
    return call;
}

BookedRun runOf(const QString &run)
{
    return { ExecutionId(QString::fromLatin1(EventScript::Id)), RunId(run) };
}

/// A keeper over a real store, on the day of the events that are written by hand.
struct Bench {
    Bench()
    {
        store = std::move(*Store::open({ dir.filePath(u"renum.db"_s) }, &clock));
        keeper = std::make_unique<BudgetKeeper>(store.get(), &clock, nullptr);
        ExecutionEvents begun;
        begun.append(script.created());
        begun.append(script.planned({ u"a"_s }));
        QVERIFY(*await(store->append(begun)));
    }
    void put(const Budget &budget)
    {
        QVERIFY(*await(CostStore(store.get()).putBudget(budget, clock.now())));
    }
    void read() { QVERIFY(*await(keeper->reload())); }
    /// The row of a booking reaches the ledger.
    void writeRow(const QString &run)
    {
        ExecutionEvents events;
        events.append(script.step("step_usage", "a",
            { { "attempt", 1 }, { "agent_run_id", run.toStdString() },
                { "usage_metrics", toJson(used()) } }));
        QVERIFY(*await(store->append(events)));
    }
    [[nodiscard]] BudgetStatus status(int i = 0) const { return keeper->status().value(i); }

    QTemporaryDir dir;
    VirtualClock clock { fromMicroseconds(EventScript::Begin) };
    EventScript script;
    std::unique_ptr<Store> store;
    std::unique_ptr<BudgetKeeper> keeper;
};

Budget ofCalls(const char *id, qint64 calls, Budget::Period period = Budget::Period::Day)
{
    Budget budget;
    budget.id = BudgetId(QString::fromLatin1(id));
    budget.name = QString::fromLatin1(id);
    budget.calls = calls;
    budget.period = period;
    return budget;
}

} // namespace

/// What was spent, from the ledger and from what has not reached it yet.
class TestBudgetKeeper : public QObject {
    Q_OBJECT

private slots:
    void nothingIsAllowedBeforeTheLedgerWasRead();
    void aBookingCountsOnce();
    void monthsAndRunsOutliveADay();
    void whoWaitsIsWoken();
    void workTimeIsLimitedToo();
    void estimatesLearn();
    void aKeeperThatIsGoneHurtsNobody();
};

void TestBudgetKeeper::nothingIsAllowedBeforeTheLedgerWasRead()
{
    Bench bench;
    std::binary_semaphore goOn(0); // a reader that is slow
    (void)bench.store->access().read<bool>([&goOn](ReadSession &) {
        goOn.acquire();
        return Result<bool>(true);
    });
    const SpendingLimits::Leave early = bench.keeper->reserve(planned());
    goOn.release();
    QVERIFY(!early.reservation && early.refusal && !early.refusal->lasts);
    QVERIFY(early.refusal->budget.isEmpty());
    bench.read();
    QVERIFY(bench.keeper->reserve(planned()).reservation);
}

void TestBudgetKeeper::aBookingCountsOnce()
{
    Bench bench;
    bench.put(ofCalls("day", 10));
    bench.put(ofCalls("run", 10, Budget::Period::Run));
    bench.read();
    (void)bench.keeper->book(planned().who, runOf(u"r1"_s), used());
    QCOMPARE(bench.status(0).spent.calls, qint64(1));
    bench.read(); // its row is still on the way
    QCOMPARE(bench.status(0).spent.calls, qint64(1));
    QCOMPARE(bench.status(1).spent.calls, qint64(1));
    bench.writeRow(u"r1"_s);
    bench.read();
    QCOMPARE(bench.status(0).spent.calls, qint64(1));
    QCOMPARE(bench.status(0).spent.nanoUsd, qint64(1000));
    QCOMPARE(bench.status(1).spent.calls, qint64(1));
    bench.writeRow(u"r2"_s); // of another process
    bench.read();
    QCOMPARE(bench.status(0).spent.calls, qint64(2));
}

void TestBudgetKeeper::monthsAndRunsOutliveADay()
{
    Bench bench;
    bench.put(ofCalls("day", 10));
    bench.put(ofCalls("month", 10, Budget::Period::Month));
    bench.put(ofCalls("run", 10, Budget::Period::Run));
    bench.read();
    (void)bench.keeper->book(planned().who, runOf(u"r1"_s), used());
    bench.writeRow(u"r1"_s);
    bench.clock.advance(24h);
    bench.read();
    QCOMPARE(bench.status(0).spent.calls, qint64(0));
    QCOMPARE(bench.status(1).spent.calls, qint64(1));
    QCOMPARE(bench.status(2).spent.calls, qint64(1)); // it is not over
}

void TestBudgetKeeper::whoWaitsIsWoken()
{
    Bench bench;
    bench.put(ofCalls("day", 1));
    bench.read();
    SpendingLimits::Leave first = bench.keeper->reserve(planned());
    QVERIFY(first.reservation);
    const SpendingLimits::Leave second = bench.keeper->reserve(planned());
    QVERIFY(second.refusal && !second.refusal->lasts);
    const OneShot<bool> chance;
    bench.keeper->whenChanged(chance);
    QVERIFY(!chance.isSet());
    first.reservation.reset();
    QVERIFY(chance.isSet());
    QVERIFY(bench.keeper->reserve(planned()).reservation);
}

void TestBudgetKeeper::workTimeIsLimitedToo()
{
    Bench bench;
    Budget budget = ofCalls("time", 100);
    budget.seconds = 60;
    bench.put(budget);
    bench.read();
    SpendingLimits::Leave first = bench.keeper->reserve(planned());
    bench.clock.advance(61s);
    first.reservation.reset();
    QCOMPARE(bench.status().spent.seconds, qint64(61));
    const SpendingLimits::Leave second = bench.keeper->reserve(planned());
    QVERIFY(second.refusal && second.refusal->lasts);
    QCOMPARE(second.refusal->error.args.value(u"measure"_s).toString(), u"seconds"_s);
}

void TestBudgetKeeper::estimatesLearn()
{
    CallHabits habits;
    PlannedCall call = planned();
    call.promptLength = 401;
    QCOMPARE(budgetAmountOf(habits.expected(call)).tokens, qint64(101 + 800));
    Usage usage = used();
    habits.learn(call.who.agent, usage);
    QCOMPARE(budgetAmountOf(habits.expected(call)).tokens, qint64(101 + 50));
    QCOMPARE(habits.expected(call).modelName, u"gpt-4o"_s);
    usage.tokensInput = 1'000'000'000'000'000; // absurd: learned by nobody
    habits.learn(call.who.agent, usage);
    QVERIFY(budgetAmountOf(habits.expected(call)).tokens < 1000);
    const BudgetAmount more = budgetAmountOf(CallHabits::withOneMore(used(2)));
    QCOMPARE(more.calls, qint64(3));
    QCOMPARE(more.tokens, qint64(225));
}

void TestBudgetKeeper::aKeeperThatIsGoneHurtsNobody()
{
    Bench bench;
    bench.put(ofCalls("day", 1));
    bench.read();
    const SpendingLimits::Leave held = bench.keeper->reserve(planned());
    bench.keeper->close();
    QVERIFY(!bench.keeper->reserve(planned()).reservation);
    bench.keeper.reset();
    QVERIFY(!held.reservation->extend(used()));
}

QTEST_GUILESS_MAIN(TestBudgetKeeper)
#include "tst_budget_keeper.moc"
