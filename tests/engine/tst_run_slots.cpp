// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/attempt_runner.h"
#include "core/model/error_codes.h"
#include "tests/engine/engine_bench.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

RunSlotRequest from(const QString &party, const QString &step)
{
    return { party, ExecutionId(party), StepId(step), 1 };
}

QStringList names(const std::vector<RunSlotRequest> &queue)
{
    QStringList list;
    for (const RunSlotRequest &request : queue)
        list.append(QString(request.party % request.step.toString()));
    return list;
}

EngineSettings settingsFor(int runs)
{
    EngineSettings settings = EngineBench::standardSettings();
    settings.maxConcurrentRuns = runs;
    return settings;
}

/// Agents that all start at once.
Team fan(const QStringList &agents)
{
    QStringList list;
    for (const QString &agent : agents)
        list.append(u"{\"agent_id\":\"%1\"}"_s.arg(agent));
    const QString json = u"{\"type\":\"parallel\",\"agents\":[%1]}"_s.arg(list.join(u','));
    return EngineBench::team(json.toUtf8().constData());
}

StepRecord stepOf(EngineBench &bench, const ExecutionId &id, const QString &agent)
{
    const Execution execution = bench.execution(id);
    const StepRecord *step = execution.step(StepId(agent));
    return step ? *step : StepRecord();
}

} // namespace

