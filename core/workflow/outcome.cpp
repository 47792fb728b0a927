// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workflow/outcome.h"

#include "core/model/error_codes.h"
#include "core/workflow/final_result.h"

#include <algorithm>
#include <utility>

namespace renum {

using namespace Qt::StringLiterals;

namespace {

using StepIndex = SchedulerState::StepIndex;

void stopStep(Transition &t, StepIndex i)
{
    if (t.step(i).isWorking())
        t.command(CancelStep { t.plan(i).id, t.step(i).iteration, true });
    else
        t.cancel(i);
}

template<typename Predicate>
std::vector<StepIndex> stepsThat(const SchedulerState &state, Predicate predicate)
{
    std::vector<StepIndex> found;
    for (StepIndex i = 0; i < state.steps.size(); ++i) {
        if (predicate(state.steps[i]))
            found.push_back(i);
    }
    return found;
}

Error error(ErrorCategory category, const char *code, QString message, QVariantMap args = {})
{
    return { category, QString::fromLatin1(code), std::move(message), std::move(args) };
}

Error failureOf(const ScheduledStep &step)
{
    if (step.error)
        return *step.error;
    if (step.skipReason == SkipReason::ApprovalTimeout) {
        return error(
            ErrorCategory::InvalidInput, code::ApprovalExpired, u"Nobody approved it in time."_s);
    }
    return error(ErrorCategory::InvalidInput, code::ApprovalRejected, u"It was not approved."_s);
}

Error stepsFailed(const SchedulerState &state, const std::vector<StepIndex> &failed)
{
    const Error first = failureOf(state.steps[failed.front()]);
    const QString name = state.plan.steps[failed.front()].name;
    QString message = u"The step \"%1\" failed: %2"_s.arg(name, first.message);
    if (failed.size() > 1)
        message += u" (%1 steps failed in all.)"_s.arg(failed.size());
    return error(first.category, code::StepsFailed, message,
        { { u"step"_s, name }, { u"reason"_s, first.message }, { u"reason_code"_s, first.code },
            { u"count"_s, int(failed.size()) } });
}

Error timedOut(const SchedulerState &state)
{
    return error(ErrorCategory::AgentTimeout, code::ExecutionTimeout,
        u"The execution took longer than its limit of %1 seconds and was stopped. Raise the limit "
        "or make the team's task smaller."_s.arg(state.plan.maxExecutionSeconds),
        { { u"seconds"_s, state.plan.maxExecutionSeconds } });
}

Error overCap()
{
    return error(ErrorCategory::QuotaExceeded, code::BudgetExceeded,
        u"The execution has spent what it may and was stopped. Raise its limit and run it again; "
        "what was finished is kept."_s);
}

/// The last step that could have run: what is inactive was never meant to.
bool lastStepCompleted(const SchedulerState &state)
{
    for (StepIndex i = state.steps.size(); i-- > 0;) {
        if (state.plan.steps[i].isActive)
            return state.steps[i].status == StepStatus::Completed;
    }
    return false;
}

bool succeeded(const Transition &t, const std::vector<StepIndex> &failed)
{
    const SchedulerState &state = t.state();
    if (state.ending != Ending::No)
        return false;
    if (failed.empty())
        return !state.completedAgents.isEmpty();
    return t.rules().lastStepDecides ? lastStepCompleted(state) : !state.completedAgents.isEmpty();
}

FinishExecution decide(const Transition &t)
{
    const SchedulerState &state = t.state();
    const std::vector<StepIndex> failed = stepsThat(state, isFailure);
    FinishExecution end;
    end.hasErrors = !failed.empty();
    end.status = ExecutionStatus::Failed;
    if (state.ending == Ending::Stopped) {
        end.status = ExecutionStatus::Cancelled;
        end.error = error(
            ErrorCategory::UserCancelled, code::UserCancelled, u"Execution cancelled by user"_s);
    } else if (state.ending == Ending::TimedOut) {
        end.error = timedOut(state);
    } else if (state.ending == Ending::OverCap) {
        end.error = overCap();
    } else if (succeeded(t, failed)) {
        end.status = ExecutionStatus::Completed;
        end.finalResult = finalResult(state);
    } else if (!failed.empty()) {
        end.error = stepsFailed(state, failed);
    } else {
        end.error
            = error(ErrorCategory::InvalidInput, code::NoEligibleAgent, u"No eligible agent"_s);
    }
    return end;
}

} // namespace

void stopEverything(Transition &t, Ending ending)
{
    SchedulerState &state = t.state();
    state.ending = ending;
    state.queued.clear();
    for (StepIndex i = 0; i < state.steps.size(); ++i) {
        t.step(i).given.reset(); // it is cancelled like the others
        if (!isTerminal(t.step(i).status))
            stopStep(t, i);
    }
}

void failFast(Transition &t)
{
    SchedulerState &state = t.state();
    state.ending = Ending::FailedFast;
    state.queued.clear();
    for (const StepIndex i : state.batch) {
        if (!isTerminal(t.step(i).status))
            stopStep(t, i);
    }
}

bool isFailure(const ScheduledStep &step)
{
    return step.status == StepStatus::Failed || step.skipReason == SkipReason::ApprovalRejected
        || step.skipReason == SkipReason::ApprovalTimeout;
}

void finish(Transition &t)
{
    SchedulerState &state = t.state();
    const auto pending
        = [](const ScheduledStep &step) { return step.status == StepStatus::Pending; };
    for (const StepIndex i : stepsThat(state, pending))
        t.skip(i, SkipReason::UpstreamFailed);
    FinishExecution end = decide(t);
    state.status = end.status;
    t.command(std::move(end));
}

Error invalidInput(const QString &what)
{
    return error(ErrorCategory::InvalidInput, code::InvalidStepInput, what);
}

} // namespace renum
