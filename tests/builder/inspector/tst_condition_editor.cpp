// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/builder/inspector/inspector_fixture.h"

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;

/// TB-10: conditions of a member, by groups, with what they come to.
class tst_ConditionEditor : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(InspectorFixture::unexpectedWarning()); }
    void beginsWithWhatTheSchemaOffers();
    void everyOperatorIsOffered();
    void operatorsTakeTheirKindOfValue_data();
    void operatorsTakeTheirKindOfValue();
    void valuesAreTyped_data();
    void valuesAreTyped();
    void whatIsNoValueChangesNothing();
    void fieldsAreChosenOrWritten();
    void groupsNest();
    void keysMoveAndRemove();
    void typingIsOneStepAndKeepsTheFocus();
    void verdictsSayWhy();
    void contradictionsAreTold();
    void problemsStandAtTheirRow();
    void othersConditionsAreNotMixedUp();
    void ofFeedback();
    void ofApprovals();
};

namespace {

const QByteArray support
    = "{'type':'conditional','agents':[{'agent_id':'t','name':'Triage','agent_config':"
      "{'output_schema':{'properties':{'category':{'enum':['technical','billing']},"
      "'urgent':{'type':'boolean'},'score':{'type':'number'}}}}},"
      "{'agent_id':'e','name':'Expert'}]}";
const auto conditions = u"/workflow_definition/agents/1/conditions"_s;
const auto category = u"agent_t_result.category"_s;

QByteArray withConditions(const QByteArray &list)
{
    QByteArray team = support;
    const QByteArray expert = "'name':'Expert'";
    return team.replace(expert, QByteArray(expert + ",'conditions':" + list));
}

QByteArray test(const QByteArray &op, const QByteArray &value = {})
{
    return "{'field':'agent_t_result.category','operator':'" + op + "'"
        + (value.isEmpty() ? QByteArray() : ",'value':" + value) + "}";
}

struct Editor : InspectorFixture {
    explicit Editor(const QByteArray &team)
        : InspectorFixture(team)
    {
        select(u"e"_s);
    }
    template<typename T>
    T *one(const QString &name, int index = 0)
    {
        return findAll<T>(name).value(index);
    }
    void add() { click(one<QPushButton>(u"addCondition"_s)); }
    /// The row that has this field.
    QAction *action(const QString &name, int row)
    {
        return one<QWidget>(u"conditionRow"_s, row)->findChild<QAction *>(name);
    }
};

} // namespace

void tst_ConditionEditor::beginsWithWhatTheSchemaOffers()
{
    Editor editor(support);
    QVERIFY(!editor.find<QComboBox>(u"conditionKind"_s));
    editor.add();
    QCOMPARE(editor.at(conditions),
        u"[{'field':'agent_t_result.category','operator':'equals','value':'technical'}]"_s);
    QVERIFY(editor.document->validation().valid());
    auto *field = editor.one<QComboBox>(u"conditionField"_s);
    QCOMPARE(field->currentText(), u"Triage › category"_s);
    // The person goes on with the new row.
    QVERIFY(field->lineEdit()->hasFocus());
    auto *value = editor.one<QComboBox>(u"conditionValue"_s);
    InspectorFixture::choose(value, u"billing"_s);
    QCOMPARE(editor.at(conditions + u"/0/value"_s), u"'billing'"_s);
    QVERIFY(editor.find<QComboBox>(u"conditionKind"_s));
}

void tst_ConditionEditor::everyOperatorIsOffered()
{
    Editor editor(withConditions("[" + test("exists") + "]"));
    const auto *box = editor.one<QComboBox>(u"conditionOperator"_s);
    QStringList offered;
    for (int i = 0; i < box->count(); ++i) {
        offered += box->itemData(i).toString();
        QVERIFY(box->itemText(i) != box->itemData(i).toString() || offered.last() == u"contains"_s);
    }
    offered.sort();
    QCOMPARE(offered.join(u' '),
        u"contains ends_with equals exists greater_than greater_than_or_equal in is_empty "
        "is_not_empty less_than less_than_or_equal matches not_contains not_equals not_exists "
        "not_in starts_with"_s);
}

