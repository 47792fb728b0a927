// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/graph/run_graph_view.h"

#include "ui/graph/graph_scene.h"
#include "ui/graph/wires_item.h"
#include "ui/monitor/graph/heat_legend.h"
#include "ui/theme/look.h"

#include <QContextMenuEvent>
#include <QEvent>
#include <QPainter>
#include <QStyle>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int MotionMs = 60;
constexpr double WireWidth = 2;
/// In units of the pen's width.
constexpr double Dash = 4;
constexpr double Gap = 3;
constexpr double Pace = 1; ///< of the dashes, a step
/// Around a wire, for its width.
constexpr int Margin = Theme::Space1;

} // namespace

RunGraphView::RunGraphView(Theme *theme, QWidget *parent)
    : TeamGraphView(theme, parent)
    , m_switch(new QToolButton(this))
    , m_costs(new QToolButton(this))
    , m_legend(new HeatLegend(theme, this))
{
    makeSwitches();
    retranslate();
    m_motion.setInterval(MotionMs);
    connect(&m_motion, &QTimer::timeout, this, &RunGraphView::step);
    connect(this, &TeamGraphView::agentSelected, this,
        [this](const AgentId &node) { emit agentChosen(agentOf(node)); });
    connect(this, &TeamGraphView::agentActivated, this, &RunGraphView::open);
}

void RunGraphView::makeSwitches()
{
    m_switch->setObjectName(u"unrollLoops"_s);
    m_switch->setCheckable(true);
    m_switch->hide();
    connect(m_switch, &QToolButton::toggled, this, [this] {
        retranslate();
        rebuild();
    });
    m_costs->setObjectName(u"showCosts"_s);
    m_costs->setCheckable(true);
    m_costs->setIcon(theme().icon(u"costs"_s, ColorToken::TextDim, ColorToken::AccentStrong));
    m_costs->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_costs->hide();
    m_legend->setObjectName(u"costLegend"_s);
    m_legend->hide();
    connect(m_costs, &QToolButton::toggled, this, &RunGraphView::warm);
}

void RunGraphView::retranslate()
{
    m_costs->setText(tr("Costs"));
    m_costs->setAccessibleName(tr("Shade the cards by what they cost"));
    m_costs->setToolTip(tr("The stronger the shade, the more it cost"));
    m_legend->setHeat(m_heat);
    m_switch->setText(m_switch->isChecked() ? tr("As it ran") : tr("Aggregated"));
    m_switch->setAccessibleName(tr("Show each iteration by itself"));
    m_switch->setToolTip(tr("Loops: one card a member, or one for each time that it ran"));
    placeSwitches();
}

void RunGraphView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    TeamGraphView::changeEvent(event);
}

void RunGraphView::placeSwitches()
{
    int right = width() - Theme::Space3;
    for (QToolButton *button : { m_switch, m_costs }) {
        button->adjustSize();
        if (button->isHidden())
            continue;
        button->move(right - button->width(), Theme::Space3);
        right -= button->width() + Theme::Space2;
    }
    m_legend->move(right - m_legend->width(), Theme::Space3);
}

void RunGraphView::resizeEvent(QResizeEvent *event)
{
    TeamGraphView::resizeEvent(event);
    placeSwitches();
}

bool RunGraphView::isUnrolled() const
{
    return m_switch->isChecked();
}

void RunGraphView::setUnrolled(bool unrolled)
{
    m_switch->setChecked(unrolled);
}

bool RunGraphView::showsCosts() const
{
    return m_costs->isChecked();
}

void RunGraphView::setShowsCosts(bool shown)
{
    m_costs->setChecked(shown);
}

void RunGraphView::clear()
{
    m_spent.clear();
    m_plannedFor = {};
    m_planGraph = {};
    m_aggregated = {};
    m_runs.clear();
    m_nested.clear();
    m_running = false;
    m_switch->setChecked(false);
    rebuild();
}

void RunGraphView::setMoment(const MonitorMoment &moment)
{
    const Execution &execution = moment.execution();
    if (!execution.plan) {
        if (!m_planGraph.nodes.empty())
            clear();
        return;
    }
    // A plan never changes within its execution.
    if (m_plannedFor.isEmpty() || m_plannedFor != execution.id) {
        m_plannedFor = execution.id;
        m_planGraph = graphOf(*execution.plan);
    }
    m_running = moment.running;
    m_runs = moment.state.fold<StepRuns>();
    m_aggregated = m_planGraph;
    applyExecution(m_aggregated, execution, moment.now);
    m_nested.clear();
    m_spent.clear();
    for (const StepRecord &step : execution.steps) {
        m_spent.insert(step.agentId, step.usage.cost);
        if (!step.nested.isEmpty())
            m_nested.insert(step.agentId, step.nested);
    }
    rebuild();
}

