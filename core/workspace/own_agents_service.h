// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "core/net/clock.h"
#include "core/store/store.h"
#include "core/workspace/agent_connector.h"

#include <QHash>
#include <QObject>

#include <optional>

namespace renum {

/// Ready to be stored: trimmed. Errors: endpoint_invalid, with all that is wrong.
[[nodiscard]] Result<EndpointDefinition> acceptableEndpoint(EndpointDefinition endpoint);
/// Errors: local_agent_invalid, with all that is wrong.
[[nodiscard]] Result<LocalAgent> acceptableAgent(LocalAgent agent);

/// Model endpoints and agents of one's own on the engine thread. What is stored is used at once by
/// executions that begin later.
class OwnAgentsService : public QObject {
    Q_OBJECT

public:
    using Keys = QHash<EndpointId, QByteArray>;

    /// `session` is there beside what is stored, and never stored itself.
    OwnAgentsService(Store *store, Clock *clock, IdSource *ids, AgentConnector *connector,
        std::vector<ModelSetup> session, QObject *parent = nullptr);

    /// Lets the connector use what is stored, with these keys; from now on changes reach it.
    [[nodiscard]] QCoro::Task<Result<void>> begin(Keys keys);
    /// Lets the connector use the session's endpoints and nothing else.
    void beginWithoutStored();

    /// The endpoint's id was made by the caller. Errors: endpoint_invalid, name_taken.
    [[nodiscard]] QCoro::Task<Result<EndpointDefinition>> addEndpoint(
        EndpointDefinition endpoint, QByteArray key);
    /// `key`: none when it stays. Errors: as addEndpoint, not_found, version_conflict.
    [[nodiscard]] QCoro::Task<Result<EndpointDefinition>> updateEndpoint(
        EndpointDefinition endpoint, std::optional<QByteArray> key);
    /// Errors: not_found, endpoint_in_use.
    [[nodiscard]] QCoro::Task<Result<void>> removeEndpoint(EndpointId id);
    /// An agent without an id gets one. Errors: local_agent_invalid (also when its id is
    /// another's), name_taken, endpoint_unknown.
    [[nodiscard]] QCoro::Task<Result<LocalAgent>> addAgent(LocalAgent agent);
    /// Errors: as addAgent, not_found, version_conflict.
    [[nodiscard]] QCoro::Task<Result<LocalAgent>> updateAgent(LocalAgent agent);
    /// Errors: not_found.
    [[nodiscard]] QCoro::Task<Result<void>> removeAgent(AgentId id);

signals:
    void changed();

private:
    enum class Saving { New, Change };

    /// `key`: none when there is no other than before.
    [[nodiscard]] QCoro::Task<Result<EndpointDefinition>> saveEndpoint(
        EndpointDefinition endpoint, std::optional<QByteArray> key, Saving saving);
    [[nodiscard]] QCoro::Task<Result<LocalAgent>> saveAgent(LocalAgent agent, Saving saving);
    /// After something was stored: the connector learns of it, and everyone else.
    QCoro::Task<Result<void>> applyChange();
    QCoro::Task<Result<void>> refresh();

    Store *m_store;
    Clock *m_clock;
    IdSource *m_ids;
    AgentConnector *m_connector;
    std::vector<ModelSetup> m_session;
    Keys m_keys;
    bool m_usesStored = false;
};

} // namespace renum
