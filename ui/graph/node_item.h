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
    /// `metrics` outlive the item.
    NodeItem(const Theme *theme, const CardMetrics *metrics);

    /// What it shows and where that is in the graph. Borrows `node` until the next call.
    void setContent(const GraphNode *node, int index);
    /// The same content at another place in memory.
    void moveContent(const GraphNode *node, int index);
    /// Colours, fonts or sizes are others now, or the content is.
    void refresh();
    /// Index into GraphModel::nodes.
    [[nodiscard]] int index() const noexcept { return m_index; }

    /// Drawn as one that the person has chosen.
    void setChosen(bool chosen);
    [[nodiscard]] bool isChosen() const noexcept { return m_chosen; }
    /// While a wire is drawn: whether it could end here.
    enum class Offer { None, Possible, Refused };
    void setOffer(Offer offer);

    [[nodiscard]] QSizeF size() const;
    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }
    [[nodiscard]] QPainterPath shape() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

    /// Below the first a card is a coloured rectangle, below the second it is that with the icon of
    /// its state, below the third frame and title.
    static constexpr double BlockDetail = 0.15;
    static constexpr double PlainDetail = 0.25;
    static constexpr double TitleDetail = 0.4;

private:
    /// Made when first needed.
    [[nodiscard]] const CardTexts &texts();
    [[nodiscard]] const CardHeadline &headline();
    void paintBlock(QPainter &painter) const;
    void paintPlain(QPainter &painter);
    void paintFrameAndTitle(QPainter &painter);
    void paintPill(QPainter &painter);
    void paintCard(QPainter &painter);
    void paintFrame(QPainter &painter) const;
    void paintBadge(QPainter &painter);
    void paintTexts(QPainter &painter);
    void paintPorts(QPainter &painter) const;
    void paintHalo(QPainter &painter) const;
    [[nodiscard]] QRectF rect() const { return { QPointF(0, 0), size() }; }
    [[nodiscard]] QColor tint() const;
    [[nodiscard]] QColor borderColor() const;
    [[nodiscard]] bool isFaded() const;
    [[nodiscard]] double radius() const;

    const Theme *m_theme;
    const CardMetrics *m_metrics;
    const GraphNode *m_node = nullptr;
    int m_index = 0;
    bool m_chosen = false;
    Offer m_offer = Offer::None;
    QRectF m_bounds;
    std::unique_ptr<CardTexts> m_texts;
    std::unique_ptr<CardHeadline> m_headline;
};

} // namespace renum::ui
