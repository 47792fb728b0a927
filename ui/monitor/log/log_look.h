// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/log_entry.h"
#include "ui/theme/theme.h"

#include <QStringList>
#include <QStringView>

#include <vector>

namespace renum::ui {

/// "info", "warning" … in the person's language.
[[nodiscard]] QString levelText(LogLevel level);
/// "network", "agents" … in the person's language.
[[nodiscard]] QString categoryText(LogCategory category);

struct LevelColors {
    ColorToken text;
    ColorToken background;
};
[[nodiscard]] LevelColors colorsOf(LogLevel level);

[[nodiscard]] const std::vector<LogLevel> &allLevels();
[[nodiscard]] const std::vector<LogCategory> &allCategories();

/// A part of a text, in characters.
struct TextRange {
    qsizetype begin = 0;
    qsizetype length = 0;
    friend bool operator==(const TextRange &, const TextRange &) = default;
};
/// Where these words stand in a text, in any case of letters: in order, without overlaps.
[[nodiscard]] std::vector<TextRange> found(QStringView text, const QStringList &words);

} // namespace renum::ui
