// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

namespace renum::ui {

/// The font of a text style, scaled from `base` (the system's font at its size).
[[nodiscard]] QFont scaledFont(TextStyle style, const QFont &base);
/// As a style sheet's declarations, for example `font-size: 10.2pt; font-weight: 600;`.
[[nodiscard]] QString fontDeclarations(TextStyle style, const QFont &base);

} // namespace renum::ui
