// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/page_test.h"
#include "ui/run/run_controller.h"

#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;
using Call = FakeWorkspace::Call;

class tst_RunDialog : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void emptyPromptIsRefusedAtThePlace();
    void tooLongPromptIsRefused();
    void controlEnterRuns();
    void samplePromptFillsTheEditor();
    void planIsShown();
    void problemsKeepItFromRunning();
    void warningsDoNot();
    void planFailureIsTold();
    void failureIsShownAndCanBeRepeated();
    void cannotBeStartedTwice();
    void limitsAreFoldedAwayAndUsed();
    void oneDialogAtATime();
    void againReadsTheTeam();
    void againFailsWhenTheTeamIsGone();
    void closingWhileStartingIsSafe();

private:
    template<typename T>
    T *child(const QString &name) const
    {
        return visibleChild<T>(m_dialog, name);
    }
    void open(const QStringList &samples = {}, const QString &prompt = {});
    void pressRun() { QTest::mouseClick(child<QPushButton>(u"runButton"_s), Qt::LeftButton); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<FakeWorkspace> m_workspace;
    std::unique_ptr<QWidget> m_window;
    RunController *m_controller = nullptr;
    QPointer<RunDialog> m_dialog;
};

void tst_RunDialog::init()
{
    if (!m_theme) {
        m_theme = std::make_unique<Theme>(Theme::Mode::Light);
        m_theme->install();
    }
    m_workspace = std::make_unique<FakeWorkspace>();
    m_workspace->storedTeams = { sample::team(1) };
    m_window = std::make_unique<QWidget>();
    m_window->show();
    m_controller = new RunController(m_workspace.get(), m_theme.get(), m_window.get());
}

void tst_RunDialog::cleanup()
{
    m_window.reset();
    m_workspace.reset();
}

void tst_RunDialog::open(const QStringList &samples, const QString &prompt)
{
    m_controller->offer({ m_workspace->storedTeams.first(), samples, prompt });
    m_dialog = openDialog<RunDialog>();
    QVERIFY(m_dialog);
    QVERIFY(QTest::qWaitForWindowActive(m_dialog));
}

void tst_RunDialog::emptyPromptIsRefusedAtThePlace()
{
    open({}, u"  \n "_s);
    pressRun();
    QVERIFY(child<QLabel>(u"runError"_s));
    QVERIFY(child<QLabel>(u"runError"_s)->text().contains(u"what the team shall do"_s));
    QCOMPARE(m_workspace->calls(Call::Execute), 0);
    child<QPlainTextEdit>(u"prompt"_s)->setPlainText(u"Electric bicycles"_s);
    QVERIFY(!child<QLabel>(u"runError"_s));
}

