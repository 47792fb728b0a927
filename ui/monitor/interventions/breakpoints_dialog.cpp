// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/interventions/breakpoints_dialog.h"

#include "core/workflow/editing/member_choices.h"
#include "ui/builder/inspector/conditions/condition_editor.h"
#include "ui/monitor/step_name.h"
#include "ui/theme/look.h"
#include "ui/theme/wrapped_label.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

std::vector<AgentId> agentsOf(const ExecutionPlan &plan)
{
    std::vector<AgentId> agents;
    for (const PlanStep &step : plan.steps)
        agents.push_back(step.agentId);
    return agents;
}

bool isAt(const Breakpoint &breakpoint, const AgentId &agent, Breakpoint::Place place)
{
    return breakpoint.agent == agent && breakpoint.place == place;
}

} // namespace

bool isSet(const Breakpoints &breakpoints, const AgentId &agent, Breakpoint::Place place)
{
    return std::ranges::any_of(breakpoints, [&](const Breakpoint &breakpoint) {
        return breakpoint.enabled && isAt(breakpoint, agent, place);
    });
}

Breakpoints toggled(Breakpoints breakpoints, const AgentId &agent, Breakpoint::Place place)
{
    const bool wasSet = isSet(breakpoints, agent, place);
    if (wasSet) {
        std::erase_if(breakpoints,
            [&](const Breakpoint &breakpoint) { return isAt(breakpoint, agent, place); });
        return breakpoints;
    }
    const auto off = std::ranges::find_if(
        breakpoints, [&](const Breakpoint &breakpoint) { return isAt(breakpoint, agent, place); });
    if (off != breakpoints.end())
        off->enabled = true;
    else
        breakpoints.push_back({ agent, place, true, {} });
    return breakpoints;
}

BreakpointsDialog::BreakpointsDialog(const Execution &execution, Theme *theme, QWidget *parent)
    : QDialog(parent)
    , m_execution(execution)
    , m_sample(sampleOf(execution))
    , m_breakpoints(execution.breakpoints)
    , m_list(new QListWidget(this))
    , m_place(new QComboBox(this))
    , m_agent(new QComboBox(this))
    , m_remove(new QPushButton(tr("&Delete"), this))
    , m_condition(new ConditionEditor(theme, this))
{
    setWindowTitle(tr("Breakpoints"));
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    connect(m_list, &QListWidget::currentRowChanged, this, &BreakpointsDialog::showCondition);
    connect(m_list, &QListWidget::itemChanged, this, [this](const QListWidgetItem *item) {
        const auto row = std::size_t(m_list->row(item));
        if (row < m_breakpoints.size())
            m_breakpoints[row].enabled = item->checkState() == Qt::Checked;
    });
    connect(m_condition, &ConditionEditor::edited, this,
        [this](const std::vector<Condition> &conditions) { setConditions(conditions); });
    connect(m_remove, &QPushButton::clicked, this, &BreakpointsDialog::removeCurrent);
    showList(0);
}

void BreakpointsDialog::build()
{
    m_list->setObjectName(u"breakpointList"_s);
    m_list->setAccessibleName(tr("Breakpoints"));
    m_list->setToolTip(tr("Space switches one on or off, Delete takes it away"));
    m_place->setObjectName(u"breakpointPlace"_s);
    m_place->addItem(tr("Before"));
    m_place->addItem(tr("After"));
    m_place->setAccessibleName(tr("Before or after the step"));
    m_agent->setObjectName(u"breakpointAgent"_s);
    m_agent->setAccessibleName(tr("Whose step"));
    for (const StepRecord &step : m_execution.steps)
        m_agent->addItem(stepName(step), step.agentId.toString());
    auto *addButton = new QPushButton(tr("&Add"), this);
    addButton->setObjectName(u"addBreakpoint"_s);
    addButton->setAutoDefault(false);
    addButton->setToolTip(tr("Hold there too"));
    connect(addButton, &QPushButton::clicked, this, [this] {
        add(AgentId(m_agent->currentData().toString()),
            m_place->currentIndex() == 0 ? Breakpoint::Place::Before : Breakpoint::Place::After);
    });
    m_remove->setObjectName(u"removeBreakpoint"_s);
    m_remove->setAutoDefault(false);
    m_remove->setToolTip(tr("Take this one away (Delete)"));
    m_condition->setObjectName(u"breakpointCondition"_s);
    m_condition->setName(tr("Condition of the breakpoint"));
    m_condition->retranslate();

    auto *buttons = new QDialogButtonBox(this);
    QPushButton *set = buttons->addButton(tr("&Set breakpoints"), QDialogButtonBox::AcceptRole);
    set->setObjectName(u"setBreakpoints"_s);
    set->setToolTip(tr("They count from now on, also after an interruption"));
    setLook(set, Look::PrimaryButton);
    QPushButton *cancel = buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    cancel->setToolTip(tr("Close this and change nothing (Esc)"));
    connect(set, &QPushButton::clicked, this, [this] {
        emit confirmed(m_breakpoints);
        accept();
    });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);

    auto *row = new QHBoxLayout;
    row->addWidget(m_place);
    row->addWidget(m_agent, 1);
    row->addWidget(addButton);
    row->addWidget(m_remove);
    auto *only = new QLabel(tr("&Only if"), this);
    only->setBuddy(m_condition);
    setTextLook(only, TextStyle::Label, ColorToken::TextDim);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidget(m_condition);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(Theme::Space2);
    column->addWidget(new WrappedLabel(
        tr("The execution holds at these places until you go on; agents at work finish."), this));
    column->addWidget(m_list, 1);
    column->addLayout(row);
    column->addWidget(only);
    column->addWidget(scroll, 1);
    column->addWidget(buttons);
    resize(Theme::Space4 * 40, Theme::Space4 * 36);
}

