// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/agent_backend.h"
#include "core/engine/engine_settings.h"
#include "core/engine/event_sink.h"
#include "core/engine/execution_request.h"
#include "core/engine/run_slots.h"
#include "core/engine/service_gate.h"
#include "core/net/clock.h"
#include "core/store/store.h"
#include "core/team/context_write.h"
#include "core/workflow/resume_plan.h"

#include <QCoroTask>
#include <QObject>
#include <QSet>

#include <functional>
#include <memory>
#include <vector>

namespace renum {

/// Does a living process drive executions under this id (EngineSettings::owner)?
using OwnerCheck = std::function<bool(const QString &owner)>;

/// Drives executions: feeds the scheduler, runs its commands against the backend, stores every
/// event before anyone sees it, enforces step and execution time-outs, stops. Lives on one thread
/// with an event loop (the engine thread); all calls and the listener are on it. Destroying it
/// stops driving; what was stored stays, an unfinished execution is found again at the next start.
class Orchestrator : public QObject {
    Q_OBJECT

public:
    /// Store, clock and ids must outlive it.
    Orchestrator(Store *store, Clock *clock, IdSource *ids, EngineSettings settings,
        EventListener listener, QObject *parent = nullptr);
    ~Orchestrator() override;

    /// Consent to the team tools over MCP, for executions that begin from now on.
    void setToolServer(ToolServerSettings settings);

    /// Validates, plans, stores the execution as pending and begins to drive it on this backend,
    /// which it keeps until it is over. Errors: workflow_invalid, team_inactive, prompt_invalid,
    /// concurrent_execution_limit, store codes.
    [[nodiscard]] QCoro::Task<Result<ExecutionId>> execute(
        ExecutionRequest request, std::shared_ptr<AgentBackend> backend);

    /// Begins a new execution that takes over what an ended one finished (EX-11): without `from` it
    /// goes on after what completed, which needs a failed or cancelled one; with it, it runs that
    /// step and what builds on it again, with `input` when given. Errors: not_found,
    /// execution_not_over, execution_not_retryable, those of execute().
    [[nodiscard]] QCoro::Task<Result<ExecutionId>> rerun(ExecutionId id, std::optional<StepId> from,
        std::optional<QString> input, std::shared_ptr<AgentBackend> backend);

    /// Contract §4.6. Answers when stopping has begun; a second call answers at once. Errors:
    /// not_found; execution_not_active for one that is over or that this engine does not drive.
    [[nodiscard]] QCoro::Task<Result<void>> stop(ExecutionId id, QString requestedBy);

    /// Contract §4.6 and EX-13: what works goes on, nothing new starts; and on again. Errors:
    /// not_found, execution_not_active.
    [[nodiscard]] QCoro::Task<Result<void>> pause(ExecutionId id, QString requestedBy);
    [[nodiscard]] QCoro::Task<Result<void>> goOn(ExecutionId id, QString requestedBy);
    /// For a step that waits for a person. Errors: not_found, execution_not_active,
    /// approval_not_waiting.
    [[nodiscard]] QCoro::Task<Result<void>> decideApproval(
        ExecutionId id, AgentId agent, bool approved, QString decidedBy, QString comment);

    // --- interventions; errors: not_found, execution_not_active --------------------------------
    /// Completes a step that waits, works or has failed, or skips it without an output. One at work
    /// is stopped first. Errors: step_not_held.
    [[nodiscard]] QCoro::Task<Result<void>> giveResult(
        ExecutionId id, StepId step, std::optional<StepOutput> output, QString givenBy);
    /// Lets a failed step run again, and what was skipped for want of it. Errors: step_not_held.
    [[nodiscard]] QCoro::Task<Result<void>> repeatStep(
        ExecutionId id, StepId step, QString requestedBy);
    /// In place of those it has. Errors: breakpoint_invalid.
    [[nodiscard]] QCoro::Task<Result<void>> setBreakpoints(
        ExecutionId id, Breakpoints breakpoints, QString setBy);
    /// Goes on, and holds before whatever starts next.
    [[nodiscard]] QCoro::Task<Result<void>> goOnToNext(ExecutionId id, QString requestedBy);
    /// Goes on when it held at the old one. Errors: cap_too_low.
    [[nodiscard]] QCoro::Task<Result<void>> setCap(ExecutionId id, SpendingCap cap, QString setBy);
    /// A person's message to an agent. Errors: recipient_unknown, message codes.
    [[nodiscard]] QCoro::Task<Result<void>> tellAgent(
        ExecutionId id, AgentId agent, QString text, QString toldBy);

    /// Sets and deletes values of what the team shares, as one new version (contract §5.3). Answers
    /// when it is stored. Errors: not_found, execution_not_active, those of a write.
    [[nodiscard]] QCoro::Task<Result<void>> writeContext(
        ExecutionId id, std::vector<ContextWrite> writes, QString writtenBy);
    /// Brings an earlier version back as a new one. Errors: not_found, execution_not_active,
    /// execution_not_paused while anything of it works, context_version_unknown.
    [[nodiscard]] QCoro::Task<Result<void>> restoreContext(
        ExecutionId id, int version, QString restoredBy);

    /// What resume() would do. Errors: not_found, execution_not_active, resume_impossible.
    [[nodiscard]] QCoro::Task<Result<ResumePlan>> previewResume(ExecutionId id);
    /// Goes on with an execution whose engine is gone, on this backend (contract §4.9): nothing
    /// that ended is done again, runs that are still there are adopted. Errors: as previewResume;
    /// store codes (store_seq_conflict when its engine was alive after all).
    [[nodiscard]] QCoro::Task<Result<void>> resume(
        ExecutionId id, std::shared_ptr<AgentBackend> backend);

    /// Ends an execution whose engine is gone and which nobody drives: takes it over, then stops it
    /// (contract §4.6), as well as it goes when `backend` is null. One whose log cannot be followed
    /// becomes failed (§4.9). Answers when it is over, at the latest after 15 s. Errors: not_found,
    /// execution_not_active, store codes (store_seq_conflict when its engine was alive after all).
    [[nodiscard]] QCoro::Task<Result<void>> closeInterrupted(
        ExecutionId id, QString requestedBy, std::shared_ptr<AgentBackend> backend);

    /// Once a service can be asked: looks in the background whether runs of executions that ended
    /// lately still work, because their engine went away before it had stopped them, and stops
    /// them. Leaves executions alone whose owner lives. Executions that have not ended are for
    /// resume() and closeInterrupted().
    void lookAfterEnded(std::shared_ptr<AgentBackend> backend, OwnerCheck isAlive);

    /// Executions that this engine drives now.
    [[nodiscard]] int activeCount() const;
    [[nodiscard]] bool drives(const ExecutionId &id) const;
    [[nodiscard]] QSet<ExecutionId> active() const;
    /// The agent services that were used so far, and whether they may be asked.
    [[nodiscard]] std::vector<ServiceState> services() const;
    /// Steps that wait for a slot among the remote runs, in the order in which they get one.
    [[nodiscard]] std::vector<RunSlotRequest> runQueue() const;
    /// Slots in use, EngineSettings::maxConcurrentRuns at most.
    [[nodiscard]] int runsAtWork() const;
    /// EngineSettings::owner.
    [[nodiscard]] const QString &owner() const noexcept;
    /// True while anything, also cleaning up at the service, is under way.
    [[nodiscard]] bool isBusy() const;

signals:
    /// Nothing more of this execution can be stored (disk full and the like); it is not driven any
    /// more and what is in the store is not its end.
    void broken(const renum::ExecutionId &id, const renum::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace renum
