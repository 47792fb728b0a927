// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/agent_backend.h"
#include "core/agents/openai/model_endpoint.h"
#include "core/model/local_agent.h"
#include "core/net/clock.h"
#include "core/net/one_shot.h"
#include "core/net/task_scope.h"
#include "core/workspace/agent_connection.h"
#include "core/workspace/workspace.h"

#include <QList>
#include <QObject>

#include <memory>
#include <optional>

namespace renum {

/// Makes and keeps the connection to the agents' service: starts the demo's simulator, finds out
/// what answers, says how it stands. Lives on the engine thread. Who took the backend keeps it (and
/// its simulator) alive when the connection changes.
class AgentConnector : public QObject {
    Q_OBJECT

public:
    /// `keeper` outlives it and adopts processes that are being ended.
    AgentConnector(Clock *clock, SunaTimings timings, QObject *keeper, QObject *parent = nullptr);
    ~AgentConnector() override;

    /// A model endpoint whose agents are there beside those of the service, and what the person
    /// has defined to run there; from the next connectTo() on.
    void offerModels(ModelEndpoint endpoint, LocalAgentList agents, ModelTimings timings);
    /// Begins to connect, in the background.
    void connectTo(AgentConnection connection);
    /// The backend, once connecting has ended. After a failure a Suna server is asked again; the
    /// demo is not: it is restarted only by connectTo(). Errors: not_connected, demo_unavailable,
    /// those of probing.
    [[nodiscard]] QCoro::Task<Result<std::shared_ptr<AgentBackend>>> backend(std::stop_token stop);
    /// The backend if it is connected now, else null.
    [[nodiscard]] std::shared_ptr<AgentBackend> connected() const;
    /// A call failed: when it was the service's fault, the status says so.
    void noteFailure(const Error &error);

signals:
    void statusChanged(const renum::ConnectionStatus &status);

private:
    struct Link;
    using Waiter = OneShot<Result<std::shared_ptr<AgentBackend>>>;

    QCoro::Task<> connectDemo(DemoConnection options, std::shared_ptr<Link> link);
    QCoro::Task<> probe(std::shared_ptr<Link> link);
    void useServer(const std::shared_ptr<Link> &link, const SunaConnection &server);
    void succeed(const BackendInfo &info);
    void fail(const Error &error);
    void setStatus(ConnectionStatus status);
    void answerWaiters(const Result<std::shared_ptr<AgentBackend>> &result);

    Clock *m_clock;
    SunaTimings m_timings;
    QObject *m_keeper;
    std::optional<ModelEndpoint> m_models;
    LocalAgentList m_localAgents;
    ModelTimings m_modelTimings;
    std::shared_ptr<Link> m_link; ///< the current connection; null for none
    ConnectionStatus m_status;
    QList<Waiter> m_waiters;
    TaskScope m_tasks;
};

/// How a fresh workspace with this connection stands before anything was tried.
[[nodiscard]] ConnectionStatus initialStatus(
    const AgentConnection &connection, const std::optional<ModelEndpoint> &models);

} // namespace renum
