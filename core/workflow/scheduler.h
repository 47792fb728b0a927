// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"
#include "core/model/execution_plan.h"
#include "core/team/team_context.h"

#include <QHash>

#include <chrono>
#include <optional>
#include <variant>
#include <vector>

/// The one scheduler (design §3.2): state + event → commands. Pure: no clock, no I/O, no QObject.
/// The engine feeds it what happened and does what it commands; replaying the same events gives the
/// same commands.
namespace renum {

/// What the scheduler knows of a step.
struct ScheduledStep {
    StepStatus status = StepStatus::Pending;
    int attempts = 0; ///< started so far
    int iteration = 1; ///< feedback
    std::optional<StepOutput> output;
    std::optional<Error> error;
    std::optional<SkipReason> skipReason;
    bool waitingForRetry = false;
};

/// The whole state of an execution as the scheduler sees it. A value: copy it to try things.
struct SchedulerState {
    ExecutionPlan plan;
    QString initialPrompt;
    ExecutionStatus status = ExecutionStatus::Pending;
    bool stopping = false;
    TeamContext context;
    QHash<StepId, ScheduledStep> steps;
    /// Steps of the running batch whose results wait to be consolidated together (§3.7.2).
    std::vector<StepId> batch;
    /// Feedback text for a step that runs again (§3.9).
    QHash<StepId, QString> feedback;
};

/// Fresh state. `seeds` are the four values of contract §5.1 (`initial_prompt`, `team_id`,
/// `execution_id`, `workflow_type`) as JSON strings.
[[nodiscard]] SchedulerState initialState(
    ExecutionPlan plan, QString initialPrompt, Json seeds, const ExecutionConfig &config);

// --- events -----------------------------------------------------------------------------------
struct ExecutionBegan {};
struct AttemptSucceeded {
    StepId step;
    StepOutput output;
};
struct AttemptFailed {
    StepId step;
    Error error;
    /// The service's wish, for example Retry-After; replaces the computed delay when longer.
    std::optional<std::chrono::milliseconds> retryAfter;
};
struct RetryDue {
    StepId step;
};
struct StepStopped {
    StepId step;
}; ///< after CancelStep
struct StopRequested {};
struct DeadlineReached {}; ///< the execution's time is over
using SchedulerEvent = std::variant<ExecutionBegan, AttemptSucceeded, AttemptFailed, RetryDue,
    StepStopped, StopRequested, DeadlineReached>;

// --- commands ---------------------------------------------------------------------------------
/// Start an attempt with this prompt.
struct StartStep {
    StepId step;
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
    int nextAttempt = 2;
    int maxAttempts = 3;
    std::chrono::milliseconds delay {};
    Error error;
};
struct SkipStep {
    StepId step;
    SkipReason reason = SkipReason::ConditionNotMet;
};
/// The step ended for good; record it.
struct CompleteStep {
    StepId step;
    StepOutput output;
};
struct FailStep {
    StepId step;
    Error error;
    int attempts = 1;
};
/// Stop the running attempt, then feed StepStopped. A step that was not running is cancelled at once.
struct CancelStep {
    StepId step;
    bool running = false;
};
/// Keys of the context that changed, for the log.
struct PublishContext {
    std::vector<ContextChange> changes;
};
/// The execution ends in this state. Always the last command there will ever be.
struct FinishExecution {
    ExecutionStatus status = ExecutionStatus::Completed;
    std::optional<Json> finalResult;
    bool hasErrors = false;
    std::optional<Error> error;
};
using SchedulerCommand = std::variant<StartStep, ScheduleRetry, SkipStep, CompleteStep, FailStep,
    CancelStep, PublishContext, FinishExecution>;

/// Applies the event to `state` and says what to do now, in order. An event that does not fit the
/// state (late, repeated, for a terminal step) changes nothing and commands nothing.
[[nodiscard]] std::vector<SchedulerCommand> advance(
    SchedulerState &state, const SchedulerEvent &event);

} // namespace renum
