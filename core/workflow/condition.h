// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "core/model/json.h"
#include "core/model/workflow_definition.h"

#include <QSet>

#include <optional>
#include <vector>

namespace renum {

/// What conditions are evaluated against (contract §3.6): objects that are looked at where they
/// are, because building one document for every step would cost more than the steps. Borrows them.
struct ConditionScope {
    /// Seeds, variables and `agent_<id>_result`; the path `context`.
    const Json *contextObject = nullptr;
    /// Hides variables of the same name, but never a seed or a result; the path `shared`.
    const Json *sharedMemory = nullptr;
    QSet<AgentId> knownAgents; ///< for the longest-prefix rule of paths
    /// A result counts only while its agent is completed: one that an earlier iteration left in the
    /// context is not there.
    QSet<AgentId> completedAgents;
    std::optional<AgentId> onlyInput; ///< the single agent_result input, rule 4
};

/// A list is a conjunction; empty is true. Never throws; a type mismatch is false.
[[nodiscard]] bool evaluate(const std::vector<Condition> &conditions, const ConditionScope &scope);
/// The value a path names, or nullptr. Borrowed from the scope.
[[nodiscard]] const Json *resolvePath(const QString &path, const ConditionScope &scope);

/// Groups within groups that are evaluated; deeper ones are false.
inline constexpr int MaxConditionDepth = 32;

/// `agent_<id>_result…` taken apart. When several ids fit, the longest known one is meant; an
/// unknown one is taken up to the first `_result` that ends a segment.
struct ResultPath {
    AgentId agentId;
    QString rest; ///< after the dot; empty when the whole StepOutput is meant
};
[[nodiscard]] std::optional<ResultPath> parseResultPath(
    const QString &path, const QSet<AgentId> &knownAgents);

} // namespace renum
