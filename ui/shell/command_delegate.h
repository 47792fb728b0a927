// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace renum::ui {

class Theme;

/// A command's name, and its keys at the right.
class CommandDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    static constexpr int ShortcutRole = Qt::UserRole + 2; ///< QString

    explicit CommandDelegate(const Theme *theme, QObject *parent = nullptr);

    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;

private:
    const Theme *m_theme;
};

} // namespace renum::ui
