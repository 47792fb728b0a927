// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/execution_view.h"

#include "ui/graph/wall_clock.h"
#include "ui/monitor/arrangement/part_docks.h"
#include "ui/monitor/context/context_actions.h"
#include "ui/monitor/context/context_panel.h"
#include "ui/monitor/graph/run_graph_view.h"
#include "ui/monitor/interventions/wait_banner.h"
#include "ui/monitor/log/error_panel.h"
#include "ui/monitor/log/log_view.h"
#include "ui/monitor/messages/messages_panel.h"
#include "ui/monitor/replay/execution_replay.h"
#include "ui/monitor/replay/scrub_bar.h"
#include "ui/monitor/step/step_inspector.h"
#include "ui/monitor/timeline/timeline_panel.h"
#include "ui/text/error_text.h"
#include "ui/theme/look.h"

#include <QAction>
#include <QVBoxLayout>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

AgentId activeAgent(const Execution &execution)
{
    const auto running
        = std::ranges::find(execution.steps, StepStatus::Running, &StepRecord::status);
    if (running != execution.steps.end())
        return running->agentId;
    const StepRecord *last = nullptr;
    for (const StepRecord &step : execution.steps) {
        const bool ran = step.startedAt && step.completedAt;
        if (ran && (!last || *step.completedAt >= *last->completedAt))
            last = &step;
    }
    if (last)
        return last->agentId;
    return execution.steps.empty() ? AgentId() : execution.steps.front().agentId;
}

ExecutionView::ExecutionView(Workspace *workspace, Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_replay(new ExecutionReplay(workspace, this))
    , m_banner(new WaitBanner(this))
    , m_docks(new PartDocks(theme, this))
    , m_scrubBar(new ScrubBar(m_replay, theme, this))
    , m_graph(new RunGraphView(theme))
    , m_timeline(new TimelinePanel(theme))
    , m_messages(new MessagesPanel(theme))
    , m_context(new ContextPanel(theme))
    , m_contextActions(new ContextActions(workspace, this))
    , m_logView(new LogView(workspace, theme))
    , m_errors(new ErrorPanel(workspace, theme))
    , m_inspector(new StepInspector(theme))
{
    build();
    addParts();
    m_docks->arrange();
    connect(m_replay, &ExecutionReplay::advanced, this, &ExecutionView::onAdvanced);
    connect(m_replay, &ExecutionReplay::jumped, this, &ExecutionView::onJumped);
    connect(m_replay, &ExecutionReplay::interruptedChanged, this, &ExecutionView::onJumped);
    connect(m_replay, &ExecutionReplay::folded, this,
        [this](std::span<const ExecutionEvent> events) { m_errors->advance(events); });
    connect(m_replay, &ExecutionReplay::failed, this, [this](const Error &error) {
        setProblem(errorText(error));
        m_scrubBar->refresh();
    });
    connect(m_docks, &PartDocks::momentNeeded, this, &ExecutionView::showMoment);
    connect(m_banner, &WaitBanner::chosen, this, &ExecutionView::interventionRequested);
}

void ExecutionView::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(m_docks, 1);
    column->addWidget(m_scrubBar);
    addActions(m_scrubBar->commands());
}

/// Each view says once where it is, how it shows a moment and how it selects.
void ExecutionView::addParts()
{
    using Place = MonitorPart::Place;
    m_docks->add({ u"graph"_s, [] { return tr("Graph"); }, m_graph, Place::Top,
        [this](const MonitorMoment &m) { m_graph->setMoment(m); },
        [this](const AgentId &agent) { m_graph->showAgent(agent); },
        [this] { m_graph->clear(); } });
    connect(m_graph, &RunGraphView::agentChosen, this, &ExecutionView::selectAgent);
    connect(m_graph, &RunGraphView::agentOpened, this, &ExecutionView::activateAgent);
    connect(m_graph, &RunGraphView::executionRequested, this, &ExecutionView::executionRequested);
    connect(m_graph, &RunGraphView::menuRequested, this, &ExecutionView::menuRequested);

    m_docks->add({ u"timeline"_s, [] { return tr("Timeline"); }, m_timeline, Place::Middle,
        [this](const MonitorMoment &m) {
            m_timeline->showLanes(&m.state.fold<TimelineLanes>(), m.running);
        },
        [this](const AgentId &agent) { m_timeline->selectAgent(agent); },
        [this] { m_timeline->clear(); } });
    connect(m_timeline, &TimelinePanel::agentChosen, this, &ExecutionView::selectAgent);
    connect(m_timeline, &TimelinePanel::momentChosen, m_replay, &ExecutionReplay::showInstant);

    m_docks->add({ u"log"_s, [] { return tr("Log"); }, m_logView, Place::Bottom,
        [this](const MonitorMoment &m) { showLog(m); }, {}, [this] { m_logView->open({}); } });
    connect(m_logView, &LogView::agentChosen, this, &ExecutionView::selectAgent);
    connect(m_logView, &LogView::stepChosen, this,
        [this](const StepId &, const AgentId &agent) { activateAgent(agent); });

    m_docks->add({ u"failures"_s, [] { return tr("Failures"); }, m_errors, Place::Bottom,
        [this](const MonitorMoment &) { m_errors->setEnded(isTerminal(execution().status)); } });
    connect(m_errors, &ErrorPanel::agentChosen, this, &ExecutionView::selectAgent);
    connect(m_errors, &ErrorPanel::rerunRequested, this, &ExecutionView::rerunRequested);
    connect(m_errors, &ErrorPanel::retryRequested, this, &ExecutionView::retryRequested);

    m_docks->add({ u"step"_s, [] { return tr("Step"); }, m_inspector, Place::Side,
        [this](const MonitorMoment &m) {
            m_inspector->setSource(&m.state, m.now);
            m_inspector->setFollowing(m_following, m.running);
        },
        [this](const AgentId &agent) { m_inspector->showAgent(agent); },
        [this] { m_inspector->clear(); } });
    connect(m_inspector, &StepInspector::rerunRequested, this, &ExecutionView::rerunRequested);
    connect(m_inspector, &StepInspector::followRequested, this, &ExecutionView::follow);
    addTeamParts();
}

