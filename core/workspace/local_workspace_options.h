// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/openai/model_endpoint.h"
#include "core/engine/engine_settings.h"
#include "core/model/local_agent.h"
#include "core/workflow/validation.h"
#include "core/workspace/agent_connection.h"

#include <QString>

#include <optional>

namespace renum {

struct LocalWorkspaceOptions {
    QString dataDir; ///< created when missing; holds renum.db
    AgentConnection connection;
    std::optional<ModelEndpoint> models; ///< beside the connection, or alone
    LocalAgentList localAgents; ///< run at `models`
    ValidationLimits limits;
    EngineSettings engine;
    SunaTimings suna;
    ModelTimings modelTimings;
    int maxTeams = 10'000;
};

} // namespace renum
