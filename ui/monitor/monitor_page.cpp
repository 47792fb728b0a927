// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/monitor_page.h"

#include "core/net/task_scope.h"
#include "ui/graph/wall_clock.h"
#include "ui/monitor/approval_dialog.h"
#include "ui/monitor/asking_step.h"
#include "ui/monitor/execution_feed.h"
#include "ui/monitor/execution_header.h"
#include "ui/monitor/execution_view.h"
#include "ui/monitor/executions/execution_list_panel.h"
#include "ui/monitor/rerun_dialog.h"
#include "ui/text/error_text.h"
#include "ui/theme/look.h"

#include <QLabel>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

/// The elapsed time counts seconds; twice as often keeps it even.
constexpr int TickMs = 500;
constexpr int ListWidth = 264;

} // namespace

class MonitorPage::Private {
public:
    Private(Workspace *newWorkspace, Theme *newTheme, MonitorPage *page)
        : workspace(newWorkspace)
        , theme(newTheme)
        , feed(new ExecutionFeed(newWorkspace, page))
        , header(new ExecutionHeader(newTheme, page))
        , list(new ExecutionListPanel(newWorkspace, newTheme, page))
        , stack(new QStackedWidget(page))
        , view(new ExecutionView(newWorkspace, newTheme, page))
    {
    }

    Workspace *workspace;
    Theme *theme;
    ExecutionFeed *feed;
    QPointer<ExecutionHeader> header; ///< the window arranges it and may delete it first
    ExecutionListPanel *list;
    QStackedWidget *stack;
    ExecutionView *view;
    QTimer tick;
    TaskScope tasks;
};

MonitorPage::MonitorPage(Workspace *workspace, Theme *theme, QWidget *parent)
    : Page(parent)
    , d(std::make_unique<Private>(workspace, theme, this))
{
    build();
    connect(d->feed, &ExecutionFeed::advanced, this, &MonitorPage::onAdvanced);
    connect(d->feed, &ExecutionFeed::interruptedChanged, this, &MonitorPage::onInterruptedChanged);
    connect(d->feed, &ExecutionFeed::failed, this, &MonitorPage::onFailed);
    connect(d->list, &ExecutionListPanel::executionChosen, this, &MonitorPage::openExecution);
    connect(d->list, &ExecutionListPanel::toastRequested, this, &MonitorPage::toastRequested);
    connect(d->view, &ExecutionView::continueRequested, this, [this] { goOn(); });
    connect(d->view, &ExecutionView::approvalRequested, this, &MonitorPage::askForApproval);
    connect(d->view, &ExecutionView::rerunRequested, this, &MonitorPage::askToRerun);
    connect(d->view, &ExecutionView::retryRequested, this,
        [this] { d->tasks.start(retry(d->feed->id())); });
    connect(d->header, &ExecutionHeader::pauseRequested, this, [this] { pause(); });
    connect(d->header, &ExecutionHeader::continueRequested, this, [this] { goOn(); });
    connect(d->header, &ExecutionHeader::stopRequested, this, &MonitorPage::askToStop);
    connect(d->header, &ExecutionHeader::runAgainRequested, this, &MonitorPage::runAgain);
    connect(d->header, &ExecutionHeader::retryRequested, this,
        [this] { d->tasks.start(retry(d->feed->id())); });
    connect(d->header, &ExecutionHeader::listToggled, d->list, &QWidget::setVisible);
    d->tick.setInterval(TickMs);
    connect(&d->tick, &QTimer::timeout, this, &MonitorPage::onTick);
    d->header->setListShown(true);
}

MonitorPage::~MonitorPage() = default;

void MonitorPage::build()
{
    setLook(this, Look::Page);
    auto *nothing = new QLabel(
        tr("Choose an execution on the left to see what its agents did, or run a team to watch it "
           "work."),
        d->stack);
    nothing->setAlignment(Qt::AlignCenter);
    nothing->setWordWrap(true);
    setTextLook(nothing, TextStyle::Body, ColorToken::TextDim);
    d->stack->addWidget(nothing);
    d->stack->addWidget(d->view);

    auto *split = new QSplitter(Qt::Horizontal, this);
    split->addWidget(d->list);
    split->addWidget(d->stack);
    split->setCollapsible(1, false);
    split->setStretchFactor(1, 1);
    split->setHandleWidth(1);
    split->setSizes({ ListWidth, 4 * ListWidth });
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(split);
}

PageEntry MonitorPage::entry()
{
    return { u"monitor"_s, [] { return tr("Monitor"); } };
}

QWidget *MonitorPage::headerWidget() const
{
    return d->header;
}

void MonitorPage::activated()
{
    d->list->reload();
}

void MonitorPage::showExecution(const ExecutionId &id)
{
    // Who comes to watch one execution wants to see it, not the others.
    setListShown(false);
    d->list->setCurrent(id);
    openExecution(id);
}

void MonitorPage::setListShown(bool shown)
{
    if (d->header)
        d->header->setListShown(shown);
}

void MonitorPage::openExecution(const ExecutionId &id)
{
    if (id == d->feed->id())
        return;
    if (d->header)
        d->header->clear();
    d->feed->open(id);
    d->view->open(id, &d->feed->execution());
    d->stack->setCurrentWidget(d->view);
    d->tick.start();
}

void MonitorPage::onAdvanced(const ExecutionEvents &events)
{
    d->view->advance(events);
    updateHeader();
    if (isTerminal(d->feed->execution().status))
        d->tick.stop();
    emit headerChanged();
}

void MonitorPage::onInterruptedChanged()
{
    d->view->setInterrupted(d->feed->isInterrupted());
    updateHeader();
}

void MonitorPage::onFailed(const Error &error)
{
    d->view->setProblem(errorText(error));
}

