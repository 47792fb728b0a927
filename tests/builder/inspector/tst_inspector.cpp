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
    void missingAgentsAreReplaced();
    void agentsThatCannotBeReadAreTold();
    void rolesExplainTheirEffect();
    void problemsStandAtTheirField();
    void teamsAsMembers();
    void approvalsAsMembers();
    void severalMembersAtOnce();
    void severalThatDiffer();
    void categoriesOfFailure();
    void membersThatLeaveTakeTheInspectorAlong();
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

void tst_Inspector::missingAgentsAreReplaced()
{
    InspectorFixture fixture(
        "{'type':'sequential','agents':[{'agent_id':'gone','name':'Old'},{'agent_id':'b',"
        "'input':{'source':'agent_result','agent_id':'gone'}}]}");
    fixture.select(u"gone"_s);
    QVERIFY(!fixture.find<QPushButton>(u"replaceAgent"_s));
    fixture.catalog->reload();
    QTRY_VERIFY(fixture.find<QPushButton>(u"replaceAgent"_s));
    auto *box = fixture.find<QComboBox>(u"memberAgent"_s);
    QCOMPARE(box->currentText(), u"gone (missing)"_s);
    QVERIFY(!InspectorFixture::problemOf(box).isEmpty());
    QTest::mouseClick(fixture.find<QPushButton>(u"replaceAgent"_s), Qt::LeftButton);
    QVERIFY(box->view()->isVisible());
    box->hidePopup();
    const AgentInfo now = fixture.workspace.agentList.front();
    const QByteArray before = fixture.text();
    InspectorFixture::choose(box, now.id.toString());
    QCOMPARE(
        fixture.at(u"/workflow_definition/agents/0/agent_id"_s), u"'%1'"_s.arg(now.id.toString()));
    QCOMPARE(fixture.at(u"/workflow_definition/agents/0/name"_s), u"'%1'"_s.arg(now.name));
    QCOMPARE(fixture.at(memberB + u"/input/agent_id"_s), u"'%1'"_s.arg(now.id.toString()));
    // The inspector stays with the member.
    QCOMPARE(fixture.selection->single(), now.id);
    QCOMPARE(title(fixture), now.name);
    QVERIFY(!fixture.find<QPushButton>(u"replaceAgent"_s));
    fixture.document->history()->undo();
    QCOMPARE(fixture.text(), before);
}

void tst_Inspector::agentsThatCannotBeReadAreTold()
{
    InspectorFixture fixture(threeInARow);
    fixture.select(u"b"_s);
    fixture.workspace.failNext(FakeWorkspace::Call::Agents, failure(code::StoreDiskFull));
    fixture.catalog->reload();
    auto *box = fixture.find<QComboBox>(u"memberAgent"_s);
    QTRY_VERIFY(InspectorFixture::noteOf(box).contains(u"cannot be read"_s));
    QCOMPARE(box->currentText(), u"b"_s);
    InspectorFixture::click(fixture.find<QPushButton>(u"replaceAgent"_s));
    QTRY_VERIFY(fixture.catalog->state() == AgentCatalog::State::Ready);
    QVERIFY(InspectorFixture::noteOf(box).isEmpty());
}

void tst_Inspector::rolesExplainTheirEffect()
{
    InspectorFixture fixture(threeInARow);
    fixture.select(u"b"_s);
    auto *role = fixture.find<QComboBox>(u"memberRole"_s);
    QCOMPARE(role->currentText(), u"Leader"_s);
    QVERIFY(InspectorFixture::noteOf(role).contains(u"first"_s));
    InspectorFixture::choose(role, u"coordinator"_s);
    QVERIFY(InspectorFixture::noteOf(role).contains(u"requests"_s));
    InspectorFixture::type(role, u"member"_s);
    QCOMPARE(fixture.at(memberB + u"/role"_s), u"'member'"_s);
    InspectorFixture::type(role, u"reviewer"_s);
    QVERIFY(InspectorFixture::noteOf(role).contains(u"the others see"_s));
    InspectorFixture::type(role, QString(51, u'r'));
    QVERIFY(!InspectorFixture::problemOf(role).isEmpty());
}

