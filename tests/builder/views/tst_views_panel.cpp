// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/builder/views/view_test.h"
#include "ui/builder/views/json_view.h"
#include "ui/builder/views/members_table.h"
#include "ui/builder/views/outline_view.h"
#include "ui/builder/views/plan_view.h"
#include "ui/builder/views/problems_view.h"
#include "ui/builder/views/views_panel.h"

#include <QAction>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

using namespace renum;
using namespace renum::ui;
using namespace renum::ui::test;
using namespace Qt::StringLiterals;

class tst_ViewsPanel : public QObject {
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }
    void viewsAreMadeWhenTheyAreShown();
    void theTabCountsTheProblems();
    void commandsShowTheViews();
    void itFolds();
    void aTabUnfolds();
    void requestsComeThrough();
    void thePlanLeadsToTheProblems();
    void editsInOneShowInAll();
    void textThatIsNotReadIsTold();
    void itSpeaksAnotherLanguageAtOnce();
    void looks_data();
    void looks();
};

namespace {

struct Stage {
    explicit Stage(const TeamDraft &draft, Theme::Mode mode = Theme::Mode::Light)
        : document(draft)
        , selection(&document)
        , theme(mode)
    {
        theme.install();
        auto *layout = new QVBoxLayout(&window);
        layout->setContentsMargins(0, 0, 0, 0);
        panel = new ViewsPanel(&document, &selection, &workspace, &theme, &window);
        layout->addWidget(panel);
        window.addActions(panel->commands());
        window.resize(1200, 260);
        window.show();
        static_cast<void>(QTest::qWaitForWindowActive(&window));
        tabs = panel->findChild<QTabBar *>(u"viewTabs"_s);
    }

    void clickTab(int tab) const
    {
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(tab).center());
    }

    FakeWorkspace workspace;
    TeamDocument document;
    MemberSelection selection;
    Theme theme;
    QWidget window;
    ViewsPanel *panel = nullptr;
    QTabBar *tabs = nullptr;
};

TeamDraft troubled()
{
    TeamDraft draft = teamOf(u"abc"_s);
    draft.workflow.agents[1].timeoutSeconds = 0;
    draft.workflow.agents[2].feedback = FeedbackSpec { idOf("a"), {}, {}, Json::object() };
    return draft;
}

} // namespace

void tst_ViewsPanel::viewsAreMadeWhenTheyAreShown()
{
    const Stage stage(teamOf(u"ab"_s));
    QVERIFY(stage.panel->findChild<ProblemsView *>());
    QVERIFY(!stage.panel->findChild<PlanView *>());
    QVERIFY(!stage.panel->findChild<OutlineView *>());
    QVERIFY(!stage.panel->findChild<MembersTable *>());
    QVERIFY(!stage.panel->findChild<JsonView *>());
    stage.clickTab(ViewsPanel::OutlineTab);
    QVERIFY(stage.panel->findChild<OutlineView *>()->isVisible());
    stage.clickTab(ViewsPanel::MembersTab);
    QVERIFY(stage.panel->findChild<MembersTable *>()->isVisible());
    QVERIFY(!stage.panel->findChild<OutlineView *>()->isVisible());
    stage.clickTab(ViewsPanel::JsonTab);
    QVERIFY(stage.panel->findChild<JsonView *>()->isVisible());
    stage.clickTab(ViewsPanel::PlanTab);
    QVERIFY(stage.panel->findChild<PlanView *>()->isVisible());
    stage.clickTab(ViewsPanel::ProblemsTab);
    QCOMPARE(stage.panel->findChildren<ProblemsView *>().size(), 1);
}

void tst_ViewsPanel::theTabCountsTheProblems()
{
    Stage stage(teamOf(u"abc"_s));
    QCOMPARE(stage.tabs->tabText(0), u"Problems"_s);
    QVERIFY(stage.tabs->tabIcon(0).isNull());
    stage.clickTab(ViewsPanel::OutlineTab);
    stage.document.edit(u"Break"_s, troubled());
    QCOMPARE(stage.tabs->tabText(0), u"Problems 2"_s);
    QVERIFY(!stage.tabs->tabIcon(0).isNull());
    stage.document.history()->undo();
    QCOMPARE(stage.tabs->tabText(0), u"Problems"_s);
}

