// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/team_graph_view.h"
#include "ui/monitor/graph/cost_heat.h"
#include "ui/monitor/graph/run_graph.h"
#include "ui/monitor/replay/monitor_moment.h"

#include <QTimer>

class QToolButton;

namespace renum::ui {

class HeatLegend;

/// The team's graph while it runs, or as it was at an earlier instant: states, attempts, time,
/// money, last words; what flows just now moves; cards can be shaded by
/// what they cost. A team with loops can be shown as it was planned
/// or as it ran, each iteration a card of its own.
class RunGraphView : public TeamGraphView {
    Q_OBJECT

public:
    explicit RunGraphView(Theme *theme, QWidget *parent = nullptr);

    void setMoment(const MonitorMoment &moment);
    /// Another execution is opened.
    void clear();
    /// The card of the agent's last iteration.
    void showAgent(const AgentId &agent);
    /// Whether iterations are shown one by one.
    [[nodiscard]] bool isUnrolled() const;
    void setUnrolled(bool unrolled);
    /// Whether cards are shaded by what they cost.
    [[nodiscard]] bool showsCosts() const;
    void setShowsCosts(bool shown);
    /// What the shown cards cost.
    [[nodiscard]] const CostHeat &heat() const noexcept { return m_heat; }
    /// Wires on which something moves.
    [[nodiscard]] const std::vector<int> &movingWires() const noexcept { return m_moving; }

signals:
    void agentChosen(const renum::AgentId &agent);
    /// Double click or Enter.
    void agentOpened(const renum::AgentId &agent);
    /// The person wants to see the execution that a team step works in.
    void executionRequested(const renum::ExecutionId &id);
    /// What can be done with the agent's step; `position` is one of the screen.
    void menuRequested(const renum::AgentId &agent, const QPoint &position);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void drawForeground(QPainter *painter, const QRectF &rect) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void retranslate();
    void makeSwitches();
    void placeSwitches();
    void warm();
    void paintCosts(QPainter *painter, const QRectF &rect);
    void rebuild();
    void moveWires();
    void step();
    void open(const AgentId &node);
    [[nodiscard]] AgentId agentOf(const AgentId &node) const { return m_aliases.value(node, node); }
    [[nodiscard]] bool mayMove() const;

    QToolButton *m_switch; ///< floats over the canvas, where there are loops
    QToolButton *m_costs; ///< beside it
    HeatLegend *m_legend;
    CostHeat m_heat;
    QHash<AgentId, Cost> m_spent; ///< by the steps of the plan
    ExecutionId m_plannedFor; ///< the execution of m_planGraph
    GraphModel m_planGraph;
    GraphModel m_aggregated;
    StepRuns m_runs;
    QHash<AgentId, AgentId> m_aliases;
    QHash<AgentId, ExecutionId> m_nested;
    std::vector<int> m_moving;
    bool m_running = false;
    double m_phase = 0;
    QTimer m_motion;
};

} // namespace renum::ui
