// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/execution_pane.h"

#include "core/net/task_scope.h"
#include "ui/graph/wall_clock.h"
#include "ui/monitor/arrangement/part_docks.h"
#include "ui/monitor/compare/compare_picker.h"
#include "ui/monitor/compare/compare_view.h"
#include "ui/monitor/execution_header.h"
#include "ui/monitor/execution_view.h"
#include "ui/monitor/interventions/approval_dialog.h"
#include "ui/monitor/interventions/asking_step.h"
#include "ui/monitor/interventions/rerun_dialog.h"
#include "ui/monitor/replay/execution_replay.h"
#include "ui/text/error_text.h"

#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QVBoxLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostTitleCharacters = 40;

} // namespace

class ExecutionPane::Private {
public:
    Private(Workspace *newWorkspace, Theme *newTheme, ExecutionPane *pane)
        : workspace(newWorkspace)
        , theme(newTheme)
        , header(new ExecutionHeader(newTheme, pane))
        , view(new ExecutionView(newWorkspace, newTheme, pane))
    {
    }

    Workspace *workspace;
    Theme *theme;
    QPointer<ExecutionHeader> header; ///< the window arranges it and may delete it first
    ExecutionView *view;
    TaskScope tasks;
};

ExecutionPane::ExecutionPane(Workspace *workspace, Theme *theme, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(workspace, theme, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(d->view);
    d->header->setViewsMenu(d->view->docks()->viewsMenu());
    connect(d->view, &ExecutionView::changed, this, &ExecutionPane::updateHeader);
    connect(d->view, &ExecutionView::continueRequested, this, [this] { goOn(); });
    connect(d->view, &ExecutionView::approvalRequested, this, &ExecutionPane::askForApproval);
    connect(d->view, &ExecutionView::rerunRequested, this, &ExecutionPane::askToRerun);
    connect(d->view, &ExecutionView::retryRequested, this, [this] { d->tasks.start(retry(id())); });
    connect(d->view, &ExecutionView::executionRequested, this, &ExecutionPane::executionRequested);
    connect(d->header, &ExecutionHeader::pauseRequested, this, [this] { pause(); });
    connect(d->header, &ExecutionHeader::continueRequested, this, [this] { goOn(); });
    connect(d->header, &ExecutionHeader::stopRequested, this, &ExecutionPane::askToStop);
    connect(d->header, &ExecutionHeader::runAgainRequested, this, &ExecutionPane::runAgain);
    connect(d->header, &ExecutionHeader::compareRequested, this, &ExecutionPane::compare);
    connect(
        d->header, &ExecutionHeader::retryRequested, this, [this] { d->tasks.start(retry(id())); });
}

ExecutionPane::~ExecutionPane() = default;

void ExecutionPane::open(const ExecutionId &id)
{
    if (d->header)
        d->header->clear();
    d->view->open(id);
}

const ExecutionId &ExecutionPane::id() const
{
    return d->view->replay()->id();
}

const Execution &ExecutionPane::execution() const
{
    return d->view->execution();
}

ExecutionView *ExecutionPane::view() const
{
    return d->view;
}

ExecutionHeader *ExecutionPane::header() const
{
    return d->header;
}

QString ExecutionPane::title() const
{
    const Execution &shown = execution();
    if (shown.id.isEmpty())
        return id().isEmpty() ? tr("Nothing open") : tr("Reading…");
    QString prompt = shown.initialPrompt.left(MostTitleCharacters + 1).simplified();
    if (prompt.size() > MostTitleCharacters)
        prompt = prompt.left(MostTitleCharacters) + QChar(0x2026);
    //: team, beginning of the prompt
    return prompt.isEmpty() ? shown.teamName : tr("%1 · %2").arg(shown.teamName, prompt);
}

void ExecutionPane::tick()
{
    if (isTerminal(execution().status))
        return;
    d->view->tick();
    updateHeader();
}

void ExecutionPane::updateHeader()
{
    const Execution &shown = execution();
    if (d->header && !shown.id.isEmpty())
        d->header->setExecution(shown, d->view->replay()->isInterrupted(), wallClock());
    emit changed();
}

void ExecutionPane::compare()
{
    auto *picker = new ComparePicker(d->workspace, d->theme, execution(), this);
    connect(picker, &ComparePicker::confirmed, this,
        [this](const ExecutionId &before, const ExecutionId &after) {
            const CompareView *view
                = CompareView::openWindow(d->workspace, d->theme, before, after, this);
            connect(view, &CompareView::executionChosen, this, &ExecutionPane::executionRequested);
        });
    picker->open();
}

void ExecutionPane::askToStop()
{
    const Execution &execution = this->execution();
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
    const ExecutionId id = this->id();
    connect(
        box, &QMessageBox::buttonClicked, this, [this, stopButton, id](QAbstractButton *clicked) {
            if (clicked == stopButton)
                d->tasks.start(stop(id));
        });
    box->open();
}

QCoro::Task<> ExecutionPane::stop(ExecutionId id)
{
    const QPointer<ExecutionPane> self(this);
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

void ExecutionPane::showAnswer(const ExecutionId &id, const Result<void> &answer)
{
    if (!answer && id == this->id())
        d->view->setProblem(errorText(answer.error()));
}

void ExecutionPane::pause()
{
    d->tasks.start(pause(this->id()));
}

void ExecutionPane::goOn()
{
    const ExecutionId id = this->id();
    d->tasks.start(d->view->replay()->isInterrupted() ? resume(id) : goOn(id));
}

QCoro::Task<> ExecutionPane::pause(ExecutionId id)
{
    const QPointer<ExecutionPane> self(this);
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

QCoro::Task<> ExecutionPane::goOn(ExecutionId id)
{
    const QPointer<ExecutionPane> self(this);
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

QCoro::Task<> ExecutionPane::resume(ExecutionId id)
{
    const QPointer<ExecutionPane> self(this);
    const std::stop_token token = d->tasks.token();
    const Result<void> resumed = co_await d->workspace->resumeExecution(id, token);
    if (self)
        showAnswer(id, resumed);
}

QCoro::Task<> ExecutionPane::retry(ExecutionId id)
{
    const QPointer<ExecutionPane> self(this);
    const std::stop_token token = d->tasks.token();
    const Result<Execution> started = co_await d->workspace->retryExecution(id, token);
    if (self)
        showStarted(id, started);
}

void ExecutionPane::askToRerun(const StepId &step)
{
    const ExecutionId id = this->id();
    const StepRecord *record = execution().step(step);
    if (!record)
        return;
    auto *dialog = new RerunDialog(execution(), *record, this);
    connect(dialog, &RerunDialog::confirmed, this,
        [this, id](const StepId &chosen, const std::optional<QString> &input) {
            d->tasks.start(rerun(id, chosen, input));
        });
    dialog->open();
}

QCoro::Task<> ExecutionPane::rerun(ExecutionId id, StepId step, std::optional<QString> input)
{
    const QPointer<ExecutionPane> self(this);
    const std::stop_token token = d->tasks.token();
    const Result<Execution> started
        = co_await d->workspace->forkExecution(id, step, std::move(input), token);
    if (self)
        showStarted(id, started);
}

void ExecutionPane::showStarted(const ExecutionId &from, const Result<Execution> &answer)
{
    if (answer)
        emit started(answer->id);
    else if (from == this->id())
        d->view->setProblem(errorText(answer.error()));
}

void ExecutionPane::askForApproval()
{
    const StepRecord *step = stepThatAsks(execution());
    if (!step)
        return;
    auto *dialog = new ApprovalDialog(*step, this);
    const ExecutionId id = this->id();
    connect(dialog, &ApprovalDialog::decided, this,
        [this, id](const AgentId &agent, bool approved, const QString &comment) {
            d->tasks.start(decide(id, agent, approved, comment));
        });
    dialog->open();
}

QCoro::Task<> ExecutionPane::decide(ExecutionId id, AgentId agent, bool approved, QString comment)
{
    const QPointer<ExecutionPane> self(this);
    const std::stop_token token = d->tasks.token();
    const Result<void> decided
        = co_await d->workspace->decideApproval(id, agent, approved, comment, token);
    if (self)
        showAnswer(id, decided);
}

void ExecutionPane::runAgain()
{
    const Execution &execution = this->execution();
    emit runAgainRequested(execution.teamId, execution.initialPrompt);
}

} // namespace renum::ui
