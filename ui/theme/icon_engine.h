// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme_colors.h"

#include <QIconEngine>

#include <memory>

namespace renum::ui {

/// The colours in use, shared by the theme and every icon it made.
using SharedColors = std::shared_ptr<const ThemeColors>;

/// Paints one SVG of resources/icons in the colour that its token has at that moment.
class IconEngine : public QIconEngine {
public:
    IconEngine(QString name, ColorToken token, ColorToken checked, SharedColors colors);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    [[nodiscard]] QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    [[nodiscard]] QPixmap scaledPixmap(
        const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    [[nodiscard]] QIconEngine *clone() const override;
    [[nodiscard]] QString key() const override;
    [[nodiscard]] bool isNull() override;

private:
    [[nodiscard]] QColor tint(QIcon::Mode mode, QIcon::State state) const;

    QString m_name;
    ColorToken m_token;
    ColorToken m_checked;
    SharedColors m_colors;
};

} // namespace renum::ui
