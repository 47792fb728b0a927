// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/command_delegate.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace renum::ui {

CommandDelegate::CommandDelegate(const Theme *theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize CommandDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return { 0, Theme::ControlHeight };
}

void CommandDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const bool enabled = option.state.testFlag(QStyle::State_Enabled);
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, m_theme->color(ColorToken::AccentBackground));
    const QRect inner = option.rect.adjusted(Theme::Space3, 0, -Theme::Space3, 0);
    const QString keys = index.data(ShortcutRole).toString();
    painter->setFont(m_theme->font(TextStyle::Label));
    painter->setPen(m_theme->color(ColorToken::TextDim));
    painter->drawText(inner, Qt::AlignRight | Qt::AlignVCenter, keys);
    const int room = inner.width() - painter->fontMetrics().horizontalAdvance(keys) - Theme::Space3;
    painter->setFont(m_theme->font(TextStyle::Body));
    painter->setPen(m_theme->color(enabled ? ColorToken::Text : ColorToken::TextDim));
    painter->drawText(inner, Qt::AlignLeft | Qt::AlignVCenter,
        painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, room));
    painter->restore();
}

} // namespace renum::ui
