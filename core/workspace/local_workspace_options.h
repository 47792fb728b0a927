// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/engine/engine_settings.h"
#include "core/workflow/validation.h"
#include "core/workspace/agent_connection.h"

#include <QString>

namespace renum {

struct LocalWorkspaceOptions {
    QString dataDir; ///< created when missing; holds renum.db
    AgentConnection connection;
    ValidationLimits limits;
    EngineSettings engine;
    SunaTimings suna;
    int maxTeams = 10'000;
};

} // namespace renum
