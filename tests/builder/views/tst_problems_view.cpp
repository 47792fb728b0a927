// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/builder/views/view_test.h"
#include "ui/builder/document/problem_list.h"
#include "ui/builder/views/problems_model.h"
#include "ui/builder/views/problems_view.h"
#include "ui/builder/views/quick_fix_text.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QTreeView>

using namespace renum;
using namespace renum::ui;
using namespace renum::ui::test;
using namespace Qt::StringLiterals;

class tst_ProblemsView : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }
    void oneListADocument();
    void errorsComeFirst();
    void problemsFollowTheDocument();
    void tellsOnlyRealChanges();
    void aSlowLintWaitsForAPause();
    void rowsSayWhoAndWhat();
    void clickSelectsAndAsksForTheField();
    void enterDoesTheSame();
    void aFixIsOneStep();
    void severalFixesAreOffered();
    void everyFixHasWords();
    void withoutProblemsItSaysSo();
    void aHiddenViewCatchesUp();
    void looks_data();
    void looks();
};

namespace {

/// b gets the result of c, which runs later, and c sends back without a limit.
TeamDraft troubled()
{
    TeamDraft draft = teamOf(u"abc"_s);
    draft.workflow.agents[1].input.emplace().sources
        = { { InputSource::Kind::AgentResult, idOf("c"), {} } };
    draft.workflow.agents[2].feedback = FeedbackSpec { idOf("a"), {}, {}, Json::object() };
    draft.workflow.agents[0].timeoutSeconds = 0;
    return draft;
}

struct Stage {
    explicit Stage(const TeamDraft &draft, Theme::Mode mode = Theme::Mode::Light)
        : document(draft)
        , selection(&document)
        , theme(mode)
        , view(&document, &selection, &theme)
    {
        theme.install();
        view.resize(1100, 200);
        view.show();
        static_cast<void>(QTest::qWaitForWindowExposed(&view));
    }

    TeamDocument document;
    MemberSelection selection;
    Theme theme;
    ProblemsView view;
    QTreeView *tree = view.findChild<QTreeView *>(u"problemsTree"_s);
};

} // namespace

void tst_ProblemsView::oneListADocument()
{
    TeamDocument document(troubled());
    TeamDocument other(teamOf(u"a"_s));
    QCOMPARE(ProblemList::of(&document), ProblemList::of(&document));
    QVERIFY(ProblemList::of(&document) != ProblemList::of(&other));
}

void tst_ProblemsView::errorsComeFirst()
{
    TeamDocument document(troubled());
    const ProblemList *list = ProblemList::of(&document);
    QCOMPARE(list->errors(), 2);
    QCOMPARE(list->warnings(), 1);
    QStringList codes;
    for (const Problem &problem : list->problems())
        codes.append(problem.code);
    QCOMPARE(codes, QStringList({ u"W-18"_s, u"W-19"_s, u"L-03"_s }));
    QCOMPARE(list->memberAt(1), idOf("b"));
    QCOMPARE(list->problemsOf(idOf("c")).size(), 1);
    QVERIFY(list->problemsOf(idOf("nobody")).isEmpty());
}

void tst_ProblemsView::problemsFollowTheDocument()
{
    TeamDocument document(teamOf(u"abc"_s));
    const ProblemList *list = ProblemList::of(&document);
    QCOMPARE(list->problems().size(), 0);
    document.edit(u"Break"_s, troubled());
    QCOMPARE(list->problems().size(), 3);
    document.history()->undo();
    QCOMPARE(list->problems().size(), 0);
}

void tst_ProblemsView::tellsOnlyRealChanges()
{
    TeamDocument document(troubled());
    const QSignalSpy changed(ProblemList::of(&document), &ProblemList::changed);
    TeamDraft renamed = document.draft();
    renamed.name = u"Other"_s;
    document.edit(u"Rename"_s, renamed);
    QCOMPARE(changed.count(), 0);
    document.edit(u"Repair"_s, teamOf(u"abc"_s));
    QCOMPARE(changed.count(), 1);
}

void tst_ProblemsView::aSlowLintWaitsForAPause()
{
    // So many members that the lint takes long.
    TeamDraft draft = teamOf(u"a"_s, WorkflowType::Parallel);
    draft.workflow.agents.clear();
    for (int i = 10'000; i >= 0; --i) {
        WorkflowAgent member;
        member.agentId = AgentId(QString::number(i));
        member.isActive = i > 0;
        if (i > 0)
            member.dependencies = { AgentId(QString::number(i - 1)) };
        draft.workflow.agents.push_back(member);
    }
    TeamDocument document(draft);
    const ProblemList *list = ProblemList::of(&document);
    QCOMPARE(list->problemsOf(AgentId(u"2999"_s)).constLast().code, u"L-01"_s);
    TeamDraft repaired = draft;
    repaired.workflow.agents.back().isActive = true;
    document.edit(u"Switch on"_s, repaired);
    QTRY_VERIFY(list->problemsOf(AgentId(u"2999"_s)).isEmpty());
}

void tst_ProblemsView::rowsSayWhoAndWhat()
{
    const Stage stage(troubled());
    const QAbstractItemModelTester tester(stage.tree->model());
    const QString text = dump(*stage.tree->model());
    QVERIFY2(
        text.contains("Error | Agent B | Agent B needs the result of Agent C, which runs later"_L1),
        qPrintable(text));
    QVERIFY2(text.contains("W-19 | Move Agent C before Agent B"_L1), qPrintable(text));
    QVERIFY2(text.contains("Warning | Agent C"_L1), qPrintable(text));
}

