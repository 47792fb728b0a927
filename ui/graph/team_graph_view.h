// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"
#include "core/model/workflow_definition.h"
#include "ui/graph/graph_model.h"

#include <QGraphicsView>

#include <memory>

namespace renum::ui {

class GraphScene;
class Theme;
class ZoomBar;
enum class GraphDirection;

/// A team drawn as a graph: prompt, agents, result, wires. Shows a definition (team list, builder)
/// or a live execution (monitor) with the same cards. Pan, zoom, fit, select by mouse and keyboard:
/// Tab walks the nodes and then leaves, arrows go to the nearest node, Alt with left or right
/// follows a wire, Home and End, Enter activates, plus, minus, 0 and F zoom.
class TeamGraphView : public QGraphicsView {
    Q_OBJECT

public:
    explicit TeamGraphView(Theme *theme, QWidget *parent = nullptr);
    ~TeamGraphView() override;

    /// Shows a definition without state. Positions come from the definition where given, else from
    /// the layered layout.
    void setDefinition(const WorkflowDefinition &definition);
    /// Shows or updates an execution; the graph is built once per plan, later calls change the
    /// cards.
    void setExecution(const Execution &execution);
    /// Small, still and not focusable, for cards in lists.
    void setPreviewMode(bool preview);

    /// Shows everything, never larger than life; stays so while the view is resized, until the
    /// person pans or zooms.
    void fitGraph();
    void zoomBy(double factor);
    /// 1 is 100 %.
    [[nodiscard]] double zoom() const;
    [[nodiscard]] AgentId selectedAgent() const;
    void selectAgent(const AgentId &agent);

    /// The graph as shown, for accessibility and tests.
    [[nodiscard]] const GraphModel &graph() const;
    /// Index of the selected node in graph(), or -1.
    [[nodiscard]] int selectedNode() const;
    void selectNode(int index);
    [[nodiscard]] bool isNodeSelected(int index) const;
    /// Where a node is, in viewport coordinates; empty for one in a collapsed frame.
    [[nodiscard]] QRect nodeRect(int index) const;
    /// What encloses a wire, in viewport coordinates.
    [[nodiscard]] QRect wireRect(int wire) const;
    /// The node at a viewport position, or -1.
    [[nodiscard]] int nodeAt(const QPoint &position) const;

signals:
    void agentSelected(const renum::AgentId &agent);
    /// Double click or Enter.
    void agentActivated(const renum::AgentId &agent);
    void zoomChanged(double zoom);

protected:
    [[nodiscard]] GraphScene *graphScene() const;
    [[nodiscard]] const Theme &theme() const;
    /// Floats over the canvas; made when first asked for.
    ZoomBar *zoomBar();
    enum class Refit {
        WhenChanged, ///< shows everything again when it takes other room
        AtFirst, ///< a person works on it: nothing moves by itself
    };
    void showGraph(GraphModel graph, Refit refit = Refit::WhenChanged);
    /// Selects a node and scrolls to it; -1 does nothing.
    void moveSelection(int index);
    /// From now on the person decides what is in view.
    void keepView();
    /// Zooms so that this part of the scene fills the view, never larger than life.
    void showRect(const QRectF &rect);
    /// Whether the next drag with the left button would pan.
    [[nodiscard]] bool isSpaceHeld() const;
    [[nodiscard]] bool isPanning() const;

    void drawBackground(QPainter *painter, const QRectF &rect) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void placeZoomBar();
    bool handleNavigation(const QKeyEvent &event);
    bool handleZoomKey(const QKeyEvent &event);
    void onSelectionChanged();
    void panBy(const QPoint &delta);
    void beginPan(const QPoint &position);
    void endPan();

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace renum::ui
