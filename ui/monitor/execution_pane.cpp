// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/execution_pane.h"

#include "ui/graph/wall_clock.h"
#include "ui/monitor/arrangement/part_docks.h"
#include "ui/monitor/compare/compare_picker.h"
#include "ui/monitor/compare/compare_view.h"
#include "ui/monitor/execution_header.h"
#include "ui/monitor/execution_view.h"
#include "ui/monitor/interventions/intervention_bar.h"
#include "ui/monitor/interventions/intervention_desk.h"
#include "ui/monitor/replay/execution_replay.h"
#include "ui/text/error_text.h"

#include <QAction>
#include <QEvent>
#include <QMenu>
#include <QPointer>
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
        , desk(new InterventionDesk(newWorkspace, newTheme, pane))
    {
    }

    Workspace *workspace;
    Theme *theme;
    QPointer<ExecutionHeader> header; ///< the window arranges it and may delete it first
    ExecutionView *view;
    InterventionDesk *desk;
};

ExecutionPane::ExecutionPane(Workspace *workspace, Theme *theme, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(workspace, theme, this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(d->desk->bar());
    column->addWidget(d->view, 1);
    d->header->setViewsMenu(d->view->docks()->viewsMenu());
    addActions(d->desk->bar()->commands());
    addActions(d->header->commands());
    connectParts();
}

void ExecutionPane::connectParts()
{
    const auto begins
        = [this](Intervention what) { return [this, what] { d->desk->begin(what); }; };
    connect(d->view, &ExecutionView::changed, this, &ExecutionPane::updateHeader);
    connect(d->view, &ExecutionView::interventionRequested, d->desk, &InterventionDesk::begin);
    connect(d->view, &ExecutionView::menuRequested, this, &ExecutionPane::showMenu);
    connect(d->view, &ExecutionView::agentShown, d->desk, &InterventionDesk::selectAgent);
    connect(d->view, &ExecutionView::rerunRequested, d->desk, &InterventionDesk::askToRerun);
    connect(d->view, &ExecutionView::retryRequested, d->desk, begins(Intervention::Retry));
    connect(d->view, &ExecutionView::executionRequested, this, &ExecutionPane::executionRequested);
    connect(d->desk, &InterventionDesk::started, this, &ExecutionPane::started);
    connect(d->desk, &InterventionDesk::problem, this,
        [this](const ExecutionId &about, const QString &sentence) {
            if (about == id())
                d->view->setProblem(sentence);
        });
    connect(d->desk, &InterventionDesk::pendingChanged, this, [this] {
        if (d->header)
            d->header->setPending(d->desk->isStopPending(), d->desk->isPausePending());
    });
    connect(d->header, &ExecutionHeader::pauseRequested, this, begins(Intervention::Pause));
    connect(d->header, &ExecutionHeader::continueRequested, this, begins(Intervention::GoOn));
    connect(d->header, &ExecutionHeader::stopRequested, this, begins(Intervention::Stop));
    connect(d->header, &ExecutionHeader::runAgainRequested, this, &ExecutionPane::runAgain);
    connect(d->header, &ExecutionHeader::compareRequested, this, &ExecutionPane::compare);
    connect(d->header, &ExecutionHeader::retryRequested, d->desk, begins(Intervention::Retry));
}

ExecutionPane::~ExecutionPane() = default;

void ExecutionPane::open(const ExecutionId &id)
{
    if (d->header)
        d->header->clear();
    d->desk->setExecution(nullptr, false);
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

QList<QAction *> ExecutionPane::commands() const
{
    return actions() + d->view->commands();
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
    const bool interrupted = d->view->replay()->isInterrupted();
    d->desk->setExecution(shown.id.isEmpty() ? nullptr : &shown, interrupted);
    if (d->header && !shown.id.isEmpty())
        d->header->setExecution(shown, interrupted, wallClock());
    emit changed();
}

void ExecutionPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        updateHeader();
    QWidget::changeEvent(event);
}

void ExecutionPane::showMenu(const AgentId &agent, const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    d->desk->fillMenu(menu, agent);
    menu->popup(position);
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

void ExecutionPane::runAgain()
{
    const Execution &execution = this->execution();
    emit runAgainRequested(execution.teamId, execution.initialPrompt);
}

} // namespace renum::ui
