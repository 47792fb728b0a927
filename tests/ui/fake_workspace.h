// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/one_shot.h"
#include "core/workspace/workspace.h"

#include <QHash>
#include <QPointer>

namespace renum::ui {

class FakeCostBook;
class FakeExecutionArchive;
class FakeExecutionControls;
class FakeTeamArchive;

/// A workspace in memory that answers when and how a test says. Answers always come through the
/// event loop, as the real ones do.
class FakeWorkspace : public Workspace {
    Q_OBJECT

public:
    enum class Call {
        Teams,
        Team,
        CreateTeam,
        UpdateTeam,
        DeleteTeam,
        Preview,
        Templates,
        InstantiateTemplate,
        Agents,
        ModelEndpoints,
        SaveEndpoint,
        RemoveEndpoint,
        CheckEndpoint,
        LocalAgents,
        SaveAgent,
        RemoveAgent,
        Execute,
        Execution,
        Executions,
        Events,
        StopExecution,
        PauseExecution,
        ContinueExecution,
        DecideApproval,
        RetryExecution,
        ForkExecution,
        PreviewResume,
        ResumeExecution,
        Context,
        ContextHistory,
        WriteContext,
        RestoreContext,
        Messages,
        Logs,
        ExecutionErrors,
    };

    FakeWorkspace();
    ~FakeWorkspace() override;

    // --- content, free to change ---------------------------------------------------------------
    QList<renum::Team> storedTeams; ///< newest first
    QList<TeamTemplate> storedTemplates;
    QList<AgentInfo> agentList;
    EndpointDefinitionList storedEndpoints;
    LocalAgentList ownAgents;
    ConnectionReport report; ///< of every check
    QList<EndpointKey> keys; ///< what was said of keys, in saves and checks
    QList<renum::Execution> storedExecutions; ///< newest first
    QHash<ExecutionId, ExecutionEvents> storedEvents;
    Problems previewProblems;
    ResumePlan plannedResume;
    QStringList decisions; ///< "agent approved comment", of decideApproval
    QList<ContextWrite> contextWrites; ///< of writeContext
    QList<std::pair<StepId, std::optional<QString>>> forks; ///< step and input, of forkExecution
    QList<int> restoredVersions; ///< of restoreContext

    // --- script --------------------------------------------------------------------------------
    /// The next call of that kind fails.
    void failNext(Call call, const Error &error);
    /// Every call of that kind fails until recover().
    void failAlways(Call call, const Error &error);
    void recover(Call call);
    /// Calls of that kind wait for release().
    void hold(Call call);
    void release(Call call);
    void setConnectionStatus(const ConnectionStatus &status);
    /// Stores events and delivers them to who subscribed.
    void pushEvents(const ExecutionId &id, const ExecutionEvents &events);
    void failSubscriptions(const ExecutionId &id, const Error &error);
    void emitTeamsChanged();
    void emitExecutionsChanged(const ExecutionId &id);

    // --- what happened -------------------------------------------------------------------------
    [[nodiscard]] int calls(Call call) const;
    [[nodiscard]] const QList<ExecuteRequest> &requests() const;
    [[nodiscard]] const QList<TeamQuery> &teamQueries() const;
    [[nodiscard]] const QList<ExecutionId> &stopped() const;
    [[nodiscard]] QHash<QString, AgentId> lastSlots() const;

    // --- Workspace -----------------------------------------------------------------------------
    [[nodiscard]] QCoro::Task<Result<Page<renum::Team>>> teams(
        TeamQuery query, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<renum::Team>> team(TeamId id, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<renum::Team>> createTeam(
        TeamDraft draft, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<renum::Team>> updateTeam(
        TeamId id, TeamDraft draft, int expectedVersion, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<void>> deleteTeam(TeamId id, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<TeamPreview>> preview(
        TeamDraft draft, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<QList<TeamTemplate>>> templates(std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<renum::Team>> instantiateTemplate(TemplateId id, QString name,
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
    [[nodiscard]] QCoro::Task<Result<renum::Execution>> execute(
        ExecuteRequest request, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<renum::Execution>> execution(
        ExecutionId id, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<Page<renum::Execution>>> executions(
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
    [[nodiscard]] QCoro::Task<Result<renum::Execution>> retryExecution(
        ExecutionId id, std::stop_token stop) override;
    [[nodiscard]] QCoro::Task<Result<renum::Execution>> forkExecution(
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

    // --- its parts, to be filled and looked at --------------------------------------------------
    [[nodiscard]] FakeCostBook *fakeCostBook() const { return m_costBook; }
    [[nodiscard]] FakeExecutionArchive *fakeExecutionArchive() const { return m_executionArchive; }
    [[nodiscard]] FakeExecutionControls *fakeExecutionControls() const
    {
        return m_executionControls;
    }
    [[nodiscard]] FakeTeamArchive *fakeTeamArchive() const { return m_teamArchive; }

private:
    class Subscription;
    /// Counts the call, waits its turn, and answers with the scripted failure if there is one.
    [[nodiscard]] QCoro::Task<Result<void>> enter(Call call, std::stop_token stop);
    [[nodiscard]] OneShot<bool> gateFor(Call call);
    /// What a fold makes of the stored events of an execution.
    template<typename Fold>
    [[nodiscard]] Fold folded(const ExecutionId &id, Fold fold = {}) const
    {
        for (const ExecutionEvent &event : storedEvents.value(id))
            fold.apply(event);
        return fold;
    }
    [[nodiscard]] Error notFound(const QString &what) const;
    renum::Team store(const TeamDraft &draft);
    /// A copy of a stored execution under another id.
    Result<renum::Execution> anew(const ExecutionId &id);

    QHash<Call, int> m_calls;
    QHash<Call, QList<Error>> m_failNext;
    QHash<Call, Error> m_failAlways;
    QHash<Call, QList<OneShot<bool>>> m_held;
    QList<ExecuteRequest> m_requests;
    QList<TeamQuery> m_teamQueries;
    QList<ExecutionId> m_stopped;
    QHash<QString, AgentId> m_lastSlots;
    QList<QPointer<Subscription>> m_subscriptions;
    FakeCostBook *m_costBook; ///< a child
    FakeExecutionArchive *m_executionArchive; ///< a child
    FakeExecutionControls *m_executionControls; ///< a child
    FakeTeamArchive *m_teamArchive; ///< a child
    ConnectionStatus m_status;
    int m_nextNumber = 1000;
};

} // namespace renum::ui