void tst_ConditionEditor::operatorsTakeTheirKindOfValue_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QString>("op");
    QTest::addColumn<QString>("after");
    const auto row
        = [](const char *name, const QByteArray &before, const QString &op, const QString &value) {
              QTest::newRow(name) << "[" + before + "]" << op << value;
          };
    row("text to number", test("equals", "'12'"), u"greater_than"_s, u"12"_s);
    row("words to number", test("equals", "'high'"), u"less_than"_s, u"0"_s);
    row("dates stay", test("equals", "'2026-01-01'"), u"less_than"_s, u"'2026-01-01'"_s);
    row("text to list", test("equals", "'a, b'"), u"in"_s, u"['a','b']"_s);
    row("number to text", test("greater_than", "3"), u"starts_with"_s, u"'3'"_s);
    row("to none", test("equals", "'x'"), u"exists"_s, u"none"_s);
    row("from none", test("exists"), u"equals"_s, u"''"_s);
    row("aliases are known", test("eq", "'x'"), u"not_equals"_s, u"'x'"_s);
}

void tst_ConditionEditor::operatorsTakeTheirKindOfValue()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QString, op);
    Editor editor(withConditions(before));
    InspectorFixture::choose(editor.one<QComboBox>(u"conditionOperator"_s), op);
    QCOMPARE(editor.at(conditions + u"/0/operator"_s), u"'%1'"_s.arg(op));
    QTEST(editor.at(conditions + u"/0/value"_s), "after");
    QVERIFY(editor.document->validation().valid());
    QCOMPARE(editor.document->history()->count(), 1);
}

void tst_ConditionEditor::valuesAreTyped_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QString>("form");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("value");
    const auto row = [](const char *name, const QByteArray &before, const QString &form,
                         const QString &typed, const QString &value) {
        QTest::newRow(name) << "[" + before + "]" << form << typed << value;
    };
    row("text", test("equals", "'x'"), {}, u"12"_s, u"'12'"_s);
    row("number", test("equals", "'x'"), u"1"_s, u"12"_s, u"12"_s);
    row("list", test("equals", "'x'"), u"3"_s, u"a, 2"_s, u"['a',2]"_s);
    row("JSON", test("equals", "'x'"), u"4"_s, u"{\"a\":[1]}"_s, u"{'a':[1]}"_s);
    row("compared number", test("greater_than", "1"), {}, u"2.5"_s, u"2.5"_s);
    row("compared date", test("greater_than", "1"), {}, u"2026-03-31"_s, u"'2026-03-31'"_s);
    row("one of", test("in", "['a']"), {}, u"x, \"3\""_s, u"['x','3']"_s);
    row("pattern", test("matches", "'a'"), {}, u"^a+$"_s, u"'^a+$'"_s);
}

void tst_ConditionEditor::valuesAreTyped()
{
    QFETCH(const QByteArray, before);
    QFETCH(const QString, form);
    QFETCH(const QString, typed);
    Editor editor(withConditions(before));
    if (!form.isEmpty())
        InspectorFixture::choose(editor.one<QComboBox>(u"conditionForm"_s), form);
    InspectorFixture::type(editor.one<QComboBox>(u"conditionValue"_s), typed);
    QTEST(editor.at(conditions + u"/0/value"_s), "value");
    QCOMPARE(editor.one<QComboBox>(u"conditionValue"_s)->currentText(), typed);
}

void tst_ConditionEditor::whatIsNoValueChangesNothing()
{
    Editor editor(withConditions("[" + test("greater_than", "7") + "]"));
    auto *value = editor.one<QComboBox>(u"conditionValue"_s);
    InspectorFixture::type(value, u"seven"_s);
    QCOMPARE(editor.at(conditions + u"/0/value"_s), u"7"_s);
    QVERIFY(InspectorFixture::problemOf(value).contains(u"number"_s));
    QCOMPARE(value->currentText(), u"seven"_s);
    // News from elsewhere leaves what is being written alone.
    editor.catalog->reload();
    QTRY_VERIFY(editor.catalog->state() == AgentCatalog::State::Ready);
    QCOMPARE(value->currentText(), u"seven"_s);
    InspectorFixture::type(value, u"8"_s);
    QVERIFY(InspectorFixture::problemOf(value).isEmpty());
    QCOMPARE(editor.at(conditions + u"/0/value"_s), u"8"_s);
}