void tst_ViewsPanel::commandsShowTheViews()
{
    Stage stage(teamOf(u"abc"_s));
    QCOMPARE(stage.panel->commands().size(), int(ViewsPanel::ViewCount) + 1);
    QSet<QKeySequence> keys;
    const QList<QAction *> commands = stage.panel->commands();
    for (const QAction *command : commands) {
        QVERIFY(!command->text().isEmpty());
        QVERIFY(!command->objectName().isEmpty());
        keys.insert(command->shortcut());
    }
    QCOMPARE(keys.size(), commands.size());
    QTest::keyClick(&stage.window, Qt::Key_4, Qt::AltModifier);
    QCOMPARE(stage.panel->currentView(), ViewsPanel::MembersTab);
    QVERIFY(stage.panel->findChild<QTableView *>(u"membersTable"_s)->hasFocus());
    QTest::keyClick(&stage.window, Qt::Key_3, Qt::AltModifier);
    QVERIFY(stage.panel->findChild<QTreeView *>(u"outlineTree"_s)->hasFocus());
}

void tst_ViewsPanel::itFolds()
{
    Stage stage(teamOf(u"abc"_s));
    const QSignalSpy folded(stage.panel, &ViewsPanel::foldedChanged);
    auto *button = stage.panel->findChild<QToolButton *>(u"foldViews"_s);
    QTest::mouseClick(button, Qt::LeftButton);
    QVERIFY(stage.panel->isFolded());
    QVERIFY(!stage.panel->findChild<ProblemsView *>()->isVisible());
    QVERIFY(stage.tabs->isVisible());
    QCOMPARE(button->accessibleName(), u"Unfold the views"_s);
    QTest::keyClick(&stage.window, Qt::Key_J, Qt::ControlModifier);
    QVERIFY(!stage.panel->isFolded());
    QCOMPARE(folded.count(), 2);
    stage.panel->setFolded(false);
    QCOMPARE(folded.count(), 2);
}

void tst_ViewsPanel::aTabUnfolds()
{
    Stage stage(teamOf(u"abc"_s));
    stage.panel->setFolded(true);
    stage.clickTab(ViewsPanel::ProblemsTab);
    QVERIFY(!stage.panel->isFolded());
    stage.panel->setFolded(true);
    QTest::keyClick(&stage.window, Qt::Key_5, Qt::AltModifier);
    QVERIFY(!stage.panel->isFolded());
    QCOMPARE(stage.panel->currentView(), ViewsPanel::JsonTab);
}

void tst_ViewsPanel::requestsComeThrough()
{
    Stage stage(troubled());
    const QSignalSpy asked(stage.panel, &ViewsPanel::fieldRequested);
    auto *problems = stage.panel->findChild<QTreeView *>(u"problemsTree"_s);
    click(problems, problems->model()->index(0, 2));
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.first().at(1).toString(), u"/workflow_definition/agents/1/timeout"_s);
    stage.panel->showView(ViewsPanel::OutlineTab);
    auto *outline = stage.panel->findChild<QTreeView *>(u"outlineTree"_s);
    outline->setCurrentIndex(cellOf(outline, u"Agent C"_s));
    QTest::keyClick(outline, Qt::Key_Return);
    QCOMPARE(asked.count(), 2);
    QCOMPARE(asked.last().at(0).value<AgentId>(), idOf("c"));
}

void tst_ViewsPanel::thePlanLeadsToTheProblems()
{
    Stage stage(troubled());
    stage.workspace.previewProblems = { { Problem::Severity::Error, u"W-18"_s, {}, u"x"_s, {} } };
    stage.panel->showView(ViewsPanel::PlanTab);
    auto *action = stage.panel->findChild<QPushButton *>(u"planAction"_s);
    QTRY_VERIFY(action->isVisible());
    QTest::mouseClick(action, Qt::LeftButton);
    QCOMPARE(stage.panel->currentView(), ViewsPanel::ProblemsTab);
}

