// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/graph/card_metrics.h"
#include "ui/graph/graph_model.h"

#include <QGraphicsItem>
#include <QPixmap>
#include <QStringList>

namespace renum::ui {

/// One node as a card. Everything paint() needs is prepared when the content changes; there are
/// three levels of detail by the painter's transform.
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
    [[nodiscard]] QPainterPath shape() const override { return m_shape; }
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

    /// Below the first a card is a coloured rectangle, below the second frame and title.
    static constexpr double BlockDetail = 0.15;
    static constexpr double TitleDetail = 0.4;

private:
    void prepare();
    void prepareGeometry();
    void prepareBody();
    void paintBlock(QPainter &painter) const;
    void paintFrameAndTitle(QPainter &painter) const;
    void paintPill(QPainter &painter) const;
    void paintCard(QPainter &painter) const;
    void paintFrame(QPainter &painter) const;
    void paintBadge(QPainter &painter) const;
    void paintTexts(QPainter &painter) const;
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
    QPainterPath m_shape;
    QRectF m_badgeRect;
    QRectF m_badgeText;
    QRectF m_caret;
    QString m_title;
    QString m_bigTitle;
    QString m_subtitle;
    QStringList m_body;
    QString m_footer;
    QPixmap m_badgeIcon;
    QPixmap m_bigIcon;
};

} // namespace renum::ui
