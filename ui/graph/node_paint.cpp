// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/graph/node_item.h"

#include <QPainter>
#include <QStyleOptionGraphicsItem>
#include <QtMath>

#include <cmath>

/// How a card is painted.
namespace renum::ui {

namespace {

constexpr double WireWidth = 2;

/// The left end of a rounded rectangle, as wide as the bar.
QPainterPath barPath(const QRectF &card, double radius)
{
    constexpr double width = CardMetrics::Bar;
    const double angle = qRadiansToDegrees(std::acos((radius - width) / radius));
    const QRectF top(card.left(), card.top(), 2 * radius, 2 * radius);
    const QRectF bottom(card.left(), card.bottom() - 2 * radius, 2 * radius, 2 * radius);
    QPainterPath path;
    path.arcMoveTo(top, 180 - angle);
    path.arcTo(top, 180 - angle, angle);
    path.arcTo(bottom, 180, angle);
    path.closeSubpath();
    return path;
}

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
    if (detail < PlainDetail) {
        paintPlain(*painter);
        return;
    }
    painter->setRenderHint(QPainter::Antialiasing);
    if (m_chosen || m_offer == Offer::Possible)
        paintHalo(*painter);
    if (m_node->kind != NodeKind::Agent)
        paintPill(*painter);
    else if (detail < TitleDetail)
        paintFrameAndTitle(*painter);
    else
        paintCard(*painter);
}

QColor NodeItem::tint() const
{
    if (isFaded() || m_node->series < 0)
        return m_theme->color(ColorToken::Neutral);
    return m_theme->seriesColor(m_node->series);
}

bool NodeItem::isFaded() const
{
    return m_offer == Offer::Refused || m_node->status == StepStatus::Skipped
        || m_node->status == StepStatus::Cancelled;
}

double NodeItem::radius() const
{
    return m_node->kind == NodeKind::Agent ? double(Theme::CardRadius) : size().height() / 2;
}

void NodeItem::paintBlock(QPainter &painter) const
{
    QColor fill = m_node->status ? m_theme->color(m_node->look.color) : tint();
    if (m_chosen)
        fill = m_theme->color(ColorToken::Accent);
    else if (m_node->alert == GraphNode::Alert::Error)
        fill = m_theme->color(ColorToken::Err);
    painter.fillRect(rect(), fill);
}

/// Too small for a round corner or for words: colour, and what state it is in.
void NodeItem::paintPlain(QPainter &painter)
{
    if (m_chosen || m_offer == Offer::Possible) {
        constexpr double halo = 3 * CardMetrics::Halo;
        painter.fillRect(
            rect().adjusted(-halo, -halo, halo, halo), m_theme->color(ColorToken::Accent));
    }
    painter.fillRect(rect(), tint());
    if (!m_node->status)
        return;
    const QRectF icon(Theme::Space3, Theme::Space2, rect().height() / 2, rect().height() / 2);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawPixmap(icon, headline().icon, headline().icon.rect());
}

void NodeItem::paintHalo(QPainter &painter) const
{
    constexpr double halo = CardMetrics::Halo;
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme->color(ColorToken::AccentBackground));
    painter.drawRoundedRect(
        rect().adjusted(-halo, -halo, halo, halo), radius() + halo, radius() + halo);
}

void NodeItem::paintFrameAndTitle(QPainter &painter)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(tint());
    painter.drawRoundedRect(rect(), radius(), radius());
    painter.setPen(m_theme->color(ColorToken::AccentText));
    painter.setFont(m_theme->font(TextStyle::Headline));
    const CardHeadline &shown = headline();
    if (shown.icon.isNull()) {
        painter.drawText(rect(), Qt::AlignCenter, shown.title);
        return;
    }
    const QRectF icon(rect().left() + Theme::Space3, rect().top() + Theme::Space2,
        2 * Theme::Space6, 2 * Theme::Space6);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawPixmap(icon, shown.icon, shown.icon.rect());
    painter.drawText(QRectF(rect().left() + Theme::Space3, icon.bottom(), rect().width(),
                         rect().bottom() - icon.bottom()),
        Qt::AlignLeft | Qt::AlignVCenter, shown.title);
}

void NodeItem::paintPill(QPainter &painter)
{
    paintFrame(painter);
    painter.setPen(m_theme->color(ColorToken::Text));
    painter.setFont(m_theme->font(TextStyle::Label));
    painter.drawText(rect(), Qt::AlignCenter, texts().title);
    paintPorts(painter);
}

void NodeItem::paintCard(QPainter &painter)
{
    paintFrame(painter);
    paintBadge(painter);
    paintTexts(painter);
    paintPorts(painter);
}

