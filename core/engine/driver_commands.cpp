// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/execution_driver.h"

#include <QPointer>

#include <utility>

/// What the scheduler commands, and what the attempts tell.
namespace renum {

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

// --- what the scheduler commands ----------------------------------------------------------------

void ExecutionDriver::run(const StartStep &command)
{
    const PlanStep step = planStep(command.step, command.iteration);
    if (reuse(step, command))
        return;
    StartStep start = command;
    start.prompt = beginStep(step, command);
    if (step.kind == MemberKind::Team)
        startNested(step, start);
    else
        startAttempt(step, start);
}

void ExecutionDriver::startAttempt(
    const PlanStep &step, const StartStep &command, std::optional<TakenOverAttempt> takenOver)
{
    const QString title = QString(
        u"Renum: "_s % m_request.team.name % u", "_s % step.name % u", "_s % id().toString());
    AttemptSpec spec { step, command.attempt, command.prompt, title, std::move(takenOver) };
    auto work = std::make_unique<AttemptRunner>(
        std::move(spec), attemptServices(step, command.attempt), callbacksFor(step, command));
    m_running[command.step] = { command.iteration, work.get(), work.get(), nullptr };
    m_attempts.push_back(std::move(work));
    m_attempts.back()->start();
}

StepWork::Callbacks ExecutionDriver::callbacksFor(const PlanStep &step, const StartStep &command)
{
    StepWork::Callbacks callbacks {
        [this, command](const AttemptEnd &end) { attemptEnded(command, end); },
        [this, step](const RunId &run, const Usage &usage) { addUsage(step, run, usage); },
    };
    if (step.kind == MemberKind::Team) {
        callbacks.waitsForPerson = [this, step, attempt = command.attempt](
                                       bool waits) { nestedWaits(step, attempt, waits); };
    }
    return callbacks;
}

void ExecutionDriver::run(const ScheduleRetry &command)
{
    const PlanStep step = planStep(command.step, command.iteration);
    const milliseconds delay = withJitter(step, command.delay);
    m_log.post(m_events.retrying(step, command, delay));
    waitForRetry(command.step, delay);
}

void ExecutionDriver::waitForRetry(const StepId &step, milliseconds delay)
{
    m_retries[step] = m_services.clock->startTimer(delay, [this, step] {
        m_retries.erase(step);
        feed(RetryDue { step });
    });
}

void ExecutionDriver::run(const SkipStep &command)
{
    m_retries.erase(command.step);
    m_approvals.erase(command.step);
    m_log.post(m_events.stepSkipped(planStep(command.step, command.iteration), command.reason));
    recordProgress();
}

void ExecutionDriver::run(const CompleteStep &command)
{
    m_retries.erase(command.step); // a person may have given the result
    m_approvals.erase(command.step);
    const PlanStep step = planStep(command.step, command.iteration);
    m_log.post(m_events.stepCompleted(step, command.output, m_stepUsage.value(step.id)));
    recordProgress();
}

void ExecutionDriver::run(const FailStep &command)
{
    m_log.post(m_events.stepFailed(planStep(command.step, command.iteration), command));
    recordProgress();
}

void ExecutionDriver::run(const CancelStep &command)
{
    m_retries.erase(command.step);
    m_approvals.erase(command.step);
    const auto running = m_running.find(command.step);
    if (running != m_running.end()) {
        stopAttempt(running->first, running->second);
        return;
    }
    // It may have ended at the same moment, which was not told to the scheduler yet.
    std::erase_if(m_inbox, [&](const SchedulerEvent &event) {
        const auto *failed = std::get_if<AttemptFailed>(&event);
        const auto *succeeded = std::get_if<AttemptSucceeded>(&event);
        return (failed && failed->step == command.step)
            || (succeeded && succeeded->step == command.step);
    });
    m_log.post(m_events.stepCancelled(planStep(command.step, command.iteration), cancelReason()));
    recordProgress();
    if (command.running)
        feed(StepStopped { command.step });
}

void ExecutionDriver::run(const PublishContext &command)
{
    for (const ContextChange &change : command.changes)
        m_log.post(m_events.contextChanged(change));
    for (const ContextRefusal &refusal : command.refusals) {
        m_log.post(m_events.log(LogLevel::Warning, u"agent"_s, toString(refusal), refusal.agentId));
    }
    for (const ContextConflict &conflict : command.conflicts) {
        m_log.post(m_events.log(LogLevel::Warning, u"agent"_s,
            u"Several agents wrote \"%1\"; the value of %2 counts."_s.arg(
                conflict.key, conflict.winner.toString()),
            conflict.winner));
    }
}

void ExecutionDriver::run(const FinishExecution &command)
{
    m_deadline.reset();
    m_retries.clear();
    m_approvals.clear();
    m_team->close();
    m_finish = command;
    if (m_overBudget && m_state.ending == Ending::OverCap)
        m_finish->error = *m_overBudget; // which names it
    if (m_auxiliary.empty())
        endLog();
    else
        stopAuxiliaryRuns();
}

// --- how attempts end
// -----------------------------------------------------------------------------

void ExecutionDriver::attemptEnded(const StartStep &command, const AttemptEnd &end)
{
    const auto running = m_running.find(command.step);
    if (running == m_running.end() || running->second.iteration != command.iteration)
        return; // it ended after the patience of a stop did
    if (running->second.stopLimit) {
        stepStopped(command.step, command.iteration);
        return;
    }
    m_running.erase(running);
    m_nested.erase(command.step);
    if (end.kind == AttemptEnd::Kind::Succeeded)
        feed(AttemptSucceeded { command.step, end.output });
    else
        feed(AttemptFailed { command.step, end.error, end.retryAfter });
}

// Contract §4.6: cancelled regardless when the service does not obey in time.
void ExecutionDriver::stopAttempt(const StepId &step, Running &running)
{
    if (running.stopLimit)
        return;
    running.stopLimit = m_services.clock->startTimer(m_services.settings.stopWait,
        [this, step, iteration = running.iteration] { stepStopped(step, iteration); });
    running.attempt->cancel();
}

void ExecutionDriver::stepStopped(const StepId &step, int iteration)
{
    const auto running = m_running.find(step);
    running->second.attempt->silence();
    m_running.erase(running);
    m_nested.erase(step);
    if (m_broken) {
        giveUpWhenQuiet();
        return;
    }
    if (!m_state.step(step)->given) { // else it ends as a person said
        m_log.post(m_events.stepCancelled(planStep(step, iteration), cancelReason()));
        recordProgress();
    }
    feed(StepStopped { step });
}

} // namespace renum
