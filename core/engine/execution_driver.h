// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/attempt_runner.h"
#include "core/engine/execution_request.h"
#include "core/engine/nested_run.h"
#include "core/engine/team_hub.h"
#include "core/engine/time_limit.h"
#include "core/engine/tool_desk.h"
#include "core/workflow/log_replay.h"
#include "core/workflow/scheduler.h"

#include <QHash>
#include <QObject>

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <random>
#include <vector>

namespace renum {

/// The way to the backend that runs an agent.
struct BackendLink {
    BackendPtr backend; ///< guarded
    RunLimits limits;
};

/// What an execution needs of the engine. The pointers outlive it.
struct DriverServices {
    Store *store = nullptr;
    Clock *clock = nullptr;
    IdSource *ids = nullptr;
    RunJanitor *janitor = nullptr;
    BackendPtr backend;
    EngineSettings settings;
    EventListener listener;
    std::mt19937 *random = nullptr; ///< for the jitter of retry delays
    RunLimits limits = {};
    NestedTeams *nestedTeams = nullptr;
    ToolDesk *toolDesk = nullptr;
    /// The way to a part of a composed backend.
    std::function<BackendLink(BackendPtr part)> linkTo = {};
    /// Of the execution that this one works for; null: it has its own.
    std::shared_ptr<SpendingGate> spending = {};
};

/// One running execution: owns the scheduler's state, feeds it what happened and does what it
/// commands. Every event goes through one log; the terminal one is the last.
class ExecutionDriver : public QObject, private ToolUser {
    Q_OBJECT

public:
    ExecutionDriver(DriverServices services, ExecutionId id, ExecutionRequest request,
        ExecutionPlan plan, QObject *parent = nullptr);
    /// Goes on with an execution whose engine is gone; then takeOver().
    ExecutionDriver(DriverServices services, Replay replay, QObject *parent = nullptr);
    ~ExecutionDriver() override;

    [[nodiscard]] const ExecutionId &id() const noexcept { return m_events.execution(); }
    /// Its team works as a member of another one.
    [[nodiscard]] bool isNested() const noexcept { return m_request.config.parent.has_value(); }
    /// Stores the execution as pending, with its plan.
    [[nodiscard]] QCoro::Task<Result<void>> create();
    /// Begins to drive.
    void begin();
    /// Contract §4.9. Records that this engine goes on with it, which fails with store_seq_conflict
    /// when its engine was alive after all; then follows the runs that are still there, collects
    /// what ended meanwhile, and does what had not been done. With `stopRequestedBy` that person's
    /// wish is stored in the same commit: nothing new is started, what may be at work is stopped.
    [[nodiscard]] QCoro::Task<Result<void>> takeOver(QString stopRequestedBy = {});

    // --- what people ask for; each answers when it is stored. Errors: execution_not_active
    // --------
    /// Contract §4.6. A second request answers at once.
    [[nodiscard]] QCoro::Task<Result<void>> requestStop(QString requestedBy);
    /// What works goes on to its end, nothing new starts. Asking for what is so answers at once.
    [[nodiscard]] QCoro::Task<Result<void>> requestPause(QString requestedBy);
    [[nodiscard]] QCoro::Task<Result<void>> requestContinue(QString requestedBy);
    /// For a step that waits for a person. Errors: approval_not_waiting.
    [[nodiscard]] QCoro::Task<Result<void>> decideApproval(
        AgentId agent, bool approved, QString decidedBy, QString comment);
    // --- interventions: those that do not fit are refused with step_not_held -------------------
    /// Completes a step, or skips it without an output; one at work is stopped first.
    [[nodiscard]] QCoro::Task<Result<void>> giveResult(
        StepId step, std::optional<StepOutput> output, QString givenBy);
    /// For a step that failed.
    [[nodiscard]] QCoro::Task<Result<void>> repeatStep(StepId step, QString requestedBy);
    /// Errors: breakpoint_invalid.
    [[nodiscard]] QCoro::Task<Result<void>> setBreakpoints(Breakpoints breakpoints, QString setBy);
    /// Goes on, and holds before whatever starts next.
    [[nodiscard]] QCoro::Task<Result<void>> requestNext(QString requestedBy);
    /// Goes on when it held at the old one. Errors: cap_too_low.
    [[nodiscard]] QCoro::Task<Result<void>> setCap(SpendingCap cap, QString setBy);
    /// Errors: recipient_unknown and those of any message.
    [[nodiscard]] QCoro::Task<Result<void>> tellAgent(AgentId agent, QString text, QString toldBy);
    // --- what people do to what the team shares (contract §5.3); errors: also those of a write
    // ----
    [[nodiscard]] QCoro::Task<Result<void>> writeContext(
        std::vector<ContextWrite> writes, QString writtenBy);
    /// `snapshot` is what snapshotData() told of that version. Errors: execution_not_paused while
    /// anything of it works.
    [[nodiscard]] QCoro::Task<Result<void>> restoreContext(
        Json snapshot, int version, QString restoredBy);
    /// True once nothing more will happen to it here.
    [[nodiscard]] bool isOver() const noexcept { return m_over; }

