// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/editing/wire_offers.h"
#include "ui/builder/canvas/canvas_context.h"
#include "ui/builder/canvas/snapping.h"

#include <QPolygonF>
#include <QRectF>

#include <vector>

class QPainter;

namespace renum::ui {

/// What a person does with a button held down, from the press to the release. Changes the document
/// at the end or not at all.
class CanvasGesture {
public:
    explicit CanvasGesture(CanvasContext &context)
        : m_context(context)
    {
    }
    CanvasGesture(const CanvasGesture &) = delete;
    CanvasGesture &operator=(const CanvasGesture &) = delete;
    virtual ~CanvasGesture() = default;

    virtual void move(const QPointF &point, Qt::KeyboardModifiers modifiers) = 0;
    virtual void finish(const QPointF &point, Qt::KeyboardModifiers modifiers) = 0;
    /// Everything is as it was.
    virtual void cancel() = 0;
    /// Over everything else.
    virtual void paint(QPainter &painter) const = 0;

protected:
    [[nodiscard]] CanvasContext &context() const { return m_context; }

private:
    CanvasContext &m_context;
};

/// Moves the chosen nodes, or a note.
class MoveGesture : public CanvasGesture {
public:
    /// `held` is the node under the pointer; -1 for none.
    MoveGesture(CanvasContext &context, const QPointF &start, std::vector<int> nodes,
        std::vector<int> notes, int held);
    void move(const QPointF &point, Qt::KeyboardModifiers modifiers) override;
    void finish(const QPointF &point, Qt::KeyboardModifiers modifiers) override;
    void cancel() override;
    void paint(QPainter &painter) const override;

private:
    [[nodiscard]] QRectF movedRect() const;
    [[nodiscard]] std::vector<QRectF> others() const;
    void moveRoutes(CanvasDecor &decor, const QPointF &offset) const;
    void dropInFrame(CanvasDecor &decor, const QPointF &point) const;

    QPointF m_start;
    std::vector<int> m_nodes;
    std::vector<int> m_notes;
    QRectF m_rect; ///< of what is held, at the start
    std::vector<QRectF> m_others;
    QPointF m_offset;
    std::vector<QLineF> m_lines;
};

/// Draws a wire from a port; from an input port against the flow.
class WireGesture : public CanvasGesture {
public:
    WireGesture(CanvasContext &context, int node, WireOffers::Given side);
    void move(const QPointF &point, Qt::KeyboardModifiers modifiers) override;
    void finish(const QPointF &point, Qt::KeyboardModifiers modifiers) override;
    void cancel() override;
    void paint(QPainter &painter) const override;

private:
    [[nodiscard]] int targetAt(const QPointF &point) const;
    void end();

    int m_node;
    WireOffers::Given m_side;
    WorkflowDefinition m_workflow; ///< the offers borrow it
    WireOffers m_offers;
    int m_target = -1;
    QPointF m_end;
};

/// Chooses what a rectangle touches, or with Alt what a line goes round.
class BandGesture : public CanvasGesture {
public:
    BandGesture(CanvasContext &context, const QPointF &start, Qt::KeyboardModifiers modifiers);
    void move(const QPointF &point, Qt::KeyboardModifiers modifiers) override;
    void finish(const QPointF &point, Qt::KeyboardModifiers modifiers) override;
    void cancel() override;
    void paint(QPainter &painter) const override;

private:
    void choose();

    QPolygonF m_line;
    bool m_lasso;
    std::vector<int> m_before;
    bool m_adds;
};

/// Removes the wires that a stroke crosses.
class CutGesture : public CanvasGesture {
public:
    CutGesture(CanvasContext &context, const QPointF &start);
    void move(const QPointF &point, Qt::KeyboardModifiers modifiers) override;
    void finish(const QPointF &point, Qt::KeyboardModifiers modifiers) override;
    void cancel() override;
    void paint(QPainter &painter) const override;

private:
    QPolygonF m_line;
};

/// Moves a point that a wire is led through.
class RouteGesture : public CanvasGesture {
public:
    RouteGesture(CanvasContext &context, int wire, int point);
    void move(const QPointF &point, Qt::KeyboardModifiers modifiers) override;
    void finish(const QPointF &point, Qt::KeyboardModifiers modifiers) override;
    void cancel() override;
    void paint(QPainter &painter) const override;

private:
    int m_wire;
    std::vector<QPointF> m_points;
    std::size_t m_point;
};

} // namespace renum::ui
