// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/workflow_definition.h"

namespace renum {

/// Everything in which the four strategies differ (contract §3.7). Validation, planning and
/// scheduling read this table; none of them asks for the type itself.
struct StrategyRules {
    /// Each step waits for the one before it, in the order of §3.4.
    bool ordered = false;
    /// Each step but the first gets the result of the last completed step (§3.7.3).
    bool chained = false;
    /// An unmet condition is asked again in later rounds, until nothing else can happen (§3.7.4).
    bool conditionsAskedAgain = false;
    /// Without a step that can begin, or when all of the first round fail, the execution fails.
    bool firstRoundDecides = false;
    /// After a tolerated failure: whether the last step must have completed, or any.
    bool lastStepDecides = false;
    /// fail_fast means something.
    bool honoursFailFast = false;
    StepFailurePolicy onStepFailure = StepFailurePolicy::Stop;
    const char *finalResult = "last";
    /// How the steps' times add up to the execution's.
    enum class Estimate { CriticalPath, ShareOfSum } estimate = Estimate::CriticalPath;
};

[[nodiscard]] const StrategyRules &strategyRules(WorkflowType type);

} // namespace renum
