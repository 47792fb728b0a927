// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workflow/scheduler_state.h"

#include <chrono>
#include <optional>
#include <variant>
#include <vector>

/// The one scheduler (design §3.2): state + event → commands. Pure: no clock, no I/O, no QObject.
/// The engine feeds it what happened and does what it commands; replaying the same events gives the
/// same commands.
///
/// It works in rounds. A round is formed from all steps whose dependencies are terminal and whose
/// conditions hold; they run side by side (at most `max_parallel`), all seeing the same version of
/// the context; when the last of them has ended, their results are consolidated as one new version
/// and the next round is formed. A sequential team is a chain of rounds of one step.
///
/// Steps are named by their id in the plan. What they do again because of feedback has an
/// `iteration` from 2; iterationStepId() gives the id for the log. A step has at most one attempt
/// at a time, and each attempt is reported once.
namespace renum {

// --- events -----------------------------------------------------------------------------------
struct ExecutionBegan { };
struct AttemptSucceeded {
    StepId step;
    StepOutput output;
};
/// Step time-outs come as this too, with the category agent_timeout.
struct AttemptFailed {
    StepId step;
    Error error;
    /// The service's wish, for example Retry-After; replaces the computed delay when longer.
    std::optional<std::chrono::milliseconds> retryAfter = {};
};
struct RetryDue {
    StepId step;
};
struct StepStopped {
    StepId step;
}; ///< after CancelStep and InterruptStep
/// After AskApproval: what a person said, or that nobody did in time.
struct ApprovalDecided {
    enum class Verdict { Approved, Rejected, Expired };
    StepId step;
    Verdict verdict = Verdict::Approved;
};
/// What works goes on to its end; nothing new starts before ContinueRequested.
struct PauseRequested { };
struct ContinueRequested { };
struct StopRequested { };
/// An agent or a person wrote to the context, or a value's time was over: these changes are made
/// already, the state takes them over. Commands nothing.
struct ContextWritten {
    ContextChanges changes;
};
/// The team that works at this step waits for a person, or does not any more. Commands nothing.
struct MemberTeamWaits {
    StepId step;
    bool waits = false;
};
struct DeadlineReached { }; ///< the execution's time is over
/// A person completes the step, or skips it. An attempt at work is stopped first; a step that
/// failed takes along what was skipped for want of it, which is judged anew.
struct ResultGiven {
    StepId step;
    GivenResult result;
};
/// A person lets a failed step run again, and what was skipped for want of it.
struct RepeatRequested {
    StepId step;
};
struct BreakpointsChanged {
    Breakpoints breakpoints;
};
/// Goes on, and holds before whatever starts next.
struct NextRequested { };
/// The step would spend more than the execution may: it pauses.
struct CapHolds {
    StepId step;
};
/// The step's attempt waits at the cap until the execution goes on. Commands nothing.
struct CapWaits {
    StepId step;
};
struct CapEnds { }; ///< it may not spend more, and ends
using SchedulerEvent = std::variant<ExecutionBegan, AttemptSucceeded, AttemptFailed, RetryDue,
    StepStopped, ApprovalDecided, PauseRequested, ContinueRequested, StopRequested, ContextWritten,
    MemberTeamWaits, DeadlineReached, ResultGiven, RepeatRequested, BreakpointsChanged,
    NextRequested, CapHolds, CapWaits, CapEnds>;

// --- commands ---------------------------------------------------------------------------------
/// Start an attempt with this prompt.
struct StartStep {
    StepId step;
    int iteration = 1;
    int attempt = 1;
    QString input; ///< the resolved input text
    QString prompt; ///< input in its envelope: exactly what is sent (contract §3.5)
    QString source; ///< `initial_prompt`, `agent_result`, `combined`, `context_variable`
    std::vector<AgentId> resolvedFrom;
    int contextVersion = 1;
};
/// Wait, then feed RetryDue. The engine adds jitter.
struct ScheduleRetry {
    StepId step;
    int iteration = 1;
    int nextAttempt = 2;
    int maxAttempts = 3;
    std::chrono::milliseconds delay {};
    Error error;
};
/// The step is ready and waits until a person agrees (contract §3.8 `approval`); then feed
/// ApprovalDecided. With `automatic` the rules agreed already: record it.
struct AskApproval {
    StepId step;
    int iteration = 1;
    bool automatic = false;
    std::optional<std::chrono::seconds> timeout; ///< absent: as long as it takes
};
struct SkipStep {
    StepId step;
    int iteration = 1;
    /// Absent: a person skipped it.
    std::optional<SkipReason> reason = SkipReason::ConditionNotMet;
};
/// The step ended for good; record it. (Feedback may begin another iteration of it later.)
struct CompleteStep {
    StepId step;
    int iteration = 1;
    StepOutput output;
};
struct FailStep {
    StepId step;
    int iteration = 1;
    Error error;
    int attempts = 1; ///< 0: it could not even start
};
/// Running: stop the attempt, then feed StepStopped; the step is cancelled then. Otherwise it is
/// cancelled at once.
struct CancelStep {
    StepId step;
    int iteration = 1;
    bool running = false;
};
/// Stop the attempt, then feed StepStopped: a person gave a result in its place.
struct InterruptStep {
    StepId step;
    int iteration = 1;
};
/// The step begins anew because of a person, as this iteration; record it.
struct ReopenStep {
    StepId step;
    int iteration = 2;
};
/// The execution has paused by itself; record it.
struct HoldExecution {
    ExecutionHold hold;
};
/// Keys of the context that changed, for the log; also what collided and what was refused.
struct PublishContext {
    std::vector<ContextChange> changes;
    std::vector<ContextConflict> conflicts = {};
    std::vector<ContextRefusal> refusals = {};
};
/// The execution ends in this state. Always the last command there will ever be.
struct FinishExecution {
    ExecutionStatus status = ExecutionStatus::Completed;
    std::optional<Json> finalResult;
    bool hasErrors = false;
    /// Set unless it completed: steps_failed, no_eligible_agent, execution_timeout, user_cancelled.
    std::optional<Error> error;
};
using SchedulerCommand
    = std::variant<StartStep, ScheduleRetry, AskApproval, SkipStep, CompleteStep, FailStep,
        CancelStep, InterruptStep, ReopenStep, HoldExecution, PublishContext, FinishExecution>;

/// Applies the event to `state` and says what to do now, in order. An event that does not fit the
/// state (late, repeated, for a terminal step) changes nothing and commands nothing.
[[nodiscard]] std::vector<SchedulerCommand> advance(
    SchedulerState &state, const SchedulerEvent &event);

} // namespace renum
