// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fake_team_archive.h"
#include "tests/ui/page_test.h"
#include "ui/graph/team_graph_view.h"
#include "ui/teams/slot_dialog.h"
#include "ui/teams/teams_page.h"
#include "ui/text/language.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QVBoxLayout>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;
using Call = FakeWorkspace::Call;

class tst_TeamsPage : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void emptyOffersOneNextStep();
    void templatesAreDrawnAsGraphs();
    void templateBecomesATeam();
    void missingAgentsAreChosen();
    void choosingCanBeCancelled();
    void failureToCreateIsTold();
    void listErrorCanBeRetried();
    void templatesErrorCanBeRetried();
    void clickOpensATeam();
    void enterOpensAndEscapeCloses();
    void searchWaitsForAPause();
    void searchWithoutResultSaysSo();
    void runAsksForTheSelectedTeam();
    void deleteAsksAndCanBeUndone();
    void undoBringsTheVersionsBack();
    void deleteCanBeRefused();
    void languageChangesWhileRunning();
    void waitsWithASkeleton();

private:
    template<typename T>
    T *child(const QString &name) const
    {
        return visibleChild<T>(m_window.get(), name);
    }
    QListView *list() const { return m_page->findChild<QListView *>(u"teamList"_s); }
    void open(int teams);
    void click(const QString &button);
    void answer(bool yes);

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<FakeWorkspace> m_workspace;
    std::unique_ptr<QWidget> m_window;
    TeamsPage *m_page = nullptr;
};

void tst_TeamsPage::init()
{
    if (!m_theme) {
        m_theme = std::make_unique<Theme>(Theme::Mode::Light);
        m_theme->install();
    }
    m_workspace = std::make_unique<FakeWorkspace>();
}

void tst_TeamsPage::cleanup()
{
    m_window.reset();
    m_workspace.reset();
}