void tst_ViewsPanel::editsInOneShowInAll()
{
    Stage stage(teamOf(u"abc"_s));
    stage.panel->showView(ViewsPanel::MembersTab);
    auto *table = stage.panel->findChild<QTableView *>(u"membersTable"_s);
    QVERIFY(table->model()->setData(table->model()->index(1, 1), u"Critic"_s));
    stage.selection.select(idOf("b"));
    stage.panel->showView(ViewsPanel::OutlineTab);
    auto *outline = stage.panel->findChild<QTreeView *>(u"outlineTree"_s);
    QVERIFY(cellOf(outline, u"Critic"_s).isValid());
    QVERIFY(outline->selectionModel()->isSelected(cellOf(outline, u"Critic"_s)));
    stage.document.history()->undo();
    QVERIFY(!cellOf(outline, u"Critic"_s).isValid());
    stage.panel->showView(ViewsPanel::MembersTab);
    QCOMPARE(table->model()->index(1, 1).data().toString(), u"Agent B"_s);
    QCOMPARE(stage.selection.single(), idOf("b"));
}

void tst_ViewsPanel::textThatIsNotReadIsTold()
{
    Stage stage(teamOf(u"abc"_s));
    QVERIFY(!stage.panel->hasUnreadText());
    stage.panel->showView(ViewsPanel::JsonTab);
    auto *editor = stage.panel->findChild<QPlainTextEdit *>(u"jsonEditor"_s);
    QVERIFY(!stage.panel->hasUnreadText());
    QTest::keyClicks(editor, u"  "_s);
    QVERIFY(stage.panel->hasUnreadText());
    QTRY_VERIFY(!stage.panel->hasUnreadText());
}

void tst_ViewsPanel::itSpeaksAnotherLanguageAtOnce()
{
    Stage stage(troubled());
    for (int view = 0; view < ViewsPanel::ViewCount; ++view)
        stage.panel->showView(ViewsPanel::View(view));
    const QStringList before = [&stage] {
        QStringList texts;
        for (int view = 0; view < ViewsPanel::ViewCount; ++view)
            texts.append(stage.tabs->tabText(view));
        return texts;
    }();
    for (int view = 0; view < ViewsPanel::ViewCount; ++view)
        stage.tabs->setTabText(view, u"?"_s);
    QEvent event(QEvent::LanguageChange);
    QCoreApplication::sendEvent(stage.panel, &event);
    for (int view = 0; view < ViewsPanel::ViewCount; ++view)
        QCOMPARE(stage.tabs->tabText(view), before[view]);
    const QList<QWidget *> views { stage.panel->findChild<ProblemsView *>(),
        stage.panel->findChild<PlanView *>(), stage.panel->findChild<OutlineView *>(),
        stage.panel->findChild<MembersTable *>(), stage.panel->findChild<JsonView *>() };
    for (QWidget *view : views)
        QCoreApplication::sendEvent(view, &event);
    QCOMPARE(stage.document.history()->count(), 0);
}

void tst_ViewsPanel::looks_data()
{
    QTest::addColumn<Theme::Mode>("mode");
    QTest::newRow("light") << Theme::Mode::Light;
    QTest::newRow("dark") << Theme::Mode::Dark;
}

void tst_ViewsPanel::looks()
{
    QFETCH(const Theme::Mode, mode);
    Stage stage(branchingTeam(), mode);
    const QStringList names { u"problems"_s, u"plan"_s, u"outline"_s, u"members"_s, u"json"_s };
    for (int view = 0; view < ViewsPanel::ViewCount; ++view) {
        stage.panel->showView(ViewsPanel::View(view));
        QTRY_VERIFY(view != ViewsPanel::PlanTab
            || stage.panel->findChild<QTreeView *>(u"planTree"_s)->isVisible());
        const QImage picture = stage.panel->grab().toImage();
        QCOMPARE(picture.pixelColor(picture.width() / 2, 4).name(),
            stage.theme.color(ColorToken::Panel).name());
        keepPicture(stage.panel,
            u"panel-%1-%2"_s.arg(names[view], QString::fromLatin1(QTest::currentDataTag())));
    }
}

QTEST_MAIN(tst_ViewsPanel)
#include "tst_views_panel.moc"
