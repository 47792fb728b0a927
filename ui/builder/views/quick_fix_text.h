// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/editing/quick_fixes.h"

#include <QString>

namespace renum::ui {

/// What a quick fix does, as the words on its button. `workflow` tells the members' names.
[[nodiscard]] QString quickFixText(const QuickFix &fix, const WorkflowDefinition &workflow);

} // namespace renum::ui
