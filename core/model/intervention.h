// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"

#include <optional>

/// How interventions are written in the log and in an execution's row.
namespace renum {

/// `reason`, `step_id`, `place`; the data of execution_held.
[[nodiscard]] Json toJson(const ExecutionHold &hold);
/// Absent when it is none.
[[nodiscard]] std::optional<ExecutionHold> holdFromJson(const Json &json);

[[nodiscard]] Json toJson(const Breakpoints &breakpoints);
/// Of a member `breakpoints`; those that cannot be read are left out.
[[nodiscard]] Breakpoints breakpointsIn(const Json &data);
/// Of a member `cap`.
[[nodiscard]] SpendingCap capIn(const Json &data);

/// What an execution holds at, and what it may spend: one value for its row. Null when nothing is
/// set.
[[nodiscard]] Json interventionsOf(const Execution &execution);
void readInterventions(const Json &json, Execution &execution);

/// Why an execution cannot be given this cap: it has spent as much, or it says nothing.
[[nodiscard]] std::optional<Error> capRefusal(const SpendingCap &cap, const Usage &spent);
/// The next call would go over the cap, with this many calls at work that are not booked yet.
[[nodiscard]] bool isReached(const SpendingCap &cap, const Usage &spent, int atWork);
[[nodiscard]] qint64 tokensOf(const Usage &usage);

} // namespace renum
