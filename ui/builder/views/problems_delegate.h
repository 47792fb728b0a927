// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/builder/views/row_delegate.h"

namespace renum::ui {

class Theme;

/// Paints rows of a ProblemsModel: the kind as a chip, the rule dim, what can be done as a link.
class ProblemsDelegate : public RowDelegate {
    Q_OBJECT

public:
    /// `theme` outlives this.
    explicit ProblemsDelegate(const Theme *theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    void paintKind(
        QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    const Theme *m_theme;
};

} // namespace renum::ui
