// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/builder/views/view_test.h"
#include "ui/builder/views/outline_model.h"
#include "ui/builder/views/outline_view.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QLineEdit>
#include <QTreeView>

using namespace renum;
using namespace renum::ui;
using namespace renum::ui::test;
using namespace Qt::StringLiterals;

class tst_OutlineView : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }
    void orderedTeamsAreAList();
    void othersComeInWaves();
    void aTeamThatCannotRunHasAnOutline();
    void theModelStandsTheTester();
    void f2Renames();
    void delRemoves();
    void altUpAndDownMove();
    void selectionIsOneBothWays();
    void aDetailSelectsItsMember();
    void openBranchesStayOpen();
    void enterLeadsToTheField();
    void onlyMembersAreRenamed();
};

namespace {

struct Stage {
    explicit Stage(const TeamDraft &draft)
        : document(draft)
        , selection(&document)
        , theme(Theme::Mode::Light)
        , view(&document, &selection, &theme)
    {
        theme.install();
        view.resize(700, 400);
        view.show();
        static_cast<void>(QTest::qWaitForWindowActive(&view));
        tree->setFocus();
    }

    [[nodiscard]] QModelIndex member(const char *letter) const
    {
        return cellOf(tree, u"Agent %1"_s.arg(QString::fromLatin1(letter)));
    }

    TeamDocument document;
    MemberSelection selection;
    Theme theme;
    OutlineView view;
    QTreeView *tree = view.findChild<QTreeView *>(u"outlineTree"_s);
};

} // namespace

void tst_OutlineView::orderedTeamsAreAList()
{
    TeamDraft draft = teamOf(u"ab"_s, WorkflowType::Pipeline);
    draft.workflow.agents[1].role = u"leader"_s;
    draft.workflow.agents[1].config.modelName = u"gpt-4o"_s;
    draft.workflow.agents[1].feedback = FeedbackSpec { idOf("a"), {}, 3, Json::object() };
    draft.workflow.agents[0].isActive = false;
    TeamDocument document(draft);
    const OutlineModel model(&document);
    QCOMPARE(dump(model),
        u"Pipeline | 2 member(s)\n"
        "  Agent A | Switched off\n"
        "    Gets | Prompt\n"
        "  Agent B | gpt-4o · leader\n"
        "    Gets | result of Agent A\n"
        "    Sends work | back to Agent A: up to 3 time(s)\n"_s);
}

void tst_OutlineView::othersComeInWaves()
{
    TeamDraft draft = branchingTeam();
    draft.workflow.agents[3].dependencies = { idOf("t"), idOf("s") };
    TeamDocument document(draft);
    const OutlineModel model(&document);
    const QString text = dump(model);
    QVERIFY2(text.startsWith("Conditional | 4 member(s)\n  Wave 1 | 1 member(s)\n    Agent T"_L1),
        qPrintable(text));
    QVERIFY(text.contains("  Wave 2 | 2 member(s)\n    Agent S"_L1));
    QVERIFY(text.contains(u"      Runs when | Agent T › category = technical\n"_s));
    QVERIFY(text.contains("      Waits for | Agent T, Agent S\n"_L1));
}

void tst_OutlineView::aTeamThatCannotRunHasAnOutline()
{
    TeamDraft draft = teamOf(u"ab"_s, WorkflowType::Parallel);
    draft.workflow.agents[0].dependencies = { idOf("b"), idOf("gone") };
    draft.workflow.agents[1].dependencies = { idOf("a") };
    draft.workflow.agents.push_back(draft.workflow.agents[0]);
    TeamDocument document(draft);
    const OutlineModel model(&document);
    QCOMPARE(dump(model).count("    Agent A\n"_L1), 2);
    QVERIFY(dump(model).contains("Waits for | Agent B, gone"_L1));
}

void tst_OutlineView::theModelStandsTheTester()
{
    TeamDocument document((TeamDraft()));
    OutlineModel model(&document);
    const QAbstractItemModelTester tester(&model);
    for (const TeamDraft &draft : { teamOf(u"abc"_s), branchingTeam(),
             teamOf(u"cab"_s, WorkflowType::Parallel), teamOf(u"cab"_s), TeamDraft() }) {
        document.edit(u"Other"_s, draft);
        model.refresh();
        QCOMPARE(model.rowCount(), 1);
    }
}

