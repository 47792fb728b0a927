// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/builder/views/view_test.h"
#include "ui/builder/document/agent_catalog.h"
#include "ui/builder/document/problem_list.h"
#include "ui/builder/page/agent_mapping_dialog.h"
#include "ui/builder/page/missing_agents.h"
#include "ui/builder/views/problems_model.h"
#include "ui/builder/views/problems_view.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTreeView>

using namespace renum;
using namespace renum::ui;
using namespace renum::ui::test;
using namespace Qt::StringLiterals;

/// Members whose agents are not there (feature TM-07).
class tst_MissingAgents : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void nobodyIsMissingWhileNobodyKnows();
    void thoseThatAppearAreSaidOnce();
    void problemsNameThemWithAWayOut();
    void theBestMatchIsOffered();
    void everyoneMayStayMissing();
    void oneAgentHasOnePlace();
    void whatNamedTheOldNamesTheNew();
    void replacingIsOneStep();
    void withoutAnyNothingIsAsked();

private:
    void know(const QList<AgentInfo> &agents);
    [[nodiscard]] static AgentInfo agent(const QString &id, const QString &name)
    {
        AgentInfo info;
        info.id = AgentId(id);
        info.name = name;
        return info;
    }
    [[nodiscard]] static QComboBox *choiceFor(const QWidget *dialog, const char *member)
    {
        return dialog->findChild<QComboBox *>(u"agentFor-"_s + QString::fromLatin1(member));
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<FakeWorkspace> m_workspace;
    std::unique_ptr<AgentCatalog> m_catalog;
    std::unique_ptr<TeamDocument> m_document;
    MissingAgents *m_missing = nullptr;
};

void tst_MissingAgents::init()
{
    failOnWarnings();
    m_theme = std::make_unique<Theme>(Theme::Mode::Light);
    m_theme->install();
    m_workspace = std::make_unique<FakeWorkspace>();
    m_catalog = std::make_unique<AgentCatalog>(m_workspace.get());
    m_document = std::make_unique<TeamDocument>(teamOf(u"abc"_s));
    m_missing = new MissingAgents(m_catalog.get(), m_document.get());
}

void tst_MissingAgents::cleanup()
{
    m_document.reset();
    m_catalog.reset();
    m_workspace.reset();
}

void tst_MissingAgents::know(const QList<AgentInfo> &agents)
{
    m_workspace->agentList = agents;
    m_catalog->reload();
    QTRY_VERIFY(m_catalog->state() == AgentCatalog::State::Ready);
}

void tst_MissingAgents::nobodyIsMissingWhileNobodyKnows()
{
    QSignalSpy appeared(m_missing, &MissingAgents::appeared);
    QCoreApplication::processEvents();
    QVERIFY(m_missing->members().empty());
    m_workspace->failNext(FakeWorkspace::Call::Agents, failure(code::NotConnected));
    m_catalog->reload();
    QTRY_VERIFY(m_catalog->state() == AgentCatalog::State::Failed);
    QVERIFY(m_missing->members().empty());
    QCOMPARE(appeared.size(), 0);
}

void tst_MissingAgents::thoseThatAppearAreSaidOnce()
{
    QSignalSpy appeared(m_missing, &MissingAgents::appeared);
    QSignalSpy changed(m_missing, &MissingAgents::changed);
    know({ agent(u"a"_s, u"A"_s) });
    QCOMPARE(appeared.size(), 1);
    QCOMPARE(appeared[0][0].toInt(), 2);
    QVERIFY(m_missing->members() == std::vector<AgentId>({ idOf("b"), idOf("c") }));
    // Less is no news, more is.
    m_document->edit(u"Remove"_s, withoutMembers(m_document->draft(), { idOf("c") }));
    QCOMPARE(appeared.size(), 1);
    QCOMPARE(changed.size(), 2);
    WorkflowAgent pasted;
    pasted.agentId = idOf("x");
    m_document->edit(u"Paste"_s, withMember(m_document->draft(), pasted));
    QCOMPARE(appeared.size(), 2);
    WorkflowAgent person;
    person.agentId = idOf("person");
    person.kind = MemberKind::Approval;
    m_document->edit(u"Add"_s, withMember(m_document->draft(), person));
    QCOMPARE(appeared.size(), 2);
}

void tst_MissingAgents::problemsNameThemWithAWayOut()
{
    know({ agent(u"a"_s, u"A"_s) });
    const ProblemList *list = ProblemList::of(m_document.get());
    QTRY_COMPARE(list->warnings(), 2);
    const Problem problem = list->problems().constFirst();
    QCOMPARE(problem.code, u"L-05"_s);
    QCOMPARE(problem.path, u"/workflow_definition/agents/1/agent_id"_s);
    QCOMPARE(list->memberAt(0), idOf("b"));
    const std::vector<QuickFix> fixes = quickFixes(m_document->draft(), problem);
    QCOMPARE(fixes.size(), size_t(1));
    QVERIFY(fixes[0].kind == QuickFix::Kind::ReplaceAgents);
    QVERIFY(withQuickFix(m_document->draft(), fixes[0]) == m_document->draft());
    MemberSelection selection(m_document.get());
    Theme theme(Theme::Mode::Light);
    ProblemsView view(m_document.get(), &selection, &theme);
    view.resize(900, 200);
    view.show();
    QSignalSpy asked(&view, &ProblemsView::replaceRequested);
    auto *tree = view.findChild<QTreeView *>(u"problemsTree"_s);
    click(tree, tree->model()->index(0, ProblemsModel::FixColumn));
    QCOMPARE(asked.size(), 1);
    know({ agent(u"a"_s, u"A"_s), agent(u"b"_s, u"B"_s), agent(u"c"_s, u"C"_s) });
    QTRY_COMPARE(list->warnings(), 0);
}

