// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/step_input.h"
#include "core/workflow/transition.h"

#include <optional>
#include <variant>

namespace renum {

/// The input a step has now: as planned, or in a pipeline from the last completed step (§3.7.3),
/// with what feedback added to it (§3.9).
[[nodiscard]] std::variant<ResolvedInput, InputMissing> currentInput(
    const Transition &t, SchedulerState::StepIndex i);

/// The agent whose result the step's input is, when it is exactly one's.
[[nodiscard]] std::optional<AgentId> currentProducer(
    const Transition &t, SchedulerState::StepIndex i);

/// Commands the next attempt of a step whose input is there.
void startAttempt(Transition &t, SchedulerState::StepIndex i);

/// Starts steps of the round while there are free places.
void startQueued(Transition &t);

} // namespace renum