void tst_RunDialog::tooLongPromptIsRefused()
{
    open({}, QString(10'001, u'x'));
    pressRun();
    QVERIFY(child<QLabel>(u"runError"_s)->text().contains(u"too long"_s));
    QCOMPARE(m_workspace->calls(Call::Execute), 0);
}

void tst_RunDialog::controlEnterRuns()
{
    open();
    QSignalSpy started(m_controller, &RunController::started);
    auto *prompt = child<QPlainTextEdit>(u"prompt"_s);
    QTest::keyClicks(prompt, u"Electric bicycles in Brazil"_s);
    QTest::keyClick(prompt, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(started.count(), 1);
    QCOMPARE(started.first().first().value<ExecutionId>(), ExecutionId(u"execution-1"_s));
    QCOMPARE(m_workspace->requests().first().initialPrompt, u"Electric bicycles in Brazil"_s);
    QCOMPARE(m_workspace->requests().first().config, ExecutionConfig());
    QTRY_VERIFY(!m_dialog);
}

void tst_RunDialog::samplePromptFillsTheEditor()
{
    open({ u"First sample"_s, u"Second sample"_s });
    QTest::mouseClick(child<QPushButton>(u"samplePrompt"_s), Qt::LeftButton);
    QCOMPARE(child<QPlainTextEdit>(u"prompt"_s)->toPlainText(), u"First sample"_s);
}

void tst_RunDialog::planIsShown()
{
    open();
    QTRY_VERIFY(child<QLabel>(u"planOrder"_s));
    QCOMPARE(child<QLabel>(u"planOrder"_s)->text(), u"Researcher  →  Analyst  →  Reporter"_s);
    QVERIFY(child<QLabel>(u"planSummary"_s)->text().contains(u"1 min 30 s"_s));
}

void tst_RunDialog::problemsKeepItFromRunning()
{
    m_workspace->previewProblems = { { Problem::Severity::Error, u"W-16"_s, {}, {}, {} } };
    open({}, u"Go"_s);
    QTRY_VERIFY(child<QLabel>(u"planProblem"_s));
    QVERIFY(child<QLabel>(u"planProblem"_s)->text().contains(u"in a circle"_s));
    QVERIFY(!child<QPushButton>(u"runButton"_s)->isEnabled());
    QTest::keyClick(m_dialog, Qt::Key_Return, Qt::ControlModifier);
    QCoreApplication::processEvents();
    QCOMPARE(m_workspace->calls(Call::Execute), 0);
}

void tst_RunDialog::warningsDoNot()
{
    m_workspace->previewProblems = { { Problem::Severity::Warning, u"W-12"_s, {}, {}, {} } };
    open({}, u"Go"_s);
    QTRY_VERIFY(child<QLabel>(u"planProblem"_s));
    QVERIFY(child<QPushButton>(u"runButton"_s)->isEnabled());
}

void tst_RunDialog::planFailureIsTold()
{
    m_workspace->failNext(Call::Preview, failure(code::StoreBusy));
    open({}, u"Go"_s);
    QTRY_VERIFY(child<QLabel>(u"planProblem"_s));
    QVERIFY(child<QLabel>(u"planProblem"_s)->text().contains(u"locked"_s));
}

void tst_RunDialog::failureIsShownAndCanBeRepeated()
{
    m_workspace->failNext(Call::Execute, failure(code::NotConnected));
    open({}, u"Go"_s);
    QSignalSpy started(m_controller, &RunController::started);
    pressRun();
    QTRY_VERIFY(child<QLabel>(u"runError"_s));
    QVERIFY(child<QLabel>(u"runError"_s)->text().contains(u"No agent service"_s));
    QCOMPARE(child<QPlainTextEdit>(u"prompt"_s)->toPlainText(), u"Go"_s);
    QTRY_VERIFY(child<QPushButton>(u"runButton"_s)->isEnabled());
    pressRun();
    QTRY_COMPARE(started.count(), 1);
}

void tst_RunDialog::cannotBeStartedTwice()
{
    m_workspace->hold(Call::Execute);
    open({}, u"Go"_s);
    QTRY_VERIFY(child<QLabel>(u"planOrder"_s));
    pressRun();
    QVERIFY(!child<QPushButton>(u"runButton"_s)->isEnabled());
    QTest::keyClick(m_dialog, Qt::Key_Return, Qt::ControlModifier);
    m_workspace->release(Call::Execute);
    QTRY_VERIFY(!m_dialog);
    QCOMPARE(m_workspace->requests().size(), 1);
}

void tst_RunDialog::limitsAreFoldedAwayAndUsed()
{
    open({}, u"Go"_s);
    QVERIFY(!child<QSpinBox>(u"maxSeconds"_s));
    QTest::mouseClick(child<QPushButton>(u"moreButton"_s), Qt::LeftButton);
    QVERIFY(child<QSpinBox>(u"maxSeconds"_s));
    child<QSpinBox>(u"maxSeconds"_s)->setValue(90);
    child<QLineEdit>(u"model"_s)->setText(u" gpt-4o "_s);
    pressRun();
    QTRY_COMPARE(m_workspace->requests().size(), 1);
    QCOMPARE(m_workspace->requests().first().config.maxExecutionSeconds, 90);
    QCOMPARE(m_workspace->requests().first().config.modelName, u"gpt-4o"_s);
}

void tst_RunDialog::oneDialogAtATime()
{
    open();
    m_controller->offer({ m_workspace->storedTeams.first(), {}, {} });
    QCOMPARE(m_window->findChildren<RunDialog *>().size(), 1);
}

void tst_RunDialog::againReadsTheTeam()
{
    m_workspace->storedTeams[0].name = u"Renamed"_s;
    m_controller->offerAgain(sample::team(1).id, u"Once more"_s);
    QTRY_VERIFY(openDialog<RunDialog>());
    m_dialog = openDialog<RunDialog>();
    QCOMPARE(child<QPlainTextEdit>(u"prompt"_s)->toPlainText(), u"Once more"_s);
}

void tst_RunDialog::againFailsWhenTheTeamIsGone()
{
    QSignalSpy failed(m_controller, &RunController::failed);
    m_controller->offerAgain(TeamId(u"gone"_s), u"Once more"_s);
    QTRY_COMPARE(failed.count(), 1);
    QVERIFY(!openDialog<RunDialog>());
}

void tst_RunDialog::closingWhileStartingIsSafe()
{
    m_workspace->hold(Call::Execute);
    open({}, u"Go"_s);
    QSignalSpy started(m_controller, &RunController::started);
    pressRun();
    m_dialog->close();
    QTRY_VERIFY(!m_dialog);
    m_workspace->release(Call::Execute);
    QCoreApplication::processEvents();
    QCOMPARE(started.count(), 0);
}

QTEST_MAIN(tst_RunDialog)
#include "tst_run_dialog.moc"
