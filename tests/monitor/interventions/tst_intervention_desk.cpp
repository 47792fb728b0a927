// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "tests/ui/event_script.h"
#include "tests/ui/fake_execution_controls.h"
#include "tests/ui/page_test.h"
#include "ui/monitor/interventions/approval_dialog.h"
#include "ui/monitor/interventions/breakpoints_dialog.h"
#include "ui/monitor/interventions/give_result_dialog.h"
#include "ui/monitor/interventions/intervention_bar.h"
#include "ui/monitor/interventions/intervention_desk.h"
#include "ui/monitor/interventions/message_dialog.h"
#include "ui/monitor/interventions/rerun_dialog.h"
#include "ui/text/error_text.h"

#include <QAction>
#include <QElapsedTimer>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QToolButton>
#include <QVBoxLayout>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;
using Call = FakeWorkspace::Call;

namespace {

const AgentId Researcher(u"slot:researcher"_s);

} // namespace

/// The buttons over a run, what they ask, and what reaches the workspace.
class TestInterventionDesk : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void pauseAndGoOn();
    void pauseThatFailedCanBeAskedForAgain();
    void eachInterventionHasOneHome();
    void keysBeginThem();
    void interruptedIsResumed();
    void stepOver();
    void stopAsksAndShowsAtOnce();
    void stopThatFailed();
    void approve();
    void skipWithAndWithoutAResult();
    void message();
    void retryWhileItGoesOnAndAfterwards();
    void forkOfWhatIsOver();
    void breakpointsFromTheMenu();
    void whatWentWrongIsSaid();
    void buttonsAreReachedByKeys();
    void another();

private:
    void show(bool interrupted = false)
    {
        m_execution = m_script->execution();
        m_desk->setExecution(&m_execution, interrupted);
    }
    /// What the header's button does, a key or the list of commands.
    void trigger(Intervention what)
    {
        QAction *action = m_desk->bar()->action(what);
        QVERIFY2(action->isVisible() && action->isEnabled(), qPrintable(action->toolTip()));
        action->trigger();
    }
    void press(const QString &name)
    {
        // The row is laid out anew when what it offers has changed.
        QTRY_VERIFY2(
            visibleChild<QToolButton>(m_window.get(), name + u"Button"_s), qPrintable(name));
        auto *button = visibleChild<QToolButton>(m_window.get(), name + u"Button"_s);
        QVERIFY2(button->isEnabled(), qPrintable(button->toolTip()));
        button->click();
    }
    [[nodiscard]] QStringList &calls() const { return m_workspace->fakeExecutionControls()->calls; }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<FakeWorkspace> m_workspace;
    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<EventScript> m_script;
    Execution m_execution;
    InterventionDesk *m_desk = nullptr;
};

