// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/condition_tree.h"
#include "core/workflow/editing/sample_run.h"
#include "team_json.h"

#include <QTest>

using namespace renum;
using namespace renum::test;
using namespace Qt::StringLiterals;

class TestSampleRun : public QObject {
    Q_OBJECT

private slots:
    void isInventedFromSchemas();
    void isTakenFromAnExecution();
    void isWrittenAndReadBack();
    void readsOnlyObjects_data();
    void readsOnlyObjects();
    void seesOnlyWhatCameBefore();
    void previewsThePrompt_data();
    void previewsThePrompt();
    void previewNamesWhatIsMissing();
    void conditionsSeeTheResults();
};

namespace {

const SampleWords words { u"Do it."_s, u"Answer of %1."_s };

TeamDraft draftOf(const QByteArray &workflow)
{
    return readTeam(workflow).draft;
}

const QByteArray triage
    = "{'type':'sequential','agents':[{'agent_id':'triage','name':'Triage','agent_config':"
      "{'output_schema':{'properties':{'category':{'enum':['technical']}}}}},"
      "{'agent_id':'expert','name':'Expert','input':{'source':'agent_result','agent_id':'triage'},"
      "'agent_config':{'instructions':'Help.'}},{'agent_id':'end','name':'End'}]}";

} // namespace

void TestSampleRun::isInventedFromSchemas()
{
    const SampleRun run = inventedRun(draftOf(triage).workflow, words);
    QCOMPARE(run.initialPrompt, u"Do it."_s);
    QCOMPARE(run.results.value(AgentId(u"expert"_s)), u"Answer of Expert."_s);
    const Json *result = run.context.variable(u"agent_triage_result"_s);
    QVERIFY(result);
    QCOMPARE(compactJsonText((*result)["data"]), u"{\"category\":\"technical\"}"_s);
}

void TestSampleRun::isTakenFromAnExecution()
{
    Execution execution;
    execution.id = ExecutionId(u"e-1"_s);
    execution.initialPrompt = u"Prompt"_s;
    execution.contextObject = { { "tone", "calm" }, { "team_id", "t" } };
    execution.sharedMemory = { { "fact", 1 } };
    StepRecord done;
    done.agentId = AgentId(u"a"_s);
    done.status = StepStatus::Completed;
    done.output = readStepOutput(u"{\"n\": 3}"_s);
    StepRecord failed = done;
    failed.agentId = AgentId(u"b"_s);
    failed.status = StepStatus::Failed;
    execution.steps = { done, failed };
    const SampleRun run = sampleOf(execution);
    QCOMPARE(run.results.size(), 1);
    QVERIFY(*run.context.variable(u"tone"_s) == Json("calm"));
    QVERIFY(*run.context.variable(u"fact"_s) == Json(1));
    QVERIFY((*run.context.variable(u"agent_a_result"_s))["data"]["n"] == Json(3));
    QVERIFY(!run.context.variable(u"agent_b_result"_s));
}

void TestSampleRun::isWrittenAndReadBack()
{
    const QByteArray written = "{'initial_prompt':'P','results':{'a':{'n':3},'b':'text'},"
                               "'context':{'tone':'calm','team_id':'x'},'memory':{'fact':1}}";
    const Result<SampleRun> run = readSample(canonicalJson(json(written)));
    QVERIFY(run);
    QCOMPARE(run->initialPrompt, u"P"_s);
    QCOMPARE(run->results.value(AgentId(u"b"_s)), u"text"_s);
    const QByteArray text = sampleText(*run);
    QVERIFY(!text.contains("team_id"));
    const Result<SampleRun> again = readSample(text);
    QVERIFY(again);
    QVERIFY(again->context.contextObject() == run->context.contextObject());
    QVERIFY(again->results == run->results);
}