void MonitorPage::onTick()
{
    if (!isVisible())
        return;
    d->view->tick();
    d->list->tick();
    updateHeader();
}

void MonitorPage::updateHeader()
{
    const Execution &execution = d->feed->execution();
    if (d->header && !execution.id.isEmpty())
        d->header->setExecution(execution, d->feed->isInterrupted(), wallClock());
}

void MonitorPage::askToStop()
{
    const Execution &execution = d->feed->execution();
    auto *box = new QMessageBox(QMessageBox::Question, tr("Stop the team?"),
        tr("Stop “%1”? Its agents are told to stop. What they produced until now is kept.")
            .arg(execution.teamName),
        QMessageBox::NoButton, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    QPushButton *stopButton = box->addButton(tr("&Stop"), QMessageBox::AcceptRole);
    QPushButton *keepButton = box->addButton(tr("&Keep running"), QMessageBox::RejectRole);
    box->setDefaultButton(keepButton);
    box->setEscapeButton(keepButton);
    const ExecutionId id = d->feed->id();
    connect(
        box, &QMessageBox::buttonClicked, this, [this, stopButton, id](QAbstractButton *clicked) {
            if (clicked == stopButton)
                d->tasks.start(stop(id));
        });
    box->open();
}

QCoro::Task<> MonitorPage::stop(ExecutionId id)
{
    const QPointer<MonitorPage> self(this);
    if (d->header)
        d->header->setStopPending(true);
    const std::stop_token token = d->tasks.token();
    const Result<void> stopped = co_await d->workspace->stopExecution(id, token);
    if (!self)
        co_return;
    if (d->header)
        d->header->setStopPending(false);
    showAnswer(id, stopped);
}

void MonitorPage::showAnswer(const ExecutionId &id, const Result<void> &answer)
{
    if (!answer && id == d->feed->id())
        d->view->setProblem(errorText(answer.error()));
}

void MonitorPage::pause()
{
    d->tasks.start(pause(d->feed->id()));
}

void MonitorPage::goOn()
{
    const ExecutionId id = d->feed->id();
    d->tasks.start(d->feed->isInterrupted() ? resume(id) : goOn(id));
}

QCoro::Task<> MonitorPage::pause(ExecutionId id)
{
    const QPointer<MonitorPage> self(this);
    if (d->header)
        d->header->setPausePending(true);
    const std::stop_token token = d->tasks.token();
    const Result<void> paused = co_await d->workspace->pauseExecution(id, token);
    if (!self)
        co_return;
    if (d->header)
        d->header->setPausePending(false);
    showAnswer(id, paused);
}

QCoro::Task<> MonitorPage::goOn(ExecutionId id)
{
    const QPointer<MonitorPage> self(this);
    if (d->header)
        d->header->setPausePending(true);
    const std::stop_token token = d->tasks.token();
    const Result<void> continued = co_await d->workspace->continueExecution(id, token);
    if (!self)
        co_return;
    if (d->header)
        d->header->setPausePending(false);
    showAnswer(id, continued);
}

QCoro::Task<> MonitorPage::resume(ExecutionId id)
{
    const QPointer<MonitorPage> self(this);
    const std::stop_token token = d->tasks.token();
    const Result<void> resumed = co_await d->workspace->resumeExecution(id, token);
    if (self)
        showAnswer(id, resumed);
}

QCoro::Task<> MonitorPage::retry(ExecutionId id)
{
    const QPointer<MonitorPage> self(this);
    const std::stop_token token = d->tasks.token();
    const Result<Execution> started = co_await d->workspace->retryExecution(id, token);
    if (self)
        showStarted(id, started);
}

void MonitorPage::askToRerun(const StepId &step)
{
    const ExecutionId id = d->feed->id();
    const StepRecord *record = d->feed->execution().step(step);
    if (!record)
        return;
    auto *dialog = new RerunDialog(d->feed->execution(), *record, this);
    connect(dialog, &RerunDialog::confirmed, this,
        [this, id](const StepId &chosen, const std::optional<QString> &input) {
            d->tasks.start(rerun(id, chosen, input));
        });
    dialog->open();
}

QCoro::Task<> MonitorPage::rerun(ExecutionId id, StepId step, std::optional<QString> input)
{
    const QPointer<MonitorPage> self(this);
    const std::stop_token token = d->tasks.token();
    const Result<Execution> started
        = co_await d->workspace->forkExecution(id, step, std::move(input), token);
    if (self)
        showStarted(id, started);
}

void MonitorPage::showStarted(const ExecutionId &from, const Result<Execution> &started)
{
    if (started)
        showExecution(started->id);
    else if (from == d->feed->id())
        d->view->setProblem(errorText(started.error()));
}

void MonitorPage::askForApproval()
{
    const StepRecord *step = stepThatAsks(d->feed->execution());
    if (!step)
        return;
    auto *dialog = new ApprovalDialog(*step, this);
    const ExecutionId id = d->feed->id();
    connect(dialog, &ApprovalDialog::decided, this,
        [this, id](const AgentId &agent, bool approved, const QString &comment) {
            d->tasks.start(decide(id, agent, approved, comment));
        });
    dialog->open();
}

QCoro::Task<> MonitorPage::decide(ExecutionId id, AgentId agent, bool approved, QString comment)
{
    const QPointer<MonitorPage> self(this);
    const std::stop_token token = d->tasks.token();
    const Result<void> decided
        = co_await d->workspace->decideApproval(id, agent, approved, comment, token);
    if (self)
        showAnswer(id, decided);
}

void MonitorPage::runAgain()
{
    const Execution &execution = d->feed->execution();
    emit runAgainRequested(execution.teamId, execution.initialPrompt);
}

} // namespace renum::ui