/// What the agents share and tell each other.
void ExecutionView::addTeamParts()
{
    using Place = MonitorPart::Place;
    m_docks->add({ u"messages"_s, [] { return tr("Messages"); }, m_messages, Place::BottomRight,
        [this](const MonitorMoment &m) { m_messages->setSource(&m.state.fold<MessageFlow>()); },
        [this](const AgentId &agent) { m_messages->selectAgent(agent); },
        [this] { m_messages->clear(); } });
    connect(m_messages, &MessagesPanel::agentChosen, this, &ExecutionView::selectAgent);
    connect(m_messages, &MessagesPanel::momentChosen, m_replay, &ExecutionReplay::showInstant);

    m_docks->add({ u"context"_s, [] { return tr("Context"); }, m_context, Place::BottomRight,
        [this](const MonitorMoment &m) {
            m_context->setSource(&m.state.fold<ContextFold>());
            m_context->setAccess(
                m.live ? contextAccess(m.execution(), m.interrupted) : ContextAccess::Read);
        },
        [this](const AgentId &agent) { m_context->selectAgent(agent); },
        [this] { m_context->clear(); } });
    connect(m_context, &ContextPanel::agentChosen, this, &ExecutionView::selectAgent);
    connect(m_context, &ContextPanel::momentChosen, m_replay, &ExecutionReplay::showInstant);
    connect(m_context, &ContextPanel::writeRequested, this,
        [this](const ContextWrite &write) { m_contextActions->write(execution().id, write); });
    connect(m_context, &ContextPanel::restoreRequested, this,
        [this](int version) { m_contextActions->restore(execution().id, version); });
    connect(m_contextActions, &ContextActions::failed, this,
        [this](const Error &error) { setProblem(errorText(error)); });
}

/// A line of the log is chosen by its event: as far as the shown instant goes.
void ExecutionView::showLog(const MonitorMoment &moment)
{
    m_logView->setExecution(execution());
    m_logView->grew(execution().lastSeq);
    m_logView->showUntil(moment.live ? std::nullopt : std::optional<qint64>(moment.state.seq()));
}

const Execution &ExecutionView::execution() const
{
    return m_replay->newest().execution();
}

QList<QAction *> ExecutionView::commands() const
{
    return actions();
}

void ExecutionView::open(const ExecutionId &id)
{
    m_following = true;
    m_problem.clear();
    m_docks->clear();
    m_docks->select({});
    m_logView->open(id);
    m_errors->open(id);
    m_replay->open(id);
    showMoment();
    m_scrubBar->reset();
    emit changed();
}

MonitorMoment ExecutionView::moment() const
{
    const MonitorState &state = m_replay->state();
    const bool live = m_replay->isLive();
    const bool interrupted = live && m_replay->isInterrupted();
    const bool running
        = live && !interrupted && state.execution().status == ExecutionStatus::Running;
    return { state, m_replay->now(wallClock()), live, running, interrupted };
}

void ExecutionView::onAdvanced()
{
    m_problem.clear();
    if (m_replay->isLive())
        showMoment();
    m_scrubBar->refresh();
    emit changed();
}

void ExecutionView::onJumped()
{
    m_problem.clear();
    showMoment();
    m_scrubBar->refresh();
    emit changed();
}

void ExecutionView::showMoment()
{
    m_docks->show(moment());
    followActive();
    updateBanner();
}

void ExecutionView::tick()
{
    if (moment().running)
        showMoment();
}

// --- what it waits for -------------------------------------------------------------------------

void ExecutionView::setProblem(const QString &sentence)
{
    m_problem = sentence;
    updateBanner();
}

void ExecutionView::updateBanner()
{
    const MonitorMoment shown = moment();
    const bool canAct = shown.live && !shown.execution().id.isEmpty();
    m_banner->setActions(canAct
            ? InterventionScene { &shown.execution(), shown.interrupted, false, {} }
            : InterventionScene {});
    if (!m_problem.isEmpty())
        m_banner->setLine({ m_problem, Look::ErrBanner });
    else if (!shown.execution().id.isEmpty())
        m_banner->setLine(waitLine(shown.execution(), shown.interrupted, shown.now));
    else
        m_banner->setLine({ tr("Reading the execution…"), Look::AccentBanner });
}

// --- the selection -----------------------------------------------------------------------------

void ExecutionView::followActive()
{
    if (!m_following)
        return;
    const AgentId active = activeAgent(m_replay->state().execution());
    m_docks->select(active);
    emit agentShown(active);
}

void ExecutionView::follow()
{
    m_following = true;
    showMoment();
}

void ExecutionView::selectAgent(const AgentId &agent)
{
    m_following = false;
    m_docks->select(agent);
    emit agentShown(agent);
    if (m_inspector->currentTab() == StepInspector::ResultTab)
        m_inspector->showTab(StepInspector::OutputTab);
    m_inspector->setFollowing(false, moment().running);
}

void ExecutionView::activateAgent(const AgentId &agent)
{
    selectAgent(agent);
    m_inspector->showTab(StepInspector::OutputTab);
    m_docks->bringForward(u"step"_s);
}

} // namespace renum::ui
