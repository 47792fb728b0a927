// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/graph_layout.h"
#include "ui/graph/node_item.h"

#include <QGraphicsScene>

#include <vector>

namespace renum::ui {

class WiresItem;

/// The items of one graph. A view of the GraphModel it was given, never the other way about.
class GraphScene : public QGraphicsScene {
    Q_OBJECT

public:
    explicit GraphScene(const Theme *theme, QObject *parent = nullptr);

    /// Builds items and layout when nodes or wires are others than before, else changes the cards.
    void setGraph(const GraphModel &graph);
    [[nodiscard]] const GraphModel &graph() const noexcept { return m_graph; }
    /// Where each node is, by index.
    [[nodiscard]] const std::vector<QRectF> &places() const noexcept { return m_places; }

    /// Index of the selected node, or -1.
    [[nodiscard]] int selectedNode() const;
    /// -1 selects nothing.
    void selectNode(int index);
    /// The node at a point of the scene, or -1.
    [[nodiscard]] int nodeAt(const QPointF &point) const;
    /// What fit shows: nodes and wires with a margin.
    [[nodiscard]] QRectF contentRect() const;

    /// Colours, fonts or sizes are others now.
    void refreshTheme();

protected:
    void drawForeground(QPainter *painter, const QRectF &rect) override;

private:
    void rebuild();
    void place();

    const Theme *m_theme;
    GraphModel m_graph;
    std::vector<NodeItem *> m_items;
    WiresItem *m_wires;
    std::vector<QRectF> m_places;
};

} // namespace renum::ui