void tst_MissingAgents::theBestMatchIsOffered()
{
    TeamDraft team = teamOf(u"ab"_s);
    team.workflow.agents[0].name = u"Market researcher"_s;
    team.workflow.agents[1].name = u"Reporter"_s;
    const QList<AgentInfo> agents { agent(u"1"_s, u"Helper"_s), agent(u"2"_s, u"Report writer"_s),
        agent(u"3"_s, u"Researcher"_s) };
    QWidget window;
    AgentMappingDialog dialog(team, { idOf("a"), idOf("b") }, agents, &window);
    QCOMPARE(choiceFor(&dialog, "a")->currentData().toString(), u"3"_s);
    QCOMPARE(choiceFor(&dialog, "b")->currentData().toString(), u"2"_s);
    // The best first, all of them there.
    QCOMPARE(choiceFor(&dialog, "b")->itemData(1).toString(), u"2"_s);
    QCOMPARE(choiceFor(&dialog, "b")->count(), 4);
    QVERIFY(dialog.findChild<QPushButton *>(u"replaceAgents"_s)->isEnabled());
}

void tst_MissingAgents::everyoneMayStayMissing()
{
    const TeamDraft team = teamOf(u"ab"_s);
    QWidget window;
    AgentMappingDialog dialog(team, { idOf("a"), idOf("b") }, { agent(u"1"_s, u"Zed"_s) }, &window);
    QCOMPARE(choiceFor(&dialog, "a")->currentData().toString(), QString());
    QVERIFY(!dialog.findChild<QPushButton *>(u"replaceAgents"_s)->isEnabled());
    choiceFor(&dialog, "b")->setCurrentIndex(1);
    const TeamDraft replaced = dialog.replaced(team);
    QCOMPARE(replaced.workflow.agents[0].agentId.toString(), u"a"_s);
    QCOMPARE(replaced.workflow.agents[1].agentId.toString(), u"1"_s);
    QCOMPARE(replaced.workflow.agents[1].name, u"Agent B"_s);
}

void tst_MissingAgents::oneAgentHasOnePlace()
{
    const TeamDraft team = teamOf(u"abc"_s);
    QWidget window;
    // Those that have a place in the team are not offered at all.
    AgentMappingDialog dialog(team, { idOf("a"), idOf("b") },
        { agent(u"1"_s, u"Zed"_s), agent(u"c"_s, u"Cleo"_s) }, &window);
    QCOMPARE(choiceFor(&dialog, "a")->count(), 2);
    dialog.show();
    QVERIFY(!visibleChild<QLabel>(&dialog, u"agentChosenTwice"_s));
    choiceFor(&dialog, "a")->setCurrentIndex(1);
    choiceFor(&dialog, "b")->setCurrentIndex(1);
    QVERIFY(visibleChild<QLabel>(&dialog, u"agentChosenTwice"_s));
    QVERIFY(!dialog.findChild<QPushButton *>(u"replaceAgents"_s)->isEnabled());
    choiceFor(&dialog, "b")->setCurrentIndex(0);
    QVERIFY(dialog.findChild<QPushButton *>(u"replaceAgents"_s)->isEnabled());
}

void tst_MissingAgents::whatNamedTheOldNamesTheNew()
{
    const TeamDraft team = branchingTeam();
    QWidget window;
    AgentMappingDialog dialog(team, { idOf("t") }, { agent(u"new"_s, u"New"_s) }, &window);
    choiceFor(&dialog, "t")->setCurrentIndex(1);
    const TeamDraft replaced = dialog.replaced(team);
    QCOMPARE(replaced.workflow.agents[1].conditions[0].field, u"agent_new_result.category"_s);
}

void tst_MissingAgents::replacingIsOneStep()
{
    know({ agent(u"a"_s, u"A"_s), agent(u"1"_s, u"Agent B"_s) });
    QWidget window;
    m_missing->askAndReplace(&window);
    auto *dialog = openDialog<AgentMappingDialog>();
    QVERIFY(dialog);
    QCOMPARE(choiceFor(dialog, "b")->currentData().toString(), u"1"_s);
    keepPicture(dialog, u"missing-agents"_s);
    dialog->findChild<QPushButton *>(u"replaceAgents"_s)->click();
    QCOMPARE(m_document->history()->count(), 1);
    QVERIFY(m_document->workflow().find(idOf("1")));
    QVERIFY(m_missing->members() == std::vector<AgentId>({ idOf("c") }));
    m_document->history()->undo();
    QVERIFY(m_document->workflow().find(idOf("b")));
}

void tst_MissingAgents::withoutAnyNothingIsAsked()
{
    know({ agent(u"a"_s, u"A"_s), agent(u"b"_s, u"B"_s), agent(u"c"_s, u"C"_s) });
    QWidget window;
    m_missing->askAndReplace(&window);
    QVERIFY(!openDialog<AgentMappingDialog>());
}

QTEST_MAIN(tst_MissingAgents)
#include "tst_missing_agents.moc"