void tst_Inspector::problemsStandAtTheirField()
{
    InspectorFixture fixture(
        "{'type':'parallel','agents':[{'agent_id':'a','is_active':false},{'agent_id':'b',"
        "'input':{'source':'agent_result','agent_id':'a'},'dependencies':['nobody']}]}");
    fixture.select(u"b"_s);
    fixture.unfold();
    // L-01 is about the member as a whole, W-20 and W-15 about a field.
    QVERIFY(fixture.find<QLabel>(u"generalProblems"_s)->text().contains(u"never runs"_s));
    QVERIFY(!InspectorFixture::problemOf(fixture.inspector->findChild<QWidget *>(u"inputSources"_s))
                 .isEmpty());
    QVERIFY(InspectorFixture::problemOf(fixture.find<QComboBox>(u"addDependency"_s))
                .contains(u"nobody"_s));
    fixture.select(u"a"_s);
    QVERIFY(!fixture.find<QLabel>(u"generalProblems"_s));
    fixture.selection->clear();
    QVERIFY(!fixture.find<QLabel>(u"generalProblems"_s));
    fixture.document->edit(u"Empty"_s,
        withoutMembers(fixture.document->draft(), { AgentId(u"a"_s), AgentId(u"b"_s) }));
    QVERIFY(fixture.find<QLabel>(u"generalProblems"_s)->text().contains(u"no agents"_s));
}

void tst_Inspector::teamsAsMembers()
{
    InspectorFixture fixture(
        "{'type':'sequential','agents':[{'agent_id':'sub','kind':'team','name':'Helpers'}]}");
    fixture.workspace.storedTeams = { sample::team(1), sample::team(2) };
    fixture.select(u"sub"_s);
    fixture.unfold();
    QVERIFY(!fixture.find<QComboBox>(u"memberRole"_s));
    QVERIFY(!fixture.find<QComboBox>(u"memberAgent"_s));
    QVERIFY(!fixture.find<QPlainTextEdit>(u"memberInstructions"_s));
    QVERIFY(!fixture.find<QPlainTextEdit>(u"memberSchema"_s));
    auto *team = fixture.find<QComboBox>(u"memberTeam"_s);
    QVERIFY(!InspectorFixture::problemOf(team).isEmpty());
    const TeamId id = fixture.workspace.storedTeams.back().id;
    QTRY_VERIFY(team->findData(id.toString()) >= 0);
    InspectorFixture::choose(team, id.toString());
    QCOMPARE(fixture.at(u"/workflow_definition/agents/0/team_id"_s), u"'%1'"_s.arg(id.toString()));
    QVERIFY(InspectorFixture::problemOf(team).isEmpty());
    QVERIFY(fixture.find<QLineEdit>(u"timeout"_s)->placeholderText().contains(u"1 h"_s));
    fixture.workspace.storedTeams.pop_back();
    fixture.workspace.emitTeamsChanged();
    QTRY_VERIFY(InspectorFixture::problemOf(team).contains(u"gone"_s));
}

void tst_Inspector::approvalsAsMembers()
{
    InspectorFixture fixture(
        "{'type':'sequential','agents':[{'agent_id':'a'},{'agent_id':'ok','kind':'approval'}]}");
    fixture.select(u"ok"_s);
    fixture.unfold();
    for (const QString &name : { u"memberRole"_s, u"memberModel"_s, u"maxAttempts"_s,
             u"approvalBefore"_s, u"memberTools"_s, u"includeContext"_s, u"memberAgent"_s })
        QVERIFY2(!fixture.find<QWidget>(name), qPrintable(name));
    QCOMPARE(fixture.find<QLineEdit>(u"timeout"_s)->placeholderText(), u"As long as it takes"_s);
    InspectorFixture::type(
        fixture.find<QPlainTextEdit>(u"memberInstructions"_s), u"Check the sums."_s);
    QCOMPARE(fixture.at(memberB + u"/agent_config/instructions"_s), u"'Check the sums.'"_s);
}

