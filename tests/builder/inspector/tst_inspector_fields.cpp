// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/builder/inspector/inspector_fixture.h"

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;

/// Every field of the inspector changes what it says, as one step that can be taken back.
class tst_InspectorFields : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(InspectorFixture::unexpectedWarning()); }
    void typing_data();
    void typing();
    void choosing_data();
    void choosing();
    void ticking_data();
    void ticking();
    void numbersOutOfRangeAreTold_data();
    void numbersOutOfRangeAreTold();
    void whatIsNoNumberChangesNothing_data();
    void whatIsNoNumberChangesNothing();
    void arrowsStepNumbers();
    void defaultsArePlaceholders_data();
    void defaultsArePlaceholders();
};

namespace {

const QByteArray workflow
    = "{'type':'sequential','agents':[{'agent_id':'a','name':'Researcher'},"
      "{'agent_id':'b','name':'Analyst','feedback':{'to':'a'}},{'agent_id':'c','name':'Writer'}],"
      "'config':{'approval':{'before':['c']}}}";
const QByteArray parallel = "{'type':'parallel','agents':[{'agent_id':'a','name':'Researcher'},"
                            "{'agent_id':'b','name':'Analyst'}]}";
const auto memberB = u"/workflow_definition/agents/1"_s;
const auto config = u"/workflow_definition/config"_s;

void open(InspectorFixture &fixture, const QString &member)
{
    if (!member.isEmpty())
        fixture.select(member);
    fixture.unfold();
}

} // namespace

void tst_InspectorFields::typing_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("cleared");
    const auto row = [](const QString &member, const QString &field, const QString &text,
                         const QString &pointer, const QString &value, const QString &cleared) {
        QTest::newRow(qPrintable(field)) << member << field << text << pointer << value << cleared;
    };
    const auto none = u"none"_s;
    row(u"b"_s, u"memberName"_s, u"Trend finder"_s, memberB + u"/name"_s, u"'Trend finder'"_s,
        none);
    row(u"b"_s, u"memberRole"_s, u"reviewer"_s, memberB + u"/role"_s, u"'reviewer'"_s, none);
    row(u"b"_s, u"memberInstructions"_s, u"Find trends."_s,
        memberB + u"/agent_config/instructions"_s, u"'Find trends.'"_s, none);
    row(u"b"_s, u"memberModel"_s, u"my-model"_s, memberB + u"/agent_config/model_name"_s,
        u"'my-model'"_s, none);
    row(u"b"_s, u"inputTemplate"_s, u"Read {{input}}"_s, memberB + u"/input/template"_s,
        u"'Read {{input}}'"_s, none);
    row(u"b"_s, u"timeout"_s, u"90"_s, memberB + u"/timeout"_s, u"90"_s, none);
    row(u"b"_s, u"maxAttempts"_s, u"4"_s, memberB + u"/retry_config/max_attempts"_s, u"4"_s, none);
    row(u"b"_s, u"firstWait"_s, u"1.5"_s, memberB + u"/retry_config/initial_delay"_s, u"1.5"_s,
        none);
    row(u"b"_s, u"backoffFactor"_s, u"3"_s, memberB + u"/retry_config/backoff_factor"_s, u"3.0"_s,
        none);
    row(u"b"_s, u"longestWait"_s, u"30"_s, memberB + u"/retry_config/max_delay"_s, u"30"_s, none);
    row(u"b"_s, u"memberEffort"_s, u"extreme"_s, memberB + u"/agent_config/reasoning_effort"_s,
        u"'extreme'"_s, none);
    row(u"b"_s, u"memberSchema"_s, u"{\"type\":\"object\"}"_s,
        memberB + u"/agent_config/output_schema"_s, u"{'type':'object'}"_s, none);
    row(u"b"_s, u"feedbackRounds"_s, u"2"_s, memberB + u"/feedback/max_iterations"_s, u"2"_s, none);
    row({}, u"teamName"_s, u"Other team"_s, u"/name"_s, u"'Other team'"_s, u"''"_s);
    row({}, u"teamDescription"_s, u"Sells bicycles."_s, u"/description"_s, u"'Sells bicycles.'"_s,
        u"''"_s);
    row({}, u"teamModel"_s, u"my-model"_s, u"/team_config/model_name"_s, u"'my-model'"_s, none);
    row({}, u"stepTimeout"_s, u"60"_s, u"/team_config/step_timeout_seconds"_s, u"60"_s, none);
    row({}, u"executionTimeout"_s, u"7200"_s, u"/team_config/max_execution_seconds"_s, u"7200"_s,
        none);
    row({}, u"maxIterations"_s, u"5"_s, config + u"/max_iterations"_s, u"5"_s, none);
    row({}, u"approvalTimeout"_s, u"600"_s, config + u"/approval/timeout_seconds"_s, u"600"_s,
        none);
}

