// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"
#include "core/model/workflow_definition.h"

#include <QGraphicsView>

#include <memory>

namespace renum::ui {

class Theme;

/// A team drawn as a graph: prompt, agents, result, wires. Shows a definition (team list, builder)
/// or a live execution (monitor) with the same cards. Pan, zoom, fit, select by mouse and keyboard.
class TeamGraphView : public QGraphicsView {
    Q_OBJECT

public:
    explicit TeamGraphView(Theme *theme, QWidget *parent = nullptr);
    ~TeamGraphView() override;

    /// Shows a definition without state. Positions come from the definition where given, else from
    /// the layered layout.
    void setDefinition(const WorkflowDefinition &definition);
    /// Shows or updates an execution; the graph is built once per plan, later calls change the cards.
    void setExecution(const Execution &execution);
    /// Small, still and not focusable, for cards in lists.
    void setPreviewMode(bool preview);

    void fitGraph();
    void zoomBy(double factor);
    [[nodiscard]] AgentId selectedAgent() const;
    void selectAgent(const AgentId &agent);

signals:
    void agentSelected(const renum::AgentId &agent);
    /// Double click or Enter.
    void agentActivated(const renum::AgentId &agent);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace renum::ui
