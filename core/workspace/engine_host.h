// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/orchestrator.h"
#include "core/net/clock.h"
#include "core/store/store.h"
#include "core/workspace/agent_connector.h"
#include "core/workspace/control_desk.h"
#include "core/workspace/cost_service.h"
#include "core/workspace/event_feed.h"
#include "core/workspace/execution_lists.h"
#include "core/workspace/execution_records.h"
#include "core/workspace/execution_service.h"
#include "core/workspace/local_workspace_options.h"
#include "core/workspace/own_agents_service.h"
#include "core/workspace/team_service.h"

#include <QObject>

#include <map>
#include <memory>

namespace renum {

/// Everything that lives on the engine thread: the store, the orchestrator, the connection to the
/// agents and the feeds of subscriptions. Made on the front end's thread, then moved.
class EngineHost : public QObject {
    Q_OBJECT

public:
    EngineHost(LocalWorkspaceOptions options, std::unique_ptr<Store> store,
        std::shared_ptr<SystemClock> clock);
    ~EngineHost() override;

    // On the engine thread from here on.
    /// Builds what needs the engine thread's event loop and begins to connect.
    void begin();
    /// Stops driving, lets what is under way end, writes what is queued, then quits the thread.
    void shutDown();
    /// Takes a task of a caller over.
    void start(QCoro::Task<> task);
    /// Requested when it shuts down.
    [[nodiscard]] std::stop_token ending() const { return m_tasks.token(); }

    void setToolServer(ToolServerSettings settings);
    /// Connects to the stored endpoints, with these keys.
    void beginModels(OwnAgentsService::Keys keys);
    [[nodiscard]] Store &store() { return *m_store; }
    [[nodiscard]] TeamService &teams() { return *m_teams; }
    [[nodiscard]] ExecutionService &executions() { return *m_executions; }
    [[nodiscard]] ExecutionRecords &records() { return *m_records; }
    [[nodiscard]] ExecutionLists &lists() { return *m_lists; }
    [[nodiscard]] AgentConnector &connector() { return *m_connector; }
    [[nodiscard]] CostService &costs() { return *m_costs; }
    [[nodiscard]] OwnAgentsService &ownAgents() { return *m_ownAgents; }
    [[nodiscard]] QCoro::Task<Result<QList<AgentInfo>>> agents(std::stop_token stop);
    [[nodiscard]] QCoro::Task<Result<ConnectionReport>> checkModels(
        ModelEndpoint endpoint, std::stop_token stop);
    [[nodiscard]] QCoro::Task<Result<ConnectionReport>> checkSuna(
        SunaConnection server, std::stop_token stop);

    void openFeed(quint64 number, const ExecutionId &execution, qint64 after,
        std::shared_ptr<SubscriptionChannel> channel);
    void closeFeed(quint64 number);
    void feedTaken(quint64 number);

signals:
    void connectionStatusChanged(const renum::ConnectionStatus &status);
    void teamsChanged();
    void ownAgentsChanged();
    void spendingChanged();
    void pricesChanged();
    void budgetsChanged();
    void executionChanged(const renum::ExecutionId &id);
    void executionBroken(const renum::ExecutionId &id, const renum::Error &error);

private:
    void beginCosts();
    QCoro::Task<> useOwnPrices();
    QCoro::Task<> useStored(OwnAgentsService::Keys keys);
    void lookAfterEnded(const ConnectionStatus &status);
    void publish(const ExecutionEvents &events);
    void breakFeeds(const ExecutionId &id, const Error &error);
    void quitWhenQuiet();

    LocalWorkspaceOptions m_options;
    std::shared_ptr<SystemClock> m_clock;
    RandomIdSource m_ids;
    std::unique_ptr<Store> m_store;
    std::shared_ptr<BudgetKeeper> m_budgets;
    std::unique_ptr<CostService> m_costs;
    std::unique_ptr<AgentConnector> m_connector;
    std::unique_ptr<Orchestrator> m_orchestrator;
    std::unique_ptr<TeamService> m_teams;
    std::unique_ptr<OwnAgentsService> m_ownAgents;
    std::unique_ptr<ExecutionService> m_executions;
    std::unique_ptr<ControlDesk> m_control;
    std::unique_ptr<ExecutionRecords> m_records;
    std::unique_ptr<ExecutionLists> m_lists;
    std::map<quint64, std::unique_ptr<EventFeed>> m_feeds;
    std::unique_ptr<Clock::Timer> m_quiet;
    int m_patience = 0;
    TaskScope m_tasks;
};

} // namespace renum
