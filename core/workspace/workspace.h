// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/agent.h"
#include "core/model/connection_report.h"
#include "core/model/execution.h"
#include "core/model/execution_error.h"
#include "core/model/execution_event.h"
#include "core/model/local_agent.h"
#include "core/model/log_query.h"
#include "core/model/problem.h"
#include "core/model/queries.h"
#include "core/model/team.h"
#include "core/team/context_write.h"
#include "core/team/message_board.h"
#include "core/workflow/context_at.h"
#include "core/workflow/context_history.h"
#include "core/workflow/resume_plan.h"
#include "core/workspace/connection_status.h"
#include "core/workspace/endpoint_keys.h"

#include <QCoroTask>
#include <QObject>

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace renum {

class CostBook;
class ExecutionArchive;
class ExecutionControls;
class TeamArchive;

/// What a person asks to run (contract §1.5.1).
struct ExecuteRequest {
    TeamId team;
    QString initialPrompt;
    ExecutionConfig config;
};

/// What validating tells (contract §1.4.10).
struct TeamPreview {
    Problems problems;
    TeamDraft normalized; ///< usable when there is no error
    std::optional<ExecutionPlan> plan; ///< when there is no error
};

/// A running delivery of one execution's events. Destroying it ends it.
class EventSubscription : public QObject {
    Q_OBJECT

signals:
    /// Without gap and in order, starting after the seq that was asked for; first what is stored,
    /// then live. Emitted on the thread that subscribed, never inside subscribe().
    void received(const renum::ExecutionEvents &events);
    /// Delivery cannot go on.
    void failed(const renum::Error &error);
};

/// The one interface for every front end (design §3.3): the window, the command line and the server
/// use nothing else. Everything is asynchronous, values only; a remote implementation has the same
/// meaning. All calls on the thread it was made on; answers come there. Every call ends, at the
/// latest with its own time-out, and early with `user_cancelled` when `stop` is requested.
class Workspace : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    // --- teams ---------------------------------------------------------------------------------
    [[nodiscard]] virtual QCoro::Task<Result<Page<Team>>> teams(
        TeamQuery query, std::stop_token stop = {})
        = 0;
    [[nodiscard]] virtual QCoro::Task<Result<Team>> team(TeamId id, std::stop_token stop = {}) = 0;
    /// Errors: workflow_invalid (args `problems`: list of sentences), team_limit_exceeded.
    [[nodiscard]] virtual QCoro::Task<Result<Team>> createTeam(
        TeamDraft draft, std::stop_token stop = {})
        = 0;
    /// Errors: as createTeam, not_found, version_conflict.
    [[nodiscard]] virtual QCoro::Task<Result<Team>> updateTeam(
        TeamId id, TeamDraft draft, int expectedVersion, std::stop_token stop = {})
        = 0;
    /// Errors: not_found, team_busy.
    [[nodiscard]] virtual QCoro::Task<Result<void>> deleteTeam(TeamId id, std::stop_token stop = {})
        = 0;
    /// Never stores anything.
    [[nodiscard]] virtual QCoro::Task<Result<TeamPreview>> preview(
        TeamDraft draft, std::stop_token stop = {})
        = 0;

    // --- templates and agents ------------------------------------------------------------------
    [[nodiscard]] virtual QCoro::Task<Result<QList<TeamTemplate>>> templates(
        std::stop_token stop = {})
        = 0;
    /// Makes a team of a template; every slot needs an agent. Errors: not_found, agent_not_found.
    [[nodiscard]] virtual QCoro::Task<Result<Team>> instantiateTemplate(
        TemplateId id, QString name, QHash<QString, AgentId> agentBySlot, std::stop_token stop = {})
        = 0;
    /// The agents of the connected services. Errors: not_connected, network and Suna codes.
    [[nodiscard]] virtual QCoro::Task<Result<QList<AgentInfo>>> agents(std::stop_token stop = {})
        = 0;

    // --- model endpoints and agents of one's own -----------------------------------------------
    /// In the order in which they were made, as are the agents.
    [[nodiscard]] virtual QCoro::Task<Result<EndpointDefinitionList>> modelEndpoints(
        std::stop_token stop = {})
        = 0;
    /// An empty id becomes a new one. Executions that begin later can use it. Errors:
    /// endpoint_invalid, name_taken, keychain codes: then nothing has changed.
    [[nodiscard]] virtual QCoro::Task<Result<EndpointDefinition>> addModelEndpoint(
        EndpointDefinition endpoint, EndpointKey key, std::stop_token stop = {})
        = 0;
    /// Replaces the version that it has. Errors: as addModelEndpoint, not_found, version_conflict.
    [[nodiscard]] virtual QCoro::Task<Result<EndpointDefinition>> updateModelEndpoint(
        EndpointDefinition endpoint, EndpointKey key, std::stop_token stop = {})
        = 0;
    /// With its key. Errors: not_found, endpoint_in_use while agents run there.
    [[nodiscard]] virtual QCoro::Task<Result<void>> removeModelEndpoint(
        EndpointId id, std::stop_token stop = {})
        = 0;
    /// What answers there; nothing is stored and nothing is started. The key of a stored endpoint
    /// is used where `key` says to keep it.
    [[nodiscard]] virtual QCoro::Task<Result<ConnectionReport>> checkModelEndpoint(
        EndpointDefinition endpoint, EndpointKey key, std::stop_token stop = {})
        = 0;
    [[nodiscard]] virtual QCoro::Task<Result<LocalAgentList>> localAgents(std::stop_token stop = {})
        = 0;
    /// An empty id becomes a new one; a removed agent comes back with the one it had. Errors:
    /// local_agent_invalid, name_taken, endpoint_unknown.
    [[nodiscard]] virtual QCoro::Task<Result<LocalAgent>> addLocalAgent(
        LocalAgent agent, std::stop_token stop = {})
        = 0;
    /// Replaces the version that it has. Errors: as addLocalAgent, not_found, version_conflict.
    [[nodiscard]] virtual QCoro::Task<Result<LocalAgent>> updateLocalAgent(
        LocalAgent agent, std::stop_token stop = {})
        = 0;
    /// Errors: not_found.
    [[nodiscard]] virtual QCoro::Task<Result<void>> removeLocalAgent(
        AgentId id, std::stop_token stop = {})
        = 0;

    // --- executions ----------------------------------------------------------------------------
    /// Answers once the execution is stored as pending. Errors: not_found, team_inactive,
    /// workflow_invalid, prompt_invalid, concurrent_execution_limit, not_connected.
    [[nodiscard]] virtual QCoro::Task<Result<Execution>> execute(
        ExecuteRequest request, std::stop_token stop = {})
        = 0;
    [[nodiscard]] virtual QCoro::Task<Result<Execution>> execution(
        ExecutionId id, std::stop_token stop = {})
        = 0;
    /// Newest first.
    [[nodiscard]] virtual QCoro::Task<Result<Page<Execution>>> executions(
        ExecutionQuery query, std::stop_token stop = {})
        = 0;
    /// Events with seq > after, ascending.
    [[nodiscard]] virtual QCoro::Task<Result<ExecutionEvents>> events(
        ExecutionId id, qint64 after, int limit, std::stop_token stop = {})
        = 0;
    /// Delivers stored events after `after`, then live ones. The caller owns the subscription.
    [[nodiscard]] virtual std::unique_ptr<EventSubscription> subscribe(ExecutionId id, qint64 after)
        = 0;
    /// Contract §4.6. Errors: not_found, execution_not_active.
    [[nodiscard]] virtual QCoro::Task<Result<void>> stopExecution(
        ExecutionId id, std::stop_token stop = {})
        = 0;
    /// What works goes on to its end, nothing new starts; and on again. Errors: not_found,
    /// execution_not_active.
    [[nodiscard]] virtual QCoro::Task<Result<void>> pauseExecution(
        ExecutionId id, std::stop_token stop = {})
        = 0;
    [[nodiscard]] virtual QCoro::Task<Result<void>> continueExecution(
        ExecutionId id, std::stop_token stop = {})
        = 0;
    /// For a step that waits for a person (contract §3.8). Errors: not_found,
    /// execution_not_active, approval_not_waiting.
    [[nodiscard]] virtual QCoro::Task<Result<void>> decideApproval(
        ExecutionId id, AgentId agent, bool approved, QString comment, std::stop_token stop = {})
        = 0;
    /// A new execution that keeps what a failed or stopped one finished and goes on from there
    /// (EX-11). Errors: not_found, execution_not_over, execution_not_retryable, as execute.
    [[nodiscard]] virtual QCoro::Task<Result<Execution>> retryExecution(
        ExecutionId id, std::stop_token stop = {})
        = 0;
    /// A new execution that runs one step of an ended one again, and what builds on it; with
    /// `input` in place of what the step got, when given. Errors: as retryExecution.
    [[nodiscard]] virtual QCoro::Task<Result<Execution>> forkExecution(
        ExecutionId id, StepId step, std::optional<QString> input, std::stop_token stop = {})
        = 0;
    /// What resumeExecution() would do. Errors: not_found, execution_not_active,
    /// resume_impossible.
    [[nodiscard]] virtual QCoro::Task<Result<ResumePlan>> previewResume(
        ExecutionId id, std::stop_token stop = {})
        = 0;
    /// Goes on with an execution whose engine is gone (contract §4.9). Errors: as previewResume,
    /// not_connected.
    [[nodiscard]] virtual QCoro::Task<Result<void>> resumeExecution(
        ExecutionId id, std::stop_token stop = {})
        = 0;

    // --- what a team shares, and what its executions tell --------------------------------------
    /// The latest version when none is given. Errors: not_found, context_version_unknown.
    [[nodiscard]] virtual QCoro::Task<Result<ContextState>> context(
        ExecutionId id, std::optional<int> version = {}, std::stop_token stop = {})
        = 0;
    /// Every version, oldest first. Errors: not_found.
    [[nodiscard]] virtual QCoro::Task<Result<ContextVersions>> contextHistory(
        ExecutionId id, std::stop_token stop = {})
        = 0;
    /// Sets and deletes values as one new version (contract §5.3), while the execution runs here.
    /// Errors: execution_not_active, context_key_invalid, context_key_reserved,
    /// context_value_too_large, context_too_large.
    [[nodiscard]] virtual QCoro::Task<Result<void>> writeContext(
        ExecutionId id, std::vector<ContextWrite> writes, std::stop_token stop = {})
        = 0;
    /// Brings an earlier version back as a new one, while nothing of the execution works. Errors:
    /// not_found, execution_not_active, execution_not_paused, context_version_unknown.
    [[nodiscard]] virtual QCoro::Task<Result<void>> restoreContext(
        ExecutionId id, int version, std::stop_token stop = {})
        = 0;
    /// Between the agents (contract §1.5.10). Errors: not_found.
    [[nodiscard]] virtual QCoro::Task<Result<std::vector<TeamMessage>>> messages(
        ExecutionId id, MessageQuery query = {}, std::stop_token stop = {})
        = 0;
    /// Contract §1.5.8; without what looks like a secret. Errors: not_found.
    [[nodiscard]] virtual QCoro::Task<Result<LogEntryList>> logs(
        ExecutionId id, LogQuery query = {}, std::stop_token stop = {})
        = 0;
    /// Every failure, oldest first (contract §4.7). Errors: not_found.
    [[nodiscard]] virtual QCoro::Task<Result<ExecutionErrorList>> executionErrors(
        ExecutionId id, std::stop_token stop = {})
        = 0;

    // --- parts with an interface of their own: they live as long as the workspace --------------
    /// Earlier versions of teams, and templates of one's own.
    [[nodiscard]] virtual TeamArchive *teamArchive() = 0;
    /// Interventions in a running execution.
    [[nodiscard]] virtual ExecutionControls *executionControls() = 0;
    /// Finding, counting and deleting executions; searching what they wrote down.
    [[nodiscard]] virtual ExecutionArchive *executionArchive() = 0;
    /// What was spent, prices and limits.
    [[nodiscard]] virtual CostBook *costBook() = 0;

    [[nodiscard]] virtual ConnectionStatus connectionStatus() const = 0;

signals:
    void connectionStatusChanged(const renum::ConnectionStatus &status);
    /// A model endpoint or an agent of one's own was added, changed or removed.
    void ownAgentsChanged();
    /// A team was created, changed or deleted.
    void teamsChanged();
    /// An execution was created or changed its status.
    void executionsChanged(const renum::ExecutionId &id);
    /// Nothing more of this execution can be stored (disk full and the like): it is no longer
    /// driven, and what is stored of it is not its end. Its subscriptions fail with the same error.
    void executionBroken(const renum::ExecutionId &id, const renum::Error &error);
};

} // namespace renum
