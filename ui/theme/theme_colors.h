// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QPalette>

#include <array>

namespace renum::ui {

inline constexpr int ColorTokenCount = static_cast<int>(ColorToken::NeutralBackground) + 1;

/// The value of every colour token in one scheme.
class ThemeColors {
public:
    [[nodiscard]] static ThemeColors light();
    [[nodiscard]] static ThemeColors dark();
    /// Tokens taken from a palette that is not ours (high contrast, custom): its own colours where
    /// it has a role, and state colours that stay readable on it.
    [[nodiscard]] static ThemeColors fromPalette(const QPalette &palette);

    [[nodiscard]] QColor color(ColorToken token) const;
    /// Four base colours, then lighter and darker shades of them.
    [[nodiscard]] QColor series(int index) const;
    [[nodiscard]] bool isDark() const noexcept { return m_dark; }

    /// Our colours in Qt's roles. Midlight is left to the system on purpose: it is painted nowhere,
    /// and keeps Qt telling us when the system's palette changes.
    [[nodiscard]] QPalette palette() const;

    friend bool operator==(const ThemeColors &, const ThemeColors &) = default;

private:
    std::array<QColor, ColorTokenCount> m_colors;
    std::array<QColor, 4> m_series;
    bool m_dark = false;
};

/// WCAG 2 contrast of two opaque colours, 1 to 21.
[[nodiscard]] double contrastRatio(const QColor &a, const QColor &b);
[[nodiscard]] bool isDarkPalette(const QPalette &palette);
/// True for high-contrast and tinted palettes, which a person chose for a reason; false for the
/// grey ones that desktops come with.
[[nodiscard]] bool isCustomPalette(const QPalette &palette);

} // namespace renum::ui
