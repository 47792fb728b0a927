// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/error_codes.h"
#include "tests/ui/event_script.h"
#include "tests/ui/page_test.h"
#include "ui/attention/attention_watch.h"
#include "ui/attention/inbox_button.h"
#include "ui/attention/notifier.h"
#include "ui/graph/wall_clock.h"
#include "ui/monitor/interventions/approval_dialog.h"
#include "ui/settings/app_settings.h"
#include "ui/settings/notices_section.h"

#include <QCheckBox>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace renum;
using namespace renum::ui;
using namespace Qt::StringLiterals;
using Call = FakeWorkspace::Call;

namespace {

/// Keeps what would be shown.
class KeptNotices : public NativeNotices {
public:
    bool show(const QString &title, const QString &text, bool) override
    {
        if (!available)
            return false;
        shown.append(title + u": "_s + text);
        return true;
    }
    bool available = true;
    QStringList shown;
};

} // namespace

/// What waits for the person in all runs, and what they are told while they look elsewhere.
class TestAttention : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void inboxCollectsWhatWaits();
    void budgetsAreNamed();
    void inboxKeys();
    void inboxSaysWhatWentWrong();
    void executionsThatWaitForNobody();
    void interruptedOnesAreContinued();
    void noticesOnce();
    void noticesOfWhatHappenedBeforeItWasRead();
    void nativeOnlyWhileElsewhere();
    void switches();
    void withoutATray();

