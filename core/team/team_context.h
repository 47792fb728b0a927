// SPDX-FileCopyrightText: 2026 The Renum authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "core/model/json.h"
#include "core/model/step_output.h"

#include <QByteArray>
#include <QHash>
#include <QString>

#include <vector>

namespace renum {

/// One key that changed, as in contract §5.4.
struct ContextChange {
    enum class Scope { ContextObject, SharedMemory };
    Scope scope = Scope::ContextObject;
    QString key;
    Json value;
    Json previousValue; ///< null when there was none
    QString changedBy; ///< agent id, or `system`
    int version = 1;
    bool deleted = false;
};
[[nodiscard]] QString toString(ContextChange::Scope scope);

/// A key that several steps of one batch wrote (contract §3.7.2). With a deep merge the key is the
/// path of the value that collided, its parts joined by dots.
struct ContextConflict {
    QString key;
    AgentId winner;
    std::vector<AgentId> losers;
};

/// A write that was not done, for the log; the step that wanted it goes on.
struct ContextRefusal {
    enum class Reason { ReservedKey, InvalidKey, ValueTooLarge, ContextTooLarge };
    QString key;
    AgentId agentId;
    Reason reason = Reason::ReservedKey;
};
/// An English sentence about it.
[[nodiscard]] QString toString(const ContextRefusal &refusal);

/// What one consolidation did.
struct ContextUpdate {
    std::vector<ContextChange> changes;
    std::vector<ContextConflict> conflicts;
    std::vector<ContextRefusal> refusals;

    [[nodiscard]] bool isEmpty() const { return changes.empty() && refusals.empty(); }
};

/// One step's contribution to a consolidation.
struct ContextContribution {
    AgentId agentId;
    StepOutput output;
};

/// Contract §5.2. Bytes of compact JSON.
struct ContextLimits {
    static constexpr qsizetype MaxValueBytes = 256 * 1024;
    static constexpr qsizetype MaxContextBytes = 1024 * 1024;
};

/// The values that agents wrote as compact JSON: their size keeps the limits, and the prompts of
/// many steps hold the same text.
class WrittenValues {
public:
    void set(const QString &key, QByteArray compactJson);
    void forget(const QString &key);
    /// Null when no agent wrote it.
    [[nodiscard]] QByteArray value(const QString &key) const { return m_json.value(key); }
    [[nodiscard]] qsizetype totalBytes() const noexcept { return m_total; }

private:
    QHash<QString, QByteArray> m_json;
    qsizetype m_total = 0;
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
    /// One of `variables()` without building them, or nullptr. Borrowed. The seeds and the agents'
    /// results cannot be hidden by shared memory.
    [[nodiscard]] const Json *variable(const QString &key) const;

    /// Compact JSON of one member of the context object; `null` when it is not there.
    [[nodiscard]] QByteArray compactValue(const QString &key) const;

    /// Writes `agent_<id>_result` and merges output_context for every contribution, in the order
    /// given, as one version. Reserved keys cannot be overwritten. Tells what changed.
    ContextUpdate consolidate(
        const std::vector<ContextContribution> &contributions, bool deepMerge);
    /// Sets one key of the context object on behalf of the system (pipeline_input and the like).
    /// A key that has that value already is no change.
    std::vector<ContextChange> setSystemVariable(const QString &key, const Json &value);
    /// Takes changes of the context object back, last first, as one new version (§3.7.3).
    std::vector<ContextChange> revert(const std::vector<ContextChange> &changes);

private:
    Json m_contextObject = Json::object();
    Json m_sharedMemory = Json::object();
    int m_version = 1;
    std::vector<ContextConflict> m_conflicts;
    WrittenValues m_written;
};

/// The four seeds and `agent_*_result` (contract §5.2).
[[nodiscard]] bool isReservedContextKey(const QString &key);
/// `agent_<id>_result`.
[[nodiscard]] QString resultKey(const AgentId &agentId);

} // namespace renum
