// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/node_item.h"

#include <QPainter>
#include <QStyleOptionGraphicsItem>

/// How a card is painted.
namespace renum::ui {

namespace {

constexpr double WireWidth = 2;

} // namespace

void NodeItem::paint(
    QPainter *painter, const QStyleOptionGraphicsItem * /*option*/, QWidget * /*widget*/)
{
    const double detail
        = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
    if (detail < BlockDetail) {
        paintBlock(*painter);
        return;
    }
    painter->setRenderHint(QPainter::Antialiasing);
    if (isSelected())
        paintHalo(*painter);
    if (m_node.kind != NodeKind::Agent)
        paintPill(*painter);
    else if (detail < TitleDetail)
        paintFrameAndTitle(*painter);
    else
        paintCard(*painter);
}

QColor NodeItem::tint() const
{
    if (isFaded())
        return m_theme->color(ColorToken::Neutral);
    return m_node.series < 0 ? m_theme->color(ColorToken::Neutral)
                             : m_theme->seriesColor(m_node.series);
}

bool NodeItem::isFaded() const
{
    return m_node.status == StepStatus::Skipped || m_node.status == StepStatus::Cancelled;
}

double NodeItem::radius() const
{
    return m_node.kind == NodeKind::Agent ? double(Theme::CardRadius) : m_rect.height() / 2;
}

void NodeItem::paintBlock(QPainter &painter) const
{
    painter.fillRect(m_rect, m_node.status ? m_theme->color(m_node.look.color) : tint());
}

void NodeItem::paintHalo(QPainter &painter) const
{
    constexpr double halo = CardMetrics::Halo;
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme->color(ColorToken::AccentBackground));
    painter.drawRoundedRect(
        m_rect.adjusted(-halo, -halo, halo, halo), radius() + halo, radius() + halo);
}

void NodeItem::paintFrameAndTitle(QPainter &painter)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(tint());
    painter.drawRoundedRect(m_rect, radius(), radius());
    painter.setPen(m_theme->color(ColorToken::AccentText));
    painter.setFont(m_theme->font(TextStyle::Headline));
    const CardHeadline &shown = headline();
    if (shown.icon.isNull()) {
        painter.drawText(m_rect, Qt::AlignCenter, shown.title);
        return;
    }
    const QRectF icon(m_rect.left() + Theme::Space3, m_rect.top() + Theme::Space2,
        2 * Theme::Space6, 2 * Theme::Space6);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawPixmap(icon, shown.icon, shown.icon.rect());
    painter.drawText(QRectF(m_rect.left() + Theme::Space3, icon.bottom(), m_rect.width(),
                         m_rect.bottom() - icon.bottom()),
        Qt::AlignLeft | Qt::AlignVCenter, shown.title);
}

void NodeItem::paintPill(QPainter &painter)
{
    paintFrame(painter);
    painter.setPen(m_theme->color(ColorToken::Text));
    painter.setFont(m_theme->font(TextStyle::Label));
    painter.drawText(m_rect, Qt::AlignCenter, texts().title);
    paintPorts(painter);
}

void NodeItem::paintCard(QPainter &painter)
{
    paintFrame(painter);
    paintBadge(painter);
    paintTexts(painter);
    paintPorts(painter);
}

void NodeItem::paintFrame(QPainter &painter) const
{
    // A soft shadow is a second shape; effects would render every card to a pixmap.
    QColor shadow = m_theme->color(ColorToken::Line);
    shadow.setAlphaF(0.6F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(shadow);
    painter.drawRoundedRect(m_rect.translated(0, 2), radius(), radius());

    const bool running = m_node.status == StepStatus::Running;
    const bool failed = m_node.status == StepStatus::Failed;
    const ColorToken border = failed ? ColorToken::Err
        : running || isSelected()    ? ColorToken::Accent
                                     : ColorToken::Line;
    QPen pen(m_theme->color(isFaded() ? ColorToken::TextFaint : border));
    pen.setStyle(isFaded() ? Qt::DashLine : Qt::SolidLine);
    if (isSelected())
        pen.setWidthF(WireWidth);

    QPainterPath card;
    card.addRoundedRect(m_rect, radius(), radius());
    painter.fillPath(card, m_theme->color(ColorToken::Panel));
    if (m_node.kind == NodeKind::Agent) {
        QPainterPath bar;
        bar.addRect(QRectF(0, 0, CardMetrics::Bar, m_rect.height()));
        painter.fillPath(bar.intersected(card), tint());
    }
    painter.strokePath(card, pen);
}

void NodeItem::paintBadge(QPainter &painter)
{
    const CardTexts &shown = texts();
    if (shown.badge.isEmpty())
        return;
    const double round = shown.badge.height() / 2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme->color(m_node.look.background));
    painter.drawRoundedRect(shown.badge, round, round);
    const QRectF icon(shown.badge.left() + Theme::Space2,
        shown.badge.center().y() - Theme::Space3 / 2.0, Theme::Space3, Theme::Space3);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawPixmap(icon, shown.badgeIcon, shown.badgeIcon.rect());
    painter.setPen(m_theme->color(m_node.look.color));
    painter.setFont(m_theme->font(TextStyle::Small));
    painter.drawText(shown.badgeText, Qt::AlignLeft | Qt::AlignVCenter, m_node.look.word);
}

void NodeItem::paintTexts(QPainter &painter)
{
    const CardTexts &shown = texts();
    const QColor dim = m_theme->color(ColorToken::TextDim);
    painter.setPen(isFaded() ? dim : m_theme->color(ColorToken::Text));
    painter.setFont(m_theme->font(TextStyle::BodyStrong));
    painter.drawText(m_metrics.title, Qt::AlignLeft | Qt::AlignVCenter, shown.title);

    painter.setFont(m_theme->font(TextStyle::Label));
    painter.setPen(dim);
    painter.drawText(m_metrics.subtitle, Qt::AlignLeft | Qt::AlignVCenter, shown.subtitle);
    painter.setPen(m_node.status == StepStatus::Failed ? m_theme->color(ColorToken::Err) : dim);
    QRectF line(m_metrics.body.topLeft(), QSizeF(m_metrics.body.width(), m_metrics.line));
    for (const QString &text : shown.body) {
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, text);
        line.translate(0, m_metrics.line);
    }
    if (!shown.caret.isEmpty())
        painter.fillRect(shown.caret, m_theme->color(ColorToken::Text));

    if (shown.footer.isEmpty())
        return;
    painter.setPen(m_theme->color(ColorToken::Line));
    painter.drawLine(
        QPointF(CardMetrics::Bar + 1, m_metrics.rule), QPointF(m_rect.right() - 1, m_metrics.rule));
    painter.setPen(dim);
    painter.drawText(m_metrics.footer, Qt::AlignLeft | Qt::AlignVCenter, shown.footer);
}

void NodeItem::paintPorts(QPainter &painter) const
{
    painter.setPen(QPen(m_theme->color(ColorToken::TextFaint), WireWidth));
    painter.setBrush(m_theme->color(ColorToken::Panel));
    constexpr double r = CardMetrics::Port / 2;
    if (m_node.kind != NodeKind::Prompt)
        painter.drawEllipse(QPointF(m_rect.left(), m_rect.center().y()), r, r);
    if (m_node.kind != NodeKind::Result)
        painter.drawEllipse(QPointF(m_rect.right(), m_rect.center().y()), r, r);
}

} // namespace renum::ui
