// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/look.h"
#include "ui/theme/theme_colors.h"

namespace renum::ui {

/// application.qss with its placeholders (`@panel`, `@control-height`, …) replaced.
[[nodiscard]] QString buildStyleSheet(const ThemeColors &colors, const QFont &base);

/// Names by which the style sheet knows looks, text styles and colours.
[[nodiscard]] QString nameOf(Look look);
[[nodiscard]] QString nameOf(TextStyle style);
[[nodiscard]] QString nameOf(ColorToken token);

} // namespace renum::ui
