// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/builder/inspector/inspector_fixture.h"

#include <QMenu>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;

/// What a member works on, and the prompt that comes of it.
class tst_InspectorInput : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(InspectorFixture::unexpectedWarning()); }
    void onlyEarlierMembersAreOffered();
    void sourcesAreAddedAndRemoved();
    void valuesOfTheContextAreNamed();
    void aPipelineFixesTheInput();
    void sourcesThatAreGoneAreShown();
    void placeholdersAreInserted();
    void thePreviewFollowsEveryChange();
    void thePreviewSaysWhatIsMissing();
    void earlierRunsAreTried();
    void runsThatCannotBeReadAreTold();
    void ownDataIsTried();
    void aNewTeamHasNoRuns();
};

namespace {

const QByteArray threeInARow
    = "{'type':'sequential','agents':[{'agent_id':'a','name':'Researcher'},"
      "{'agent_id':'b','name':'Analyst'},{'agent_id':'c','name':'Writer'}]}";
const auto inputB = u"/workflow_definition/agents/1/input"_s;

QString preview(const InspectorFixture &fixture)
{
    const auto *view = fixture.find<QPlainTextEdit>(u"promptPreview"_s);
    return view ? view->toPlainText() : QString();
}

QStringList entries(const QComboBox *box)
{
    QStringList texts;
    for (int i = 0; i < box->count(); ++i)
        texts += box->itemText(i);
    return texts;
}

QComboBox *sampleBox(const InspectorFixture &fixture)
{
    return fixture.findAll<QComboBox>(u"sampleChoice"_s).value(0);
}

/// A stored team with one run, in which Researcher found something.
struct WithRun {
    WithRun()
        : team(stored())
    {
        Execution run = sample::execution(team, u"run-1"_s, u"Bicycles in Brazil"_s);
        StepRecord &step = run.steps.front();
        step.status = StepStatus::Completed;
        step.output = readStepOutput(u"Sales grew."_s);
        execution = run;
    }
    static Team stored()
    {
        Team team;
        team.id = TeamId(u"team-1"_s);
        const TeamDraft draft = draftWith(threeInARow);
        team.name = draft.name;
        team.workflow = draft.workflow;
        return team;
    }
    Team team;
    Execution execution;
};

} // namespace

void tst_InspectorInput::onlyEarlierMembersAreOffered()
{
    InspectorFixture fixture(threeInARow);
    fixture.select(u"b"_s);
    const QStringList offered = entries(fixture.find<QComboBox>(u"inputSource"_s));
    QVERIFY(offered.contains(u"Result of Researcher"_s));
    QVERIFY(!offered.contains(u"Result of Writer"_s));
    QVERIFY(!offered.contains(u"Result of Analyst"_s));
}

void tst_InspectorInput::sourcesAreAddedAndRemoved()
{
    InspectorFixture fixture(threeInARow);
    fixture.select(u"c"_s);
    const auto inputC = u"/workflow_definition/agents/2/input"_s;
    QVERIFY(!fixture.find<QToolButton>(u"removeSource"_s));
    InspectorFixture::click(fixture.find<QPushButton>(u"addSource"_s));
    QCOMPARE(fixture.at(inputC),
        u"{'source':'combined','sources':[{'type':'initial_prompt'},"
        "{'agent_id':'a','type':'agent_result'}]}"_s);
    QCOMPARE(fixture.findAll<QComboBox>(u"inputSource"_s).size(), 2);
    InspectorFixture::click(fixture.findAll<QToolButton>(u"removeSource"_s).at(0));
    QCOMPARE(fixture.at(inputC), u"{'agent_id':'a','source':'agent_result'}"_s);
    QCOMPARE(fixture.findAll<QComboBox>(u"inputSource"_s).size(), 1);
    fixture.document->history()->undo();
    QCOMPARE(fixture.findAll<QComboBox>(u"inputSource"_s).size(), 2);
}

void tst_InspectorInput::valuesOfTheContextAreNamed()
{
    InspectorFixture fixture(threeInARow);
    fixture.select(u"b"_s);
    QVERIFY(!fixture.find<QComboBox>(u"inputVariable"_s));
    InspectorFixture::choose(fixture.find<QComboBox>(u"inputSource"_s), u"variable"_s);
    auto *name = fixture.find<QComboBox>(u"inputVariable"_s);
    QVERIFY(name);
    // Until it has a name, it is told what is missing.
    auto *list = fixture.inspector->findChild<QWidget *>(u"inputSources"_s);
    QVERIFY(!InspectorFixture::problemOf(list).isEmpty());
    InspectorFixture::type(name, u"tone"_s);
    QCOMPARE(fixture.at(inputB), u"{'source':'context_variable','variable_name':'tone'}"_s);
    QVERIFY(InspectorFixture::problemOf(list).isEmpty());
    QCOMPARE(fixture.document->history()->count(), 2);
}

