// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/monitor/interventions/wait_text.h"

#include "core/model/error_codes.h"
#include "core/model/intervention.h"
#include "core/model/step_iteration.h"
#include "ui/graph/wall_clock.h"
#include "ui/monitor/interventions/asking_step.h"
#include "ui/monitor/step_name.h"
#include "ui/text/error_text.h"
#include "ui/text/format.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace renum::ui {

namespace {

struct Wait {
    Q_DECLARE_TR_FUNCTIONS(WaitLine)
};

/// More than this many facts are no line any more.
constexpr qsizetype MostParts = 3;

QString list(const QStringList &names)
{
    return names.join(Wait::tr(", ", "between names in a list"));
}

int secondsUntil(Timestamp then, Timestamp now)
{
    return int(std::chrono::ceil<std::chrono::seconds>(then - now).count());
}

bool isRateLimit(const Error &error)
{
    return error.category == ErrorCategory::ResourceExhausted;
}

QString retryText(const StepRecord &step, Timestamp now)
{
    const int left = secondsUntil(*step.retryAt, now);
    if (left <= 0)
        return Wait::tr("%1 is being tried again").arg(stepName(step));
    if (step.error && isRateLimit(*step.error))
        return Wait::tr("%1 is rate-limited, tried again in %n second(s)", nullptr, left)
            .arg(stepName(step));
    return Wait::tr("%1 failed and is tried again in %n second(s)", nullptr, left)
        .arg(stepName(step));
}

QString circuitText(const StepRecord &step, Timestamp now)
{
    if (!step.waiting->nextTry || *step.waiting->nextTry <= now)
        return Wait::tr("%1 waits: the agent service is being asked whether it answers again")
            .arg(stepName(step));
    return Wait::tr("%1 waits: the agent service does not answer, next try in %n second(s)",
        nullptr, secondsUntil(*step.waiting->nextTry, now))
        .arg(stepName(step));
}

QString busyText(const StepRecord &step, Timestamp now)
{
    if (!step.waiting->nextTry || *step.waiting->nextTry <= now)
        return Wait::tr("%1 waits for a free slot at the agent service").arg(stepName(step));
    return Wait::tr("%1 waits for a free slot at the agent service, asked again in %n second(s)",
        nullptr, secondsUntil(*step.waiting->nextTry, now))
        .arg(stepName(step));
}

QString startWaitText(const StepRecord &step, Timestamp now)
{
    switch (step.waiting->reason) {
    case WaitReason::CircuitOpen:
        return circuitText(step, now);
    case WaitReason::RunSlot: //: agent, number
        return Wait::tr("%1 waits for its turn, place %2 in the queue")
            .arg(stepName(step))
            .arg(step.waiting->position);
    case WaitReason::ServiceBusy:
        return busyText(step, now);
    }
    return {};
}

QString runningText(const StepRecord &step, Timestamp now)
{
    if (step.retryAt)
        return retryText(step, now);
    if (step.waiting)
        return startWaitText(step, now);
    if (step.runState == RunState::Unknown)
        return Wait::tr("Checking whether %1 was started").arg(stepName(step));
    if (!step.activity.isEmpty()) //: agent, what it does right now
        return Wait::tr("%1 is busy: %2").arg(stepName(step), step.activity.simplified().left(60));
    if (!step.liveText.isEmpty())
        return Wait::tr("%1 is writing").arg(stepName(step));
    if (step.runState == RunState::Bound)
        return Wait::tr("%1 is working, no words yet").arg(stepName(step));
    return Wait::tr("%1 is being started").arg(stepName(step));
}

// --- holds --------------------------------------------------------------------------------------

QString limitText(const SpendingCap &cap, const Usage &spent)
{
    if (cap.calls && spent.requestCount >= *cap.calls) //: number, number
        return Wait::tr("%1 of %2 calls").arg(spent.requestCount).arg(*cap.calls);
    if (cap.tokens && tokensOf(spent) >= *cap.tokens) //: number, number
        return Wait::tr("%1 of %2 tokens")
            .arg(format::count(tokensOf(spent)), format::count(*cap.tokens));
    if (cap.nanoUsd && spent.cost.nanoUsd >= *cap.nanoUsd) {
        constexpr double nanoOfUsd = 1e9;
        const QLocale locale;
        //: amount, amount
        return Wait::tr("US$ %1 of %2")
            .arg(locale.toString(double(spent.cost.nanoUsd) / nanoOfUsd, 'f', 4),
                locale.toString(double(*cap.nanoUsd) / nanoOfUsd, 'f', 4));
    }
    return {};
}

QString budgetText(const QString &name)
{
    //: name of a budget
    return Wait::tr("Holds at the budget %1. It goes on when the budget is raised or removed, or "
                    "its day or month is over")
        .arg(name);
}

QString capText(const Execution &execution)
{
    if (const QString budget = budgetThatHolds(execution); !budget.isEmpty())
        return budgetText(budget);
    const QString limit = limitText(execution.cap, execution.usage);
    if (limit.isEmpty()) // by calls that are at work
        return Wait::tr("Holds at its spending limit. Raise it to go on");
    //: what was spent
    return Wait::tr("Holds at its spending limit, %1. Raise it to go on").arg(limit);
}

QString holdText(const Execution &execution)
{
    if (execution.hold->reason == ExecutionHold::Reason::Cap)
        return capText(execution);
    const StepRecord *step = execution.step(stepIteration(execution.hold->step).step);
    const QString name = step ? stepName(*step) : execution.hold->step.toString();
    return execution.hold->place == Breakpoint::Place::After
        ? Wait::tr("Holds after %1, at a breakpoint").arg(name)
        : Wait::tr("Holds before %1, at a breakpoint").arg(name);
}

bool waitsForLimit(const Execution &execution, const StepRecord &step)
{
    return execution.hold && execution.hold->reason == ExecutionHold::Reason::Cap
        && step.runState == RunState::None;
}

/// Of an agent that feedback made work again: what it does now.
const StepRecord *latestStep(const Execution &execution, const AgentId &agent)
{
    const auto found = std::ranges::find(
        execution.steps.rbegin(), execution.steps.rend(), agent, &StepRecord::agentId);
    return found == execution.steps.rend() ? nullptr : &*found;
}

struct Inputs {
    QStringList open; ///< names of what is not there yet
    int ready = 0;
    int all = 0;
};

Inputs inputsOf(const Execution &execution, const StepRecord &step)
{
    Inputs inputs;
    const PlanStep *planned = execution.plan ? execution.plan->findAgent(step.agentId) : nullptr;
    if (!planned)
        return inputs;
    // In the order of the plan, which is the order people know.
    for (const PlanStep &producer : execution.plan->steps) {
        const bool needed
            = std::ranges::find(planned->dependencies, producer.id) != planned->dependencies.end();
        const StepRecord *other = needed ? latestStep(execution, producer.agentId) : nullptr;
        if (!other)
            continue;
        ++inputs.all;
        if (isTerminal(other->status))
            ++inputs.ready;
        else
            inputs.open << stepName(*other);
    }
    return inputs;
}

QString approvalText(const StepRecord &step)
{
    return Wait::tr("%1 waits for your approval since %2")
        .arg(stepName(step), format::shortDate(step.approval->requestedAt, wallClock()));
}

QString pendingText(const Execution &execution, const StepRecord &step)
{
    if (asksPerson(step))
        return approvalText(step);
    const Inputs inputs = inputsOf(execution, step);
    if (inputs.open.isEmpty())
        return Wait::tr("%1 is next").arg(stepName(step));
    if (inputs.all < 2)
        return Wait::tr("%1 waits for %2").arg(stepName(step), list(inputs.open));
    //: agent, agents, number, number
    return Wait::tr("%1 waits for %2 (%3 of %4 inputs ready)")
        .arg(stepName(step), list(inputs.open))
        .arg(inputs.ready)
        .arg(inputs.all);
}

QString joined(QStringList parts)
{
    const qsizetype more = parts.size() - MostParts;
    if (more > 0) {
        parts = parts.mid(0, MostParts);
        parts << Wait::tr("and %n more", nullptr, static_cast<int>(more));
    }
    return parts.join(Wait::tr(" · ", "between facts in one line"));
}

QString activeText(const Execution &execution, Timestamp now)
{
    QStringList parts;
    if (execution.hold)
        parts << holdText(execution);
    else if (execution.paused)
        parts << Wait::tr("Paused");
    for (const StepRecord &step : execution.steps) {
        if (step.status == StepStatus::Running && !waitsForLimit(execution, step))
            parts << runningText(step, now);
    }
    for (const StepRecord &step : execution.steps) {
        if (step.status == StepStatus::Pending)
            parts << pendingText(execution, step);
    }
    return parts.isEmpty() ? Wait::tr("Putting the results together") : joined(parts);
}

QString stoppingText(const Execution &execution)
{
    QStringList names;
    for (const StepRecord &step : execution.steps) {
        if (step.status == StepStatus::Running)
            names << stepName(step);
    }
    if (names.isEmpty())
        return Wait::tr("Stopping");
    return Wait::tr("Stopping · waits for %1 to end").arg(list(names));
}

/// Why the team failed: what its first step that failed says, which tells more than that one did.
QString failureText(const Execution &execution)
{
    const auto failed
        = [](const StepRecord &step) { return step.status == StepStatus::Failed && step.error; };
    const auto first = std::ranges::find_if(execution.steps, failed);
    if (!execution.error)
        return execution.errorMessage;
    if (execution.error->code != QLatin1StringView(code::StepsFailed)
        || first == execution.steps.end())
        return errorText(*execution.error);
    const auto more = std::ranges::count_if(execution.steps, failed) - 1;
    //: agent, what went wrong
    QString reason = Wait::tr("%1: %2").arg(stepName(*first), errorText(*first->error));
    if (more == 0)
        return reason;
    return reason + u' ' + Wait::tr("%n more step(s) failed.", nullptr, static_cast<int>(more));
}

WaitLine endLine(const Execution &execution)
{
    const Timestamp begin = execution.startedAt.value_or(execution.createdAt);
    const QString time = format::duration(between(begin, execution.completedAt.value_or(begin)));
    switch (execution.status) {
    case ExecutionStatus::Completed:
        if (execution.hasErrors)
            return { Wait::tr("Finished in %1, but not every agent succeeded").arg(time),
                Look::WarnBanner };
        return { Wait::tr("Finished in %1").arg(time), Look::OkBanner };
    case ExecutionStatus::Failed:
        return { failureText(execution), Look::ErrBanner };
    default:
        return { Wait::tr("Stopped after %1. What was produced until then is kept.").arg(time),
            Look::WarnBanner };
    }
}

} // namespace

WaitLine waitLine(const Execution &execution, bool interrupted, Timestamp now)
{
    if (isTerminal(execution.status))
        return endLine(execution);
    if (interrupted)
        return { Wait::tr(
                     "Renum was closed or crashed while this team was running, so nobody drives "
                     "it now. Everything received until then is kept. Continue it, or stop it to "
                     "end agents that may still be working."),
            Look::WarnBanner };
    if (execution.stopRequested)
        return { stoppingText(execution), Look::WarnBanner };
    if (execution.status == ExecutionStatus::Pending)
        return { Wait::tr("Waiting to start"), Look::AccentBanner };
    const bool waitsForPerson
        = execution.paused || std::ranges::any_of(execution.steps, asksPerson);
    return { activeText(execution, now), waitsForPerson ? Look::WarnBanner : Look::AccentBanner };
}

} // namespace renum::ui
