// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/agent_backend.h"
#include "core/agents/tool_registration.h"
#include "core/costs/spending_limits.h"
#include "core/engine/execution_request.h"
#include "core/engine/output_chunk.h"
#include "core/model/execution.h"
#include "core/model/execution_event.h"
#include "core/model/log_entry.h"
#include "core/model/priced_usage.h"
#include "core/team/tool_record.h"
#include "core/workflow/scheduler.h"

#include <chrono>

namespace renum {

/// How far an execution is, for execution_progress (contract §4.4).
struct ProgressFacts {
    int completedSteps = 0; ///< terminal steps
    int totalSteps = 0;
    int stepNumber = 0; ///< order of the first running step; 0 when none runs
    QString currentStep; ///< its name
    AgentId currentAgent;

    /// Whole percent, at most 99: only execution_completed says 100.
    [[nodiscard]] int percent() const;
};

/// Tokens of the whole execution and of each agent.
struct UsageTotals {
    Usage sum;
    QMap<AgentId, Usage> byAgent;

    void add(const AgentId &agent, const Usage &usage);
};

/// Which turn of which attempt (contract §5.7.3).
struct AttemptTurn {
    int attempt = 1;
    int turn = 1;
};

/// Builds every event of the table in core/model/execution_event.h for one execution. The only
/// place in the engine that knows the names of data fields. `seq` and `timestamp` are the event
/// log's.
class EventFactory {
public:
    EventFactory(ExecutionId execution, TeamId team);
    [[nodiscard]] const TeamId &team() const noexcept { return m_team; }

    [[nodiscard]] const ExecutionId &execution() const noexcept { return m_execution; }

    // --- the execution -------------------------------------------------------------------------
    [[nodiscard]] ExecutionEvent created(const ExecutionRequest &request) const;
    [[nodiscard]] ExecutionEvent planned(const ExecutionPlan &plan) const;
    [[nodiscard]] ExecutionEvent started(WorkflowType type, const QString &owner) const;
    [[nodiscard]] ExecutionEvent progressed(const ProgressFacts &facts) const;
    [[nodiscard]] ExecutionEvent stopRequested(const QString &by, const QString &reason) const;
    /// Another engine goes on with it (contract §4.9).
    [[nodiscard]] ExecutionEvent resumed(const QString &owner) const;
    [[nodiscard]] ExecutionEvent paused(const QString &by) const;
    /// `holdsAtNext`: before whatever starts next.
    [[nodiscard]] ExecutionEvent continued(const QString &by, bool holdsAtNext = false) const;
    /// `agent`: whose step it is about.
    [[nodiscard]] ExecutionEvent held(const ExecutionHold &hold, const AgentId &agent = {}) const;
    [[nodiscard]] ExecutionEvent breakpointsSet(
        const Breakpoints &breakpoints, const QString &by) const;
    [[nodiscard]] ExecutionEvent capSet(const SpendingCap &cap, const QString &by) const;
    /// `atWork`: calls that are not booked yet and may go over it.
    [[nodiscard]] ExecutionEvent capReached(
        const SpendingCap &cap, const Usage &spent, int atWork) const;
    [[nodiscard]] ExecutionEvent budgetReached(const SpendingLimits::Refusal &refusal) const;
    [[nodiscard]] ExecutionEvent budgetWarning(const BudgetStatus &status) const;
    [[nodiscard]] ExecutionEvent deadlineReached(int seconds) const;
    [[nodiscard]] ExecutionEvent completed(
        const FinishExecution &finish, const UsageTotals &usage) const;
    [[nodiscard]] ExecutionEvent failed(
        const FinishExecution &finish, const ProgressFacts &facts) const;
    [[nodiscard]] ExecutionEvent cancelled(const QString &by) const;
    [[nodiscard]] ExecutionEvent log(LogLevel level, const QString &category,
        const QString &message, const AgentId &agent = {}, Json details = Json::object()) const;
    [[nodiscard]] ExecutionEvent contextChanged(const ContextChange &change) const;

