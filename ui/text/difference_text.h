// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/editing/team_differences.h"

#include <QString>

namespace renum::ui {

/// One difference between two versions as a sentence: "Analyst: Instructions were changed."
[[nodiscard]] QString differenceText(
    const TeamDifference &difference, const TeamDraft &before, const TeamDraft &after);

} // namespace renum::ui
