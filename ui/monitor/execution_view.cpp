// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/execution_view.h"

#include "ui/graph/team_graph_view.h"
#include "ui/graph/wall_clock.h"
#include "ui/monitor/asking_step.h"
#include "ui/monitor/log/error_panel.h"
#include "ui/monitor/log/log_view.h"
#include "ui/monitor/step_inspector.h"
#include "ui/monitor/timeline_view.h"
#include "ui/monitor/wait_banner.h"
#include "ui/theme/look.h"

#include <QLabel>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

/// Splitters take sizes as proportions; much larger than any size hint, so that hints do not count.
constexpr int Share = 1000;

/// A titled panel around a view.
QWidget *panel(const QString &title, QWidget *content)
{
    auto *frame = new QWidget;
    setLook(frame, Look::Panel);
    auto *label = new QLabel(title, frame);
    label->setContentsMargins(Theme::Space4, Theme::Space2, Theme::Space4, 0);
    setTextLook(label, TextStyle::Small, ColorToken::TextDim);
    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::Space1);
    column->addWidget(label);
    column->addWidget(content, 1);
    return frame;
}

} // namespace

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
    , m_banner(new WaitBanner(this))
    , m_graph(new TeamGraphView(theme))
    , m_timeline(new TimelineView(theme))
    , m_logView(new LogView(workspace, theme))
    , m_errors(new ErrorPanel(workspace, theme))
    , m_inspector(new StepInspector(theme))
{
    build();
    m_timeline->setLanes(&m_lanes);
    connect(m_banner, &WaitBanner::actionTriggered, this, &ExecutionView::onAction);
    connect(m_graph, &TeamGraphView::agentSelected, this, &ExecutionView::selectAgent);
    connect(m_timeline, &TimelineView::agentChosen, this, &ExecutionView::selectAgent);
    connect(m_logView, &LogView::agentChosen, this, &ExecutionView::selectAgent);
    connect(m_inspector, &StepInspector::rerunRequested, this, &ExecutionView::rerunRequested);
    connect(m_inspector, &StepInspector::followRequested, this, &ExecutionView::follow);
    connect(m_graph, &TeamGraphView::agentActivated, this, [this](const AgentId &agent) {
        selectAgent(agent);
        m_inspector->showTab(StepInspector::OutputTab);
        m_inspector->setFocus(Qt::OtherFocusReason);
    });
}

void ExecutionView::build()
{
    auto *split = new QSplitter(Qt::Horizontal, this);
    split->setObjectName(u"executionSplitter"_s);
    split->addWidget(buildCentre());
    split->addWidget(m_inspector);
    split->setChildrenCollapsible(false);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 2);
    split->setSizes({ 3 * Share, 2 * Share });
    split->setHandleWidth(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_banner);
    column->addWidget(split, 1);
}

QWidget *ExecutionView::buildCentre()
{
    auto *split = new QSplitter(Qt::Vertical);
    split->addWidget(m_graph);
    split->addWidget(panel(tr("Timeline"), m_timeline));
    split->addWidget(buildRecords());
    split->setStretchFactor(0, 2);
    split->setStretchFactor(1, 1);
    split->setStretchFactor(2, 2);
    split->setSizes({ 2 * Share, Share, 2 * Share });
    split->setHandleWidth(1);
    return split;
}

QWidget *ExecutionView::buildRecords()
{
    m_records = new QTabWidget;
    m_records->setDocumentMode(true);
    m_records->addTab(m_logView, tr("Log"));
    m_records->addTab(m_errors, tr("Failures"));
    connect(m_errors, &ErrorPanel::openCountChanged, this, [this](int count) {
        m_records->setTabText(1, count > 0 ? tr("Failures %1").arg(count) : tr("Failures"));
    });
    connect(m_errors, &ErrorPanel::agentChosen, this, &ExecutionView::selectAgent);
    connect(m_errors, &ErrorPanel::rerunRequested, this, &ExecutionView::rerunRequested);
    connect(m_errors, &ErrorPanel::retryRequested, this, &ExecutionView::retryRequested);
    return m_records;
}

