// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/openai/model_endpoint.h"
#include "core/engine/engine_settings.h"
#include "core/model/local_agent.h"
#include "core/workflow/validation.h"
#include "core/workspace/agent_connection.h"
#include "core/workspace/secret_store.h"

#include <QHash>
#include <QString>

#include <optional>

namespace renum {

struct LocalWorkspaceOptions {
    QString dataDir; ///< created when missing; holds renum.db
    AgentConnection connection;
    std::optional<ModelEndpoint> models; ///< for this session only
    LocalAgentList localAgents; ///< run at `models`, for this session only
    /// Connects to the endpoints that are stored. Who runs nothing can do without.
    bool useStoredEndpoints = true;
    /// Holds the keys of endpoints; used on the workspace's thread and outlives it. Null: none.
    SecretStore *secrets = nullptr;
    QHash<QString, QByteArray> endpointKeys; ///< by name; instead of those in `secrets`
    ValidationLimits limits;
    EngineSettings engine;
    SunaTimings suna;
    ModelTimings modelTimings;
    int maxTeams = 10'000;
};

} // namespace renum
