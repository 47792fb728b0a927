// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/fake_cost_book.h"
#include "tests/ui/fake_execution_controls.h"
#include "tests/ui/page_test.h"
#include "ui/run/history_popup.h"
#include "ui/run/note_files.h"
#include "ui/run/run_controller.h"

#include <QComboBox>
#include <QDir>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>

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
    void everyLimitIsSent();
    void dataIsCheckedWhileItIsWritten();
    void earlierPromptsComeByKey();
    void earlierPromptsCanBeSearched();
    void onlyWhatRanIsRemembered();
    void aPartIsSaidAndRun();
    void fromHereRunsTheWholeTeam();
    void theEstimateSaysItsBasis();
    void costAndBudgetsAreSaidBeforeTheRun();
    void severalRunsAreStarted();
    void whatWasStartedIsSaidWhenTheNextFails();
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
    void run(const QString &prompt);
    void pressRun() { QTest::mouseClick(child<QPushButton>(u"runButton"_s), Qt::LeftButton); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<FakeWorkspace> m_workspace;
    QTemporaryDir m_dir;
    std::unique_ptr<NoteFiles> m_notes;
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
    m_notes = std::make_unique<NoteFiles>(m_dir.filePath(u"notes"_s));
    m_controller
        = new RunController(m_workspace.get(), m_notes.get(), m_theme.get(), m_window.get());
}