void tst_ConditionEditor::fieldsAreChosenOrWritten()
{
    Editor editor(withConditions("[" + test("equals", "true") + "]"));
    auto *field = editor.one<QComboBox>(u"conditionField"_s);
    InspectorFixture::choose(field, u"agent_t_result.urgent"_s);
    QCOMPARE(editor.at(conditions + u"/0/field"_s), u"'agent_t_result.urgent'"_s);
    InspectorFixture::choose(editor.one<QComboBox>(u"conditionFlag"_s), u"false"_s);
    QCOMPARE(editor.at(conditions + u"/0/value"_s), u"false"_s);
    InspectorFixture::type(field, u"tone.voice"_s);
    QCOMPARE(editor.at(conditions + u"/0/field"_s), u"'tone.voice'"_s);
    InspectorFixture::type(field, u"triage › category"_s);
    QCOMPARE(editor.at(conditions + u"/0/field"_s), u"'agent_t_result.category'"_s);
    InspectorFixture::type(field, {});
    QVERIFY(!InspectorFixture::problemOf(field).isEmpty());
}

void tst_ConditionEditor::groupsNest()
{
    Editor editor(withConditions("[" + test("exists") + "]"));
    InspectorFixture::click(editor.one<QPushButton>(u"addGroup"_s, 0));
    const auto kinds = editor.findAll<QComboBox>(u"conditionKind"_s);
    QCOMPARE(kinds.size(), 2);
    QCOMPARE(editor.at(conditions + u"/1/any/0/field"_s), u"'%1'"_s.arg(category));
    InspectorFixture::choose(kinds.at(1), u"none"_s);
    QCOMPARE(editor.at(conditions + u"/1/not/any/0/field"_s), u"'%1'"_s.arg(category));
    InspectorFixture::choose(editor.one<QComboBox>(u"conditionKind"_s, 0), u"any"_s);
    QCOMPARE(editor.at(conditions + u"/0/any/1/not/any/0/field"_s), u"'%1'"_s.arg(category));
    InspectorFixture::choose(editor.one<QComboBox>(u"conditionKind"_s, 0), u"not_all"_s);
    QCOMPARE(editor.at(conditions + u"/0/not/all/0/operator"_s), u"'exists'"_s);
    for (int steps = editor.document->history()->count(); steps > 0; --steps)
        editor.document->history()->undo();
    QCOMPARE(editor.findAll<QWidget>(u"conditionRow"_s).size(), 1);
}

void tst_ConditionEditor::keysMoveAndRemove()
{
    Editor editor(withConditions(
        "[" + test("exists") + "," + test("is_empty") + ",{'any':[" + test("not_exists") + "]}]"));
    constexpr auto keys = Qt::ControlModifier | Qt::ShiftModifier;
    const auto focusRow = [&editor](int row) {
        auto *line = editor.one<QComboBox>(u"conditionField"_s, row)->lineEdit();
        line->setFocus();
        return line;
    };
    QTest::keyClick(focusRow(0), Qt::Key_Down, keys);
    QCOMPARE(editor.at(conditions + u"/0/operator"_s), u"'is_empty'"_s);
    // The focus goes with it.
    QVERIFY(editor.one<QComboBox>(u"conditionField"_s, 1)->lineEdit()->hasFocus());
    QTest::keyClick(focusRow(1), Qt::Key_Down, keys);
    QCOMPARE(editor.at(conditions + u"/1/any/0/operator"_s), u"'exists'"_s);
    QTest::keyClick(focusRow(1), Qt::Key_Up, keys);
    QCOMPARE(editor.at(conditions + u"/1/operator"_s), u"'exists'"_s);
    QTest::keyClick(focusRow(0), Qt::Key_Delete, keys);
    QCOMPARE(editor.at(conditions + u"/0/operator"_s), u"'exists'"_s);
    QTest::keyClick(focusRow(0), Qt::Key_G, keys);
    QCOMPARE(editor.at(conditions + u"/0/any/0/operator"_s), u"'exists'"_s);
    QCOMPARE(editor.findAll<QWidget>(u"conditionGroup"_s).size(), 3);
    editor.action(u"removeCondition"_s, 0)->trigger();
    editor.action(u"removeCondition"_s, 0)->trigger();
    QCOMPARE(editor.at(conditions), u"none"_s);
    QVERIFY(editor.one<QPushButton>(u"addCondition"_s));
}