/// Contract §4.10: the cap on remote runs and the order of those who wait.
class TestRunSlots : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void freeSlotsAreHeldAtOnce()
    {
        RunSlots pool(2);
        const auto first = pool.enter(from(u"A"_s, u"1"_s));
        const auto second = pool.enter(from(u"A"_s, u"2"_s));
        const auto third = pool.enter(from(u"A"_s, u"3"_s));
        QVERIFY(first->isHeld() && second->isHeld() && !third->isHeld());
        QCOMPARE(first->position(), 0);
        QCOMPARE(third->position(), 1);
        QCOMPARE(pool.inUse(), 2);
        QCOMPARE(pool.capacity(), 2);
    }

    void partiesTakeTurnsAndQueueInOrder()
    {
        RunSlots pool(1);
        auto holder = pool.enter(from(u"A"_s, u"0"_s));
        std::vector<std::shared_ptr<RunSlot>> waiting;
        for (const char *name : { "A1", "A2", "A3", "B1", "C1", "B2" }) {
            const QString text = QString::fromLatin1(name);
            waiting.push_back(pool.enter(from(text.left(1), text.mid(1))));
        }
        const QStringList order { u"A1"_s, u"B1"_s, u"C1"_s, u"A2"_s, u"B2"_s, u"A3"_s };
        QCOMPARE(names(pool.queue()), order);
        QStringList positions;
        for (const auto &slot : waiting)
            positions.append(QString::number(slot->position()));
        QCOMPARE(positions.join(u' '), u"1 4 6 2 3 5"_s);

        // What the queue promises is what happens.
        QStringList served;
        holder.reset();
        while (pool.inUse() > 0) {
            const auto held = std::ranges::find_if(
                waiting, [](const auto &slot) { return slot && slot->isHeld(); });
            const QStringList before = names(pool.queue());
            held->reset();
            QCOMPARE(names(pool.queue()), before.mid(1));
            served.append(before.isEmpty() ? QString() : before.first());
        }
        served.removeLast();
        QCOMPARE(served, order.mid(1));
    }

    void leavingTheQueueClosesTheGap()
    {
        RunSlots pool(1);
        const auto holder = pool.enter(from(u"A"_s, u"0"_s));
        auto second = pool.enter(from(u"B"_s, u"1"_s));
        const auto third = pool.enter(from(u"C"_s, u"1"_s));
        QCOMPARE(third->position(), 2);
        second.reset();
        QCOMPARE(third->position(), 1);
        QCOMPARE(names(pool.queue()), QStringList { u"C1"_s });
        QCOMPARE(pool.inUse(), 1);
    }

    void aSlotMayOutliveThePool()
    {
        auto pool = std::make_unique<RunSlots>(0); // at least one is let through
        auto held = pool->enter(from(u"A"_s, u"1"_s));
        auto waiting = pool->enter(from(u"A"_s, u"2"_s));
        QVERIFY(held->isHeld());
        pool.reset();
        held.reset();
        QVERIFY(waiting->isHeld());
    }

    void threeExecutionsShareTwoSlots()
    {
        EngineBench bench(settingsFor(2));
        for (const char *agent : { "a", "b", "c", "d", "e", "f" })
            bench.backend->say(QString::fromLatin1(agent), { .works = true });
        const ExecutionId one = bench.execute(fan({ u"a"_s, u"b"_s, u"c"_s }));
        const ExecutionId two = bench.execute(fan({ u"d"_s, u"e"_s }));
        const ExecutionId three = bench.execute(fan({ u"f"_s }));
        QCOMPARE(bench.backend->activeRuns().size(), 2);
        QCOMPARE(bench.backend->threads.size(), 2); // a slot comes before the thread
        QCOMPARE(bench.orchestrator->runsAtWork(), 2);
        QStringList queue;
        for (const RunSlotRequest &request : bench.orchestrator->runQueue())
            queue.append(request.step.toString());
        QCOMPARE(queue.join(u' '), u"c d f e"_s);

        const StepRecord last = stepOf(bench, two, u"e"_s);
        QCOMPARE(toString(last.status), toString(StepStatus::Running));
        QVERIFY(last.waiting.has_value());
        QCOMPARE(toString(last.waiting->reason), u"run_slot"_s);
        QCOMPARE(last.waiting->position, 3); // f came later, but its turn is before
        bench.advance(10s);
        QCOMPARE(stepOf(bench, two, u"e"_s).waiting->position, 4);
        QCOMPARE(bench.stored(two).steps[1].waiting, stepOf(bench, two, u"e"_s).waiting);

        QStringList order;
        while (!bench.backend->activeRuns().isEmpty()) {
            const RunId run = bench.backend->activeRuns().constFirst();
            order.append(bench.backend->runs.at(run).agent.toString());
            bench.backend->finish(run, u"done"_s);
            bench.settle();
            QVERIFY(bench.backend->activeRuns().size() <= 2);
        }
        QCOMPARE(order.join(u' '), u"a b c d f e"_s);
        for (const ExecutionId &id : { one, two, three }) {
            QCOMPARE(toString(bench.stored(id).status), toString(ExecutionStatus::Completed));
            QCOMPARE(bench.flaw(id), QString());
        }
        QVERIFY(!stepOf(bench, two, u"e"_s).waiting);
        QCOMPARE(bench.orchestrator->runsAtWork(), 0);
    }

    void X10_stoppingFreesTheSlotAndLeavesTheQueue()
    {
        EngineBench bench(settingsFor(1));
        bench.backend->say(u"a"_s, { .works = true });
        bench.backend->say(u"c"_s, { .works = true });
        const ExecutionId working = bench.execute(fan({ u"a"_s }));
        const ExecutionId queued = bench.execute(fan({ u"b"_s }));
        const ExecutionId behind = bench.execute(fan({ u"c"_s }));
        QVERIFY(bench.stop(queued));
        QCOMPARE(toString(bench.stored(queued).status), toString(ExecutionStatus::Cancelled));
        QCOMPARE(bench.count(queued, "step_run_sent"_L1), 0);
        QCOMPARE(bench.orchestrator->runQueue().size(), size_t(1));
        QVERIFY(bench.stop(working));
        QCOMPARE(bench.backend->starts.size(), 2);
        QCOMPARE(bench.orchestrator->runsAtWork(), 1);
        QVERIFY(bench.stop(behind));
        QCOMPARE(bench.orchestrator->runsAtWork(), 0);
        for (const ExecutionId &id : { working, queued, behind })
            QCOMPARE(bench.flaw(id), QString());
    }

    void aRunThatDoesNotStopKeepsItsSlot()
    {
        EngineSettings settings = settingsFor(1);
        settings.reapFor = 60s;
        EngineBench bench(settings);
        bench.backend->say(u"a"_s, { .works = true });
        bench.backend->stopError = testError(ErrorCategory::SystemError, code::SunaInvalidAnswer);
        const ExecutionId stubborn = bench.execute(fan({ u"a"_s }));
        QVERIFY(bench.stop(stubborn));
        const ExecutionId next = bench.execute(fan({ u"b"_s }));
        bench.advance(20s);
        QCOMPARE(bench.orchestrator->runsAtWork(), 1);
        QCOMPARE(bench.backend->starts.size(), 1);
        bench.backend->stopError.reset();
        bench.advance(6s);
        QCOMPARE(toString(bench.stored(next).status), toString(ExecutionStatus::Completed));
        QCOMPARE(bench.orchestrator->runsAtWork(), 0);
    }

    void failuresAndRetriesGiveTheSlotBack()
    {
        EngineBench bench(settingsFor(1));
        bench.backend->say(
            u"a"_s, { .error = testError(ErrorCategory::NetworkError, code::ConnectionLost) });
        bench.backend->startScripts.enqueue({ StartAnswer::Kind::Rejected,
            testError(ErrorCategory::InvalidInput, code::SunaInvalidRequest) });
        const ExecutionId rejected = bench.execute(fan({ u"r"_s }));
        QCOMPARE(bench.orchestrator->runsAtWork(), 0);
        const ExecutionId failing = bench.execute(fan({ u"a"_s }));
        QCOMPARE(bench.orchestrator->runsAtWork(), 0); // between its attempts
        bench.advance(2s);
        QCOMPARE(toString(bench.stored(rejected).status), toString(ExecutionStatus::Failed));
        QCOMPARE(toString(bench.stored(failing).status), toString(ExecutionStatus::Completed));
        QCOMPARE(bench.orchestrator->runsAtWork(), 0);
    }

    void anAmbiguousStartKeepsItsSlotUntilTheWindowCloses()
    {
        EngineBench bench(settingsFor(1));
        bench.backend->startScripts.enqueue({ StartAnswer::Kind::Unknown,
            testError(ErrorCategory::NetworkError, code::TotalTimeout), false });
        const ExecutionId id = bench.execute(fan({ u"a"_s }));
        QVERIFY(bench.stop(id));
        QCOMPARE(toString(bench.stored(id).status), toString(ExecutionStatus::Cancelled));
        QCOMPARE(bench.orchestrator->runsAtWork(), 1); // a late run may still appear
        bench.advance(66s);
        QCOMPARE(bench.orchestrator->runsAtWork(), 0);
    }

    void aDestroyedAttemptHoldsNothing_data()
    {
        QTest::addColumn<bool>("queued");
        QTest::newRow("at work") << false;
        QTest::newRow("queued") << true;
    }

    void aDestroyedAttemptHoldsNothing()
    {
        QFETCH(bool, queued);
        EngineBench bench;
        bench.backend->say(u"a"_s, { .works = true });
        RunSlots pool(1);
        ServiceGates gates(&bench.clock, {});
        EventFactory events(ExecutionId(u"e"_s), TeamId(u"t"_s));
        RunJanitor janitor(&bench.clock, EngineBench::standardSettings());
        EventLog log(bench.store.get(), &bench.clock, {}, {});
        log.post(events.created({ EngineBench::chain({ u"a"_s }), u"Do it"_s, {} }));
        std::shared_ptr<RunSlot> other;
        if (queued)
            other = pool.enter(from(u"B"_s, u"1"_s));
        AttemptSpec spec;
        spec.step.id = StepId(u"a"_s);
        spec.step.agentId = AgentId(u"a"_s);
        AttemptServices services { bench.backend, &log, &events, &bench.clock, &janitor,
            EngineBench::standardSettings(), { gates.at(u"memory"_s), &pool } };
        services.spending
            = std::make_shared<SpendingGate>(SpendingGate::Start {}, SpendingGate::Listener {});
        auto attempt = std::make_unique<AttemptRunner>(spec, std::move(services),
            AttemptRunner::Callbacks {
                [](const AttemptEnd &) {}, [](const RunId &, const Usage &) {} });
        attempt->start();
        bench.settle();
        QCOMPARE(bench.backend->activeRuns().size(), queued ? 0 : 1);
        QCOMPARE(pool.queue().size(), size_t(queued ? 1 : 0));
        attempt.reset();
        bench.settle();
        QVERIFY(pool.queue().empty());
        QCOMPARE(pool.inUse(), queued ? 1 : 0);
    }
};

QTEST_GUILESS_MAIN(TestRunSlots)
#include "tst_run_slots.moc"
