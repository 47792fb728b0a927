// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/member_edits.h"
#include "tests/builder/inspector/inspector_fixture.h"
#include "ui/monitor/elided_label.h"
#include "ui/text/language.h"

#include <QElapsedTimer>
#include <QScrollArea>
#include <QWheelEvent>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;

class tst_Inspector : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(InspectorFixture::unexpectedWarning()); }
    void showsWhatIsSelected();
    void everyFieldHasAName_data();
    void everyFieldHasAName();
    void firstFieldTakesTheFocus();
    void typingIsOneStepUntilTheFocusLeaves();
    void whatIsBeingWrittenIsLeftAlone();
    void undoneTextComesBackInTheField();
    void counters();
    void longNamesAreTakenAsTheyAre();
    void sectionsFold();
    void theWheelChangesNothing();
    void followsTheLanguage();
    void a200MemberTeamIsQuick();
    void jsonWithMistakesIsKeptAndTold();
};

namespace {

const QByteArray threeInARow
    = "{'type':'sequential','agents':[{'agent_id':'a','name':'Researcher'},"
      "{'agent_id':'b','name':'Analyst','role':'leader'},{'agent_id':'c','name':'Writer'}]}";
const auto memberB = u"/workflow_definition/agents/1"_s;

QString title(const InspectorFixture &fixture)
{
    return fixture.find<ElidedLabel>(u"inspectorTitle"_s)->text();
}

QByteArray manyMembers(int count)
{
    QByteArray members;
    for (int i = 0; i < count; ++i) {
        members += "{'agent_id':'m" + QByteArray::number(i) + "','name':'Member "
            + QByteArray::number(i) + "'}" + (i + 1 < count ? "," : "");
    }
    return "{'type':'parallel','agents':[" + members + "]}";
}

} // namespace

void tst_Inspector::showsWhatIsSelected()
{
    InspectorFixture fixture(threeInARow);
    QCOMPARE(title(fixture), u"Market team"_s);
    QCOMPARE(fixture.find<QLabel>(u"inspectorChip"_s)->text(), u"Sequential"_s);
    QVERIFY(fixture.find<QLineEdit>(u"teamName"_s));
    fixture.select(u"b"_s);
    QCOMPARE(title(fixture), u"Analyst"_s);
    QCOMPARE(fixture.find<QLabel>(u"inspectorChip"_s)->text(), u"leader"_s);
    QVERIFY(!fixture.find<QLineEdit>(u"teamName"_s));
    QCOMPARE(fixture.find<QLineEdit>(u"memberName"_s)->text(), u"Analyst"_s);
    fixture.select(u"c"_s);
    QCOMPARE(fixture.find<QLineEdit>(u"memberName"_s)->text(), u"Writer"_s);
    fixture.selection->setMembers({ AgentId(u"a"_s), AgentId(u"b"_s) });
    QCOMPARE(title(fixture), u"2 members"_s);
    QVERIFY(fixture.find<QPushButton>(u"removeMembers"_s));
    fixture.selection->clear();
    QVERIFY(fixture.find<QLineEdit>(u"teamName"_s));
    QCOMPARE(fixture.document->history()->count(), 0);
}

void tst_Inspector::everyFieldHasAName_data()
{
    QTest::addColumn<QStringList>("members");
    QTest::newRow("team") << QStringList();
    QTest::newRow("member") << QStringList { u"b"_s };
    QTest::newRow("several") << QStringList { u"a"_s, u"b"_s };
}

