// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/frame_places.h"
#include "ui/graph/graph_model.h"

#include <QGraphicsItem>

#include <vector>

namespace renum::ui {

/// How large frames are drawn with this theme.
[[nodiscard]] FrameMetrics frameMetrics(const Theme &theme);

/// All frames, behind everything else.
class FramesItem : public QGraphicsItem {
public:
    explicit FramesItem(const Theme *theme);

    /// Borrows both until the next call.
    void setFrames(const GraphModel *graph, const FramePlaces *places);
    /// Places have changed.
    void refresh();
    void setSelected(int frame);
    /// The innermost frame whose title is at a point, or that is collapsed there; -1 for none.
    [[nodiscard]] int titleAt(const QPointF &point) const;
    /// The innermost frame around a point, or -1.
    [[nodiscard]] int frameAt(const QPointF &point) const;
    [[nodiscard]] QRectF titleRect(int frame) const;

    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    void paintFrame(QPainter &painter, int index, double detail) const;
    [[nodiscard]] std::vector<int> outerFirst() const;

    const Theme *m_theme;
    const GraphModel *m_graph = nullptr;
    const FramePlaces *m_places = nullptr;
    std::vector<int> m_order; ///< as painted
    QRectF m_bounds;
    int m_selected = -1;
};

/// All notes, below the cards.
class NotesItem : public QGraphicsItem {
public:
    explicit NotesItem(const Theme *theme);

    void setNotes(const GraphModel *graph);
    void setSelected(int note);
    /// Draws one elsewhere while it is dragged; an empty offset ends that.
    void setOffset(const std::vector<int> &notes, const QPointF &offset);
    [[nodiscard]] int noteAt(const QPointF &point) const;
    [[nodiscard]] QRectF rectOf(int note) const;

    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    const Theme *m_theme;
    const GraphModel *m_graph = nullptr;
    std::vector<QRectF> m_rects;
    QRectF m_bounds;
    std::vector<int> m_moved;
    QPointF m_offset;
    int m_selected = -1;
};

} // namespace renum::ui