void tst_InspectorFields::typing()
{
    QFETCH(const QString, member);
    QFETCH(const QString, field);
    QFETCH(const QString, text);
    QFETCH(const QString, pointer);
    InspectorFixture fixture(workflow);
    open(fixture, member);
    auto *control = fixture.find<QWidget>(field);
    QVERIFY(control);
    QVERIFY(!control->accessibleName().isEmpty());
    const QByteArray before = fixture.text();
    InspectorFixture::type(control, text);
    QTEST(fixture.at(pointer), "value");
    QCOMPARE(fixture.document->history()->count(), 1);
    const QByteArray after = fixture.text();
    // The history is the document's, also while the field has the focus.
    QWidget *line = control->focusProxy() ? control->focusProxy() : control;
    QTest::keySequence(line, QKeySequence::Undo);
    QCOMPARE(fixture.text(), before);
    QTest::keySequence(line, QKeySequence::Redo);
    QCOMPARE(fixture.text(), after);
    InspectorFixture::type(control, {});
    QTEST(fixture.at(pointer), "cleared");
}

void tst_InspectorFields::choosing_data()
{
    QTest::addColumn<QByteArray>("team");
    QTest::addColumn<QString>("member");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("choice");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("value");
    const auto row = [](const QByteArray &team, const QString &member, const QString &field,
                         const QString &choice, const QString &pointer, const QString &value) {
        QTest::addRow("%s %s", qPrintable(field), qPrintable(choice))
            << team << member << field << choice << pointer << value;
    };
    row(workflow, u"b"_s, u"memberRole"_s, u"leader"_s, memberB + u"/role"_s, u"'leader'"_s);
    row(workflow, u"b"_s, u"memberModel"_s, u"claude-sonnet"_s,
        memberB + u"/agent_config/model_name"_s, u"'claude-sonnet'"_s);
    row(workflow, u"b"_s, u"stepFailure"_s, u"skip_dependents"_s, config + u"/on_step_failure"_s,
        u"'skip_dependents'"_s);
    row(workflow, u"b"_s, u"memberTools"_s, u"mcp"_s, memberB + u"/agent_config/tools_mode"_s,
        u"'mcp'"_s);
    row(workflow, u"b"_s, u"memberThinking"_s, u"on"_s,
        memberB + u"/agent_config/enable_thinking"_s, u"true"_s);
    row(workflow, u"b"_s, u"memberThinking"_s, u"off"_s,
        memberB + u"/agent_config/enable_thinking"_s, u"false"_s);
    row(workflow, u"b"_s, u"memberEffort"_s, u"high"_s,
        memberB + u"/agent_config/reasoning_effort"_s, u"'high'"_s);
    row(workflow, u"c"_s, u"feedbackTo"_s, u"b"_s, u"/workflow_definition/agents/2/feedback/to"_s,
        u"'b'"_s);
    row(workflow, u"b"_s, u"feedbackTo"_s, {}, memberB + u"/feedback"_s, u"none"_s);
    row(workflow, u"b"_s, u"inputSource"_s, u"result:a"_s, memberB + u"/input"_s,
        u"{'agent_id':'a','source':'agent_result'}"_s);
    row(parallel, u"b"_s, u"addDependency"_s, u"a"_s, memberB + u"/dependencies"_s, u"['a']"_s);
    row(workflow, {}, u"onStepFailure"_s, u"continue"_s, config + u"/on_step_failure"_s,
        u"'continue'"_s);
    row(workflow, {}, u"finalResult"_s, u"all"_s, config + u"/final_result"_s, u"'all'"_s);
    row(workflow, {}, u"finalResult"_s, u"agent:b"_s, config + u"/final_result"_s, u"'agent:b'"_s);
    row(workflow, {}, u"teamTools"_s, u"none"_s, u"/team_config/tools_mode"_s, u"'none'"_s);
    row(workflow, {}, u"addApproval"_s, u"a"_s, config + u"/approval/before"_s, u"['c','a']"_s);
}