void tst_TeamsPage::open(int teams)
{
    for (int i = 1; i <= teams; ++i)
        m_workspace->storedTeams.prepend(sample::team(i));
    m_window = std::make_unique<QWidget>();
    auto *layout = new QVBoxLayout(m_window.get());
    m_page = new TeamsPage(m_workspace.get(), m_theme.get());
    layout->addWidget(m_page->headerWidget());
    layout->addWidget(m_page, 1);
    m_window->resize(1200, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    m_page->activated();
    QTRY_VERIFY(
        child<QPushButton>(u"use-market-analysis"_s) || m_workspace->calls(Call::Templates) == 1);
}

void tst_TeamsPage::click(const QString &button)
{
    QTRY_VERIFY(child<QPushButton>(button));
    QTest::mouseClick(child<QPushButton>(button), Qt::LeftButton);
}

void tst_TeamsPage::answer(bool yes)
{
    QTRY_VERIFY(openDialog<QMessageBox>());
    auto *box = openDialog<QMessageBox>();
    if (yes)
        QTest::mouseClick(box->findChild<QPushButton *>(u"confirmDeleteYes"_s), Qt::LeftButton);
    else
        QTest::keyClick(box, Qt::Key_Escape);
}

void tst_TeamsPage::emptyOffersOneNextStep()
{
    open(0);
    QSignalSpy created(m_page, &TeamsPage::teamCreated);
    QTRY_VERIFY(child<QPushButton>(u"use-market-analysis"_s));
    QTRY_VERIFY(child<QPushButton>(u"stateAction"_s));
    QVERIFY(child<QLabel>(u"stateText"_s)->text().contains(u"template"_s));
    click(u"stateAction"_s);
    QTRY_COMPARE(created.count(), 1);
    QCOMPARE(m_workspace->storedTeams.first().name, u"Market analysis"_s);
}

void tst_TeamsPage::templatesAreDrawnAsGraphs()
{
    open(0);
    QTRY_VERIFY(child<QPushButton>(u"use-customer-service"_s));
    int graphs = 0;
    const auto views = m_page->findChildren<TeamGraphView *>();
    for (const TeamGraphView *view : views)
        graphs += view->isVisible() ? 1 : 0;
    QCOMPARE(graphs, 3);
}

void tst_TeamsPage::templateBecomesATeam()
{
    open(0);
    QSignalSpy toast(m_page, &ui::Page::toastRequested);
    click(u"use-market-analysis"_s);
    QTRY_COMPARE(m_page->heading(), u"Market analysis"_s);
    QCOMPARE(toast.count(), 1);
    const auto agents = m_workspace->lastSlots();
    QCOMPARE(agents.value(u"researcher"_s), AgentId(u"a-researcher"_s));
    QCOMPARE(agents.value(u"reporter"_s), AgentId(u"a-reporter"_s));
    QVERIFY(child<TeamGraphView>(u"teamGraph"_s));
    QVERIFY(child<QPushButton>(u"runTeam"_s)->isEnabled());
}

void tst_TeamsPage::missingAgentsAreChosen()
{
    m_workspace->agentList.removeAt(2); // no Reporter
    open(0);
    click(u"use-market-analysis"_s);
    QTRY_VERIFY(openDialog<SlotDialog>());
    auto *dialog = openDialog<SlotDialog>();
    auto *choice = dialog->findChild<QComboBox *>(u"slot-reporter"_s);
    auto *analyst = dialog->findChild<QComboBox *>(u"slot-analyst"_s);
    QCOMPARE(analyst->currentData().toString(), u"a-analyst"_s);
    QPushButton *accept = nullptr;
    const auto buttons = dialog->findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->text() == u"Create team"_s)
            accept = button;
    }
    QVERIFY(accept);
    choice->setCurrentIndex(0);
    QVERIFY(!accept->isEnabled());
    choice->setCurrentIndex(choice->findData(u"a-analyst"_s)); // taken already
    QVERIFY(!accept->isEnabled());
    choice->setCurrentIndex(choice->findData(u"a-translator"_s));
    QVERIFY(accept->isEnabled());
    QTest::mouseClick(accept, Qt::LeftButton);
    QTRY_COMPARE(m_workspace->calls(Call::InstantiateTemplate), 1);
    QTRY_COMPARE(m_workspace->lastSlots().value(u"reporter"_s), AgentId(u"a-translator"_s));
}

void tst_TeamsPage::choosingCanBeCancelled()
{
    m_workspace->agentList.clear();
    open(0);
    click(u"use-market-analysis"_s);
    QTRY_VERIFY(openDialog<SlotDialog>());
    QVERIFY(!child<QPushButton>(u"use-market-analysis"_s)->isEnabled());
    QTest::keyClick(openDialog<SlotDialog>(), Qt::Key_Escape);
    QTRY_VERIFY(child<QPushButton>(u"use-market-analysis"_s)->isEnabled());
    QCOMPARE(m_workspace->calls(Call::InstantiateTemplate), 0);
}

void tst_TeamsPage::failureToCreateIsTold()
{
    open(0);
    QSignalSpy toast(m_page, &ui::Page::toastRequested);
    m_workspace->failNext(Call::Agents, failure(code::NotConnected));
    click(u"use-market-analysis"_s);
    QTRY_COMPARE(toast.count(), 1);
    QVERIFY(toast.first().first().value<Toast>().text.contains(u"No agent service"_s));
    QTRY_VERIFY(child<QPushButton>(u"use-market-analysis"_s)->isEnabled());
    m_workspace->failNext(Call::InstantiateTemplate, failure(code::TeamLimitExceeded));
    click(u"use-market-analysis"_s);
    QTRY_COMPARE(toast.count(), 2);
    QVERIFY(toast.last().first().value<Toast>().isError);
}

