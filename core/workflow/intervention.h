// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/result.h"
#include "core/workflow/transition.h"

/// What people do to single steps of a running execution, and where they let it hold.
namespace renum {

/// Completes or skips the step; one at work is interrupted first. A step that failed takes along
/// what was skipped for want of it. The step must be one that givenRefusal() lets pass.
void giveResult(Transition &t, SchedulerState::StepIndex i, GivenResult result);
/// After the interrupted attempt is gone: does what was given.
void takeGiven(Transition &t, SchedulerState::StepIndex i);
/// Lets a failed step run again, and what was skipped for want of it.
void repeatStep(Transition &t, SchedulerState::StepIndex i);

/// Why nobody can give a result for this step. None: it waits, works or has failed.
[[nodiscard]] std::optional<Error> givenRefusal(const SchedulerState &state, const StepId &step);
/// Why the step cannot run again here. None: it has failed.
[[nodiscard]] std::optional<Error> repeatRefusal(const SchedulerState &state, const StepId &step);
/// Why these cannot be set: a member that the plan does not have, or more than there may be.
[[nodiscard]] std::optional<Error> breakpointsRefusal(
    const ExecutionPlan &plan, const Breakpoints &breakpoints);

/// Holds the execution when it shall before this step; true when it does.
[[nodiscard]] bool holdBefore(Transition &t, SchedulerState::StepIndex i);
/// The step has ended: holds the execution when it shall.
void holdAfter(Transition &t, SchedulerState::StepIndex i);
/// The round stays open: a person may still change what became of it.
[[nodiscard]] bool keepsRoundOpen(const SchedulerState &state);

} // namespace renum