QString BreakpointsDialog::nameOf(const AgentId &agent) const
{
    const auto step = std::ranges::find(m_execution.steps, agent, &StepRecord::agentId);
    return step == m_execution.steps.end() ? agent.toString() : stepName(*step);
}

QString BreakpointsDialog::textOf(const Breakpoint &breakpoint) const
{
    const QString name = nameOf(breakpoint.agent);
    const bool after = breakpoint.place == Breakpoint::Place::After;
    if (breakpoint.condition)
        return (after ? tr("After %1, only if…") : tr("Before %1, only if…")).arg(name);
    return (after ? tr("After %1") : tr("Before %1")).arg(name);
}

void BreakpointsDialog::showList(int row)
{
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const Breakpoint &breakpoint : m_breakpoints) {
            auto *item = new QListWidgetItem(textOf(breakpoint), m_list);
            item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
            item->setCheckState(breakpoint.enabled ? Qt::Checked : Qt::Unchecked);
        }
        m_list->setCurrentRow(std::min(row, m_list->count() - 1));
    }
    showCondition();
}

Breakpoint *BreakpointsDialog::current()
{
    const int row = m_list->currentRow();
    return row < 0 ? nullptr : &m_breakpoints[std::size_t(row)];
}

void BreakpointsDialog::showCondition()
{
    const Breakpoint *breakpoint = current();
    m_remove->setEnabled(breakpoint);
    m_condition->setEnabled(breakpoint && m_execution.plan);
    if (!m_execution.plan)
        return;
    ConditionEditor::Content content;
    if (breakpoint && breakpoint->condition) {
        const Condition &condition = *breakpoint->condition;
        content.conditions = condition.kind == Condition::Kind::All
            ? condition.children
            : std::vector<Condition> { condition };
    }
    const WorkflowDefinition &workflow = m_execution.plan->definition;
    content.fields
        = conditionFields(workflow, agentsOf(*m_execution.plan), &m_sample.context.contextObject());
    content.workflow = &workflow;
    content.sample = &m_sample;
    m_condition->show(content);
}

void BreakpointsDialog::setConditions(const std::vector<Condition> &conditions)
{
    Breakpoint *breakpoint = current();
    if (!breakpoint)
        return;
    breakpoint->condition.reset();
    if (conditions.size() == 1) {
        breakpoint->condition = conditions.front();
    } else if (!conditions.empty()) {
        Condition all;
        all.kind = Condition::Kind::All;
        all.children = conditions;
        breakpoint->condition = std::move(all);
    }
    const QSignalBlocker quiet(m_list);
    m_list->currentItem()->setText(textOf(*breakpoint));
    showCondition();
}

void BreakpointsDialog::add(const AgentId &agent, Breakpoint::Place place)
{
    if (agent.isEmpty())
        return;
    m_breakpoints.push_back({ agent, place, true, {} });
    showList(int(m_breakpoints.size()) - 1);
}

void BreakpointsDialog::removeCurrent()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    m_breakpoints.erase(m_breakpoints.begin() + row);
    showList(row);
}

void BreakpointsDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete && m_list->hasFocus())
        removeCurrent();
    else
        QDialog::keyPressEvent(event);
}

} // namespace renum::ui
