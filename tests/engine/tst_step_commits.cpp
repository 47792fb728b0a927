// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/engine/engine_bench.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

namespace {

/// `type/step` of all events of one commit that are about a step's run.
QStringList factsOf(const ExecutionEvents &commit)
{
    QStringList facts;
    for (const ExecutionEvent &event : commit) {
        if (event.type == "step_update"_L1)
            facts.append(event.eventType + u'/' + event.agentId.toString());
    }
    return facts;
}

} // namespace

/// How often the disk is waited for: most of what a step costs.
class TestStepCommits : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    // The service answers at once here: what it says, the end of the step, the beginning of the
    // next one and both facts that its start needs are one commit.
    void aStepWaitsForOneCommit()
    {
        EngineBench bench;
        QList<ExecutionEvents> commits; // published means acknowledged by the store
        bench.orchestrator = std::make_unique<Orchestrator>(bench.store.get(), &bench.clock,
            &bench.ids, EngineBench::standardSettings(),
            [&](const ExecutionEvents &events) { commits.append(events); });
        QVERIFY(bench.tryExecute(EngineBench::chain({ u"a"_s, u"b"_s, u"c"_s })).ok());
        QTRY_VERIFY(!commits.isEmpty() && isTerminalEvent(commits.constLast().constLast()));
        const auto starts = std::ranges::count_if(commits, [](const ExecutionEvents &commit) {
            return factsOf(commit).join(u' ').contains("step_run_sent"_L1);
        });
        QCOMPARE(starts, 3);
        const auto ofB = std::ranges::find_if(commits, [](const ExecutionEvents &commit) {
            return factsOf(commit).contains(u"step_started/b"_s);
        });
        QVERIFY(ofB != commits.cend());
        QCOMPARE(factsOf(*ofB),
            QStringList({ u"step_run_bound/a"_s, u"step_usage/a"_s, u"step_completed/a"_s,
                u"step_started/b"_s, u"step_run_intent/b"_s, u"step_run_sent/b"_s }));
    }

    void theIntentIsStoredWhileTheThreadIsMade()
    {
        EngineBench bench;
        bench.backend->holdPrepare = true;
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        QCOMPARE(bench.count(id, "step_run_intent"_L1), 1);
        QCOMPARE(bench.count(id, "step_run_sent"_L1), 0);
        QCOMPARE(bench.backend->starts.size(), 0);
        bench.backend->releasePrepare();
        bench.settle();
        QCOMPARE(bench.backend->starts.size(), 1);
        QCOMPARE(toString(bench.stored(id).status), toString(ExecutionStatus::Completed));
    }

    // Nothing waits for it, but it does not wait for anything either.
    void theRunIsKnownWhileItWorks()
    {
        EngineBench bench;
        bench.backend->say(u"a"_s, { .works = true });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        QCOMPARE(bench.stored(id).steps[0].runId, bench.backend->runOf(u"a"_s));
        QCOMPARE(toString(bench.stored(id).steps[0].runState), toString(RunState::Bound));
    }
};

QTEST_GUILESS_MAIN(TestStepCommits)
#include "tst_step_commits.moc"
