// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/transition.h"

/// How an execution ends (contract §3.7, §4.6).
namespace renum {

/// No new steps; running ones are stopped, waiting ones cancelled.
void stopEverything(Transition &t, Ending ending);
/// The same for the siblings of a failed step; later steps are skipped when the execution ends.
void failFast(Transition &t);

/// Skips what is left and commands the end, with its status, result and error.
void finish(Transition &t);

/// Failed, or skipped because a person did not agree to it (contract §3.8).
[[nodiscard]] bool isFailure(const ScheduledStep &step);

/// For a step whose input cannot be resolved.
[[nodiscard]] Error invalidInput(const QString &what);

} // namespace renum
