// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/problem.h"
#include "core/model/workflow_definition.h"

#include <QString>

#include <optional>

/// Where in a team a problem is. Pure.
namespace renum {

/// The position of the member that a JSON pointer of a draft leads to or into, for example 2 for
/// `/workflow_definition/agents/2/input`.
[[nodiscard]] std::optional<std::size_t> memberPosition(const QString &path);
/// What follows the member in such a pointer, for example `/input`; empty for the member itself.
[[nodiscard]] QString memberField(const QString &path);
/// The member that a problem is about; empty when it is about the whole team, or about a member
/// that is there no more.
[[nodiscard]] AgentId memberOf(const WorkflowDefinition &workflow, const Problem &problem);

} // namespace renum