void tst_TeamsPage::listErrorCanBeRetried()
{
    m_workspace->failNext(Call::Teams, failure(code::StoreBusy));
    open(2);
    QTRY_VERIFY(child<QLabel>(u"stateText"_s));
    QVERIFY(child<QLabel>(u"stateText"_s)->text().contains(u"locked the database"_s));
    click(u"stateAction"_s);
    QTRY_COMPARE(list()->model()->rowCount(), 2);
    QVERIFY(list()->isVisible());
}

void tst_TeamsPage::templatesErrorCanBeRetried()
{
    m_workspace->failNext(Call::Templates, failure(code::FileUnreadable));
    open(1);
    QTRY_VERIFY(child<QPushButton>(u"stateAction"_s));
    click(u"stateAction"_s);
    QTRY_VERIFY(child<QPushButton>(u"use-market-analysis"_s));
}

void tst_TeamsPage::clickOpensATeam()
{
    open(3);
    QTRY_COMPARE(list()->model()->rowCount(), 3);
    const QRect row = list()->visualRect(list()->model()->index(1, 0));
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, row.center());
    QTRY_COMPARE(m_page->heading(), u"Team 2"_s);
    click(u"backToTeams"_s);
    QCOMPARE(m_page->heading(), QString()); // the title
}

void tst_TeamsPage::enterOpensAndEscapeCloses()
{
    open(3);
    QTRY_COMPARE(list()->model()->rowCount(), 3);
    list()->setFocus();
    QTest::keyClick(list(), Qt::Key_Down);
    QTest::keyClick(list(), Qt::Key_Down);
    QTest::keyClick(list(), Qt::Key_Return);
    QTRY_VERIFY(m_page->heading().startsWith(u"Team "_s));
    child<TeamGraphView>(u"teamGraph"_s)->setFocus();
    QTest::keyClick(child<TeamGraphView>(u"teamGraph"_s), Qt::Key_Escape);
    QTRY_COMPARE(m_page->heading(), QString());
}

void tst_TeamsPage::searchWaitsForAPause()
{
    open(12);
    QTRY_COMPARE(list()->model()->rowCount(), 12);
    const int calls = m_workspace->calls(Call::Teams);
    m_page->focusSearch();
    auto *search = child<QLineEdit>(u"teamSearch"_s);
    QVERIFY(search->hasFocus());
    QTest::keyClicks(search, u"Team 12"_s);
    QCOMPARE(m_workspace->calls(Call::Teams), calls);
    QTRY_COMPARE(list()->model()->rowCount(), 1);
    QCOMPARE(m_workspace->calls(Call::Teams), calls + 1);
}

void tst_TeamsPage::searchWithoutResultSaysSo()
{
    open(2);
    QTRY_COMPARE(list()->model()->rowCount(), 2);
    child<QLineEdit>(u"teamSearch"_s)->setText(u"nothing like it"_s);
    QTRY_VERIFY(child<QLabel>(u"stateText"_s));
    QVERIFY(!child<QPushButton>(u"stateAction"_s));
}

void tst_TeamsPage::runAsksForTheSelectedTeam()
{
    open(2);
    QTRY_COMPARE(list()->model()->rowCount(), 2);
    QSignalSpy run(m_page, &TeamsPage::runRequested);
    QVERIFY(!child<QPushButton>(u"runTeam"_s)->isEnabled());
    list()->setCurrentIndex(list()->model()->index(1, 0));
    QTest::keyClick(m_page, Qt::Key_R, Qt::ControlModifier);
    QTRY_COMPARE(run.count(), 1);
    QCOMPARE(run.first().first().value<Team>().name, u"Team 1"_s);
    // Same strategy and members as the template: its sample prompts are offered.
    QCOMPARE(run.first().at(1).toStringList().size(), 2);
    click(u"runTeam"_s);
    QCOMPARE(run.count(), 2);
}