void tst_OutlineView::f2Renames()
{
    Stage stage(teamOf(u"ab"_s));
    click(stage.tree, stage.member("B"));
    QTest::keyClick(stage.tree, Qt::Key_F2);
    auto *editor = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(editor);
    editor->selectAll();
    QTest::keyClicks(editor, u"Critic"_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(stage.document.workflow().agents[1].name, u"Critic"_s);
    QVERIFY(cellOf(stage.tree, u"Critic"_s).isValid());
    stage.document.history()->undo();
    QVERIFY(stage.member("B").isValid());
}

void tst_OutlineView::delRemoves()
{
    Stage stage(teamOf(u"abc"_s));
    click(stage.tree, stage.member("A"));
    click(stage.tree, stage.member("C"), Qt::ControlModifier);
    QTest::keyClick(stage.tree, Qt::Key_Delete);
    QCOMPARE(orderOf(stage.document), u"b"_s);
    QVERIFY(!stage.member("A").isValid());
    QCOMPARE(stage.document.history()->count(), 1);
}

void tst_OutlineView::altUpAndDownMove()
{
    Stage stage(teamOf(u"abc"_s));
    click(stage.tree, stage.member("C"));
    QTest::keyClick(stage.tree, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(orderOf(stage.document), u"acb"_s);
    QCOMPARE(stage.member("C").row(), 1);
    QCOMPARE(stage.selection.single(), idOf("c"));
    QTest::keyClick(stage.tree, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(orderOf(stage.document), u"abc"_s);
}

void tst_OutlineView::selectionIsOneBothWays()
{
    Stage stage(branchingTeam());
    click(stage.tree, stage.member("S"));
    QCOMPARE(stage.selection.single(), idOf("s"));
    click(stage.tree, stage.member("B"), Qt::ShiftModifier);
    QCOMPARE(stage.selection.members(), QSet({ idOf("s"), idOf("b") }));
    stage.selection.select(idOf("f"));
    QCOMPARE(stage.tree->selectionModel()->selectedRows(), QModelIndexList { stage.member("F") });
    click(stage.tree, stage.tree->model()->index(0, 0));
    QVERIFY(stage.selection.isEmpty());
}

void tst_OutlineView::aDetailSelectsItsMember()
{
    Stage stage(teamOf(u"ab"_s));
    const QModelIndex member = stage.member("B");
    stage.tree->expand(member);
    const QModelIndex detail = stage.tree->model()->index(0, 0, member);
    click(stage.tree, detail);
    QCOMPARE(stage.selection.single(), idOf("b"));
    QCOMPARE(stage.tree->currentIndex(), detail);
    QVERIFY(stage.tree->selectionModel()->isSelected(detail));
}

void tst_OutlineView::openBranchesStayOpen()
{
    Stage stage(teamOf(u"abc"_s));
    stage.tree->expand(stage.member("B"));
    QVERIFY(stage.tree->isExpanded(stage.tree->model()->index(0, 0)));
    stage.document.edit(u"Move"_s, withMemberAt(stage.document.draft(), idOf("b"), 0));
    QVERIFY(stage.tree->isExpanded(stage.member("B")));
    QVERIFY(!stage.tree->isExpanded(stage.member("A")));
}

void tst_OutlineView::enterLeadsToTheField()
{
    Stage stage(teamOf(u"ab"_s));
    const QSignalSpy asked(&stage.view, &OutlineView::fieldRequested);
    const QModelIndex member = stage.member("B");
    stage.tree->expand(member);
    stage.tree->setCurrentIndex(stage.tree->model()->index(0, 0, member));
    QTest::keyClick(stage.tree, Qt::Key_Return);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.first().at(0).value<AgentId>(), idOf("b"));
    QCOMPARE(asked.first().at(1).toString(), u"/workflow_definition/agents/1/input"_s);
    stage.tree->setCurrentIndex(member);
    QTest::keyClick(stage.tree, Qt::Key_Return);
    QCOMPARE(asked.last().at(1).toString(), u"/workflow_definition/agents/1"_s);
    stage.tree->setCurrentIndex(stage.tree->model()->index(0, 0));
    QTest::keyClick(stage.tree, Qt::Key_Return);
    QCOMPARE(asked.count(), 2);
}

void tst_OutlineView::onlyMembersAreRenamed()
{
    TeamDocument document(branchingTeam());
    OutlineModel model(&document);
    const QModelIndex root = model.index(0, 0);
    const QModelIndex wave = model.index(0, 0, root);
    const QModelIndex member = model.index(0, 0, wave);
    for (const QModelIndex &index :
        { root, wave, model.index(0, 0, member), member.siblingAtColumn(1) }) {
        QVERIFY(!index.flags().testFlag(Qt::ItemIsEditable));
        QVERIFY(!model.setData(index, u"x"_s, Qt::EditRole));
    }
    QVERIFY(model.setData(member, u" x "_s, Qt::EditRole));
    QCOMPARE(document.workflow().agents[0].name, u"x"_s);
}

QTEST_MAIN(tst_OutlineView)
#include "tst_outline_view.moc"
