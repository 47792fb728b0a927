// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/breakpoint.h"
#include "core/model/error.h"
#include "core/model/execution_plan.h"
#include "core/model/ids.h"
#include "core/model/spending_cap.h"
#include "core/model/step_output.h"
#include "core/model/timestamp.h"
#include "core/model/usage.h"

#include <QMap>
#include <QString>

#include <optional>
#include <vector>

namespace renum {

/// Contract §4.1.
enum class ExecutionStatus { Pending, Running, Completed, Failed, Cancelled };
enum class StepStatus { Pending, Running, Completed, Failed, Skipped, Cancelled };
/// Contract §4.2, closed list.
enum class SkipReason {
    ConditionNotMet,
    InputUnavailable,
    UpstreamFailed,
    Inactive,
    BudgetExceeded,
    ApprovalRejected,
    ApprovalTimeout,
};

[[nodiscard]] QString toString(ExecutionStatus status);
[[nodiscard]] QString toString(StepStatus status);
[[nodiscard]] QString toString(SkipReason reason);
[[nodiscard]] ExecutionStatus executionStatusFromString(const QString &name);
[[nodiscard]] StepStatus stepStatusFromString(const QString &name);
[[nodiscard]] std::optional<SkipReason> skipReasonFromString(const QString &name);
[[nodiscard]] bool isTerminal(ExecutionStatus status);
[[nodiscard]] bool isTerminal(StepStatus status);

/// How a remote start stands (reliability §1.4). Shown, because money depends on it.
enum class RunState { None, Intent, Sent, Bound, Rejected, Unknown };
[[nodiscard]] QString toString(RunState state);
[[nodiscard]] RunState runStateFromString(const QString &name);

/// Whether a person agreed to a step (contract §3.8, table renum_execution_approvals).
enum class ApprovalState { Waiting, Approved, Rejected, AutoApproved, Expired };
[[nodiscard]] QString toString(ApprovalState state);
[[nodiscard]] std::optional<ApprovalState> approvalStateFromString(const QString &name);

struct StepApproval {
    ApprovalState state = ApprovalState::Waiting;
    Timestamp requestedAt;
    std::optional<Timestamp> expiresAt; ///< while waiting; absent: as long as it takes
    std::optional<Timestamp> decidedAt;
    QString decidedBy;
    QString comment;

    friend bool operator==(const StepApproval &, const StepApproval &) = default;
};
[[nodiscard]] Json toJson(const StepApproval &approval);
/// Absent when it is none.
[[nodiscard]] std::optional<StepApproval> stepApprovalFromJson(const Json &json);

/// Why a step that has begun is not at work yet.
enum class WaitReason {
    CircuitOpen, ///< the agent service does not answer; it is left alone for a while
    RunSlot, ///< as many runs as the engine allows are at work
    ServiceBusy, ///< the agent service has no free slot
};
[[nodiscard]] QString toString(WaitReason reason);
[[nodiscard]] std::optional<WaitReason> waitReasonFromString(const QString &name);

struct StepWait {
    WaitReason reason = WaitReason::RunSlot;
    int position = 0; ///< in the queue for a slot, from 1; 0 where there is none
    std::optional<Timestamp> nextTry; ///< when the service is asked again
    std::optional<Timestamp> until; ///< when the step gives up

    friend bool operator==(const StepWait &, const StepWait &) = default;
};

/// What an execution takes over from an earlier one: a retry keeps what was finished (contract
/// §1.5.12), a fork keeps what came before a step and gives that step another input.
struct ExecutionOrigin {
    enum class Kind { Retry, Fork };
    Kind kind = Kind::Retry;
    ExecutionId execution;
    QMap<StepId, StepOutput> results; ///< of steps that do not run again
    QMap<StepId, QString> inputs; ///< in place of what the step would get

    friend bool operator==(const ExecutionOrigin &, const ExecutionOrigin &) = default;
};
[[nodiscard]] QString toString(ExecutionOrigin::Kind kind);
[[nodiscard]] Json toJson(const ExecutionOrigin &origin);
[[nodiscard]] std::optional<ExecutionOrigin> originFromJson(const Json &json);

/// The step of another execution that an execution works for: its team is a member there.
struct ExecutionParent {
    ExecutionId execution;
    StepId step; ///< with the suffix of its iteration
    friend bool operator==(const ExecutionParent &, const ExecutionParent &) = default;
};

/// What a person may set for one run (contract §1.5.1 execution_config).
struct ExecutionConfig {
    std::optional<int> maxExecutionSeconds;
    std::optional<int> stepTimeoutSeconds;
    std::optional<QString> modelName;
    std::optional<StepFailurePolicy> onStepFailure;
    Json initialContext = Json::object();
    Json initialMemory = Json::object();
    std::optional<ExecutionOrigin> origin;
    std::optional<ExecutionParent> parent;
    Breakpoints breakpoints = {};
    SpendingCap cap = {};
    /// Results that stand in for what these members would do: they do not run.
    QMap<AgentId, StepOutput> pinned = {};

