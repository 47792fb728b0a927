// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/interventions/intervention_desk.h"

#include "core/workspace/execution_controls.h"
#include "ui/monitor/context/context_key_dialog.h"
#include "ui/monitor/interventions/approval_dialog.h"
#include "ui/monitor/interventions/breakpoints_dialog.h"
#include "ui/monitor/interventions/cap_dialog.h"
#include "ui/monitor/interventions/give_result_dialog.h"
#include "ui/monitor/interventions/intervention_bar.h"
#include "ui/monitor/interventions/message_dialog.h"
#include "ui/monitor/interventions/rerun_dialog.h"
#include "ui/text/error_text.h"
#include "ui/theme/theme.h"

#include <QMenu>
#include <QMessageBox>
#include <QPushButton>

#include <utility>

namespace renum::ui {

using namespace Qt::StringLiterals;

InterventionDesk::InterventionDesk(Workspace *workspace, Theme *theme, QWidget *window)
    : QObject(window)
    , m_workspace(workspace)
    , m_theme(theme)
    , m_window(window)
    , m_bar(new InterventionBar(theme, window))
{
    connect(m_bar, &InterventionBar::chosen, this, &InterventionDesk::begin);
}

InterventionBar *InterventionDesk::bar() const
{
    return m_bar;
}

ExecutionControls *InterventionDesk::controls() const
{
    return m_workspace->executionControls();
}

InterventionScene InterventionDesk::scene() const
{
    return { m_execution, m_interrupted, m_stopPending, m_agent, m_pausePending };
}

void InterventionDesk::setExecution(const Execution *execution, bool interrupted)
{
    m_execution = execution;
    m_interrupted = interrupted;
    const ExecutionId id = execution ? execution->id : ExecutionId();
    const bool paused = execution && (execution->paused || interrupted);
    const bool another = std::exchange(m_id, id) != id;
    if (another)
        m_agent = {};
    if (std::exchange(m_paused, paused) != paused || another)
        setPausePending(false);
    if (m_stopPending && (!execution || execution->stopRequested || isTerminal(execution->status)))
        setStopPending(false); // the log says it now
    updateBar();
}

void InterventionDesk::selectAgent(const AgentId &agent)
{
    if (std::exchange(m_agent, agent) != agent)
        updateBar();
}

void InterventionDesk::updateBar()
{
    if (m_bar)
        m_bar->show(scene());
}

void InterventionDesk::setStopPending(bool pending)
{
    if (std::exchange(m_stopPending, pending) == pending)
        return;
    updateBar();
    emit pendingChanged();
}

void InterventionDesk::setPausePending(bool pending)
{
    if (std::exchange(m_pausePending, pending) == pending)
        return;
    updateBar();
    emit pendingChanged();
}

void InterventionDesk::begin(Intervention what)
{
    if (!refusalText(what, scene()).isEmpty())
        return; // it has changed since the button was drawn
    switch (what) {
    case Intervention::Pause:
        pause();
        break;
    case Intervention::GoOn:
        goOn();
        break;
    case Intervention::StepOver:
        m_tasks.start(tell(m_id, controls()->continueToNext(m_id, m_tasks.token())));
        break;
    case Intervention::Stop:
        askToStop();
        break;
    case Intervention::Approve:
    case Intervention::Reject:
        askForApproval(what == Intervention::Approve);
        break;
    case Intervention::Retry:
        retry();
        break;
    case Intervention::GiveResult:
        askForResult();
        break;
    case Intervention::SendMessage:
        askForMessage();
        break;
    case Intervention::Fork:
        askForFork();
        break;
    case Intervention::EditContext:
        askForContext();
        break;
    case Intervention::RaiseCap:
        askForCap();
        break;
    case Intervention::Breakpoints:
        askForBreakpoints();
        break;
    }
}

// --- what needs no question ---------------------------------------------------------------------

void InterventionDesk::pause()
{
    setPausePending(true);
    m_tasks.start(tellToPause(m_id, m_workspace->pauseExecution(m_id, m_tasks.token())));
}

void InterventionDesk::goOn()
{
    const std::stop_token token = m_tasks.token();
    setPausePending(true);
    m_tasks.start(tellToPause(m_id,
        m_interrupted ? m_workspace->resumeExecution(m_id, token)
                      : m_workspace->continueExecution(m_id, token)));
}

void InterventionDesk::retry()
{
    const std::stop_token token = m_tasks.token();
    if (isTerminal(m_execution->status)) {
        m_tasks.start(startAnew(m_id, m_workspace->retryExecution(m_id, token)));
        return;
    }
    const StepRecord *step = stepFor(Intervention::Retry, scene());
    m_tasks.start(tell(m_id, controls()->retryStep(m_id, step->id, token)));
}

QCoro::Task<> InterventionDesk::tell(ExecutionId id, Request request)
{
    const QPointer<InterventionDesk> self(this);
    const Result<void> done = co_await request;
    if (self && !done)
        emit problem(id, errorText(done.error()));
}

// The button rests until the answer: the log may say it earlier.
QCoro::Task<> InterventionDesk::tellToPause(ExecutionId id, Request request)
{
    const QPointer<InterventionDesk> self(this);
    const Result<void> done = co_await request;
    if (!self)
        co_return;
    if (id == m_id)
        setPausePending(false);
    if (!done)
        emit problem(id, errorText(done.error()));
}

QCoro::Task<> InterventionDesk::startAnew(ExecutionId from, QCoro::Task<Result<Execution>> request)
{
    const QPointer<InterventionDesk> self(this);
    const Result<Execution> fresh = co_await request;
    if (!self)
        co_return;
    if (fresh)
        emit started(fresh->id);
    else
        emit problem(from, errorText(fresh.error()));
}

// --- what is asked first ------------------------------------------------------------------------

void InterventionDesk::askToStop()
{
    auto *box = new QMessageBox(QMessageBox::Question, tr("Stop the team?"),
        tr("Stop “%1”? Its agents are told to stop. What they produced until now is kept.")
            .arg(m_execution->teamName),
        QMessageBox::NoButton, m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    QPushButton *stopButton = box->addButton(tr("&Stop"), QMessageBox::AcceptRole);
    QPushButton *keepButton = box->addButton(tr("&Keep running"), QMessageBox::RejectRole);
    stopButton->setObjectName(u"confirmStop"_s);
    box->setDefaultButton(keepButton);
    box->setEscapeButton(keepButton);
    connect(box, &QMessageBox::buttonClicked, this,
        [this, stopButton, id = m_id](const QAbstractButton *clicked) {
            if (clicked == stopButton)
                m_tasks.start(stop(id));
        });
    box->open();
}

// Shown at once, and until the log confirms it.
QCoro::Task<> InterventionDesk::stop(ExecutionId id)
{
    const QPointer<InterventionDesk> self(this);
    if (id == m_id)
        setStopPending(true);
    const std::stop_token token = m_tasks.token();
    const Result<void> stopped = co_await m_workspace->stopExecution(id, token);
    if (!self || stopped)
        co_return;
    if (id == m_id)
        setStopPending(false);
    emit problem(id, errorText(stopped.error()));
}

void InterventionDesk::askForApproval(bool approve)
{
    const StepRecord *step = stepFor(Intervention::Approve, scene());
    auto *dialog = new ApprovalDialog(*step, m_window);
    dialog->prefer(approve);
    connect(dialog, &ApprovalDialog::decided, this,
        [this, id = m_id](const AgentId &agent, bool approved, const QString &comment) {
            m_tasks.start(tell(
                id, m_workspace->decideApproval(id, agent, approved, comment, m_tasks.token())));
        });
    dialog->open();
}

void InterventionDesk::askForResult()
{
    auto *dialog = new GiveResultDialog(*stepFor(Intervention::GiveResult, scene()), m_window);
    connect(dialog, &GiveResultDialog::confirmed, this,
        [this, id = m_id](const StepId &step, const std::optional<QString> &value) {
            m_tasks.start(tell(id, controls()->skipStep(id, step, value, m_tasks.token())));
        });
    dialog->open();
}

void InterventionDesk::askForMessage()
{
    auto *dialog = new MessageDialog(*stepFor(Intervention::SendMessage, scene()), m_window);
    connect(dialog, &MessageDialog::confirmed, this,
        [this, id = m_id](const AgentId &agent, const QString &text) {
            m_tasks.start(tell(id, controls()->sendMessage(id, agent, text, m_tasks.token())));
        });
    dialog->open();
}

void InterventionDesk::askForContext()
{
    auto *dialog
        = new ContextKeyDialog(m_execution->sharedMemory, m_execution->contextObject, m_window);
    connect(
        dialog, &ContextKeyDialog::confirmed, this, [this, id = m_id](const ContextWrite &write) {
            const std::vector<ContextWrite> writes(1, write);
            m_tasks.start(tell(id, m_workspace->writeContext(id, writes, m_tasks.token())));
        });
    dialog->open();
}

void InterventionDesk::askForCap()
{
    auto *dialog = new CapDialog(*m_execution, m_window);
    connect(dialog, &CapDialog::confirmed, this, [this, id = m_id](const SpendingCap &cap) {
        m_tasks.start(tell(id, controls()->raiseCap(id, cap, m_tasks.token())));
    });
    dialog->open();
}

void InterventionDesk::askForBreakpoints()
{
    auto *dialog = new BreakpointsDialog(*m_execution, m_theme, m_window);
    connect(dialog, &BreakpointsDialog::confirmed, this,
        [this, id = m_id](const Breakpoints &breakpoints) {
            m_tasks.start(tell(id, controls()->setBreakpoints(id, breakpoints, m_tasks.token())));
        });
    dialog->open();
}

void InterventionDesk::askForFork()
{
    askToRerun(stepFor(Intervention::Fork, scene())->id);
}

void InterventionDesk::askToRerun(const StepId &step)
{
    const StepRecord *record = m_execution ? m_execution->step(step) : nullptr;
    if (!record)
        return;
    auto *dialog = new RerunDialog(*m_execution, *record, m_window);
    connect(dialog, &RerunDialog::confirmed, this,
        [this, id = m_id](const StepId &chosen, const std::optional<QString> &input) {
            m_tasks.start(
                startAnew(id, m_workspace->forkExecution(id, chosen, input, m_tasks.token())));
        });
    dialog->open();
}

// --- menus --------------------------------------------------------------------------------------

void InterventionDesk::fillMenu(QMenu *menu, const AgentId &agent)
{
    selectAgent(agent);
    for (const Intervention what :
        { Intervention::Approve, Intervention::Reject, Intervention::Retry,
            Intervention::GiveResult, Intervention::SendMessage, Intervention::Fork }) {
        if (m_bar && isShown(what, scene()))
            menu->addAction(m_bar->action(what));
    }
    menu->addSeparator();
    menu->setToolTipsVisible(true);
    const QString refusal = refusalText(Intervention::Breakpoints, scene());
    const std::pair<Breakpoint::Place, QString> places[]
        = { { Breakpoint::Place::Before, tr("Hold &before it starts") },
              { Breakpoint::Place::After, tr("Hold &after it") } };
    for (const auto &[place, text] : places) {
        QAction *action = menu->addAction(text);
        action->setObjectName(
            place == Breakpoint::Place::Before ? u"holdBefore"_s : u"holdAfter"_s);
        action->setCheckable(true);
        action->setChecked(m_execution && isSet(m_execution->breakpoints, agent, place));
        action->setEnabled(refusal.isEmpty());
        action->setToolTip(refusal);
        connect(action, &QAction::triggered, this, [this, agent, at = place, id = m_id] {
            if (!m_execution || id != m_id)
                return;
            const Breakpoints changed = toggled(m_execution->breakpoints, agent, at);
            m_tasks.start(tell(id, controls()->setBreakpoints(id, changed, m_tasks.token())));
        });
    }
    if (m_bar)
        menu->addAction(m_bar->action(Intervention::Breakpoints));
}

} // namespace renum::ui