void RunGraphView::rebuild()
{
    const bool hasPlan = !m_plannedFor.isEmpty();
    if (m_runs.hasLoops() == m_switch->isHidden() || hasPlan == m_costs->isHidden()) {
        m_switch->setVisible(m_runs.hasLoops());
        m_costs->setVisible(hasPlan);
        placeSwitches();
    }
    m_aliases.clear();
    if (!isUnrolled()) {
        showGraph(m_aggregated);
    } else {
        UnrolledGraph unrolledGraph = unrolled(m_aggregated, m_runs);
        m_aliases = std::move(unrolledGraph.aliases);
        showGraph(std::move(unrolledGraph.graph));
    }
    warm();
    moveWires();
}

/// Works out what the shown cards cost.
void RunGraphView::warm()
{
    if (!showsCosts() || m_costs->isHidden()) {
        if (!m_legend->isHidden())
            viewport()->update();
        m_legend->hide();
        m_heat = {};
        return;
    }
    QHash<AgentId, Cost> costs = m_spent;
    if (isUnrolled()) {
        for (const GraphNode &node : graph().nodes) {
            const QList<StepRun> runs = m_runs.of(agentOf(node.agent));
            for (const StepRun &run : runs) {
                if (runs.size() > 1 && nodeOfRun(agentOf(node.agent), runs, run) == node.agent)
                    costs.insert(node.agent, run.usage.cost);
            }
        }
    }
    CostHeat heat = costHeat(graph(), costs);
    const bool isShown = !m_legend->isHidden();
    if (isShown && heat == m_heat)
        return;
    m_heat = std::move(heat);
    m_legend->setHeat(m_heat);
    m_legend->show();
    placeSwitches();
    viewport()->update();
}

void RunGraphView::showAgent(const AgentId &agent)
{
    // Shown, not chosen: nobody is told what they asked for. The node that has the agent's own id
    // is its last iteration.
    selectAgent(agent);
}

void RunGraphView::open(const AgentId &node)
{
    const AgentId agent = agentOf(node);
    const auto nested = m_nested.constFind(agent);
    if (nested != m_nested.cend())
        emit executionRequested(*nested);
    else
        emit agentOpened(agent);
}

void RunGraphView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const int node = byKey ? selectedNode() : nodeAt(event->pos());
    const AgentId agent = node < 0 ? AgentId() : agentOf(graph().nodes.at(size_t(node)).agent);
    if (agent.isEmpty())
        return;
    selectNode(node);
    const QPoint position
        = byKey ? viewport()->mapToGlobal(nodeRect(node).center()) : event->globalPos();
    emit menuRequested(agent, position);
}

// --- what flows just now -----------------------------------------------------------------------

bool RunGraphView::mayMove() const
{
    return style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) > 0;
}

void RunGraphView::moveWires()
{
    m_moving = m_running ? activeWires(graph()) : std::vector<int>();
    const bool moves = !m_moving.empty() && isVisible() && mayMove();
    if (moves && !m_motion.isActive())
        m_motion.start();
    else if (!moves)
        m_motion.stop();
}

void RunGraphView::step()
{
    m_phase += Pace;
    if (m_phase >= Dash + Gap)
        m_phase -= Dash + Gap;
    for (const int wire : m_moving)
        viewport()->update(wireRect(wire).adjusted(-Margin, -Margin, Margin, Margin));
}

void RunGraphView::drawForeground(QPainter *painter, const QRectF &rect)
{
    if (zoom() >= NodeItem::PlainDetail) {
        QPen pen(theme().color(ColorToken::Accent), WireWidth);
        pen.setCapStyle(Qt::FlatCap);
        pen.setDashPattern({ Dash, Gap });
        pen.setDashOffset(-m_phase);
        painter->setPen(pen);
        painter->setBrush(Qt::NoBrush);
        painter->setRenderHint(QPainter::Antialiasing);
        for (const int wire : m_moving) {
            const QPolygonF curve = graphScene()->wires().curveOf(wire);
            if (curve.boundingRect().adjusted(-1, -1, 1, 1).intersects(rect))
                painter->drawPolyline(curve);
        }
    }
    if (showsCosts())
        paintCosts(painter, rect);
    TeamGraphView::drawForeground(painter, rect);
}

void RunGraphView::paintCosts(QPainter *painter, const QRectF &rect)
{
    painter->setRenderHint(QPainter::Antialiasing);
    const std::vector<QRectF> &places = graphScene()->places();
    const bool withText = zoom() >= NodeItem::TitleDetail;
    for (const CostHeat::Cell &cell : m_heat.cells) {
        const auto node = static_cast<std::size_t>(cell.node);
        constexpr int sign = Theme::Space6; // its figure stands a little above the card
        if (node < places.size() && places[node].adjusted(0, -sign, 0, 0).intersects(rect))
            paintHeat(*painter, theme(), places[node], cell, withText);
    }
}

void RunGraphView::showEvent(QShowEvent *event)
{
    TeamGraphView::showEvent(event);
    moveWires();
}

void RunGraphView::hideEvent(QHideEvent *event)
{
    m_motion.stop();
    TeamGraphView::hideEvent(event);
}

} // namespace renum::ui
