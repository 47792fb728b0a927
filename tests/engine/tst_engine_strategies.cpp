// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "tests/engine/engine_bench.h"

#include <QRegularExpression>
#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr char Parallel[] = R"({"type": "parallel", "agents": [
  {"agent_id": "a", "input": {"source": "initial_prompt"}},
  {"agent_id": "b", "input": {"source": "initial_prompt"}}], "config": {"fail_fast": true}})";

constexpr char Feedback[] = R"({"type": "pipeline", "agents": [
  {"agent_id": "dev", "execution_order": 1, "input": {"source": "initial_prompt"}},
  {"agent_id": "test", "execution_order": 2, "input": {"source": "agent_result", "agent_id": "dev"},
   "feedback": {"to": "dev", "max_iterations": 3, "conditions": [
     {"field": "agent_test_result.verdict", "operator": "equals", "value": "fail"}]}}]})";

constexpr char Conditional[] = R"({"type": "conditional", "agents": [
  {"agent_id": "triage", "input": {"source": "initial_prompt"}},
  {"agent_id": "tech", "input": {"source": "agent_result", "agent_id": "triage"}, "conditions": [
    {"field": "agent_triage_result.category", "operator": "equals", "value": "technical"}]},
  {"agent_id": "bill", "input": {"source": "agent_result", "agent_id": "triage"}, "conditions": [
    {"field": "agent_triage_result.category", "operator": "equals", "value": "billing"}]}]})";

} // namespace

