// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/json.h"
#include "core/model/problem.h"
#include "core/model/workflow_definition.h"

#include <vector>

namespace renum {

/// What conditions are evaluated against (contract §3.6).
struct ConditionScope {
    Json document = Json::object(); ///< variables, seeds, agent_<id>_result, shared, context
    std::vector<AgentId> knownAgents; ///< for the longest-prefix rule of paths
    std::optional<AgentId> onlyInput; ///< the single agent_result input, rule 4
};

/// A list is a conjunction; empty is true. Never throws; a type mismatch is false.
[[nodiscard]] bool evaluate(const std::vector<Condition> &conditions, const ConditionScope &scope);
/// The value a path names, or nullptr. Borrowed from the scope.
[[nodiscard]] const Json *resolvePath(const QString &path, const ConditionScope &scope);
/// Agents that the conditions' paths refer to, among `known`.
[[nodiscard]] std::vector<AgentId> referencedAgents(
    const std::vector<Condition> &conditions, const std::vector<AgentId> &known);
/// W-17 for one list. Appends to `problems`.
void checkConditions(
    const std::vector<Condition> &conditions, const QString &path, Problems &problems);

} // namespace renum