void tst_InspectorInput::aPipelineFixesTheInput()
{
    QByteArray pipeline = threeInARow;
    InspectorFixture fixture(pipeline.replace("sequential", "pipeline"));
    fixture.select(u"b"_s);
    QVERIFY(fixture.find<QLabel>(u"pipelineInput"_s));
    QVERIFY(!fixture.find<QComboBox>(u"inputSource"_s));
    QVERIFY(preview(fixture).startsWith(u"(The result of Researcher)"_s));
    fixture.select(u"a"_s);
    QVERIFY(!fixture.find<QLabel>(u"pipelineInput"_s));
    QVERIFY(fixture.find<QComboBox>(u"inputSource"_s));
}

void tst_InspectorInput::sourcesThatAreGoneAreShown()
{
    InspectorFixture fixture("{'type':'sequential','agents':[{'agent_id':'a'},{'agent_id':'b',"
                             "'input':{'source':'agent_result','agent_id':'gone'}}]}");
    fixture.select(u"b"_s);
    const auto *box = fixture.find<QComboBox>(u"inputSource"_s);
    QVERIFY(box->currentText().contains(u"gone"_s));
    auto *list = fixture.inspector->findChild<QWidget *>(u"inputSources"_s);
    QVERIFY(InspectorFixture::problemOf(list).contains(u"gone"_s));
}

void tst_InspectorInput::placeholdersAreInserted()
{
    InspectorFixture fixture(
        "{'type':'sequential','agents':[{'agent_id':'a','name':'Researcher'},{'agent_id':'b',"
        "'input':{'source':'context_variable','variable_name':'tone'}}]}");
    fixture.select(u"b"_s);
    InspectorFixture::click(fixture.find<QPushButton>(u"insertPlaceholder"_s));
    auto *menu = fixture.inspector->findChild<QMenu *>(u"placeholderMenu"_s);
    QVERIFY(menu->isVisible());
    menu->close();
    QHash<QString, QAction *> actions;
    const QList<QAction *> offered = menu->actions();
    for (QAction *action : offered)
        actions.insert(action->data().toString(), action);
    QVERIFY(actions.contains(u"{{input}}"_s));
    QVERIFY(actions.contains(u"{{initial_prompt}}"_s));
    QVERIFY(actions.contains(u"{{context.tone}}"_s));
    QVERIFY(actions.contains(u"{{memory.name}}"_s));
    QCOMPARE(actions.value(u"{{agent.a}}"_s)->text(), u"Result of Researcher"_s);
    auto *text = fixture.find<QPlainTextEdit>(u"inputTemplate"_s);
    InspectorFixture::type(text, u"Use "_s);
    actions.value(u"{{agent.a}}"_s)->trigger();
    QCOMPARE(fixture.at(inputB + u"/template"_s), u"'Use {{agent.a}}'"_s);
    QVERIFY(text->hasFocus());
}

void tst_InspectorInput::thePreviewFollowsEveryChange()
{
    InspectorFixture fixture(threeInARow);
    fixture.select(u"b"_s);
    QVERIFY(preview(fixture).startsWith(u"An example of what the team is asked to do."_s));
    InspectorFixture::choose(fixture.find<QComboBox>(u"inputSource"_s), u"result:a"_s);
    QVERIFY(preview(fixture).startsWith(u"(The result of Researcher)"_s));
    InspectorFixture::type(fixture.find<QPlainTextEdit>(u"inputTemplate"_s), u"Read <{{input}}>"_s);
    QVERIFY(preview(fixture).startsWith(u"Read <(The result of Researcher)>"_s));
    InspectorFixture::type(fixture.find<QPlainTextEdit>(u"memberInstructions"_s), u"Be short."_s);
    QVERIFY(preview(fixture).startsWith(u"Be short.\n\nRead <"_s));
    QVERIFY(preview(fixture).contains(u"--- TEAM CONTEXT"_s));
    // What comes later is not known yet.
    QVERIFY(!preview(fixture).contains(u"Writer"_s));
    InspectorFixture::click(fixture.find<QCheckBox>(u"includeContext"_s));
    QVERIFY(!preview(fixture).contains(u"--- TEAM CONTEXT"_s));
    fixture.document->history()->undo();
    QVERIFY(preview(fixture).contains(u"--- TEAM CONTEXT"_s));
}