void tst_Inspector::severalMembersAtOnce()
{
    InspectorFixture fixture(threeInARow);
    fixture.selection->setMembers({ AgentId(u"a"_s), AgentId(u"c"_s) });
    InspectorFixture::type(fixture.find<QLineEdit>(u"severalTimeout"_s), u"45"_s);
    InspectorFixture::type(fixture.find<QComboBox>(u"severalModel"_s), u"small"_s);
    InspectorFixture::click(fixture.find<QCheckBox>(u"severalActive"_s));
    const std::vector<WorkflowAgent> &members = fixture.document->workflow().agents;
    for (const int changed : { 0, 2 }) {
        const WorkflowAgent &member = members[std::size_t(changed)];
        QCOMPARE(member.timeoutSeconds, std::optional(45));
        QCOMPARE(member.config.modelName, std::optional(u"small"_s));
        QVERIFY(!member.isActive);
    }
    QVERIFY(!members[1].timeoutSeconds && members[1].isActive);
    QCOMPARE(fixture.document->history()->count(), 3);
    const QByteArray before = fixture.text();
    InspectorFixture::click(fixture.find<QPushButton>(u"removeMembers"_s));
    QCOMPARE(members.size(), std::size_t(1));
    QVERIFY(fixture.find<QLineEdit>(u"teamName"_s));
    fixture.document->history()->undo();
    QCOMPARE(fixture.text(), before);
}

void tst_Inspector::severalThatDiffer()
{
    InspectorFixture fixture(
        "{'type':'sequential','agents':[{'agent_id':'a','timeout':5,'is_active':false},"
        "{'agent_id':'b','timeout':6},{'agent_id':'c','timeout':6}]}");
    fixture.selection->selectAll();
    auto *timeout = fixture.find<QLineEdit>(u"severalTimeout"_s);
    auto *active = fixture.find<QCheckBox>(u"severalActive"_s);
    QCOMPARE(timeout->text(), QString());
    QCOMPARE(timeout->placeholderText(), u"Different ones"_s);
    QCOMPARE(active->checkState(), Qt::PartiallyChecked);
    fixture.selection->setMembers({ AgentId(u"b"_s), AgentId(u"c"_s) });
    QCOMPARE(timeout->text(), u"6"_s);
    QCOMPARE(active->checkState(), Qt::Checked);
    fixture.selection->selectAll();
    InspectorFixture::click(active);
    QCOMPARE(active->checkState(), Qt::Checked);
    for (const WorkflowAgent &member : fixture.document->workflow().agents)
        QVERIFY(member.isActive);
}

void tst_Inspector::categoriesOfFailure()
{
    InspectorFixture fixture("{'type':'sequential','agents':[{'agent_id':'a',"
                             "'retry_config':{'retry_on':['TimeoutError','strange']}}]}");
    fixture.select(u"a"_s);
    fixture.unfold();
    auto *timeout = fixture.find<QCheckBox>(u"retryOn_agent_timeout"_s);
    auto *network = fixture.find<QCheckBox>(u"retryOn_network_error"_s);
    // The name of an exception means its category.
    QVERIFY(timeout->isChecked());
    QVERIFY(!network->isChecked());
    QVERIFY(!InspectorFixture::problemOf(fixture.find<QCheckBox>(u"ownCategories"_s)).isEmpty());
    const auto place = u"/workflow_definition/agents/0/retry_config/retry_on"_s;
    InspectorFixture::click(network);
    QCOMPARE(fixture.at(place), u"['TimeoutError','strange','network_error']"_s);
    InspectorFixture::click(timeout);
    QCOMPARE(fixture.at(place), u"['strange','network_error']"_s);
    InspectorFixture::click(fixture.find<QCheckBox>(u"ownCategories"_s));
    QCOMPARE(fixture.at(u"/workflow_definition/agents/0/retry_config"_s), u"none"_s);
    QVERIFY(!timeout->isVisible());
}

void tst_Inspector::membersThatLeaveTakeTheInspectorAlong()
{
    InspectorFixture fixture(threeInARow);
    fixture.select(u"b"_s);
    fixture.find<QLineEdit>(u"memberName"_s)->setFocus();
    fixture.document->edit(
        u"Remove"_s, withoutMembers(fixture.document->draft(), { AgentId(u"b"_s) }));
    QVERIFY(fixture.find<QLineEdit>(u"teamName"_s));
    fixture.document->history()->undo();
    QVERIFY(fixture.find<QLineEdit>(u"teamName"_s));
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
