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
#include "core/workspace/connection_status.h"

#include <QList>
#include <QObject>

#include <memory>
#include <optional>
#include <vector>

namespace renum {

/// A model endpoint and the agents that run there.
struct ModelSetup {
    ModelEndpoint endpoint;
    LocalAgentList agents;
};

/// Makes and keeps the connection to whatever runs agents: a service, which for the demo it starts,
/// and any number of model endpoints. Finds out what answers and says how it stands; a part that
/// does not answer does not keep the others from being used. Lives on the engine thread. Who took
/// the backend keeps it (and its simulator) alive when the connection changes.
class AgentConnector : public QObject {
    Q_OBJECT

public:
    /// `keeper` outlives it and adopts processes that are being ended.
    AgentConnector(Clock *clock, SunaTimings suna, ModelTimings models, QObject *keeper,
        QObject *parent = nullptr);
    ~AgentConnector() override;

    /// The endpoints there are, in place of those before; one that has not changed stays connected.
    /// Nothing counts as connected before this was called once.
    void setModels(const std::vector<ModelSetup> &models);
    /// Begins to connect, in the background.
    void connectTo(AgentConnection connection);
    /// The backend, once connecting has ended. After a failure the parts are asked again; the demo
    /// is not: it is restarted only by connectTo(). Errors: not_connected, demo_unavailable, those
    /// of probing.
    [[nodiscard]] QCoro::Task<Result<std::shared_ptr<AgentBackend>>> backend(std::stop_token stop);
    /// The backend if it is connected now, else null.
    [[nodiscard]] std::shared_ptr<AgentBackend> connected();
    /// A call failed: when it was the service's fault, the status says so.
    void noteFailure(const Error &error);

signals:
    void statusChanged(const renum::ConnectionStatus &status);

private:
    struct Part;
    struct DemoService;
    using PartPtr = std::shared_ptr<Part>;
    using Waiter = OneShot<Result<std::shared_ptr<AgentBackend>>>;

    QCoro::Task<> connectDemo(DemoConnection options, PartPtr part);
    QCoro::Task<> probe(PartPtr part);
    [[nodiscard]] PartPtr partOf(const ModelSetup &setup);
    /// The agent service first.
    [[nodiscard]] std::vector<PartPtr> parts() const;
    [[nodiscard]] bool has(const PartPtr &part) const;
    [[nodiscard]] bool askAgain();
    [[nodiscard]] std::shared_ptr<AgentBackend> composed();
    void note(const AgentBackend *backend, const std::optional<Error> &problem);
    void settle(const PartPtr &part, const std::optional<Error> &problem);
    [[nodiscard]] ConnectionStatus::State currentState() const;
    [[nodiscard]] ConnectionStatus currentStatus() const;
    void update();
    void answerWaiters(const Result<std::shared_ptr<AgentBackend>> &result);

    Clock *m_clock;
    SunaTimings m_sunaTimings;
    ModelTimings m_modelTimings;
    QObject *m_keeper;
    PartPtr m_service; ///< null: none
    std::vector<PartPtr> m_models;
    bool m_modelsKnown = false;
    ConnectionStatus m_status;
    QList<Waiter> m_waiters;
    TaskScope m_tasks;
};

/// How a fresh workspace stands before anything was tried. `mayHaveModels`: endpoints are looked
/// for.
[[nodiscard]] ConnectionStatus initialStatus(const AgentConnection &connection, bool mayHaveModels);

} // namespace renum
