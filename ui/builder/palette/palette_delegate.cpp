// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/palette/palette_delegate.h"

#include "ui/builder/palette/palette_model.h"
#include "ui/theme/theme.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPainterPath>

namespace renum::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int Gap = Theme::Space1; ///< between two cards

bool isSection(const QModelIndex &index)
{
    return index.data(PaletteModel::KindRole).toInt()
        == static_cast<int>(PaletteModel::EntryKind::Section);
}

} // namespace

PaletteDelegate::PaletteDelegate(const Theme *theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const int small = QFontMetrics(m_theme->font(TextStyle::Label)).height();
    if (isSection(index))
        return { 0, small + Theme::Space3 + Theme::Space2 };
    const int title = QFontMetrics(m_theme->font(TextStyle::BodyStrong)).height();
    return { 0, title + small + 2 * Theme::Space2 + Gap };
}

void PaletteDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (isSection(index)) {
        paintSection(*painter, option.rect, index.data().toString());
    } else {
        const QRect card = option.rect.adjusted(1, 1, -1, -Gap);
        const int series = index.data(PaletteModel::SeriesRole).toInt();
        paintCard(*painter, card, option, series < 0);
        if (series >= 0)
            paintBar(*painter, card, series);
        paintTexts(*painter, card, index);
    }
    painter->restore();
}

void PaletteDelegate::paintSection(QPainter &painter, const QRect &rect, const QString &title) const
{
    painter.setFont(m_theme->font(TextStyle::Label));
    painter.setPen(m_theme->color(ColorToken::TextDim));
    painter.drawText(
        rect.adjusted(Theme::Space1, 0, 0, -Theme::Space1), Qt::AlignLeft | Qt::AlignBottom, title);
}

void PaletteDelegate::paintCard(
    QPainter &painter, const QRect &card, const QStyleOptionViewItem &option, bool dashed) const
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    painter.setBrush(
        m_theme->color(selected ? ColorToken::AccentBackground : ColorToken::PanelAlt));
    QPen pen(m_theme->color(selected || hovered ? ColorToken::Accent : ColorToken::Line),
        Theme::Hairline);
    if (dashed)
        pen.setStyle(Qt::DashLine);
    painter.setPen(pen);
    painter.drawRoundedRect(
        QRectF(card).adjusted(0.5, 0.5, -0.5, -0.5), Theme::ControlRadius, Theme::ControlRadius);
}

void PaletteDelegate::paintBar(QPainter &painter, const QRect &card, int series) const
{
    QPainterPath round;
    round.addRoundedRect(card, Theme::ControlRadius, Theme::ControlRadius);
    painter.save();
    painter.setClipRect(QRect(card.topLeft(), QSize(Theme::Space1, card.height())));
    painter.fillPath(round, m_theme->seriesColor(series));
    painter.restore();
}

void PaletteDelegate::paintTexts(
    QPainter &painter, const QRect &card, const QModelIndex &index) const
{
    const bool used = index.data(PaletteModel::UsedRole).toBool();
    const QRect inner
        = card.adjusted(Theme::Space3 + Theme::Space1, Theme::Space2, -Theme::Space2, 0);
    const auto paintLine = [&](TextStyle style, ColorToken color, int top, const QString &text) {
        painter.setFont(m_theme->font(style));
        painter.setPen(m_theme->color(color));
        const QRect line(inner.left(), top, inner.width(), painter.fontMetrics().height());
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
            painter.fontMetrics().elidedText(text, Qt::ElideRight, inner.width()));
        return line.bottom() + 1;
    };
    const int next = paintLine(TextStyle::BodyStrong, used ? ColorToken::TextDim : ColorToken::Text,
        inner.top(), index.data().toString());
    paintLine(TextStyle::Label, ColorToken::TextDim, next,
        used ? PaletteModel::tr("✓ In the team")
             : index.data(PaletteModel::SubtitleRole).toString());
}

} // namespace renum::ui
