// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/graph_model.h"
#include "ui/graph/wire_geometry.h"

#include <QGraphicsItem>

#include <vector>

namespace renum::ui {

/// All wires as one item: curves flattened once, found through a grid, clipped to what is exposed.
class WiresItem : public QGraphicsItem {
public:
    explicit WiresItem(const Theme *theme);

    /// New geometry; `places` and `waypoints` belong to the nodes and wires of `graph`.
    void setGraph(const GraphModel &graph, const std::vector<QRectF> &places,
        const std::vector<std::vector<QPointF>> &waypoints);
    /// Only the states may differ from the graph of setGraph().
    void setStates(const GraphModel &graph);
    /// Labels lie above the cards, where an author left too little room for them: the scene paints
    /// them as its foreground.
    void paintLabels(QPainter &painter, const QRectF &exposed) const;
    /// Room that a label takes between two columns; 0 without a label.
    [[nodiscard]] static double labelWidth(const Theme &theme, const GraphWire &wire);

    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    struct DrawnWire {
        GraphWire wire;
        QPolygonF curve;
        int series = -1; ///< of the node a condition leads to
        QString label; ///< with the verdict, elided
        QRectF pill;
    };

    void placePills();
    void prepareLabel(DrawnWire &drawn) const;
    [[nodiscard]] QPen penOf(const DrawnWire &drawn) const;
    void paintPill(QPainter &painter, const DrawnWire &drawn) const;
    void paintArrow(QPainter &painter, const DrawnWire &drawn) const;

    const Theme *m_theme;
    std::vector<DrawnWire> m_wires;
    WireGrid m_grid;
    QRectF m_bounds;
};

} // namespace renum::ui
