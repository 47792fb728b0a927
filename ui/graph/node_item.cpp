// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/node_item.h"

#include <algorithm>

namespace renum::ui {

NodeItem::NodeItem(const Theme *theme, const CardMetrics *metrics)
    : m_theme(theme)
    , m_metrics(metrics)
{
    setAcceptedMouseButtons(Qt::NoButton); // the view knows what is where
    setZValue(1);
}

void NodeItem::setContent(const GraphNode *node, int index)
{
    moveContent(node, index);
    refresh();
}

void NodeItem::moveContent(const GraphNode *node, int index)
{
    m_node = node;
    m_index = index;
}

void NodeItem::refresh()
{
    m_texts.reset();
    m_headline.reset();
    constexpr double margin = std::max(CardMetrics::Halo, CardMetrics::PortHit / 2);
    const QRectF bounds = rect().adjusted(-margin, -margin, margin, margin);
    if (bounds != m_bounds) {
        prepareGeometryChange();
        m_bounds = bounds;
    }
    update();
}

void NodeItem::setChosen(bool chosen)
{
    if (chosen == m_chosen)
        return;
    m_chosen = chosen;
    update();
}

void NodeItem::setOffer(Offer offer)
{
    if (offer == m_offer)
        return;
    m_offer = offer;
    update();
}

QSizeF NodeItem::size() const
{
    return m_node->kind == NodeKind::Agent ? m_metrics->agent : m_metrics->pill;
}

QPainterPath NodeItem::shape() const
{
    QPainterPath path;
    path.addRect(rect());
    return path;
}

const CardTexts &NodeItem::texts()
{
    if (!m_texts)
        m_texts = std::make_unique<CardTexts>(cardTexts(*m_theme, *m_metrics, *m_node));
    return *m_texts;
}

const CardHeadline &NodeItem::headline()
{
    if (!m_headline)
        m_headline
            = std::make_unique<CardHeadline>(cardHeadline(*m_theme, *m_node, size().width()));
    return *m_headline;
}

} // namespace renum::ui
