// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"

namespace renum::ui {

/// What people call a step: its member's name, or the agent's id where it has none.
[[nodiscard]] inline QString stepName(const StepRecord &step)
{
    return step.name.isEmpty() ? step.agentId.toString() : step.name;
}

} // namespace renum::ui
