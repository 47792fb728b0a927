// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/card_metrics.h"
#include "ui/graph/card_texts.h"
#include "ui/graph/graph_model.h"

#include <QGraphicsItem>

#include <memory>

namespace renum::ui {

/// One node as a card, at three levels of detail by the painter's transform. What a level needs is
/// prepared when the node is first painted at it, and kept until the content changes.
class NodeItem : public QGraphicsItem {
public:
    NodeItem(const Theme *theme, const CardMetrics &metrics, int index);

    void setContent(const GraphNode &node);
    /// Colours, fonts or sizes are others now.
    void setMetrics(const CardMetrics &metrics);
    [[nodiscard]] const GraphNode &content() const noexcept { return m_node; }
    /// Index into GraphModel::nodes.
    [[nodiscard]] int index() const noexcept { return m_index; }

    [[nodiscard]] QSizeF size() const noexcept { return m_rect.size(); }
    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }
    [[nodiscard]] QPainterPath shape() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

    /// Below the first a card is a coloured rectangle, below the second frame and title.
    static constexpr double BlockDetail = 0.15;
    static constexpr double TitleDetail = 0.4;

private:
    void setSize();
    /// Made when first needed.
    [[nodiscard]] const CardTexts &texts();
    [[nodiscard]] const CardHeadline &headline();
    void paintBlock(QPainter &painter) const;
    void paintFrameAndTitle(QPainter &painter);
    void paintPill(QPainter &painter);
    void paintCard(QPainter &painter);
    void paintFrame(QPainter &painter) const;
    void paintBadge(QPainter &painter);
    void paintTexts(QPainter &painter);
    void paintPorts(QPainter &painter) const;
    void paintHalo(QPainter &painter) const;
    [[nodiscard]] QColor tint() const;
    [[nodiscard]] bool isFaded() const;
    [[nodiscard]] double radius() const;

    const Theme *m_theme;
    CardMetrics m_metrics;
    int m_index;
    GraphNode m_node;

    QRectF m_rect;
    QRectF m_bounds;
    std::unique_ptr<CardTexts> m_texts;
    std::unique_ptr<CardHeadline> m_headline;
};

} // namespace renum::ui