void tst_RunDialog::cleanup()
{
    m_window.reset();
    m_workspace.reset();
    m_notes.reset();
    QDir(m_dir.filePath(u"notes"_s)).removeRecursively();
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

void tst_RunDialog::everyLimitIsSent()
{
    open({}, u"Go"_s);
    QTest::mouseClick(child<QPushButton>(u"moreButton"_s), Qt::LeftButton);
    QVERIFY(!child<QComboBox>(u"capAction"_s)->isEnabled());
    child<QSpinBox>(u"stepSeconds"_s)->setValue(30);
    child<QDoubleSpinBox>(u"capDollars"_s)->setValue(1.25);
    child<QSpinBox>(u"capTokens"_s)->setValue(50'000);
    child<QSpinBox>(u"capCalls"_s)->setValue(7);
    QVERIFY(child<QComboBox>(u"capAction"_s)->isEnabled());
    child<QComboBox>(u"capAction"_s)->setCurrentIndex(1);
    pressRun();
    QTRY_COMPARE(m_workspace->requests().size(), 1);
    const ExecutionConfig config = m_workspace->requests().first().config;
    QCOMPARE(config.stepTimeoutSeconds, 30);
    QCOMPARE(config.cap.nanoUsd, 1'250'000'000);
    QCOMPARE(config.cap.tokens, 50'000);
    QCOMPARE(config.cap.calls, 7);
    QVERIFY(config.cap.action == SpendingCap::Action::Stop);
}

void tst_RunDialog::dataIsCheckedWhileItIsWritten()
{
    open({}, u"Go"_s);
    QTest::mouseClick(child<QPushButton>(u"materialButton"_s), Qt::LeftButton);
    auto *context = child<QWidget>(u"contextInput"_s);
    auto *text = visibleChild<QPlainTextEdit>(context, u"objectText"_s);
    text->setPlainText(u"{\"region\":\n"_s);
    QVERIFY(visibleChild<QLabel>(context, u"objectProblem"_s)->text().contains(u"no valid JSON"_s));
    pressRun();
    QVERIFY(child<QLabel>(u"runError"_s));
    QCOMPARE(m_workspace->calls(Call::Execute), 0);
    text->setPlainText(u"[1, 2]"_s);
    QVERIFY(visibleChild<QLabel>(context, u"objectProblem"_s)->text().contains(u"object"_s));
    text->setPlainText(u"{\"region\": \"Brazil\"}"_s);
    QVERIFY(!visibleChild<QLabel>(context, u"objectProblem"_s));
    visibleChild<QPlainTextEdit>(child<QWidget>(u"memoryInput"_s), u"objectText"_s)
        ->setPlainText(u"{\"budget\": 5000}"_s);
    pressRun();
    QTRY_COMPARE(m_workspace->requests().size(), 1);
    const ExecutionConfig config = m_workspace->requests().first().config;
    QCOMPARE(canonicalJson(config.initialContext), QByteArray("{\"region\":\"Brazil\"}"));
    QCOMPARE(canonicalJson(config.initialMemory), QByteArray("{\"budget\":5000}"));
}

void tst_RunDialog::run(const QString &prompt)
{
    open();
    child<QPlainTextEdit>(u"prompt"_s)->setPlainText(prompt);
    pressRun();
    QTRY_VERIFY(!m_dialog);
}

void tst_RunDialog::earlierPromptsComeByKey()
{
    run(u"First"_s);
    run(u"Second"_s);
    run(u"First"_s); // the newest now, and only once
    open({}, u"A new one"_s);
    QTRY_VERIFY(child<QPushButton>(u"historyButton"_s)->isEnabled());
    auto *prompt = child<QPlainTextEdit>(u"prompt"_s);
    QTest::keyClick(prompt, Qt::Key_Up);
    QCOMPARE(prompt->toPlainText(), u"First"_s);
    QTest::keyClick(prompt, Qt::Key_Up);
    QCOMPARE(prompt->toPlainText(), u"Second"_s);
    QTest::keyClick(prompt, Qt::Key_Up);
    QCOMPARE(prompt->toPlainText(), u"Second"_s);
    QTest::keyClick(prompt, Qt::Key_Down);
    QTest::keyClick(prompt, Qt::Key_Down);
    QCOMPARE(prompt->toPlainText(), u"A new one"_s);
    QTest::keyClick(prompt, Qt::Key_Down);
    QCOMPARE(prompt->toPlainText(), u"A new one"_s);
    // In a text of several lines the arrows move first.
    prompt->setPlainText(u"one\ntwo"_s);
    prompt->moveCursor(QTextCursor::End);
    QTest::keyClick(prompt, Qt::Key_Up);
    QCOMPARE(prompt->toPlainText(), u"one\ntwo"_s);
    QTest::keyClick(prompt, Qt::Key_Up);
    QCOMPARE(prompt->toPlainText(), u"First"_s);
}

void tst_RunDialog::earlierPromptsCanBeSearched()
{
    run(u"Electric bicycles"_s);
    run(u"Cargo ships"_s);
    open();
    QTRY_VERIFY(child<QPushButton>(u"historyButton"_s)->isEnabled());
    auto *prompt = child<QPlainTextEdit>(u"prompt"_s);
    QTest::keyClick(prompt, Qt::Key_H, Qt::ControlModifier);
    auto *popup = m_dialog->findChild<HistoryPopup *>();
    QVERIFY(popup);
    auto *list = popup->findChild<QListWidget *>();
    QCOMPARE(list->count(), 2);
    QCOMPARE(list->item(0)->text(), u"Cargo ships"_s);
    auto *search = popup->findChild<QLineEdit *>();
    QTest::keyClicks(search, u"BICY"_s);
    QCOMPARE(list->count(), 1);
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(prompt->toPlainText(), u"Electric bicycles"_s);
    QTest::mouseClick(child<QPushButton>(u"historyButton"_s), Qt::LeftButton);
    popup = m_dialog->findChildren<HistoryPopup *>().constLast();
    search = popup->findChild<QLineEdit *>();
    list = popup->findChild<QListWidget *>();
    QTest::keyClick(search, Qt::Key_Down);
    QTest::keyClick(search, Qt::Key_Delete, Qt::ShiftModifier);
    QCOMPARE(list->count(), 1);
    QTest::keyClicks(search, u"nothing like it"_s);
    QVERIFY(list->item(0)->text().contains(u"No earlier prompt"_s));
    QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(prompt->toPlainText(), u"Electric bicycles"_s);
    popup->close();
}

void tst_RunDialog::onlyWhatRanIsRemembered()
{
    m_workspace->failNext(Call::Execute, failure(code::NotConnected));
    open({}, u"It never ran"_s);
    pressRun();
    QTRY_VERIFY(child<QLabel>(u"runError"_s));
    QVERIFY(!child<QPushButton>(u"historyButton"_s)->isEnabled());
    m_dialog->close();
}

void tst_RunDialog::aPartIsSaidAndRun()
{
    const Team team = m_workspace->storedTeams.first();
    const AgentId first = team.workflow.agents[0].agentId;
    const AgentId last = team.workflow.agents[2].agentId;
    RunOffer offer { team };
    offer.prompt = u"Go"_s;
    offer.part = TeamPart { TeamPart::Kind::OnlyThis, last };
    offer.kept.insert(first, readStepOutput(u"kept"_s));
    offer.keptFrom.insert(first, u"of yesterday"_s);
    m_controller->offer(offer);
    m_dialog = openDialog<RunDialog>();
    QVERIFY(child<QLabel>(u"partKind"_s)->text().contains(u"Only “Reporter” works"_s));
    QVERIFY(child<QLabel>(u"partKept"_s)->text().contains(u"Researcher (of yesterday)"_s));
    // The reporter takes what the analyst says, of whom there is nothing.
    QVERIFY(child<QLabel>(u"partMissing"_s)->text().contains(u"Analyst"_s));
    QTRY_VERIFY(child<QLabel>(u"planOrder"_s));
    QCOMPARE(child<QLabel>(u"planOrder"_s)->text(), u"Researcher  →  Reporter"_s);
    pressRun();
    QTRY_COMPARE(m_workspace->requests().size(), 1);
    QCOMPARE(m_workspace->fakeExecutionControls()->parts.size(), 1);
    QVERIFY(m_workspace->fakeExecutionControls()->parts.first() == *offer.part);
    QVERIFY(m_workspace->requests().first().config.pinned == offer.kept);
}

void tst_RunDialog::fromHereRunsTheWholeTeam()
{
    RunOffer offer { m_workspace->storedTeams.first() };
    offer.prompt = u"Go"_s;
    offer.part = TeamPart { TeamPart::Kind::FromHere, offer.team.workflow.agents[1].agentId };
    offer.kept.insert(offer.team.workflow.agents[0].agentId, readStepOutput(u"kept"_s));
    m_controller->offer(offer);
    m_dialog = openDialog<RunDialog>();
    QVERIFY(child<QLabel>(u"partKind"_s)->text().contains(u"Analyst"_s));
    QVERIFY(!child<QLabel>(u"partMissing"_s));
    pressRun();
    QTRY_COMPARE(m_workspace->requests().size(), 1);
    QVERIFY(m_workspace->fakeExecutionControls()->parts.isEmpty());
    QVERIFY(m_workspace->requests().first().config.pinned == offer.kept);
}

void tst_RunDialog::theEstimateSaysItsBasis()
{
    open();
    QTRY_VERIFY(child<QLabel>(u"planBasis"_s));
    QVERIFY(child<QLabel>(u"planBasis"_s)->text().contains(u"last runs of each agent"_s));
}

void tst_RunDialog::costAndBudgetsAreSaidBeforeTheRun()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    constexpr qint64 usd = 1'000'000'000;
    RunEstimate estimate;
    RunEstimate::Step step;
    step.basis = RunEstimate::Basis::PromptSize;
    step.nanoUsd = { usd, 2 * usd, 3 * usd };
    estimate.steps = { step };
    estimate.nanoUsd = step.nanoUsd;
    FakeCostBook *book = m_workspace->fakeCostBook();
    book->estimateAnswer = estimate;
    Budget budget;
    budget.name = u"House"_s;
    budget.nanoUsd = 10 * usd;
    BudgetAmount spent;
    spent.nanoUsd = 9 * usd;
    book->budgetAnswer = { budgetStatus(budget, spent) };
    open({}, u"Electric"_s);
    QTRY_VERIFY(child<QLabel>(u"runCost"_s));
    QCOMPARE(book->estimateQueries.size(), 1);
    QCOMPARE(book->estimateQueries.constLast().prompt, u"Electric"_s);
    QVERIFY(child<QLabel>(u"runCost"_s)->text().startsWith("It will cost $1.00 to $3.00"_L1));
    QVERIFY(child<QLabel>(u"runBudget"_s)->text().contains("This will probably pass it"_L1));
    auto *runButton = child<QPushButton>(u"runButton"_s);
    QVERIFY(runButton->toolTip().contains("prompt size and price list"_L1));
    QVERIFY(runButton->isEnabled()); // the engine decides, not the dialog
    QTest::keyClicks(child<QPlainTextEdit>(u"prompt"_s), u" bicycles"_s);
    QTRY_COMPARE(book->estimateQueries.size(), 2); // once, when the person paused
    QVERIFY(book->estimateQueries.constLast().prompt.contains("bicycles"_L1));
}

void tst_RunDialog::severalRunsAreStarted()
{
    open({}, u"Electric"_s);
    QSignalSpy started(m_controller, &RunController::started);
    child<QSpinBox>(u"runTimes"_s)->setValue(3);
    pressRun();
    QTRY_VERIFY(!m_dialog);
    QCOMPARE(m_workspace->calls(Call::Execute), 3);
    QCOMPARE(started.count(), 1); // the first is shown, the others are in the list
}

void tst_RunDialog::whatWasStartedIsSaidWhenTheNextFails()
{
    open({}, u"Electric"_s);
    QSignalSpy started(m_controller, &RunController::started);
    child<QSpinBox>(u"runTimes"_s)->setValue(3);
    connect(m_workspace.get(), &Workspace::executionsChanged, this, [this] {
        if (m_workspace->calls(Call::Execute) == 1)
            m_workspace->failNext(Call::Execute, failure(code::StoreBusy));
    });
    pressRun();
    QTRY_VERIFY(child<QLabel>(u"runError"_s));
    QVERIFY(child<QLabel>(u"runError"_s)->text().startsWith("1 of 3 runs were started."_L1));
    QCOMPARE(started.count(), 1);
    QCOMPARE(child<QSpinBox>(u"runTimes"_s)->value(), 2); // what is left to do
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