    friend bool operator==(const ExecutionConfig &, const ExecutionConfig &) = default;
};
[[nodiscard]] Json toJson(const ExecutionConfig &config);
[[nodiscard]] ExecutionConfig executionConfigFromJson(const Json &json);

/// One step of one execution, as projected from its events.
struct StepRecord {
    StepId id;
    AgentId agentId;
    QString name;
    QString role;
    QString modelName;
    int order = 1;
    StepStatus status = StepStatus::Pending;
    int attempts = 0;
    RunState runState = RunState::None;
    RunId runId;
    ThreadId threadId;
    ExecutionId nested; ///< what a team step runs; the latest
    QString prompt; ///< exactly what was sent
    QString liveText; ///< streamed so far in the current attempt; the result once completed
    int liveSegment = 0; ///< number of the model answer that is being streamed
    qsizetype liveSegmentStart = 0; ///< where it begins in liveText
    QString activity; ///< what it does right now, from the service (a tool's name), or empty
    std::optional<StepOutput> output;
    std::optional<SkipReason> skipReason;
    std::optional<Error> error;
    std::optional<Timestamp> retryAt; ///< while waiting for the next attempt
    std::optional<StepApproval> approval; ///< the last time somebody had to agree
    std::optional<StepWait> waiting; ///< while an attempt waits for leave to start
    std::optional<Timestamp> startedAt;
    std::optional<Timestamp> completedAt;
    Usage usage;

    friend bool operator==(const StepRecord &, const StepRecord &) = default;
};

/// Why an execution paused by itself.
struct ExecutionHold {
    enum class Reason { Breakpoint, Cap };
    Reason reason = Reason::Breakpoint;
    StepId step = {}; ///< that it holds before or after; empty when it is about no step
    Breakpoint::Place place = Breakpoint::Place::Before;

    friend bool operator==(const ExecutionHold &, const ExecutionHold &) = default;
};
[[nodiscard]] QString toString(ExecutionHold::Reason reason);
[[nodiscard]] std::optional<ExecutionHold::Reason> holdReasonFromString(const QString &name);

/// One execution (contract §1.3.3), as projected from its events.
struct Execution {
    ExecutionId id;
    TeamId teamId;
    QString teamName;
    WorkflowType workflowType = WorkflowType::Sequential;
    ExecutionStatus status = ExecutionStatus::Pending;
    bool stopRequested = false;
    bool paused = false; ///< what works goes on, nothing new starts
    std::optional<ExecutionHold> hold = {}; ///< while paused by other than a person
    Breakpoints breakpoints = {}; ///< as they are now
    SpendingCap cap = {}; ///< as it is now
    QString initialPrompt;
    std::optional<ExecutionPlan> plan; ///< absent in lists
    std::vector<StepRecord> steps; ///< by order; empty in lists
    std::optional<Json> finalResult;
    QString errorMessage;
    std::optional<Error> error;
    bool hasErrors = false;
    int totalSteps = 0;
    int completedSteps = 0; ///< terminal steps
    Json contextObject = Json::object();
    Json sharedMemory = Json::object();
    int contextVersion = 0;
    Usage usage;
    Timestamp createdAt;
    std::optional<Timestamp> startedAt;
    std::optional<Timestamp> completedAt;
    Timestamp updatedAt;
    qint64 lastSeq = 0;
    /// Id of the engine process that runs it; empty when none does.
    QString owner;
    /// True when it is not terminal and the engine that ran it is gone. Set by the workspace.
    bool interrupted = false;
    std::optional<ExecutionParent> parent = {}; ///< when its team works as a member of another

    [[nodiscard]] const StepRecord *step(const StepId &id) const;
    /// 0..100; 100 only when completed (contract §4.4, vectors M6 and M7).
    [[nodiscard]] double progress() const;
    friend bool operator==(const Execution &, const Execution &) = default;
};

/// The Execution resource of contract §1.3.3.
[[nodiscard]] Json toJson(const Execution &execution);

} // namespace renum