void tst_InspectorFields::choosing()
{
    QFETCH(const QByteArray, team);
    QFETCH(const QString, member);
    QFETCH(const QString, field);
    QFETCH(const QString, choice);
    QFETCH(const QString, pointer);
    InspectorFixture fixture(team);
    fixture.catalog->reload();
    QTRY_VERIFY(fixture.catalog->state() == AgentCatalog::State::Ready);
    open(fixture, member);
    auto *box = fixture.find<QComboBox>(field);
    QVERIFY(box);
    const QByteArray before = fixture.text();
    InspectorFixture::choose(box, choice);
    QTEST(fixture.at(pointer), "value");
    QCOMPARE(fixture.document->history()->count(), 1);
    const QByteArray after = fixture.text();
    fixture.document->history()->undo();
    QCOMPARE(fixture.text(), before);
    fixture.document->history()->redo();
    QCOMPARE(fixture.text(), after);
}

void tst_InspectorFields::ticking_data()
{
    QTest::addColumn<QByteArray>("team");
    QTest::addColumn<QString>("member");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("pointer");
    QTest::addColumn<QString>("once");
    QTest::addColumn<QString>("twice");
    const auto row = [](const QByteArray &team, const QString &member, const QString &field,
                         const QString &pointer, const QString &once, const QString &twice) {
        QTest::newRow(qPrintable(field)) << team << member << field << pointer << once << twice;
    };
    const auto none = u"none"_s;
    row(workflow, u"b"_s, u"includeContext"_s, memberB + u"/input/include_context"_s, u"false"_s,
        none);
    row(workflow, u"b"_s, u"approvalBefore"_s, config + u"/approval/before"_s, u"['c','b']"_s,
        u"['c']"_s);
    row(parallel, u"b"_s, u"approvalBefore"_s, config + u"/approval"_s, u"{'before':['b']}"_s,
        none);
    row(workflow, u"b"_s, u"memberActive"_s, memberB + u"/is_active"_s, u"false"_s, none);
    row(workflow, u"b"_s, u"ownCategories"_s, memberB + u"/retry_config/retry_on"_s,
        u"['network_error','agent_timeout','agent_crash','resource_exhausted']"_s, none);
    row(parallel, {}, u"failFast"_s, config + u"/fail_fast"_s, u"true"_s, none);
    row(workflow, {}, u"deepMerge"_s, config + u"/merge"_s, u"'deep'"_s, none);
    row(workflow, {}, u"restrictRequests"_s, config + u"/restrict_requests"_s, u"true"_s, none);
    row(workflow, {}, u"teamNotify"_s, u"/team_config/notify"_s, u"false"_s, none);
}

void tst_InspectorFields::ticking()
{
    QFETCH(const QByteArray, team);
    QFETCH(const QString, member);
    QFETCH(const QString, field);
    QFETCH(const QString, pointer);
    InspectorFixture fixture(team);
    open(fixture, member);
    auto *box = fixture.find<QCheckBox>(field);
    QVERIFY(box);
    const QByteArray before = fixture.text();
    InspectorFixture::click(box);
    QTEST(fixture.at(pointer), "once");
    QCOMPARE(fixture.document->history()->count(), 1);
    fixture.document->history()->undo();
    QCOMPARE(fixture.text(), before);
    fixture.document->history()->redo();
    InspectorFixture::click(box);
    QTEST(fixture.at(pointer), "twice");
}

void tst_InspectorFields::numbersOutOfRangeAreTold_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("range");
    const auto row = [](const QString &member, const QString &field, const QString &text,
                         const QString &range) {
        QTest::addRow("%s %s", qPrintable(field), qPrintable(text))
            << member << field << text << range;
    };
    row(u"b"_s, u"timeout"_s, u"0"_s, u"1 to 86400"_s);
    row(u"b"_s, u"timeout"_s, u"-5"_s, u"1 to 86400"_s);
    row(u"b"_s, u"timeout"_s, u"2000000000"_s, u"1 to 86400"_s);
    row(u"b"_s, u"maxAttempts"_s, u"11"_s, u"1 to 10"_s);
    row(u"b"_s, u"firstWait"_s, u"-0.5"_s, u"0 to 86400"_s);
    row(u"b"_s, u"backoffFactor"_s, u"1e9"_s, u"1 to 10"_s);
    row(u"b"_s, u"feedbackRounds"_s, u"101"_s, u"1 to 100"_s);
    row({}, u"executionTimeout"_s, u"604801"_s, u"1 to 604800"_s);
    row({}, u"maxIterations"_s, u"0"_s, u"1 to 100"_s);
    row({}, u"approvalTimeout"_s, u"1814401"_s, u"1 to 1814400"_s);
}

