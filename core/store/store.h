// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/execution.h"
#include "core/model/execution_event.h"
#include "core/model/local_agent.h"
#include "core/model/queries.h"
#include "core/model/team.h"
#include "core/net/clock.h"
#include "core/store/executor.h"

#include <QCoroTask>
#include <QString>

#include <memory>
#include <stop_token>

namespace renum {

class StoreAccess;

/// Whether milestones come with the log's own entries (`execution_log`).
enum class LogEntries { LeaveOut, Include };

/// What the store knows about a remote start, for reconciling (reliability §1.4, table
/// renum_remote_starts).
struct RemoteStart {
    ExecutionId execution;
    StepId step;
    int attempt = 1;
    RunState state = RunState::None;
    ThreadId thread;
    ProjectId project;
    RunId run;
    std::optional<Timestamp> sentAt;
    std::optional<Timestamp> watchUntil;
    bool usageBooked = false; ///< what `run` used is in the ledger
};

/// A start of an execution that has ended, of which nobody wrote down that nothing works there any
/// more.
struct UnsettledStart {
    RemoteStart start;
    bool succeeded = false; ///< its run was seen to complete
    Timestamp ended; ///< the execution
    QString owner; ///< of the execution, when it ended
};

/// The database of one workspace: SQLite in WAL mode, one writer thread with group commit, readers
/// on connections of their own (design §5); with Options::executor, without threads. All functions
/// may be called from any one thread with an event loop; answers resume there. Destroying it writes
/// what was queued, then closes.
///
/// Errors have category `system_error` and a store code; the message names the file and says what
/// to do.
class Store {
public:
    struct Options {
        QString file; ///< created when missing, its folder too
        bool readOnly = false;
        /// Does the store's work instead of threads of its own: whoever decides about every turn of
        /// the event loop decides about the store's too.
        Executor executor = {};
    };
    /// Opens and migrates; blocks the calling thread meanwhile. Errors: store_open_failed,
    /// store_newer_schema, store_migration_changed, store_corrupt, store_read_only,
    /// store_disk_full, store_busy. Never replaces or truncates an existing file.
    [[nodiscard]] static Result<std::unique_ptr<Store>> open(Options options, Clock *clock);

    ~Store();
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    [[nodiscard]] const QString &file() const noexcept;
    /// For parts of the store with an interface of their own.
    [[nodiscard]] const StoreAccess &access() const noexcept;

    // --- events: the truth ---------------------------------------------------------------------
    /// Appends events of one execution, with consecutive seq continuing the log, and updates every
    /// projection in the same transaction. Resumes once they are as durable as the strongest of
    /// them asks (durabilityOf). Errors: store_seq_conflict when seq does not continue the log,
    /// store_disk_full, store_failed: then nothing of the call was stored.
    [[nodiscard]] QCoro::Task<Result<void>> append(ExecutionEvents events);
    /// Events with seq > after, ascending, at most `limit`. Errors: not_found.
    [[nodiscard]] QCoro::Task<Result<ExecutionEvents>> events(
        ExecutionId execution, qint64 after, int limit);

    /// The same without streamed output, progress and log entries, which decide nothing: what is
    /// left out is not even read. Of those, the marks are there: the last event of all, and the
    /// last before each execution_resumed, whose times say until when an engine was at work.
    [[nodiscard]] QCoro::Task<Result<ExecutionEvents>> milestones(
        ExecutionId execution, qint64 after, int limit, LogEntries entries = LogEntries::LeaveOut);

    // --- projections ---------------------------------------------------------------------------
    [[nodiscard]] QCoro::Task<Result<Execution>> execution(ExecutionId id);
    /// Newest first, without plan and steps.
    [[nodiscard]] QCoro::Task<Result<Page<Execution>>> executions(ExecutionQuery query);
    [[nodiscard]] QCoro::Task<Result<QList<RemoteStart>>> remoteStarts(ExecutionId execution);
    /// Of executions that ended since then, those that ended last first: starts that left the
    /// machine and are not settled.
    [[nodiscard]] QCoro::Task<Result<QList<UnsettledStart>>> unsettledStarts(
        Timestamp endedSince, int limit);
    /// Nothing works there any more; `stopped` are runs beside its own that were found and stopped
    /// after the end. The log is closed by then: this stands with the start.
    [[nodiscard]] QCoro::Task<Result<void>> settleStart(
        RemoteStart start, Timestamp at, QList<RunId> stopped);
    /// Pending and running executions.
    [[nodiscard]] QCoro::Task<Result<int>> activeExecutionCount();
    /// Average duration in seconds of the last 20 completed steps of each agent with at least
    /// three.
    [[nodiscard]] QCoro::Task<Result<QHash<AgentId, double>>> durationHistory();

    // --- teams ---------------------------------------------------------------------------------
    /// Newest first.
    [[nodiscard]] QCoro::Task<Result<Page<Team>>> teams(TeamQuery query);
    [[nodiscard]] QCoro::Task<Result<Team>> team(TeamId id);
    [[nodiscard]] QCoro::Task<Result<int>> teamCount();
    [[nodiscard]] QCoro::Task<Result<void>> insertTeam(Team team);
    /// Replaces the team whose stored version is `expectedVersion`, else version_conflict; its
    /// version becomes expectedVersion + 1. Errors: not_found too.
    [[nodiscard]] QCoro::Task<Result<void>> updateTeam(Team team, int expectedVersion);
    /// With its executions and their events; what was used stays booked. Errors: not_found,
    /// team_busy while an execution of it is active.
    [[nodiscard]] QCoro::Task<Result<void>> deleteTeam(TeamId id);

    // --- model endpoints and agents of one's own, in the order in which they were made ---------
    [[nodiscard]] QCoro::Task<Result<EndpointDefinitionList>> endpoints();
    /// Errors: name_taken.
    [[nodiscard]] QCoro::Task<Result<void>> insertEndpoint(
        EndpointDefinition endpoint, Timestamp now);
    /// Replaces the stored one that has its version; that becomes one more. Errors: not_found,
    /// version_conflict, name_taken.
    [[nodiscard]] QCoro::Task<Result<void>> updateEndpoint(EndpointDefinition endpoint);
    /// Errors: not_found, endpoint_in_use while agents run there.
    [[nodiscard]] QCoro::Task<Result<void>> deleteEndpoint(EndpointId id);
    [[nodiscard]] QCoro::Task<Result<LocalAgentList>> ownAgents();
    /// Errors: name_taken, endpoint_unknown.
    [[nodiscard]] QCoro::Task<Result<void>> insertOwnAgent(LocalAgent agent, Timestamp now);
    /// Errors: as insertOwnAgent, not_found, version_conflict.
    [[nodiscard]] QCoro::Task<Result<void>> updateOwnAgent(LocalAgent agent);
    /// Errors: not_found.
    [[nodiscard]] QCoro::Task<Result<void>> deleteOwnAgent(AgentId id);

private:
    class Private;
    explicit Store(std::unique_ptr<Private> parts);
    std::unique_ptr<Private> d;
};

} // namespace renum
