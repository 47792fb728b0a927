// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/strategy_rules.h"

namespace renum {

const StrategyRules &strategyRules(WorkflowType type)
{
    static constexpr StrategyRules Sequential { .ordered = true, .lastStepDecides = true };
    static constexpr StrategyRules Parallel { .honoursFailFast = true, .finalResult = "all" };
    static constexpr StrategyRules Pipeline {
        .ordered = true, .chained = true, .lastStepDecides = true
    };
    static constexpr StrategyRules Conditional { .conditionsAskedAgain = true,
        .firstRoundDecides = true,
        .onStepFailure = StepFailurePolicy::Continue,
        .finalResult = "all",
        .estimate = StrategyRules::Estimate::ShareOfSum };
    switch (type) {
    case WorkflowType::Sequential:
        return Sequential;
    case WorkflowType::Parallel:
        return Parallel;
    case WorkflowType::Pipeline:
        return Pipeline;
    case WorkflowType::Conditional:
        return Conditional;
    }
    Q_UNREACHABLE();
}

} // namespace renum
