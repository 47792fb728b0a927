// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/versions/difference_delegate.h"

#include "ui/builder/versions/compared_graph.h"
#include "ui/builder/versions/difference_rows.h"
#include "ui/theme/theme.h"

namespace renum::ui {

DifferenceDelegate::DifferenceDelegate(const Theme *theme, QObject *parent)
    : RowDelegate(parent)
    , m_theme(theme)
{
}

void DifferenceDelegate::initStyleOption(
    QStyleOptionViewItem *option, const QModelIndex &index) const
{
    RowDelegate::initStyleOption(option, index);
    if (index.column() != DifferenceRow::WhatColumn)
        return;
    const auto mark = static_cast<ChangeMark>(index.data(DifferenceRow::MarkRole).toInt());
    if (!index.parent().isValid())
        option->font = m_theme->font(TextStyle::BodyStrong);
    if (mark == ChangeMark::None)
        return;
    const StateLook look = markLook(mark);
    option->features |= QStyleOptionViewItem::HasDecoration;
    option->icon = m_theme->icon(look.icon, look.color);
    option->decorationSize = { Theme::SmallIconSize, Theme::SmallIconSize };
}

} // namespace renum::ui
