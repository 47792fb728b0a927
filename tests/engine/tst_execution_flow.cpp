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

namespace {

constexpr char MarketAnalysis[] = R"({"type": "sequential", "agents": [
  {"agent_id": "res", "name": "Researcher", "execution_order": 1, "input": {"source": "initial_prompt"}},
  {"agent_id": "ana", "name": "Analyst", "execution_order": 2,
   "input": {"source": "agent_result", "agent_id": "res"}},
  {"agent_id": "rep", "name": "Reporter", "execution_order": 3, "input": {"source": "combined",
   "sources": [{"type": "agent_result", "agent_id": "res"},
               {"type": "agent_result", "agent_id": "ana"}]}}]})";

Error crash()
{
    return testError(ErrorCategory::InvalidInput, code::SunaRunFailed);
}

QString lastEventType(EngineBench &bench, const ExecutionId &id)
{
    return bench.published(id).constLast().eventType;
}

} // namespace

class TestExecutionFlow : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void marketAnalysisRunsInOrder()
    {
        EngineBench bench;
        bench.backend->say(u"res"_s, { u"FACTS OF THE MARKET"_s });
        bench.backend->say(u"ana"_s, { u"TRENDS IN IT"_s });
        bench.backend->say(u"rep"_s, { u"THE REPORT"_s });
        const ExecutionId id
            = bench.execute(EngineBench::team(MarketAnalysis), u"Electric bicycles"_s);

        QCOMPARE(bench.flaw(id), QString());
        QCOMPARE(bench.backend->starts.size(), 3);
        const QString analyst = bench.backend->starts[1].prompt;
        const QString reporter = bench.backend->starts[2].prompt;
        QVERIFY(bench.backend->starts[0].prompt.contains(u"Electric bicycles"_s));
        QVERIFY(analyst.contains(u"FACTS OF THE MARKET"_s));
        QVERIFY(reporter.contains(u"FACTS OF THE MARKET"_s));
        QVERIFY(reporter.contains(u"TRENDS IN IT"_s));

        const Execution execution = bench.stored(id);
        QCOMPARE(toString(execution.status), toString(ExecutionStatus::Completed));
        QCOMPARE(execution.completedSteps, 3);
        QCOMPARE(execution.progress(), 100.0);
        QVERIFY(execution.finalResult);
        QCOMPARE(stringAt(*execution.finalResult, "result"), u"THE REPORT"_s);
        QCOMPARE(execution.steps[1].prompt, analyst);
    }

    void eventsTellTheStory()
    {
        EngineBench bench;
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        const QStringList expected { u"execution_created"_s, u"plan_created"_s,
            u"execution_started"_s, u"step_started"_s, u"step_run_intent"_s, u"step_run_sent"_s,
            u"step_run_bound"_s, u"step_usage"_s, u"step_completed"_s, u"context_change"_s,
            u"execution_completed"_s };
        QStringList story = bench.story(id);
        story.removeDuplicates(); // several keys of the context change
        QCOMPARE(story, expected);
        QCOMPARE(bench.count(id, "execution_progress"_L1), 1);
        const ExecutionEvent started = bench.event(id, "execution_started"_L1);
        QCOMPARE(stringAt(started.data, "owner"), EngineBench::standardSettings().owner);
        const Json totals = bench.published(id).constLast().data.at("usage_totals");
        QVERIFY(boolAt(totals, "estimated").value_or(false));
        QVERIFY(integerAt(totals, "tokens_input").value_or(0) > 0);
    }

    void reportedUsageIsKept()
    {
        EngineBench bench;
        Usage told;
        told.modelName = u"model-x"_s;
        told.tokensInput = 700;
        told.tokensOutput = 30;
        told.requestCount = 2;
        bench.backend->say(u"a"_s, { .text = u"A"_s, .usage = told });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        QCOMPARE(bench.execution(id).usage.tokensInput, std::optional<qint64>(700));
        QVERIFY(!bench.execution(id).usage.estimated);
        QCOMPARE(bench.execution(id).steps[0].modelName, u"model-x"_s);
    }

    void S1_failedStepStopsTheRest()
    {
        EngineBench bench;
        bench.backend->say(u"b"_s, { .error = crash() });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s, u"c"_s }));
        QCOMPARE(bench.flaw(id), QString());
        const Execution execution = bench.stored(id);
        QCOMPARE(toString(execution.status), toString(ExecutionStatus::Failed));
        QCOMPARE(toString(execution.steps[0].status), toString(StepStatus::Completed));
        QCOMPARE(toString(execution.steps[1].status), toString(StepStatus::Failed));
        QCOMPARE(toString(execution.steps[2].status), toString(StepStatus::Skipped));
        QVERIFY(!execution.finalResult);
        QCOMPARE(bench.backend->starts.size(), 2);
        QCOMPARE(bench.count(id, "execution_progress"_L1), 3);
    }

    void initialContextIsLoggedAndSent()
    {
        EngineBench bench;
        ExecutionConfig config;
        config.initialContext = { { "region", "Brazil" } };
        config.initialMemory = { { "leads", { 1, 2 } } };
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }), u"Go"_s, config);
        QCOMPARE(bench.execution(id).contextObject.at("region"), Json("Brazil"));
        QCOMPARE(bench.execution(id).sharedMemory.at("leads"), Json({ 1, 2 }));
        QVERIFY(bench.backend->starts[0].prompt.contains(u"Brazil"_s));
    }

    void twoExecutionsDoNotMix()
    {
        EngineBench bench;
        bench.backend->say(u"a"_s, { .works = true });
        bench.backend->say(u"a"_s, { .works = true });
        const Team team = EngineBench::chain({ u"a"_s, u"b"_s });
        const ExecutionId first = bench.execute(team, u"first"_s);
        const ExecutionId second = bench.execute(team, u"second"_s);
        QCOMPARE(bench.orchestrator->activeCount(), 2);
        bench.backend->finish(bench.backend->runOf(u"a"_s, 1), u"of the second"_s);
        bench.settle();
        QCOMPARE(toString(bench.stored(second).status), toString(ExecutionStatus::Completed));
        QCOMPARE(toString(bench.stored(first).status), toString(ExecutionStatus::Running));
        bench.backend->finish(bench.backend->runOf(u"a"_s, 0), u"of the first"_s);
        bench.settle();
        QCOMPARE(bench.flaw(first), QString());
        QCOMPARE(bench.flaw(second), QString());
        QVERIFY(bench.backend->starts[2].prompt.contains(u"of the second"_s));
        QVERIFY(bench.backend->starts[3].prompt.contains(u"of the first"_s));
        QCOMPARE(bench.orchestrator->activeCount(), 0);
    }

    void moreThanTheLimitIsRefused()
    {
        EngineSettings settings = EngineBench::standardSettings();
        settings.maxConcurrentExecutions = 1;
        EngineBench bench(settings);
        bench.backend->say(u"a"_s, { .works = true });
        const Team team = EngineBench::chain({ u"a"_s });
        bench.execute(team);
        const Result<ExecutionId> refused = bench.tryExecute(team);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, QString::fromLatin1(code::ConcurrentExecutionLimit));
        bench.backend->finish(bench.backend->runOf(u"a"_s), u"done"_s);
        bench.settle();
        QVERIFY(bench.tryExecute(team).ok());
    }

    void badRequestsAreRefusedBeforeAnythingIsStored_data()
    {
        QTest::addColumn<QString>("prompt");
        QTest::addColumn<bool>("active");
        QTest::addColumn<bool>("broken");
        QTest::addColumn<QString>("expected");
        QTest::newRow("blank prompt") << u" \n "_s << true << false << u"prompt_invalid"_s;
        QTest::newRow("long prompt")
            << QString(200'001, u'x') << true << false << u"prompt_invalid"_s;
        QTest::newRow("inactive team") << u"Go"_s << false << false << u"team_inactive"_s;
        QTest::newRow("invalid team") << u"Go"_s << true << true << u"workflow_invalid"_s;
    }
    void badRequestsAreRefusedBeforeAnythingIsStored()
    {
        QFETCH(QString, prompt);
        QFETCH(bool, active);
        QFETCH(bool, broken);
        QFETCH(QString, expected);
        EngineBench bench;
        Team team = EngineBench::chain({ u"a"_s });
        team.isActive = active;
        if (broken)
            team.workflow.agents.clear();
        const Result<ExecutionId> refused = bench.tryExecute(team, prompt);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, expected);
        QVERIFY(!refused.error().message.isEmpty());
        bench.settle();
        QCOMPARE(bench.backend->starts.size(), 0);
        QCOMPARE(bench.orchestrator->activeCount(), 0);
    }

    void foreignWriterBreaksTheExecutionTruthfully()
    {
        EngineBench bench;
        bench.backend->say(u"a"_s, { .works = true });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s, u"b"_s }));
        // Someone else takes the next seq: the store refuses what the driver writes from now on.
        ExecutionEvent intruder = bench.published(id).constLast();
        ++intruder.seq;
        intruder.type = u"execution_log"_s;
        intruder.eventType.clear();
        ExecutionEvents events;
        events.append(intruder);
        QVERIFY(await(bench.store->append(events))->ok());
        const qsizetype published = bench.published(id).size();

        QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(u"Execution .* cannot be stored"_s));
        bench.backend->show(bench.backend->runOf(u"a"_s), RunTextDelta { 0, u"lost"_s });
        bench.settle();
        QCOMPARE(bench.broken.size(), 1);
        QCOMPARE(bench.broken[0].second.code, QString::fromLatin1(code::StoreSeqConflict));
        QCOMPARE(bench.published(id).size(), published); // nothing unstored was shown
        QCOMPARE(bench.backend->activeRuns().size(), 0); // and nothing goes on working
        QCOMPARE(bench.orchestrator->activeCount(), 0);
        QCOMPARE(toString(bench.stored(id).status), toString(ExecutionStatus::Running));
    }

    void destroyedWhileRunningLeavesTheLogOpen()
    {
        EngineBench bench;
        bench.backend->say(u"a"_s, { .works = true });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        bench.orchestrator.reset();
        bench.settle();
        QCOMPARE(toString(bench.stored(id).status), toString(ExecutionStatus::Running));
        QCOMPARE(bench.storedEvents(id), bench.published(id));
        QVERIFY(bench.backend->stops.isEmpty()); // it may be adopted by the next start
        QCOMPARE(lastEventType(bench, id), u"step_run_bound"_s);
    }
};

QTEST_GUILESS_MAIN(TestExecutionFlow)
#include "tst_execution_flow.moc"
