// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/rerun.h"

#include "core/model/error_codes.h"

#include <QSet>

#include <algorithm>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

/// The step and what builds on it. A step may depend on one that comes later in the plan.
QSet<StepId> downstream(const ExecutionPlan &plan, const StepId &first)
{
    QSet<StepId> found { first };
    for (bool grew = true; grew;) {
        grew = false;
        for (const PlanStep &step : plan.steps) {
            const bool builds = std::ranges::any_of(step.dependencies,
                [&](const StepId &dependency) { return found.contains(dependency); });
            if (builds && !found.contains(step.id)) {
                found.insert(step.id);
                grew = true;
            }
        }
    }
    return found;
}

ExecutionOrigin originOf(const Execution &execution, const QSet<StepId> &again)
{
    ExecutionOrigin origin;
    origin.execution = execution.id;
    for (const StepRecord &step : execution.steps) {
        if (step.status == StepStatus::Completed && step.output && !again.contains(step.id))
            origin.results.insert(step.id, *step.output);
    }
    return origin;
}

} // namespace

ExecutionOrigin retryOrigin(const Execution &execution)
{
    // What completed after something that did not, completed without it and would now see it.
    QSet<StepId> again;
    for (const StepRecord &step : execution.steps) {
        if (step.status != StepStatus::Completed && execution.plan)
            again += downstream(*execution.plan, step.id);
    }
    return originOf(execution, again);
}

Result<ExecutionOrigin> forkOrigin(
    const Execution &execution, const StepId &step, const std::optional<QString> &input)
{
    if (!execution.plan || !execution.plan->find(step)) {
        return Error { ErrorCategory::InvalidInput, QString::fromLatin1(code::NotFound),
            u"The execution has no step \"%1\"."_s.arg(step.toString()) };
    }
    ExecutionOrigin origin = originOf(execution, downstream(*execution.plan, step));
    origin.kind = ExecutionOrigin::Kind::Fork;
    if (input)
        origin.inputs.insert(step, *input);
    return origin;
}

} // namespace renum
