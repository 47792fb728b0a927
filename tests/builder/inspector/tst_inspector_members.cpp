// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/editing/member_edits.h"
#include "tests/builder/inspector/inspector_fixture.h"
#include "ui/monitor/elided_label.h"

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;

class tst_InspectorMembers : public QObject {
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(InspectorFixture::unexpectedWarning()); }
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

} // namespace

void tst_InspectorMembers::missingAgentsAreReplaced()
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

void tst_InspectorMembers::agentsThatCannotBeReadAreTold()
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

void tst_InspectorMembers::rolesExplainTheirEffect()
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

void tst_InspectorMembers::problemsStandAtTheirField()
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

void tst_InspectorMembers::teamsAsMembers()
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
    QVERIFY(InspectorFixture::noteOf(fixture.find<QLineEdit>(u"timeout"_s)).contains(u"1 h"_s));
    fixture.workspace.storedTeams.pop_back();
    fixture.workspace.emitTeamsChanged();
    QTRY_VERIFY(InspectorFixture::problemOf(team).contains(u"gone"_s));
}

void tst_InspectorMembers::approvalsAsMembers()
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

void tst_InspectorMembers::severalMembersAtOnce()
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

void tst_InspectorMembers::severalThatDiffer()
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

void tst_InspectorMembers::categoriesOfFailure()
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

void tst_InspectorMembers::membersThatLeaveTakeTheInspectorAlong()
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

QTEST_MAIN(tst_InspectorMembers)
#include "tst_inspector_members.moc"
