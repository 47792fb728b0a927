// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/execution_driver.h"
#include "core/model/error_codes.h"
#include "core/model/intervention.h"
#include "core/workflow/execution_over.h"
#include "core/workflow/intervention.h"

#include <QPointer>

#include <utility>

/// What people do to single steps, where the execution holds, and what it may spend. As with every
/// wish of a person, the record is in the log before what it leads to.
namespace renum {

using namespace Qt::StringLiterals;

namespace {

Error sharedCapError()
{
    return { ErrorCategory::InvalidInput, QString::fromLatin1(code::ExecutionNotActive),
        u"This team works for another one, whose limit counts. Change it there."_s };
}

} // namespace

// --- steps --------------------------------------------------------------------------------------

PlanStep ExecutionDriver::currentStep(const StepId &id) const
{
    return planStep(id, m_state.step(id)->iteration);
}

QCoro::Task<Result<void>> ExecutionDriver::giveResult(
    StepId step, std::optional<StepOutput> output, QString givenBy)
{
    if (m_over || isEnding())
        co_return executionOverError();
    const StepId id = stepIteration(step).step;
    if (const std::optional<Error> refusal = givenRefusal(m_state, id))
        co_return *refusal;
    const ExecutionEvent record = m_events.resultGiven(currentStep(id), output, givenBy);
    const SchedulerEvent given = ResultGiven { id, { std::move(output) } };
    const Result<void> stored = co_await decide(record, given);
    co_return stored;
}

QCoro::Task<Result<void>> ExecutionDriver::repeatStep(StepId step, QString requestedBy)
{
    if (m_over || isEnding())
        co_return executionOverError();
    const StepId id = stepIteration(step).step;
    if (const std::optional<Error> refusal = repeatRefusal(m_state, id))
        co_return *refusal;
    const ExecutionEvent record = m_events.repeatRequested(currentStep(id), requestedBy);
    const SchedulerEvent request = RepeatRequested { id };
    const Result<void> stored = co_await decide(record, request);
    co_return stored;
}

void ExecutionDriver::run(const InterruptStep &command)
{
    const auto running = m_running.find(command.step);
    if (running != m_running.end())
        stopAttempt(running->first, running->second);
    else // nothing works there (any more)
        feed(StepStopped { command.step });
}

void ExecutionDriver::run(const ReopenStep &command)
{
    m_log.post(m_events.stepReopened(planStep(command.step, command.iteration)));
    recordProgress();
}

// --- where it holds -----------------------------------------------------------------------------

QCoro::Task<Result<void>> ExecutionDriver::setBreakpoints(Breakpoints breakpoints, QString setBy)
{
    if (m_over || isEnding())
        co_return executionOverError();
    if (const std::optional<Error> refusal = breakpointsRefusal(m_state.plan, breakpoints))
        co_return *refusal;
    const ExecutionEvent record = m_events.breakpointsSet(breakpoints, setBy);
    const SchedulerEvent change = BreakpointsChanged { std::move(breakpoints) };
    const Result<void> stored = co_await decide(record, change);
    co_return stored;
}

QCoro::Task<Result<void>> ExecutionDriver::requestNext(QString requestedBy)
{
    if (m_over || isEnding())
        co_return executionOverError();
    const ExecutionEvent record = m_events.continued(requestedBy, true);
    const SchedulerEvent request = NextRequested {};
    pauseNested(false);
    m_spending->reconsider();
    const Result<void> continued = co_await decide(record, request);
    co_return continued;
}

void ExecutionDriver::run(const HoldExecution &command)
{
    const PlanStep *step = m_state.plan.find(stepIteration(command.hold.step).step);
    m_log.post(m_events.held(command.hold, step ? step->agentId : AgentId()));
    pauseNested(true);
}

// --- what it may spend --------------------------------------------------------------------------

// A team that works for another one spends what that may.
void ExecutionDriver::shareSpending()
{
    const Usage before = m_replay ? m_replay->booked.usage : Usage();
    m_spending = m_services.spending;
    if (m_spending) {
        m_spending->book(before);
        return;
    }
    const bool held = m_state.hold && m_state.hold->reason == ExecutionHold::Reason::Cap;
    const bool capTold = m_replay && m_replay->capPassed;
    const SpendingGate::Start start { id(), m_replay ? m_replay->cap : m_request.config.cap, before,
        capTold, held && !capTold, m_services.settings.limits };
    m_spending = std::make_shared<SpendingGate>(start,
        SpendingGate::Listener {
            [this](const SpendingGate::Wish &wish) { capReached(wish); },
            [this](const SpendingLimits::Refusal &refusal, const SpendingGate::Wish &wish) {
                budgetReached(refusal, wish);
            },
            [this] { budgetAllows(); },
        });
}

// What a member team used, it counted itself.
void ExecutionDriver::addUsage(const PlanStep &step, const RunId &run, const Usage &usage)
{
    m_usage.add(step.agentId, usage);
    m_stepUsage[step.id].add(usage);
    if (step.kind == MemberKind::Team)
        return;
    const SpendingGate::Wish who { id(), step.id, m_request.team.id, step.agentId, {}, 0 };
    const QList<BudgetStatus> passed = m_spending->book(who, run, usage);
    for (const BudgetStatus &status : passed)
        m_log.post(m_events.budgetWarning(status));
}

void ExecutionDriver::capReached(const SpendingGate::Wish &wish)
{
    if (m_over || isEnding())
        return;
    const SpendingCap &cap = m_spending->cap();
    m_log.post(m_events.capReached(cap, m_spending->spent(), m_spending->callsAtWork()));
    if (cap.action == SpendingCap::Action::Pause)
        holdToSpend(wish);
    else if (cap.action == SpendingCap::Action::Stop)
        feed(CapEnds {});
}

void ExecutionDriver::budgetReached(
    const SpendingLimits::Refusal &refusal, const SpendingGate::Wish &wish)
{
    if (m_over || isEnding())
        return;
    m_log.post(m_events.budgetReached(refusal));
    if (refusal.action == SpendingCap::Action::Pause) {
        holdToSpend(wish);
        return;
    }
    m_overBudget = refusal.error;
    feed(CapEnds {});
}

void ExecutionDriver::holdToSpend(const SpendingGate::Wish &wish)
{
    const StepId own = wish.execution == id() ? wish.step : StepId();
    m_log.post(m_events.held({ ExecutionHold::Reason::Cap, own }));
    pauseNested(true);
    feed(CapHolds { own });
}

// Raised, removed, or of a day that is over: nobody has to be asked.
void ExecutionDriver::budgetAllows()
{
    const bool held = m_state.hold && m_state.hold->reason == ExecutionHold::Reason::Cap;
    if (m_over || isEnding() || !held)
        return;
    m_log.post(m_events.continued(u"the budget"_s));
    pauseNested(false);
    feed(ContinueRequested {});
}

void ExecutionDriver::waitsToSpend(
    const PlanStep &step, int attempt, const SpendingGate::Wait &wait)
{
    if (wait.forPerson) {
        m_log.post(m_events.waitingForCap(step, attempt));
        feed(CapWaits { stepIteration(step.id).step });
    } else if (!wait.budget.isEmpty()) {
        m_log.post(m_events.waitingForBudget(step, attempt, wait.budget));
    }
}

QCoro::Task<Result<void>> ExecutionDriver::setCap(SpendingCap cap, QString setBy)
{
    if (m_over || isEnding())
        co_return executionOverError();
    if (m_services.spending)
        co_return sharedCapError();
    if (const std::optional<Error> refusal = capRefusal(cap, m_spending->spent()))
        co_return *refusal;
    ExecutionEvents events;
    events.append(m_events.capSet(cap, setBy));
    const bool held = m_state.hold && m_state.hold->reason == ExecutionHold::Reason::Cap;
    if (held)
        events.append(m_events.continued(setBy));
    const OneShot<Result<void>> answer = m_log.commit(std::move(events));
    m_spending->setCap(cap);
    if (held) {
        pauseNested(false);
        feed(ContinueRequested {});
    }
    m_spending->reconsider();
    co_return co_await answer;
}

// --- messages -----------------------------------------------------------------------------------

QCoro::Task<Result<void>> ExecutionDriver::tellAgent(AgentId agent, QString text, QString toldBy)
{
    if (m_over || isEnding())
        co_return executionOverError();
    const OneShot<Result<void>> answer = m_team->tell(toldBy, agent, text);
    co_return co_await answer;
}

} // namespace renum
