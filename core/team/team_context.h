// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "core/model/json.h"
#include "core/model/step_output.h"

#include <QString>

#include <vector>

namespace renum {

/// One key that changed, as in contract §5.4.
struct ContextChange {
    enum class Scope { ContextObject, SharedMemory };
    Scope scope = Scope::ContextObject;
    QString key;
    Json value;
    Json previousValue;
    QString changedBy; ///< agent id, or `system`
    int version = 1;
    bool deleted = false;
};
[[nodiscard]] QString toString(ContextChange::Scope scope);

/// A key that several steps of one batch wrote (contract §3.7.2).
struct ContextConflict {
    QString key;
    AgentId winner;
    std::vector<AgentId> losers;
};

/// One step's contribution to a consolidation.
struct ContextContribution {
    AgentId agentId;
    StepOutput output;
};

/// The context of one execution: a value with a version that only grows (contract §5.1, §5.2).
class TeamContext {
public:
    TeamContext() = default;
    /// Seeds the four reserved keys of §5.1, then `initialContext`; memory is `initialMemory`.
    TeamContext(Json seeds, const Json &initialContext, Json initialMemory);

    [[nodiscard]] const Json &contextObject() const noexcept { return m_contextObject; }
    [[nodiscard]] const Json &sharedMemory() const noexcept { return m_sharedMemory; }
    [[nodiscard]] int version() const noexcept { return m_version; }
    [[nodiscard]] const std::vector<ContextConflict> &conflicts() const { return m_conflicts; }
    /// shared_memory over context_object (contract §1.5.9).
    [[nodiscard]] Json variables() const;

    /// Writes `agent_<id>_result` and merges output_context for every contribution, in the order
    /// given, as one version. Reserved keys cannot be overwritten. Returns what changed.
    std::vector<ContextChange> consolidate(
        const std::vector<ContextContribution> &contributions, bool deepMerge);
    /// Sets one key of the context object on behalf of the system (pipeline_input and the like).
    std::vector<ContextChange> setSystemVariable(const QString &key, const Json &value);

private:
    Json m_contextObject = Json::object();
    Json m_sharedMemory = Json::object();
    int m_version = 1;
    std::vector<ContextConflict> m_conflicts;
};

/// The four seeds and `agent_*_result` (contract §5.2).
[[nodiscard]] bool isReservedContextKey(const QString &key);
/// `agent_<id>_result`.
[[nodiscard]] QString resultKey(const AgentId &agentId);

} // namespace renum
