// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/interventions/asking_step.h"

#include "core/model/error_codes.h"

#include <algorithm>

namespace renum::ui {

bool asksPerson(const StepRecord &step)
{
    return step.status == StepStatus::Pending && step.approval
        && step.approval->state == ApprovalState::Waiting;
}

const StepRecord *stepThatAsks(const Execution &execution)
{
    const auto found = std::ranges::find_if(execution.steps, asksPerson);
    return found == execution.steps.end() ? nullptr : &*found;
}

QString budgetThatHolds(const Execution &execution)
{
    const bool holds = execution.hold && execution.hold->reason == ExecutionHold::Reason::Cap
        && execution.error && execution.error->code == QLatin1StringView(code::BudgetExceeded);
    return holds ? execution.error->args.value(QStringLiteral("budget")).toString() : QString();
}

} // namespace renum::ui