void tst_Inspector::everyFieldHasAName()
{
    QFETCH(const QStringList, members);
    InspectorFixture fixture(
        "{'type':'sequential','agents':[{'agent_id':'a'},{'agent_id':'b','feedback':{'to':'a'},"
        "'conditions':[{'field':'x','operator':'equals','value':1},{'any':"
        "[{'field':'y','operator':'exists'}]}]}],'config':{'approval':{'before':['a']}}}");
    QSet<AgentId> ids;
    for (const QString &member : members)
        ids.insert(AgentId(member));
    fixture.selection->setMembers(ids);
    fixture.unfold();
    int controls = 0;
    const QList<QWidget *> all = fixture.inspector->findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        const bool isInner = widget->parentWidget()
            && (qobject_cast<QComboBox *>(widget->parentWidget())
                || qobject_cast<QAbstractScrollArea *>(widget->parentWidget()));
        if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus) || isInner)
            continue;
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool isNamed
            = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        QVERIFY2(isNamed, qPrintable(widget->objectName()));
        QVERIFY2(!widget->objectName().isEmpty(), qPrintable(widget->accessibleName()));
        ++controls;
    }
    QVERIFY(controls >= 4);
}

void tst_Inspector::firstFieldTakesTheFocus()
{
    InspectorFixture fixture(threeInARow);
    fixture.inspector->focusFirstField();
    QVERIFY(fixture.find<QLineEdit>(u"teamName"_s)->hasFocus());
    fixture.select(u"b"_s);
    fixture.find<QToolButton>(u"basicsSection"_s)->click();
    QVERIFY(!fixture.find<QLineEdit>(u"memberName"_s));
    fixture.inspector->focusFirstField();
    QVERIFY(fixture.find<QLineEdit>(u"memberName"_s)->hasFocus());
}

void tst_Inspector::typingIsOneStepUntilTheFocusLeaves()
{
    InspectorFixture fixture(threeInARow);
    fixture.select(u"b"_s);
    auto *name = fixture.find<QLineEdit>(u"memberName"_s);
    auto *instructions = fixture.find<QPlainTextEdit>(u"memberInstructions"_s);
    InspectorFixture::type(name, u"Trend finder"_s);
    QCOMPARE(fixture.document->history()->count(), 1);
    instructions->setFocus();
    name->setFocus();
    QTest::keyClick(name, Qt::Key_End);
    QTest::keyClicks(name, u"s"_s);
    QCOMPARE(fixture.document->history()->count(), 2);
    InspectorFixture::type(instructions, u"Find trends."_s);
    QCOMPARE(fixture.document->history()->count(), 3);
    // The same field of another member is another step.
    fixture.select(u"c"_s);
    InspectorFixture::type(instructions, u"Write."_s);
    QCOMPARE(fixture.document->history()->count(), 4);
    fixture.document->history()->undo();
    fixture.document->history()->undo();
    fixture.document->history()->undo();
    QCOMPARE(fixture.at(memberB + u"/name"_s), u"'Trend finder'"_s);
}

void tst_Inspector::whatIsBeingWrittenIsLeftAlone()
{
    InspectorFixture fixture(threeInARow);
    fixture.select(u"b"_s);
    auto *name = fixture.find<QLineEdit>(u"memberName"_s);
    name->setFocus();
    name->setCursorPosition(3);
    QTest::keyClicks(name, u"XY"_s);
    QCOMPARE(name->text(), u"AnaXYlyst"_s);
    QCOMPARE(name->cursorPosition(), 5);
    auto *text = fixture.find<QPlainTextEdit>(u"memberInstructions"_s);
    InspectorFixture::type(text, u"one two"_s);
    QTest::keyClick(text, Qt::Key_Left);
    QTest::keyClicks(text, u"-"_s);
    QCOMPARE(text->toPlainText(), u"one tw-o"_s);
    QCOMPARE(text->textCursor().position(), 7);
    // A number on its way to another is not made prettier.
    fixture.unfold();
    auto *wait = fixture.find<QLineEdit>(u"firstWait"_s);
    InspectorFixture::type(wait, u"1."_s);
    QCOMPARE(wait->text(), u"1."_s);
    QTest::keyClicks(wait, u"25"_s);
    QCOMPARE(fixture.at(memberB + u"/retry_config/initial_delay"_s), u"1.25"_s);
}

