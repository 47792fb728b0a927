// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace renum::ui {

class Theme;

/// Paints the rows of a PaletteModel: sections as small titles, the others as cards with the colour
/// bar of the canvas.
class PaletteDelegate : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit PaletteDelegate(const Theme *theme, QObject *parent = nullptr);

    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;

private:
    void paintSection(QPainter &painter, const QRect &rect, const QString &title) const;
    void paintCard(QPainter &painter, const QRect &card, const QStyleOptionViewItem &option,
        bool dashed) const;
    void paintBar(QPainter &painter, const QRect &card, int series) const;
    void paintTexts(QPainter &painter, const QRect &card, const QModelIndex &index) const;

    const Theme *m_theme;
};

} // namespace renum::ui