QColor NodeItem::borderColor() const
{
    if (isFaded())
        return m_theme->color(ColorToken::TextFaint);
    const bool failed = m_node->status == StepStatus::Failed
        || (m_node->alert == GraphNode::Alert::Error && !m_chosen);
    if (failed)
        return m_theme->color(ColorToken::Err);
    const bool live
        = m_node->status == StepStatus::Running || m_chosen || m_offer == Offer::Possible;
    return m_theme->color(live ? ColorToken::Accent : ColorToken::Line);
}

void NodeItem::paintFrame(QPainter &painter) const
{
    const QRectF card = rect();
    const double round = radius();
    const double border = m_chosen ? WireWidth : Theme::Hairline;
    painter.setPen(Qt::NoPen);
    // A soft shadow is a second shape, of which only the end is seen; effects would render every
    // card to a pixmap.
    QColor shadow = m_theme->color(ColorToken::Line);
    shadow.setAlphaF(0.6F);
    painter.setBrush(shadow);
    painter.drawRoundedRect(
        QRectF(card.left(), card.bottom() - 2 * round, card.width(), 2 * round + WireWidth), round,
        round);

    // The border is a larger shape below: that is quicker than stroking it.
    if (!isFaded()) {
        painter.setBrush(borderColor());
        painter.drawRoundedRect(card, round, round);
    }
    const QRectF inner = card.adjusted(border, border, -border, -border);
    painter.setBrush(m_theme->color(ColorToken::Panel));
    painter.drawRoundedRect(inner, round - border, round - border);
    if (m_node->kind == NodeKind::Agent)
        painter.fillPath(barPath(inner, round - border), tint());
    if (isFaded()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(borderColor(), border, Qt::DashLine));
        painter.drawRoundedRect(card, round, round);
    }
}

void NodeItem::paintBadge(QPainter &painter)
{
    const CardTexts &shown = texts();
    if (!shown.alert.isEmpty()) {
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        painter.drawPixmap(shown.alert, shown.badgeIcon, shown.badgeIcon.rect());
    }
    if (shown.badge.isEmpty())
        return;
    const double round = shown.badge.height() / 2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme->color(m_node->look.background));
    painter.drawRoundedRect(shown.badge, round, round);
    const QRectF icon(shown.badge.left() + Theme::Space2,
        shown.badge.center().y() - Theme::Space3 / 2.0, Theme::Space3, Theme::Space3);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawPixmap(icon, shown.badgeIcon, shown.badgeIcon.rect());
    painter.setPen(m_theme->color(m_node->look.color));
    painter.setFont(m_theme->font(TextStyle::Small));
    painter.drawText(shown.badgeText, Qt::AlignLeft | Qt::AlignVCenter, m_node->look.word);
}

void NodeItem::paintTexts(QPainter &painter)
{
    const CardTexts &shown = texts();
    const QColor dim = m_theme->color(ColorToken::TextDim);
    painter.setPen(isFaded() ? dim : m_theme->color(ColorToken::Text));
    painter.setFont(m_theme->font(TextStyle::BodyStrong));
    painter.drawText(m_metrics->title, Qt::AlignLeft | Qt::AlignVCenter, shown.title);

    painter.setFont(m_theme->font(TextStyle::Label));
    painter.setPen(dim);
    painter.drawText(m_metrics->subtitle, Qt::AlignLeft | Qt::AlignVCenter, shown.subtitle);
    painter.setPen(m_node->status == StepStatus::Failed ? m_theme->color(ColorToken::Err) : dim);
    QRectF line(m_metrics->body.topLeft(), QSizeF(m_metrics->body.width(), m_metrics->line));
    for (const QString &text : shown.body) {
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, text);
        line.translate(0, m_metrics->line);
    }
    if (!shown.caret.isEmpty())
        painter.fillRect(shown.caret, m_theme->color(ColorToken::Text));

    if (shown.footer.isEmpty())
        return;
    painter.setPen(m_theme->color(ColorToken::Line));
    painter.drawLine(QPointF(CardMetrics::Bar + 1, m_metrics->rule),
        QPointF(rect().right() - 1, m_metrics->rule));
    painter.setPen(dim);
    painter.drawText(m_metrics->footer, Qt::AlignLeft | Qt::AlignVCenter, shown.footer);
}

void NodeItem::paintPorts(QPainter &painter) const
{
    const double y = rect().center().y();
    const auto port = [&](double x) {
        constexpr double r = (CardMetrics::Port + WireWidth) / 2;
        painter.setBrush(m_theme->color(ColorToken::TextFaint));
        painter.drawEllipse(QPointF(x, y), r, r);
        painter.setBrush(m_theme->color(ColorToken::Panel));
        painter.drawEllipse(QPointF(x, y), r - WireWidth, r - WireWidth);
    };
    painter.setPen(Qt::NoPen);
    if (m_node->kind != NodeKind::Prompt)
        port(rect().left());
    if (m_node->kind != NodeKind::Result)
        port(rect().right());
}

} // namespace renum::ui
