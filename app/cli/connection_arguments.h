// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "core/agents/openai/model_endpoint.h"
#include "core/workspace/agent_connection.h"

#include <optional>

/// Addresses and secrets as the command line and the environment name them.
namespace renum::cli {

/// Errors: invalid_url.
[[nodiscard]] Result<AgentConnection> connectionFor(const ConnectionArguments &arguments);
[[nodiscard]] Result<SunaConnection> sunaConnectionFor(const ConnectionArguments &arguments);
/// None when no address was given.
[[nodiscard]] Result<std::optional<ModelEndpoint>> modelsFor(const ConnectionArguments &arguments);
/// The keys of stored endpoints, by name.
[[nodiscard]] QHash<QString, QByteArray> endpointKeysFor(const ConnectionArguments &arguments);

} // namespace renum::cli