void tst_ConditionEditor::typingIsOneStepAndKeepsTheFocus()
{
    Editor editor(withConditions("[" + test("equals", "'x'") + "]"));
    auto *value = editor.one<QComboBox>(u"conditionValue"_s);
    InspectorFixture::type(value, u"technical question"_s);
    QCOMPARE(editor.document->history()->count(), 1);
    QVERIFY(value->lineEdit()->hasFocus());
    value->lineEdit()->setCursorPosition(9);
    QTest::keyClicks(value->lineEdit(), u"!"_s);
    QCOMPARE(value->lineEdit()->cursorPosition(), 10);
    editor.one<QComboBox>(u"conditionField"_s)->setFocus();
    InspectorFixture::type(value, u"other"_s);
    QCOMPARE(editor.document->history()->count(), 2);
    editor.document->history()->undo();
    QCOMPARE(value->currentText(), u"technical! question"_s);
}

void tst_ConditionEditor::verdictsSayWhy()
{
    Editor editor(withConditions("[" + test("equals", "'technical'") + "]"));
    auto *verdict = editor.one<QLabel>(u"conditionVerdict"_s);
    QCOMPARE(verdict->text(), u"✓ Holds: Triage › category was “technical”."_s);
    QCOMPARE(editor.one<QLabel>(u"conditionFound"_s)->text(), u"✓ It was “technical”."_s);
    InspectorFixture::type(editor.one<QComboBox>(u"conditionValue"_s), u"billing"_s);
    QCOMPARE(verdict->text(), u"✗ Does not hold: Triage › category was “technical”."_s);
    auto *choice = editor.findAll<QComboBox>(u"sampleChoice"_s).last();
    InspectorFixture::choose(choice, u"own"_s);
    InspectorFixture::type(editor.findAll<QPlainTextEdit>(u"ownSample"_s).last(),
        u"{\"results\":{\"t\":{\"category\":\"billing\"}}}"_s);
    QCOMPARE(verdict->text(), u"✓ Holds: Triage › category was “billing”."_s);
    InspectorFixture::type(editor.findAll<QPlainTextEdit>(u"ownSample"_s).last(), u"{}"_s);
    QCOMPARE(verdict->text(), u"✗ Does not hold: Triage › category was not there."_s);
    InspectorFixture::choose(editor.one<QComboBox>(u"conditionOperator"_s), u"not_exists"_s);
    QCOMPARE(verdict->text(), u"✓ Holds: Triage › category was not there."_s);
}

void tst_ConditionEditor::contradictionsAreTold()
{
    Editor editor(withConditions("[" + test("equals", "'a'") + "," + test("equals", "'a'") + "]"));
    QVERIFY(!editor.find<QLabel>(u"excludedField"_s));
    InspectorFixture::type(editor.one<QComboBox>(u"conditionValue"_s, 1), u"b"_s);
    QVERIFY(editor.find<QLabel>(u"excludedField"_s)->text().contains(u"Triage › category"_s));
    editor.document->history()->undo();
    QVERIFY(!editor.find<QLabel>(u"excludedField"_s));
}