    /// Nothing can happen before a person does something.
    [[nodiscard]] bool waitsForPerson() const { return m_state.waitsForPerson(); }

signals:
    void waitsForPersonChanged(bool waits);
    /// The terminal event is stored, or the driver gave up after broken().
    void over();
    /// Nothing more can be stored: what is on the disk is not the end. Emitted once.
    void broken(const renum::Error &error);

private:
    /// An attempt at work; the timer runs once it is being stopped.
    struct Running {
        int iteration = 1;
        StepWork *attempt = nullptr;
        AttemptRunner *agentRun = nullptr; ///< the same, when an agent works
        std::unique_ptr<Clock::Timer> stopLimit;
    };

    [[nodiscard]] std::unique_ptr<TeamHub> makeTeam(MessageBoard board);
    /// An attempt of the engine that is gone; its thread may hold runs that belong to nobody.
    struct EarlierAttempt {
        PlanStep step; ///< or the stand-in of an auxiliary run
        int attempt = 1;
        StartSoFar remote;
    };

    /// Waits while the execution is being taken over, or another event is worked on.
    void feed(SchedulerEvent event);
    void drain();
    void carryOut(const std::vector<SchedulerCommand> &commands);
    void keepTime();
    void run(const StartStep &command);
    void run(const ScheduleRetry &command);
    void run(const AskApproval &command);
    void run(const SkipStep &command);
    void run(const CompleteStep &command);
    void run(const FailStep &command);
    void run(const CancelStep &command);
    void run(const InterruptStep &command);
    void run(const ReopenStep &command);
    void run(const HoldExecution &command);
    void run(const PublishContext &command);
    void run(const FinishExecution &command);

