// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/step_inspector.h"

#include "ui/graph/graph_text.h"
#include "ui/graph/wall_clock.h"
#include "ui/monitor/attempts_view.h"
#include "ui/monitor/markdown_view.h"
#include "ui/monitor/result_view.h"
#include "ui/monitor/state_pill.h"
#include "ui/monitor/step_history.h"
#include "ui/monitor/step_name.h"
#include "ui/monitor/tools_view.h"
#include "ui/text/error_text.h"
#include "ui/theme/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

/// Faster than this nobody reads.
constexpr int PaceMs = 50;

QString stateText(const StepRecord &step)
{
    const QString word = Theme::look(step).word;
    //: state of a step, number of its attempt
    return step.attempts > 1 ? StepInspector::tr("%1, attempt %2").arg(word).arg(step.attempts)
                             : word;
}

/// Why there is nothing to read, or what went wrong.
QString problemText(const StepRecord &step)
{
    if (step.status == StepStatus::Skipped && step.skipReason)
        return skipText(*step.skipReason);
    return step.error ? errorText(*step.error) : QString();
}

AgentNames namesOf(const Execution &execution)
{
    AgentNames names;
    for (const StepRecord &step : execution.steps)
        names.insert(step.agentId, step.name);
    return names;
}

} // namespace

StepInspector::StepInspector(Theme *theme, QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_state(new StatePill(theme, this))
    , m_follow(new QPushButton(tr("&Follow the active agent"), this))
    , m_rerun(new QPushButton(tr("Run again from &here…"), this))
    , m_tabs(new QTabWidget(this))
    , m_problem(new QLabel(this))
{
    build();
    buildTabs(theme);
    m_pace.setSingleShot(true);
    m_pace.setInterval(PaceMs);
    connect(&m_pace, &QTimer::timeout, this, &StepInspector::takeOver);
    connect(m_follow, &QPushButton::clicked, this, &StepInspector::followRequested);
    connect(m_rerun, &QPushButton::clicked, this,
        [this] { emit rerunRequested(m_execution->plan->findAgent(m_agent)->id); });
    connect(m_tabs, &QTabWidget::currentChanged, this, &StepInspector::takeOver);
    clear();
}

void StepInspector::build()
{
    setLook(this, Look::Panel);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(Theme::Space4, Theme::Space3, Theme::Space4, 0);
    row->addWidget(m_title);
    row->addStretch(1);
    row->addWidget(m_follow);
    row->addWidget(m_rerun);
    row->addWidget(m_state);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Theme::Space1);
    column->addLayout(row);
    column->addWidget(m_problem);
    column->addWidget(m_tabs, 1);

    m_title->setTextFormat(Qt::PlainText);
    setTextLook(m_title, TextStyle::Title);
    m_follow->setToolTip(tr("Show whichever agent is working"));
    setLook(m_follow, Look::LinkButton);
    m_follow->setObjectName(u"followAgent"_s);
    m_rerun->setObjectName(u"rerunStep"_s);
    m_rerun->setToolTip(tr("A new execution that keeps the other results"));
    setLook(m_rerun, Look::LinkButton);
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->setContentsMargins(Theme::Space4, 0, Theme::Space4, 0);
    m_problem->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setTextLook(m_problem, TextStyle::Body, ColorToken::Err);
}

void StepInspector::buildTabs(Theme *theme)
{
    m_output = new MarkdownView(theme, m_tabs);
    m_input = new MarkdownView(theme, m_tabs);
    m_tools = new ToolsView(m_tabs);
    m_attempts = new AttemptsView(m_tabs);
    m_result = new ResultView(theme, m_tabs);
    m_output->setAccessibleName(tr("What the agent wrote"));
    m_input->setAccessibleName(tr("What the agent was asked, exactly as sent"));
    m_tabs->addTab(m_output, tr("Output"));
    m_tabs->addTab(m_input, tr("Input"));
    m_tabs->addTab(m_tools, tr("Tools"));
    m_tabs->addTab(m_attempts, tr("Attempts"));
    m_tabs->addTab(m_result, tr("Result"));
    m_tabs->setTabToolTip(OutputTab, tr("What the agent writes"));
    m_tabs->setTabToolTip(InputTab, tr("The exact text that was sent to the agent"));
    m_tabs->setTabToolTip(ToolsTab, tr("Tools the agent used, with their answers"));
    m_tabs->setTabToolTip(AttemptsTab, tr("Every attempt and its run at the service"));
    m_tabs->setTabToolTip(ResultTab, tr("What the whole team produced"));
    m_tabs->setDocumentMode(true);
}

