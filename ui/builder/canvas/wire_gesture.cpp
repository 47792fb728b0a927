// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/canvas/canvas_gesture.h"
#include "ui/builder/canvas/wire_words.h"
#include "ui/builder/document/team_document.h"
#include "ui/graph/index.h"

#include <QPainter>

namespace renum::ui {

namespace {

constexpr double WireWidth = 2;

} // namespace

WireGesture::WireGesture(CanvasContext &context, int node, WireOffers::Given side)
    : CanvasGesture(context)
    , m_node(node)
    , m_side(side)
    , m_workflow(context.document->workflow())
    , m_offers(m_workflow, context.endOf(node), side)
{
    std::vector<NodeItem::Offer> offers;
    for (std::size_t i = 0; i < context.graph().nodes.size(); ++i) {
        const bool possible = m_offers.offer(context.endOf(static_cast<int>(i))).isPossible();
        offers.push_back(possible ? NodeItem::Offer::Possible : NodeItem::Offer::Refused);
    }
    offers[at(node)] = NodeItem::Offer::None;
    context.scene->setOffers(offers);
}

/// The nearer port counts first, then the whole card: nobody has to hit ten pixels.
int WireGesture::targetAt(const QPointF &point) const
{
    const GraphScene &scene = *context().scene;
    const double reach = CardMetrics::PortHit / 2 * context().pixel();
    const int port = m_side == WireOffers::Given::From ? scene.inPortAt(point, reach)
                                                       : scene.outPortAt(point, reach);
    const int node = port >= 0 ? port : scene.nodeAt(point);
    return node == m_node ? -1 : node;
}

void WireGesture::move(const QPointF &point, Qt::KeyboardModifiers /*modifiers*/)
{
    m_end = point;
    const int target = targetAt(point);
    if (target != m_target) {
        m_target = target;
        if (target < 0) {
            context().hint({});
        } else {
            const WireOffer offer = m_offers.offer(context().endOf(target));
            const bool onward = m_side == WireOffers::Given::From;
            const QString from = context().nameOf(onward ? m_node : target);
            const QString to = context().nameOf(onward ? target : m_node);
            context().hint(offer.isPossible() ? meaningText(offer.meaning, from, to)
                                              : refusalText(offer.refusal, from, to));
        }
    }
    context().repaint();
}

void WireGesture::end()
{
    context().scene->setOffers({});
    context().repaint();
}

void WireGesture::cancel()
{
    end();
    context().hint({});
}

void WireGesture::finish(const QPointF &point, Qt::KeyboardModifiers modifiers)
{
    move(point, modifiers);
    end();
    const bool onward = m_side == WireOffers::Given::From;
    if (m_target >= 0) {
        const WireEnd mine = context().endOf(m_node);
        const WireEnd other = context().endOf(m_target);
        context().join(onward ? mine : other, onward ? other : mine);
    } else if (onward && context().scene->nodeAt(point) < 0) {
        context().askForMember(point, context().endOf(m_node));
    }
}

void WireGesture::paint(QPainter &painter) const
{
    const GraphScene &scene = *context().scene;
    const bool onward = m_side == WireOffers::Given::From;
    const QRectF &mine = scene.places()[at(m_node)];
    const QPointF start(onward ? mine.right() : mine.left(), mine.center().y());
    QPointF end = m_end;
    ColorToken color = ColorToken::Accent;
    if (m_target >= 0) {
        const QRectF &there = scene.places()[at(m_target)];
        end = { onward ? there.left() : there.right(), there.center().y() };
        if (!m_offers.offer(context().endOf(m_target)).isPossible())
            color = ColorToken::Err;
    }
    QPen pen(context().theme->color(color), WireWidth * context().pixel());
    if (color == ColorToken::Err)
        pen.setStyle(Qt::DashLine); // never by colour alone
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(onward ? wireCurve(start, {}, end) : wireCurve(end, {}, start));
}

} // namespace renum::ui
