// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/graph/run_graph_view.h"

#include "ui/graph/graph_scene.h"
#include "ui/graph/wires_item.h"
#include "ui/theme/look.h"

#include <QContextMenuEvent>
#include <QEvent>
#include <QPainter>
#include <QStyle>
#include <QToolButton>

#include <algorithm>

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
{
    m_switch->setObjectName(u"unrollLoops"_s);
    m_switch->setCheckable(true);
    m_switch->hide();
    retranslate();
    m_motion.setInterval(MotionMs);
    connect(&m_motion, &QTimer::timeout, this, &RunGraphView::step);
    connect(m_switch, &QToolButton::toggled, this, [this] {
        retranslate();
        rebuild();
    });
    connect(this, &TeamGraphView::agentSelected, this,
        [this](const AgentId &node) { emit agentChosen(agentOf(node)); });
    connect(this, &TeamGraphView::agentActivated, this, &RunGraphView::open);
}

void RunGraphView::retranslate()
{
    m_switch->setText(m_switch->isChecked() ? tr("As it ran") : tr("Aggregated"));
    m_switch->setAccessibleName(tr("Show each iteration by itself"));
    m_switch->setToolTip(tr("Loops: one card a member, or one for each time that it ran"));
    placeSwitch();
}

void RunGraphView::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    TeamGraphView::changeEvent(event);
}

void RunGraphView::placeSwitch()
{
    m_switch->adjustSize();
    m_switch->move(width() - m_switch->width() - Theme::Space3, Theme::Space3);
}

void RunGraphView::resizeEvent(QResizeEvent *event)
{
    TeamGraphView::resizeEvent(event);
    placeSwitch();
}

bool RunGraphView::isUnrolled() const
{
    return m_switch->isChecked();
}

void RunGraphView::setUnrolled(bool unrolled)
{
    m_switch->setChecked(unrolled);
}

void RunGraphView::clear()
{
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
    for (const StepRecord &step : execution.steps) {
        if (!step.nested.isEmpty())
            m_nested.insert(step.agentId, step.nested);
    }
    rebuild();
}

void RunGraphView::rebuild()
{
    m_switch->setVisible(m_runs.hasLoops());
    m_aliases.clear();
    if (!isUnrolled()) {
        showGraph(m_aggregated);
    } else {
        UnrolledGraph unrolledGraph = unrolled(m_aggregated, m_runs);
        m_aliases = std::move(unrolledGraph.aliases);
        showGraph(std::move(unrolledGraph.graph));
    }
    moveWires();
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
    TeamGraphView::drawForeground(painter, rect);
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