    // driver_pins.cpp
    /// True when the step's result is kept, or taken over from an earlier execution.
    bool reuse(const PlanStep &step, const StartStep &command);
    [[nodiscard]] bool isKept(const AgentId &agent) const;
    void answerForKept(const TeamMessage &request);
    void startAttempt(const PlanStep &step, const StartStep &command,
        std::optional<TakenOverAttempt> takenOver = std::nullopt);
    /// `open`: what was begun before an interruption.
    void startNested(
        const PlanStep &step, const StartStep &command, const OpenAttempt *open = nullptr);
    [[nodiscard]] StepWork::Callbacks callbacksFor(const PlanStep &step, const StartStep &command);
    void pauseNested(bool paused);
    void shareSpending();
    void capReached(const SpendingGate::Wish &wish);
    void budgetReached(const SpendingLimits::Refusal &refusal, const SpendingGate::Wish &wish);
    void budgetAllows();
    void holdToSpend(const SpendingGate::Wish &wish);
    void waitsToSpend(const PlanStep &step, int attempt, const SpendingGate::Wait &wait);
    /// With its numbers in the books, but not in the log.
    void addUsage(const PlanStep &step, const RunId &run, const Usage &usage);
    [[nodiscard]] PlanStep currentStep(const StepId &step) const;
    void nestedWaits(const PlanStep &step, int attempt, bool waits);
    [[nodiscard]] AttemptServices attemptServices(const PlanStep &step, int attempt);
    /// Who runs the agent; of a composed backend a part of it.
    [[nodiscard]] BackendLink linkFor(const AgentId &agent) const;
    /// What is really sent, with what the team has to tell; with its record.
    [[nodiscard]] QString beginStep(const PlanStep &step, const StartStep &command);
    void answerRequest(const TeamMessage &request);
    void startAuxiliary(const MessageId &request, const QString &prompt,
        std::optional<TakenOverAttempt> takenOver = std::nullopt);
    void auxiliaryEnded(MessageId request, const AttemptEnd &end);
    // --- team tools over MCP -------------------------------------------------------------------
    [[nodiscard]] ToolAnswer callTool(const AgentId &agent, const TeamCall &call) override;
    [[nodiscard]] QCoro::Task<ToolAnswer> answerTo(
        MessageId request, std::stop_token stop) override;
    /// Agents that shall have the tools get them; those that cannot speak the protocol.
    [[nodiscard]] QCoro::Task<> giveTools(QList<ToolRegistration> leftBefore);
    [[nodiscard]] QCoro::Task<Result<void>> giveTo(AgentId agent);
    [[nodiscard]] QCoro::Task<> takeToolsAway();
    [[nodiscard]] bool needsToolDesk() const;
    [[nodiscard]] bool hasMcp(const PlanStep &step) const;
    [[nodiscard]] bool callsFunctions(const PlanStep &step) const;
    [[nodiscard]] bool speaksProtocol(const PlanStep &step) const;
    [[nodiscard]] std::shared_ptr<AgentTools> functionsFor(const PlanStep &step);
    [[nodiscard]] QString teamSection(const PlanStep &step) const;
    [[nodiscard]] std::function<QString(const QString &)> revealFor(const PlanStep &step);
    QCoro::Task<> beginWithTools();
    void takeOverTeam(const TeamSoFar &team);
    void stopAuxiliaryRuns();
    [[nodiscard]] bool isEnding() const;
    void waitForRetry(const StepId &step, std::chrono::milliseconds delay);
    void waitForApproval(const StepId &step, int iteration, std::chrono::milliseconds limit);
    void approvalExpired(const StepId &step, int iteration);
    void reachDeadline();
    /// Stores the decision and does what `event` means; refuses when it is over.
    QCoro::Task<Result<void>> decide(ExecutionEvent record, SchedulerEvent event);
    void resumeWork(Replay replay);
    void takeOverTimers(const Replay &replay);
    void takeOverAttempt(const PlanStep &step, const OpenAttempt &open);
    void takeOverAuxiliary(const AuxiliaryRun &run, const TurnActions &actions);
    void lookAfterEnded(const EarlierAttempt &earlier, Timestamp ended, bool succeeded);
    void checkThread(const EarlierAttempt &earlier, const std::shared_ptr<ThreadRuns> &runs);
    void recordForeign(const EarlierAttempt &earlier, const ForeignRun &foreign);
    QCoro::Task<> bookEarlier(EarlierAttempt earlier);
    void book(const EarlierAttempt &earlier, const Usage &told);
    void attemptEnded(const StartStep &command, const AttemptEnd &end);
    void stepStopped(const StepId &step, int iteration);
    void limitTime(std::chrono::microseconds alreadyDriven);
    [[nodiscard]] ExecutionEvents initialContext() const;
    void recordProgress();
    void stopAttempt(const StepId &step, Running &running);
    void abort(const Error &error);
    void giveUpWhenQuiet();
    void finish();
    void endLog();
    QCoro::Task<> close(ExecutionEvent last);
    [[nodiscard]] ExecutionEvent lastEvent(const FinishExecution &command) const;
    [[nodiscard]] QString cancelReason() const;
    [[nodiscard]] PlanStep planStep(const StepId &id, int iteration) const;
    [[nodiscard]] ProgressFacts progressFacts() const;
    [[nodiscard]] std::chrono::milliseconds withJitter(
        const PlanStep &step, std::chrono::milliseconds delay) const;

    DriverServices m_services;
    ExecutionRequest m_request;
    EventFactory m_events;
    SchedulerState m_state;
    EventLog m_log;
    std::unique_ptr<TeamHub> m_team;
    QHash<AgentId, ToolRegistration> m_given; ///< agents that have the tools over MCP
    QHash<StepId, QString> m_prompts; ///< as sent, by the id of the iteration
    UsageTotals m_usage;
    QHash<StepId, Usage> m_stepUsage; ///< by the id of the iteration
    QString m_stoppedBy; ///< empty while nobody asked to stop
    bool m_deadlinePassed = false;
    std::shared_ptr<SpendingGate> m_spending;
    std::optional<Error> m_overBudget; ///< the budget that ends it
    bool m_begun = false;
    bool m_broken = false;
    bool m_over = false;
    bool m_feeding = false;
    bool m_waitsForPerson = false; ///< as it was told
    std::deque<SchedulerEvent> m_inbox;
    std::vector<std::unique_ptr<StepWork>> m_attempts;
    std::map<StepId, NestedRun *> m_nested; ///< team steps at work
    std::map<StepId, Running> m_running;
    std::map<MessageId, Running> m_auxiliary; ///< runs that answer requests
    std::optional<FinishExecution> m_finish; ///< once no step works any more
    std::map<StepId, std::unique_ptr<Clock::Timer>> m_retries;
    std::map<StepId, std::unique_ptr<Clock::Timer>> m_approvals; ///< those that can expire
    std::optional<TimeLimit> m_deadline;
    std::optional<Replay> m_replay; ///< until it has been taken over
    BookedSoFar m_bookedBefore; ///< by the engine that is gone
    std::vector<EarlierAttempt> m_unbooked; ///< what their runs used it did not book
    Timestamp m_lastSign; ///< of that engine
    TaskScope m_tasks;
};

} // namespace renum
