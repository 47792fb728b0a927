// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/graph_model.h"
#include "ui/graph/wire_geometry.h"

#include <QGraphicsItem>
#include <QHash>

#include <vector>

namespace renum::ui {

/// All wires as one item. Only their ends are kept; a curve is made when it is seen.
class WiresItem : public QGraphicsItem {
public:
    explicit WiresItem(const Theme *theme);

    /// New geometry; `ends` are the rectangles that the nodes of `graph` are drawn in (null:
    /// nowhere), `waypoints` belong to its wires. Borrows `graph` until the next call.
    void setGraph(const GraphModel *graph, const std::vector<QRectF> &ends,
        const std::vector<std::vector<QPointF>> &waypoints);
    /// The same graph elsewhere in memory, where only the states may differ from `before`.
    void setStates(const GraphModel &before, const GraphModel *graph);
    /// These wires lead between other rectangles now.
    void moveWires(const std::vector<int> &wires, const std::vector<QRectF> &ends);
    /// Colours, fonts or sizes are others now.
    void refreshTheme();

    /// The wire that is drawn as chosen, or -1.
    void setSelected(int wire);
    /// The nearest wire no further than that from a point, or -1.
    [[nodiscard]] int wireAt(const QPointF &point, double reach) const;
    /// The wires that a line crosses.
    [[nodiscard]] std::vector<int> crossedBy(const QPolygonF &line) const;
    [[nodiscard]] QPolygonF curveOf(int wire, int segments = SmoothCurve) const;

    /// As many wires from that one on, in full detail: for a picture that is painted in parts.
    void paintSome(QPainter &painter, int first, int count) const;
    /// Labels lie above the cards, where an author left too little room for them: the scene paints
    /// them as its foreground.
    void paintLabels(QPainter &painter, const QRectF &exposed) const;
    /// Room that a label takes between two columns; 0 without a label.
    [[nodiscard]] double labelWidth(const GraphWire &wire) const;

    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    struct DrawnWire {
        QRectF from;
        QRectF to;
        std::vector<QPointF> waypoints;
        [[nodiscard]] bool isDrawn() const { return !from.isNull() && !to.isNull(); }
    };
    struct Label {
        int wire = 0;
        QString text; ///< with the verdict, elided
        QRectF pill;
    };

    [[nodiscard]] const GraphWire &wire(int index) const;
    [[nodiscard]] QRectF hullOf(int index) const;
    void updateBounds();
    void placeLabels();
    void placeLabel(Label &label) const;
    [[nodiscard]] QString labelText(const GraphWire &wire) const;
    [[nodiscard]] QColor colorOf(int index) const;
    [[nodiscard]] QPen penOf(int index) const;
    void paintLines(QPainter &painter, const std::vector<int> &seen) const;
    void paintCurves(QPainter &painter, const std::vector<int> &seen, const QRectF &exposed,
        double detail) const;
    void paintCurve(
        QPainter &painter, int index, const QPolygonF &curve, const QRectF &exposed) const;
    void paintRoute(QPainter &painter, int index) const;
    void paintPill(QPainter &painter, const Label &label) const;
    void paintArrow(QPainter &painter, const QPointF &tip) const;

    const Theme *m_theme;
    const GraphModel *m_graph = nullptr;
    std::vector<DrawnWire> m_wires;
    std::vector<Label> m_labels;
    BoundsList m_hulls;
    QRectF m_bounds;
    int m_selected = -1;
    mutable QHash<QString, double> m_labelWidths; ///< measured
};

} // namespace renum::ui
