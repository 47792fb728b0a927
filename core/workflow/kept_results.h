// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"
#include "core/model/result.h"

/// Results that stand in for what members of a team would do ("pins"). A member whose result is
/// kept takes its turn like any other: what it waits for must have ended, its conditions must hold,
/// its input must be there. Then it is completed at once with the kept result, in every iteration:
/// nobody is called, nobody is asked to agree, nothing is paid. Pure.
namespace renum {

using KeptResults = QMap<AgentId, StepOutput>;

/// Errors: pin_invalid for a member that the workflow has not, and for one at which a person
/// decides: its result is the input it hands on.
[[nodiscard]] std::optional<Error> keptResultsRefusal(
    const KeptResults &kept, const WorkflowDefinition &workflow);

/// A plan in which nobody is asked before a step whose result is kept.
[[nodiscard]] ExecutionPlan withKeptResults(ExecutionPlan plan, const KeptResults &kept);

} // namespace renum
