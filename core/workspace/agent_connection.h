// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/agents/suna/suna_backend.h"

#include <QString>

#include <variant>

namespace renum {

/// No agent service: teams can be edited, nothing can run.
struct NoConnection { };
/// The simulator that ships with the product, started beside the application on loopback.
struct DemoConnection {
    QString simulatorProgram; ///< empty: `suna-sim` in the application's own folder
    QString scenarioFile; ///< empty: the built-in demo scenario
    double speed = 1.0; ///< how much faster than life it plays
};
using AgentConnection = std::variant<NoConnection, DemoConnection, SunaConnection>;

} // namespace renum
