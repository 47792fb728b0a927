// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/unreadable_log.h"

#include "core/engine/event_factory.h"
#include "core/model/error_codes.h"
#include "core/model/step_iteration.h"

#include <algorithm>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

PlanStep planStepOf(const StepRecord *record, const StepId &id)
{
    PlanStep step;
    step.id = id;
    if (record) {
        step.agentId = record->agentId;
        step.order = record->order;
    }
    return step;
}

// A start may be of a later iteration, `agent#2`; the record is the plan's step (contract §3.9).
// One that answers a request has none.
const StepRecord *recordOf(const Execution &execution, const StepId &id)
{
    if (const StepRecord *record = execution.step(id))
        return record;
    return execution.step(stepIteration(id).step);
}

/// The id under which the log knows what the step does now: that of its newest start.
StepId newestIteration(
    const StepRecord &step, const Execution &execution, const QList<RemoteStart> &starts)
{
    int newest = 1;
    for (const RemoteStart &start : starts) {
        if (start.step != step.id && recordOf(execution, start.step) == &step)
            newest = std::max(newest, stepIteration(start.step).iteration);
    }
    return iterationStepId(step.id, newest);
}

ProgressFacts factsOf(const Execution &execution)
{
    ProgressFacts facts;
    facts.totalSteps = static_cast<int>(execution.steps.size());
    facts.completedSteps = static_cast<int>(std::ranges::count_if(
        execution.steps, [](const StepRecord &step) { return isTerminal(step.status); }));
    return facts;
}

FinishExecution failure()
{
    FinishExecution end;
    end.status = ExecutionStatus::Failed;
    end.error = Error { ErrorCategory::SystemError,
        QString::fromLatin1(code::OrchestratorRestarted), u"Orchestrator restarted"_s };
    return end;
}

} // namespace

ExecutionEvents endOfUnreadable(
    const Execution &execution, const QList<RemoteStart> &starts, Timestamp now)
{
    const EventFactory factory(execution.id, execution.teamId);
    ExecutionEvents events;
    for (const RemoteStart &start : starts) {
        if (start.state != RunState::Bound || start.usageBooked)
            continue;
        Usage unknown;
        unknown.requestCount = 1;
        unknown.cost = Cost::ofCall(CostBasis::Unpriced, 0);
        const PlanStep step = planStepOf(recordOf(execution, start.step), start.step);
        events.append(factory.used(step, start.attempt, start.run, { unknown }));
    }
    for (const StepRecord &step : execution.steps) {
        if (!isTerminal(step.status))
            events.append(
                factory.stepCancelled(planStepOf(&step, newestIteration(step, execution, starts)),
                    QString::fromLatin1(code::OrchestratorRestarted)));
    }
    events.append(factory.failed(failure(), factsOf(execution)));
    qint64 seq = execution.lastSeq;
    for (ExecutionEvent &event : events) {
        event.seq = ++seq;
        event.timestamp = now;
    }
    return events;
}

} // namespace renum