void tst_ProblemsView::clickSelectsAndAsksForTheField()
{
    Stage stage(troubled());
    const QSignalSpy asked(&stage.view, &ProblemsView::fieldRequested);
    click(stage.tree, stage.tree->model()->index(1, ProblemsModel::SentenceColumn));
    QCOMPARE(stage.selection.single(), idOf("b"));
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.first().at(0).value<AgentId>(), idOf("b"));
    QCOMPARE(asked.first().at(1).toString(), u"/workflow_definition/agents/1/input"_s);
}

void tst_ProblemsView::enterDoesTheSame()
{
    Stage stage(troubled());
    const QSignalSpy asked(&stage.view, &ProblemsView::fieldRequested);
    stage.tree->setFocus();
    stage.tree->setCurrentIndex(stage.tree->model()->index(0, 0));
    QTest::keyClick(stage.tree, Qt::Key_Down);
    QTest::keyClick(stage.tree, Qt::Key_Return);
    QCOMPARE(stage.selection.single(), idOf("b"));
    QCOMPARE(asked.count(), 1);
}

void tst_ProblemsView::aFixIsOneStep()
{
    Stage stage(troubled());
    const QByteArray before = jsonOf(stage.document);
    const QSignalSpy counts(&stage.view, &ProblemsView::countsChanged);
    click(stage.tree, stage.tree->model()->index(0, ProblemsModel::FixColumn));
    QCOMPARE(stage.document.history()->count(), 1);
    QCOMPARE(stage.document.history()->undoText(), u"Use the default"_s);
    QVERIFY(!stage.document.workflow().agents[0].timeoutSeconds);
    QCOMPARE(counts.last().at(0).toInt(), 1);
    QCOMPARE(stage.tree->model()->rowCount(), 2);
    stage.document.history()->undo();
    QCOMPARE(jsonOf(stage.document), before);
    QCOMPARE(stage.tree->model()->rowCount(), 3);
}

void tst_ProblemsView::severalFixesAreOffered()
{
    Stage stage(troubled());
    stage.tree->setFocus();
    stage.tree->setCurrentIndex(stage.tree->model()->index(1, 0));
    QTest::keyClick(stage.tree, Qt::Key_Period, Qt::ControlModifier);
    auto *menu = stage.view.findChild<QMenu *>(u"quickFixes"_s);
    QVERIFY(menu && menu->isVisible());
    QCOMPARE(menu->actions().size(), 2);
    QCOMPARE(stage.document.history()->count(), 0);
    QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, Qt::Key_Return);
    QTRY_COMPARE(stage.document.history()->undoText(), u"Move Agent C before Agent B"_s);
    QCOMPARE(orderOf(stage.document), u"acb"_s);
    QTRY_VERIFY(!stage.view.findChild<QMenu *>(u"quickFixes"_s));
}

void tst_ProblemsView::everyFixHasWords()
{
    const TeamDraft draft = teamOf(u"ab"_s);
    for (int kind = 0; kind <= int(QuickFix::Kind::DropConditionsOn); ++kind) {
        const QuickFix fix { QuickFix::Kind(kind), idOf("a"), idOf("b"), {}, u"key"_s };
        QVERIFY(!quickFixText(fix, draft.workflow).isEmpty());
    }
}

void tst_ProblemsView::withoutProblemsItSaysSo()
{
    Stage stage(teamOf(u"abc"_s));
    const auto *none = stage.view.findChild<QLabel *>(u"noProblems"_s);
    QVERIFY(none->isVisible());
    QVERIFY(!stage.tree->isVisible());
    stage.document.edit(u"Break"_s, troubled());
    QVERIFY(!none->isVisible());
    QVERIFY(stage.tree->isVisible());
}

void tst_ProblemsView::aHiddenViewCatchesUp()
{
    Stage stage(teamOf(u"abc"_s));
    stage.view.hide();
    stage.document.edit(u"Break"_s, troubled());
    QCOMPARE(stage.tree->model()->rowCount(), 0);
    stage.view.show();
    QCOMPARE(stage.tree->model()->rowCount(), 3);
}

void tst_ProblemsView::looks_data()
{
    QTest::addColumn<Theme::Mode>("mode");
    QTest::newRow("light") << Theme::Mode::Light;
    QTest::newRow("dark") << Theme::Mode::Dark;
}

void tst_ProblemsView::looks()
{
    QFETCH(const Theme::Mode, mode);
    Stage stage(troubled(), mode);
    const QImage picture = stage.view.grab().toImage();
    const QRect kind
        = stage.tree->visualRect(stage.tree->model()->index(0, ProblemsModel::SeverityColumn));
    const QRgb background = stage.theme.color(ColorToken::ErrBackground).rgb();
    int tinted = 0;
    for (int x = kind.left(); x < kind.right(); ++x)
        tinted += picture.pixel(x, kind.center().y()) == background ? 1 : 0;
    QVERIFY(tinted > 0);
    keepPicture(&stage.view, u"problems-%1"_s.arg(QString::fromLatin1(QTest::currentDataTag())));
}

QTEST_MAIN(tst_ProblemsView)
#include "tst_problems_view.moc"
