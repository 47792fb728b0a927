// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/node_item.h"

#include <algorithm>

namespace renum::ui {

NodeItem::NodeItem(const Theme *theme, const CardMetrics &metrics, int index)
    : m_theme(theme)
    , m_metrics(metrics)
    , m_index(index)
{
    setFlag(ItemIsSelectable);
    setZValue(1);
}

void NodeItem::setContent(const GraphNode &node)
{
    if (node == m_node && !m_rect.isEmpty())
        return;
    m_node = node;
    setSize();
}

void NodeItem::setMetrics(const CardMetrics &metrics)
{
    m_metrics = metrics;
    setSize();
}

void NodeItem::setSize()
{
    m_texts.reset();
    m_headline.reset();
    const QSizeF size = m_node.kind == NodeKind::Agent ? m_metrics.agent : m_metrics.pill;
    if (m_rect.size() != size) {
        prepareGeometryChange();
        m_rect = QRectF(QPointF(0, 0), size);
        const double margin = std::max(CardMetrics::Halo, CardMetrics::PortHit / 2);
        m_bounds = m_rect.adjusted(-margin, -margin, margin, margin);
    }
    update();
}

QPainterPath NodeItem::shape() const
{
    QPainterPath path;
    path.addRect(m_rect);
    return path;
}

const CardTexts &NodeItem::texts()
{
    if (!m_texts)
        m_texts = std::make_unique<CardTexts>(cardTexts(*m_theme, m_metrics, m_node));
    return *m_texts;
}

const CardHeadline &NodeItem::headline()
{
    if (!m_headline)
        m_headline = std::make_unique<CardHeadline>(cardHeadline(*m_theme, m_node, m_rect.width()));
    return *m_headline;
}

} // namespace renum::ui