void tst_Inspector::undoneTextComesBackInTheField()
{
    InspectorFixture fixture(threeInARow);
    fixture.select(u"b"_s);
    auto *name = fixture.find<QLineEdit>(u"memberName"_s);
    InspectorFixture::type(name, u"Other"_s);
    QTest::keySequence(name, QKeySequence::Undo);
    QCOMPARE(name->text(), u"Analyst"_s);
    QTest::keySequence(name, QKeySequence::Redo);
    QCOMPARE(name->text(), u"Other"_s);
    auto *text = fixture.find<QPlainTextEdit>(u"memberInstructions"_s);
    InspectorFixture::type(text, u"Many\nlines"_s);
    QTest::keySequence(text, QKeySequence::Undo);
    QCOMPARE(text->toPlainText(), QString());
    QTest::keySequence(text, QKeySequence::Redo);
    QCOMPARE(text->toPlainText(), u"Many\nlines"_s);
}

void tst_Inspector::counters()
{
    InspectorFixture fixture(threeInARow);
    auto *name = fixture.find<QLineEdit>(u"teamName"_s);
    const auto counter
        = [name] { return visibleChild<QLabel>(name->parentWidget(), u"fieldCounter"_s)->text(); };
    QCOMPARE(counter(), u"11/100"_s);
    InspectorFixture::type(name, u"AB"_s);
    QCOMPARE(counter(), u"2/100"_s);
    QVERIFY(InspectorFixture::problemOf(name).contains(u"3 to 100"_s));
    InspectorFixture::type(name, u"ABC"_s);
    QVERIFY(InspectorFixture::problemOf(name).isEmpty());
    auto *description = fixture.find<QPlainTextEdit>(u"teamDescription"_s);
    description->setFocus();
    description->insertPlainText(QString(501, u'd'));
    QVERIFY(InspectorFixture::problemOf(description).contains(u"500"_s));
    QCOMPARE(fixture.document->draft().description.size(), 501);
}

void tst_Inspector::longNamesAreTakenAsTheyAre()
{
    InspectorFixture fixture(threeInARow);
    const QString family = u"\U0001F468\u200D\U0001F469\u200D\U0001F467"_s;
    const QString emoji = family.repeated(255);
    auto *name = fixture.find<QLineEdit>(u"teamName"_s);
    name->selectAll();
    name->setFocus();
    name->insert(family.repeated(99));
    emit name->textEdited(name->text());
    QCOMPARE(fixture.document->draft().name, family.repeated(99));
    // A person sees 99 characters.
    QVERIFY(
        visibleChild<QLabel>(name->parentWidget(), u"fieldCounter"_s)->text().contains(u"99/"_s));
    TeamDraft next = fixture.document->draft();
    next.name = emoji;
    for (WorkflowAgent &member : next.workflow.agents) {
        member.name = emoji;
        member.role = emoji;
        member.config.modelName = emoji;
    }
    fixture.document->edit(u"Emoji"_s, next);
    QCOMPARE(title(fixture), emoji);
    fixture.select(u"b"_s);
    fixture.unfold();
    QCOMPARE(fixture.find<QLineEdit>(u"memberName"_s)->text(), emoji);
    QVERIFY(!InspectorFixture::problemOf(fixture.find<QComboBox>(u"memberRole"_s)).isEmpty());
    // Nothing of that makes the panel wider than it is.
    const auto *scroll = fixture.find<QScrollArea>(u"inspectorScroll"_s);
    QVERIFY(scroll->widget()->width() <= scroll->viewport()->width());
    QVERIFY(fixture.inspector->minimumSizeHint().width() <= 10 * Theme::ControlHeight);
}

void tst_Inspector::sectionsFold()
{
    InspectorFixture fixture(threeInARow);
    fixture.select(u"b"_s);
    QVERIFY(!fixture.find<QLineEdit>(u"timeout"_s));
    auto *heading = fixture.find<QToolButton>(u"limitsSection"_s);
    InspectorFixture::click(heading);
    QVERIFY(fixture.find<QLineEdit>(u"timeout"_s));
    // It stays open for the next member.
    fixture.select(u"c"_s);
    QVERIFY(fixture.find<QLineEdit>(u"timeout"_s));
    QTest::mouseClick(heading, Qt::LeftButton);
    QVERIFY(!fixture.find<QLineEdit>(u"timeout"_s));
    // Only ordered teams have feedback, and not for their first member.
    QVERIFY(fixture.find<QToolButton>(u"feedbackSection"_s));
    fixture.select(u"a"_s);
    QVERIFY(!fixture.find<QToolButton>(u"feedbackSection"_s));
}

