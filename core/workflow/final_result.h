// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/scheduler_state.h"

#include <optional>

namespace renum {

/// What a completed execution gives, in the form that `plan.finalResult` asks for (contract §3.8):
/// the StepOutput of one step, or with `all` an object of every agent's. When the agent that was
/// asked for did not complete, or `leader` fits not exactly one, the form of the strategy.
[[nodiscard]] std::optional<Json> finalResult(const SchedulerState &state);

} // namespace renum
