// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/workspace/local_workspace_options.h"
#include "core/workspace/workspace.h"

#include <memory>

namespace renum {

struct LocalData;

/// The embedded engine: a store, an engine thread with the orchestrator and the agents' backend,
/// and the templates of the resources. No server, no account (design §1).
class LocalWorkspace : public Workspace {
    Q_OBJECT

public:
    /// Opens the store (quick, on the calling thread) and starts the engine thread; the connection
    /// is made in the background, see connectionStatus(). Errors: the store's.
    [[nodiscard]] static Result<std::unique_ptr<LocalWorkspace>> open(
        LocalWorkspaceOptions options, QObject *parent = nullptr);
    /// The same with data that were opened before, of `options.dataDir`.
    [[nodiscard]] static std::unique_ptr<LocalWorkspace> open(
        LocalData data, LocalWorkspaceOptions options, QObject *parent = nullptr);
    /// Stops driving, writes what is queued, joins the engine thread.
    ~LocalWorkspace() override;

    /// Changes where agents run. Running executions keep the connection they began with.
    void setConnection(AgentConnection connection);
    /// Whether agents may be given the team tools, and where; for executions that begin later.
    void setToolServer(ToolServerSettings settings);
    /// What answers at a Suna server; the connection stays as it is.
    [[nodiscard]] QCoro::Task<Result<ConnectionReport>> checkSunaServer(
        SunaConnection server, std::stop_token stop = {});

    [[nodiscard]] QCoro::Task<Result<Page<Team>>> teams(
        TeamQuery query, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<Team>> team(TeamId id, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<Team>> createTeam(
        TeamDraft draft, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<Team>> updateTeam(
        TeamId id, TeamDraft draft, int expectedVersion, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<void>> deleteTeam(TeamId id, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<TeamPreview>> preview(
        TeamDraft draft, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<QList<TeamTemplate>>> templates(std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<Team>> instantiateTemplate(TemplateId id, QString name,
        QHash<QString, AgentId> agentBySlot, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<QList<AgentInfo>>> agents(std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<EndpointDefinitionList>> modelEndpoints(
        std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<EndpointDefinition>> addModelEndpoint(
        EndpointDefinition endpoint, EndpointKey key, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<EndpointDefinition>> updateModelEndpoint(
        EndpointDefinition endpoint, EndpointKey key, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<void>> removeModelEndpoint(
        EndpointId id, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<ConnectionReport>> checkModelEndpoint(
        EndpointDefinition endpoint, EndpointKey key, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<LocalAgentList>> localAgents(std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<LocalAgent>> addLocalAgent(
        LocalAgent agent, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<LocalAgent>> updateLocalAgent(
        LocalAgent agent, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<void>> removeLocalAgent(
        AgentId id, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<Execution>> execute(
        ExecuteRequest request, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<Execution>> execution(
        ExecutionId id, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<Page<Execution>>> executions(
        ExecutionQuery query, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<ExecutionEvents>> events(
        ExecutionId id, qint64 after, int limit, std::stop_token stop) override;
    [[nodiscard]] std::unique_ptr<EventSubscription> subscribe(
        ExecutionId id, qint64 after) override;
    [[nodiscard]] QCoro::Task<Result<void>> stopExecution(
        ExecutionId id, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<void>> pauseExecution(
        ExecutionId id, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<void>> continueExecution(
        ExecutionId id, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<void>> decideApproval(ExecutionId id, AgentId agent,
        bool approved, QString comment, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<Execution>> retryExecution(
        ExecutionId id, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<Execution>> forkExecution(
        ExecutionId id, StepId step, std::optional<QString> input, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<ResumePlan>> previewResume(
        ExecutionId id, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<void>> resumeExecution(
        ExecutionId id, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<ContextState>> context(
        ExecutionId id, std::optional<int> version, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<ContextVersions>> contextHistory(
        ExecutionId id, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<void>> writeContext(
        ExecutionId id, std::vector<ContextWrite> writes, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<void>> restoreContext(
        ExecutionId id, int version, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<std::vector<TeamMessage>>> messages(
        ExecutionId id, MessageQuery query, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<LogEntryList>> logs(
        ExecutionId id, LogQuery query, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<ExecutionErrorList>> executionErrors(
        ExecutionId id, std::stop_token stop) override;
    [[nodiscard]] CostBook *costBook() override;
    [[nodiscard]] ExecutionArchive *executionArchive() override;
    [[nodiscard]] ExecutionControls *executionControls() override;
    [[nodiscard]] TeamArchive *teamArchive() override;
    [[nodiscard]] ConnectionStatus connectionStatus() const override;

private:
    class Private;
    LocalWorkspace(std::unique_ptr<Private> parts, QObject *parent);
    /// The keys of the stored endpoints, then lets the engine use these.
    QCoro::Task<> beginModels();
    QCoro::Task<Result<EndpointDefinition>> storedEndpoint(EndpointId id, std::stop_token stop);
    QCoro::Task<Result<EndpointDefinition>> storeChange(EndpointDefinition stored,
        EndpointDefinition endpoint, EndpointKey key, std::stop_token stop);
    std::unique_ptr<Private> d;
};

} // namespace renum