void tst_InspectorFields::numbersOutOfRangeAreTold()
{
    QFETCH(const QString, member);
    QFETCH(const QString, field);
    QFETCH(const QString, text);
    QFETCH(const QString, range);
    InspectorFixture fixture(workflow);
    open(fixture, member);
    auto *line = fixture.find<QLineEdit>(field);
    QVERIFY(line);
    InspectorFixture::type(line, text);
    QCOMPARE(line->text(), text);
    const QString problem = InspectorFixture::problemOf(line).remove(u',');
    QVERIFY2(problem.contains(range), qPrintable(problem));
    QVERIFY(!line->accessibleDescription().isEmpty());
    QVERIFY(!fixture.document->validation().valid());
    InspectorFixture::type(line, u"5"_s);
    QVERIFY(InspectorFixture::problemOf(line).isEmpty());
}

void tst_InspectorFields::whatIsNoNumberChangesNothing_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("text");
    QTest::newRow("words") << u"timeout"_s << u"soon"_s;
    QTest::newRow("part of a second") << u"timeout"_s << u"1.5"_s;
    QTest::newRow("more than a number holds") << u"timeout"_s << u"99999999999"_s;
    QTest::newRow("infinite") << u"firstWait"_s << u"inf"_s;
    QTest::newRow("not even that") << u"backoffFactor"_s << u"nan"_s;
    QTest::newRow("two") << u"firstWait"_s << u"1 2"_s;
}

void tst_InspectorFields::whatIsNoNumberChangesNothing()
{
    QFETCH(const QString, field);
    QFETCH(const QString, text);
    InspectorFixture fixture(workflow);
    open(fixture, u"b"_s);
    auto *line = fixture.find<QLineEdit>(field);
    InspectorFixture::type(line, text);
    QVERIFY(!InspectorFixture::problemOf(line).isEmpty());
    QCOMPARE(line->text(), text);
    // Another member has its own value, and none of that.
    fixture.select(u"a"_s);
    QCOMPARE(line->text(), QString());
    QVERIFY(InspectorFixture::problemOf(line).isEmpty());
}

void tst_InspectorFields::arrowsStepNumbers()
{
    InspectorFixture fixture(workflow);
    open(fixture, u"b"_s);
    auto *line = fixture.find<QLineEdit>(u"timeout"_s);
    line->setFocus();
    QTest::keyClick(line, Qt::Key_Up);
    QCOMPARE(fixture.at(memberB + u"/timeout"_s), u"660"_s);
    QTest::keyClick(line, Qt::Key_Down);
    QTest::keyClick(line, Qt::Key_Down);
    QCOMPARE(fixture.at(memberB + u"/timeout"_s), u"540"_s);
    QCOMPARE(fixture.document->history()->count(), 1);
    InspectorFixture::type(line, u"30"_s);
    QTest::keyClick(line, Qt::Key_Down);
    QCOMPARE(fixture.at(memberB + u"/timeout"_s), u"1"_s);
}

void tst_InspectorFields::defaultsArePlaceholders_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("placeholder");
    QTest::newRow("name") << u"b"_s << u"memberName"_s << u"b"_s;
    QTest::newRow("timeout") << u"b"_s << u"timeout"_s << u"600"_s;
    QTest::newRow("first wait") << u"b"_s << u"firstWait"_s << u"1"_s;
    QTest::newRow("factor") << u"b"_s << u"backoffFactor"_s << u"2"_s;
    QTest::newRow("longest wait") << u"b"_s << u"longestWait"_s << u"60"_s;
    QTest::newRow("rounds") << u"b"_s << u"feedbackRounds"_s << u"3"_s;
    QTest::newRow("whole run") << QString() << u"executionTimeout"_s << u"3600"_s;
    QTest::newRow("feedback") << QString() << u"maxIterations"_s << u"3"_s;
}

void tst_InspectorFields::defaultsArePlaceholders()
{
    QFETCH(const QString, member);
    QFETCH(const QString, field);
    QFETCH(const QString, placeholder);
    InspectorFixture fixture(workflow);
    open(fixture, member);
    if (field == u"memberName"_s)
        InspectorFixture::type(fixture.find<QLineEdit>(field), {});
    const auto *line = fixture.find<QLineEdit>(field);
    QVERIFY(line->text().isEmpty());
    QVERIFY2(line->placeholderText().contains(placeholder), qPrintable(line->placeholderText()));
}

QTEST_MAIN(tst_InspectorFields)
#include "tst_inspector_fields.moc"