    // --- a step --------------------------------------------------------------------------------
    [[nodiscard]] ExecutionEvent stepStarted(
        const PlanStep &step, const StartStep &command, const QString &modelName) const;
    [[nodiscard]] ExecutionEvent waiting(
        const PlanStep &step, int attempt, const StepWait &wait) const;
    /// The result is taken over from an earlier execution.
    [[nodiscard]] ExecutionEvent stepReused(const PlanStep &step, const ExecutionId &from) const;
    [[nodiscard]] ExecutionEvent stepKept(const PlanStep &step) const;
    /// `prompt` is that of a follow-up turn, else empty: the first is in step_started.
    [[nodiscard]] ExecutionEvent runIntent(const PlanStep &step, const AttemptTurn &turn,
        const QString &payloadHash, const QString &backend, const QString &prompt) const;
    [[nodiscard]] ExecutionEvent runSent(
        const PlanStep &step, int attempt, const ThreadRef &thread, Timestamp watchUntil) const;
    [[nodiscard]] ExecutionEvent runBound(
        const PlanStep &step, int attempt, const RunRef &run, bool adopted) const;
    [[nodiscard]] ExecutionEvent runRejected(
        const PlanStep &step, int attempt, const Error &error) const;
    [[nodiscard]] ExecutionEvent runUnknown(
        const PlanStep &step, int attempt, const Error &error, Timestamp watchUntil) const;
    [[nodiscard]] ExecutionEvent runDuplicate(
        const PlanStep &step, int attempt, const RunId &run, const QString &action) const;
    [[nodiscard]] ExecutionEvent output(
        const PlanStep &step, int attempt, const OutputChunk &chunk) const;
    [[nodiscard]] ExecutionEvent used(
        const PlanStep &step, int attempt, const RunId &run, const PricedUsage &usage) const;
    [[nodiscard]] ExecutionEvent retrying(
        const PlanStep &step, const ScheduleRetry &command, std::chrono::milliseconds delay) const;
    [[nodiscard]] ExecutionEvent stepCompleted(
        const PlanStep &step, const StepOutput &output, const Usage &usage) const;
    [[nodiscard]] ExecutionEvent stepFailed(const PlanStep &step, const FailStep &command) const;
    /// Without a reason: a person's wish.
    [[nodiscard]] ExecutionEvent stepSkipped(
        const PlanStep &step, std::optional<SkipReason> reason) const;
    [[nodiscard]] ExecutionEvent stepCancelled(const PlanStep &step, const QString &reason) const;

    [[nodiscard]] ExecutionEvent toolsGiven(const ToolRegistration &registration) const;
    [[nodiscard]] ExecutionEvent toolsTaken(const ToolRegistration &registration) const;
    /// A team works at the step, as an execution of its own.
    [[nodiscard]] ExecutionEvent nestedStarted(
        const PlanStep &step, int attempt, const ExecutionId &nested) const;
    [[nodiscard]] ExecutionEvent nestedWaits(const PlanStep &step, int attempt, bool waits) const;
    [[nodiscard]] ExecutionEvent nestedEnded(
        const PlanStep &step, int attempt, const Execution &nested) const;

    // --- the team ------------------------------------------------------------------------------
    [[nodiscard]] ExecutionEvent teamMessage(const MessageEvent &message) const;
    [[nodiscard]] ExecutionEvent teamAction(
        const PlanStep &step, const AttemptTurn &turn, const ToolRecord &record) const;
    /// Of a run that is started to answer a request; `step` is its stand-in for a step.
    [[nodiscard]] ExecutionEvent auxiliaryStarted(
        const PlanStep &step, const TeamMessage &request, const QString &prompt) const;
    /// `error` absent: it answered.
    [[nodiscard]] ExecutionEvent auxiliaryEnded(
        const PlanStep &step, const MessageId &request, const std::optional<Error> &error) const;

    /// `expiresAt` absent: as long as it takes.
    [[nodiscard]] ExecutionEvent approvalRequested(
        const PlanStep &step, std::optional<Timestamp> expiresAt) const;
    [[nodiscard]] ExecutionEvent approvalDecided(
        const PlanStep &step, ApprovalState state, const QString &by, const QString &comment) const;
    /// In place of what the step would do; without an output it is skipped.
    [[nodiscard]] ExecutionEvent resultGiven(
        const PlanStep &step, const std::optional<StepOutput> &output, const QString &by) const;
    [[nodiscard]] ExecutionEvent repeatRequested(const PlanStep &step, const QString &by) const;
    /// `step` with the id of the new iteration.
    [[nodiscard]] ExecutionEvent stepReopened(const PlanStep &step) const;
    [[nodiscard]] ExecutionEvent waitingForCap(const PlanStep &step, int attempt) const;
    /// For the rest of a budget that calls at work have reserved.
    [[nodiscard]] ExecutionEvent waitingForBudget(
        const PlanStep &step, int attempt, const QString &budget) const;

private:
    [[nodiscard]] ExecutionEvent executionUpdate(QLatin1StringView eventType, Json data) const;
    [[nodiscard]] ExecutionEvent stepUpdate(
        QLatin1StringView eventType, const PlanStep &step, StepStatus status, Json data) const;
    [[nodiscard]] ExecutionEvent teamEvent(QString eventType, Json data) const;
    static void writeError(Json &data, const Error &error);

    ExecutionId m_execution;
    TeamId m_team;
};

} // namespace renum
