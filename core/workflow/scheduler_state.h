// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"
#include "core/model/execution_plan.h"
#include "core/model/step_iteration.h"
#include "core/team/team_context.h"

#include <QHash>
#include <QSet>

#include <optional>
#include <set>
#include <vector>

namespace renum {

/// What a person gave in place of a step's own result.
struct GivenResult {
    std::optional<StepOutput> output; ///< absent: the step is skipped
};

/// What the scheduler knows of a step. Feedback starts a new iteration, with everything but the
/// counters of the iteration and of the feedback fresh.
struct ScheduledStep {
    StepStatus status = StepStatus::Pending;
    int attempts = 0; ///< started so far in this iteration
    int iteration = 1; ///< from 1; grows with each feedback that comes back over this step
    std::optional<StepOutput> output;
    std::optional<Error> error;
    std::optional<SkipReason> skipReason;
    bool waitingForRetry = false; ///< status is Running meanwhile
    bool retryHeld = false; ///< its retry was due while the execution was paused
    bool waitsForPerson = false; ///< the team at work there does
    bool waitsForCap = false; ///< its attempt may not ask the service before a person goes on
    bool approved = false; ///< nobody needs to be asked (again) before it starts
    bool heldBefore = false; ///< the execution held before it; it may start now
    std::optional<GivenResult> given; ///< its attempt is being stopped for this
    int repeats = 0; ///< of its iterations, those that a person asked for
    int openDependencies = 0; ///< those that are not terminal yet
    int feedbackSent = 0; ///< times this step sent the execution back

    /// An attempt is at work now.
    [[nodiscard]] bool isWorking() const
    {
        return status == StepStatus::Running && !waitingForRetry;
    }
};

/// Why no new step starts any more.
enum class Ending {
    No,
    Stopped, ///< a person asked for it
    TimedOut, ///< the execution's time was over
    FailedFast, ///< a step failed and its siblings are being stopped
    Aborted, ///< a failure ends the execution; nothing runs any more
    OverCap, ///< it may not spend more
};

/// The whole state of an execution as the scheduler sees it. A value: copy it to try things.
struct SchedulerState {
    using StepIndex = std::size_t; ///< position in plan.steps and in steps

    ExecutionPlan plan;
    QString initialPrompt;
    ExecutionStatus status = ExecutionStatus::Pending;
    Ending ending = Ending::No;
    TeamContext context;
    std::vector<ScheduledStep> steps; ///< as in plan.steps
    /// Steps of the running round, by order: their results are consolidated together (§3.7.2).
    std::vector<StepIndex> batch;
    /// Those of the batch that wait for a free place, by order (max_parallel).
    std::vector<StepIndex> queued;
    /// Those of the batch that wait for a person; still pending.
    std::set<StepIndex> awaitingApproval;
    bool paused = false;
    std::optional<ExecutionHold> hold; ///< why, when no person paused it
    Breakpoints breakpoints;
    bool holdsAtNext = false; ///< before whatever starts next
    /// Pending steps whose dependencies are all terminal.
    std::set<StepIndex> candidates;
    /// Feedback so far for a step that runs again (§3.9).
    QHash<StepId, QString> feedback;
    /// In place of what these steps would get, the first time they run (EX-11).
    QMap<StepId, QString> givenInputs;
    QHash<AgentId, QString> results; ///< texts, of the completed agents
    QSet<AgentId> completedAgents;
    /// What the running pipeline step changed in the context before it started; taken back when it
    /// fails (§3.7.3).
    std::vector<ContextChange> uncommitted;
    int rounds = 0; ///< batches formed so far
    int runningSteps = 0; ///< status Running, waiting for a retry or not
    int openSteps = 0; ///< not terminal

    // What the plan says, the way the scheduler asks for it.
    QHash<StepId, StepIndex> indexOf;
    std::vector<std::vector<StepIndex>> dependents;
    QSet<AgentId> agents;

    /// The step with that id of the plan (without a suffix), or nullptr. Borrowed.
    [[nodiscard]] const ScheduledStep *step(const StepId &id) const;
    /// Steps are being stopped; the execution ends when the last one has.
    [[nodiscard]] bool stopping() const { return ending != Ending::No; }
    [[nodiscard]] std::optional<StepIndex> indexOfAgent(const AgentId &id) const;
    /// Nothing can happen before a person does something: such time is nobody's fault.
    [[nodiscard]] bool waitsForPerson() const;
};

/// What every context begins with (contract §5.1).
[[nodiscard]] Json contextSeeds(const ExecutionId &execution, const TeamId &team,
    const QString &initialPrompt, WorkflowType type);

/// Fresh state. `seeds` are the four values of contract §5.1 (`initial_prompt`, `team_id`,
/// `execution_id`, `workflow_type`) as JSON strings.
[[nodiscard]] SchedulerState initialState(
    ExecutionPlan plan, QString initialPrompt, Json seeds, const ExecutionConfig &config);

} // namespace renum
