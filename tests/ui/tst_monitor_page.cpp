// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "tests/ui/event_script.h"
#include "tests/ui/fake_workspace.h"
#include "ui/graph/team_graph_view.h"
#include "ui/graph/wall_clock.h"
#include "ui/monitor/execution_header.h"
#include "ui/monitor/execution_pane.h"
#include "ui/monitor/interventions/approval_dialog.h"
#include "ui/monitor/interventions/rerun_dialog.h"
#include "ui/monitor/interventions/wait_banner.h"
#include "ui/monitor/markdown_view.h"
#include "ui/monitor/monitor_page.h"
#include "ui/monitor/state_pill.h"
#include "ui/monitor/step/step_inspector.h"
#include "ui/monitor/timeline/timeline_view.h"
#include "ui/text/error_text.h"
#include "ui/text/money_text.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QElapsedTimer>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

#include <algorithm>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;

namespace {

const AgentId Researcher(u"slot:researcher"_s);
const AgentId Analyst(u"slot:analyst"_s);
const QString Report = u"# Report\n\nBuy **electric** bicycles."_s;

} // namespace

/// The whole monitor on a workspace in memory: what a person sees while a team runs.
class TestMonitorPage : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        // The offscreen platform says of every window that it has no size hints.
        QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
        m_theme = std::make_unique<Theme>(Theme::Mode::Light);
        m_workspace = std::make_unique<FakeWorkspace>();
        m_window = std::make_unique<QWidget>();
        auto *column = new QVBoxLayout(m_window.get());
        m_page = new MonitorPage(m_workspace.get(), m_theme.get(), m_window.get());
        column->addWidget(m_page->headerWidget());
        column->addWidget(m_page, 1);
        m_window->resize(1500, 940);
        m_window->show();
        m_script = std::make_unique<EventScript>(u"e-1"_s, u"Market analysis"_s,
            shippedWorkflow(u"market-analysis"_s), wallClock() - std::chrono::seconds(41));
    }

    void cleanup()
    {
        m_window.reset();
        m_workspace.reset();
        m_theme.reset();
        m_script.reset();
    }

    void followsARunFromItsFirstEventToItsResult()
    {
        m_script->begin(u"Electric bicycles in Brazil"_s).start(u"researcher"_s);
        open();
        QTRY_COMPARE(stateOf(1), u"running"_s);
        QVERIFY(banner().startsWith(u"Researcher is being started"_s));
        QVERIFY(page<QPushButton>(u"stopButton"_s)->isVisible());

        m_script->write(u"researcher"_s, u"Fourteen sources "_s);
        m_script->write(u"researcher"_s, u"were found."_s);
        push();
        QTRY_VERIFY(output()->toPlainText().contains(u"Fourteen sources were found."_s));
        QVERIFY(banner().startsWith(u"Researcher is writing"_s));
        QCOMPARE(inspector()->agent(), Researcher);

        m_script->complete(u"researcher"_s, u"Fourteen **sources** were found."_s);
        m_script->start(u"analyst"_s).write(u"analyst"_s, u"Demand grows"_s);
        push();
        QTRY_COMPARE(stateOf(1), u"completed"_s);
        QCOMPARE(
            banner(), u"Analyst is writing · Reporter waits for Analyst (1 of 2 inputs ready)"_s);
        QCOMPARE(pill(), u"Running · step 2 of 3"_s);
        QTRY_VERIFY(output()->toPlainText().contains(u"Demand grows"_s)); // it follows
        QVERIFY(!timeline()->barRect(0, 0).isEmpty());
        QVERIFY(!timeline()->barRect(1, 0).isEmpty());
        QVERIFY(timeline()->barRect(2, 0).isEmpty());
        QVERIFY(timeline()->barRect(0, 0).right() <= timeline()->barRect(1, 0).left() + 4);

        finish();
        QTRY_COMPARE(tabs()->currentIndex(), static_cast<int>(StepInspector::ResultTab));
        QTRY_VERIFY(result()->toPlainText().contains(u"Buy electric bicycles."_s));
        QVERIFY(banner().startsWith(u"Finished in "_s));
        QCOMPARE(pill(), u"Done"_s);
        QVERIFY(!page<QPushButton>(u"stopButton"_s)->isVisible());
        const auto *list = m_page->findChild<QListView *>(u"logList"_s);
        const QAbstractItemModel *log = list->model();
        QTRY_VERIFY(log->rowCount() >= 8);
        QTRY_COMPARE(log->index(log->rowCount() - 1, 0).data().toString(), u"The team finished"_s);
    }

    void aFinishedRunIsReadAgain()
    {
        m_script->begin(u"p"_s).start(u"researcher"_s).complete(u"researcher"_s, u"x"_s);
        m_script->start(u"analyst"_s).complete(u"analyst"_s, u"y"_s);
        m_script->start(u"reporter"_s).complete(u"reporter"_s, Report).finish(Report);
        open();
        QTRY_VERIFY(result()->toPlainText().contains(u"Buy electric bicycles."_s));
        const QSignalSpy again(m_page, &MonitorPage::runAgainRequested);
        QTest::mouseClick(page<QPushButton>(u"runAgainButton"_s), Qt::LeftButton);
        QCOMPARE(again.count(), 1);
        QCOMPARE(again.at(0).at(1).toString(), u"p"_s);
    }

    void aMenuSaysWhatCanBeDoneWithAStep_data()
    {
        QTest::addColumn<int>("reason");
        QTest::newRow("mouse") << int(QContextMenuEvent::Mouse);
        QTest::newRow("keyboard") << int(QContextMenuEvent::Keyboard);
    }

    void aMenuSaysWhatCanBeDoneWithAStep()
    {
        QFETCH(const int, reason);
        m_script->begin(u"p"_s).start(u"researcher"_s);
        open();
        QTRY_COMPARE(inspector()->agent(), Researcher);
        graph()->selectNode(1);
        const QPoint centre = graph()->nodeRect(1).center();
        QContextMenuEvent event(
            QContextMenuEvent::Reason(reason), centre, graph()->viewport()->mapToGlobal(centre));
        QApplication::sendEvent(graph()->viewport(), &event);
        const auto *menu = m_page->findChild<QMenu *>();
        QVERIFY(menu);
        const auto has = [menu](const QString &name) {
            return std::ranges::any_of(menu->actions(),
                [&name](const QAction *action) { return action->objectName() == name; });
        };
        QVERIFY(has(u"holdBefore"_s));
        QVERIFY(has(u"holdAfter"_s));
        QVERIFY(menu->actions().size() > 3);
    }

    void selectingInOneViewSelectsInAll()
    {
        m_script->begin(u"p"_s).start(u"researcher"_s).complete(u"researcher"_s, u"first"_s);
        m_script->start(u"analyst"_s).write(u"analyst"_s, u"second"_s);
        open();
        QTRY_COMPARE(inspector()->agent(), Analyst);
        graph()->setFocus();
        QTest::mouseClick(graph()->viewport(), Qt::LeftButton, {}, graph()->nodeRect(1).center());
        QCOMPARE(inspector()->agent(), Researcher);
        QCOMPARE(timeline()->selectedAgent(), Researcher);
        QTRY_VERIFY(output()->toPlainText().contains(u"first"_s));

        // It does not run away from what the person chose, and comes back when asked.
        m_script->write(u"analyst"_s, u" and more"_s);
        push();
        QTRY_VERIFY(m_script->take().isEmpty());
        QCOMPARE(inspector()->agent(), Researcher);
        auto *followButton = page<QPushButton>(u"followAgent"_s);
        QTRY_VERIFY(followButton->isVisible());
        QTest::mouseClick(followButton, Qt::LeftButton);
        QCOMPARE(inspector()->agent(), Analyst);

        timeline()->setFocus();
        QTest::keyClick(timeline(), Qt::Key_Up);
        QCOMPARE(inspector()->agent(), Researcher);
        QCOMPARE(graph()->selectedAgent(), Researcher);
    }

    void inputToolsAndAttempts()
    {
        m_script->begin(u"p"_s).start(u"researcher"_s).bind(u"researcher"_s, u"run-77"_s);
        m_script->callTool(u"researcher"_s, u"c"_s, u"web_search"_s);
        m_script->toolAnswers(u"researcher"_s, u"c"_s, u"14 pages"_s);
        m_script->retry(u"researcher"_s, timeoutError(), 2);
        open();
        QTRY_COMPARE(iconOf(1), u"retry"_s);
        QVERIFY(banner().startsWith(u"Researcher is being tried again"_s));
        m_script->start(u"researcher"_s, 2);
        push();
        QTRY_COMPARE(tabs()->tabText(StepInspector::AttemptsTab), u"Attempts 2"_s);
        QCOMPARE(tabs()->tabText(StepInspector::ToolsTab), u"Tools 1"_s);
        tabs()->setCurrentIndex(StepInspector::InputTab);
        QTRY_COMPARE(
            tabs()->widget(StepInspector::InputTab)->findChild<MarkdownView *>()->toPlainText(),
            u"Do your part.\n\n# Not a heading"_s);
        tabs()->setCurrentIndex(StepInspector::ToolsTab);
        const auto *details
            = tabs()->widget(StepInspector::ToolsTab)->findChild<QPlainTextEdit *>();
        QTRY_VERIFY(details->toPlainText().contains(u"14 pages"_s));
        tabs()->setCurrentIndex(StepInspector::AttemptsTab);
        const auto *attempts
            = qobject_cast<QAbstractItemView *>(tabs()->widget(StepInspector::AttemptsTab));
        QTRY_COMPARE(attempts->model()->rowCount(), 2);
        QCOMPARE(attempts->model()->index(0, 4).data().toString(), u"run-77"_s);
    }

    void stopAsksFirst()
    {
        m_script->begin(u"p"_s).start(u"researcher"_s);
        open();
        QTRY_COMPARE(stateOf(1), u"running"_s);
        auto *stop = page<QPushButton>(u"stopButton"_s);
        QTest::mouseClick(stop, Qt::LeftButton);
        QTest::keyClick(question(), Qt::Key_Escape);
        QTRY_VERIFY(!question());
        QVERIFY(m_workspace->stopped().isEmpty());

        m_workspace->hold(FakeWorkspace::Call::StopExecution);
        QTest::mouseClick(stop, Qt::LeftButton);
        accept();
        QTRY_VERIFY(!stop->isEnabled());
        m_workspace->release(FakeWorkspace::Call::StopExecution);
        QTRY_COMPARE(m_workspace->stopped(), QList { ExecutionId(u"e-1"_s) });

        m_script->askToStop();
        push();
        QTRY_COMPARE(banner(), u"Stopping · waits for Researcher to end"_s);
        QVERIFY(!stop->isEnabled());
        m_script->cancel(u"researcher"_s).finishCancelled();
        push();
        QTRY_VERIFY(banner().startsWith(u"Stopped after"_s));
        QVERIFY(!stop->isVisible());
        QCOMPARE(stateOf(1), u"cancelled"_s);
    }

    void stopThatFailsSaysWhy()
    {
        m_script->begin(u"p"_s).start(u"researcher"_s);
        open();
        QTRY_COMPARE(stateOf(1), u"running"_s);
        const Error error { ErrorCategory::NetworkError, QLatin1StringView(code::ConnectionRefused),
            u"refused"_s, {} };
        m_workspace->failNext(FakeWorkspace::Call::StopExecution, error);
        QTest::mouseClick(page<QPushButton>(u"stopButton"_s), Qt::LeftButton);
        accept();
        QTRY_COMPARE(banner(), errorText(error));
        QVERIFY(page<QPushButton>(u"stopButton"_s)->isEnabled());
    }

    void failedAndSkipped()
    {
        m_script->begin(u"p"_s).start(u"researcher"_s).fail(u"researcher"_s, timeoutError());
        m_script->skip(u"analyst"_s, SkipReason::UpstreamFailed);
        m_script->skip(u"reporter"_s, SkipReason::UpstreamFailed).finishFailed(timeoutError());
        open();
        QTRY_COMPARE(stateOf(1), u"failed"_s);
        QCOMPARE(stateOf(2), u"skipped"_s);
        QCOMPARE(banner(), errorText(timeoutError()));
        QCOMPARE(pill(), u"Failed"_s);
        QVERIFY(!tabs()->isTabVisible(StepInspector::ResultTab));
    }

    void interruptedCanBeStopped()
    {
        m_script->begin(u"p"_s).start(u"researcher"_s);
        Execution execution = m_script->execution();
        execution.interrupted = true;
        m_workspace->storedExecutions << execution;
        m_workspace->storedEvents[m_script->id()] = m_script->take();
        m_page->showExecution(m_script->id());
        QTRY_VERIFY(banner().contains(u"nobody drives it now"_s));
        QCOMPARE(pill(), u"Interrupted"_s);
        QTest::mouseClick(page<QPushButton>(u"stopButton"_s), Qt::LeftButton);
        accept();
        QTRY_COMPARE(m_workspace->stopped().size(), 1);
    }

    void interruptedCanBeContinued()
    {
        m_script->begin(u"p"_s).start(u"researcher"_s);
        Execution execution = m_script->execution();
        execution.interrupted = true;
        m_workspace->storedExecutions << execution;
        m_workspace->storedEvents[m_script->id()] = m_script->take();
        m_page->showExecution(m_script->id());
        QTRY_VERIFY(action());
        QCOMPARE(action()->text(), u"&Continue"_s);
        QVERIFY(!page<QPushButton>(u"pauseButton"_s)->isVisible());
        QTest::mouseClick(action(), Qt::LeftButton);
        QTRY_COMPARE(m_workspace->calls(FakeWorkspace::Call::ResumeExecution), 1);
        m_workspace->storedExecutions.first().interrupted = false;
        m_script->resume();
        push();
        emit m_workspace->executionsChanged(m_script->id());
        QTRY_COMPARE(pill(), u"Running · step 1 of 3"_s);
        QTRY_VERIFY(!action());
    }

    void failedCanBeRetried()
    {
        m_script->begin(u"p"_s).start(u"researcher"_s).fail(u"researcher"_s, timeoutError());
        m_script->finishFailed(timeoutError());
        open();
        auto *retry = page<QPushButton>(u"retryButton"_s);
        QTRY_VERIFY(retry->isVisible());
        m_workspace->storedExecutions << m_script->execution();
        const Error error { ErrorCategory::SystemError, QLatin1StringView(code::NotConnected),
            u"Nowhere."_s, {} };
        m_workspace->failNext(FakeWorkspace::Call::RetryExecution, error);
        QTest::mouseClick(retry, Qt::LeftButton);
        QTRY_COMPARE(banner(), errorText(error));
        QTest::mouseClick(retry, Qt::LeftButton);
        QTRY_COMPARE(m_workspace->calls(FakeWorkspace::Call::RetryExecution), 2);
        QTRY_VERIFY(!retry->isVisible()); // the new one is open
    }

    void stepIsRunAgainWithAnotherInput()
    {
        m_script->begin(u"p"_s).start(u"researcher"_s).complete(u"researcher"_s, u"x"_s);
        m_script->start(u"analyst"_s).complete(u"analyst"_s, u"y"_s);
        m_script->start(u"reporter"_s).complete(u"reporter"_s, u"z"_s).finish(u"z"_s);
        open();
        m_workspace->storedExecutions << m_script->execution();
        emit graph()->agentSelected(Analyst);
        auto *again = page<QPushButton>(u"rerunStep"_s);
        QTRY_VERIFY(again->isVisible());
        QTest::mouseClick(again, Qt::LeftButton);
        auto *dialog = m_page->findChild<RerunDialog *>();
        QVERIFY(dialog);
        QCOMPARE(dialog->findChild<QLabel *>(u"rerunExplanation"_s)->text(),
            u"A new execution keeps the other results and runs Analyst again. After it run: "
            u"Reporter."_s);
        dialog->findChild<QPlainTextEdit *>(u"rerunInput"_s)->setPlainText(u"Only Brazil"_s);
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"rerunButton"_s), Qt::LeftButton);
        QTRY_COMPARE(m_workspace->forks.size(), 1);
        QCOMPARE(m_workspace->forks.first().first, StepId(Analyst.toString()));
        QCOMPARE(m_workspace->forks.first().second, std::optional<QString>(u"Only Brazil"_s));
        QTRY_VERIFY(!again->isVisible()); // the new one is open
    }

    void approvalIsGiven()
    {
        m_script->begin(u"p"_s).start(u"researcher"_s).complete(u"researcher"_s, u"x"_s);
        m_script->askForApproval(u"analyst"_s);
        open();
        QTRY_VERIFY(banner().startsWith(u"Analyst waits for your approval"_s));
        QTRY_VERIFY(action());
        QTest::mouseClick(action(), Qt::LeftButton);
        auto *dialog = m_page->findChild<ApprovalDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        QTest::keyClicks(dialog->findChild<QPlainTextEdit *>(), u"Go ahead"_s);
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"approveButton"_s), Qt::LeftButton);
        QTRY_COMPARE(
            m_workspace->decisions, QStringList { Analyst.toString() + u" approved Go ahead"_s });
    }

    void approvalIsRefusedByTheWorkspace()
    {
        m_script->begin(u"p"_s).askForApproval(u"researcher"_s);
        open();
        QTRY_VERIFY(action());
        const Error error { ErrorCategory::InvalidInput,
            QLatin1StringView(code::ApprovalNotWaiting), u"It does not wait."_s, {} };
        m_workspace->failNext(FakeWorkspace::Call::DecideApproval, error);
        QTest::mouseClick(action(), Qt::LeftButton);
        QTest::mouseClick(
            m_page->findChild<ApprovalDialog *>()->findChild<QPushButton *>(u"rejectButton"_s),
            Qt::LeftButton);
        QTRY_COMPARE(banner(), errorText(error));
    }

    void pauseAndGoOn()
    {
        m_script->begin(u"p"_s).start(u"researcher"_s);
        open();
        QTRY_COMPARE(stateOf(1), u"running"_s);
        auto *button = page<QPushButton>(u"pauseButton"_s);
        QCOMPARE(button->text(), u"&Pause"_s);
        m_workspace->hold(FakeWorkspace::Call::PauseExecution);
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY(!button->isEnabled()); // until the answer
        m_workspace->release(FakeWorkspace::Call::PauseExecution);
        QTRY_COMPARE(m_workspace->calls(FakeWorkspace::Call::PauseExecution), 1);
        QTRY_VERIFY(button->isEnabled());
        m_script->pause();
        push();
        QTRY_COMPARE(pill(), u"Paused"_s);
        QVERIFY(banner().startsWith(u"Paused"_s));
        QCOMPARE(button->text(), u"&Continue"_s);
        QTest::mouseClick(button, Qt::LeftButton);
        QTRY_COMPARE(m_workspace->calls(FakeWorkspace::Call::ContinueExecution), 1);
        m_script->goOn();
        push();
        QTRY_COMPARE(pill(), u"Running · step 1 of 3"_s);
    }

    void moneyInTheHeader()
    {
        Execution execution;
        QCOMPARE(spentText(execution), QString());
        execution.usage.cost = Cost::ofCall(CostBasis::Unpriced, 0);
        QCOMPARE(spentText(execution), u"No price"_s); // not zero
        execution.usage.cost = Cost::ofCall(CostBasis::Reported, 31'200'000);
        const QString spent = format::money(execution.usage.cost);
        QVERIFY(spent.contains(u"0.0312"_s));
        QCOMPARE(spentText(execution), spent);
        execution.cap.nanoUsd = 2'000'000'000;
        const QString limit = format::money(Cost::ofCall(CostBasis::Reported, 2'000'000'000));
        QCOMPARE(spentText(execution), u"%1 of %2"_s.arg(spent, limit));
        execution.usage.cost = {};
        QCOMPARE(spentText(execution), u"Limit %1"_s.arg(limit));
    }

    void everyCommandIsInThePalette()
    {
        m_script->begin(u"p"_s).start(u"researcher"_s);
        open();
        QTRY_COMPARE(stateOf(1), u"running"_s);
        QStringList names;
        const QList<QAction *> commands = m_page->commands();
        for (const QAction *action : commands)
            names << action->objectName();
        for (const char *name :
            { "pauseAction", "stopAction", "stepOverAction", "breakpointsAction",
                "editContextAction", "runAgainAction", "goLive", "closeExecution" })
            QVERIFY2(names.contains(QLatin1StringView(name)), name);
        QCOMPARE(names.count(u"pauseAction"_s), 1);
    }

    void unreadableExecutionSaysWhy()
    {
        m_page->showExecution(ExecutionId(u"gone"_s));
        const Error error { ErrorCategory::InvalidInput, QLatin1StringView(code::NotFound),
            u"gone does not exist."_s, {} };
        QTRY_COMPARE(m_page->findChild<WaitBanner *>()->text(), errorText(error));
    }

    void listOpensExecutions()
    {
        m_script->begin(u"p"_s).start(u"researcher"_s);
        m_workspace->storedExecutions << m_script->execution();
        m_workspace->storedEvents[m_script->id()] = m_script->take();
        m_page->activated();
        auto *list = m_page->findChild<QTreeView *>(u"executionList"_s);
        QTRY_COMPARE(list->model()->rowCount(), 1);
        QVERIFY(list->isVisible());
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
            list->visualRect(list->model()->index(0, 0)).center());
        QTRY_COMPARE(stateOf(1), u"running"_s);
        QVERIFY(list->isVisible());
        auto *toggle = m_page->headerWidget()->findChild<QToolButton *>();
        QTest::mouseClick(toggle, Qt::LeftButton);
        QVERIFY(!list->isVisible());
    }

    void resultIsCopiedAndSaved()
    {
        m_script->begin(u"p"_s).finish(Report);
        open();
        QTRY_VERIFY(result()->toPlainText().contains(u"Buy electric"_s));
        const auto buttons
            = tabs()->widget(StepInspector::ResultTab)->findChildren<QToolButton *>();
        QCOMPARE(buttons.size(), 3);
        QTest::mouseClick(buttons.at(0), Qt::LeftButton);
        QCOMPARE(result()->toPlainText(), Report);
        QTest::mouseClick(buttons.at(1), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), Report);

        const QTemporaryDir folder;
        save(buttons.at(2), folder.filePath(u"report.md"_s));
        QFile file(folder.filePath(u"report.md"_s));
        QTRY_VERIFY(file.exists());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(QString::fromUtf8(file.readAll()), Report);
    }

    void tenThousandDeltas()
    {
        m_script->begin(u"p"_s).start(u"researcher"_s);
        open();
        QTRY_COMPARE(stateOf(1), u"running"_s);
        for (int i = 0; i < 10'000; ++i)
            m_script->write(u"researcher"_s, u"word%1 "_s.arg(i));
        QElapsedTimer clock;
        clock.start();
        push();
        QTRY_VERIFY_WITH_TIMEOUT(output()->toPlainText().contains(u"word9999"_s), 30'000);
        qInfo("10,000 deltas shown after %lld ms", static_cast<long long>(clock.elapsed()));
    }

    void otherExecutionStartsAfresh()
    {
        m_script->begin(u"p"_s).start(u"researcher"_s).write(u"researcher"_s, u"words"_s);
        open();
        QTRY_VERIFY(output()->toPlainText().contains(u"words"_s));
        EventScript other(u"e-2"_s, u"Other"_s, shippedWorkflow(u"software-dev"_s), wallClock());
        other.begin(u"q"_s).start(u"architect"_s);
        m_workspace->storedExecutions << other.execution();
        m_workspace->storedEvents[other.id()] = other.take();
        m_page->showExecution(other.id()); // the first one runs: it stays in its tab
        auto *open = m_page->findChild<QTabWidget *>(u"executionTabs"_s);
        QCOMPARE(open->count(), 2);
        QTRY_COMPARE(inspector()->agent(), AgentId(u"slot:architect"_s));
        QVERIFY(!output()->toPlainText().contains(u"words"_s));
        QCOMPARE(graph()->graph().nodes.size(), 5U);
        m_page->showExecution(m_script->id());
        QCOMPARE(open->currentIndex(), 0);
        QTRY_VERIFY(output()->toPlainText().contains(u"words"_s));
    }

    void pictures_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }

    /// Whole window with everything to see; kept where RENUM_PICTURES says.
    void pictures()
    {
        QFETCH(bool, dark);
        m_theme->setMode(dark ? Theme::Mode::Dark : Theme::Mode::Light);
        m_theme->install();
        m_window->resize(1528, 1000);
        m_window->layout()->setContentsMargins(0, 0, 0, 0);
        m_script->begin(u"Electric bicycles in Brazil"_s).start(u"researcher"_s);
        m_script->wait(std::chrono::seconds(18));
        m_script->complete(u"researcher"_s, u"Collected 14 sources on the market, prices."_s);
        m_script->start(u"analyst"_s).wait(std::chrono::seconds(6));
        m_script->retry(u"analyst"_s, timeoutError(), 2).wait(std::chrono::seconds(1));
        m_script->start(u"analyst"_s, 2).callTool(u"analyst"_s, u"c"_s, u"web_search"_s);
        m_script->toolAnswers(u"analyst"_s, u"c"_s, u"pages"_s);
        m_script->write(u"analyst"_s,
            u"## Trends, 2023–2026\n\nDemand grows **23 % a year**, led by São Paulo and the "
            u"south. "
            "Three forces explain it:\n\n1. Import duty on complete bicycles rose, local assembly "
            "doubled.\n2. Delivery fleets now buy one unit in four.\n3. Average price fell from "
            "R$ 9,400 to R$ 7,100.\n\nThe segment with the best margin is not the cheapest one but "
            "the"_s,
            2);
        open();
        QTRY_VERIFY(output()->toPlainText().contains(u"but the"_s));
        keepPicture(u"running"_s, dark);
        finish();
        QTRY_VERIFY(result()->toPlainText().contains(u"Buy electric"_s));
        QTest::mouseClick(m_page->headerWidget()->findChild<QToolButton *>(), Qt::LeftButton);
        m_page->activated();
        auto *list = m_page->findChild<QTreeView *>(u"executionList"_s);
        QTRY_COMPARE(list->model()->rowCount(), 1);
        QCOMPARE(list->model()->index(0, 0).data().toString(), u"Market analysis"_s);
        keepPicture(u"done"_s, dark);
    }

private:
    void keepPicture(const QString &name, bool dark)
    {
        const QImage image = m_window->grab().toImage();
        QCOMPARE(image.size(), m_window->size());
        const QPoint canvas = graph()->viewport()->mapTo(m_window.get(), QPoint(6, 6));
        QCOMPARE(image.pixelColor(canvas).lightness() < 128, dark);
        const QString folder = qEnvironmentVariable("RENUM_PICTURES");
        if (!folder.isEmpty())
            QVERIFY(image.save(
                u"%1/monitor-%2-%3.png"_s.arg(folder, name, dark ? u"dark"_s : u"light"_s)));
    }

    void push() { m_workspace->pushEvents(m_script->id(), m_script->take()); }

    void open()
    {
        m_workspace->storedExecutions << m_script->execution();
        m_workspace->storedEvents[m_script->id()] = m_script->take();
        m_page->showExecution(m_script->id());
    }

    void finish()
    {
        m_script->complete(u"analyst"_s, u"Demand grows."_s);
        m_script->start(u"reporter"_s).complete(u"reporter"_s, Report).finish(Report);
        push();
    }

    template<typename T>
    T *page(const QString &name)
    {
        return m_window->findChild<T *>(name);
    }
    TeamGraphView *graph() { return m_page->currentPane()->findChild<TeamGraphView *>(); }
    TimelineView *timeline() { return m_page->currentPane()->findChild<TimelineView *>(); }
    StepInspector *inspector() { return m_page->currentPane()->findChild<StepInspector *>(); }
    QTabWidget *tabs() { return inspector()->findChild<QTabWidget *>(); }
    MarkdownView *output()
    {
        return tabs()->widget(StepInspector::OutputTab)->findChild<MarkdownView *>();
    }
    MarkdownView *result()
    {
        return tabs()->widget(StepInspector::ResultTab)->findChild<MarkdownView *>();
    }
    /// What the line about the wait offers first; null when it offers nothing.
    QPushButton *action()
    {
        const auto buttons = m_page->findChild<WaitBanner *>()->findChildren<QPushButton *>();
        const auto shown = std::ranges::find_if(buttons, &QPushButton::isVisible);
        return shown == buttons.cend() ? nullptr : *shown;
    }
    QString banner() { return m_page->findChild<WaitBanner *>()->text(); }
    QString pill() { return m_page->headerWidget()->findChild<StatePill *>()->text(); }
    QMessageBox *question() { return m_page->findChild<QMessageBox *>(); }

    QString iconOf(int node)
    {
        const auto index = static_cast<std::size_t>(node);
        const GraphModel &shown = graph()->graph();
        return index < shown.nodes.size() ? shown.nodes[index].look.icon : QString();
    }

    /// "running" and the like; empty while the node has no state.
    QString stateOf(int node)
    {
        const auto index = static_cast<std::size_t>(node);
        const GraphModel &shown = graph()->graph();
        if (index >= shown.nodes.size() || !shown.nodes[index].status)
            return {};
        return toString(*shown.nodes[index].status);
    }

    void accept()
    {
        QMessageBox *box = question();
        QVERIFY(box);
        for (QAbstractButton *button : box->buttons()) {
            if (box->buttonRole(button) == QMessageBox::AcceptRole)
                QTest::mouseClick(button, Qt::LeftButton);
        }
    }

    void save(QToolButton *button, const QString &path)
    {
        QTest::mouseClick(button, Qt::LeftButton);
        auto *dialog = m_page->findChild<QFileDialog *>();
        QVERIFY(dialog);
        auto *name = dialog->findChild<QLineEdit *>();
        QVERIFY(name);
        name->setText(path);
        QTest::keyClick(name, Qt::Key_Return);
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<FakeWorkspace> m_workspace;
    std::unique_ptr<QWidget> m_window;
    MonitorPage *m_page = nullptr;
    std::unique_ptr<EventScript> m_script;
};

QTEST_MAIN(TestMonitorPage)
#include "tst_monitor_page.moc"