void tst_TeamsPage::deleteAsksAndCanBeUndone()
{
    open(2);
    QTRY_COMPARE(list()->model()->rowCount(), 2);
    QSignalSpy toast(m_page, &ui::Page::toastRequested);
    list()->setFocus();
    list()->setCurrentIndex(list()->model()->index(0, 0));
    QTest::keyClick(list(), Qt::Key_Delete);
    QTRY_VERIFY(openDialog<QMessageBox>());
    QVERIFY(openDialog<QMessageBox>()->text().contains(u"“Team 2”"_s));
    answer(false);
    QTRY_VERIFY(!openDialog<QMessageBox>());
    QCOMPARE(m_workspace->calls(Call::DeleteTeam), 0);
    QTest::keyClick(list(), Qt::Key_Delete);
    answer(true);
    QTRY_COMPARE(list()->model()->rowCount(), 1);
    QTRY_COMPARE(toast.count(), 1);
    const Toast undo = toast.first().first().value<Toast>();
    QCOMPARE(undo.actionText, u"Undo"_s);
    undo.action();
    QTRY_COMPARE(list()->model()->rowCount(), 2);
    QCOMPARE(m_workspace->storedTeams.first().name, u"Team 2"_s);
}

void tst_TeamsPage::undoBringsTheVersionsBack()
{
    open(1);
    QTRY_COMPARE(list()->model()->rowCount(), 1);
    const Team team = m_workspace->storedTeams.constFirst();
    TeamDraft first = team.draft();
    first.name = u"First"_s;
    m_workspace->fakeTeamArchive()->storedVersions[team.id]
        = { { 2, {}, {}, team.draft() }, { 1, {}, u"Good"_s, first } };
    QSignalSpy toast(m_page, &ui::Page::toastRequested);
    list()->setFocus();
    list()->setCurrentIndex(list()->model()->index(0, 0));
    QTest::keyClick(list(), Qt::Key_Delete);
    answer(true);
    QTRY_COMPARE(toast.count(), 1);
    toast.first().first().value<Toast>().action();
    QTRY_COMPARE(m_workspace->calls(Call::UpdateTeam), 1);
    QTRY_COMPARE(m_workspace->storedTeams.constFirst().name, team.name);
    QCOMPARE(m_workspace->calls(Call::CreateTeam), 1); // the oldest
    QCOMPARE(m_workspace->storedTeams.size(), 1);
}

void tst_TeamsPage::deleteCanBeRefused()
{
    open(1);
    QTRY_COMPARE(list()->model()->rowCount(), 1);
    QSignalSpy toast(m_page, &ui::Page::toastRequested);
    m_workspace->failNext(Call::DeleteTeam, failure(code::TeamBusy));
    m_page->showTeam(m_workspace->storedTeams.first());
    click(u"deleteTeam"_s);
    answer(true);
    QTRY_COMPARE(toast.count(), 1);
    QVERIFY(toast.first().first().value<Toast>().text.contains(u"The team is running"_s));
    QCOMPARE(m_page->heading(), u"Team 1"_s);
    QCOMPARE(m_workspace->storedTeams.size(), 1);
}

void tst_TeamsPage::languageChangesWhileRunning()
{
    open(0);
    QTRY_VERIFY(child<QPushButton>(u"use-market-analysis"_s));
    Language language;
    language.apply(Language::Choice::BrazilianPortuguese);
    QTRY_COMPARE(child<QPushButton>(u"use-market-analysis"_s)->text(), u"Usar modelo"_s);
    QCOMPARE(child<QPushButton>(u"runTeam"_s)->text(), u"Executar"_s);
    QCOMPARE(TeamsPage::entry().title(), u"Equipes"_s);
    language.apply(Language::Choice::English);
    QTRY_COMPARE(child<QPushButton>(u"runTeam"_s)->text(), u"Run"_s);
}

void tst_TeamsPage::waitsWithASkeleton()
{
    m_workspace->hold(Call::Teams);
    open(1);
    QVERIFY(!child<QLabel>(u"stateText"_s));
    m_workspace->release(Call::Teams);
    QTRY_VERIFY(list()->isVisible());
}

QTEST_MAIN(tst_TeamsPage)
#include "tst_teams_page.moc"