void ExecutionView::open(const ExecutionId &id, const Execution *execution)
{
    m_execution = execution;
    m_histories.clear();
    m_lanes.clear();
    m_logView->open(id);
    m_errors->open(id);
    m_following = true;
    m_interrupted = false;
    m_problem.clear();
    m_timeline->refresh(false);
    m_timeline->selectAgent({});
    m_inspector->clear();
    m_inspector->setSource(execution, &m_histories);
    m_banner->setAction({}, {});
    updateBanner();
}

void ExecutionView::advance(const ExecutionEvents &events)
{
    for (const ExecutionEvent &event : events) {
        m_histories.apply(event);
        m_lanes.apply(event);
    }
    m_logView->setExecution(*m_execution);
    m_logView->grew(m_execution->lastSeq);
    m_errors->setEnded(isTerminal(m_execution->status));
    m_errors->advance(events);
    m_problem.clear();
    updateViews();
}

void ExecutionView::setInterrupted(bool interrupted)
{
    m_interrupted = interrupted;
    updateViews();
}

void ExecutionView::setProblem(const QString &sentence)
{
    m_problem = sentence;
    updateBanner();
}

bool ExecutionView::isRunning() const
{
    return m_execution && m_execution->status == ExecutionStatus::Running && !m_interrupted;
}

void ExecutionView::updateViews()
{
    m_graph->setExecution(*m_execution);
    m_timeline->refresh(isRunning());
    followActive();
    m_inspector->setFollowing(m_following, isRunning());
    m_inspector->refresh();
    updateBanner();
}

// The one thing that a person can do about what the execution waits for.
void ExecutionView::updateAction()
{
    if (!m_execution || isTerminal(m_execution->status)) {
        m_banner->setAction({}, {});
    } else if (m_interrupted) {
        m_banner->setAction(tr("Con&tinue"),
            tr("Go on where it stopped; what was finished is kept, agents still at work are "
               "followed"));
    } else if (const StepRecord *step = stepThatAsks(*m_execution)) {
        m_banner->setAction(tr("&Decide…"), tr("Approve or reject %1").arg(step->name));
    } else if (m_execution->paused) {
        m_banner->setAction(tr("Con&tinue"), tr("Let the next agents begin again"));
    } else {
        m_banner->setAction({}, {});
    }
}

void ExecutionView::onAction()
{
    if (!m_interrupted && stepThatAsks(*m_execution))
        emit approvalRequested();
    else
        emit continueRequested();
}

void ExecutionView::updateBanner()
{
    updateAction();
    if (!m_problem.isEmpty())
        m_banner->setLine({ m_problem, Look::ErrBanner });
    else if (m_execution && !m_execution->id.isEmpty())
        m_banner->setLine(waitLine(*m_execution, m_interrupted, wallClock()));
    else
        m_banner->setLine({ tr("Reading the execution…"), Look::AccentBanner });
}

void ExecutionView::tick()
{
    if (!isRunning())
        return;
    m_graph->setExecution(*m_execution);
    m_timeline->refresh(true);
    m_inspector->refresh();
    updateBanner();
}

void ExecutionView::followActive()
{
    if (!m_following)
        return;
    const AgentId active = activeAgent(*m_execution);
    m_graph->selectAgent(active);
    m_timeline->selectAgent(active);
    m_inspector->showAgent(active);
}

void ExecutionView::follow()
{
    m_following = true;
    updateViews();
}

void ExecutionView::selectAgent(const AgentId &agent)
{
    m_following = false;
    m_graph->selectAgent(agent);
    m_timeline->selectAgent(agent);
    m_inspector->showAgent(agent);
    if (m_inspector->currentTab() == StepInspector::ResultTab)
        m_inspector->showTab(StepInspector::OutputTab);
    m_inspector->setFollowing(false, isRunning());
}

} // namespace renum::ui
