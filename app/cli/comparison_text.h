// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/run_comparison.h"

#include <QStringList>

namespace renum::cli {

/// Totals, a line a step, what differs in their texts, the result word by word, and the settings.
[[nodiscard]] QStringList comparisonLines(const RunComparison &comparison);

/// `[-old-] {+new+}` around what differs.
[[nodiscard]] QString markedText(const QString &before, const QString &after);

} // namespace renum::cli
