// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution_plan.h"
#include "core/workflow/planner.h"

#include <vector>

namespace renum {

/// The active steps by scheduling level: a step is one level below the lowest of its dependencies.
/// Steps in a cycle, which a valid workflow does not have, come last in one level.
[[nodiscard]] std::vector<std::vector<StepId>> planWaves(const ExecutionPlan &plan);

/// Whole seconds, after contract §4.4. Needs `plan.waves`.
[[nodiscard]] int estimateSeconds(const ExecutionPlan &plan, const DurationHistory &history);

} // namespace renum