void TestSampleRun::readsOnlyObjects_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("readable");
    QTest::newRow("empty object") << QByteArray("{}") << true;
    QTest::newRow("null parts") << QByteArray("{'results':null}") << true;
    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("list") << QByteArray("[]") << false;
    QTest::newRow("results") << QByteArray("{'results':[]}") << false;
    QTest::newRow("context") << QByteArray("{'context':3}") << false;
    QTest::newRow("memory") << QByteArray("{'memory':'x'}") << false;
    QTest::newRow("cut off") << QByteArray("{'memory':") << false;
    QTest::newRow("deep") << QByteArray(100'000, '[') << false;
}

void TestSampleRun::readsOnlyObjects()
{
    QFETCH(QByteArray, text);
    const Result<SampleRun> run = readSample(text.replace('\'', '"'));
    QTEST(run.ok(), "readable");
    if (!run)
        QVERIFY(run.error().category == ErrorCategory::InvalidInput);
}

void TestSampleRun::seesOnlyWhatCameBefore()
{
    const WorkflowDefinition workflow = draftOf(triage).workflow;
    const SampleRun run
        = sampleBefore(inventedRun(workflow, words), workflow, AgentId(u"expert"_s));
    QCOMPARE(run.results.keys(), QList<AgentId> { AgentId(u"triage"_s) });
    QVERIFY(run.context.variable(u"agent_triage_result"_s));
    QVERIFY(!run.context.variable(u"agent_expert_result"_s));
    QVERIFY(!run.context.variable(u"agent_end_result"_s));
}

void TestSampleRun::previewsThePrompt_data()
{
    QTest::addColumn<QByteArray>("workflow");
    QTest::addColumn<QString>("begins");
    QTest::newRow("result of one") << triage << u"Help.\n\n{\n  \"category\": \"technical\"\n}"_s;
    QTest::newRow("template") << QByteArray(
        "{'type':'sequential','agents':[{'agent_id':'triage'},{'agent_id':'expert',"
        "'input':{'source':'initial_prompt','template':'<{{input}}|{{agent.triage}}|"
        "{{nonsense}}>'}}]}") << u"<Do it.|Answer of triage.|{{nonsense}}>"_s;
    QTest::newRow("pipeline passes inactive ones over") << QByteArray(
        "{'type':'pipeline','agents':[{'agent_id':'a'},{'agent_id':'b',"
        "'is_active':false},{'agent_id':'expert'}]}") << u"Answer of a."_s;
}

void TestSampleRun::previewsThePrompt()
{
    QFETCH(const QByteArray, workflow);
    QFETCH(const QString, begins);
    const TeamDraft draft = draftOf(workflow);
    const AgentId expert(u"expert"_s);
    const SampleRun run = sampleBefore(inventedRun(draft.workflow, words), draft.workflow, expert);
    const PromptPreview preview = previewPrompt(draft, expert, run);
    QVERIFY(!preview.missing);
    QVERIFY2(preview.prompt.startsWith(begins), qPrintable(preview.prompt));
    QVERIFY(previewPrompt(draft, AgentId(u"nobody"_s), run).prompt.isEmpty());
}

void TestSampleRun::previewNamesWhatIsMissing()
{
    const TeamDraft draft
        = draftOf("{'type':'sequential','agents':[{'agent_id':'a','input':{'source':"
                  "'context_variable','variable_name':'tone'}}]}");
    const PromptPreview preview
        = previewPrompt(draft, AgentId(u"a"_s), inventedRun(draft.workflow, words));
    QVERIFY(preview.missing);
    QVERIFY(preview.missing->what.contains(u"tone"_s));
}

void TestSampleRun::conditionsSeeTheResults()
{
    const WorkflowDefinition workflow = draftOf(triage).workflow;
    const SampleRun run
        = sampleBefore(inventedRun(workflow, words), workflow, AgentId(u"expert"_s));
    Condition condition;
    condition.field = u"agent_triage_result.category"_s;
    condition.op = u"equals"_s;
    condition.value = Json("technical");
    QVERIFY(evaluate({ condition }, conditionScope(run, workflow)));
    condition.field = u"category"_s; // contract §3.6, rule 4
    QVERIFY(!evaluate({ condition }, conditionScope(run, workflow)));
    QVERIFY(evaluate({ condition }, conditionScope(run, workflow, workflow.agents[1].input)));
}

QTEST_GUILESS_MAIN(TestSampleRun)
#include "tst_sample_run.moc"
