// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "core/model/workflow_definition.h"

#include <QSet>
#include <QStringList>

#include <optional>
#include <vector>

/// Which agents a part of a workflow refers to: validation, planning and scheduling agree on it.
namespace renum {

/// Agents whose result the sources of an input name, in the order written.
[[nodiscard]] std::vector<AgentId> inputAgents(const InputSpec &input);
/// Agents that `{{agent.<id>}}` in its template names.
[[nodiscard]] std::vector<AgentId> templateAgents(const InputSpec &input);
/// Agents that `agent_<id>_result…` in the conditions' paths names; unknown ids too.
[[nodiscard]] std::vector<AgentId> conditionAgents(
    const std::vector<Condition> &conditions, const QSet<AgentId> &knownAgents);

/// The agent, when the input is the result of exactly one.
[[nodiscard]] std::optional<AgentId> singleAgent(const InputSpec &input);

/// The names between `{{` and `}}`, trimmed, in the order written.
[[nodiscard]] QStringList placeholders(const QString &templateText);

} // namespace renum