void tst_Inspector::theWheelChangesNothing()
{
    InspectorFixture fixture(threeInARow);
    auto *box = fixture.find<QComboBox>(u"onStepFailure"_s);
    box->setFocus();
    QWheelEvent wheel(QPointF(5, 5), box->mapToGlobal(QPointF(5, 5)), {}, { 0, -120 }, Qt::NoButton,
        Qt::NoModifier, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(box, &wheel);
    QCOMPARE(box->currentData().toString(), QString());
    QCOMPARE(fixture.document->history()->count(), 0);
}

void tst_Inspector::followsTheLanguage()
{
    Language language;
    language.apply(Language::Choice::English);
    InspectorFixture fixture(threeInARow);
    fixture.select(u"b"_s);
    fixture.unfold();
    // Whatever the words are then, everything is there, and nothing has changed.
    language.apply(Language::Choice::BrazilianPortuguese);
    QCOMPARE(fixture.find<QLineEdit>(u"memberName"_s)->text(), u"Analyst"_s);
    auto *factor = fixture.find<QLineEdit>(u"backoffFactor"_s);
    InspectorFixture::type(factor, u"1,5"_s);
    QCOMPARE(fixture.at(memberB + u"/retry_config/backoff_factor"_s), u"1.5"_s);
    language.apply(Language::Choice::English);
    QCOMPARE(fixture.find<QToolButton>(u"limitsSection"_s)->text(), u"Limits"_s);
    QCOMPARE(fixture.find<QComboBox>(u"memberRole"_s)->currentText(), u"Leader"_s);
    QCOMPARE(fixture.document->history()->count(), 1);
}

void tst_Inspector::a200MemberTeamIsQuick()
{
    InspectorFixture fixture(manyMembers(200));
    fixture.select(u"m100"_s);
    fixture.unfold();
    QCOMPARE(fixture.find<QComboBox>(u"inputSource"_s)->count(), 201);
    auto *instructions = fixture.find<QPlainTextEdit>(u"memberInstructions"_s);
    InspectorFixture::type(instructions, u"warm"_s);
    QElapsedTimer timer;
    timer.start();
    constexpr int keys = 20;
    QTest::keyClicks(instructions, QString(keys, u'x'));
    const qint64 each = timer.elapsed() / keys;
    // A key is heard within a tenth of a second, also on a busy machine and without optimising.
    QVERIFY2(each < 100, qPrintable(QString::number(each)));
    QCOMPARE(fixture.document->history()->count(), 1);
}

void tst_Inspector::jsonWithMistakesIsKeptAndTold()
{
    InspectorFixture fixture(threeInARow);
    fixture.select(u"b"_s);
    fixture.unfold();
    auto *schema = fixture.find<QPlainTextEdit>(u"memberSchema"_s);
    InspectorFixture::type(schema, u"{\"type\":\"object\"}"_s);
    schema->setFocus();
    InspectorFixture::type(schema, u"{\n\"type\": }"_s);
    QVERIFY(InspectorFixture::problemOf(schema).contains(u"Line 2"_s));
    QCOMPARE(schema->toPlainText(), u"{\n\"type\": }"_s);
    QCOMPARE(fixture.at(memberB + u"/agent_config/output_schema"_s), u"{'type':'object'}"_s);
    // Deep and endless texts are told like others.
    InspectorFixture::type(schema, {});
    schema->insertPlainText(QString(5000, u'['));
    QVERIFY(!InspectorFixture::problemOf(schema).isEmpty());
    fixture.select(u"c"_s);
    QCOMPARE(schema->toPlainText(), QString());
    fixture.select(u"b"_s);
    QVERIFY(InspectorFixture::problemOf(schema).isEmpty());
}

QTEST_MAIN(tst_Inspector)
#include "tst_inspector.moc"