void tst_InspectorInput::thePreviewSaysWhatIsMissing()
{
    InspectorFixture fixture("{'type':'sequential','agents':[{'agent_id':'a','input':{'source':"
                             "'context_variable','variable_name':'tone'}}]}");
    fixture.select(u"a"_s);
    QVERIFY(!fixture.find<QPlainTextEdit>(u"promptPreview"_s));
    QVERIFY(fixture.find<QLabel>(u"promptProblem"_s)->text().contains(u"fail"_s));
}

void tst_InspectorInput::earlierRunsAreTried()
{
    const WithRun data;
    InspectorFixture fixture(data.team);
    fixture.workspace.storedExecutions = { data.execution };
    fixture.select(u"b"_s);
    QTRY_COMPARE(sampleBox(fixture)->count(), 3);
    QVERIFY(sampleBox(fixture)->itemText(1).contains(u"Bicycles in Brazil"_s));
    InspectorFixture::choose(fixture.find<QComboBox>(u"inputSource"_s), u"result:a"_s);
    InspectorFixture::choose(sampleBox(fixture), u"run:run-1"_s);
    QTRY_VERIFY(preview(fixture).startsWith(u"Sales grew."_s));
    // Nothing of that is a change of the team.
    QCOMPARE(fixture.document->history()->count(), 1);
    fixture.select(u"c"_s);
    InspectorFixture::choose(fixture.find<QComboBox>(u"inputSource"_s), u"result:b"_s);
    QVERIFY(fixture.find<QLabel>(u"promptProblem"_s)->text().contains(u"skipped"_s));
}

void tst_InspectorInput::runsThatCannotBeReadAreTold()
{
    const WithRun data;
    InspectorFixture fixture(data.team);
    fixture.workspace.storedExecutions = { data.execution };
    fixture.workspace.failNext(FakeWorkspace::Call::Executions, failure(code::StoreDiskFull));
    fixture.select(u"b"_s);
    QTRY_VERIFY(InspectorFixture::noteOf(sampleBox(fixture)).contains(u"cannot be read"_s));
    // Looking again asks again.
    fixture.selection->clear();
    fixture.select(u"b"_s);
    QTRY_COMPARE(sampleBox(fixture)->count(), 3);
    fixture.workspace.failNext(FakeWorkspace::Call::Execution, failure(code::StoreDiskFull));
    InspectorFixture::choose(sampleBox(fixture), u"run:run-1"_s);
    QTRY_VERIFY(!InspectorFixture::noteOf(sampleBox(fixture)).isEmpty());
    QTRY_VERIFY(!InspectorFixture::noteOf(sampleBox(fixture)).contains(u"Reading"_s));
    QVERIFY(!fixture.find<QPlainTextEdit>(u"promptPreview"_s));
    InspectorFixture::choose(sampleBox(fixture), u"example"_s);
    QVERIFY(fixture.find<QPlainTextEdit>(u"promptPreview"_s));
}

void tst_InspectorInput::ownDataIsTried()
{
    InspectorFixture fixture(threeInARow);
    fixture.select(u"b"_s);
    InspectorFixture::choose(fixture.find<QComboBox>(u"inputSource"_s), u"result:a"_s);
    InspectorFixture::choose(sampleBox(fixture), u"own"_s);
    auto *own = fixture.findAll<QPlainTextEdit>(u"ownSample"_s).at(0);
    QVERIFY(own->toPlainText().contains(u"(The result of Researcher)"_s));
    InspectorFixture::type(own, u"{\"results\":{\"a\":\"Mine\"}}"_s);
    QVERIFY(preview(fixture).startsWith(u"Mine"_s));
    InspectorFixture::type(own, u"{\"results\":"_s);
    QVERIFY(!fixture.find<QPlainTextEdit>(u"promptPreview"_s));
    QVERIFY(!InspectorFixture::problemOf(own).isEmpty());
    InspectorFixture::type(own, u"[]"_s);
    QVERIFY(InspectorFixture::problemOf(own).contains(u"initial_prompt"_s));
    QCOMPARE(own->toPlainText(), u"[]"_s);
}

void tst_InspectorInput::aNewTeamHasNoRuns()
{
    InspectorFixture fixture(threeInARow);
    fixture.select(u"b"_s);
    QCOMPARE(sampleBox(fixture)->count(), 2);
    QCOMPARE(fixture.workspace.calls(FakeWorkspace::Call::Executions), 0);
}

QTEST_MAIN(tst_InspectorInput)
#include "tst_inspector_input.moc"
