// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/builder/views/row_delegate.h"

#include "ui/theme/theme.h"

#include <algorithm>

namespace renum::ui {

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize size = QStyledItemDelegate::sizeHint(option, index);
    return { size.width(), std::max(size.height(), Theme::TargetSize + Theme::Space1) };
}

} // namespace renum::ui