/// The strategies through the engine: many attempts at once, iterations, skips, odd ends of runs.
class TestEngineStrategies : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void parallelStepsRunAtOnce()
    {
        EngineBench bench;
        bench.backend->say(u"a"_s, { .works = true });
        bench.backend->say(u"b"_s, { .works = true });
        const ExecutionId id = bench.execute(EngineBench::team(Parallel));
        QCOMPARE(bench.backend->activeRuns().size(), 2);
        bench.backend->finish(bench.backend->runOf(u"b"_s), u"B"_s);
        bench.backend->finish(bench.backend->runOf(u"a"_s), u"A"_s);
        bench.settle();
        QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
        QCOMPARE(bench.flaw(id), QString());
    }

    void failFastCancelsTheSiblings()
    {
        EngineBench bench;
        bench.backend->say(
            u"a"_s, { .error = testError(ErrorCategory::InvalidInput, code::SunaRunFailed) });
        bench.backend->say(u"b"_s, { .works = true });
        const ExecutionId id = bench.execute(EngineBench::team(Parallel));
        const Execution execution = bench.stored(id);
        QCOMPARE(toString(execution.status), u"failed"_s);
        QCOMPARE(toString(execution.steps[1].status), u"cancelled"_s);
        QCOMPARE(
            stringAt(bench.event(id, "step_cancelled"_L1).data, "reason"), u"upstream_failed"_s);
        QCOMPARE(bench.backend->activeRuns().size(), 0);
        QCOMPARE(bench.flaw(id), QString());
    }

    void S12_feedbackRunsAgainUnderItsOwnStepId()
    {
        EngineBench bench;
        bench.backend->say(u"test"_s, { .text = u"```json\n{\"verdict\": \"fail\"}\n```"_s });
        bench.backend->say(u"test"_s, { .text = u"```json\n{\"verdict\": \"pass\"}\n```"_s });
        const ExecutionId id = bench.execute(EngineBench::team(Feedback));
        QCOMPARE(bench.backend->starts.size(), 4);
        QVERIFY(bench.backend->starts[2].prompt.contains(u"Feedback from"_s));
        QCOMPARE(stringAt(bench.event(id, "step_started"_L1, 2).data, "step_id"), u"dev#2"_s);
        QCOMPARE(stringAt(bench.event(id, "step_completed"_L1, 3).data, "step_id"), u"test#2"_s);
        const Execution execution = bench.execution(id);
        QCOMPARE(toString(execution.status), u"completed"_s);
        QCOMPARE(execution.completedSteps, 2);
        QCOMPARE(bench.flaw(id), QString());
    }

    void S7_unmetConditionsAreSkipped()
    {
        EngineBench bench;
        bench.backend->say(u"triage"_s, { .text = u"{\"category\": \"technical\"}"_s });
        const ExecutionId id = bench.execute(EngineBench::team(Conditional));
        const Execution execution = bench.stored(id);
        QCOMPARE(toString(execution.status), u"completed"_s);
        QCOMPARE(toString(execution.steps[1].status), u"completed"_s);
        QCOMPARE(toString(execution.steps[2].status), u"skipped"_s);
        QVERIFY(execution.steps[2].skipReason == SkipReason::ConditionNotMet);
        QCOMPARE(bench.flaw(id), QString());
    }

    void aRunThatCannotBeFollowedIsStoppedBeforeTheNextAttempt()
    {
        EngineBench bench;
        bench.backend->say(
            u"a"_s, { .lost = testError(ErrorCategory::NetworkError, code::ConnectionLost) });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        QCOMPARE(bench.backend->stops, QStringList { u"run-001"_s });
        QCOMPARE(bench.count(id, "step_usage"_L1), 1);
        QCOMPARE(bench.backend->starts.size(), 1);
        bench.advance(2s);
        QCOMPARE(bench.backend->starts.size(), 2);
        QCOMPARE(toString(bench.stored(id).status), u"completed"_s);
    }

    void aRunStoppedByOthersIsNotRepeated()
    {
        EngineBench bench;
        bench.backend->say(u"a"_s, { .works = true });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        bench.backend->interrupt(bench.backend->runOf(u"a"_s));
        bench.advance(5s);
        QCOMPARE(bench.backend->starts.size(), 1);
        QCOMPARE(toString(bench.stored(id).status), u"failed"_s);
        QCOMPARE(bench.stored(id).steps[0].error->code, QString::fromLatin1(code::SunaRunStopped));
    }

    void theModelThatWorkedIsBooked()
    {
        EngineBench bench;
        bench.backend->say(u"a"_s, { .works = true });
        const ExecutionId id = bench.execute(EngineBench::chain({ u"a"_s }));
        const RunId run = bench.backend->runOf(u"a"_s);
        bench.backend->show(run, RunModelKnown { u"maker/model-1"_s });
        bench.backend->show(run, RunTextDelta { 0, QString(40, u'x') });
        bench.backend->show(run, RunTextReplaced { 0, QString(80, u'y') });
        bench.backend->finish(run, u"done"_s);
        bench.settle();
        const Execution execution = bench.stored(id);
        QCOMPARE(execution.steps[0].modelName, u"maker/model-1"_s);
        QVERIFY(execution.usage.estimated);
        QCOMPARE(execution.usage.tokensOutput, std::optional<qint64>(20));
    }

    void conflictsAndRefusalsAreLogged()
    {
        EngineBench bench;
        const QString context = u"```team-context\n{\"x\": %1, \"team_id\": \"mine\"}\n```"_s;
        bench.backend->say(u"a"_s, { .text = context.arg(1) });
        bench.backend->say(u"b"_s, { .text = context.arg(2) });
        const ExecutionId id = bench.execute(EngineBench::team(Parallel));
        QCOMPARE(bench.execution(id).contextObject.at("x"), Json(2));
        QStringList messages;
        for (const ExecutionEvent &event : bench.published(id)) {
            if (event.type == "execution_log"_L1)
                messages.append(
                    stringAt(event.data.at("log_entry"), "message").value_or(QString()));
        }
        QVERIFY(std::ranges::any_of(
            messages, [](const QString &text) { return text.contains(u"value of b counts"_s); }));
        QVERIFY(messages.size() >= 3); // one conflict, two refused keys
    }
};

QTEST_GUILESS_MAIN(TestEngineStrategies)
#include "tst_engine_strategies.moc"