void tst_ConditionEditor::problemsStandAtTheirRow()
{
    Editor editor(withConditions("[" + test("exists") + ",{'any':[" + test("exists") + ","
        + test("matches", "'a'") + "]},{'field':'','operator':'like','value':1}]"));
    auto *value = editor.one<QComboBox>(u"conditionValue"_s, 0);
    InspectorFixture::type(value, u"(("_s);
    QVERIFY(!InspectorFixture::problemOf(value).isEmpty());
    QVERIFY(InspectorFixture::problemOf(editor.one<QComboBox>(u"conditionField"_s, 0)).isEmpty());
    // An operator that nobody knows is shown as it is written.
    auto *op = editor.one<QComboBox>(u"conditionOperator"_s, 3);
    QCOMPARE(op->currentText(), u"like"_s);
    QVERIFY(!InspectorFixture::problemOf(op).isEmpty());
    QVERIFY(!InspectorFixture::problemOf(editor.one<QComboBox>(u"conditionField"_s, 3)).isEmpty());
}

void tst_ConditionEditor::othersConditionsAreNotMixedUp()
{
    QByteArray team = withConditions("[" + test("greater_than", "7") + "]");
    const QByteArray expert = "{'agent_id':'e'";
    const QByteArray other = "{'agent_id':'f','conditions':[" + test("greater_than", "9") + "]},";
    team.replace(expert, QByteArray(other + expert));
    Editor editor(team);
    InspectorFixture::type(editor.one<QComboBox>(u"conditionValue"_s), u"seven"_s);
    editor.select(u"f"_s);
    QCOMPARE(editor.one<QComboBox>(u"conditionValue"_s)->currentText(), u"9"_s);
    editor.select(u"e"_s);
    QCOMPARE(editor.one<QComboBox>(u"conditionValue"_s)->currentText(), u"7"_s);
}

void tst_ConditionEditor::ofFeedback()
{
    InspectorFixture fixture("{'type':'pipeline','agents':[{'agent_id':'a','name':'Writer'},"
                             "{'agent_id':'b','name':'Critic','feedback':{'to':'a'}}]}");
    fixture.select(u"b"_s);
    fixture.unfold();
    const auto *part = fixture.find<QWidget>(u"feedbackConditions"_s);
    InspectorFixture::click(visibleChild<QPushButton>(part, u"addCondition"_s));
    const auto place = u"/workflow_definition/agents/1/feedback/conditions/0"_s;
    auto *field = visibleChild<QComboBox>(part, u"conditionField"_s);
    // Its own answer is what is judged first.
    InspectorFixture::choose(field, u"agent_b_result.result"_s);
    InspectorFixture::choose(visibleChild<QComboBox>(part, u"conditionOperator"_s), u"contains"_s);
    InspectorFixture::type(visibleChild<QComboBox>(part, u"conditionValue"_s), u"no"_s);
    QCOMPARE(fixture.at(place),
        u"{'field':'agent_b_result.result','operator':'contains','value':'no'}"_s);
    QVERIFY(visibleChild<QLabel>(part, u"conditionVerdict"_s));
    InspectorFixture::type(field, u"agent_gone_result"_s);
    QVERIFY(!InspectorFixture::problemOf(field).isEmpty());
}

void tst_ConditionEditor::ofApprovals()
{
    InspectorFixture fixture("{'type':'sequential','agents':[{'agent_id':'a','name':'Writer'}],"
                             "'config':{'approval':{'before':['a']}}}");
    fixture.unfold();
    const auto *part = fixture.find<QWidget>(u"autoApprove"_s);
    InspectorFixture::click(visibleChild<QPushButton>(part, u"addCondition"_s));
    QVERIFY(fixture.at(u"/workflow_definition/config/approval/auto_approve/0/operator"_s)
        == u"'equals'"_s);
    InspectorFixture::click(fixture.find<QToolButton>(u"removeMember"_s));
    QCOMPARE(fixture.at(u"/workflow_definition/config/approval"_s), u"none"_s);
    QVERIFY(!part->isVisible());
}

QTEST_MAIN(tst_ConditionEditor)
#include "tst_condition_editor.moc"