private:
    /// Stores the state of a script and says that it changed.
    void tell(EventScript &script)
    {
        const Execution now = script.execution();
        QList<Execution> &all = m_workspace->storedExecutions;
        all.removeIf([&](const Execution &stored) { return stored.id == now.id; });
        all.prepend(now);
        m_workspace->emitExecutionsChanged(now.id);
    }
    [[nodiscard]] static EventScript script(const QString &id)
    {
        return { id, u"Market analysis"_s, shippedWorkflow(u"market-analysis"_s),
            Timestamp(std::chrono::seconds(1'767'261'600)) };
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<FakeWorkspace> m_workspace;
    std::unique_ptr<AttentionWatch> m_watch;
    QTemporaryDir m_dir;
};

void TestAttention::init()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    m_theme = std::make_unique<Theme>(Theme::Mode::Light);
    m_workspace = std::make_unique<FakeWorkspace>();
    m_watch = std::make_unique<AttentionWatch>(m_workspace.get());
}

void TestAttention::cleanup()
{
    m_watch.reset();
    m_workspace.reset();
    m_theme.reset();
}

void TestAttention::inboxCollectsWhatWaits()
{
    EventScript first = script(u"e-1"_s);
    first.begin(u"p"_s).askForApproval(u"researcher"_s);
    m_workspace->storedExecutions = { first.execution() };
    m_watch->begin(); // what waited before the program began
    QTRY_COMPARE(m_watch->items().size(), 1);
    InboxButton button(m_workspace.get(), m_watch.get(), m_theme.get());
    QCOMPARE(button.text(), u"1"_s);
    EventScript second = script(u"e-2"_s);
    second.wait(std::chrono::seconds(60)).begin(u"p"_s);
    second.hold({ ExecutionHold::Reason::Breakpoint, StepId(u"slot:analyst"_s) });
    tell(second);
    EventScript third = script(u"e-3"_s);
    third.wait(std::chrono::seconds(120)).begin(u"p"_s);
    third.hold({ ExecutionHold::Reason::Cap, StepId() });
    tell(third);
    QTRY_COMPARE(button.text(), u"3"_s);
    QStringList texts;
    for (const AttentionItem &item : m_watch->items())
        texts << attentionText(item);
    QCOMPARE(texts,
        QStringList({ u"Researcher of Market analysis waits for your approval"_s,
            u"Market analysis holds before Analyst"_s,
            u"Market analysis holds at its spending limit"_s }));
    second.goOn();
    tell(second);
    QTRY_COMPARE(button.text(), u"2"_s);
}

void TestAttention::budgetsAreNamed()
{
    EventScript run = script(u"e-1"_s);
    run.begin(u"p"_s).holdAtBudget(u"Research month"_s);
    const AttentionItems items = attentionOf(run.execution());
    QCOMPARE(items.size(), 1);
    QVERIFY(items.constFirst().kind == AttentionItem::Kind::Budget);
    QCOMPARE(
        attentionText(items.constFirst()), u"Market analysis holds at the budget Research month"_s);
    run.goOn();
    QVERIFY(attentionOf(run.execution()).isEmpty());
}

void TestAttention::inboxKeys()
{
    EventScript asking = script(u"e-1"_s);
    asking.begin(u"p"_s).askForApproval(u"researcher"_s);
    tell(asking);
    EventScript held = script(u"e-2"_s);
    held.wait(std::chrono::seconds(60)).begin(u"p"_s);
    held.hold({ ExecutionHold::Reason::Breakpoint, StepId(u"slot:analyst"_s) });
    tell(held);
    QTRY_COMPARE(m_watch->items().size(), 2);
    InboxButton button(m_workspace.get(), m_watch.get(), m_theme.get());
    QSignalSpy opened(&button, &InboxButton::executionRequested);
    button.show();
    button.openPanel();
    auto *list = button.panel()->findChild<QListWidget *>(u"inboxList"_s);
    QTRY_VERIFY(list->isVisible());
    QCOMPARE(list->currentRow(), 0);
    QTest::keyClick(list, Qt::Key_A);
    QTRY_COMPARE(m_workspace->decisions, QStringList { u"slot:researcher approved "_s });
    QTest::keyClick(list, Qt::Key_R);
    auto *dialog = openDialog<ApprovalDialog>();
    QVERIFY(dialog);
    dialog->findChild<QPushButton *>(u"rejectButton"_s)->click();
    QTRY_COMPARE(m_workspace->decisions.last(), u"slot:researcher rejected "_s);
    list->setCurrentRow(1);
    QTest::keyClick(list, Qt::Key_A); // nothing to approve there
    QTest::keyClick(list, Qt::Key_C);
    QTRY_COMPARE(m_workspace->calls(Call::ContinueExecution), 1);
    QCOMPARE(m_workspace->decisions.size(), 2);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(opened.size(), 1);
    QCOMPARE(opened.at(0).at(0).value<ExecutionId>(), ExecutionId(u"e-2"_s));
    QVERIFY(!button.panel()->isVisible());
}

void TestAttention::inboxSaysWhatWentWrong()
{
    EventScript asking = script(u"e-1"_s);
    asking.begin(u"p"_s).askForApproval(u"researcher"_s);
    tell(asking);
    QTRY_COMPARE(m_watch->items().size(), 1);
    InboxPanel panel(m_workspace.get(), m_watch.get());
    QSignalSpy failed(&panel, &InboxPanel::failed);
    m_workspace->failNext(Call::DecideApproval, failure(code::ApprovalNotWaiting));
    panel.findChild<QPushButton *>(u"inboxApprove"_s)->click();
    QTRY_COMPARE(failed.size(), 1);
}

void TestAttention::executionsThatWaitForNobody()
{
    EventScript asking = script(u"e-1"_s);
    asking.begin(u"p"_s).askForApproval(u"researcher"_s);
    Execution execution = asking.execution();
    QCOMPARE(attentionOf(execution).size(), 1);
    execution.interrupted = true; // its step cannot be answered before it goes on
    QCOMPARE(attentionOf(execution).size(), 1);
    QVERIFY(attentionOf(execution).first().kind == AttentionItem::Kind::Interrupted);
    execution.parent = ExecutionParent { ExecutionId(u"outer"_s), {} };
    QVERIFY(attentionOf(execution).isEmpty()); // resumed with the outer one
    execution.parent.reset();
    execution.interrupted = false;
    execution.stopRequested = true;
    QVERIFY(attentionOf(execution).isEmpty());
    asking.askToStop().finishCancelled();
    QVERIFY(attentionOf(asking.execution()).isEmpty());
}

void TestAttention::noticesOnce()
{
    QSignalSpy happened(m_watch.get(), &AttentionWatch::happened);
    EventScript run = script(u"e-1"_s);
    run.begin(u"p"_s);
    tell(run);
    // It is known once what was told after it is: answers come in the order of the questions.
    EventScript later = script(u"e-0"_s);
    later.begin(u"p"_s).askForApproval(u"researcher"_s);
    tell(later);
    QTRY_COMPARE(m_watch->items().size(), 1);
    QCOMPARE(happened.size(), 0);
    run.askForApproval(u"researcher"_s);
    tell(run);
    QTRY_COMPARE(happened.size(), 1);
    QVERIFY(happened.at(0).at(0).value<Notice>() == Notice::Approval);
    m_workspace->emitExecutionsChanged(run.id()); // and nothing new
    QTRY_COMPARE(m_workspace->calls(Call::Execution), 4);
    run.hold({ ExecutionHold::Reason::Cap, StepId() });
    tell(run);
    QTRY_COMPARE(happened.size(), 2);
    QVERIFY(happened.at(1).at(0).value<Notice>() == Notice::Budget);
    run.finishFailed(timeoutError());
    tell(run);
    QTRY_COMPARE(happened.size(), 3);
    QVERIFY(happened.at(2).at(0).value<Notice>() == Notice::Failed);
    EventScript other = script(u"e-2"_s);
    other.begin(u"p"_s).finish(u"x"_s);
    Execution running = script(u"e-2"_s).begin(u"p"_s).execution();
    QVERIFY(noticesOf(running, other.execution()) == QList<Notice> { Notice::Finished });
    running.parent = ExecutionParent { run.id(), {} };
    Execution nested = other.execution();
    nested.parent = running.parent;
    QVERIFY(noticesOf(running, nested).isEmpty()); // the outer one tells
}

void TestAttention::interruptedOnesAreContinued()
{
    Execution execution = script(u"e-1"_s).begin(u"p"_s).start(u"researcher"_s).execution();
    execution.interrupted = true;
    m_workspace->storedExecutions = { execution };
    m_watch->begin();
    QTRY_COMPARE(m_watch->items().size(), 1);
    QCOMPARE(attentionText(m_watch->items().first()),
        u"Market analysis was interrupted: nobody drives it"_s);
    InboxPanel panel(m_workspace.get(), m_watch.get());
    panel.show();
    auto *goOn = panel.findChild<QPushButton *>(u"inboxContinue"_s);
    QVERIFY(goOn->isVisible());
    QVERIFY(!panel.findChild<QPushButton *>(u"inboxApprove"_s)->isVisible());
    goOn->click();
    QTRY_COMPARE(m_workspace->calls(Call::ResumeExecution), 1);
    QCOMPARE(m_workspace->calls(Call::ContinueExecution), 0);
}

void TestAttention::noticesOfWhatHappenedBeforeItWasRead()
{
    QSignalSpy happened(m_watch.get(), &AttentionWatch::happened);
    const Timestamp now = wallClock() + std::chrono::seconds(1);
    EventScript fresh(u"e-new"_s, u"Market analysis"_s, shippedWorkflow(u"market-analysis"_s), now);
    fresh.begin(u"p"_s).askForApproval(u"researcher"_s);
    tell(fresh); // the first that is heard of it
    QTRY_COMPARE(happened.size(), 1);
    QVERIFY(happened.at(0).at(0).value<Notice>() == Notice::Approval);
    EventScript quick(
        u"e-quick"_s, u"Market analysis"_s, shippedWorkflow(u"market-analysis"_s), now);
    quick.begin(u"p"_s).finish(u"x"_s);
    tell(quick);
    QTRY_COMPARE(happened.size(), 2);
    QVERIFY(happened.at(1).at(0).value<Notice>() == Notice::Finished);
    m_workspace->emitExecutionsChanged(quick.id()); // its costs were booked, say
    EventScript old = script(u"e-old"_s);
    old.begin(u"p"_s).finish(u"x"_s);
    tell(old);
    fresh.hold({ ExecutionHold::Reason::Cap, StepId() });
    tell(fresh); // answers come in the order of the questions
    QTRY_COMPARE(happened.size(), 3);
    QVERIFY(happened.at(2).at(0).value<Notice>() == Notice::Budget);
}

void TestAttention::nativeOnlyWhileElsewhere()
{
    AppSettings settings(m_dir.filePath(u"a.ini"_s));
    KeptNotices native;
    Notifier notifier(&native, &settings);
    QSignalSpy toasts(&notifier, &Notifier::toastRequested);
    QSignalSpy wanted(&notifier, &Notifier::executionRequested);
    const Execution execution = script(u"e-1"_s).begin(u"p"_s).finish(u"x"_s).execution();
    notifier.setInFront(true);
    notifier.tell(Notice::Finished, execution);
    QVERIFY(native.shown.isEmpty());
    const auto toast = toasts.at(0).at(0).value<Toast>();
    QCOMPARE(toast.text, u"Market analysis has finished"_s);
    toast.action();
    QCOMPARE(wanted.size(), 1);
    notifier.setInFront(false);
    notifier.tell(Notice::Finished, execution);
    QCOMPARE(native.shown, QStringList { u"A team has finished: Market analysis has finished"_s });
    QCOMPARE(toasts.size(), 1);
    emit native.clicked();
    QCOMPARE(wanted.at(1).at(0).value<ExecutionId>(), execution.id);
}

void TestAttention::switches()
{
    AppSettings settings(m_dir.filePath(u"b.ini"_s));
    NoticesSection section(&settings);
    KeptNotices native;
    Notifier notifier(&native, &settings);
    notifier.setInFront(false);
    const Execution execution
        = script(u"e-1"_s).begin(u"p"_s).finishFailed(timeoutError()).execution();
    const std::pair<const char *, Notice> rows[] { { "notifyFinished", Notice::Finished },
        { "notifyFailed", Notice::Failed }, { "notifyApproval", Notice::Approval },
        { "notifyBudget", Notice::Budget } };
    for (const auto &[name, notice] : rows) {
        auto *box = section.findChild<QCheckBox *>(QString::fromLatin1(name));
        QVERIFY(box->isChecked());
        notifier.tell(notice, execution);
        QCOMPARE(native.shown.size(), 1);
        box->click();
        notifier.tell(notice, execution);
        QCOMPARE(native.shown.size(), 1);
        native.shown.clear();
    }
    NoticesSection later(&settings);
    QVERIFY(!later.findChild<QCheckBox *>(u"notifyBudget"_s)->isChecked());
}

void TestAttention::withoutATray()
{
    AppSettings settings(m_dir.filePath(u"c.ini"_s));
    KeptNotices native;
    native.available = false;
    Notifier notifier(&native, &settings);
    notifier.setInFront(false);
    QSignalSpy wanted(&notifier, &Notifier::executionRequested);
    notifier.tell(Notice::Finished, script(u"e-1"_s).begin(u"p"_s).finish(u"x"_s).execution());
    emit native.clicked();
    QVERIFY(wanted.isEmpty());
}

QTEST_MAIN(TestAttention)
#include "tst_attention.moc"
