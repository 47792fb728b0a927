// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace renum::ui {

class Theme;

/// Paints a version: what it is called, when it was stored, and what was changed.
class VersionDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    /// `theme` outlives this.
    explicit VersionDelegate(const Theme *theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme *m_theme;
};

} // namespace renum::ui
