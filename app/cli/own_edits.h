// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "core/model/endpoint_definition.h"
#include "core/model/local_agent.h"

namespace renum::cli {

/// By its id, or by its name as people compare names. Errors: not_found.
[[nodiscard]] Result<EndpointDefinition> endpointCalled(
    const EndpointDefinitionList &endpoints, const QString &nameOrId);
[[nodiscard]] Result<LocalAgent> agentCalled(const LocalAgentList &agents, const QString &nameOrId);

/// Keys were given for endpoints that there are. Errors: validation_error.
[[nodiscard]] Result<void> checkKeyNames(
    const EndpointDefinitionList &endpoints, const ConnectionArguments &connection);

/// What the command line says of it, changed.
[[nodiscard]] EndpointDefinition edited(EndpointDefinition endpoint, const OwnArguments &own);
/// Reads the files that the command line names. An agent without an endpoint gets the only one
/// there is. Errors: those of files and JSON, not_found.
[[nodiscard]] Result<LocalAgent> edited(
    LocalAgent agent, const OwnArguments &own, const EndpointDefinitionList &endpoints);

} // namespace renum::cli
