// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/builder/views/row_delegate.h"

namespace renum::ui {

class Theme;

/// Paints rows of a comparison with the sign of what happened before their words.
class DifferenceDelegate : public RowDelegate {
    Q_OBJECT

public:
    /// `theme` outlives this.
    explicit DifferenceDelegate(const Theme *theme, QObject *parent = nullptr);

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    const Theme *m_theme;
};

} // namespace renum::ui
