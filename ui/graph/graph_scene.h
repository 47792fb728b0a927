// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/frame_places.h"
#include "ui/graph/graph_layout.h"
#include "ui/graph/node_item.h"
#include "ui/graph/wire_geometry.h"

#include <QGraphicsScene>
#include <QSet>

#include <vector>

namespace renum::ui {

class FramesItem;
class NotesItem;
class WiresItem;

/// A wire, frame or note that is chosen.
struct GraphMark {
    enum class Kind { None, Wire, Frame, Note };
    Kind kind = Kind::None;
    int index = -1;

    friend bool operator==(const GraphMark &, const GraphMark &) = default;
};

/// The items of one graph. A view of the GraphModel it was given, never the other way about.
class GraphScene : public QGraphicsScene {
    Q_OBJECT

public:
    explicit GraphScene(const Theme *theme, QObject *parent = nullptr);
    ~GraphScene() override;

    /// Shows another graph; the items of nodes that are in both stay.
    void setGraph(GraphModel graph);
    [[nodiscard]] const GraphModel &graph() const noexcept { return m_graph; }
    /// Where each node is, by index; null for one in a collapsed frame.
    [[nodiscard]] const std::vector<QRectF> &places() const noexcept { return m_shown; }
    /// Where each node is when nothing is collapsed.
    [[nodiscard]] const std::vector<QRectF> &allPlaces() const noexcept { return m_places; }
    [[nodiscard]] const FramePlaces &frames() const noexcept { return m_frames; }
    /// Where the layout would put the nodes if nobody had placed them.
    [[nodiscard]] std::vector<QRectF> tidyPlaces() const;

    /// The nodes that are chosen, ascending.
    [[nodiscard]] const std::vector<int> &selection() const noexcept { return m_selection; }
    /// The one of them that the keys go on from, or -1.
    [[nodiscard]] int selectedNode() const noexcept { return m_current; }
    /// -1 selects nothing.
    void selectNode(int index);
    /// `current` is one of `nodes`, or -1 for the first of them.
    void setSelection(std::vector<int> nodes, int current = -1);
    [[nodiscard]] const GraphMark &mark() const noexcept { return m_mark; }
    void setMark(const GraphMark &mark);

    /// The node at a point of the scene, or -1.
    [[nodiscard]] int nodeAt(const QPointF &point) const;
    /// The nodes that touch a rectangle, ascending.
    [[nodiscard]] std::vector<int> nodesIn(const QRectF &rect) const;
    /// The node whose port is within reach of a point, or -1.
    [[nodiscard]] int outPortAt(const QPointF &point, double reach) const;
    [[nodiscard]] int inPortAt(const QPointF &point, double reach) const;
    [[nodiscard]] const WiresItem &wires() const noexcept { return *m_wires; }
    [[nodiscard]] const FramesItem &frameItem() const noexcept { return *m_framesItem; }
    [[nodiscard]] const NotesItem &noteItem() const noexcept { return *m_notes; }
    /// What fit shows: nodes and wires with a margin.
    [[nodiscard]] QRectF contentRect() const;

    /// Draws these nodes and notes elsewhere while they are dragged; without any, as they are.
    void setOffset(
        const std::vector<int> &nodes, const std::vector<int> &notes, const QPointF &offset);
    /// Draws all nodes there, by index, until the next graph. For an animation.
    void showPlaces(const std::vector<QRectF> &places);
    /// While a wire is drawn: which nodes it could end at; empty ends that.
    void setOffers(const std::vector<NodeItem::Offer> &offers);

    /// Colours, fonts or sizes are others now.
    void refreshTheme();

signals:
    /// Other nodes are chosen, or the keys go on from another.
    void nodesSelected();

protected:
    void drawForeground(QPainter *painter, const QRectF &rect) override;

private:
    void adoptItems(GraphModel graph);
    [[nodiscard]] std::vector<NodeItem *> reusedItems(const GraphModel &before);
    void changeContents(GraphModel graph);
    void place();
    void moveTo(std::vector<QRectF> places);
    /// What makes a node the same one in another graph.
    using NodeKey = std::pair<int, AgentId>;
    [[nodiscard]] QSet<NodeKey> keysOf(const std::vector<int> &nodes) const;
    void restoreSelection(const QSet<NodeKey> &chosen, const QSet<NodeKey> &current);
    [[nodiscard]] GraphMark sameMark(const GraphModel &before, const GraphMark &mark) const;
    enum class Placement {
        Author, ///< those who were placed stay
        Tidy,
    };
    void placeEnds(std::vector<LayoutNode> &nodes) const;
    [[nodiscard]] GraphLayout computeLayout(Placement placement) const;
    enum class Port { In, Out };
    [[nodiscard]] int portAt(const QPointF &point, double reach, Port port) const;
    [[nodiscard]] std::vector<int> wiresOf(const std::vector<int> &nodes) const;
    void growSceneRect();

    const Theme *m_theme;
    CardMetrics m_metrics;
    GraphModel m_graph;
    std::vector<NodeItem *> m_items;
    WiresItem *m_wires;
    FramesItem *m_framesItem;
    NotesItem *m_notes;
    std::vector<QRectF> m_places;
    std::vector<QRectF> m_shown;
    std::vector<QRectF> m_ends; ///< where wires end, by node
    std::vector<std::vector<QPointF>> m_waypoints; ///< by wire
    BoundsList m_bounds; ///< of m_shown
    FramePlaces m_frames;
    std::vector<int> m_selection;
    int m_current = -1;
    GraphMark m_mark;
    std::vector<int> m_moved; ///< nodes that are drawn elsewhere
    std::vector<int> m_touched; ///< those whose wires are m_touchedWires
    std::vector<int> m_touchedWires;
};

} // namespace renum::ui