void StepInspector::clear()
{
    m_pace.stop();
    m_execution = nullptr;
    m_histories = nullptr;
    m_agent = {};
    m_title->setText(tr("No agent is selected"));
    m_state->hide();
    m_follow->hide();
    m_rerun->hide();
    m_problem->hide();
    m_output->setSource({}, MarkdownView::Mode::Complete);
    m_input->setSource({}, MarkdownView::Mode::Raw);
    m_tools->setHistory({});
    m_attempts->setHistory({}, {});
    m_result->clear();
    m_tabs->setTabVisible(ResultTab, false);
    m_tabs->setCurrentIndex(OutputTab);
}

void StepInspector::setSource(const Execution *execution, const StepHistories *histories)
{
    const bool other = execution != m_execution;
    m_execution = execution;
    m_histories = histories;
    if (other)
        takeOver();
    else
        refresh();
}

void StepInspector::refresh()
{
    if (!m_pace.isActive())
        m_pace.start();
}

void StepInspector::showAgent(const AgentId &agent)
{
    if (agent == m_agent)
        return;
    m_agent = agent;
    takeOver();
}

void StepInspector::setFollowing(bool following, bool running)
{
    m_follow->setVisible(!following && running);
}

void StepInspector::showTab(Tab tab)
{
    m_tabs->setCurrentIndex(tab);
}

StepInspector::Tab StepInspector::currentTab() const
{
    return static_cast<Tab>(m_tabs->currentIndex());
}

const StepRecord *StepInspector::step() const
{
    if (!m_execution)
        return nullptr;
    // The latest iteration comes last.
    const StepRecord *found = nullptr;
    for (const StepRecord &each : m_execution->steps) {
        if (each.agentId == m_agent)
            found = &each;
    }
    return found;
}

void StepInspector::takeOver()
{
    if (const StepRecord *shown = step())
        updateStep(*shown);
    updateResult();
}

void StepInspector::updateStep(const StepRecord &step)
{
    m_title->setText(stepName(step));
    m_state->setState(Theme::look(step), stateText(step));
    m_state->show();
    updateRerun();
    const QString problem = problemText(step);
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    // What is not seen is not rendered; changing the tab comes back here.
    switch (currentTab()) {
    case OutputTab: {
        const bool growing = step.status == StepStatus::Running && !step.retryAt;
        m_output->setSource(step.output ? step.output->result : step.liveText,
            growing ? MarkdownView::Mode::Growing : MarkdownView::Mode::Complete);
        break;
    }
    case InputTab:
        m_input->setSource(step.prompt, MarkdownView::Mode::Raw);
        break;
    case ToolsTab:
        m_tools->setHistory(m_histories->of(m_agent));
        break;
    case AttemptsTab:
        m_attempts->setHistory(m_histories->of(m_agent), wallClock());
        break;
    case ResultTab:
        break;
    }
    updateTabTitles();
}

void StepInspector::updateRerun()
{
    const bool planned = m_execution->plan && m_execution->plan->findAgent(m_agent);
    m_rerun->setVisible(planned && isTerminal(m_execution->status));
}

void StepInspector::updateTabTitles()
{
    const StepHistory &history = m_histories->of(m_agent);
    const int tools = static_cast<int>(history.tools.size()) + history.droppedTools;
    const int attempts = static_cast<int>(history.attempts.size());
    m_tabs->setTabText(ToolsTab, tools > 0 ? tr("Tools %1").arg(tools) : tr("Tools"));
    m_tabs->setTabText(
        AttemptsTab, attempts > 1 ? tr("Attempts %1").arg(attempts) : tr("Attempts"));
}

void StepInspector::updateResult()
{
    if (!m_execution)
        return;
    const bool had = m_result->hasResult();
    m_result->setExecution(*m_execution, namesOf(*m_execution));
    const bool has = m_result->hasResult();
    if (has == had)
        return;
    m_tabs->setTabVisible(ResultTab, has);
    // What everything was done for.
    if (has)
        m_tabs->setCurrentIndex(ResultTab);
}

} // namespace renum::ui