void TestInterventionDesk::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    m_theme = std::make_unique<Theme>(Theme::Mode::Light);
    m_workspace = std::make_unique<FakeWorkspace>();
    m_window = std::make_unique<QWidget>();
    m_desk = new InterventionDesk(m_workspace.get(), m_theme.get(), m_window.get());
    auto *column = new QVBoxLayout(m_window.get());
    column->addWidget(m_desk->bar());
    m_window->resize(1600, 80);
    m_window->show();
    m_script = std::make_unique<EventScript>(u"e-1"_s, u"Market analysis"_s,
        shippedWorkflow(u"market-analysis"_s), Timestamp(std::chrono::seconds(1'767'261'600)));
    m_script->begin(u"p"_s).start(u"researcher"_s);
    show();
    m_desk->selectAgent(Researcher);
}

void TestInterventionDesk::cleanup()
{
    m_window.reset();
    m_workspace.reset();
    m_theme.reset();
    m_script.reset();
}

void TestInterventionDesk::pauseAndGoOn()
{
    QAction *pause = m_desk->bar()->action(Intervention::Pause);
    m_workspace->hold(Call::PauseExecution);
    trigger(Intervention::Pause);
    QVERIFY(m_desk->isPausePending());
    QVERIFY(!pause->isEnabled());
    QCOMPARE(pause->toolTip(), u"The execution is about to pause."_s);
    m_workspace->release(Call::PauseExecution);
    QTRY_COMPARE(m_workspace->calls(Call::PauseExecution), 1);
    m_script->pause();
    show();
    QVERIFY(!m_desk->isPausePending());
    QVERIFY(!pause->isVisible());
    trigger(Intervention::GoOn);
    QTRY_COMPARE(m_workspace->calls(Call::ContinueExecution), 1);
    QTRY_VERIFY(!m_desk->isPausePending());
}

void TestInterventionDesk::pauseThatFailedCanBeAskedForAgain()
{
    QSignalSpy problems(m_desk, &InterventionDesk::problem);
    m_workspace->failNext(Call::PauseExecution, failure(code::StoreDiskFull));
    trigger(Intervention::Pause);
    QTRY_COMPARE(problems.size(), 1);
    QVERIFY(m_desk->bar()->action(Intervention::Pause)->isEnabled());
}

void TestInterventionDesk::interruptedIsResumed()
{
    show(true);
    trigger(Intervention::GoOn);
    QTRY_COMPARE(m_workspace->calls(Call::ResumeExecution), 1);
    QCOMPARE(m_workspace->calls(Call::ContinueExecution), 0);
}

void TestInterventionDesk::stepOver()
{
    press(u"stepOver"_s);
    QTRY_COMPARE(calls(), QStringList { u"next"_s });
}

void TestInterventionDesk::stopAsksAndShowsAtOnce()
{
    trigger(Intervention::Stop);
    auto *box = openDialog<QMessageBox>();
    QVERIFY(box);
    m_workspace->hold(Call::StopExecution); // the service takes its time
    QElapsedTimer timer;
    timer.start();
    box->findChild<QPushButton *>(u"confirmStop"_s)->click();
    const QAction *stop = m_desk->bar()->action(Intervention::Stop);
    QTRY_COMPARE(stop->text(), u"Stopping…"_s);
    QVERIFY2(timer.elapsed() < 200, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(!stop->isEnabled());
    QVERIFY(!m_desk->bar()->action(Intervention::GiveResult)->isEnabled());
    m_workspace->release(Call::StopExecution);
    m_script->askToStop();
    show();
    QCOMPARE(stop->text(), u"Stopping…"_s); // until it is over
    QVERIFY(!m_desk->isStopPending());
    m_script->cancel(u"researcher"_s).finishCancelled();
    show();
    QCOMPARE(stop->text(), u"&Stop"_s);
    QVERIFY(!stop->isEnabled());
}

void TestInterventionDesk::stopThatFailed()
{
    QSignalSpy problems(m_desk, &InterventionDesk::problem);
    m_workspace->failNext(Call::StopExecution, failure(code::StoreDiskFull));
    trigger(Intervention::Stop);
    openDialog<QMessageBox>()->findChild<QPushButton *>(u"confirmStop"_s)->click();
    QTRY_COMPARE(problems.size(), 1);
    QCOMPARE(problems.at(0).at(1).toString(), errorText(failure(code::StoreDiskFull)));
    QVERIFY(m_desk->bar()->action(Intervention::Stop)->isEnabled());
}

void TestInterventionDesk::approve()
{
    m_script->askForApproval(u"analyst"_s);
    show();
    press(u"approve"_s);
    auto *dialog = openDialog<ApprovalDialog>();
    QVERIFY(dialog->findChild<QPushButton *>(u"approveButton"_s)->isDefault());
    dialog->findChild<QPlainTextEdit *>(u"approvalComment"_s)->setPlainText(u"Fine"_s);
    dialog->findChild<QPushButton *>(u"approveButton"_s)->click();
    QTRY_COMPARE(m_workspace->decisions, QStringList { u"slot:analyst approved Fine"_s });
    press(u"reject"_s);
    dialog = openDialog<ApprovalDialog>();
    QVERIFY(dialog->findChild<QPushButton *>(u"rejectButton"_s)->isDefault());
    dialog->findChild<QPushButton *>(u"rejectButton"_s)->click();
    QTRY_COMPARE(m_workspace->decisions.size(), 2);
}

void TestInterventionDesk::skipWithAndWithoutAResult()
{
    press(u"giveResult"_s);
    auto *dialog = openDialog<GiveResultDialog>();
    auto *use = dialog->findChild<QPushButton *>(u"useResultButton"_s);
    QVERIFY(!use->isEnabled());
    dialog->findChild<QPlainTextEdit *>(u"givenResult"_s)->setPlainText(u"mine"_s);
    QVERIFY(use->isEnabled());
    use->click();
    QTRY_COMPARE(calls(), QStringList { u"skip slot:researcher mine"_s });
    press(u"giveResult"_s);
    openDialog<GiveResultDialog>()->findChild<QPushButton *>(u"skipButton"_s)->click();
    QTRY_COMPARE(calls().last(), u"skip slot:researcher -"_s);
}

void TestInterventionDesk::message()
{
    press(u"sendMessage"_s);
    auto *dialog = openDialog<MessageDialog>();
    auto *send = dialog->findChild<QPushButton *>(u"sendButton"_s);
    auto *text = dialog->findChild<QPlainTextEdit *>(u"messageText"_s);
    QVERIFY(!send->isEnabled());
    text->setPlainText(QString(70'000, u'x'));
    QVERIFY(!send->isEnabled());
    text->setPlainText(u"Mind the tides"_s);
    send->click();
    QTRY_COMPARE(calls(), QStringList { u"message slot:researcher Mind the tides"_s });
}

void TestInterventionDesk::retryWhileItGoesOnAndAfterwards()
{
    QVERIFY(!m_desk->bar()->action(Intervention::Retry)->isEnabled());
    m_script->fail(u"researcher"_s, timeoutError()).pause();
    show();
    press(u"retry"_s);
    QTRY_COMPARE(calls(), QStringList { u"retry slot:researcher"_s });
    m_script->finishFailed(timeoutError());
    show();
    m_workspace->storedExecutions = { m_execution };
    QSignalSpy started(m_desk, &InterventionDesk::started);
    trigger(Intervention::Retry);
    QTRY_COMPARE(started.size(), 1);
    QCOMPARE(m_workspace->calls(Call::RetryExecution), 1);
}

void TestInterventionDesk::forkOfWhatIsOver()
{
    QVERIFY(!m_desk->bar()->action(Intervention::Fork)->isVisible());
    m_script->complete(u"researcher"_s, u"x"_s).finish(u"x"_s);
    show();
    m_workspace->storedExecutions = { m_execution };
    QSignalSpy started(m_desk, &InterventionDesk::started);
    trigger(Intervention::Fork);
    auto *dialog = openDialog<RerunDialog>();
    dialog->findChild<QPlainTextEdit *>(u"rerunInput"_s)->setPlainText(u"Scooters"_s);
    dialog->findChild<QPushButton *>(u"rerunButton"_s)->click();
    QTRY_COMPARE(started.size(), 1);
    QCOMPARE(m_workspace->forks.at(0).second, u"Scooters"_s);
}

void TestInterventionDesk::breakpointsFromTheMenu()
{
    QMenu menu;
    m_desk->fillMenu(&menu, Researcher);
    QVERIFY(menu.actions().contains(m_desk->bar()->action(Intervention::GiveResult)));
    auto *before = menu.findChild<QAction *>(u"holdBefore"_s);
    QVERIFY(!before->isChecked());
    before->trigger();
    QTRY_COMPARE(calls(), QStringList { u"breakpoints 1"_s });
    const Breakpoints set = m_workspace->fakeExecutionControls()->breakpoints;
    QCOMPARE(set.front().agent, Researcher);
    m_script->setBreakpoints(set);
    show();
    QMenu again;
    m_desk->fillMenu(&again, Researcher);
    QVERIFY(again.findChild<QAction *>(u"holdBefore"_s)->isChecked());
    again.findChild<QAction *>(u"holdBefore"_s)->trigger();
    QTRY_COMPARE(calls().last(), u"breakpoints 0"_s);
}

void TestInterventionDesk::whatWentWrongIsSaid()
{
    QSignalSpy problems(m_desk, &InterventionDesk::problem);
    m_workspace->fakeExecutionControls()->answer = failure(code::StepNotHeld);
    press(u"stepOver"_s);
    QTRY_COMPARE(problems.size(), 1);
    QCOMPARE(problems.at(0).at(1).toString(), errorText(failure(code::StepNotHeld)));
}

void TestInterventionDesk::buttonsAreReachedByKeys()
{
    m_window->activateWindow();
    auto *over = visibleChild<QToolButton>(m_window.get(), u"stepOverButton"_s);
    QVERIFY(over->focusPolicy() & Qt::TabFocus);
    over->setFocus();
    QTest::keyClick(over, Qt::Key_Space);
    QTRY_COMPARE(calls(), QStringList { u"next"_s });
    for (const Intervention what : AllInterventions)
        QVERIFY(!m_desk->bar()->action(what)->toolTip().isEmpty());
}

void TestInterventionDesk::eachInterventionHasOneHome()
{
    for (const Intervention what : AllInterventions) {
        const auto buttons = m_window->findChildren<QToolButton *>(nameOf(what) + u"Button"_s);
        const bool elsewhere = isInHeader(what) || what == Intervention::Fork;
        QCOMPARE(buttons.size(), elsewhere ? 0 : 1);
        QVERIFY(m_desk->bar()->commands().contains(m_desk->bar()->action(what)));
    }
    // Nothing stands before the first button, and no line is without a group behind it.
    bool wasLine = true;
    for (const QAction *action : m_desk->bar()->actions()) {
        if (!action->isVisible())
            continue;
        QVERIFY(!(wasLine && action->isSeparator()));
        wasLine = action->isSeparator();
    }
    QVERIFY(m_desk->bar()->isVisible());
    m_script->complete(u"researcher"_s, u"x"_s).finish(u"x"_s);
    show();
    QVERIFY(!m_desk->bar()->isVisible()); // nothing is left to be done there
}

void TestInterventionDesk::keysBeginThem()
{
    m_window->addActions(m_desk->bar()->commands());
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    visibleChild<QToolButton>(m_window.get(), u"stepOverButton"_s)->setFocus();
    QTest::keyClick(m_window.get(), Qt::Key_F10);
    QTRY_COMPARE(calls(), QStringList { u"next"_s });
    QTest::keyClick(m_window.get(), Qt::Key_F5);
    QTRY_COMPARE(m_workspace->calls(Call::PauseExecution), 1);
    m_script->pause();
    show();
    QTest::keyClick(m_window.get(), Qt::Key_F5); // the same key takes it back
    QTRY_COMPARE(m_workspace->calls(Call::ContinueExecution), 1);
    QTest::keyClick(m_window.get(), Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(openDialog<BreakpointsDialog>());
    QSet<QKeySequence> taken;
    for (const Intervention what : AllInterventions) {
        QVERIFY(!keysOf(what).isEmpty());
        if (what != Intervention::GoOn) // shares that of Pause
            QVERIFY(!taken.contains(keysOf(what)));
        taken.insert(keysOf(what));
    }
}

void TestInterventionDesk::another()
{
    m_desk->setExecution(nullptr, false);
    m_desk->begin(Intervention::Pause);
    m_desk->begin(Intervention::GiveResult);
    QCoreApplication::processEvents();
    QCOMPARE(m_workspace->calls(Call::PauseExecution), 0);
    QVERIFY(!openDialog<GiveResultDialog>());
}

QTEST_MAIN(TestInterventionDesk)
#include "tst_intervention_desk.moc"
